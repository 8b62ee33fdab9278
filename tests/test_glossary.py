"""The glossary: approved text word for word, where the article names the thing and the date allows it; every fault of the file at path:line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from seo_fr.check.fidelity import check_passage
from seo_fr.errors import InvalidRulebook
from seo_fr.fingerprint import fingerprint
from seo_fr.model import Analysis, Article, GlossaryEntry, Paragraph, Passage, Quote, Sentence, Slot, Span, Templated, Token
from seo_fr.options import Options
from seo_fr.propose.candidate import Candidate
from seo_fr.propose.glossary import glossary, unused
from seo_fr.propose.glossary_fit import Centrality, how_central
from seo_fr.propose.glossary_heading import glossary_heading, plain_headings
from seo_fr.read import read_text
from seo_fr.rewrite import write_page
from seo_fr.rulebook import load
from seo_fr.rulebook.background import approved, label_of, standard_entries, suits
from seo_fr.rulebook.glossary import read_glossary

OTAN = GlossaryEntry("otan", "OTAN", ("Alliance atlantique",), "L’OTAN compte trente-deux membres.", "OTAN", "Claire Martin", path="g/glossaire.yaml", line=4)
GOOD = """\
- id: otan
  term: OTAN
  variants: [Alliance atlantique]
  text: L’OTAN compte trente-deux membres.
  source: OTAN.
  approver: Claire Martin
  valid_from: 2024-03-07
  valid_until: 2026-12-31
"""


def article(body: str = "Le sommet de l'Alliance atlantique s’ouvre mardi.", date: str = "") -> Article:
    text = "Un titre\n\n" + body
    return Article(text, Span(0, 8), (Paragraph(Span(10, len(text))),), (("date", date),) if date else ())


def made(source: Article, entry: GlossaryEntry = OTAN) -> list[Passage]:
    return [item for candidate in glossary(Analysis(source, source.paragraphs, (), ()), load(), (entry,), "cle") for item in candidate.passages]


def test_a_named_term_gives_its_text_and_source() -> None:
    (item,) = made(article())
    assert item.text == "L’OTAN compte trente-deux membres. (Source : OTAN.)".replace(" :", "\u00a0:")
    assert isinstance(item.origin, Templated)
    assert {slot.reference for slot in item.origin.slots} == {"glossary:otan"}
    assert check_passage(item, article(), load(), (OTAN,)) == ()


@pytest.mark.parametrize("body", ["Le sommet s’ouvre.", "Les otans sont là.", "Il a dit otan.", "Le pré-OTAN."])
def test_a_term_not_named_gives_nothing(body: str) -> None:
    assert made(article(body)) == []


@pytest.mark.parametrize(
    ("since", "until", "date", "used"),
    [
        ("", "", "", True),
        ("2024-01-01", "", "", False),
        ("2024-01-01", "2024-12-31", "2024-01-01", True),
        ("2024-01-01", "2024-12-31", "2024-12-31", True),
        ("2024-01-01", "2024-12-31", "2023-12-31", False),
        ("2024-01-01", "2024-12-31", "2025-01-01", False),
        ("", "2024-12-31", "2025-01-01T08:00", False),
    ],
)
def test_validity(since: str, until: str, date: str, used: bool) -> None:
    entry, source = replace(OTAN, valid_from=since, valid_until=until), article(date=date)
    assert bool(made(source, entry)) is used
    found = unused(source, (entry,))
    assert [finding.severity for finding in found] == ([] if used else ["info"])
    if not used:
        assert "glossaire.yaml:4" in found[0].message
        fine = made(article(), OTAN)[0]
        assert check_passage(fine, source, load(), (entry,))


def slot(name: str, text: str, entry: str = "otan") -> Slot:
    return Slot(name, text, reference=f"glossary:{entry}")


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("L’OTAN compte trente-trois membres. (Source : OTAN.)", (slot("definition", "L’OTAN compte trente-trois membres."), slot("origine", "OTAN"))),
        ("L’OTAN compte trente-deux membres. (Source : ONU.)", (slot("definition", OTAN.text), slot("origine", "ONU"))),
        ("L’OTAN compte trente-deux membres. (Source : OTAN.)", (slot("definition", OTAN.text), slot("origine", "OTAN", "onu"))),
        ("L’OTAN compte trente-trois membres. (Source : OTAN.)", (slot("definition", OTAN.text), slot("origine", "OTAN"))),
    ],
)
def test_fidelity_refuses_any_other_word(text: str, slots: tuple[Slot, ...]) -> None:
    assert check_passage(Passage("p", "bullet", text, Templated("glossary/source", slots)), article(), load(), (OTAN,))


def test_fidelity_refuses_what_no_glossary_was_given_for() -> None:
    (item,) = made(article())
    assert check_passage(item, article(), load())
    assert check_passage(item, article("Le sommet s’ouvre mardi."), load(), (OTAN,))


def test_reading(tmp_path: Path) -> None:
    file = tmp_path / "glossaire.yaml"
    file.write_text("\ufeff" + GOOD, encoding="utf-8")
    (entry,) = read_glossary(file)
    assert (entry.id, entry.variants, entry.source, entry.valid_until, entry.line) == ("otan", ("Alliance atlantique",), "OTAN", "2026-12-31", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (GOOD.replace("approver: Claire Martin\n", "aprover: Claire Martin\n"), "Vouliez-vous dire « approver » ?"),
        (GOOD.replace("  source: OTAN.\n", ""), "« source » manque"),
        (GOOD.replace("2024-03-07", "7 mars 2024"), "une date comme"),
        (GOOD.replace("2024-03-07", "2024-02-30"), "une date comme"),
        (GOOD.replace("2024-03-07", "2027-03-07"), "vient avant"),
        (GOOD.replace("id: otan", "id: O.T.A.N"), "minuscules"),
        (GOOD + GOOD, "déjà pris"),
        (GOOD.replace("membres.", "membres"), "une phrase entière"),
        (GOOD.replace("L’OTAN compte", "« L’OTAN compte"), "«"),
        (GOOD.replace("[Alliance atlantique]", "Alliance"), "une liste de termes"),
        (GOOD.replace("membres.", "membres. " + "mot " * 90 + "."), "plus de 80 mots"),
        ("otan: x", "est une liste"),
        ("- otan", "clé: valeur"),
        ("- id: [", "YAML illisible"),
    ],
)
def test_faults_name_their_line(tmp_path: Path, text: str, expected: str) -> None:
    file = tmp_path / "glossaire.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidRulebook, match=r"glossaire\.yaml:\d+ : ") as caught:
        read_glossary(file)
    assert any(expected in finding.message for finding in caught.value.findings)


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(InvalidRulebook, match="ne peut pas être lu"):
        read_glossary(tmp_path / "absent.yaml")


def test_the_glossary_is_in_the_fingerprint() -> None:
    def digest(entries: tuple[GlossaryEntry, ...]) -> str:
        return dict(fingerprint(load(), Options(glossary=entries), ""))["glossary"]

    assert digest(()) == "aucun"
    assert len({digest((OTAN,)), digest((replace(OTAN, text="Autre."),)), digest((replace(OTAN, approver="X"),)), digest(())}) == 4
    assert digest((OTAN,)) == digest((replace(OTAN, path="ailleurs.yaml", line=9),))


def test_the_example_of_the_document_is_read(tmp_path: Path) -> None:
    text = (Path(__file__).resolve().parent.parent / "docs" / "glossaire.md").read_text(encoding="utf-8")
    file = tmp_path / "glossary.yaml"
    file.write_text(text.partition("```yaml\n")[2].partition("```")[0], encoding="utf-8")
    assert [entry.id for entry in read_glossary(file)] == ["parquet", "otan-membres"]
    assert all(f"`{key}`" in text for key in ("id", "term", "variants", "text", "source", "approver", "valid_from", "valid_until"))


# ------------------------------------------------------------------------------------------------------- the standard glossary

APPEAL = GlossaryEntry("appel", "appel", (), "Un appel ouvre un second procès devant d’autres juges.", "Code", "A. B.", level=1)
COURT = GlossaryEntry("cour-d-appel", "cour d’appel", (), "La cour d’appel rejuge une affaire quand la première décision déplaît.", "Code", "A. B.", level=1)
FRENCH = GlossaryEntry("parquet", "parquet", ("procureur",), "En France, le parquet, c’est-à-dire le procureur, poursuit.", "Code", "A. B.", exceptions=("parquet flottant",), country="France", level=2)


def ids(body: str, *entries: GlossaryEntry, title: str = "Un titre") -> list[str]:
    text = f"{title}\n\n{body}"
    source = Article(text, Span(0, len(title)), (Paragraph(Span(len(title) + 2, len(text))),), ())
    found = sorted(glossary(Analysis(source, source.paragraphs, (), ()), load(), entries, "cle"), key=lambda candidate: tuple(-value for value in candidate.merit))
    return [next(tag for tag in candidate.tags if tag.startswith("glossary:")).removeprefix("glossary:") for candidate in found]


def test_a_term_within_a_longer_one_does_not_call_for_its_own() -> None:
    assert set(ids("La cour d'appel a jugé.", APPEAL, COURT)) == {"cour-d-appel"}
    assert set(ids("La cour d'appel a jugé, un autre appel attend.", APPEAL, COURT)) == {"cour-d-appel", "appel"}


def test_an_exception_does_not_name_the_term() -> None:
    assert ids("Le préfet a posé du parquet flottant.", FRENCH) == []
    assert set(ids("Le préfet a saisi le parquet.", FRENCH)) == {"parquet"}
    entry = replace(FRENCH, country="")
    (item,) = made(article("Le parquet poursuit."), entry)
    assert check_passage(item, article("Le parquet poursuit."), load(), (entry,)) == ()
    assert check_passage(item, article("Un parquet flottant."), load(), (entry,))


@pytest.mark.parametrize(
    ("body", "title", "used"),
    [
        ("Le parquet de Limoges enquête.", "Un titre", True),
        ("Le parquet enquête, dit le préfet.", "Un titre", True),
        ("Le parquet enquête.", "Un titre", False),
        ("Le parquet de Liège enquête.", "Un titre", False),
        ("Le parquet de Limoges enquête.", "Un chauffeur belge arrêté", False),
        ("Le parquet de Paris enquête sur un ressortissant suisse.", "Un titre", False),
        ("Le parquet de Paris, la préfecture et les CRS surveillent un ressortissant suisse.", "Un titre", True),
        ("Le parquet enquête sur un vol à Orvanne (Marne).", "Un titre", True),
        ("Le parquet enquête : la Marne a débordé.", "Un titre", False),
        ("Le parquet enquête, dit le bourgmestre, un Français de Limoges.", "Un titre", False),
        ("Le parquet de Cayenne enquête dans un village guyanais.", "Un titre", True),
        ("Deux Français sont morts, dit le parquet, qui parle à la presse française.", "Deux Français morts en Bavière", False),
    ],
)
def test_what_is_true_of_one_country_stands_under_its_news_alone(body: str, title: str, used: bool) -> None:
    assert bool(ids(body, FRENCH, title=title)) is used


@pytest.mark.parametrize(
    ("body", "used"),
    [
        ("L’appel attend.", True),
        ("« On attend encore un appel dans cette affaire », a dit le maire.", False),
        ("« On attend encore un appel dans cette affaire », a dit le maire. Le parquet fera appel.", True),
        ("Il est jugé pour « appel à la haine ».", True),
        ("Il habite rue de l’Appel.", False),
        ("Il a lu Le Grand Appel.", False),
        ("Il a couru l’Appel 50.", False),
    ],
)
def test_a_quotation_or_a_name_does_not_name_the_term(body: str, used: bool) -> None:
    text = f"Un titre\n\n{body}"
    source = Article(text, Span(0, 8), (Paragraph(Span(10, len(text))),), ())
    marks = [(match.start(), match.end()) for match in re.finditer(r"«[^»]*»", text)]
    quotes = tuple(Quote(i, Span(low, high), (Span(low + 1, high - 1),), high - low > 30, (0,)) for i, (low, high) in enumerate(marks))
    found = glossary(Analysis(source, source.paragraphs, (), (), quotes=quotes), load(), (APPEAL,), "cle")
    assert bool(found) is used


def test_what_the_article_explains_itself_is_not_defined() -> None:
    entry = replace(APPEAL, term="quorum", text="Le quorum est le nombre de membres présents sans lequel une assemblée ne peut voter.")
    for body, used in (("Le quorum n’est pas atteint.", True), ("Le quorum, nombre de membres présents sans lequel l’assemblée ne peut voter, manque.", False)):
        text = f"Un titre\n\n{body}"
        source = Article(text, Span(0, 8), (Paragraph(Span(10, len(text))),), ())
        analysis = Analysis(source, source.paragraphs, (), (Sentence(Span(10, len(text)), 0, (0, 0)),))
        assert bool(glossary(analysis, load(), (entry,), "cle")) is used


def test_of_two_definitions_that_say_the_same_the_better_stands() -> None:
    one = replace(APPEAL, id="un", term="quorum", text="Le quorum est le nombre de membres présents sans lequel une assemblée ne peut voter.")
    other = replace(one, id="autre", term="assemblée", text="Une assemblée ne peut voter sans un nombre de membres présents, le quorum.", level=3)
    assert list(dict.fromkeys(ids("L’assemblée n’a pas le quorum.", one, other))) == ["un"]


def test_the_title_s_word_comes_before_one_named_once() -> None:
    once = replace(APPEAL, id="tard", term="quorum", text="Le quorum compte les présents.", level=1)
    headed = replace(APPEAL, id="titre", term="jury", text="Un jury est tiré au sort.", level=2)
    body = "Le vote a eu lieu. " * 20 + "Il manque le quorum. " + "Le vote a eu lieu. " * 20 + "Un jury attend."
    assert list(dict.fromkeys(ids(body, once, headed, title="Un jury à Orvanne"))) == ["titre", "tard"]


@pytest.mark.parametrize(
    ("level", "body", "used"),
    [
        (1, "{filler} {term} {filler}", True),
        (1, "{filler} {filler} {filler} {filler} {term}", False),
        (2, "{term} {filler} {filler} {filler}", True),
        (2, "{filler} {filler} {filler} {filler} {term}", False),
        (2, "{filler} {term} {filler} {term} {filler}", True),
        (3, "{term} {filler} {filler}", True),
        (3, "{term} {filler} {term}", True),
        (3, "{filler} {filler} {term} {filler} {term} {term}", False),
    ],
)
def test_the_better_known_a_term_the_nearer_it_stands_to_the_story_s_heart(level: int, body: str, used: bool) -> None:
    filler = "Le vote a eu lieu et chacun est rentré chez soi. " * 8
    entry = replace(APPEAL, term="jury", text="Un jury est tiré au sort.", level=level)
    assert bool(ids(body.format(filler=filler, term="Un jury attend."), entry)) is used
    assert ids(body.format(filler=filler, term="Un jury attend."), entry, title="Un jury à Orvanne")


def test_what_stands_beside_the_news_comes_after_what_the_news_is_about() -> None:
    filler = "Le vote a eu lieu et chacun est rentré chez soi. " * 8
    beside = replace(APPEAL, id="savant", term="quorum", text="Le quorum compte les présents.", level=1)
    near = replace(APPEAL, id="rappel", term="jury", text="Un jury est tiré au sort.", level=2)
    body = f"{filler}Un jury attend. {filler}{filler}{filler}Le quorum manque. {filler}"
    assert list(dict.fromkeys(ids(body, beside, near))) == ["rappel", "savant"]


def test_what_everybody_knows_is_recalled_where_the_news_begins_with_it_or_not_at_all() -> None:
    filler = "Le vote a eu lieu et chacun est rentré chez soi. " * 8
    known = replace(APPEAL, id="connu", term="jury", text="Un jury est tiré au sort.", level=3)
    assert ids(f"Un jury attend. {filler}{filler}", known)
    assert not ids(f"{filler}Un jury attend. {filler}{filler}", known)


def test_whom_the_news_comes_from_is_not_what_it_is_about() -> None:
    entry = replace(APPEAL, term="institut", text="Un institut compte et compare.")
    assert ids("Selon l’institut, les prix montent.", entry) == []
    assert ids("L’institut compte les prix.", entry) == ["appel"]
    assert ids("On l’a appris auprès du jury.", replace(entry, term="jury")) == []
    place = replace(entry, term="Estrie")
    assert ids("Trois hommes originaires d’Estrie ont fui.", place) == []
    assert ids("Trois hommes ont fui l’Estrie.", place) == ["appel"]


@pytest.mark.parametrize(("body", "used"), [("Des corps glacés (des comètes ou autres) passent.", False), ("Des comètes (des corps glacés) passent.", True), ("Des corps glacés (comètes) passent.", True)])
def test_an_aside_in_brackets_is_not_what_the_news_is_about(body: str, used: bool) -> None:
    assert bool(ids(body, replace(APPEAL, term="comètes", text="La comète est un petit astre."))) is used


RIVALS = (
    replace(APPEAL, id="general", term="carton rouge", text="Le carton rouge exclut un joueur.", level=2),
    replace(APPEAL, id="ballon-ovale", term="carton rouge", text="Au rugby, un carton rouge laisse quatorze joueurs.", level=2, fits=("rugby",)),
    replace(APPEAL, id="sauf-vote", term="urne", text="Une urne est une boîte close.", level=1, unless=("élections",)),
    replace(APPEAL, id="avec-mot", term="jury", text="Un jury est tiré au sort.", level=1, fits=("cour d’assises",)),
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Un carton rouge a tout changé.", {"general"}),
        ("Le talonneur a reçu un carton rouge.", {"ballon-ovale"}),
        ("Une urne grecque est sortie de terre.", {"sauf-vote"}),
        ("Le scrutin est clos : l’urne aussi.", set()),
        ("Le jury du concours attend.", set()),
        ("Le jury de la cour d’assises attend.", {"avec-mot"}),
    ],
)
def test_a_definition_stands_in_its_domain_and_one_for_a_term(body: str, expected: set[str]) -> None:
    assert set(ids(body, *RIVALS)) == expected


def test_one_word_of_a_domain_in_passing_does_not_make_the_news() -> None:
    filler = "Le conseil a voté le plan. " * 12
    text = f"Un titre\n\n{filler}\n\n{filler}\n\n{filler} Il aime le rugby."
    assert suits(RIVALS[1], text, 60, load()) == -1
    assert suits(RIVALS[1], text + " Le rugby encore.", 60, load()) == 2
    assert suits(RIVALS[0], text, 60, load()) == 0


def test_a_word_among_many_is_not_what_the_news_is_about() -> None:
    text = "Un titre\n\nIl a volé, menti et fui."
    source = Article(text, Span(0, 8), (Paragraph(Span(10, len(text))),), ())
    spots = [(12, 18, "root", 0), (20, 25, "conj", 0), (29, 32, "conj", 0)]
    tokens = tuple(Token(Span(low, high), text[low:high], "VERB", dep, head) for low, high, dep, head in spots)
    analysis = Analysis(source, source.paragraphs, tokens, ())
    assert not how_central(analysis, replace(APPEAL, term="menti"), [Span(20, 25)])
    assert how_central(replace(analysis, tokens=tokens[:2]), replace(APPEAL, term="menti"), [Span(20, 25)]) == Centrality.NEWS


def test_the_newsroom_comes_first_then_what_is_least_known() -> None:
    entries = (
        replace(APPEAL, id="connu", term="vote", text="Un vote est un choix secret.", level=3),
        replace(APPEAL, id="rappel", term="jury", text="Un jury est tiré au sort.", level=2),
        replace(APPEAL, id="savant", term="quorum", text="Le quorum compte les présents.", level=1),
        replace(APPEAL, id="maison", term="urne", text="Une boîte reçoit les bulletins.", level=0),
    )
    ranked = list(dict.fromkeys(ids("Le vote, le jury, le quorum et l’urne. Un vote encore.", *entries)))
    assert ranked == ["maison", "savant", "rappel", "connu"]


def test_the_newsroom_s_entry_replaces_the_standard_one() -> None:
    book = load()
    standard = standard_entries(book)
    assert standard
    first = standard[0]
    own = GlossaryEntry("le-notre", first.term.upper(), (), "Notre phrase.", "Nous", "A. B.")
    assert approved(book, Options(glossary=(own,)))[0] == own
    assert first not in approved(book, Options(glossary=(own,)))
    assert approved(book, Options(glossary=(own,), standard_glossary=False)) == (own,)


def test_standard_entries_are_sentences_an_editor_can_answer_for() -> None:
    faults: list[str] = []
    seen: dict[tuple[str, str], str] = {}
    for entry in standard_entries(load()):
        words = len(entry.text.split())
        sentences = [part for part in re.split(r"(?<=[.!?])\s+", entry.text) if part]
        faults += [f"{entry.id}: {words} mots"] * (not 18 <= words <= 55)
        faults += [f"{entry.id}: phrase trop longue"] * any(len(part.split()) > 32 for part in sentences)
        faults += [f"{entry.id}: typographie"] * bool(re.search(r"[\"'()]|\s{2}", entry.text) or not entry.text.endswith("."))
        faults += [f"{entry.id}: identifiant"] * (not entry.id.startswith("repere-") or entry.level not in (1, 2, 3))
        faults += [f"{entry.id}: la France n’est pas dite"] * (entry.country == "France" and not re.search(r"\b[Ff]ran(?:ce|çais)", entry.text))
        for term in (entry.term, *entry.variants):
            # two definitions of one word: each has its country or its domain, and one at most suits any other news
            other = entry.id if entry.fits else seen.setdefault((term.lower(), entry.country), entry.id)
            faults += [f"{entry.id}: « {term} » est aussi de {other}"] * (other != entry.id)
    assert faults == []


def test_definitions_come_where_words_are_wanting_and_no_further() -> None:
    text = (
        "Le maire de Limoges mis en examen\n\nLe maire de Limoges a été mis en examen mardi pour favoritisme dans l’attribution d’un marché de cantines scolaires. Il nie les faits.\n\n"
        "Selon le parquet, trois entreprises se seraient entendues en 2019. L’enquête se poursuit et deux adjoints seront entendus la semaine prochaine."
    )
    source = read_text(text, "limoges.txt")

    def kinds(options: Options) -> set[str]:
        return {block.kind for block in write_page(source, options, None).blocks}

    assert "glossary" in kinds(Options(grammar=False))
    assert "glossary" not in kinds(Options(grammar=False, words=0))
    assert "glossary" not in kinds(Options(grammar=False, standard_glossary=False))
    assert "glossary" not in kinds(Options(grammar=False, without=("glossary",)))


# ------------------------------------------------------------------------------------------------------- the heading of the block

def _bullets(body: str, *entries: GlossaryEntry) -> tuple[Candidate, ...]:
    source = article(body)
    found = sorted(glossary(Analysis(source, source.paragraphs, (), ()), load(), entries, "cle"), key=lambda candidate: tuple(-value for value in candidate.merit))
    first: dict[tuple[str, ...], Candidate] = {}
    for candidate in found:
        first.setdefault(candidate.tags, candidate)
    return tuple(first.values())


def test_the_heading_names_the_notions_and_not_the_keyphrase() -> None:
    body = "La cour d’appel a jugé. Un train régional est passé."
    train = GlossaryEntry("ter", "TER", ("train régional",), "Le train régional dessert une région.", "Code", "A. B.", level=2)
    found = _bullets(body, COURT, train)
    made = glossary_heading(load(), found, (COURT, train), article(body).text, "cle", frozenset(), frozenset())
    assert made is not None
    (item,) = made.passages
    assert "our d’appel" in item.text and "train régional" in item.text and "TER" not in item.text
    assert check_passage(item, article(body), load(), (COURT, train)) == ()
    assert check_passage(item, article(body), load(), (COURT,))
    assert check_passage(replace(item, text=item.text.replace("appel", "assises")), article(body), load(), (COURT, train))


def test_a_term_that_is_no_noun_heads_nothing() -> None:
    verb = GlossaryEntry("plainte", "porter plainte", (), "Porter plainte, c’est signaler une infraction.", "Code", "A. B.", level=2)
    assert label_of(verb, "") == ""
    assert [label_of(replace(verb, term=term, text=f"Voici {term}."), f"On parle {term}.") for term in ("d’une magnitude", "la grêle", "en quarantaine", "avec sursis")] == ["magnitude", "grêle", "quarantaine", "sursis"]
    no_nouns = ("avait requis", "signent un accord", "remixé", "privés d’électricité", "assignés à résidence", "dont deux ans ferme", "grièvement blessés", "extrader")
    assert {label_of(replace(verb, term=term, text=f"Voici {term}."), f"On parle {term}.") for term in no_nouns} == {""}
    assert [label_of(replace(verb, term=term, text=f"Voici {term}."), f"On parle {term}.") for term in ("garde à vue", "entrée en vigueur")] == ["garde à vue", "entrée en vigueur"]
    assert [label_of(replace(verb, term=term, text=f"Voici {term}."), f"On parle {term}.") for term in ("abus de confiance", "aire de transition", "par la foudre")] == ["abus de confiance", "aire de transition", "foudre"]
    body = "Il va porter plainte."
    assert glossary_heading(load(), _bullets(body, verb), (verb,), article(body).text, "cle", frozenset(), frozenset()) is None
    assert [item.text for candidate in plain_headings(load(), "cle") for item in candidate.passages]


def test_a_heading_names_only_what_the_article_names_and_the_definition_explains() -> None:
    entry = GlossaryEntry("haies", "110 mètres haies", ("steeple", "demi-fond"), "Le steeple a des barrières fixes.", "Code", "A. B.", level=2)
    assert label_of(entry, "Elle court le steeple.") == "steeple"
    assert label_of(entry, "Il court le 110 mètres haies.") == ""
    assert label_of(entry, "Il court le demi-fond.") == ""


@pytest.mark.parametrize(
    ("name", "text", "used"),
    [
        ("repere-demission-ministre", "La directrice du musée a présenté sa démission au ministre.", False),
        ("repere-demission-ministre", "Le ministre a présenté sa démission.", True),
        ("repere-conseil-administration", "Le conseil d’administration du collège a voté.", False),
        ("repere-echantillon", "Les chercheurs ont tiré des échantillons de la roche.", False),
        ("repere-evacuation-crue", "Après la collision, un incendie a imposé l’évacuation.", False),
        ("repere-evacuation-crue", "La crue a imposé l’évacuation du quartier.", True),
    ],
)
def test_an_entry_is_silent_where_its_word_means_another_thing(name: str, text: str, used: bool) -> None:
    entry = next(each for each in standard_entries(load()) if each.id == name)
    assert (suits(entry, text, len(text), load()) >= 0) is used


def test_a_definition_speaks_of_the_word_that_calls_for_it() -> None:
    water = GlossaryEntry("eau-potable", "eau potable", ("réseau de distribution",), "Une eau potable respecte des limites.", "Code", "A. B.", level=1)
    assert ids("Le réseau de distribution a été coupé jeudi.", water) == []
    assert ids("L’eau potable a été coupée jeudi.", water) == ["eau-potable"]
    assert ids("Le réseau de distribution a été coupé jeudi.", water, title="Orvanne privée d’eau potable") == ["eau-potable"]


def test_an_offence_is_explained_where_somebody_answers_for_it() -> None:
    offence = GlossaryEntry("recel", "recel", (), "Le recel consiste à garder un bien volé.", "Code", "A. B.", level=1, near=("poursuites",))
    assert ids("Le film raconte un recel dans un port.", offence) == []
    assert ids("Le gérant est poursuivi pour recel.", offence) == ["recel"]


def test_a_term_that_the_title_alone_names_is_explained() -> None:
    strike = GlossaryEntry("greve", "grève reconduite", (), "Une grève reconduite est votée de nouveau par les salariés.", "Code", "A. B.", level=1)
    assert ids("Les conducteurs ont arrêté le travail.", strike, title="Bus : grève reconduite à Orvanne") == ["greve"]


def test_what_is_named_in_passing_is_explained_where_the_article_speaks_of_the_same_matter() -> None:
    filler = "Le vote a eu lieu et chacun est rentré chez soi. " * 30
    offer = GlossaryEntry("dividende", "dividende", (), "Le dividende est la part des bénéfices versée aux actionnaires par la société.", "Code", "A. B.", level=1)
    assert ids(f"{filler} Un dividende est attendu.", offer) == []
    assert ids(f"La société a publié ses bénéfices. Ses actionnaires attendent. {filler} Un dividende est attendu, puis chacun rentrera chez soi, car la salle ferme à dix heures et demie.", offer) == ["dividende"]


def test_a_country_is_named_in_a_heading_by_its_institutions() -> None:
    entry = GlossaryEntry("pays", "Valdanie", (), "La Valdanie est une république.", "Constitution", "A. B.", level=3, label="institutions de la Valdanie")
    assert label_of(entry, "Le vote a eu lieu en Valdanie.") == "institutions de la Valdanie"
    assert label_of(entry, "Le vote a eu lieu.") == ""
