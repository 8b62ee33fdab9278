"""The plan of the page: what stands where, what is said twice, how its written blocks read as one text."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from seo_fr.choose.flow import flowing, varied
from seo_fr.choose.reading import closing_kind, first_words
from seo_fr.choose.repeat import Told
from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Page, Span
from seo_fr.options import Options
from seo_fr.propose.blocks import _presented
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.mains import lede_forms
from seo_fr.propose.sound import is_provisional, is_sound, without_announcement
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from tests.articles import understood

HALLE = """Saint-Aubry : un incendie détruit la halle du marché

Dans la nuit de lundi à mardi, vers 3 heures, un incendie a détruit la halle du marché de Saint-Aubry. Deux pompiers ont été blessés.

La mairie a annoncé l’ouverture d’un marché provisoire sur la place des Tilleuls dès samedi. Le maire, Paul Morvan, a remercié les pompiers du département. Le maire a promis une aide de 300 euros à chaque commerçant.

Rappelons que la halle avait été rénovée en 2015 pour 1,2 million d’euros. La charpente datait de 1880. Les experts de l’assureur ont visité les ruines mercredi matin. Une partie du toit menace encore de tomber sur la rue voisine.

Le syndicat des commerçants accuse la commune d’avoir négligé l’installation électrique. La commune nie toute négligence. Le parquet a ouvert une enquête pour déterminer les causes du sinistre.

Une réunion publique est prévue jeudi soir à la salle des fêtes. Les travaux de démolition commenceront en avril. Le conseil municipal votera le budget de la reconstruction en juin.
"""


@cache
def page() -> Page:
    return write_page(read_text(HALLE), Options(grammar=False))


def block(kind: str) -> list[str]:
    return [item.text for found in page().blocks if found.kind == kind for item in found.passages]


def sentence(source: Source, index: int) -> Telling:
    found = source.analysis.sentences[index]
    end = found.span.end - len(found.span.of(source.text)) + len(found.span.of(source.text).rstrip())
    done = finish(source, Span(found.span.start, end), [])
    assert done is not None
    return Telling(*done, tuple(clause.id for clause in source.clauses_of[index]), index)


def candidate(text: str, *facts: int, tags: tuple[str, ...] = (), order: int = 0) -> Candidate:
    return Candidate("keypoints", (passage("keypoints", "bullet", text, Copied(Span(order, order + len(text))), facts),), facts, (0,), order, tags=tags)


# --------------------------------------------------------------------------------------------------------------- the page


def test_the_required_blocks_stand_within_their_limits() -> None:
    assert 25 <= sum(count_words(text) for text in block("introduction")) <= 90
    assert 3 <= len(block("keypoints")) <= 5
    assert 12 <= sum(count_words(text) for text in block("conclusion")) <= 80


def test_behind_the_main_fact_the_introduction_tells_later_paragraphs() -> None:
    first = HALLE.strip().split("\n\n")[1]
    assert len(block("introduction")) > 1
    assert not any(text in first for text in block("introduction")[1:])  # « Deux pompiers ont été blessés. » stands just below


def test_the_conclusion_tells_only_what_comes_or_is_open() -> None:
    assert all(re.search(r"prévue|commenceront|votera|enquête|dès samedi|menace|a promis|nie", text) for text in block("conclusion"))


def test_an_article_that_is_over_has_no_conclusion() -> None:
    over = "Le club de Varzy a battu Lormes\n\nLe club de Varzy a battu Lormes 3 à 1 samedi en finale du tournoi. Paul Morvan a marqué deux buts.\n\nLe stade de Varzy a accueilli 1 200 spectateurs. La buvette a fermé à minuit.\n\nLormes a perdu deux joueurs sur blessure. La pluie a cessé à la mi-temps."
    made = write_page(read_text(over), Options(grammar=False))
    assert not any(found.kind == "conclusion" for found in made.blocks)
    finding = next(finding for finding in made.findings if finding.rule == "sans-conclusion")
    assert finding.severity == "warning"


def test_the_introduction_opens_with_the_main_fact_without_its_frame() -> None:
    assert block("introduction")[0] == "Un incendie a détruit la halle du marché de Saint-Aubry."


def test_key_points_tell_nothing_of_the_introduction() -> None:
    told = {kind: {fact for found in page().blocks if found.kind == kind for item in found.passages for fact in item.facts} for kind in ("introduction", "keypoints")}
    assert not told["introduction"] & told["keypoints"]


def test_the_conclusion_looks_ahead() -> None:
    assert re.search(r"prévue|commenceront|votera", " ".join(block("conclusion")))


def test_no_announcement_of_the_newspaper_opens_what_is_written() -> None:
    assert not any(text.startswith("Rappelons") for kind in ("introduction", "keypoints", "conclusion") for text in block(kind))


@pytest.mark.parametrize("kind", ["introduction", "keypoints", "conclusion", "who", "figures", "timeline", "places"])
def test_a_block_tells_no_fact_twice(kind: str) -> None:
    for found in page().blocks:
        if found.kind == kind:
            facts = [fact for item in found.passages for fact in set(item.facts)]
            assert len(facts) == len(set(facts))


def test_the_same_plan_each_time() -> None:
    again = write_page(read_text(HALLE), Options(grammar=False))
    assert [item.id for found in again.blocks for item in found.passages] == [item.id for found in page().blocks for item in found.passages]


# ------------------------------------------------------------------------------------------------------------------- flow


def two(source: Source) -> tuple[str, ...]:
    found = []
    for index in (0, 1):
        told = sentence(source, index)
        found.append(Candidate("introduction", (passage("introduction", "sentence", told.text, Copied(told.span, told.edits), told.clauses),), told.clauses, (0,), told.span.start))
    return tuple(item.passages[0].text for item in flowing(source, tuple(found), "introduction", frozenset()))


def test_the_subject_of_the_sentence_before_becomes_a_pronoun() -> None:
    assert two(understood("Le maire a remercié les pompiers. Le maire a promis une aide."))[1] == "Il a promis une aide."


@pytest.mark.parametrize(
    "text",
    [
        "Le maire a remercié le ministre. Le maire a promis une aide.",  # two who may be meant
        "La mairie a fermé la halle. La halle avait été rénovée.",  # not the same subject
        "Le maire a remercié les pompiers. « Le maire est parti », a dit un voisin.",
    ],
)
def test_no_pronoun_where_two_may_be_meant(text: str) -> None:
    source = understood(text)
    assert two(source)[1] == sentence(source, 1).text


def test_a_refused_pronoun_leaves_the_name() -> None:
    source = understood("Le maire a remercié les pompiers. Le maire a promis une aide.")
    told = [sentence(source, index) for index in (0, 1)]
    found = tuple(Candidate("introduction", (passage("introduction", "sentence", t.text, Copied(t.span, t.edits), t.clauses),), t.clauses, (0,), t.span.start) for t in told)
    first = flowing(source, found, "introduction", frozenset())
    refused = flowing(source, found, "introduction", frozenset({first[1].passages[0].id}))
    assert refused[1].passages[0].text == "Le maire a promis une aide."


def test_no_three_running_begin_alike() -> None:
    texts = ["Le maire parle.", "Le préfet parle.", "Le juge parle.", "Une école ferme.", "Le train part."]
    found = varied(candidate(text, i) for i, text in enumerate(texts))
    words = [item.passages[0].text.split()[0] for item in found]
    assert not any(words[i] == words[i + 1] == words[i + 2] for i in range(len(words) - 2))
    assert sorted(item.passages[0].text for item in found) == sorted(texts)


def test_what_a_conclusion_says() -> None:
    assert closing_kind([candidate("a", tags=("future",)), candidate("b", tags=("future", "said"))]) == "future"
    assert closing_kind([candidate("a", tags=("future",)), candidate("b", tags=("demands",))]) == "onward"
    assert closing_kind([candidate("a", tags=("accuses", "open")), candidate("b", tags=("denies", "open"))]) == "contested"
    assert closing_kind([candidate("a", tags=("open",))]) == "open"
    assert closing_kind([candidate("a", tags=("pending", "inquiry"))]) == "inquiry"
    assert closing_kind([candidate("a", tags=("pending", "inquiry")), candidate("b", tags=("future",))]) == "inquiry-onward"


def test_no_fact_of_the_page_stands_twice_in_the_same_sentence() -> None:
    lines = [line for kind in ("introduction", "keypoints", "conclusion") for text in block(kind) for line in re.split(r"(?<=[.!?]) ", text)]
    assert len(lines) == len(set(lines))


def test_the_conclusion_is_not_the_paragraph_just_above() -> None:
    last = HALLE.strip().split("\n\n")[-1]
    assert " ".join(block("conclusion")) != last


def test_what_was_told_and_what_was_not() -> None:
    told = Told(())
    told.add(candidate("La commune a fermé hier soir toutes les rues du centre ancien.", 1))
    assert told.untold(candidate("La commune a fermé hier soir toutes les rues du centre ancien. Elle les rouvrira mardi.", 1, 2)) == 1
    assert told.copies(candidate("Mardi, la commune a fermé hier soir toutes les rues.", 2))
    assert not told.copies(candidate("Le maire est parti.", 3))


SCENE = """Lorignan : les pompiers votent la grève jusqu’à vendredi

Il fait encore nuit et la pluie tombe sur la cour. Quelques hommes fument sous un auvent.

Les pompiers de Lorignan ont voté mardi la grève jusqu’à vendredi. Ils demandent trente embauches.
"""


def test_where_the_first_sentence_sets_the_scene_the_news_opens() -> None:
    found = write_page(read_text(SCENE), Options(grammar=False, words=0))
    assert next(item.passages[0].text for item in found.blocks if item.kind == "introduction").startswith("Les pompiers de Lorignan ont voté")


def test_first_words_are_two_and_lower() -> None:
    assert first_words(candidate("Le Maire de Lens parle.")) == ("le", "maire")


# ----------------------------------------------------------------------------------------------------------------- counted


def test_a_phrase_of_eight_words_is_said_once_but_quotes_and_names_are_free() -> None:
    told = Told(("Paul Morvan", "halle du marché"))
    told.add(candidate("La commune a fermé hier soir toutes les rues du centre ancien.", 1))
    assert not told.allows(candidate("Mardi, la commune a fermé hier soir toutes les rues.", 2))
    assert told.allows(candidate("La commune a fermé hier soir toutes ses écoles.", 2))
    told.add(candidate("« Nous avons tout perdu en une seule nuit de feu », dit Paul Morvan.", 3))
    assert told.allows(candidate("Paul Morvan : « Nous avons tout perdu en une seule nuit de feu »", 3))
    told.add(candidate("Paul Morvan : « Nous avons tout perdu en une seule nuit de feu »", 3))
    assert not told.allows(candidate("Nous avons tout perdu.", 3))


# ------------------------------------------------------------------------------------------------------------------- sound


@pytest.mark.parametrize(
    "text",
    [
        "Parce que la halle a brûlé.",
        "D’autant plus que la halle était fermée ce soir-là.",
        "Une attaque qui survient alors que la ville dort.",
        "« La banque demeure un moyen de paiement sûr ».",
        "Parmi les victimes du mois, on peut citer.",
        "Même son de cloche au ministère de la Justice.",
        "Tous sont sains et saufs.",
        "Paul Morvan le rejoint et accélère.",
        "Un défi de taille, puisque la halle a une masse de 400 tonnes.",
        "Fidèle à la gauche, il était hostile au projet.",
    ],
)
def test_what_is_no_sentence_by_itself(text: str) -> None:
    source = understood(text)
    if source.clauses_of.get(0):
        assert not is_sound(source, sentence(source, 0))


@pytest.mark.parametrize("text", ["Un homme qui dormait a été blessé.", "Il faut attendre la décision du tribunal.", "Une enquête a été ouverte.", "La mairie a dit que « la halle est fermée »."])
def test_what_is_a_sentence(text: str) -> None:
    source = understood(text)
    assert is_sound(source, sentence(source, 0))


def test_a_day_does_not_leave_its_afternoon() -> None:
    source = understood("Un autocar a quitté la route dimanche après-midi.")
    told = sentence(source, 0)
    place = source.text.index("dimanche ")
    done = finish(source, told.span, [Edit("drop", "x", Span(place, place + len("dimanche ")), "")])
    assert done is not None
    assert not is_sound(source, Telling(*done, told.clauses, 0))


def test_a_first_toll_is_provisional() -> None:
    source = understood("Le premier bilan faisait état de 20 morts.")
    assert is_provisional(sentence(source, 0))
    revised = understood("Le bilan provisoire de l’attaque a d’abord fait état de trois morts, puis a été porté à quatre morts.")
    assert not is_provisional(sentence(revised, 0))


def test_an_announcement_falls_and_another_s_word_does_not() -> None:
    source = understood("Rappelons que la halle avait été rénovée en 2015. Le maire rappelle que la halle est fermée.")
    assert without_announcement(source, sentence(source, 0)).text == "La halle avait été rénovée en 2015."
    assert without_announcement(source, sentence(source, 1)).text.startswith("Le maire rappelle")


@pytest.mark.parametrize(
    ("lede", "expected"),
    [
        ("Mardi soir, à Lens, un incendie a détruit la halle du marché.", "À Lens, un incendie a détruit la halle du marché."),
        ("Selon la mairie, un incendie a détruit la halle du marché.", "Selon la mairie, un incendie a détruit la halle du marché."),
        ("Mardi soir, un incendie n’a pas détruit la halle du marché.", "Mardi soir, un incendie n’a pas détruit la halle du marché."),
        ("La grue du port de Lorignan, qui avait été réparée en mars, est tombée mardi sur un quai.", "La grue du port de Lorignan, qui avait été réparée en mars, est tombée mardi sur un quai."),
        (
            "La grue du port de Lorignan, qui avait été réparée en mars, est tombée mardi sur un quai du bassin de plaisance où attendaient depuis le matin des camions chargés de bois et des ouvriers venus de tout le département.",
            "La grue du port de Lorignan est tombée mardi sur un quai du bassin de plaisance où attendaient depuis le matin des camions chargés de bois et des ouvriers venus de tout le département.",
        ),
        (
            "Le tribunal de Lorignan a condamné mardi l’ancien comptable de la coopérative agricole du canton à quatre ans d’emprisonnement, dont deux avec sursis, pour avoir détourné des fonds en six années.",
            "Le tribunal de Lorignan a condamné mardi l’ancien comptable de la coopérative agricole du canton à quatre ans d’emprisonnement, dont deux avec sursis, pour avoir détourné des fonds en six années.",
        ),
        ("Mardi soir, à Lens, la halle du marché a brûlé, puis rouvert le lendemain matin.", "Mardi soir, à Lens, la halle du marché a brûlé, puis rouvert le lendemain matin."),
    ],
)
def test_the_lede_loses_its_frame_and_nothing_that_limits_it(lede: str, expected: str) -> None:
    assert lede_forms(understood(lede))[0].text == expected


def test_an_introduction_that_copies_the_first_paragraph_is_a_finding() -> None:
    from seo_fr.check.limits import check_limits
    from seo_fr.rulebook import load

    made = page()
    first = next(item for found in made.blocks if found.kind == "section" for item in found.passages if item.role == "paragraph")
    long = replace(first, text=first.text + " La commune a fermé toutes les rues du centre ancien pendant deux jours et demandé aux habitants de ne pas sortir avant la fin des travaux de sécurité.")
    blocks = tuple(
        replace(found, passages=(replace(long, role="sentence"),)) if found.kind == "introduction" else replace(found, passages=tuple(long if item is first else item for item in found.passages)) for found in made.blocks
    )
    rules = [finding.rule for finding in check_limits(replace(made, blocks=blocks), load(), 0)]
    assert "introduction-copie" in rules
    assert "introduction-copie" not in [finding.rule for finding in check_limits(made, load(), 0)]


def test_nobody_unknown_stands_behind_the_main_fact() -> None:
    text = "Varzy : un incendie détruit la halle\n\nUn incendie a détruit la halle de Varzy lundi matin. Deux pompiers ont été blessés.\n\nLuc Tavernier a vu 30 camions sur la place de Lormes. La mairie a fermé trois écoles de la ville.\n\nLe feu a détruit 1 200 mètres carrés de toiture. La préfecture a envoyé 85 pompiers du département."
    made = write_page(read_text(text), Options(grammar=False))
    assert not any("Tavernier" in item.text for found in made.blocks if found.kind in ("introduction", "conclusion") for item in found.passages)


def test_who_announces_what_he_will_do_is_heard_whole() -> None:
    from seo_fr.propose.blocks import saying_sentences

    def heard(sentence: str) -> tuple[str, ...]:
        return tuple(telling.text.replace("\u00a0", " ") for telling in saying_sentences(understood("Le tribunal de Lens a condamné le notaire Paul Morvan à deux ans de prison.", sentence)))

    assert heard("L’avocat de Paul Morvan, Me Luc Tavernier, a annoncé qu’il ferait appel.") == ("L’avocat de Paul Morvan, Me Luc Tavernier, a annoncé qu’il ferait appel.",)
    assert heard("La défense a annoncé qu’il ferait appel.") == ()  # « il » is nobody of this sentence
    assert heard("L’avocat de Paul Morvan, Me Luc Tavernier, l’a confirmé.") == ()


def written(text: str) -> Page:
    return write_page(read_text(text), Options(grammar=False))


def lines(made: Page, kind: str) -> list[str]:
    return [item.text for found in made.blocks if found.kind == kind for item in found.passages]


DEPOT = (
    "Incendie au dépôt de Varzy\n\nUn incendie a détruit lundi le dépôt de bus de Varzy, a annoncé la mairie. Aucun agent n’a été blessé.\n\n"
    "La police a arrêté quatre hommes mardi à Lormes. La garde à vue des quatre hommes peut durer jusqu’à samedi.\n\n"
    "Le dépôt abritait quarante bus. En 2015, un incendie avait ravagé douze autocars de la même société.\n\nLe maire de Varzy, Paul Morvan, est venu sur place. Les pompiers de Lormes ont quitté les lieux à minuit."
)


def test_a_custody_that_may_last_is_not_over() -> None:
    assert lines(written(DEPOT), "conclusion")[:1] == ["La garde à vue des quatre hommes peut durer jusqu’à samedi."]


def test_a_short_conclusion_says_for_certain_what_comes() -> None:
    made = written(DEPOT.replace("La garde à vue des quatre hommes peut durer jusqu’à samedi.", "Les quatre hommes ont accusé un retard de deux heures."))
    assert not any("accusé un retard" in line for line in lines(made, "conclusion"))


def test_below_the_limits_of_introduction_and_conclusion_is_a_finding() -> None:
    made = written(DEPOT)
    rules = {finding.rule: finding for finding in made.findings}
    for kind, least in (("introduction", 40), ("conclusion", 30)):
        size = sum(count_words(line) for line in lines(made, kind))
        assert (f"{kind}-longueur" in rules) == (size < least)
        assert size >= least or rules[f"{kind}-longueur"].severity == "warning"
    assert "conclusion-longueur" in rules


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Paul Morvan, membre du bureau de la ligue, a refusé de signer.", True),
        ("Paul Morvan (Les Bleus) a refusé de signer.", True),
        ("Paul Morvan est le premier agent à partir.", True),
        ("Paul Morvan, selon la mairie, a refusé de signer.", False),
        ("Paul Morvan a refusé de signer.", False),
    ],
)
def test_who_is_presented_beside_the_name(text: str, known: bool) -> None:
    source = understood(text)
    entity = next(entity for entity in source.analysis.entities if entity.kind == "person")
    assert _presented(source, entity, typeset(text)) is known
