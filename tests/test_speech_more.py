"""Who speaks and what is asserted, where the words are harder: pronouns, descriptions, parted verbs, tags. Invented text."""

from __future__ import annotations

import pytest

from seo_fr.analyse.clauses import extract_clauses
from seo_fr.analyse.entities import find_entities
from seo_fr.analyse.examples import statements_of
from seo_fr.analyse.pipeline import parse
from seo_fr.analyse.quotes import find_quotes
from seo_fr.analyse.statements import extract_statements
from seo_fr.rulebook import load
from tests.articles import article


def last_speaker(*paragraphs: str) -> str | None:
    """The name of who speaks the last quote."""
    source = article(*paragraphs)
    parsed = parse(source)
    entities = find_entities(parsed, load())
    found, _ = find_quotes(parsed, entities, load())
    speaker = found[-1].speaker
    return None if speaker is None else entities[speaker].name.of(source.text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Le président Paul Martin a réuni la ministre Anne Morel et le préfet Luc Girard, à la suite de quoi il a affirmé que « le pont sera rouvert ».", "Paul Martin"),
        ("Pour Paul Martin, Luc Girard est victime d’acharnement. Il estime que Luc Girard a bien fait de dire « la vérité ».", "Paul Martin"),
        ("Paul Martin reconnaît sa défaite. Ému, il déclare : « Luc Girard l’a emporté nettement. »", "Paul Martin"),
        ("Le ministre et porte-parole du gouvernement, Paul Martin, a affirmé que « la piscine ouvrira en mai ».", "Paul Martin"),
        ("Luc Girard, ministre du budget, reprend la phrase du député en lui répondant : « Monsieur le député, vous avez raison. »", "Luc Girard"),
        ("Le roi Paul Martin était là. « Nous rouvrirons le parc », a déclaré le souverain.", "Paul Martin"),
        ("Le maire a cité une phrase de Paul Martin, qui disait en mai : « Il ne sert à rien de parler. »", "Paul Martin"),
        ("« Cela ne remplace pas la sobriété, mais c’est une aide réelle », juge Anne Morel.", "Anne Morel"),
        ("Le vote est reporté, bien que, comme le rappelle Paul Martin, « la loi ait été adoptée en juin ».", "Paul Martin"),
        ("Le juge Paul Martin était là. « Nous tiendrons bon », a déclaré l’élu.", None),
        ("« Les agents ont fini le chantier », se défend le cabinet de M. Martin.", None),
    ],
)
def test_speaker_by_name(text: str, name: str | None) -> None:
    assert last_speaker(text) == name


def test_two_people_as_prominent_leave_nobody() -> None:
    assert last_speaker("Paul Martin a rencontré Luc Girard. Paul Martin et Luc Girard ont dîné ensemble.", "« Le pont rouvrira en mai », a-t-il déclaré.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("La fédération, qui compte mille adhérents, affirme n’avoir jamais été reçue.", ("say", "attributed", "La fédération")),
        ("Elle juge toutefois que deux jours ne suffiront pas.", ("believe", "attributed", "Elle")),
        ("Le directeur estime les dégâts à 12 millions d’euros.", ("believe", "attributed", "Le directeur")),
        ("La maire a rejeté cette accusation.", ("deny", "denied", "La maire")),
        ("Le groupe mobiliserait 30 000 combattants.", ("say", "alleged", "")),
        ("Ému, il déclare que la ville tiendra.", ("say", "attributed", "il")),
        ("Après avoir accusé le club de tricher, il accuse la ligue de mentir.", ("accuse", "alleged", "il")),
    ],
)
def test_statement(text: str, expected: tuple[str, str, str]) -> None:
    found = [(s.cls, s.commitment, s.speaker_span.of(text) if s.speaker_span else "") for s in statements_of(text, load())]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "Le suspect a loué une voiture.",
        "Les électeurs ont rejeté la réforme.",
        "L’absence du favori promettait une course ouverte.",
        "Elle permet à l’État de refuser la vente.",
        "La marée fait craindre des submersions.",
        "Cela veut dire que le pont rouvrira.",
    ],
)
def test_no_statement(text: str) -> None:
    assert not statements_of(text, load())


def commitments(text: str) -> list[str]:
    """What the newspaper commits itself to, clause by clause."""
    source = article(text)
    parsed = parse(source)
    entities = find_entities(parsed, load())
    quotes, _ = find_quotes(parsed, entities, load())
    made = extract_statements(text, parsed.tokens, parsed.sentences, quotes, entities, load())
    return [clause.commitment for clause in extract_clauses(text, parsed.tokens, parsed.sentences, quotes, entities, load(), made)]


@pytest.mark.parametrize(
    "text",
    [
        "Toujours est-il que le groupe est soupçonné de participer, seul ou non, à des arrestations et à des vols.",
        "Le candidat a, lors du débat de jeudi, accusé le gouvernement de tenir un cabinet secret.",
        "Le bilan est monté à huit, ayant été estimé que les promeneurs du groupe étaient sans doute morts.",
        "La conclusion est claire pour les chercheurs : plus l’animal est exposé, plus il est malade.",
        "Pour de nombreux commentateurs, c’est elle qui a poussé le maire à renoncer.",
        "J’ai vu le pont tomber dans la rivière.",
    ],
)
def test_not_asserted(text: str) -> None:
    assert "asserted" not in commitments(text)


@pytest.mark.parametrize("text", ["Le club n’a désigné que trois joueurs.", "Les espèces voient leur nombre baisser.", "Le coureur a réalisé un bon temps."])
def test_asserted(text: str) -> None:
    assert commitments(text) == ["asserted"]


def test_a_quote_that_goes_on_is_no_new_statement() -> None:
    text = "« Le pont est fermé », a déclaré Anne Morel. « Nous le rouvrirons en mai, après les travaux. »"
    source = article(text)
    parsed = parse(source)
    entities = find_entities(parsed, load())
    quotes, _ = find_quotes(parsed, entities, load())
    made = extract_statements(text, parsed.tokens, parsed.sentences, quotes, entities, load())
    assert [one.cue.of(text) for one in made] == ["a déclaré"]


def test_the_verb_before_a_colon_is_the_cue() -> None:
    text = "Paul Martin s’était expliqué en mai : « Je voudrais aller dans cette ville sans discours. »"
    source = article(text)
    parsed = parse(source)
    entities = find_entities(parsed, load())
    quotes, _ = find_quotes(parsed, entities, load())
    made = extract_statements(text, parsed.tokens, parsed.sentences, quotes, entities, load())
    assert [one.cue.of(text) for one in made] == ["s’était expliqué"]


@pytest.mark.parametrize(
    ("text", "found", "kind"),
    [
        ("La ville d’al-Brel a été reprise.", "al-Brel", None),
        ("Le Suisse Paul Martin a gagné.", "Paul Martin", "person"),
        ("Les médias cités sont le Point et l’Express.", "Express", None),
        ("Les Jeux olympiques de Rio ont commencé.", "Jeux olympiques de Rio", "event"),
    ],
)
def test_names(text: str, found: str, kind: str | None) -> None:
    entities = find_entities(parse(article(text)), load())
    names = {mention.span.of(text): entity.kind for entity in entities for mention in entity.mentions}
    assert found in names
    assert kind is None or names[found] == kind
    assert "Suisse" not in names
