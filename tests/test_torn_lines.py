"""What a shorter form must not lose or put in another's mouth: found on unseen articles, each class with what stays right."""

from __future__ import annotations

import pytest

from seo_fr.choose.pick import Choice
from seo_fr.choose.pool import Pool, Strategy
from seo_fr.options import Options
from seo_fr.propose import propose
from seo_fr.propose.heard import says_who
from seo_fr.propose.lines import every_line
from seo_fr.propose.mains import ledes, sets_scene
from seo_fr.propose.onward import is_scene
from seo_fr.propose.severed import severed
from seo_fr.propose.tell import sentence_telling
from seo_fr.propose.title_news import first_news
from seo_fr.propose.unsupported import compares, unsupported
from seo_fr.rewrite import rewrite
from seo_fr.rulebook import load
from seo_fr.rulebook.background import standard_entries, suits
from tests.articles import understood

BODY = (
    "La direction de la fonderie Morel a annoncé mardi la suppression de 214 emplois à Lens.",
    "Le maire de Lens, Paul Vidal, a demandé une réunion avant la fin du mois. Les salariés ont bloqué l’entrée du site pendant deux heures.",
)


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Fonderie Morel : 214 postes menacés, les syndicats promettent un bras de fer à Lens", "Fonderie Morel : 214 postes menacés"),
        ("Treize ans de réclusion pour l’ancien notaire de Lens, ses avocats envisagent un appel", "Treize ans de réclusion pour l’ancien notaire de Lens"),
        ("Le directeur de la fonderie mis en examen pour abus de biens, ses avocats nient les faits", None),  # who denies it stays
        ("Un avion s’écrase près de l’aéroport de Lens en pleine nuit, le bilan est de douze morts", None),
        ("Paul Vidal, maire de Lens depuis douze ans, quitte la direction de la fonderie Morel", None),  # an apposition is no news of its own
        ("Après la fermeture de la fonderie Morel de Lens, les salariés demandent un rendez-vous", None),
        ("Fonderie Morel : 214 postes menacés", None),
    ],
)
def test_the_first_of_two_pieces_of_news_is_a_title_tag(title: str, kept: str | None) -> None:
    found = [text.replace("\u00a0", " ") for text, _ in first_news(understood(*BODY, title=title))]
    assert found == ([kept] if kept is not None else [])


@pytest.mark.parametrize(
    ("title", "never"),
    [
        ("Disparition d’Anne Morel à Lens : l’ancien compagnon en garde à vue", "l’ancien compagnon"),
        ("Grève dans les bus de Lens : un trafic réduit de moitié jusqu’à dimanche au moins", "moitié au moins"),
    ],
)
def test_a_title_tag_is_not_torn(title: str, never: str) -> None:
    page = rewrite("\n\n".join((title, *BODY)))
    assert not page.title_tag.text.endswith(never)


def test_a_heading_keeps_its_subject() -> None:
    source = understood("Le musée de Lens ouvre une exposition.", "Fille d’un pharmacien, la jeune femme monte à Paris, fréquente les académies, expose deux fois au Salon. Son œuvre compte 400 toiles.")
    assert not [line.text for line in every_line(source) if line.text.startswith("Fille d’un pharmacien expose")]


@pytest.mark.parametrize(
    ("before", "speaker"),
    [
        ("Cette version a été mise à mal par l’expert en balistique, entendu mardi. Selon lui, le tir a été fait de loin.", None),
        ("Paul Vidal a reconnu le tir. Il a parlé de l’expertise pendant une heure.", "Paul Vidal"),
    ],
)
def test_il_is_nobody_named_where_somebody_else_may_be_meant(before: str, speaker: str | None) -> None:
    source = understood("La cour a condamné Paul Vidal à treize ans de réclusion.", f"Paul Vidal a toujours nié avoir visé son voisin. {'' if speaker else 'Le procès a duré une semaine.'}", f"{before} « On peut se tromper d’un mètre, pas de deux », a-t-il lâché.")
    said = next(quote for quote in source.analysis.quotes if "mètre" in quote.span.of(source.text))
    named = source.entity(said.speaker)
    assert (named.name.of(source.text) if named is not None else None) == speaker


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("le syndicat se montre plus prudent", True),
        ("un étudiant se montre moins indulgent", True),
        ("le syndicat se montre plus prudent que la direction", False),
        ("le syndicat se montre de plus en plus prudent", False),
        ("la pluie sera plus forte dimanche", False),
    ],
)
def test_a_comparison_names_both_sides(words: str, found: bool) -> None:
    assert compares(words) is found


@pytest.mark.parametrize(("label", "says"), [("L’établissement public", False), ("la société", False), ("l’élue écologiste", False), ("La société Palettes de Lens", True), ("Le maire", True), ("Les syndicats", True)])
def test_a_voice_is_called_by_what_says_who_it_is(label: str, says: bool) -> None:
    assert says_who(label) is says


@pytest.mark.parametrize(
    ("line", "refused"),
    [
        ("Anne Morel est entrée dans les buts. La gardienne de 19 ans a arrêté treize tirs.", True),
        ("Anne Morel dénonce la vente. « L’immeuble vaut le double », s’est emportée l’élue écologiste.", True),
        ("La salle était pleine. La gardienne de 19 ans a arrêté treize tirs.", False),
    ],
)
def test_a_bare_noun_for_somebody_named_just_before_is_not_told_alone(line: str, refused: bool) -> None:
    source = understood("Le conseil de Lens a siégé lundi devant deux cents habitants.", line)
    index = len(source.analysis.sentences) - 1
    telling = sentence_telling(source, index)
    assert telling is None or unsupported(source, telling) is refused
    assert telling is not None or refused


def test_the_hour_is_a_scene() -> None:
    source = understood("Il était près de minuit, lundi, quand le maire de Lens, Paul Vidal, a pu mettre le budget aux voix.", "Le conseil a adopté le budget par 19 voix contre 13.")
    first = [lede.telling for lede in ledes(source) if lede.telling.sentence == source.first_sentence]
    assert first
    assert all(sets_scene(source, telling) for telling in first)


RACE = (
    "La course de Lens s’est tenue dimanche sous la pluie, devant 3 000 spectateurs. Le peloton est parti à midi pour quatre étapes de natation, de cyclisme et de course à pied.",
    "Dès la première étape, l’échappée prend une minute. Anne Morel, victime d’une chute, abandonnera pendant la course à pied. Lucie Adam remporte la victoire et prend la tête du classement.",
    "Un groupe de dix coureuses est pris en chasse par les poursuivantes, qui restent à deux minutes du peloton. Le podium est complété par Zoé Martin.",
)


@pytest.mark.parametrize("line", ["Anne Morel, victime d’une chute, abandonnera", "Un groupe de dix coureuses est pris en chasse"])
def test_how_a_race_went_is_no_next_step(line: str) -> None:
    source = understood(*RACE)
    found = [each for each in propose(source.analysis, load(), Options(), "article").at("conclusion") if each.passages[0].text.startswith(line)]
    assert found
    assert all(not {"future", "pending", "wished"} & set(each.tags) for each in found)


def test_a_conclusion_does_not_tell_its_own_facts_again() -> None:
    source = understood(*BODY, "Les causes de la panne restent à déterminer, selon la direction de la fonderie. Une enquête a été ouverte par le parquet de Lens.")
    choice = Choice(Pool(propose(source.analysis, load(), Options(), "article"), frozenset(), Options(), 60), Strategy())
    first = next(each for each in choice.open("conclusion") if "enquête" in each.passages[0].text)
    choice.take("conclusion", first)
    again = [each for each in choice.open("conclusion") if set(each.facts) & set(first.facts)]
    assert again
    assert not any(choice._in_other_words(each) for each in again)


@pytest.mark.parametrize(
    ("entry", "text", "suited"),
    [
        ("repere-penalty", "Handball : Lens gagne. La gardienne de l’équipe de handball a arrêté deux penaltys.", False),
        ("repere-penalty", "Football : Lens gagne. La gardienne de l’équipe de football a arrêté deux penaltys.", True),
        ("repere-humanitaires-proteges", "Rougeole : les travailleurs humanitaires vaccinent les enfants de Lens.", False),
    ],
)
def test_the_words_of_a_game_or_a_war_are_explained_under_it(entry: str, text: str, suited: bool) -> None:
    book = load()
    found = next(each for each in standard_entries(book) if each.id == entry)
    assert (suits(found, text, len(text), book) > 0) is suited


@pytest.mark.parametrize(
    ("line", "shows"),
    [
        ("Paul Vidal, 69 ans, a fermé les yeux avant d’étreindre sa fille.", True),
        ("Paul Vidal tenait à bout de bras le portrait de son épouse.", True),
        ("Paul Vidal a fermé la mairie lundi pour deux semaines.", False),
        ("Paul Vidal a dénoncé lundi un débat mené « tête baissée » à Lens.", False),
    ],
)
def test_a_scene_is_no_key_point(line: str, shows: bool) -> None:
    source = understood("Le conseil de Lens a siégé lundi devant deux cents habitants.", line)
    telling = sentence_telling(source, len(source.analysis.sentences) - 1)
    assert telling is not None
    assert is_scene(telling) is shows


def test_this_time_leans_on_the_time_before() -> None:
    source = understood("Trois cents habitants ont défilé lundi à Lens.", "Une manifestation est prévue samedi, cette fois devant le siège de la région.")
    telling = sentence_telling(source, len(source.analysis.sentences) - 1)
    assert telling is None or unsupported(source, telling)


def test_how_it_is_done_stays_with_what_is_done() -> None:
    text = "La direction boucle ses plannings à coups d’intérimaires depuis l’automne."
    source = understood("Le service ferme la nuit à Lens.", text)
    start = source.text.index("La direction")
    assert severed(source, source.text.index(" à coups"), start)
    assert not severed(source, source.text.index(" depuis l’automne"), start)


def test_a_delay_for_an_appeal_is_pending() -> None:
    source = understood("Le tribunal de Lens a condamné lundi Paul Vidal à deux ans de prison.", "Paul Vidal a dix jours pour faire appel du jugement.")
    found = [each for each in propose(source.analysis, load(), Options(), "article").at("conclusion") if "dix jours" in each.passages[0].text]
    assert found
    assert all("pending" in each.tags for each in found)


def test_the_comma_behind_an_opening_place_stays() -> None:
    source = understood("Le maire de Lens a gagné dimanche.", "À Nolay, fief historique de la droite, Mme Morel devance le sortant de 1 150 voix.")
    lines = [line.text.replace("\u00a0", " ") for line in every_line(source)]
    assert not any(line.startswith("À Nolay Mme") for line in lines)


def test_a_verb_of_place_keeps_its_place() -> None:
    source = understood("Une nécropole a été découverte à Lens.", "La pièce maîtresse gît à deux mètres de profondeur, dans une chambre carrée.")
    start = source.text.index("La pièce")
    assert severed(source, source.text.index(" à deux"), start)


@pytest.mark.parametrize(("line", "told"), [("Il restera à la présidence pendant dix-huit mois.", False), ("Il reste à trouver un repreneur pour le site de Lens.", True)])
def test_who_stays_is_somebody(line: str, told: bool) -> None:
    source = understood("Le groupe Morel a vendu lundi son usine de Lens.", line)
    clause = source.clauses_of[len(source.analysis.sentences) - 1][0]
    assert any("pronoun" in obstacle for obstacle in clause.obstacles) is not told


def test_what_somebody_once_was_is_not_told_alone() -> None:
    source = understood("La gauche a gagné dimanche à Lens.", "L’ancien ministre a payé cher l’échec de la ligne.")
    telling = sentence_telling(source, len(source.analysis.sentences) - 1)
    assert telling is None or unsupported(source, telling)
