"""Title tags that tell the source's title in another form: behind the keyphrase and a colon, with the place in the clause, as a participle without its auxiliary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.typography import typography_edits
from seo_fr.model import Clause, Copied, Edit, Slot, Span, Token
from seo_fr.propose.frames import span_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import stems
from seo_fr.propose.tell import Source, finish
from seo_fr.propose.title_cuts import TitleCut, core_of
from seo_fr.propose.titles import _shortened

#: The rule of the edit that leaves out the auxiliary of a passive: « 5 000 otages ont été libérés » → « 5 000 otages libérés ».
WITHOUT_AUXILIARY = "passif-sans-auxiliaire"
_AUXILIARY = re.compile(r"(?:(?:a|ont) été|est|sont|vient d['’]être|viennent d['’]être) (?=[a-zàâéèêëîïôùûç]+(?:é|és|ée|ées|i|is|ie|ies|it|its|ite|ites|u|us|ue|ues|t|ts|te|tes)$)")
_BEARS = re.compile(r"(?i)(?<!\w)(?:ne|n['’]|pas|jamais|encore|déjà|toujours|depuis|plus)(?!\w)")
_TOLL = re.compile(r"(?i)(?<!\w)(?:morte?s?|décédée?s?|tuée?s?|blessée?s?|disparue?s?|aucune?|nie|nient|selon|dément\w*|accusée?s?)(?!\w)")
_COUNTED = re.compile(r"(?:au moins |près de |plus de )?(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|quarante|plusieurs|des dizaines de|une (?:di|douz|vingt|trent|quarant|cinquant|soixant|cent)aine de|\d[\d ]*) ")


@dataclass(frozen=True, slots=True)
class Behind:
    """Slots « cle » and « objet » of « attentat à Valmont : un camion fonce sur la foule ». ``lost``: characters of the title that neither says."""

    cle: Slot
    objet: Slot
    lost: int


def _lowered(source: Source, start: int) -> tuple[Edit, ...]:
    """Return the edit that gives what follows a colon its small letter, none for a name, an acronym or a quote."""
    text = source.text
    word = re.match(r"[\w-]+", text[start : start + 30])
    token = next((t for t in source.tokens_in(Span(start, min(start + 30, len(text)))) if t.span.start == start), None)
    if word is None or token is None or not text[start].isupper() or token.pos == "PROPN" or len(word.group()) > 1 and word.group().isupper():
        return ()
    known = any(mention.form != "pronoun" and mention.span.start == start and mention.span.of(text)[:1].isupper() and token.pos not in ("DET", "NUM") for entity in source.analysis.entities for mention in entity.mentions)
    return () if known else (Edit("case", "minuscule-apres-deux-points", Span(start, start + 1), text[start].lower()),)


def behind(source: Source, cle: Slot, cuts: list[TitleCut]) -> Iterator[Behind]:
    """Yield the title's news behind the keyphrase: what it says without the keyphrase's own words, which fall where they complete a noun or tell the place."""
    title = source.bare_title
    if title is None:
        return
    own = set(stems(cle.text))
    flat = source.text.replace("’", "'").replace("\u00a0", " ")
    ranges: list[tuple[Span, tuple[Edit, ...]]] = [(cut.copied.span, drops) for cut in cuts if not (drops := tuple(edit for edit in cut.copied.edits if edit.kind == "drop")) or len(title) > 60]
    if len(title) > 60 and cle.text[:1].isupper() and not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(title)):
        label = re.match(r"[^:«»]{2,30}?\s?:\s+", title.of(source.text))
        ranges.append((Span(max(core_of(source), title.start + (label.end() if label is not None else 0)), title.end), ()))
    opening = re.search(rf"(?:^|: )(?:l[ea]s? |l'|une? )?{re.escape(cle.text.replace('’', chr(39)))}, (?=\w)", flat[title.start : title.end], re.IGNORECASE)
    if opening is not None:
        ranges += [(part, ()) for part in _shortened(source, Span(title.start + opening.end(), title.end), 14)]
    for span, drops in ranges:
        if span.start < core_of(source) and opening is None:
            continue  # « France : … » does not stand behind another label
        for more in _own_words(source, cle, span, flat):
            if any(one.span.overlaps(other.span) for one in more for other in drops):
                continue
            edits = [*drops, *more]
            lead = _lowered(source, span.start)
            if any(edit.span.start == span.start for edit in edits):
                continue
            if _TOLL.search(source.text[span.end : title.end]):
                continue  # a toll is not halved
            objet = _slot(source, "objet", span, [*edits, *lead])
            if objet is None or set(stems(objet.text)) & own or {word[:4] for word in stems(objet.text) if len(word) > 4} & {word[:4] for word in own if len(word) > 4} or len(objet.text.split()) < 2 or len(objet.text) < 10 or re.search(r"[:;?!]|^[a-z]+ (?:pays|homme|femme)\b", objet.text) or objet.text.count("«") != objet.text.count("»"):
                continue
            if re.match(r"(?:et|ou|mais|dont|qui|que|il|elle|ils|elles) ", objet.text) or re.search(r" (?:de|du|des|la|le|les|à|en|pour|sur|par|autour|contre|un|une)$", objet.text):
                continue
            yield Behind(cle, objet, len(title) - len(span) + sum(len(edit.span) for edit in edits))


def _slot(source: Source, name: str, span: Span, edits: list[Edit]) -> Slot | None:
    try:
        return span_slot(source, name, span, in_order(edits))
    except ValueError:
        return None


def _own_words(source: Source, cle: Slot, span: Span, flat: str) -> list[list[Edit]]:
    """Return the edits that leave the keyphrase's words out of a part of the title: none, or its noun as a complement (« le bilan de l’attentat »), its place at the end."""
    words = flat[span.start : span.end]
    if not set(stems(words)) & set(stems(cle.text)):
        return [[]]
    edits: list[Edit] = []
    key = cle.text.replace("’", "'")
    noun, _, where = key.partition(" ")
    slices = [piece.of(source.text).replace("’", "'") for piece in cle.source]
    if len(slices) == 2:
        noun, where = slices
    place = re.search(rf",? {re.escape(where)}$", words, re.IGNORECASE) if len(slices) == 2 else None
    if place is not None:
        edits.append(Edit("drop", "titre-court", Span(span.start + place.start(), span.end), ""))
    if key[:1].isupper():
        long = re.search(rf"(?<=[a-zéè]) (?:du|de la|des) (?:[a-zéèêàâîôûç]+ ){{1,3}}{re.escape(key)}(?= [a-zéèê])", words)  # « le lancement [du télescope spatial Anna Morel] reporté à mai »
        if long is not None and not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(span)) and all(token.pos in ("ADP", "DET", "NOUN", "ADJ", "PROPN", "X") for token in source.tokens_in(Span(span.start + long.start() + 1, span.start + long.end()))):
            return [[Edit("drop", "titre-court", Span(span.start + long.start(), span.start + long.end()), "")]]
    for whole in (key, noun):
        complement = re.search(rf" (?:de l'|de la |du |des |de |d'|dans l'|dans la |dans le ){re.escape(whole)}(?![\w-])(?! (?:d[eu]s? |d'|(?-i:[A-ZÉ])))", words, re.IGNORECASE)
        before = next((token for token in reversed(source.tokens_in(span)) if complement is not None and token.span.end <= span.start + complement.start()), None)
        told = complement is not None and any(token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin" and token.span.end <= span.start + complement.start() for token in source.tokens_in(span))
        if complement is not None and before is not None and not told and (before.pos == "NOUN" or before.pos == "ADJ" and not re.search(r"(?i)(?:plus|moins|aussi|très|si|proche\w*|plein\w*|digne\w*) ?[\w-]*$", words[: complement.start()]) or _participle(before) and complement.group().startswith(" d")) and not whole[:1].isupper():
            edits.append(Edit("drop", "titre-court", Span(span.start + complement.start(), span.start + complement.end()), ""))
            break
    return [edits] if edits and not any(one.span.overlaps(other.span) for one in edits for other in edits if one is not other) else []


def counted(source: Source, cle: Slot) -> Iterator[Behind]:
    """Yield « accident de train au Valdoré : un mort » for a title whose verb, « fait », bears on a number."""
    title = source.bare_title
    if title is None:
        return
    tokens = source.tokens_in(title)
    for k, token in enumerate(tokens):
        if token.span.of(source.text).lower() not in ("fait", "font", "provoque", "provoquent", "cause", "causent") or token.pos not in ("VERB", "AUX"):
            continue
        subject = source.text[core_of(source) : token.span.start]
        if not set(stems(subject)) <= set(stems(cle.text)) or not set(stems(subject)) or k + 1 >= len(tokens):
            continue
        start = tokens[k + 1].span.start
        for end in _ends(source, tokens[k + 1 :], title.end):
            words = source.text[start:end]
            if not _COUNTED.match(words.lower()) or re.search(r"[:;«»?!]", words):
                continue
            for more in _own_words(source, cle, Span(start, end), source.text.replace("’", "'")):
                objet = _slot(source, "objet", Span(start, end), list(more))
                if objet is not None and not set(stems(objet.text)) & set(stems(cle.text)):
                    yield Behind(cle, objet, len(title) - (end - start))


def graver(source: Source, cle: Slot) -> Iterator[Behind]:
    """Yield « épidémie de rougeole : un nourrisson décédé » for a title that is too long and tells a toll behind its last comma."""
    title = source.bare_title
    if title is None or len(title) <= 60:
        return
    words = title.of(source.text)
    at = words.rfind(", ")
    part = Span(title.start + at + 2, title.end)
    before = {match.group().lower()[:5] for match in _TOLL.finditer(words[:at])} if at >= 0 else set()
    dead = re.search(r"(?:morte?s?|décédée?s?|tuée?s?)$", part.of(source.text)) is not None
    if at < 0 or not (_DEAD.search(part.of(source.text)) or _ONE_DEAD.fullmatch(part.of(source.text))) or before and not (dead and before == {"bless"}) or re.search(r"[:;«»?!]|(?<!\w)(?:selon|et|ou)(?!\w)", part.of(source.text)) or any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(part)):
        return
    objet = _slot(source, "objet", part, [])
    if objet is not None and not set(stems(objet.text)) & set(stems(cle.text)) and set(stems(cle.text)) & set(stems(words[:at])):
        yield Behind(cle, objet, at)


_ONE_DEAD = re.compile(r"(?:l[ae] |l['’])[a-zéèêâîôûç]+ (?:morte?|décédée?|tuée?)")
_DEAD = re.compile(r"(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d ]*) (?:\w+ )?(?:morte?s?|décédée?s?|tuée?s?|blessée?s?|disparue?s?|évacuée?s?|supprimée?s?|interpellée?s?|arrêtée?s?)$")
_STATE = re.compile(r"(?:L[ea]s? |L['’])((?:[^\s,:«»]+ ){1,4}?)(est|sont) ((?:porteu|responsable|capable|coupable|victime|candidat|favorable|opposé|vainqueur|champion|absent|privé|menacé|visé|touché|atteint|proche|présent)\w*(?= |$).*)$")


def without_copula(source: Source) -> Iterator[tuple[Slot, int]]:
    """Yield « Écureuils roux porteurs de la lèpre » for « Les écureuils roux sont porteurs de la lèpre », as slot « proposition »."""
    title = source.bare_title
    if title is None:
        return
    start = core_of(source)
    match = _STATE.match(source.text[start : title.end])
    if match is None or _BEARS.search(match.group()) or any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(Span(start + match.start(3), title.end))):
        return
    first = start + match.start(1)
    edits = [Edit("drop", WITHOUT_AUXILIARY, Span(start + match.start(2), start + match.end(2) + 1), "")]
    if source.text[first].islower():
        edits.append(Edit("case", "majuscule-initiale", Span(first, first + 1), source.text[first].upper()))
    yield _joined(source, (Span(first, title.end),), tuple(edits)), 0


def _ends(source: Source, tokens: tuple[Token, ...], end: int) -> list[int]:
    """Return the end, and the place before a last « à », « en » where there is one."""
    found = [end]
    found += [tokens[k - 1].span.end for k in range(1, len(tokens)) if tokens[k].span.of(source.text).lower() in ("à", "au", "aux", "en", "dans") and tokens[k - 1].pos in ("NOUN", "ADJ")]
    return found


def placed(source: Source, cle: Slot, cuts: list[TitleCut]) -> Iterator[tuple[Slot, int]]:
    """Yield, as slot « proposition », the title with its place inside: « Le chômage en Valdoré repart à la hausse » for « Valdoré : le chômage repart à la hausse »,
    « Six sauveteurs tués au Valdoré » for « Valdoré : six sauveteurs tués »; with the characters that fell.
    """
    title = source.bare_title
    core = core_of(source)
    if title is None or core <= title.start:
        return
    flat = source.text.replace("’", "'").replace("\u00a0", " ")
    for cut in cuts:
        span = cut.copied.span
        if span.start != core:
            continue
        drops = tuple(edit for edit in cut.copied.edits if edit.kind == "drop")
        tokens = source.tokens_in(span)
        initial = (Edit("case", "majuscule-initiale", Span(span.start, span.start + 1), source.text[span.start].upper()),) if source.text[span.start].islower() else ()
        if len(cle.source) == 2 and cle.source[1].of(source.text).replace("’", "'").split(" ", 1)[-1] in flat[title.start : core]:
            noun = cle.source[0].of(source.text).replace("’", "'")
            at = re.match(rf"(?:l[ea]s? |l'|une? |des )?{re.escape(noun)}(?= )", flat[span.start : span.end], re.IGNORECASE)
            following = next((token for token in tokens if at is not None and token.span.start > span.start + at.end()), None)
            if at is None or following is None or following.pos not in ("VERB", "AUX", "ADV"):
                continue
            first, rest = Span(span.start, span.start + at.end()), Span(following.span.start, span.end)
            if all(rest.covers(drop.span) for drop in drops):
                yield _joined(source, (first, cle.source[1], rest), (*initial, *drops)), len(title) - len(span)
        elif not drops and tokens and not any(token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin" for token in tokens) and _participle(tokens[-1]):
            where = _where(source, flat, title.start, core)
            inside = any(entity.kind in ("place", "country") and any(Span(core, title.end).covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities)
            if where is not None and not inside:
                yield _joined(source, (span, where), initial), len(title) - len(span)


def by_name(source: Source, name: str) -> Iterator[Slot]:
    """Yield « Anna Morel meurt à 83 ans » for « La conteuse, Anna Morel, autrice de…, meurt à 83 ans »: what the title calls her falls, her name stays."""
    title = source.bare_title
    if title is None or " " not in name:
        return
    flat = source.text.replace("’", "'").replace("\u00a0", " ")
    at = re.search(rf", {re.escape(name.replace('’', chr(39)))},", flat[title.start : title.end])
    if at is None:
        return
    tokens = source.tokens_in(title)
    verb = next((k for k, token in enumerate(tokens) if token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin"), None)
    if verb is None or tokens[verb].span.start < title.start + at.end() or verb and tokens[verb - 1].span.of(source.text) != ",":
        return
    start = title.start + at.start() + 2
    for part in _shortened(source, Span(tokens[verb].span.start, title.end), 6):
        yield _joined(source, (Span(start, start + len(name)), part), ())


def _participle(token: Token) -> bool:
    return token.pos in ("VERB", "ADJ") and token.feature("VerbForm") == "Part"


def _where(source: Source, flat: str, start: int, end: int) -> Span | None:
    """Return where the source says « au Valdoré » of the place that opens its title; None where it does not."""
    name = re.split(r"\s?:", flat[start:end])[0].strip()
    match = re.search(rf"(?<![\w-])(?:à|au|aux|en) (?:la |l')?{re.escape(name)}(?![\w-])", flat)
    return Span(match.start(), match.end()) if match is not None else None


def _joined(source: Source, spans: tuple[Span, ...], edits: tuple[Edit, ...]) -> Slot:
    every = [*edits]
    for span in spans:
        every += [edit for edit in typography_edits(span.of(source.text), span.start) if not any(edit.span.overlaps(other.span) or edit.span == other.span for other in edits)]
    pieces = [apply_edits(source.text, span, [edit for edit in every if span.covers(edit.span)]) for span in spans]
    return Slot("proposition", " ".join(pieces), spans, edits=tuple(sorted(every, key=lambda edit: edit.span)))


def without_auxiliary(source: Source, line: Headline) -> Headline | None:
    """Return a passive headline without its auxiliary (« 5 000 otages libérés au Valdoré »), None where it has none or where something in the clause needs it."""
    clause = line.clause
    edit = dropped_auxiliary(source, clause, line.span)
    if edit is None or line.text.startswith(("Selon", "D’après")):
        return None
    kept = [other for other in line.edits if other.kind != "typography" and not other.span.overlaps(clause.verb) and other.kind != "tense"]
    done = finish(source, line.span, [*kept, edit], final=False)
    return replace(line, span=done[0], edits=done[1], text=done[2]) if done is not None and done[2] != line.text else None


def dropped_auxiliary(source: Source, clause: Clause, span: Span) -> Edit | None:
    """Return the edit that drops the auxiliary of a plain affirmative passive; None where the verb is none, or is denied, doubted, or told as of another time."""
    verb = clause.verb.of(source.text)
    if clause.lemma == "être" and re.fullmatch(r"est|sont", verb):  # « est élu président »
        following = next((token for token in source.tokens_in(clause.span) if token.span.start > clause.verb.end), None)
        verb = source.text[clause.verb.start : following.span.end] if following is not None and re.fullmatch(r"(?:ré)?élue?s?|nommée?s?|désignée?s?", following.span.of(source.text)) else verb
    elif not clause.passive:
        return None
    if clause.negated or clause.commitment != "asserted" or clause.tense not in ("past", "present", "compound-past", "passé-composé", "perfect") and not _AUXILIARY.match(verb) or clause.statements or not span.covers(clause.verb):
        return None
    match = _AUXILIARY.match(verb)
    if match is None or _BEARS.search(clause.span.of(source.text)):
        return None
    after = source.text[clause.verb.start + len(verb) : clause.verb.start + len(verb) + 4]
    return None if re.match(r" (?:à|de) ", after) is not None else Edit("drop", WITHOUT_AUXILIARY, Span(clause.verb.start, clause.verb.start + match.end()), "")


def cuts_without_auxiliary(source: Source, cuts: list[TitleCut]) -> Iterator[TitleCut]:
    """Yield the cuts of the title without the auxiliary of their passive: « Anna Morel élue à la tête du parti »."""
    for clause in source.analysis.clauses:
        if source.analysis.sentences[clause.sentence].paragraph >= 0:
            continue
        for cut in cuts:
            edit = dropped_auxiliary(source, clause, cut.copied.span)
            if edit is None or any(edit.span.overlaps(other.span) for other in cut.copied.edits if other.kind == "drop"):
                continue
            edits = in_order([*(other for other in cut.copied.edits if not other.span.overlaps(edit.span)), edit])
            try:
                text = apply_edits(source.text, cut.copied.span, edits)
            except ValueError:
                continue
            yield replace(cut, text=text, copied=Copied(cut.copied.span, edits), whole=False)


__all__ = ["WITHOUT_AUXILIARY", "Behind", "behind", "by_name", "counted", "cuts_without_auxiliary", "graver", "placed", "without_auxiliary", "without_copula"]
