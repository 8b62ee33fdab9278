"""Candidates for what stands above the body: title tag, h1, description, slug."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.edits import apply_edits
from seo_fr.french.slug import slugify
from seo_fr.french.toponyms import keeps_capital_article
from seo_fr.french.typography import typography_edits
from seo_fr.french.width import fits_title
from seo_fr.model import Clause, Copied, Edit, Keyphrase, Slot, Span, Templated
from seo_fr.propose.ask import subtree
from seo_fr.propose.by_function import calls_person, identified
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.fits import speaks_alone
from seo_fr.propose.frames import fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.lede_cuts import HALF_DATE, lede_cuts
from seo_fr.propose.lede_titles import lede_titles
from seo_fr.propose.mains import ledes
from seo_fr.propose.opening_ends import of_the_key
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import plain
from seo_fr.propose.superseded import counts
from seo_fr.propose.tell import Source, Telling, finish, in_quotes
from seo_fr.propose.title_country import countries, leaves_out
from seo_fr.propose.title_cuts import TITLE_CHARACTERS, TITLE_PIXELS, colon_parts, core_of, title_cuts
from seo_fr.propose.title_forms import WITHOUT_AUXILIARY, _lowered, behind, by_name, counted, cuts_without_auxiliary, graver, placed, without_auxiliary, without_copula
from seo_fr.propose.title_last import last_cuts
from seo_fr.propose.title_place import homeless, located
from seo_fr.propose.titles import title_parts
from seo_fr.propose.untitled import accusing, calls, denials, imposed, opening_lines, opening_sentences, reproaches, study
from seo_fr.propose.voiced_titles import Voiced, voiced, within
from seo_fr.rulebook import Rulebook

H1_CHARACTERS = 110
DESCRIPTION = (121, 156)
#: What the first sentence may take where nothing fits: shown cut, but the news.
LONGEST = 240


#: What a title tag says, best first: the source's news behind the keyphrase; with it; the lede's; the source's title over again; its news without the keyphrase; who speaks; that an enquiry is
#: open; less.
BEGINS, HOLDS, LEDE, SAME, OTHER, VOICE, OPEN, LESS = 7, 6, 5, 4, 3, 2, 1, 0
_ENQUIRY = re.compile(r"\benquêt\w+|\brecherch(?:e|ent|és?) |\bcauses? |\borigine\b|\bportée?s? disparue?s?", re.IGNORECASE)
_HALF_TIME = re.compile(r", (?:(?:moins|plus|près) de |quelques |une? |deux |trois |\d+ )(?:\w+ )?(?:jours?|heures?|semaines?|mois|ans?|années?|minutes?)$")
_CLOSED = re.compile(r"\b(?:condamn|relax|acquitt|adopt|élue?s?\b|vainqueur|remport)", re.IGNORECASE)


def title_tags(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate title tags within the limits: the news of the source's title, or of its first sentences, with the keyphrase in front where it can be."""
    cle = keyphrase_slot(source, "cle", keyphrase)
    made: list[Candidate] = []
    prefix = not calls_person(source, book, keyphrase)
    person = any(entity.kind == "person" and entity.name.of(source.text) == keyphrase.text for entity in source.analysis.entities)
    shown = source_title(source)
    own = shown[0].lower() if shown is not None else ""

    def add(text: str, origin: Copied | Templated, merit: tuple[int, ...], facts: tuple[int, ...] = ()) -> None:
        if text.lower() == own and merit[0] >= OTHER:
            merit = (SAME if scores.key_stems <= set(stems(text)) else OTHER, merit[1] - 20, merit[2])
        if _HALF_TIME.search(text):
            return  # « un policier tué, moins de trois jours »
        if leaves_out(source, text):
            merit = (min(merit[0], OPEN), merit[1], merit[2])  # « le président » of nowhere
        if homeless(source, text):
            merit = (min(merit[0], VOICE), merit[1], merit[2])
        if fits_title(text, TITLE_CHARACTERS, TITLE_PIXELS):
            made.append(Candidate("title_tag", (passage("head", "title_tag", text, origin, facts),), facts, merit, 0))

    cuts = title_cuts(source, cle.text)
    for form_of in (*behind(source, cle, cuts), *counted(source, cle), *graver(source, cle)) if prefix else ():
        for filled in fill(book, "title_tag", "cle-objet", (form_of.cle, form_of.objet), key):
            add(filled.text, filled.origin, (BEGINS, len(filled.text) - 2, filled.weight))
    for proposition, lost in placed(source, cle, cuts):
        add(proposition.text, Templated("", (proposition,), "lieu-dans-le-titre"), (BEGINS if _begins(proposition.text, cle.text) else HOLDS, len(proposition.text) - lost // 4 + 4, 0))
    for proposition, _ in countries(source):
        add(proposition.text, Templated("", (proposition,), "lieu-dans-le-titre"), (BEGINS if _begins(proposition.text, cle.text) else HOLDS, len(proposition.text), 0))
    for proposition, lost in located(source, cuts):
        add(proposition.text, Templated("", (proposition,), "lieu-dans-le-titre"), (BEGINS if _begins(proposition.text, cle.text) else HOLDS if scores.key_stems <= set(stems(proposition.text)) else OTHER, len(proposition.text) + 2 - lost // 6, 0))
    for proposition, _ in without_copula(source):
        add(proposition.text, Templated("", (proposition,), "sans-copule"), (BEGINS if _begins(proposition.text, cle.text) else HOLDS if scores.key_stems <= set(stems(proposition.text)) else OTHER, len(proposition.text), 0))
    for proposition in by_name(source, cle.text):
        add(proposition.text, Templated("", (proposition,), "nom-en-apposition"), (BEGINS, len(proposition.text), 0))
    fitting = any(cut.whole for cut in cuts)
    for cut in (*cuts, *cuts_without_auxiliary(source, cuts)):
        form = BEGINS if cut.begins else HOLDS if cut.holds else OTHER
        if fitting and not cut.whole and source.bare_title is not None and cut.copied.span.start == source.bare_title.start and cut.text.lower() in own:
            form = min(form, OTHER)  # the title over again, less what it says
        short = source.bare_title is not None and cut.copied.span.end < source.bare_title.end
        if fitting and any(edit.rule == "titre-court" for edit in cut.copied.edits):
            form = min(form, OTHER)  # it leaves out what there is room for
        said = re.split(r"\s:\s", cut.text)
        if short and (len(said) > 1 or len(cut.text) <= len(cle.text) + 1) and not set(stems(said[-1])) - scores.key_stems:
            continue  # the keyphrase alone
        add(cut.text, cut.copied, (form, len(cut.text) - (8 if cut.whole and not cut.placed else 0) - (16 if short else 0) + (10 if any(edit.rule == WITHOUT_AUXILIARY for edit in cut.copied.edits) else 0), 0))
    for slots in colon_parts(source, cle.text) if prefix else []:
        for filled in fill(book, "title_tag", "cle-objet", slots, key):
            add(filled.text, filled.origin, (BEGINS, len(filled.text) - 4, filled.weight))
    for text, origin in last_cuts(source, cle.text):
        add(text, origin, (OPEN, 30 + len(text), 0))
    wanted = _news(source)
    for part in title_parts(source, cle.text):
        kept = wanted <= set(stems(part.text))
        if part.copied is not None:
            fell = source.text[part.copied.span.end : source.bare_title.end] if source.bare_title is not None else ""
            if kept or 2 * len(wanted & set(stems(part.text))) > len(wanted) and (part.cut == 0 or re.fullmatch(r" (?:à|au|aux|en) (?:la |l['’])?[A-ZÉÈ][\w’'-]+", fell) is not None):
                add(part.text, part.copied, (BEGINS, len(part.text) - part.cut // 2, 0))
        elif prefix and (not person or source.bare_title is not None and re.search(rf"(?:pour|contre|sur|concernant) {re.escape(keyphrase.text)}", source.bare_title.of(source.text)) is not None):
            for filled in fill(book, "title_tag", "cle-objet", part.slots, key):
                add(filled.text, filled.origin, (BEGINS if kept else LEDE, len(filled.text) - part.cut // 2 - 2, filled.weight))
    for line in (*lines, *(bare for line in lines if (bare := without_auxiliary(source, line)) is not None)):
        near = 0 <= line.clause.sentence - source.first_sentence < 2 and (source.is_lede(line.clause.sentence) or scores.title_share(line.text) >= 3)
        if not near or not speaks_alone(source, scores, line) or not identified(source, line.text):
            continue
        told = scores.title_share(line.text)
        worth = 12 * told + scores.clause(line.clause) - 3 * line.cost - 10 * (line.clause.sentence - source.first_sentence) - (25 if _vague(source, line) else 0)
        if len(line.text) >= 30 and scores.shares_keyphrase(line.text):
            add(line.text, Copied(line.span, line.edits), (OPEN, 10 + worth // 4, 0), (line.clause.id,))  # rather than a hollow one
        if told < 2 and line.clause.sentence > source.first_sentence:
            continue
        if len(line.text) >= 30 and (_begins(line.text, cle.text) or scores.key_stems <= set(stems(line.text))):
            add(line.text, Copied(line.span, line.edits), (LEDE if told >= 2 else OTHER, worth + (20 if _begins(line.text, cle.text) else 0), 0), (line.clause.id,))
            continue
        if len(line.text) >= 30 and told >= 3:
            add(line.text, Copied(line.span, line.edits), (OTHER, worth, 0), (line.clause.id,))
        if len(line.text) > TITLE_CHARACTERS - len(cle.text) or not prefix or scores.shares_keyphrase(line.text) == len(scores.key_stems):
            continue
        for filled in fill(book, "title_tag", "cle-proposition", (cle, Slot("proposition", line.text, (line.span,), edits=line.edits)), key):
            if not stutters(filled.text):
                add(filled.text, filled.origin, (LEDE if told >= 2 else VOICE, worth - 10, filled.weight), (line.clause.id,))
    for telling, loss in lede_cuts(source, source.first_sentence, 24, TITLE_CHARACTERS, final=False, attributed=False) if source.bare_title is None else ():
        begins = _begins(telling.text, cle.text)
        add(telling.text, Copied(telling.span, telling.edits), (LEDE if begins or scores.key_stems <= set(stems(telling.text)) else OTHER, len(telling.text) - 3 * loss, 0), telling.clauses)
        if prefix and len(telling.text) < TITLE_CHARACTERS - len(cle.text) and not scores.shares_keyphrase(telling.text):
            for filled in fill(book, "title_tag", "cle-proposition", (cle, Slot("proposition", telling.text, (telling.span,), edits=telling.edits)), key):
                add(filled.text, filled.origin, (LEDE, len(filled.text) - 3 * loss, filled.weight), telling.clauses)
    for claim, slot in _voiced_behind(source, cle) if source.bare_title is None and prefix else ():
        for filled in fill(book, "title_tag", "cle-proposition", (cle, slot), key):
            add(filled.text, filled.origin, (BEGINS, len(filled.text) - 3 * claim.cost, filled.weight), claim.clauses)
    for claim in voiced(source) if source.bare_title is None else ():
        if claim.span.start == source.analysis.sentences[source.first_sentence].span.start:
            add(claim.text, Copied(claim.span, claim.edits), (LEDE, len(claim.text) - 3 * claim.cost, 0), claim.clauses)
    for line in opening_lines(source, TITLE_CHARACTERS, 24, cle.text) if source.bare_title is None else ():
        begins, holds = _begins(line.text, cle.text), scores.key_stems <= set(stems(line.text))
        if len(line.text) >= 36 and identified(source, line.text) or begins:
            add(line.text, Copied(line.span, line.edits), (LEDE if begins or holds else OTHER, 30 + len(line.text) // 2 - 3 * line.cost + (10 if begins else 0), 0), (line.clause.id,))
        elif len(line.text) >= 30:
            add(line.text, Copied(line.span, line.edits), (OPEN, 30 + len(line.text) // 2 - line.cost, 0), (line.clause.id,))  # rather than a hollow one
        if prefix and len(line.text) < TITLE_CHARACTERS - len(cle.text) and not scores.shares_keyphrase(line.text):
            for filled in fill(book, "title_tag", "cle-proposition", (cle, Slot("proposition", line.text, (line.span,), edits=line.edits)), key):
                if not stutters(filled.text):
                    add(filled.text, filled.origin, (LEDE, 30 + len(filled.text) // 2 - 3 * line.cost, filled.weight), (line.clause.id,))
    for line in lede_titles(source, cle.text, TITLE_CHARACTERS) if source.bare_title is None else ():
        begins, holds = _begins(line.text, cle.text), scores.key_stems <= set(stems(line.text))
        add(line.text, Copied(line.span, line.edits), (LEDE if begins or holds else OTHER, 24 + len(line.text) // 2 - 2 * line.cost + (10 if begins else 0), 0), (line.clause.id,))
        if prefix and len(line.text) < TITLE_CHARACTERS - len(cle.text) and not scores.shares_keyphrase(line.text):
            for filled in fill(book, "title_tag", "cle-proposition", (cle, Slot("proposition", line.text, (line.span,), edits=line.edits)), key):
                if not stutters(filled.text):
                    add(filled.text, filled.origin, (LEDE, 24 + len(filled.text) // 2 - 2 * line.cost, filled.weight), (line.clause.id,))
    for voice, whom, accused in reproaches(source, scores.key_stems) if source.bare_title is None and prefix else ():
        for filled in fill(book, "title_tag", "cle-reproche", (cle, voice, whom), key):
            add(filled.text, filled.origin, (VOICE, 60 - accused.sentence, filled.weight))
    for text, origin, facts in _by_the_name(source, cle.text) if source.bare_title is None else []:
        add(text, origin, (LEDE, len(text), 0), facts)
    completed = of_the_key(source, cle.text) if source.bare_title is None and prefix else None
    for filled in fill(book, "title_tag", "cle-objet", (cle, span_slot(source, "objet", completed, _lowered(source, completed.start))), key) if completed is not None else ():
        add(filled.text, filled.origin, (OPEN, 8 + len(filled.text) // 4, filled.weight))
    for proposition in _with_place(source, cle) if source.bare_title is None else []:
        add(proposition.text, Templated("", (proposition,), "cle-et-lieu"), (LESS, -10, 0))
    for opening, text, clause_id in _of_the_lede(source):
        if prefix and not scores.shares_keyphrase(text) and source.bare_title is None:
            for filled in fill(book, "title_tag", "cle-proposition", (cle, opening), key):
                add(filled.text, filled.origin, (LEDE, len(filled.text), filled.weight), (clause_id,))
    for objet, clause_id in _objects(source, cle, scores) if prefix else []:
        for filled in fill(book, "title_tag", "cle-objet", (cle, objet), key):
            add(filled.text, filled.origin, (LEDE, 40 + len(filled.text) // 2, filled.weight), (clause_id,))
    for statement in source.analysis.statements:
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None or statement.remove != 1 or set(stems(locuteur.text)) & scores.key_stems or not source.is_lede(statement.sentence) or not prefix:
            continue
        if keeps_capital_article(locuteur.text[:1].upper() + locuteur.text[1:]) and locuteur.text[:1].islower():
            continue  # « ce que dit le Parisien » would be a man of Paris
        behind_cue = source.text[statement.cue.end : source.analysis.sentences[statement.sentence].span.end] if source.bare_title is None and statement.cls in ("announce", "propose", "decide") else ""
        if not scores.key_stems <= set(stems(statement.content.of(source.text) + " " + behind_cue)) or not identified(source, locuteur.text) or re.match(r"(?:d[eu]s?|d['’]|aux?) ?", locuteur.text.lower()) is not None:
            continue
        for filled in fill(book, "title_tag", "cle-locuteur", (cle, locuteur), key, statement.cls):
            add(filled.text, filled.origin, (VOICE, -statement.sentence, filled.weight))
    researched = study(source) if source.bare_title is None and prefix else None
    for filled in fill(book, "title_tag", "cle", (cle, researched), key, "study") if researched is not None else ():
        if researched is not None and "sait" not in filled.text and researched.text in filled.text:
            add(filled.text, filled.origin, (VOICE, filled.priority, filled.weight))
    main, named = subject_of(source, book)
    body = source.text[source.analysis.paragraphs[0].span.start :]
    title = source.analysis.article.title.of(source.text) if source.analysis.article.title is not None else ""
    open_ = main == "study" or main in _OPEN_KINDS and _ENQUIRY.search(body) is not None and _CLOSED.search(title) is None
    for filled in fill(book, "title_tag", "cle", (cle, *named), key, main) if prefix else ():
        if not stutters(filled.text):
            add(filled.text, filled.origin, (OPEN if open_ else LESS, filled.priority - (0 if open_ else 9), filled.weight))
    add(cle.text[:1].upper() + cle.text[1:], Templated("", (cle,), "cle-seule"), (LESS, -20, 0))
    return made


_OPEN_KINDS = frozenset(["accident", "disaster", "attack", "arrest", "investigation", "rescue", "toll"])


def _news(source: Source) -> set[str]:
    """Return the stems of what the source's title tells: its words behind « France : », without the place that opens it."""
    title = source.analysis.article.title
    if title is None:
        return set()
    return set(stems(source.text[core_of(source) : title.end]))


def _objects(source: Source, cle: Slot, scores: Scores) -> list[tuple[Slot, int]]:
    """Return what the title's or the first sentence's verb bears on (« un budget amputé de 4,2 millions »), whole, where it is no person and shares no word with the keyphrase."""
    tokens = source.analysis.tokens
    found: list[tuple[Slot, int]] = []
    for clause in source.analysis.clauses:
        if clause.sentence > source.first_sentence or clause.negated or clause.commitment not in ("asserted", "future", "attributed") or clause.complement is None or clause.passive:
            continue
        low, high = source._range(clause.complement)
        heads = {i for i in range(*source._range(clause.span)) if clause.verb.covers(tokens[i].span)}
        for i in range(low, high):
            if tokens[i].dep != "obj" or tokens[i].head not in heads or tokens[i].pos != "NOUN":
                continue
            inside = subtree(tokens, i, low, high)
            span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
            words = span.of(source.text)
            if len(inside) != inside[-1] - inside[0] + 1 or re.search(r"[;:«»()]|,(?!\d)", words) or scores.shares_keyphrase(words) or len(stems(words)) < 4 or not re.match(r"(?:une?|des|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d[\d .,]*)\s", words.lower()):
                continue
            if re.match(r"(?:son|sa|ses|leurs?|ce|cet|cette|ces|l['’]un)\b", words.lower()):
                continue
            found.append((span_slot(source, "objet", span), clause.id))
    return found


def _by_the_name(source: Source, key: str) -> list[tuple[str, Copied, tuple[int, ...]]]:
    """Return the forms of the first sentence that begin with the person whom the keyphrase names, without what she is called before and without her age: « Anna Morel est morte, a annoncé sa famille »."""
    found: list[tuple[str, Copied, tuple[int, ...]]] = []
    for telling, _ in lede_cuts(source, source.first_sentence, 24, H1_CHARACTERS, final=False):
        at = source.text.replace("’", "'").find(key.replace("’", "'"), telling.span.start, telling.span.end)
        before = source.text[telling.span.start : at] if at >= 0 else ""
        if at < 0 or not re.fullmatch(r"(?:L[ea] |L['’])[^,;:«»()]{3,40} ", before) or any(token.pos in ("VERB", "AUX") for token in source.tokens_in(Span(telling.span.start, at))) or not any(e.kind == "person" and e.name.of(source.text) == key for e in source.analysis.entities):
            continue
        span = Span(at, telling.span.end)
        edits = [edit for edit in telling.edits if edit.kind not in ("typography", "case") and span.covers(edit.span)]
        age = re.search(r" à l['’]âge de \d+ ans", span.of(source.text))
        drop = [Edit("drop", "titre-court", Span(at + age.start(), at + age.end()), "")] if age is not None else []
        for more in ([], drop):
            done = finish(source, span, [*edits, *more], final=False) if not any(one.span.overlaps(edit.span) for one in more for edit in edits) else None
            if done is not None and len(done[2]) <= TITLE_CHARACTERS:
                found.append((done[2], Copied(done[0], done[1]), telling.clauses))
    return found


def _voiced_behind(source: Source, cle: Slot) -> list[tuple[Voiced, Slot]]:
    """Return the claims of the first sentence with their voice that go behind the keyphrase, as slots « proposition »: it is that in which they befell, or the subject that caused them."""
    start = source.analysis.sentences[source.first_sentence].span.start
    found: list[tuple[Voiced, Slot]] = []
    for claim in voiced(source):
        caused = claim.span.start > start and plain(cle.text).lower() in plain(source.text[start : claim.span.start]).lower()
        if claim.bare and (caused or claim.span.start == start and within(source, cle.text)) and not set(stems(cle.text)) & set(stems(claim.text)):
            found.append((claim, Slot("proposition", claim.text, (claim.span,), edits=claim.edits)))
    return found


def _with_place(source: Source, cle: Slot) -> list[Slot]:
    """Return, as slot « proposition », the keyphrase with the place that the first sentence says: « Explosion d’un silo à Valmont »."""
    if len(cle.source) != 1 or calls_name(cle.text):
        return []
    first = source.analysis.sentences[source.first_sentence].span
    for entity in source.analysis.entities:
        for mention in entity.mentions if entity.kind == "place" else ():
            where = re.search(r"(?:à|au|en) $", source.text[first.start : mention.span.start]) if first.covers(mention.span) else None
            if where is not None and mention.span.of(source.text).lower() not in cle.text.lower():
                place = Span(first.start + where.start(), mention.span.end)
                text = f"{cle.text[:1].upper()}{cle.text[1:]} {place.of(source.text)}"
                edits = cle.edits if any(edit.span.start == cle.source[0].start for edit in cle.edits) or not cle.text[:1].islower() else (*cle.edits, Edit("case", "majuscule-initiale", Span(cle.source[0].start, cle.source[0].start + 1), cle.text[0].upper()))
                return [Slot("proposition", text, (cle.source[0], place), edits=tuple(sorted(edits, key=lambda edit: edit.span)))]
    return []


def calls_name(text: str) -> bool:
    """Return whether a keyphrase is a name: every long word of it is capitalised."""
    return all(word[:1].isupper() for word in text.split() if len(word) > 3)


def _of_the_lede(source: Source) -> list[tuple[Slot, str, int]]:
    """Return the first clause of the first sentence as slot « proposition », where it says a whole thing in few words: « Deux ouvriers sont morts » before « et quatre autres… »."""
    clauses = source.clauses_of.get(source.first_sentence, ())
    if len(clauses) < 2 or clauses[0].negated or clauses[0].subject is None or clauses[0].commitment not in ("asserted", "attributed") or clauses[0].obstacles:
        return []
    span = clauses[0].span
    done = finish(source, span, [], final=False)
    if done is None or not 18 <= len(done[2]) <= 40 or re.search(r"[,:;«»()]", done[2]):
        return []
    return [(Slot("proposition", done[2], (done[0],), edits=done[1]), done[2], clauses[0].id)]


def _begins(text: str, key: str) -> bool:
    """Return whether ``text`` begins with the keyphrase, an article before it allowed."""
    return re.match(rf"(?:l[ea]s? |l’|une? |des )?{re.escape(key.lower())}(?![\w-])", text.lower()) is not None


def _vague(source: Source, line: Headline) -> bool:
    """Return whether the headline's subject is a bare definite noun (« le texte », « la mesure »): understood in the article, not in a list of results."""
    subject = line.clause.subject
    words = subject.of(source.text).replace("’", "' ").replace("'", "' ").split() if subject is not None else []
    return len(words) <= 2 and line.clause.subject_kind == "noun"


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


def h1s(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h1: the source's title first, then the fuller headlines, then the keyphrase in a template."""
    made: list[Candidate] = []
    own = source_title(source)
    if own is not None:
        made.append(Candidate("h1", (passage("head", "h1", own[0], own[1]),), (), (9, 0, 0), 0))
    for whole in (True, False) if own is None else ():
        for telling, loss in (form for index in _leading(source, scores, False) for form in lede_cuts(source, index, 45, H1_CHARACTERS, final=False, attributed=whole)):
            item = passage("head", "h1", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            made.append(Candidate("h1", (item,), telling.clauses, (4, len(telling.text) // 2 - 4 * loss - (0 if whole else 12), 0), telling.span.start))
    cle = keyphrase_slot(source, "cle", keyphrase)
    for claim, slot in _voiced_behind(source, cle) if own is None else ():
        for filled in fill(book, "h1", "cle-proposition", (cle, slot), key):
            if len(filled.text) <= H1_CHARACTERS:
                made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin, claim.clauses),), claim.clauses, (5 if claim.cost < 6 else 4, len(filled.text) - 3 * claim.cost, filled.weight), claim.span.start))
    for claim in voiced(source) if own is None else ():
        if 36 <= len(claim.text) <= H1_CHARACTERS and claim.span.start == source.analysis.sentences[source.first_sentence].span.start:
            item = passage("head", "h1", claim.text, Copied(claim.span, claim.edits), claim.clauses)
            made.append(Candidate("h1", (item,), claim.clauses, (4, len(claim.text) - 3 * claim.cost, 0), claim.span.start))
    for line in opening_lines(source, H1_CHARACTERS, 30, cle.text) if own is None else ():
        teaser = line.clause.sentence == source.first_sentence and len(opening_sentences(source)) > 1
        item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
        made.append(Candidate("h1", (item,), (line.clause.id,), (0 if teaser else 4, 6 if teaser else 56 + len(line.text) // 4 - 3 * line.cost, 0), line.span.start))
    for line in lede_titles(source, cle.text, H1_CHARACTERS, 36) if own is None else ():
        item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
        made.append(Candidate("h1", (item,), (line.clause.id,), (3, 30 + len(line.text) // 4 - 4 * line.cost, 0), line.span.start))
    penalty = imposed(source, cle.text) if own is None else None
    if penalty is not None:
        for filled in fill(book, "h1", "cle-proposition", (cle, span_slot(source, "proposition", penalty)), key):
            made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin),), (), (2, 0, filled.weight), penalty.start))
    caught = calls(source) if own is None else None
    if caught is not None:
        done = finish(source, caught, [], final=False)
        if done is not None:
            made.append(Candidate("h1", (passage("head", "h1", done[2], Copied(done[0], done[1])),), (), (0, 8, 0), caught.start))
    for line in lines:
        if 40 <= len(line.text) <= H1_CHARACTERS:
            if line.clause.sentence - source.first_sentence > 2 or "sursis" in line.clause.span.of(source.text) and "sursis" not in line.text:
                continue
            lede = 2 if source.is_lede(line.clause.sentence) else 1
            item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
            made.append(Candidate("h1", (item,), (line.clause.id,), (lede, scores.clause(line.clause), len(line.text)), line.span.start))
    main, named = subject_of(source, book)
    for filled in fill(book, "h1", "cle", (cle, *named), key, main):
        if stutters(filled.text):
            continue
        made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin),), (), (0, filled.priority, filled.weight), 0))
    return made


def descriptions(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return candidate descriptions of 121 to 156 characters, best first: the main news, alone or with a second sentence that goes on about it; last, what is too short or a little too long."""
    made: list[Candidate] = []
    low, high = DESCRIPTION
    mains = _mains(source, told, scores)

    def add(text: str, origin: Copied | Templated, facts: tuple[int, ...], merit: tuple[int, ...], order: int) -> None:
        made.append(Candidate("description", (passage("head", "description", text, origin, facts),), facts, merit, order))

    seconds = [(worth, telling) for telling in told if (worth := _second(source, scores, telling)) is not None]
    scene = not any(main.sentence == source.first_sentence and cost < 25 for main, cost in mains)
    for main, cost in mains:
        key = _key_count(scores, main.text)
        news = main.sentence == source.first_sentence or scene and scores.title_share(main.text) >= 3  # else a sentence beside the news
        whole, left = (scores.title_share(words) for words in (source.analysis.sentences[main.sentence].span.of(source.text), main.text))
        news = news and (source.analysis.article.title is None or whole - left < 2 or 2 * left > whole)  # the cut took what the title tells
        if low <= len(main.text) <= high:
            add(main.text, Copied(main.span, main.edits), main.clauses, (3 if news else 1, -cost + 8 * key, -main.dropped), main.span.start)
        elif len(main.text) < low:
            for worth, second in seconds:
                text = f"{main.text} {second.text}"
                if second.sentence > main.sentence and low <= len(text) <= high and not _again(main.text, second.text):
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
        if len(main.text) >= low or main.sentence != source.first_sentence:
            continue
        for telling in told:
            text = f"{main.text} {telling.text}"
            if telling.strict and telling.sentences == 1 and telling.sentence > main.sentence and low <= len(text) <= high and telling.text not in sure and _FIRM_OPENING.match(telling.text) and not _ILL.search(telling.text) and not _DATED.match(telling.text) and not _LEANS.match(telling.text) and not _again(main.text, telling.text):
                slots = (Slot("proposition", main.text, (main.span,), edits=main.edits), Slot("suite", telling.text, (telling.span,), edits=telling.edits))
                add(text, Templated("description/deux-phrases", slots, joined="deux-phrases"), main.clauses + telling.clauses, (1, 10 - cost - 4 * min(telling.sentence - main.sentence, 12), -main.dropped), main.span.start)
    others = [(scores.telling(telling) // 3 - 40, telling) for telling in told if telling.strict and telling.sentences == 1 and telling.text not in sure and not _DATED.match(telling.text) and not _LEANS.match(telling.text) and not _ILL.search(telling.text)]
    for worth, second in (*seconds, *others) if title is not None else ():
        assert title is not None
        text = f"{title.text} {second.text}"
        if low <= len(text) <= high and not _again(title.text, second.text):
            lede = 20 if second.sentence == source.first_sentence else 0
            origin = Templated("description/deux-phrases", (title, Slot("suite", second.text, (second.span,), edits=second.edits)), joined="deux-phrases")
            add(text, origin, second.clauses, (1 if second.text in sure else 0, worth + lede - 40 + (0 if second.text in sure else 60) - 2 * min(second.sentence, 15), 0), second.span.start)  # the h1 stands just above
    made += _accusations(source, told) if source.analysis.article.title is None else []
    made += _fallbacks(source, told, title, scores)
    if not made:
        made += _bare_openings(source)
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
        if _again(title.text, telling.text):
            continue
        first = Slot("suite", telling.text, (telling.span,), edits=telling.edits)
        if 90 <= len(text) < low:
            put((title, first), text, telling.clauses, (0, scores.telling(telling) // 3 - 4 * telling.sentence, 0), telling.span.start)
        for other in usable if len(text) < low - 25 else ():
            whole = f"{text} {other.text}"
            if other.sentence > telling.sentence and low <= len(whole) <= high and not _again(text, other.text):
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
    for index in _leading(source, scores, scene):
        for telling, loss in (*lede_cuts(source, index, DESCRIPTION[0], DESCRIPTION[1]), *lede_cuts(source, index, 50, DESCRIPTION[0] - 1)[:8], *lede_cuts(source, index, DESCRIPTION[1] + 1, LONGEST)[:2]):
            share = scores.title_share(telling.text)
            lost = 5 * max(0, scores.title_share(source.analysis.sentences[index].span.of(source.text)) - share)  # « montrant un collaborateur de l’Élysée »
            aside = 0 if index == first else 8 + 2 * (index - first) - (3 * share if scene else 0)
            found.setdefault(telling.text, (telling, 5 + loss + lost + telling.dropped // 20 + aside + (25 if scene and share <= 1 else 0)))
    for telling, cost in list(found.values()):
        shorter = _without_days(source, telling) if len(telling.text) > DESCRIPTION[1] else None
        if shorter is not None:
            found.setdefault(shorter.text, (shorter, cost + 3))
    for telling, cost in list(found.values()):
        begun = _without_dateline(source, telling)
        if begun is not None:
            del found[telling.text]
            found.setdefault(begun.text, (begun, cost))
    return [(telling, cost + (40 if _DATED.match(telling.text) else 0)) for telling, cost in found.values() if not _ILL.search(telling.text) and 50 <= len(telling.text) <= (LONGEST if telling.sentence == first or source.bare_title is None else 170) and not telling.text.startswith("«") and not _LEANS.match(telling.text)]


def _leading(source: Source, scores: Scores, scene: bool) -> tuple[int, ...]:
    """Return the sentences that tell the main news: the first, or where it only sets the scene or is no sentence those next to it that say more of the title."""
    first = source.first_sentence
    sentences = source.analysis.sentences
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


def _without_days(source: Source, telling: Telling) -> Telling | None:
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


def slug_of(source: Source, keyphrase: Keyphrase, title: str) -> Candidate:
    """Return the slug: the keyphrase's words and at most four more of the title's, without stop words, ASCII."""
    known = slugify(keyphrase.text).split("-")
    more = [word for word in slugify(title).split("-") if word not in known]
    text = "-".join([*known, *dict.fromkeys(more[:4])])
    slots = (keyphrase_slot(source, "cle", keyphrase),)
    return Candidate("slug", (passage("head", "slug", text, Templated("", slots, "slug")),), (), (0,), 0)


__all__ = ["descriptions", "h1s", "slug_of", "source_title", "title_tags"]
