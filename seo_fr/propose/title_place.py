"""Title tags that keep where it happened: « La presse va mal au Valdoré » for « Valdoré : la presse va mal »; and which ones leave out the only thing that tells where, or of what, the news is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.analyse.names import lexicon
from seo_fr.french.toponyms import toponym
from seo_fr.french.words import plain
from seo_fr.model import Edit, Slot, Span
from seo_fr.propose.source import Source
from seo_fr.propose.title_cuts import TITLE_CHARACTERS, TitleCut, core_of
from seo_fr.propose.title_forms import _joined
from seo_fr.rulebook import load

#: Where the readers of a French newsroom are: it goes without saying.
_HOME = ("France",)
_TO_A_PLACE = re.compile(r" (?:à|au|aux|en|dans|sur|près) [^:;,]*[A-ZÉ][^:;,]*$")
#: Verbs of the title behind which a place would be that of what is said.
_SPEAKS = frozenset("accuser dire déclarer affirmer annoncer demander appeler alerter dénoncer".split())


def label(source: Source) -> str:
    """Return what the title has before its colon, where that places it: a place, a competition, a sport; «» where it has nothing of the kind."""
    title = source.bare_title
    if title is None:
        return ""
    match = re.match(r"([^:,«»?!]{3,38}?)\s?:\s+\S", title.of(source.text))
    if match is None or any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(Span(title.start, title.start + match.end(1)))):
        return ""
    return match.group(1)


def _is_place(source: Source, name: str) -> bool:
    if plain(name).lower() in _sports():
        return False
    names = {plain(mention.span.of(source.text)).lower() for entity in source.analysis.entities if entity.kind in ("place", "country") for mention in entity.mentions}
    return toponym(name) is not None or plain(name).lower() in names or any(re.fullmatch(rf"(?:l[ea]s? |l')?{re.escape(plain(name).lower())}", known) for known in names)


def located(source: Source, cuts: list[TitleCut]) -> Iterator[tuple[Slot, int]]:
    """Yield, as slot « proposition », the title with its place at its end in a form that the source writes (« au Valdoré »), where nothing else in it is a place: whole, or one of its ``cuts``; with the characters that fell."""
    title, name = source.bare_title, label(source)
    core = core_of(source)
    if title is None or not name or core <= title.start or not _is_place(source, name):
        return
    text = source.text
    whole = core + len(text[core : title.end].rstrip(" .\u00a0"))
    where = _where(source, name, title)
    ends = {whole, *(cut.copied.span.end for cut in cuts if len(title) > TITLE_CHARACTERS and cut.copied.span.start == core and not any(edit.kind == "drop" for edit in cut.copied.edits) and _TO_A_PLACE.match(text[cut.copied.span.end : whole]))}
    for end in sorted(ends, reverse=True) if where is not None else ():
        assert where is not None
        words = text[core:end]
        if re.search(r"[:;,?!«»()]", words) or any(entity.kind in ("place", "country") and any(Span(core, end).covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities) and not _acts(source, core, end):
            continue
        tokens = source.tokens_in(Span(core, end))
        if any(token.lemma in _SPEAKS and token.feature("VerbForm") == "Fin" for token in tokens) or any(time.span.end == end for time in source.analysis.times) or _nation(source, words, name):
            continue
        if len(words) + 1 + len(where) <= TITLE_CHARACTERS:
            initial = (Edit("case", "majuscule-initiale", Span(core, core + 1), text[core].upper()),) if text[core].islower() else ()
            yield _joined(source, (Span(core, end), where), initial), len(title) - len(words)


def _acts(source: Source, core: int, end: int) -> bool:
    """Return whether the one place is who acts, at the head of the clause: « le Valdoré peine à… »."""
    return re.match(r"(?:[Ll][ea] |[Ll]['’])[A-ZÉ][\w-]+ [a-zéè]+", source.text[core:end]) is not None and re.search(r"(?<!\w)(?:en|au|aux|à|dans|vers|contre|sur) (?:l[ae]s? |l['’])?[A-ZÉ]", source.text[core:end]) is None


def _nation(source: Source, words: str, name: str) -> bool:
    """Return whether an adjective of a people stands in the title that is not the place's own: « un bus valdan »."""
    own = plain(name).lower()[:4]
    return any(plain(word).lower() in lexicon(load()).demonyms and not plain(word).lower().startswith(own) for word in re.findall(r"[\w-]+", words))


def _where(source: Source, name: str, title: Span) -> Span | None:
    """Return the first « au Valdoré » of the body, where the name goes on to nothing else."""
    flat = plain(source.text)
    pattern = rf"(?<![\w-])(?:au|aux|en|à|dans la|dans le|dans les|dans l'|sur l'|sur la) ?(?:la |l')?{re.escape(plain(name))}(?![\w-])(?! (?:du|de la) (?:[Nn]ord|[Ss]ud|[Ee]st|[Oo]uest)| [A-ZÉ])"
    match = next((found for found in re.finditer(pattern, flat) if found.start() >= title.end), None)
    return Span(match.start(), match.end()) if match is not None else None


def homeless(source: Source, text: str) -> bool:
    """Return whether a title tag has left what the source's title opens on, a place abroad, a competition or a sport, and names nobody and nothing else by which the reader would know where or of what it is."""
    name = label(source)
    if not name or name in _HOME or re.search(r"\s:\s", text) and _is_place(source, name):
        return False
    flat = plain(text)
    stem = plain(name).lower().split()[0][:4]
    if any(word.lower().startswith(stem) for word in re.findall(r"\w+", flat)):
        return False
    if not _is_place(source, name) and not re.search(r"\d|[a-zé] [A-ZÉ]|^[A-ZÉ]{2,}", name) and plain(name).lower() not in _sports():
        return False
    if any(plain(word).lower() in lexicon(load()).demonyms for word in re.findall(r"[\w-]+", flat)):
        return False
    if not _is_place(source, name):
        return True  # « Anna Morel remporte la victoire », of what?
    kinds = ("place", "country", "person")
    return not any(plain(mention.span.of(source.text)) in flat for entity in source.analysis.entities if entity.kind in kinds for mention in entity.mentions if mention.form != "pronoun" and len(mention.span) > 3)


def _sports() -> frozenset[str]:
    return frozenset(word for rule in load().of_kind("keyphrase-words") if rule.data["role"] == "sport" for word in rule.data["words"])


__all__ = ["homeless", "label", "located"]
