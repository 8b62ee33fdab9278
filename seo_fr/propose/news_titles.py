"""Title tags of an article without a title whose main clause is too long for one: what befell whom behind the keyphrase, the subject without what only completes it, the keyphrase with its own complements.

The last are noun phrases: they say what the article is of, and stand before « ce que l’on sait ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seo_fr.analyse.focus_lede import news_sentence
from seo_fr.french.calendar import DAYS
from seo_fr.model import Clause, Edit, Slot, Span
from seo_fr.propose.frames import span_slot
from seo_fr.propose.headlines import Headline, _present
from seo_fr.propose.score import stems
from seo_fr.propose.source import Source, plain
from seo_fr.propose.tell import finish, in_quotes
from seo_fr.propose.title_cuts import TITLE_CHARACTERS
from seo_fr.propose.title_forms import WITHOUT_AUXILIARY

#: The rule of what falls from the subject: weighed here.
SHORT = "titre-court"
_NUMBER = r"(?:(?:au moins|plus de|près de) )?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt(?:-\w+| et une?)?|trente(?:-\w+)?|quarante(?:-\w+)?|plusieurs|\d[\d \u00a0\u202f]*)"
_VICTIMS = r"(?:morte?s?|tuée?s?|blessée?s?|disparue?s?|victimes?)(?: (?:graves|légers|légères|graves?))?"
_TOLL = re.compile(rf"(?:fait|provoqué|causé) (?P<toll>{_NUMBER} {_VICTIMS}(?: et {_NUMBER} {_VICTIMS})?)(?= (?:le|la|{DAYS}|hier|dans|à|au|en|sur|près|ce|cette|parmi)(?!\w)|[,.])")
_NEWER = re.compile(rf"(?:porte(?:nt)?|portant|a porté|porté) (?:le bilan |ce bilan )?à (?P<toll>{_NUMBER} {_VICTIMS})(?= |[,.])")
_COUNTED = re.compile(r"(?:Une?|Deux|Trois|Quatre|Cinq|Six|Sept|Huit|Neuf|Dix|Onze|Douze|Quinze|Vingt|Plusieurs|\d[\d \u00a0\u202f]*) [a-zàâéèêëîïôûùç][^,;:«»()]{2,40}")
_BEFELL = re.compile(r"(?:a été|ont été|est|sont) (?=(?:tué|blessé|interpellé|arrêté|évacué|hospitalisé|secouru|relogé|libéré|écroué|mis en examen|mise en examen|mises en examen|placé|condamné|relaxé)e?s?)")
#: What links what befell somebody to the event behind the verb.
_LINK = re.compile(r"(?<!\w)(?:lors d|dans (?:l|une? )|à la suite d|après (?:une? |l))[^;:«»()]{0,44}$")
_RESERVED = re.compile(r"(?i)(?<!\w)(?:pas|jamais|aucune?|sans|sursis|présum\w+|accus\w+|soupçonn\w+|contest\w+|dément\w*|ni[ée]e?s?|rejet\w+|selon|d['’]après|sauf|hors|seul\w*|aurai\w+|serai\w+|si)(?!\w)|n['’]|[«»;:]")
_RELATIVE = re.compile(r" (?:que|qu['’]|dont|qui|où) ?(?!ne |n['’])[^,;:«»()]{6,90}$")
_OWNED = re.compile(r" (?:de la |de l['’]|du |des |de |d['’])[^,;:«»()]{3,60}$")
_BACKGROUND = re.compile(r"(?P<frame>, (?:dans un contexte|sur fond|face à))|(?P<more> (?:prévoyant|quant à|concernant|portant sur|destinée?s? à))(?= )")
_BRACKETS = re.compile(r" \([^()«»]{2,60}\)$")
_LEAN = re.compile(r"(?i)(?<!\w)(?:il|elle|ils|elles|on|ce|cet|cette|ces|celui|celle|ceux|celles|son|sa|ses|leurs?)(?!\w)")
#: What stays of a noun phrase says nothing without what completes it.
_HALF = re.compile(r"(?i)(?:partie|nombre|groupe|part|série|suite|cas|cours|sein|issue|fin|début|mise|prise|place|type|sorte|chef|membres?|projet|plan|proposition|texte|mesure)$")


def _main(source: Source) -> Clause | None:
    """Return the clause that tells the news as the newspaper's own, None where it is denied, doubted, quoted or of another time."""
    news = news_sentence(source.analysis)
    if news is None:
        return None
    index = next(i for i, sentence in enumerate(source.analysis.sentences) if sentence.span == news)
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None]
    if not clauses or source.analysis.sentences[index].doubtful:
        return None
    clause = clauses[0]
    if clause.negated or clause.commitment in ("denied", "negated") or clause.tense in ("imperfect", "pluperfect", "past-conditional", "conditional") or in_quotes(source, clause.verb) or any(one.sentence == index and one.remove > 1 for one in source.analysis.statements):
        return None
    return clause


def tolls(source: Source, cle: Slot) -> Iterator[tuple[Slot, tuple[int, ...]]]:
    """Yield, as slot « objet » behind the keyphrase, what the event cost (the newest toll that the article gives) or what befell those who were in it: « sept morts », « un policier tué »."""
    clause = _main(source)
    if clause is None or clause.subject is None:
        return
    text, key = source.text, set(stems(cle.text))
    sentence = source.analysis.sentences[clause.sentence].span
    subject = clause.subject.of(text)
    toll = _TOLL.search(text, clause.verb.start, sentence.end)
    if toll is not None and toll.start() < clause.verb.end and key <= set(stems(text[sentence.start : clause.verb.start])):
        newer = list(_NEWER.finditer(text, sentence.end))
        yield span_slot(source, "objet", Span(*(newer[-1] if newer else toll).span("toll"))), (clause.id,)
    befell = _BEFELL.match(text, clause.verb.start)
    who = _COUNTED.fullmatch(subject)
    if befell is None or who is None or set(stems(subject)) & key or re.search(r"(?<!\w)(?:qui|que|dont|et|ou)(?!\w)", subject) or _RESERVED.search(subject):
        return
    verb = re.match(r"(?:mise?s? en examen|placée?s? en (?:garde à vue|détention provisoire)|[a-zé]+)", text[befell.end() :])
    first = plain(cle.source[0].of(text)) if cle.source else plain(cle.text)
    at = plain(text).find(first, clause.verb.end, sentence.end)
    if verb is None or at < 0 or _LINK.search(plain(text[clause.verb.start : at])) is None or re.match(r"placée?s?$|condamnée?s?$", verb.group()):
        return
    end = befell.end() + verb.end()
    edits = [Edit("drop", WITHOUT_AUXILIARY, Span(befell.start(), befell.end()), ""), Edit("case", "minuscule-apres-deux-points", Span(clause.subject.start, clause.subject.start + 1), text[clause.subject.start].lower())]
    if not text[clause.subject.start].isupper():
        edits.pop()
    yield span_slot(source, "objet", Span(clause.subject.start, end), tuple(sorted(edits, key=lambda edit: edit.span))), (clause.id,)


def short_subjects(source: Source, ends: tuple[tuple[int, int], ...], asides: list[Span], most: int = TITLE_CHARACTERS) -> Iterator[Headline]:
    """Yield the headlines whose subject falls short of its relative, its brackets or what the name in it belongs to: « L’institut Devos [de la Commission] publie les chiffres »."""
    clause = _main(source)
    if clause is None or clause.subject is None or _LEAN.match(clause.subject.of(source.text)):
        return
    text = source.text
    stop = clause.verb.start - 1 if text[clause.verb.start - 1] == " " else clause.verb.start
    for drops in _subject_drops(source, clause, stop):
        for end, lost in (*ends, *_more_ends(source, clause)):
            for count in (len(asides), 0):
                chosen = [span for span in asides[:count] if span.end <= end]
                edits = [Edit("drop", SHORT, span, "") for span in (*drops, *chosen)]
                verb = _present(source, clause, Span(clause.subject.start, end), edits)
                if clause.tense == "perfect" and verb is None:
                    continue
                edits += [verb] if verb is not None else []
                start = clause.subject.start
                while edits and (first := next((edit for edit in edits if edit.kind == "drop" and edit.span.start == start), None)) is not None:
                    start = first.span.end
                    edits.remove(first)
                done = finish(source, Span(start, end), sorted(edits, key=lambda edit: edit.span), final=False)
                if done is not None and 24 <= len(done[2]) <= most and not re.search(r"[,;:?!.()]|\d{4}", done[2]) and not _HALF.search(done[2]):
                    yield Headline(*done, clause, verb is not None, 4 + lost + len(drops))


def _more_ends(source: Source, clause: Clause) -> Iterator[tuple[int, int]]:
    """Yield, with what it costs, where a clause ends that is told without the rest: a verb by itself before its background, « un projet de réorganisation[ prévoyant …] »."""
    for match in _BACKGROUND.finditer(source.text, clause.verb.end, clause.span.end):
        left, fallen = source.text[clause.verb.end : match.start()], source.text[match.start() : clause.span.end]
        alone = match.group("frame") is not None and re.match(r"s(?:e |['’])", clause.verb.of(source.text)) is not None and re.fullmatch(r"(?: et (?:se |s['’])\w+)?", left) is not None
        whole = len(left.split()) > 3 and (match.group("frame") is not None or match.group("more") is not None)
        if (alone or whole) and not _RESERVED.search(left) and not re.search(r"(?i)(?<!\w)(?:pas|jamais|aucune?|sans|contest\w+|dément\w*|selon)(?!\w)", fallen) and "," not in left:
            yield match.start(), 2


def _subject_drops(source: Source, clause: Clause, stop: int) -> Iterator[tuple[Span, ...]]:
    """Yield what may fall between the head of the subject and the verb."""
    assert clause.subject is not None
    text, start = source.text, clause.subject.start
    if stop <= start:
        return  # a subject behind its verb
    words = text[start:stop]
    bracket = _BRACKETS.search(words)
    if "," not in words and "(" not in words and not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(Span(start, stop))):
        yield ()
        for entity in source.analysis.entities:
            for mention in entity.mentions if entity.kind == "organisation" else ():
                if mention.form == "full" and mention.span.end == stop and mention.span.start > start + 6 and re.fullmatch(r"(?:[Ll][ea] |[Ll]['’])[a-zéèêàâîôûç][^,;:«»()]{3,45} ", text[start : mention.span.start]) and not any(token.pos == "ADP" for token in source.tokens_in(Span(start, mention.span.start))):
                    yield (Span(start, mention.span.start),)
    elif "," not in words and "(" not in words and not _RESERVED.search(words):
        yield ()
    initials = re.fullmatch(r"((?:L[ea] |L['’]))([A-ZÉ][^,;:«»()]{12,90} \()([A-Z]{2,6})(\))", words)
    if initials is not None and (initials.group(1)[1] in "'’") == (initials.group(3)[0] in "AEIOU"):
        yield Span(start + initials.start(2), start + initials.end(2)), Span(start + initials.start(4), stop)
    inner = words[: bracket.start()] if bracket is not None else words
    fallen = Span(start + len(inner), stop)
    kept = source.tokens_in(Span(start, start + len(inner)))
    if bracket is not None and not re.search(r"[,;:«»()]", inner) and not any(token.feature("VerbForm") == "Fin" for token in kept):
        yield (fallen,)
    relative = _RELATIVE.search(inner)
    if relative is not None and not _RESERVED.search(relative.group()) and re.match(r"(?:L[ea]s? |L['’])", inner) and "," not in inner:
        head = source.tokens_in(Span(start, start + relative.start()))
        if sum(token.pos in ("NOUN", "PROPN", "ADJ") for token in head) >= 2 and not any(token.feature("VerbForm") == "Fin" for token in head):
            yield (Span(start + relative.start(), stop),)
    named = re.match(r"(?:L[ea] |L['’])[a-zàâéèêëîïôûùç]+ [A-ZÉÈ][\w-]+(?: [A-ZÉÈ][\w-]+)?(?= )", inner)
    owned = _OWNED.fullmatch(inner[named.end() :]) if named is not None else None
    if named is not None and owned is not None and not _RESERVED.search(owned.group()) and not any(token.pos in ("VERB", "AUX", "PRON") for token in source.tokens_in(Span(start + named.end(), stop))):
        yield (Span(start + named.end(), stop),)


def grown(source: Source, cle: Slot) -> Slot | None:
    """Return, as slot « proposition », the keyphrase with the complements that the news sentence gives it (« Plan de financement de la piscine »), or with where it happened; None where it has none that fits."""
    clause = _main(source)
    news = source.analysis.sentences[clause.sentence].span if clause is not None else source.analysis.sentences[source.first_sentence].span
    text = source.text
    if len(cle.source) != 1 or cle.edits and any(edit.kind not in ("typography", "case") for edit in cle.edits):
        return None
    at = plain(text).find(plain(cle.source[0].of(text)), news.start, news.end)
    if at < 0:
        return None
    tokens = source.analysis.tokens
    key = [i for i in range(len(tokens)) if at <= tokens[i].span.start < at + len(cle.source[0])]
    if not key:
        return None
    inside = set(key)
    best: int | None = None
    i = key[-1] + 1
    while i < len(tokens) and tokens[i].span.end <= news.end and (tokens[i].pos in ("ADP", "DET", "NOUN", "ADJ", "PROPN", "NUM") or tokens[i].span.of(text) == "et") and tokens[i].span.end - at <= TITLE_CHARACTERS:
        word = tokens[i]
        if word.pos == "ADP" and word.span.of(text).lower() not in ("de", "du", "des", "d'", "d’", "à", "au", "aux", "en", "pour"):
            break
        if word.span.of(text).lower() in ("à", "au", "aux", "en") and not any(0 <= mention.span.start - word.span.end < 6 for entity in source.analysis.entities if entity.kind in ("place", "country") for mention in entity.mentions):
            break
        inside.add(i)
        if word.pos in ("NOUN", "PROPN", "ADJ") and all(tokens[j].head in inside for j in range(key[-1] + 1, i + 1)) and not any(time.span.overlaps(word.span) for time in source.analysis.times):
            following = tokens[i + 1].span.of(text).lower() if i + 1 < len(tokens) else "."
            if following not in ("et", "ou") and not (word.pos == "ADJ" and following in ("de", "du")) and not (i + 1 < len(tokens) and tokens[i + 1].pos in ("ADJ", "PROPN") and tokens[i + 1].head in inside):
                best = i
        i += 1
    if best is None:
        return None
    span = Span(at, tokens[best].span.end)
    words = span.of(text)
    if _RESERVED.search(words[len(cle.source[0]) :]) or _LEAN.search(words[len(cle.source[0]) :]) or re.search(r"[\"“”]|(?<!\w)(?:ce|cette|ces|son|sa|ses|leurs?)(?!\w)", words) or len(words) > TITLE_CHARACTERS or in_quotes(source, span):
        return None
    edits = (Edit("case", "majuscule-initiale", Span(at, at + 1), words[0].upper()),) if words[0].islower() else ()
    slot = span_slot(source, "proposition", span, edits)
    return slot if len(slot.text) >= 18 else None


__all__ = ["grown", "short_subjects", "tolls"]
