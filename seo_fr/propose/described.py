"""Candidates for the description: the main news, alone or with a second sentence that goes on about it; and the source's own title."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.edits import apply_edits
from seo_fr.french.typography import typography_edits
from seo_fr.model import Clause, Copied, Edit, Slot, Span, Templated
from seo_fr.propose.by_function import identified
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.lede_cuts import HALF_DATE, lede_cuts
from seo_fr.propose.mains import ledes
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import plain
from seo_fr.propose.superseded import counts
from seo_fr.propose.tell import Source, Telling, finish, in_quotes
from seo_fr.propose.untitled import accusing, denials, news_index, opening_lines, opening_sentences

H1_CHARACTERS = 110
DESCRIPTION = (121, 156)
#: What the first sentence may take where nothing fits: shown cut, but the news.
LONGEST = 240


def source_title(source: Source) -> tuple[str, Copied] | None:
    """Return the source's own title, typeset, without a final full stop; None where it has none of at most 110 characters."""
    span = source.analysis.article.title
    if span is None:
        return None
    slice_ = span.of(source.text)
    edits = list(typography_edits(slice_, span.start))
    if slice_.endswith(".") and not slice_.endswith("..") and not slice_[:-1].rsplit(" ", 1)[-1].isupper():
        edits.append(Edit("period", "titre-sans-point", Span(span.end - 1, span.end), ""))
    text = apply_edits(source.text, span, edits)
    return (text, Copied(span, tuple(edits))) if 0 < len(text) <= H1_CHARACTERS else None


def descriptions(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return candidate descriptions of 121 to 156 characters, best first: the main news, alone or with a second sentence that goes on about it; last, what is too short or a little too long."""
    made: list[Candidate] = []
    low, high = DESCRIPTION
    mains = _mains(source, told, scores)

    def add(text: str, origin: Copied | Templated, facts: tuple[int, ...], merit: tuple[int, ...], order: int) -> None:
        made.append(Candidate("description", (passage("head", "description", text, origin, facts),), facts, merit, order))

    seconds = [(worth, telling) for telling in told if (worth := _second(source, scores, telling)) is not None]
    scene = not any(main.sentence == news_index(source) and cost < 25 for main, cost in mains)
    titled = source.analysis.article.title is not None
    for main, cost in mains:
        key = _key_count(scores, main.text)
        news = main.sentence == news_index(source) and not (scene and titled and scores.title_share(main.text) <= 1) or scene and scores.title_share(main.text) >= 3  # else a sentence beside the news
        whole, left = (scores.title_share(words) for words in (source.analysis.sentences[main.sentence].span.of(source.text), main.text))
        news = news and (source.analysis.article.title is None or whole - left < 2 or 2 * left > whole)  # the cut took what the title tells
        if low <= len(main.text) <= high:
            add(main.text, Copied(main.span, main.edits), main.clauses, (3 if news else 1, -cost + 8 * key, -main.dropped), main.span.start)
        elif len(main.text) < low:
            for worth, second in seconds:
                text = f"{main.text} {second.text}"
                if second.sentence > main.sentence and low <= len(text) <= high and not _again(main.text, second.text) and goes_on(source, main.text, second):
                    slots = (Slot("proposition", main.text, (main.span,), edits=main.edits), Slot("suite", second.text, (second.span,), edits=second.edits))
                    near = worth - 4 * min(second.sentence - main.sentence, 12) + 4 * len(set(stems(main.text)) & set(stems(second.text)))
                    add(text, Templated("description/deux-phrases", slots, joined="deux-phrases"), main.clauses + second.clauses, (2 if news else 1, 3 * -cost + near + 8 * _key_count(scores, text), -main.dropped), main.span.start)
        if 80 <= len(main.text) < low or high < len(main.text) <= LONGEST:
            add(main.text, Copied(main.span, main.edits), main.clauses, (0, -cost - max(0, len(main.text) - 165), -main.dropped), main.span.start)
        elif len(main.text) < 80 and news:
            add(main.text, Copied(main.span, main.edits), main.clauses, (-1, -cost, -main.dropped), main.span.start)
    title = _title_sentence(source)
    sure = {telling.text for _, telling in seconds}
    for main, cost in mains:
        if len(main.text) >= low or main.sentence != news_index(source):
            continue
        for telling in told:
            text = f"{main.text} {telling.text}"
            if telling.strict and telling.sentences == 1 and telling.sentence > main.sentence and low <= len(text) <= high and telling.text not in sure and _FIRM_OPENING.match(telling.text) and not _ILL.search(telling.text) and not _DATED.match(telling.text) and not _LEANS.match(telling.text) and not _again(main.text, telling.text) and goes_on(source, main.text, telling):
                slots = (Slot("proposition", main.text, (main.span,), edits=main.edits), Slot("suite", telling.text, (telling.span,), edits=telling.edits))
                add(text, Templated("description/deux-phrases", slots, joined="deux-phrases"), main.clauses + telling.clauses, (1, 10 - cost - 4 * min(telling.sentence - main.sentence, 12), -main.dropped), main.span.start)
    others = [(scores.telling(telling) // 3 - 40, telling) for telling in told if telling.strict and telling.sentences == 1 and telling.text not in sure and not _DATED.match(telling.text) and not _LEANS.match(telling.text) and not _ILL.search(telling.text)]
    for worth, second in (*seconds, *others) if title is not None else ():
        assert title is not None
        text = f"{title.text} {second.text}"
        if low <= len(text) <= high and not _again(title.text, second.text) and goes_on(source, title.text, second):
            lede = 20 if second.sentence == source.first_sentence else 0
            origin = Templated("description/deux-phrases", (title, Slot("suite", second.text, (second.span,), edits=second.edits)), joined="deux-phrases")
            add(text, origin, second.clauses, (1 if second.text in sure else 0, worth + lede - 40 + (0 if second.text in sure else 60) - 2 * min(second.sentence, 15), 0), second.span.start)  # the h1 stands just above
    made += _accusations(source, told) if source.analysis.article.title is None else []
    made += _fallbacks(source, told, title, scores)
    if not made:
        made += _bare_openings(source)
    made += _of_the_body(source, told)
    return sorted(_with_toll(source, made), key=lambda candidate: (tuple(-value for value in candidate.merit), candidate.passages[0].id))[:40]


def _with_toll(source: Source, made: list[Candidate]) -> list[Candidate]:
    """Return the descriptions, those behind that leave out the dead and the hurt whom the title counts, where one that is no makeshift counts them."""
    title = source.analysis.article.title
    toll = counts(plain(title.of(source.text))) if title is not None else {}
    if not toll:
        return made
    held = [all(numbers & counts(plain(candidate.passages[0].text)).get(noun, set()) for noun, numbers in toll.items()) for candidate in made]
    if not any(has and candidate.merit[0] >= 0 for has, candidate in zip(held, made, strict=True)):
        return made
    return [candidate if has else replace(candidate, merit=(candidate.merit[0] - 4, *candidate.merit[1:])) for has, candidate in zip(held, made, strict=True)]


def _accusations(source: Source, told: tuple[Telling, ...]) -> list[Candidate]:
    """Return the accusation that an article without a title line has in its opening, with what is denied; alone where it fits whole and nobody denies."""
    low, high = DESCRIPTION
    made: list[Candidate] = []
    answers = [telling for telling in told if telling.strict and telling.sentences == 1 and telling.sentence in denials(source) and _FIRM_OPENING.match(telling.text) and identified(source, telling.text)]
    for index in range(source.first_sentence, min(source.first_sentence + 3, len(source.analysis.sentences))):
        for line in accusing(source, index, high, past=True):
            if low <= len(line.text):
                item = passage("head", "description", line.text, Copied(line.span, line.edits), (line.clause.id,))
                made.append(Candidate("description", (item,), (line.clause.id,), (3, 2 - line.cost, 0), line.span.start))
            for answer in answers:
                text = f"{line.text} {answer.text}"
                if answer.sentence > index and low <= len(text) <= high and not _again(line.text, answer.text):
                    slots = (Slot("proposition", line.text, (line.span,), edits=line.edits), Slot("suite", answer.text, (answer.span,), edits=answer.edits))
                    item = passage("head", "description", text, Templated("description/deux-phrases", slots, joined="deux-phrases"), (line.clause.id, *answer.clauses))
                    made.append(Candidate("description", (item,), (line.clause.id, *answer.clauses), (4, 30 - line.cost - answer.sentence // 4, 0), line.span.start))
    return made


def _bare_openings(source: Source) -> list[Candidate]:
    """Return the opening as the description, shown cut though it is long, where nothing else can be one: the article's own first words, not a bare keyphrase."""
    made: list[Candidate] = []
    for index in opening_sentences(source):
        sentence = source.analysis.sentences[index]
        done = finish(source, sentence.span, []) if not sentence.doubtful and _FIRM_OPENING.match(sentence.span.of(source.text)) else None
        if done is not None and 60 <= len(done[2]) <= 2 * DESCRIPTION[1]:
            facts = tuple(clause.id for clause in source.clauses_of.get(index, ()))
            made.append(Candidate("description", (passage("head", "description", done[2], Copied(done[0], done[1]), facts),), facts, (-2, -index, 0), done[0].start))
    return made


def _of_the_body(source: Source, told: tuple[Telling, ...]) -> list[Candidate]:
    """Return facts of the first paragraphs that stand alone, one or two neighbours of them, for an opening that cannot be told: rather than a bare keyphrase."""
    low, high = DESCRIPTION
    near = [telling for telling in dict.fromkeys(told) if telling.strict and telling.sentences == 1 and 0 <= telling.sentence - source.first_sentence < 14 and len(telling.text) <= high]
    usable = [telling for telling in near if not _DATED.match(telling.text) and not _LEANS.match(telling.text) and not _ILL.search(telling.text) and _FIRM_OPENING.match(telling.text) and identified(source, telling.text)]
    made: list[Candidate] = []
    for telling in usable:
        if low <= len(telling.text):
            made.append(Candidate("description", (passage("head", "description", telling.text, Copied(telling.span, telling.edits), telling.clauses),), telling.clauses, (-3, -telling.sentence, -telling.dropped), telling.span.start))
        for other in usable:
            text = f"{telling.text} {other.text}"
            if 0 < other.sentence - telling.sentence < 5 and low <= len(text) <= high and not _again(telling.text, other.text):
                slots = (Slot("proposition", telling.text, (telling.span,), edits=telling.edits), Slot("suite", other.text, (other.span,), edits=other.edits))
                item = passage("head", "description", text, Templated("description/deux-phrases", slots, joined="deux-phrases"), telling.clauses + other.clauses)
                made.append(Candidate("description", (item,), telling.clauses + other.clauses, (-3, -3 - telling.sentence - other.sentence, -telling.dropped - other.dropped), telling.span.start))
    return sorted(made, key=lambda candidate: (tuple(-value for value in candidate.merit), candidate.passages[0].id))[:8]


def _fallbacks(source: Source, told: tuple[Telling, ...], title: Slot | None, scores: Scores) -> list[Candidate]:
    """Return what may be a description where nothing better is of the right length: the title with two short sentences, a sentence that has the keyphrase, the title with one though it is short."""
    low, high = DESCRIPTION
    made: list[Candidate] = []
    usable = [
        telling
        for telling in dict.fromkeys(told)
        if telling.strict and telling.sentences == 1 and len(telling.text) <= high and not _DATED.match(telling.text) and not _LEANS.match(telling.text) and _FIRM_OPENING.match(telling.text) and identified(source, telling.text)
    ]

    def put(slots: tuple[Slot, ...], text: str, facts: tuple[int, ...], merit: tuple[int, ...], order: int) -> None:
        made.append(Candidate("description", (passage("head", "description", text, Templated("description/deux-phrases", slots, joined="deux-phrases"), facts),), facts, merit, order))

    for telling in usable:
        if low <= len(telling.text) and scores.keyphrase_count(telling.text) and (scores.title_share(telling.text) > 1 or telling.sentence - source.first_sentence < 3):
            item = passage("head", "description", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            made.append(Candidate("description", (item,), telling.clauses, (1, -60 - 3 * telling.sentence, -telling.dropped), telling.span.start))
    for telling in usable if title is not None else ():
        assert title is not None
        text = f"{title.text} {telling.text}"
        if _again(title.text, telling.text) or not goes_on(source, title.text, telling):
            continue
        first = Slot("suite", telling.text, (telling.span,), edits=telling.edits)
        if 90 <= len(text) < low:
            put((title, first), text, telling.clauses, (0, scores.telling(telling) // 3 - 4 * telling.sentence, 0), telling.span.start)
        for other in usable if len(text) < low - 25 else ():
            whole = f"{text} {other.text}"
            if other.sentence > telling.sentence and low <= len(whole) <= high and not _again(text, other.text) and goes_on(source, title.text, other):
                second = Slot("suite", f"{telling.text} {other.text}", (telling.span, other.span), edits=(*telling.edits, *other.edits))
                put((title, second), whole, telling.clauses + other.clauses, (1, -40 - 2 * telling.sentence - other.sentence, 0), telling.span.start)
    return made


#: Openings that go on from a sentence before.
_LEANS = re.compile(r"(?:L[ea]s? seconde?s?|Par exemple|En cause|En effet|Ainsi|Par ailleurs|De plus|En outre|De même|Or|Mais|Car|Et|Face à (?:ce|cet|cette|ces))(?![\w-])|À (?:leur|son) ", re.IGNORECASE)
#: What a sentence may open with where nothing stands before it: no relative, no pronoun, no quotation.
#: A comma that parts subject or verb from what belongs to it, a comparison without its second member.
_ILL = re.compile(r"(?:\b(?:a|ont) \w+(?:é|i|u|s|t), (?:une?|l[ea]s?|l['’]|des|d['’])(?!\w)|^[A-ZÉÈ][\w’-]+(?: [\w’-]+){0,3}, (?:n['’]|ne |a |est |ont |sont )| (?:a|ont|est|sont) (?:plus|moins) (?:de |d['’]))")
_FIRM_OPENING = re.compile(r"(?!(?:Qui|Que|Qu|Dont|Où|Ce|Cet|Cette|Ces|Cela|Ceci|C|Il|Elle|Ils|Elles|On|Leurs?|Son|Sa|Ses|Ceux|Celles?|Celui|Tous|Toutes)(?!\w))[A-ZÀÉÈÊÎÔÛŒ\d]")
#: « LYON, 12 novembre – »: where and when the agency wrote.
_DATELINE = re.compile(r"[A-ZÀÉÈÊ][A-ZÀÉÈÊ' ’-]{2,30}(?:, [^–—()]{3,24}|\s?\([^()]{2,20}\))? [–—] (?=[A-ZÀÉÈÊ])")
_DATED = re.compile(r"(?:(?:En|Le|Depuis|Fin|Début) [^,]{0,16}\b(?:1[5-9]|20)\d\d|[A-ZÉÈ]{3,}[^–—]{0,30}[–—])")


def _mains(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[tuple[Telling, int]]:
    """Return the ways to tell the main news, each with what it costs: the first sentence; where it only sets the scene, the sentence nearest to the title."""
    found: dict[str, tuple[Telling, int]] = {}
    first = source.first_sentence
    opening = source.analysis.sentences[first].span.of(source.text)
    scene = scores.title_share(opening) <= 1 and source.analysis.article.title is not None
    start = next((clause.id for clause in source.clauses_of.get(first, ())), -1)
    for lede in ledes(source):
        share = scores.title_share(lede.telling.text)
        found.setdefault(lede.telling.text, (lede.telling, lede.cost + (12 if lede.telling.sentence != first else 0) + (25 if scene and share <= 1 else 0)))
    for line in opening_lines(source, DESCRIPTION[1], 60, past=True) if source.analysis.article.title is None else ():
        found.setdefault(line.text, (Telling(line.span, line.edits, line.text, (line.clause.id,), line.clause.sentence, 0), 6 + line.cost))
    for telling in told:
        place, share = telling.sentence - first, scores.title_share(telling.text)
        if telling.sentences > 1 or not telling.strict or not 0 <= place < 6:
            continue
        if place == 0 and telling.clauses[0] == start:
            found.setdefault(telling.text, (telling, 5 + telling.dropped // 12 + (25 if scene and share <= 1 else 0)))
        elif share >= 3:
            found.setdefault(telling.text, (telling, (8 if scene else 22) + 4 * place - 3 * share + telling.dropped // 12))
    for index in leading(source, scores, scene):
        for telling, loss in (*lede_cuts(source, index, DESCRIPTION[0], DESCRIPTION[1]), *lede_cuts(source, index, 50, DESCRIPTION[0] - 1)[:8], *lede_cuts(source, index, DESCRIPTION[1] + 1, LONGEST)[:2]):
            share = scores.title_share(telling.text)
            lost = 5 * max(0, scores.title_share(source.analysis.sentences[index].span.of(source.text)) - share)  # « montrant un collaborateur de l’Élysée »
            aside = 0 if index == first else 8 + 2 * (index - first) - (3 * share if scene else 0)
            found.setdefault(telling.text, (telling, 5 + loss + lost + telling.dropped // 20 + aside + (25 if scene and share <= 1 else 0)))
    for telling, cost in list(found.values()):
        shorter = without_days(source, telling) if len(telling.text) > DESCRIPTION[1] else None
        if shorter is not None:
            found.setdefault(shorter.text, (shorter, cost + 3))
    for telling, cost in list(found.values()):
        begun = _without_dateline(source, telling)
        if begun is not None:
            del found[telling.text]
            found.setdefault(begun.text, (begun, cost))
    if news_index(source) > first:
        found = {text: item for text, item in found.items() if item[0].sentence >= news_index(source)}
    return [(telling, cost + (40 if _DATED.match(telling.text) else 0)) for telling, cost in found.values() if not _ILL.search(telling.text) and _SOMEBODY.match(telling.text) is None and 50 <= len(telling.text) <= (LONGEST if telling.sentence == first or source.bare_title is None else 170) and not telling.text.startswith("«") and not _LEANS.match(telling.text)]


def leading(source: Source, scores: Scores, scene: bool) -> tuple[int, ...]:
    """Return the sentences that tell the main news: the first, or where it only sets the scene or is no sentence those next to it that say more of the title."""
    first = source.first_sentence
    sentences = source.analysis.sentences
    if news_index(source) > first:
        return (news_index(source),)
    opening = sentences[first]
    weak = scene or bool(opening.doubtful) or len(opening.span.of(source.text).strip()) < 60
    near = [i for i in range(first + 1, min(first + 4, len(sentences))) if weak and sentences[i].paragraph - opening.paragraph <= 1 and (scores.title_share(sentences[i].span.of(source.text)) >= 2 or bool(opening.doubtful) and i == first + 1)]
    return (first, *near)


def _without_dateline(source: Source, telling: Telling) -> Telling | None:
    """Return the telling without the place and day of writing before it (« LYON, 12 novembre – »), None where it has none."""
    match = _DATELINE.match(telling.span.of(source.text))
    if match is None:
        return None
    span = Span(telling.span.start + match.end(), telling.span.end)
    done = finish(source, span, [edit for edit in telling.edits if edit.kind not in ("typography", "case", "period") and span.covers(edit.span)])
    return Telling(*done, telling.clauses, telling.sentence, telling.dropped) if done is not None else None


def without_days(source: Source, telling: Telling) -> Telling | None:
    """Return the telling without the bare days in it (« publiée lundi par l’institut »), None where there is none."""
    drops = []
    for time in source.analysis.times:
        if time.sentence != telling.sentence or not telling.span.covers(time.span) or not source.is_date(time.span) or time.span.start <= telling.span.start + 1:
            continue
        before, after = source.text[time.span.start - 1], source.text[time.span.end : time.span.end + 1]
        if before != " " or after not in (" ", ",", ".", ";") or in_quotes(source, time.span) or re.search(r"(?:\b(?:de|du|depuis|jusqu['’]à|à partir|avant|après|dès|entre|au|à|et|ou)|d['’]) ?(?:le )?$", source.text[time.span.start - 14 : time.span.start]) or re.match(r" (?:et|ou|à|au) ", source.text[time.span.end : time.span.end + 5]):
            continue
        if re.match(r",\s+(?:une?|l[ea]s?|d[eu]s?|l['’]|d['’]|plusieurs|\d)(?!\w)", source.text[time.span.end : time.span.end + 12]):
            continue  # « ont approuvé mercredi, un projet »: the comma closes the day and would part verb and object
        if HALF_DATE.match(source.text[time.span.end : time.span.end + 12]) or re.search(r"(?:\bce|\d) $", source.text[time.span.start - 4 : time.span.start]):
            continue
        drops.append(Edit("drop", "jour-de-la-description", Span(time.span.start - 1, time.span.end), ""))
    if not drops or any(drop.span.overlaps(edit.span) for drop in drops for edit in telling.edits):
        return None
    done = finish(source, telling.span, [*(edit for edit in telling.edits if edit.kind not in ("typography", "case", "period")), *drops])
    return Telling(*done, telling.clauses, telling.sentence, telling.dropped + sum(len(drop.span) for drop in drops)) if done is not None else None


def _second(source: Source, scores: Scores, telling: Telling) -> int | None:
    """Return what a telling is worth as second sentence of the description; None where it leans on what is not told, or goes back to another time."""
    if telling.sentences > 1 or not telling.strict or len(telling.text) < 30 or _DATED.match(telling.text) or _LEANS.match(telling.text) or telling.text.startswith("«") or _ILL.search(telling.text):
        return None
    clauses = [source.clause[clause] for clause in telling.clauses if clause in source.clause]
    if any(clause.tense in ("pluperfect", "imperfect", "simple-past") for clause in clauses) or not identified(source, telling.text):
        return None
    return scores.telling(telling) // 3 + 3 * scores.title_share(telling.text) - telling.dropped // 10 + _of_the_news(source, telling, clauses)


_MAY_BE = re.compile(r"(?<!\w)(?:serai|aurai|pourrai|devrai)(?:t|ent)(?!\w)")
#: A scene, not the news: « Dans la salle, quelqu’un a posé un croissant. »
_SOMEBODY = re.compile(r"(?:.{0,60}, )?(?:[Qq]uelqu['’]un|[Oo]n|[Pp]ersonne)(?!\w)")
_COMMON = frozenset(stems("être avoir faire jour an année heure mois semaine dernier premier nouveau grand petit personne monsieur madame trois deux quatre cinq pouvoir devoir aller plus tout fois"))


def goes_on(source: Source, first: str, telling: Telling) -> bool:
    """Return whether a sentence tells more of what stands before it: it shares a word with it, or two with the title and the first paragraph; nothing in the conditional, nothing of somebody who is not named there, no scene."""
    words = set(stems(telling.text)) - _COMMON
    title = source.analysis.article.title
    news = news_index(source)
    around = source.analysis.sentences[news].span.of(source.text) + " " + source.analysis.paragraphs[0].span.of(source.text) if news > source.first_sentence else source.analysis.paragraphs[0].span.of(source.text)
    known = set(stems((title.of(source.text) if title is not None else "") + " " + around)) - _COMMON
    clauses = [source.clause[clause] for clause in telling.clauses if clause in source.clause]
    if telling.text.startswith("«") or _MAY_BE.search(telling.text) and not any(one.sentence == telling.sentence and one.speaker_span is not None for one in source.analysis.statements) or _SOMEBODY.match(telling.text) or any(clause.tense in ("conditional", "past-conditional") and not clause.statements or clause.tense in ("imperfect", "pluperfect") for clause in clauses):
        return False
    strangers = [entity for entity in source.analysis.entities if any(telling.span.covers(mention.span) for mention in entity.mentions) and not set(stems(entity.name.of(source.text))) & known]
    head = set(stems(title.of(source.text) if title is not None else f"{first} {source.analysis.sentences[news].span.of(source.text)}"))
    gesture = any(clause.tense == "present" and not clause.kind and not clause.statements and (entity := source.entity(clause.subject_entity)) is not None and entity.kind == "person" and not set(stems(entity.name.of(source.text))) & head for clause in clauses)
    if gesture:
        return False  # « Paul Devos pousse du pied une motte »
    mine = {stem for stem in words & (set(stems(first)) - _COMMON) if len(stem) > 2}
    counted = not strangers and any(figure.sentence == telling.sentence and telling.span.covers(figure.span) for figure in source.analysis.figures) and not any(clause.subject_kind == "pronoun" for clause in clauses)
    eventful = any(clause.kind or clause.tense in ("future", "near-future") for clause in clauses) and not any(clause.subject_kind == "pronoun" for clause in clauses) and not any(entity.kind == "person" for entity in strangers)
    if len(telling.text) < 60 and any(clause.negated for clause in clauses):
        return False  # « Dormir n’est pas le mot. »
    return bool(mine) or eventful or len({stem for stem in words & known if len(stem) > 2}) > 1 or counted


def _of_the_news(source: Source, telling: Telling, clauses: list[Clause]) -> int:
    """Return what a sentence gains as an outcome, a figure or a next step of the news, and loses where it tells of somebody or something that title and first paragraph do not name."""
    title = source.analysis.article.title
    first = source.analysis.paragraphs[0].span
    known = set(stems((title.of(source.text) if title is not None else "") + " " + first.of(source.text)))
    shared = len(known & set(stems(telling.text)))
    value = 0 if shared > 1 else -8 if shared else -24
    if any(clause.tense in ("future", "near-future") for clause in clauses):
        value += 12
    elif clauses and all(clause.tense == "present" and not clause.statements for clause in clauses):
        value -= 6  # what happens in the course of it
    if any(figure.sentence == telling.sentence and telling.span.covers(figure.span) for figure in source.analysis.figures) and shared:
        value += 6
    for entity in source.analysis.entities:
        if entity.kind == "person" and any(telling.span.covers(mention.span) for mention in entity.mentions) and not any(first.covers(mention.span) or title is not None and title.covers(mention.span) for mention in entity.mentions):
            value -= 12
            break
    if re.search(r"(?<!\w)(?:née?s? (?:à|en|le)|(?:est|sont) connue?s?|l['’]un des|surnommée?)(?!\w)", telling.text) or any(clause.lemma == "être" and clause.tense == "present" and not clause.passive for clause in clauses):
        value -= 8
    return value


def _again(first: str, second: str) -> bool:
    """Return whether the second says most of its words after the first; « a » of « a dévalé » is no word of matter."""
    mine, theirs = ({stem for stem in stems(text) if len(stem) > 1} for text in (first, second))
    return 3 * len(mine & theirs) >= 2 * min(len(mine), len(theirs))


def _title_sentence(source: Source) -> Slot | None:
    """Return the source's title with a full stop, as slot « proposition »: it opens a description where no sentence of the source is of the right length."""
    own = source_title(source)
    if own is None or own[0][-1:] in "?!…»." or any(edit.kind == "period" for edit in own[1].edits):
        return None
    span = own[1].span
    edits = (*own[1].edits, Edit("period", "point-final", Span(span.end, span.end), "."))
    return Slot("proposition", f"{own[0]}.", (span,), edits=edits)


def _key_count(scores: Scores, text: str) -> int:
    """1 where the keyphrase's words stand once or twice in the text, as a description should have them."""
    return 1 if 1 <= scores.keyphrase_count(text) <= 2 else 0


__all__ = ["DESCRIPTION", "H1_CHARACTERS", "LONGEST", "descriptions", "leading", "source_title", "without_days"]
