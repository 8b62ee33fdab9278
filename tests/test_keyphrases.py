"""Keyphrases, on invented texts annotated by hand: « mot|POS » with the governors that a French noun phrase has."""

from __future__ import annotations

import pytest

from seo_fr.analyse import keyphrases
from seo_fr.analyse.keyphrases import extract_keyphrases, focus_keyphrase, section_keyphrases
from seo_fr.model import Article, Keyphrase, Paragraph, Sentence, Span, Token

_TAGS = {"D": "DET", "N": "NOUN", "A": "ADJ", "V": "VERB", "P": "PROPN", "E": "ADP", ".": "PUNCT", "C": "NUM", "R": "PRON", "B": "ADV", "S": "AUX"}


def _parse(title: str | None, *paragraphs: str) -> tuple[Article, tuple[Token, ...], tuple[Sentence, ...]]:
    """Build an article of annotated sentences; a word that ends in an apostrophe or a mark glued by « _ » takes no space after or before."""
    text = ""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    spans: list[Span] = []
    for number, paragraph in enumerate([*([title] if title else []), *paragraphs], -1 if title else 0):
        if text:
            text += "\n\n"
        begin = len(text)
        for line in paragraph.split(" / "):
            first = len(tokens)
            pairs = [item.rsplit("|", 1) for item in line.split()]
            for position, (word, tag) in enumerate(pairs):
                glued = word.startswith("_")
                word = word.lstrip("_")
                if len(text) > begin and not glued and not text.endswith(("'", "’")):
                    text += " "
                here = len(tokens)
                head, dep = _governor([t for _, t in pairs], position)
                text += word
                tokens.append(Token(Span(len(text) - len(word), len(text)), word.lower(), _TAGS[tag], dep, here - position + head))
            sentences.append(Sentence(Span(tokens[first].span.start, len(text)), number, (first, len(tokens))))
        spans.append(Span(begin, len(text)))
    article = Article(text, spans.pop(0) if title else None, tuple(Paragraph(span) for span in spans))
    return article, tuple(tokens), tuple(sentences)


def _governor(tags: list[str], position: int) -> tuple[int, str]:
    before = next((i for i in range(position - 1, -1, -1) if tags[i] in "NP"), None)
    after = next((i for i in range(position + 1, len(tags)) if tags[i] in "NP"), None)
    if tags[position] == "A":
        if position and tags[position - 1] in "NPA" and before is not None:
            return before, "amod"
        return (after, "amod") if after is not None else (position, "amod")
    if tags[position] == "P" and position and tags[position - 1] == "P":
        return position - 1, "flat:name"
    if tags[position] in "NP" and before is not None and all(tags[i] in "EDA" for i in range(before + 1, position)):
        return before, "nmod"
    return position, "obj"


def _texts(found: tuple[Keyphrase, ...]) -> list[str]:
    return [keyphrase.text for keyphrase in found]


_STRIKE = (
    "Grève|N des|E éboueurs|N à|E Valbourg|P",
    "La|D grève|N des|E éboueurs|N continue|V à|E Valbourg|P _.|. / Le|D maire|N Anne|P Lormel|P demande|V une|D médiation|N _.|.",
    "Les|D syndicats|N refusent|V l’|D offre|N salariale|A _.|. / Lormel|P promet|V une|D prime|N exceptionnelle|A aux|E éboueurs|N _.|.",
    "La|D collecte|N des|E déchets|N reprend|V dans|E les|D quartiers|N nord|A _.|. / Les|D éboueurs|N votent|V la|D grève|N demain|B _.|.",
)


def test_focus_is_what_a_person_types() -> None:
    assert focus_keyphrase(*_parse(*_STRIKE)).text == "grève des éboueurs"


def test_full_name_takes_the_places_of_the_surname() -> None:
    article, tokens, sentences = _parse(*_STRIKE)
    found = extract_keyphrases(article, tokens, sentences)
    name = next(k for k in found if k.text == "Anne Lormel")
    assert [span.of(article.text) for span in name.spans] == ["Anne Lormel", "Lormel"]
    assert not {"Anne", "Lormel"} & set(_texts(found))


def test_spans_are_slices_in_order_and_scores_descend() -> None:
    article, tokens, sentences = _parse(*_STRIKE)
    found = extract_keyphrases(article, tokens, sentences)
    assert len(found) >= 10
    for keyphrase in found:
        assert keyphrase.spans and list(keyphrase.spans) == sorted(keyphrase.spans)
        assert any(span.of(article.text).lower() == keyphrase.text.lower() for span in keyphrase.spans)
        assert round(keyphrase.score, 6) == keyphrase.score
    assert [k.score for k in found] == sorted((k.score for k in found), reverse=True)


def test_top_is_a_prefix_and_runs_agree() -> None:
    parsed = _parse(*_STRIKE)
    assert extract_keyphrases(*parsed, top=5) == extract_keyphrases(*_parse(*_STRIKE), top=20)[:5]


def test_last_bits_of_yake_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    usual = extract_keyphrases(*_parse(*_STRIKE))
    exact = keyphrases._yake
    monkeypatch.setattr(keyphrases, "_yake", lambda *given: {word: score * (1 + 1e-9 * (-1) ** i) for i, (word, score) in enumerate(exact(*given).items())})
    assert extract_keyphrases(*_parse(*_STRIKE)) == usual


def test_light_noun_joins_variants() -> None:
    article, tokens, sentences = _parse(
        None,
        "Des|D planeurs|N norvégiens|A survolent|V la|D baie|N _.|. / Les|D planeurs|N norvégiens|A plaisent|V _.|.",
        "Des|D planeurs|N de|E fabrication|N norvégienne|A sont|S exposés|V _.|.",
    )
    found = extract_keyphrases(article, tokens, sentences)
    joined = next(k for k in found if k.text == "planeurs norvégiens")
    assert [span.of(article.text) for span in joined.spans] == ["planeurs norvégiens", "planeurs norvégiens", "planeurs de fabrication norvégienne"]
    assert not any("fabrication" in text for text in _texts(found))


def test_singular_and_plural_are_one() -> None:
    article, tokens, sentences = _parse(None, "Le|D dirigeable|N décolle|V _.|. / Deux|C dirigeables|N suivent|V _.|. / Ces|D dirigeables|N volent|V _.|.")
    found = extract_keyphrases(article, tokens, sentences)
    assert [(k.text, len(k.spans)) for k in found if "dirigeable" in k.text] == [("dirigeables", 3)]


def test_elided_article_is_left_out_and_apostrophes_agree() -> None:
    for apostrophe in ("'", "’"):
        parsed = _parse(None, f"L{apostrophe}|D orchestre|N joue|V _.|. / L{apostrophe}|D orchestre|N salue|V _.|.")
        assert _texts(extract_keyphrases(*parsed)) == ["orchestre"]


def test_title_without_full_stop_does_not_fuse() -> None:
    found = extract_keyphrases(*_parse("Festival|N de|E jazz|N", "Musiciens|N et|R public|N arrivent|V _.|."))
    assert "festival de jazz" in _texts(found)
    assert not any("jazz musiciens" in text.lower() for text in _texts(found))


def test_hyphenated_name_is_one_word() -> None:
    found = extract_keyphrases(*_parse(None, "Le|D Royaume|P _-|P _Uni|P vote|V _.|. / Le|D Royaume|P _-|P _Uni|P hésite|V _.|."))
    assert _texts(found) == ["Royaume-Uni"]


def test_names_are_not_clipped() -> None:
    found = _texts(
        extract_keyphrases(
            *_parse(None, "Selon|E l’|D Union|N africaine|A _,|. la|D trêve|N tient|V _.|. / L’|D Union|N africaine|A et|R le|D Mali|P négocient|V la|D trêve|N _.|.")
        )
    )
    assert "Union africaine" in found and "Union" not in found and "africaine" not in found


def test_sentence_initial_noun_is_lower_cased_and_a_name_is_not() -> None:
    found = _texts(extract_keyphrases(*_parse(None, "Inondations|N à|E Valbourg|P _.|. / Les|D inondations|N durent|V _.|.")))
    assert "inondations" in found and "Valbourg" in found


@pytest.mark.parametrize("word", ["semaine", "lundi", "suite", "cours"])
def test_empty_words_are_no_keyphrases(word: str) -> None:
    assert extract_keyphrases(*_parse(None, f"Le|D {word}|N passe|V _.|. / Le|D {word}|N passe|V _.|.")) == ()


def test_focus_is_no_country_where_something_else_is_told() -> None:
    parsed = _parse(
        "Italie|P _:|. incendie|N de|E forêt|N",
        "En|E Italie|P un|D incendie|N de|E forêt|N avance|V _.|. / L’|D Italie|P appelle|V l’|D Espagne|P _.|. / L’|D incendie|N gagne|V l’|D Italie|P centrale|A _.|.",
    )
    assert focus_keyphrase(*parsed).text == "incendie de forêt"


def test_focus_without_a_noun_and_without_a_word() -> None:
    assert focus_keyphrase(*_parse(None, "Il|R pleut|V _.|.")).text == "Il"
    with pytest.raises(ValueError, match="no word"):
        focus_keyphrase(*_parse(None, "…|."))


def test_section_prefers_what_is_its_own() -> None:
    article, tokens, sentences = _parse(*_STRIKE)
    first, second, third = section_keyphrases(article, tokens, sentences, [(0, 1), (1, 2), (2, 3)], top=8)
    assert "offre salariale" in _texts(second) and "offre salariale" not in _texts(first) + _texts(third)
    assert "collecte des déchets" in _texts(third)
    paragraph = article.paragraphs[1].span
    assert all(paragraph.covers(span) for keyphrase in second for span in keyphrase.spans)


def test_within_looks_only_at_the_paragraphs_asked_for() -> None:
    article, tokens, sentences = _parse(*_STRIKE)
    found = extract_keyphrases(article, tokens, sentences, within=(2,))
    assert found and all(article.paragraphs[2].span.covers(span) for keyphrase in found for span in keyphrase.spans)
    assert extract_keyphrases(article, tokens, sentences, within=()) == ()
