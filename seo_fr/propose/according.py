"""« X ajoute que P » told as « Selon X, P », « P, ajoute X » as « P, selon X ».

The same claim by the same voice at the same remove. It lets a speech that goes on stand alone (« Il ajoute que… » supposes a first word), and gives another form to what the page tells once
already. Only verbs of plain saying; only what needs no sequence of tenses: behind a verb in the past, nothing in the imperfect or conditional, which may be the present or future of what was said.
"""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.model import Edit, Span, Statement
from seo_fr.propose.source import Source, Telling, finish, in_quotes, plain

#: The rule of these edits; the fidelity check knows it by this name.
ACCORDING = "selon-locuteur"

_PLAIN = frozenset("ajouter dire déclarer affirmer indiquer préciser expliquer estimer assurer rapporter poursuivre confier soutenir juger".split())
_LEANING = frozenset("il elle ils elles son sa ses leur leurs lui eux je j' me m' nous notre nos mon ma mes vous votre vos on celui-ci celle-ci ceux-ci celles-ci".split())
_FIRST = frozenset("je j' me m' moi nous notre nos mon ma mes vous votre vos tu te t' ton ta tes".split())
_BETWEEN = re.compile(r",? ?(?:(?:encore|enfin|également|aussi|par ailleurs|en outre|ensuite),? )?(?:que |qu['’])", re.IGNORECASE)
_PRESENT_FRAME = re.compile(r"(?:\w+(?:e|ent|it)|dit|disent|soutient|soutiennent|poursuit|poursuivent)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:(?:Le|La|Les|Un|Une|Des|Plusieurs|Certains|Certaines|Deux|Trois)(?= )|L(?=['’]))")


def according(source: Source, telling: Telling) -> Telling | None:
    """Return the telling of one whole sentence with its claim « selon » its voice, None where that is not certainly the same. It may lean on more than the telling did no more."""
    if telling.sentences != 1 or any(edit.rule == ACCORDING for edit in telling.edits):
        return None
    found = [s for s in source.analysis.statements if s.sentence == telling.sentence and telling.span.covers(s.cue) and not in_quotes(source, s.cue)]
    if len(found) != 1:
        return None
    one = found[0]
    if one.cue_lemma not in _PLAIN or one.remove != 1 or one.parent is not None or one.speaker_span is None or re.search(r"(?<!\w)(?:ne|pas|n['’]|non|jamais|rien)(?!\w)", one.cue.of(source.text)):
        return None
    made = _frame(source, telling, one) if one.cue.end <= one.content.start else _aside(source, telling, one)
    if made is None:
        return None
    done = finish(source, telling.span, made)
    return replace(telling, span=done[0], edits=done[1], text=done[2]) if done is not None else None


def moved(source: Source, telling: Telling) -> Telling | None:
    """Return « P, selon X » for « Selon X, P », and « Selon X, P » for « P, selon X », for a sentence of one clause; None where it is neither."""
    if telling.sentences != 1 or len(telling.clauses) != 1 or any(edit.rule == ACCORDING for edit in telling.edits):
        return None
    found = [s for s in source.analysis.statements if s.sentence == telling.sentence and telling.span.covers(s.cue) and not in_quotes(source, s.cue)]
    if len(found) != 1 or plain(found[0].cue.of(source.text)) not in ("selon", "d'après") or found[0].speaker_span is None:
        return None
    text, cue, speaker = source.text, found[0].cue, found[0].speaker_span
    if not re.fullmatch(r" ?", text[cue.end : speaker.start]) or any(edit.span.start < speaker.end and cue.start <= edit.span.start for edit in telling.edits if edit.kind != "typography" and edit.kind != "case"):
        return None
    if any(mark in text[speaker.start : speaker.end] for mark in "«»:;()") or any(plain(token.span.of(text)) in _LEANING for token in source.tokens_in(speaker)):
        return None
    stop = telling.span.end - (len(telling.span.of(text)) - len(telling.span.of(text).rstrip(". \u00a0")))
    voice = f"{text[cue.start : cue.end].lower()} {text[speaker.start : speaker.end]}" if text[cue.end : cue.end + 1] == " " else text[cue.start : speaker.end].lower()[: cue.end - cue.start] + text[cue.end : speaker.end]
    voice = voice.replace("'", "’")
    if cue.start == telling.span.start and text[speaker.end : speaker.end + 2] == ", " and stop > speaker.end + 2 and text[stop - 1] not in "!?…»:;":
        subject = source.clause[telling.clauses[0]].subject
        if subject is None or subject.start != speaker.end + 2 or "," in text[speaker.start : speaker.end] or any(mark in text[speaker.end + 2 : stop] for mark in ":;"):
            return None
        edits = [*_kept(telling, Span(cue.start, speaker.end + 2)), Edit("reference", ACCORDING, Span(cue.start, speaker.end + 2), ""), Edit("reference", ACCORDING, Span(stop, stop), f", {voice}")]
    elif speaker.end == stop and text[cue.start - 2 : cue.start] == ", " and not any(mark in text[telling.span.start : cue.start] for mark in ":;?!…"):
        first = source.tokens_in(telling.span)[0]
        if re.match(r"[^.,]{2,40}(?:, [^.,–—]{3,30})? ?[–—] ", text[telling.span.start : cue.start]):
            return None  # a dateline stands first
        if any(edit.span.start <= telling.span.start for edit in telling.edits if edit.kind != "typography"):
            return None
        edits = [*_kept(telling, Span(cue.start - 2, stop)), Edit("reference", ACCORDING, Span(telling.span.start, telling.span.start), f"{voice[0].upper()}{voice[1:]}, "), Edit("reference", ACCORDING, Span(cue.start - 2, stop), "")]
        if first.pos in ("DET", "PRON", "ADV", "ADP", "NUM") and first.span.of(text)[0].isupper():
            edits.append(Edit("case", "minuscule-initiale", Span(first.span.start, first.span.start + 1), first.span.of(text)[0].lower()))
        elif first.pos not in ("PROPN", "NUM", "PUNCT"):
            return None
        if first.pos == "DET" and any(mention.span.start == first.span.start for entity in source.analysis.entities for mention in entity.mentions):
            return None  # « Le Monde »
    else:
        return None
    done = finish(source, telling.span, edits)
    return replace(telling, span=done[0], edits=done[1], text=done[2]) if done is not None else None


def _kept(telling: Telling, *gone: Span) -> list[Edit]:
    """The telling's edits but those of marks and capitals, which are found anew, and those within what gives way."""
    return [edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and not any(span.covers(edit.span) or span.overlaps(edit.span) for span in gone)]


def _frame(source: Source, telling: Telling, one: Statement) -> list[Edit] | None:
    """« X ajoute que P »: X first in the sentence, P its end."""
    text, speaker = source.text, one.speaker_span
    assert speaker is not None
    if telling.edits and telling.edits[0].kind == "drop" and telling.edits[0].span.start == telling.span.start:
        opening = telling.edits[0].span.end
    else:
        opening = telling.span.start
    if speaker.start != opening or re.fullmatch(r",? ", text[speaker.end : one.cue.start]) is None and speaker.end < one.cue.start or speaker.end > one.cue.start:
        return None
    between = text[one.cue.end : one.content.start]
    if _BETWEEN.fullmatch(between.strip() + (" " if between.endswith(" ") else "")) is None and _BETWEEN.fullmatch(" " + between.strip() + " ") is None:
        return None
    if text[one.content.end : telling.span.end].strip(" .\u00a0»") or not _whole(source, one):
        return None
    frame = Span(speaker.end, one.content.start)
    named = next((edit for edit in telling.edits if edit.kind == "reference" and edit.span == speaker), None)
    edits = _kept(telling, frame, *([speaker] if named is not None else []))
    if any(edit.span.start <= speaker.start and edit.span.end > speaker.start for edit in edits):
        return None
    if named is not None:
        edits.append(Edit("reference", ACCORDING, speaker, f"Selon {_lowered(named.after)}"))
    else:
        if plain(text[speaker.start : speaker.end]).split(" ")[0] in _LEANING:
            return None
        article = _ARTICLE.match(text, speaker.start)
        proper = any(mention.span.start == speaker.start for entity in source.analysis.entities for mention in entity.mentions)
        if article is not None and not proper:
            edits.append(Edit("reference", ACCORDING, Span(article.start(), article.end()), f"Selon {article.group().lower()}"))
        elif proper or text[speaker.start : speaker.start + 2] in ("M.", "Mm"):
            edits.append(Edit("reference", ACCORDING, Span(speaker.start, speaker.start), "Selon "))
        else:
            return None
    edits.append(Edit("reference", ACCORDING, frame, ", "))
    return edits


def _lowered(name: str) -> str:
    return name[0].lower() + name[1:] if re.match(r"(?:Le|La|Les) |L['’]", name) else name


def _aside(source: Source, telling: Telling, one: Statement) -> list[Edit] | None:
    """« P, ajoute X »: the sentence ends with X."""
    text, speaker = source.text, one.speaker_span
    assert speaker is not None
    if any(plain(token.span.of(text)) in _FIRST and in_quotes(source, token.span) for token in source.tokens_in(telling.span)):
        return None  # « « Je m’incline », selon le maire »
    if re.search(r"(?:,|»,?)\s*$", text[telling.span.start : one.cue.start]) is None or text[one.cue.start - 1 : one.cue.start] not in " \u00a0":
        return None
    if re.search(r"[?!…]\s*»?,?\s*$", text[telling.span.start : one.cue.start]):
        return None
    inverted = re.search(r"(?:-t)?-(il|elle|ils|elles)\b", one.cue.of(text) + text[one.cue.end : one.cue.end + 12])
    if inverted is not None:
        stop = max(one.cue.end, one.cue.start + inverted.end())
        named = [edit for edit in telling.edits if edit.kind == "reference" and edit.rule == "nom-du-locuteur" and one.cue.start <= edit.span.start <= stop and edit.after.strip()]
        if len(named) != 1 or text[stop : telling.span.end].strip(" .\u00a0"):
            return None
        gone = Span(one.cue.start, stop)
        if not _present(source, one) and _backshifted(source, Span(telling.span.start, one.cue.start)):
            return None
        return [*_kept(telling, gone, named[0].span) , Edit("reference", ACCORDING, gone, f"selon {_lowered(named[0].after.strip())}")] if named[0].span.end <= stop else None
    if speaker.start < one.cue.end or re.fullmatch(r" (?:(?:encore|enfin|également|aussi|par ailleurs|en outre|ensuite) )?", text[one.cue.end : speaker.start]) is None:
        return None
    if text[speaker.end : telling.span.end].strip(" .\u00a0") or not _present(source, one) and _backshifted(source, Span(telling.span.start, one.cue.start)):
        return None
    gone = Span(one.cue.start, speaker.start)
    return [*_kept(telling, gone), Edit("reference", ACCORDING, gone, "selon ")]


def _present(source: Source, one: Statement) -> bool:
    """Whether the verb of saying is in the present: then what is said stands in its own tense."""
    words = re.sub(r"(?:-t)?-(?:il|elle|ils|elles)\b", "", one.cue.of(source.text)).split()
    return len(words) == 1 and not re.search(r"(?:a|èrent|ait|aient|ira|irent)$", words[0]) and _PRESENT_FRAME.fullmatch(words[0]) is not None


def _whole(source: Source, one: Statement) -> bool:
    """Whether what is said is a clause that can stand by itself: no word of it leans on the speaker, no tense on the verb of saying."""
    text = source.text
    said = source.tokens_in(one.content)
    if not said or said[0].span.of(text).lower() in ("si", "s’", "s'"):
        return False
    for at, token in enumerate(said):
        if in_quotes(source, token.span):
            continue
        word = plain(token.span.of(text))
        following = plain(said[at + 1].span.of(text)) if at + 1 < len(said) else ""
        if word in ("et", "mais", "ou") and following in ("que", "qu'"):
            return False  # a second « que » would be left
        if word in _LEANING and not (word == "il" and following in ("y", "faut", "s'", "n'y")):
            return False
    return _present(source, one) or not _backshifted(source, one.content)


def _backshifted(source: Source, span: Span) -> bool:
    """Whether a verb of the span, outside quotes, is in the imperfect, pluperfect or conditional."""
    for token in source.tokens_in(span):
        word = plain(token.span.of(source.text))
        if re.search(r"(?:ait|aient)$", word) and word not in _AIT and not in_quotes(source, token.span):
            return True
    return False


_AIT = frozenset("fait trait lait parfait retrait souhait portrait extrait attrait bienfait méfait forfait abstrait".split())
