"""What a sentence leans on: each reading that is free has a near twin that must stay blocked."""

from __future__ import annotations

import pytest

from seo_fr.analyse.examples import clauses_of
from seo_fr.check.heading_words import orphan_reasons
from seo_fr.check.reading import lexicon, read_sentence
from seo_fr.rulebook import load

HARMLESS = ("connective:", "short-name:", "short-title:", "definite:", "inner:", "shared-subject:")


def leans(text: str) -> list[str]:
    """The obstacles of the sentence told whole: those that an earlier clause of it explains do not count."""
    return [obstacle for clause in clauses_of(text, load()) for obstacle in clause.obstacles if not obstacle.startswith(HARMLESS)]


FREE = [
    # subject pronouns
    "La maire de Lourmel a promis qu’elle rouvrirait la piscine.",
    "« Il faut agir ensemble pour que cela cesse », a dit la maire de Lourmel.",
    "Les règles interdisent aux skieurs de quitter la piste ; ils sont responsables de leur matériel.",
    "La police a interpellé un homme alors qu’il tentait de forcer la porte.",
    "Le Portugal a perdu la majeure partie des terres qu’il cultivait.",
    "L’association avait été fondée en mai, mais elle n’a jamais reçu de local.",
    "Une astronome a observé la naissance d’une étoile, au moment où elle est devenue visible.",
    "La correspondante de la chaîne, Odile Perrache, affirme avoir été agressée alors qu’elle se trouvait sur la place.",
    "Le Portugal a voté, comme c’est le cas de dix pays.",
    # impersonal
    "Il est interdit aux visiteurs de nourrir les cygnes.",
    "Il n’était pas utile de prolonger la fouille.",
    "Il semble que la digue ait cédé.",
    "Il existe trois passages sous la voie ferrée.",
    "Il restait de la vaisselle dans l’évier.",
    # possessives
    "Les deux équipes de Lourmel ont obtenu leur qualification.",
    "La coureuse accélère son rythme dans la côte.",
    "Le musée et ses ateliers ferment lundi.",
    "Pour sa première course, Camille Ferrand a terminé troisième.",
    "Le ministère a réduit ses dépenses.",
    # stressed pronouns
    "Les hôpitaux ont eux aussi fermé des lits.",
    "La boulangerie ferme, elle aussi, ses portes.",
    # demonstratives
    "Ces dernières années, la ville a planté mille arbres.",
    "Les routes sont bloquées en ce moment.",
    "Le club a déménagé ce week-end à Lourmel.",
    "La ville vend un terrain, mais ce terrain est pollué.",
    "La mairie a vendu la piscine, mais ce choix a surpris les habitants.",
    # « c’est »
    "C’est Lourmel qui ouvre le score.",
    "C’est dans la seconde période que Lourmel prend l’avantage.",
    "En mai, c’est plus d’une centaine de cas qu’on recensait dans la région.",
    "La meilleure manière de perdre, c’est de penser à la finale.",
    # « autre », « même », « second », « chacun », « deux »
    "La seconde période a confirmé la domination de Lourmel.",
    "Les bus passent toutes les deux minutes.",
    "Les coureurs arrivent les uns après les autres.",
    "La maladie a gagné d’autres pays.",
    "La région construit une prison dans chacun des départements.",
    "Les joueurs ont reçu trois mille euros chacun.",
    "Le reste du budget sera voté lundi.",
    "Le taux est le même que celui de mars.",
    # times
    "Le lendemain de la fusillade, la police a fouillé le quartier.",
    "À la veille de la fête nationale, la mairie a fermé le pont.",
    "Le bilan était de dix blessés, mais la préfecture a ensuite annoncé deux morts.",
    "La route a rouvert deux heures après la collision.",
    "Plus tôt dans la semaine, la mairie a fermé le pont.",
    "Le conseil votera le budget au plus tard en mai.",
    "La tempête a touché la Bretagne puis la Normandie.",
    # clitics
    "Comme le montrent les chiffres, la natalité recule.",
    "La candidate l’emporte au second tour.",
    "Le texte tient compte des remarques, y compris celles des élus.",
    "La saison a débuté à l’été 2015 par un tournoi.",
    "Les députés ont voté à nouveau, de nouveau sans majorité.",
]

BLOCKED = [
    ("Le maire a promis qu’elle rouvrirait la piscine.", "pronoun:elle"),
    ("L’avocat a affirmé qu’il était innocent.", "pronoun:il"),
    ("Le préfet a indiqué qu’il était décédé.", "pronoun:il"),
    ("La mairie a publié un communiqué indiquant qu’il avait été arrêté.", "pronoun:il"),
    ("Fidèle gardien de la tradition, il était hostile à la réforme.", "pronoun:il"),
    ("Elle parcourt les quarante kilomètres en trois heures.", "pronoun:Elle"),
    ("Il devait repartir le 5 février.", "pronoun:Il"),
    ("Il est fier de la réussite du club.", "pronoun:Il"),
    ("Il reste le favori de la course.", "pronoun:Il"),
    ("La mairie a salué son courage.", "possessive:son courage"),
    ("Le médecin a constaté son décès.", "possessive:son décès"),
    ("L’accident a causé sa mort.", "possessive:sa mort"),
    ("Le tribunal a confirmé sa condamnation.", "possessive:sa condamnation"),
    ("Son entraîneur a quitté le club.", "possessive:Son entraîneur"),
    ("Les joueurs ont quitté son stade.", "possessive:son stade"),
    ("Après son arrestation, la police a fouillé la maison.", "possessive:son arrestation"),
    ("Un élu pense que sa démission serait une erreur.", "possessive:sa démission"),
    ("Commentateur de la chaîne avec son complice de toujours, sa disparition attriste le club.", "possessive:sa disparition"),
    ("En 1968, sa pièce, représentant un général, est censurée par Paul Morel.", "possessive:sa pièce"),
    ("Sept d’entre eux ont signé la déclaration.", "pronoun:eux"),
    ("Le tandem aurait dû se reformer en mai, mais il était trop fatigué.", "pronoun:il"),
    ("Pour lui, la fermeture est une erreur.", "pronoun:lui"),
    ("La ministre lui a proposé un poste.", "pronoun:lui"),
    ("Toutefois, ce phénomène n’est pas limité à la France.", "demonstrative:ce phénomène"),
    ("Ce jour-là, la mairie était fermée.", "demonstrative:Ce jour"),
    ("La mairie regrette cette décision.", "demonstrative:cette décision"),
    ("C’est une décision qui a surpris les habitants.", "pronoun:C’"),
    ("C’était la panique dans le stade.", "pronoun:C’"),
    ("La seconde est plus grave.", "other:La seconde"),
    ("Toutes les deux ont quitté la salle.", "other:Toutes les deux"),
    ("Un autre incendie a éclaté à Lourmel.", "other:Un autre"),
    ("Dans la nuit, un autre incendie a éclaté à Lourmel.", "other:un autre"),
    ("Chacun avait une petite chambre.", "other:Chacun"),
    ("Ce dernier a quitté la salle.", "other:Ce dernier"),
    ("La ville a vécu le même drame.", "other:le même"),
    ("Le lendemain, la police a fouillé le quartier.", "time:Le lendemain"),
    ("La préfecture a ensuite annoncé deux morts.", "time:ensuite"),
    ("La mairie avait fermé le pont quelques jours plus tôt.", "time:plus tôt"),
    ("Les élus se sont justifiés de la même façon.", "other:la même"),
    ("Depuis, la route est fermée.", "time:Depuis"),
    ("Deux heures plus tard, la route a rouvert.", "time:plus tard"),
    ("Le ministre l’a convoqué mardi.", "clitic:l’"),
    ("La presse y voit un cadeau.", "clitic:y"),
    ("Cent vingt détenus en profitent pour fuir.", "clitic:en"),
    ("Paul Morel le double dans les derniers mètres et remporte la course.", "clitic:le"),
    ("« Nous avons gagné sans trembler. »", "speaker:Nous"),
    ("Rappelons que la digue date de 1920.", "speaker:Rappelons"),
    ("D’autant que la mairie a fermé le pont.", "dependent:D’autant que"),
]


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("Les deux petites formations ont de fortes divergences.", ("definite:Les deux",)),
        ("Les deux filles du préfet ont travaillé à la mairie.", ()),
        ("Lille a battu Metz, mais les deux clubs restent en course.", ()),
        ("Les trois pays voisins de la France ont signé.", ()),
    ],
)
def test_pairs(text: str, obstacle: tuple[str, ...]) -> None:
    assert tuple(o for clause in clauses_of(text, load()) for o in clause.obstacles if o.startswith("definite:")) == obstacle


@pytest.mark.parametrize("text", FREE)
def test_free(text: str) -> None:
    assert leans(text) == []


@pytest.mark.parametrize(("text", "obstacle"), BLOCKED)
def test_blocked(text: str, obstacle: str) -> None:
    assert any(found.startswith(obstacle) for found in leans(text)), leans(text)


def test_what_an_earlier_clause_explains_hinders_the_clause_alone() -> None:
    first, second = clauses_of("La mairie a vendu la piscine, et elle a fermé le gymnase.", load())
    assert first.obstacles == ()
    assert second.obstacles == ("connective:et", "inner:elle") and not second.standalone


@pytest.mark.parametrize(
    ("text", "verb"),
    [("Le public de la salle explose.", "explose"), ("L’armée turque combat principalement les rebelles.", "combat"), ("La trêve écorne encore davantage l’image du ministre.", "écorne")],
)
def test_the_verb_that_the_tagger_missed(text: str, verb: str) -> None:
    (clause,) = clauses_of(text, load())
    assert clause.verb.of(text) == verb and clause.regular


@pytest.mark.parametrize("text", ["En somme, une famille très discrète et sans histoire.", "Une marche blanche pour les victimes de la catastrophe.", "Une confession étonnante pour un candidat, survenant en pleine affaire."])
def test_no_verb_is_made_up(text: str) -> None:
    assert clauses_of(text, load()) == ()


def test_a_shorter_form_keeps_what_its_pronouns_stand_for() -> None:
    (clause,) = clauses_of("La digue, que les pompiers de Lourmel surveillent, menace selon la mairie leur caserne.", load())
    assert all("leur caserne" not in form.text or "pompiers" in form.text for form in clause.shorter)


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("Lorsqu’il a racheté le journal, Paul Morel a tout changé.", False),
        ("Lorsqu’il a racheté le journal, la ville a tout changé.", True),
        ("Si elle gagne, selon Paul Morel, la course est finie.", True),
        ("Il n’était pas utile de prolonger la fouille.", False),
        ("Il a prolongé la fouille.", True),
    ],
)
def test_the_check_sees_what_follows_an_opening_clause(text: str, refused: bool) -> None:
    assert bool(orphan_reasons(read_sentence(text, load()), lexicon(load()))) is refused
