"""Title tags before a hollow one: the half of a long title that has the keyphrase, the title without its agent or its last code, what is launched."""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typography_edits
from seo_fr.model import Copied, Edit, Span
from seo_fr.propose.score import stems
from seo_fr.propose.tell import Source
from seo_fr.propose.title_cuts import _KEPT, TITLE_CHARACTERS, core_of

_LAUNCHES = re.compile(r"(?<!\w)(?:lance(?:nt)?|inaugure(?:nt)?|présente(?:nt)?|dévoile(?:nt)?|publie(?:nt)?|organise(?:nt)?) (?=l[ae]s? |l['’]|une? |des )")
#: What one does that makes, or tells of, what it bears on.
_MADE = re.compile(r"(?<!\w)(?:signe(?:nt)?|conclu(?:t|ent)|crée(?:nt)?) (?=une? )|^(?:[Ll]e point|[Rr]etour|[Zz]oom|[Éé]clairage|[Cc]e que l['’]on sait) sur (?=l[ae]s? |l['’]|une? |des )")
#: Where something befell, before what it came to: « heurte un camion[ sur un passage à niveau près de Lens] : deux blessés ».
_WHERE = re.compile(r"(?P<where> (?:sur|à|au|aux|dans|près|en) [^,:;«»()]{3,60}[^\s,:;«»()])(?=\s?:\s)")
_AGENT = re.compile(r"(?:é|ée|és|ées)(?P<agent> par (?:l[ae]s? |l['’]|une? |des )?[^,:;«»]{3,50})$")
_CODE = re.compile(r"(?<=[a-zéè])(?P<code> [A-Z]{2,4} \d{2,5}\w{0,5})$")
_GOES = re.compile(r" (?:rouvre|ouvre|ferme|meurt|meure|démissionne|recule|progresse|repart|augmente|baisse)(?:nt)?(?P<after> après [^,;:«»]{4,60})$")
#: Verbs that are told with what is given, without to whom.
_GIVES = frozenset("transférer remettre confier céder vendre livrer donner offrir attribuer décerner rendre transmettre accorder envoyer verser fournir".split())
_GIVEN_TO = re.compile(r" (?:l[ae]s? |l['’]|une? |des |\d)[^,;:«»()]{6,60}(?P<whom> (?:à l[a'’]\s?|à (?=[A-ZÉ])|aux? )[^,;:«»()]{3,60})$")
_JOINT = re.compile(r"(?:,| :)\s+")
_OPENS = re.compile(r"(?i)(?:et|ou|mais|dont|qui|que|où|de|du|des|à|au|aux|en|dans|sur|pour|par|avec|selon|après|avant|car|puis|s['’]il|si|même|il|elle|ils|elles|son|sa|ses|leurs?)(?!\w)|d['’]")


def last_cuts(source: Source, key: str) -> Iterator[tuple[str, Copied]]:
    """Yield the makeshift forms of a title longer than a title tag, each with all words of the keyphrase, none without a reserve of the title; nothing for a title that fits."""
    title = source.bare_title
    if title is None or len(title) <= TITLE_CHARACTERS:
        return
    text, start = source.text, max(title.start, core_of(source))
    rubric = re.match(r"[A-ZÉ][a-zéèê-]{3,}\s?:\s+", text[start : title.end])
    begins = [start, *([start + rubric.end()] if rubric is not None else [])]
    spans: list[Span] = []
    for begin in begins:
        words = text[begin : title.end]
        for pattern, name in ((_AGENT, "agent"), (_CODE, "code"), (_GOES, "after")):
            match = pattern.search(words)
            if match is not None:
                spans.append(Span(begin, begin + match.start(name)))
        for joint in _JOINT.finditer(words):
            spans += [Span(begin, begin + joint.start()), Span(begin + joint.end(), title.end)]
        launched = _LAUNCHES.search(words)
        if launched is not None and not re.search(r"(?i)(?<!\w)(?:ne|pas|jamais|si)(?!\w)|n['’]", words):
            spans.append(Span(begin + launched.end(), title.end))
        made = _MADE.search(words)
        if made is not None and not re.search(r"(?i)(?<!\w)(?:ne|pas|jamais|si)(?!\w)|n['’]", words):
            spans.append(Span(begin + made.end(), title.end))
    yield from _without_place(source, begins, title, key)
    yield from _by_surname(source, title)
    for token in source.tokens_in(title):
        given = _GIVEN_TO.search(text[token.span.end : title.end]) if token.lemma in _GIVES and token.pos == "VERB" and token.feature("VerbForm") != "Part" and not re.search(r"(?:er|ir|dre|tre)$", token.span.of(text)) else None
        if given is not None and not re.search(r"(?i)(?<!\w)(?:ne|pas|jamais|si)(?!\w)|n['’]", text[start : title.end]):
            spans += [Span(begin, token.span.end + given.start("whom")) for begin in begins]
    for span in dict.fromkeys(spans):
        words = span.of(text)
        fell = set(re.findall(r"[\w'’-]+", re.sub(r"(?<!\w)pas comme les autres(?!\w)", " ", (text[start : span.start] + " " + text[span.end : title.end]).lower())))
        if fell & _KEPT or words.count("«") != words.count("»") or words.count("(") != words.count(")") or len(words.split()) < 3 or _OPENS.match(words) or re.search(r"[?!]", text[title.start : title.end]):
            continue
        if not set(stems(key)) <= set(stems(words)) or not set(stems(words)) - set(stems(key)) or any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(title)) and _verb_falls(source, span, title):
            continue
        edits = list(typography_edits(words, span.start))
        if words[0].islower():
            edits.append(Edit("case", "majuscule-initiale", Span(span.start, span.start + 1), words[0].upper()))
        ordered = in_order(edits)
        yield apply_edits(text, span, ordered), Copied(span, ordered)


def _without_place(source: Source, begins: list[int], title: Span, key: str) -> Iterator[tuple[str, Copied]]:
    """Yield « Un train heurte un camion : deux blessés »: the title without where it was, and without an adjective at its end that it has already; the verb keeps its object."""
    text = source.text
    verb = next((token for token in source.tokens_in(title) if token.feature("VerbForm") == "Fin" and token.pos == "VERB"), None)
    if verb is None:
        return
    cuts: list[Span] = []
    for match in re.finditer(_WHERE, text[verb.span.end : title.end]):
        place = Span(verb.span.end + match.start("where"), verb.span.end + match.end("where"))
        kept = source.tokens_in(Span(verb.span.end, place.start))
        if kept and kept[-1].pos in ("NOUN", "PROPN", "ADJ") and any(token.pos == "NOUN" and token.dep == "obj" for token in kept) and not any(token.pos in ("VERB", "AUX", "CCONJ") for token in source.tokens_in(place)):
            cuts.append(place)
    words = source.tokens_in(title)
    if words[-1].pos == "ADJ" and words[-2].pos == "NOUN" and set(stems(words[-1].span.of(text))) <= set(stems(text[title.start : words[-2].span.end])) and words[-1].span.end == title.end:
        cuts.append(Span(words[-2].span.end, title.end))
    for cut in cuts:
        for begin in begins:
            end = cut.start if cut.end == title.end else title.end
            edits = [edit for edit in typography_edits(text[begin:end], begin) if not edit.span.overlaps(cut)]
            if cut.end != title.end:
                edits.append(Edit("drop", "lieu-de-titre", cut, ""))
            if text[begin].islower():
                edits.append(Edit("case", "majuscule-initiale", Span(begin, begin + 1), text[begin].upper()))
            try:
                ordered = in_order(edits)
            except ValueError:
                continue
            made = apply_edits(text, Span(begin, end), ordered)
            if set(stems(key)) <= set(stems(made)) and len(made) <= TITLE_CHARACTERS:
                yield made, Copied(Span(begin, end), ordered)


def _by_surname(source: Source, title: Span) -> Iterator[tuple[str, Copied]]:
    """Yield « Morel : « nous rouvrirons en mai » » for « Anna Morel : « … » », which is too long by the first name: who speaks and what she says stay whole."""
    for entity in source.analysis.entities:
        name = entity.name.of(source.text)
        opening = re.match(rf"{re.escape(name)}\s?: ?(?=\s?«)", title.of(source.text)) if entity.kind == "person" and " " in name else None
        if opening is None:
            continue
        begin = title.start + name.rindex(" ") + 1
        made = tuple(typography_edits(source.text[begin : title.end], begin))
        yield apply_edits(source.text, Span(begin, title.end), made), Copied(Span(begin, title.end), made)


def _verb_falls(source: Source, span: Span, title: Span) -> bool:
    """Return whether the title's verb falls and it is no verb of launching: what it bears on alone might tell the contrary."""
    if any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(span)):
        return False
    at, words = span.start - title.start, source.text[title.start : title.end]
    return not any(match.end() == at for match in (*_LAUNCHES.finditer(words), *_MADE.finditer(words)))


__all__ = ["last_cuts"]
