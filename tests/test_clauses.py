"""Clauses: parts, tense, commitment, obstacles and kind, on sentences written for the tests."""

from __future__ import annotations

import pytest

from seo_fr.analyse.examples import clauses_of
from seo_fr.analyse.syntax import Tree, is_conditional
from seo_fr.model import Clause, Sentence, Span, Token
from seo_fr.rulebook import load


def clauses(text: str) -> tuple[Clause, ...]:
    return clauses_of(text, load())


def part(text: str, span: Span | None) -> str:
    return "" if span is None else span.of(text)


def built(lines: str) -> Tree:
    """A tree from lines «word lemma POS dep head [Feature=Value|…]», heads as line numbers from 0."""
    tokens: list[Token] = []
    text = ""
    for line in lines.strip().splitlines():
        word, lemma, pos, dep, head, *rest = line.split()
        features = tuple(tuple(f.split("=")) for f in rest[0].split("|")) if rest else ()
        start = len(text) + (1 if text else 0)
        text = f"{text} {word}" if text else word
        tokens.append(Token(Span(start, len(text)), lemma, pos, dep, int(head), features))  # type: ignore[arg-type]
    return Tree.read(text, tuple(tokens), Sentence(Span(0, len(text)), 0, (0, len(tokens))))


def test_parts_of_a_simple_clause() -> None:
    text = "Vendredi, la maire de Lourmel a inauguré une médiathèque."
    (clause,) = clauses(text)
    assert part(text, clause.lead) == "Vendredi,"
    assert part(text, clause.subject) == "la maire de Lourmel"
    assert part(text, clause.verb) == "a inauguré"
    assert part(text, clause.complement) == "une médiathèque"
    assert part(text, clause.span) == text[:-1]
    assert (clause.lemma, clause.tense, clause.passive, clause.negated, clause.regular) == ("inaugurer", "perfect", False, False, True)
    assert clause.commitment == "asserted" and clause.standalone


def test_apposition_belongs_to_the_subject() -> None:
    text = "Le porte-parole du groupe, Paul Vasseur, a présenté les comptes."
    (clause,) = clauses(text)
    assert part(text, clause.subject) == "Le porte-parole du groupe, Paul Vasseur"


def test_neutral_insertion_is_no_part_of_the_subject() -> None:
    text = "La région, quant à elle, a financé les travaux."
    (clause,) = clauses(text)
    assert part(text, clause.subject) == "La région" and clause.regular


def test_coordinated_clause_shares_its_subject() -> None:
    text = "Le conseil a voté le budget, mais a repoussé le projet de tramway."
    first, second = clauses(text)
    assert part(text, first.span) == "Le conseil a voté le budget"
    assert part(text, second.subject) == "Le conseil"
    assert any(o.startswith("shared-subject:Le conseil") for o in second.obstacles) and not second.standalone


def test_semicolon_separates_clauses() -> None:
    text = "Le pont a été fermé ; les secours ont évacué trois familles."
    assert [part(text, c.subject) for c in clauses(text)] == ["Le pont", "les secours"]


@pytest.mark.parametrize(
    ("text", "tense", "passive", "negated"),
    [
        ("Le pont a été fermé par le préfet.", "perfect", True, False),
        ("Le pont est fermé par le préfet.", "present", True, False),
        ("Le préfet est parti à midi.", "perfect", False, False),
        ("Le préfet n’a pas fermé le pont.", "perfect", False, True),
        ("Le préfet fermera le pont.", "future", False, False),
        ("Le préfet va fermer le pont.", "near-future", False, False),
        ("Le préfet fermait le pont.", "imperfect", False, False),
        ("Le préfet avait fermé le pont.", "pluperfect", False, False),
        ("Le préfet aurait fermé le pont.", "past-conditional", False, False),
        ("Le préfet fermerait le pont.", "conditional", False, False),
    ],
)
def test_tense_voice_negation(text: str, tense: str, passive: bool, negated: bool) -> None:
    (clause,) = clauses(text)
    assert (clause.tense, clause.passive, clause.negated) == (tense, passive, negated)


@pytest.mark.parametrize(
    ("word", "lemma", "mood", "expected"),
    [
        ("aurait", "avoir", "Cnd", True),
        ("fermerait", "fermer", "Ind", True),
        ("déclarait", "déclarer", "Ind", False),
        ("montrait", "montrer", "Cnd", False),
        ("tirait", "tirer", "Cnd", False),
        ("finirait", "finir", "Cnd", True),
        ("ouvrait", "ouvrir", "Cnd", False),
        ("devrait", "devoir", "Ind", True),
        ("fermait", "fermer", "Ind", False),
    ],
)
def test_conditionals_are_told_from_imperfects(word: str, lemma: str, mood: str, expected: bool) -> None:
    assert is_conditional(word, lemma, mood) is expected


@pytest.mark.parametrize(
    "text",
    [
        "Selon la préfecture, trois maisons ont brûlé.",
        "Trois maisons ont brûlé, d’après les pompiers.",
        "Le maire affirme que la digue a cédé.",
        "Le maire a annoncé la fermeture de la piscine.",
        "La société est accusée d’avoir pollué la rivière.",
        "Le suspect aurait quitté le pays.",
        "Le feu serait parti d’une cuisine.",
        "Le feu est probablement parti d’une cuisine.",
        "La digue devrait tenir.",
        "La digue pourrait céder.",
        "Le ministre a nié avoir reçu cette lettre.",
        "« La digue a cédé », a dit le maire.",
        "« La digue a cédé. »",
        "La digue va céder.",
        "La digue n’a pas cédé.",
        "La digue a-t-elle cédé ?",
        "Si la digue cède, la ville est perdue.",
        "La digue a cédé, a indiqué le maire.",
        "Il semble que la digue a cédé.",
        "Le meurtrier présumé est né à Lille.",
        "Aux yeux du syndicat, la direction a menti.",
        "De source policière, le tireur est mort.",
        "Six ouvriers ont été tués dans la collision, ont annoncé le 26 mars les secours.",
        "Pour 63 % des habitants, la ville est trop chère.",
        "Pour Paul Vasseur, la ville est trop chère.",
        "La ville est trop chère, fait remarquer Paul Vasseur.",
        "La ville, dit-on, est trop chère.",
        "François Morel et sa sœur seraient partis hier.",
    ],
)
def test_what_the_newspaper_does_not_vouch_for_is_not_asserted(text: str) -> None:
    found = clauses(text)
    assert found and all(clause.commitment != "asserted" for clause in found)


@pytest.mark.parametrize(
    "text",
    [
        "Trois maisons ont brûlé à Lourmel.",
        "Les joueurs défilent selon un calendrier précis.",
        "Le tribunal a condamné le voleur à un an de prison.",
        "Le musée a acheté trois cents tableaux.",
        "Pour l’Italie, la situation est grave.",
        "Le pont n’a été fermé que lundi.",
    ],
)
def test_what_it_vouches_for_is_asserted(text: str) -> None:
    assert [clause.commitment for clause in clauses(text)] == ["asserted"]


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("Il a quitté la salle.", "pronoun:Il"),
        ("Mais la maire a quitté la salle.", "connective:Mais"),
        ("La maire l’a quittée.", "clitic:l’"),
        ("La maire y a vécu dix ans.", "clitic:y"),
        ("Cette localité a été évacuée.", "demonstrative:Cette localité"),
        ("Ce dernier a quitté la salle.", "other:Ce dernier"),
        ("Celui-ci a quitté la salle.", "pronoun:Celui-ci"),
        ("Un autre incendie a éclaté.", "other:Un autre"),
        ("La mairie a également fermé le parc.", "also:également"),
        ("Le lendemain, le parc a rouvert.", "time:Le lendemain"),
        ("L’accident a causé sa mort.", "possessive:sa mort"),
        ("Nous avons fermé le parc.", "speaker:Nous"),
    ],
)
def test_obstacles(text: str, obstacle: str) -> None:
    assert obstacle in [o for clause in clauses(text) for o in clause.obstacles]


@pytest.mark.parametrize(
    "text",
    [
        "Il y a trois blessés dans la collision.",
        "La mairie a vendu sa piscine.",
        "La maire a dit qu’elle quitterait la ville.",
        "Ce lundi, la mairie a fermé le parc.",
        "Ces dernières années, la mairie a planté mille arbres.",
    ],
)
def test_what_can_be_understood_alone(text: str) -> None:
    assert all(clause.standalone for clause in clauses(text))


def test_connective_alone_does_not_hinder() -> None:
    (clause,) = clauses("Mais Claire Morel a quitté la salle.")
    assert clause.standalone and clause.obstacles == ("connective:Mais",)


def test_reported_speech_is_not_cut_into_clauses_of_the_newspaper() -> None:
    for clause in clauses("Le préfet affirme que la digue a cédé, et la ville a été évacuée."):
        assert clause.commitment != "asserted"


def test_a_report_ends_where_the_tense_of_the_telling_returns() -> None:
    text = "La préfecture a signalé qu’un drone s’était écrasé sur un immeuble de la ville, et elle a accusé la société de négligence."
    first, second = clauses(text)
    assert part(text, first.complement) == "qu’un drone s’était écrasé sur un immeuble de la ville"
    assert part(text, second.subject) == "elle" and second.commitment == "alleged"


def test_a_present_taken_for_an_adjective_is_mended() -> None:
    tree = built(
        """
        la le DET det 1
        société société NOUN ROOT 1 Number=Sing
        dément dément ADJ amod 1
        ces ce DET det 4
        rumeurs rumeur NOUN nmod 1
        """
    )
    (group,) = tree.groups
    assert tree.words[group.head] == "dément" and tree.tokens[group.head].lemma == "démentir"
    assert tree.roots == (group.head,)


@pytest.mark.parametrize(
    ("text", "obstacle"),
    [
        ("La mesure provoque la colère des riverains.", "definite:La mesure"),
        ("Chaque candidat a reçu une affiche.", "definite:Chaque candidat"),
        ("Il s’agit de la troisième attaque.", "pronoun:Il s’agit"),
        ("Le ministre de l’époque avait refusé.", "time:de l’époque"),
        ("Le prochain aura lieu à Lyon.", "other:Le prochain"),
    ],
)
def test_what_points_back(text: str, obstacle: str) -> None:
    (clause,) = clauses(text)
    assert obstacle in clause.obstacles and not clause.standalone


@pytest.mark.parametrize("text", ["Le gouvernement prépare un budget.", "La police allemande a fermé le pont.", "Le dernier train est parti.", "De plus en plus de pays abandonnent le charbon."])
def test_what_does_not_point_back(text: str) -> None:
    (clause,) = clauses(text)
    assert clause.obstacles == ()


def test_a_contrast_that_follows_is_an_obstacle() -> None:
    first, *_ = clauses("La préfecture a fermé le pont de Lourmel. Mais les riverains ont pu passer.")
    assert "contrast-after:mais" in first.obstacles and not first.standalone
    told, *_ = clauses("La préfecture a annoncé la fermeture du pont. Toutefois, les riverains ont pu passer.")
    assert told.standalone


@pytest.mark.parametrize(
    ("text", "commitments"),
    [
        ("C’est le conducteur qui aurait perdu le contrôle du véhicule.", ["alleged"]),
        ("Le pont est fermé depuis lundi, et la mairie cherche une solution, selon la presse.", ["attributed", "attributed"]),
        ("Les deux explosions ont fait six morts et blessé dix passants selon les secours.", ["attributed"]),
        ("Selon la police, deux hommes ont été tués, mais le prêtre est blessé.", ["attributed", "attributed"]),
        ("Le texte serait caduc, ont fait savoir les députés.", ["attributed"]),
        ("La ville est privée d’eau a indiqué hier la préfecture.", ["attributed"]),
    ],
)
def test_another_voice_is_heard_wherever_it_stands(text: str, commitments: list[str]) -> None:
    assert [clause.commitment for clause in clauses(text)][: len(commitments)] == commitments


def test_an_approximation_belongs_to_its_number() -> None:
    text = "Quelque 45 000 habitants ont été évacués."
    (clause,) = clauses(text)
    assert part(text, clause.subject) == "Quelque 45 000 habitants" and clause.lead is None
