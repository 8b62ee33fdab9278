"""Candidates for what stands above the body: title tag, h1, slug."""

from __future__ import annotations

import re

from seo_fr.french.slug import slugify
from seo_fr.french.toponyms import keeps_capital_article
from seo_fr.french.width import fits_title
from seo_fr.model import Copied, Edit, Keyphrase, Slot, Span, Templated
from seo_fr.propose.ask import subtree
from seo_fr.propose.by_function import calls_person, identified
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.described import DESCRIPTION, H1_CHARACTERS, descriptions, leading, source_title
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.fits import speaks_alone
from seo_fr.propose.frames import fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.headlines import Headline
from seo_fr.propose.lede_cuts import lede_cuts
from seo_fr.propose.lede_titles import lede_titles, tag_lines
from seo_fr.propose.news_titles import grown, tolls
from seo_fr.propose.opening_ends import of_the_key
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.severed import ends_severed
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, finish
from seo_fr.propose.title_country import countries, leaves_out
from seo_fr.propose.title_cuts import TITLE_CHARACTERS, TITLE_PIXELS, colon_parts, core_of, title_cuts
from seo_fr.propose.title_forms import WITHOUT_AUXILIARY, _lowered, behind, by_name, counted, cuts_without_auxiliary, graver, placed, without_auxiliary, without_copula
from seo_fr.propose.title_last import last_cuts
from seo_fr.propose.title_news import decided, facts_of_title, first_news, half_titles, on_alert
from seo_fr.propose.title_place import homeless, located
from seo_fr.propose.titles import title_parts
from seo_fr.propose.turned_titles import by_the_name, turned
from seo_fr.propose.untitled import calls, imposed, news_index, opening_lines, opening_sentences, reproaches, study
from seo_fr.propose.voiced_titles import Voiced, voiced, within
from seo_fr.rulebook import Rulebook

#: What bears on what stands before it: with that gone, it would bear on something else.
_BOUND = re.compile(r"[ \u00a0](?:au (?:moins|plus|maximum|minimum)|tout au (?:plus|moins)|inclus|compris|environ)(?![\w-])")
#: What a title tag says, best first: the source's news behind the keyphrase; with it; the lede's; the source's title over again; its news without the keyphrase; who speaks; that an enquiry is
#: open; less.
BEGINS, HOLDS, LEDE, SAME, OTHER, VOICE, OPEN, LESS = 7, 6, 5, 4, 3, 2, 1, 0
_ENQUIRY = re.compile(r"\benquêt\w+|\brecherch(?:e|ent|és?) |\bcauses? |\borigine\b|\bportée?s? disparue?s?", re.IGNORECASE)
_HALF_TIME = re.compile(r", (?:(?:moins|plus|près) de |quelques |une? |deux |trois |\d+ )(?:\w+ )?(?:jours?|heures?|semaines?|mois|ans?|années?|minutes?)$")
#: What a title tag, read weeks later, does without.
_DAY = re.compile(r"(?i)(?<!\w)(?:hier|aujourd’hui|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|ce (?:matin|soir)|\d{1,2}[ \u00a0\u202f]h(?:[ \u00a0\u202f]\d\d)?|le \d{1,2}(?:er)? [a-zéû]{3,9}(?: \d{4})?)(?!\w)")
_CLOSED = re.compile(r"\b(?:condamn|relax|acquitt|adopt|élue?s?\b|vainqueur|remport)", re.IGNORECASE)


#: Participles that say nothing without what they put somebody or something in, under or to.
_HALF = re.compile(r"(?<!\w)(?:placé|mis|soumis|confronté|contraint|privé|condamné|appelé|classé|maintenu|obligé|invité|nommé)e?s?$")
_ARTICLE = re.compile(r"(?i)(?<![\w'’])(?:l[ae]s?|une?|des) $|(?<![\w'’])l['’]$")


def _half_said(source: Source, text: str, origin: Copied | Templated) -> bool:
    """Whether the text ends with a participle whose complement the source goes on with: « des communes placées[ en « crise »] »."""
    ends = [origin.span.end] if isinstance(origin, Copied) else [slot.source[-1].end for slot in origin.slots[-1:] if slot.source]
    return _HALF.search(text) is not None and any(re.match(r" (?:à|au|aux|en|sous|de|du|d['’]|hors|« )", source.text[end : end + 6]) for end in ends)


def _half_named(source: Source, text: str, origin: Copied | Templated) -> bool:
    """Whether the first of two joined nouns lost its article while the second keeps it: « [Une ]nécropole et un char »."""
    starts = [origin.span.start] if isinstance(origin, Copied) else [slot.source[0].start for slot in origin.slots[:1] if slot.source]
    return re.match(r"[^,:;«»]{3,50} et (?:l[ae]s? |l['’]|une? |des |deux |trois )", text) is not None and any(_ARTICLE.search(source.text[max(0, start - 5) : start]) for start in starts)


def title_tags(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate title tags within the limits: the news of the source's title, or of its first sentences, with the keyphrase in front where it can be."""
    cle = keyphrase_slot(source, "cle", keyphrase)
    made: list[Candidate] = []
    prefix = not calls_person(source, book, keyphrase)
    person = any(entity.kind == "person" and entity.name.of(source.text) == keyphrase.text for entity in source.analysis.entities)
    shown = source_title(source)
    own = shown[0].lower() if shown is not None else ""

    def add(text: str, origin: Copied | Templated, merit: tuple[int, ...], facts: tuple[int, ...] = (), turned: bool = False) -> None:
        if text.lower() == own and merit[0] >= OTHER:
            merit = (SAME if scores.key_stems <= set(stems(text)) else OTHER, merit[1] - 20, merit[2])
        if isinstance(origin, Copied) and any(edit.kind == "drop" and _BOUND.match(source.text, edit.span.end) for edit in origin.edits):
            return  # « réduit de moitié[ jusqu’à dimanche] au moins »
        if _half_named(source, text, origin) or _half_said(source, text, origin):
            return
        if _HALF_TIME.search(text):
            return  # « un policier tué, moins de trois jours »
        if not turned and ends_severed(source, origin) or _WORDS_OF_NOBODY.fullmatch(text):
            return
        if leaves_out(source, text):
            merit = (min(merit[0], OPEN), merit[1], merit[2])  # « le président » of nowhere
        if homeless(source, text):
            merit = (min(merit[0], VOICE), merit[1], merit[2])
        if fits_title(text, TITLE_CHARACTERS, TITLE_PIXELS):
            made.append(Candidate("title_tag", (passage("head", "title_tag", text, origin, facts),), facts, merit, 0))

    def behind_key(line: Headline, worth: int) -> None:
        """Add the line behind the keyphrase and a colon, where it has no word of it and there is room."""
        if not prefix or len(line.text) >= TITLE_CHARACTERS - len(cle.text) or scores.shares_keyphrase(line.text):
            return
        for filled in fill(book, "title_tag", "cle-proposition", (cle, Slot("proposition", line.text, (line.span,), edits=line.edits)), key):
            if not stutters(filled.text):
                add(filled.text, filled.origin, (LEDE, worth + len(filled.text) // 2, filled.weight), (line.clause.id,))

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
    for text, origin in facts_of_title(source, cle.text):
        add(text, origin, (BEGINS if _begins(text, cle.text) else HOLDS, len(text) - 8, 0))
    for text, origin in last_cuts(source, cle.text):
        add(text, origin, (OPEN, 30 + len(text), 0))
    for text, origin in first_news(source):
        add(text, origin, (BEGINS if _begins(text, cle.text) else HOLDS if scores.key_stems <= set(stems(text)) else OTHER, len(text) - 8, 0))
    for text, origin in half_titles(source, cle.text):
        add(text, origin, (OPEN, 20 + len(text), 0))
    for first, objet, facts in decided(source, cle) if source.bare_title is None else ():
        for filled in fill(book, "title_tag", "cle-objet", (first, objet), key) if objet is not None and prefix else ():
            add(filled.text, filled.origin, (BEGINS, len(filled.text), filled.weight), facts, turned=True)
        if objet is None:
            add(first.text, Templated("", (first,), "cle-et-participe"), (BEGINS, len(first.text), 0), facts, turned=True)
    for proposition, facts in turned(source):
        form = BEGINS if _begins(proposition.text, cle.text) else HOLDS if scores.key_stems <= set(stems(proposition.text)) else OTHER
        add(proposition.text, Templated("", (proposition,), "passif-de-titre"), (min(form, LEDE), len(proposition.text), 0), facts, turned=True)
    for line in by_the_name(source, (*lines, *opening_lines(source, 110, 24, cle.text), *lede_titles(source, cle.text, 110))) if source.bare_title is None else ():
        begins, holds = _begins(line.text, cle.text), scores.key_stems <= set(stems(line.text))
        add(line.text, Copied(line.span, line.edits), (LEDE if begins or holds else OTHER, len(line.text) - 3 * line.cost + (10 if begins else 0), 0), (line.clause.id,))
    for text, origin, facts in on_alert(source) if source.bare_title is None else ():
        add(text, origin, (LEDE, len(text), 0), facts)
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
            add(line.text, Copied(line.span, line.edits), (LEDE if begins or holds else OTHER, 30 + len(line.text) // 2 - 3 * line.cost + (10 if begins else 0) - (14 if _DAY.search(line.text) else 0), 0), (line.clause.id,))
        elif len(line.text) >= 30:
            add(line.text, Copied(line.span, line.edits), (OPEN, 30 + len(line.text) // 2 - line.cost, 0), (line.clause.id,))  # rather than a hollow one
        behind_key(line, 30 - 3 * line.cost)
    for objet, facts in tolls(source, cle) if source.bare_title is None and prefix else ():
        for filled in fill(book, "title_tag", "cle-objet", (cle, objet), key):
            add(filled.text, filled.origin, (BEGINS, len(filled.text), filled.weight), facts)
    larger = grown(source, cle) if source.bare_title is None else None
    if larger is not None:
        for proposition in (larger, *_with_place(source, larger)):
            add(proposition.text, Templated("", (proposition,), "cle-et-complement"), (OPEN, 20 + len(proposition.text) // 4, 0))
    for line in (*lede_titles(source, cle.text, TITLE_CHARACTERS), *tag_lines(source, cle.text, TITLE_CHARACTERS)) if source.bare_title is None else ():
        begins, holds = _begins(line.text, cle.text), scores.key_stems <= set(stems(line.text))
        add(line.text, Copied(line.span, line.edits), (LEDE if begins or holds else OTHER, 24 + len(line.text) // 2 - 2 * line.cost + (10 if begins else 0) - (14 if _DAY.search(line.text) else 0), 0), (line.clause.id,))
        behind_key(line, 24 - 2 * line.cost)
    for line in lede_titles(source, cle.text, TITLE_CHARACTERS) if own and len(own) <= TITLE_CHARACTERS else ():
        begins, holds = _begins(line.text, cle.text), scores.key_stems <= set(stems(line.text))
        if (begins or holds) and scores.title_share(line.text) >= 3 and not _DAY.search(line.text) and line.cost < 8 and _keeps_places(source, line.text):
            add(line.text, Copied(line.span, line.edits), (LEDE, 24 + len(line.text) // 2 - 3 * line.cost, 0), (line.clause.id,))  # the h1 keeps the title
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


#: « Le préfet exagère » between quotation marks alone: whoever said it fell with the label.
_WORDS_OF_NOBODY = re.compile(r"«[^«»]*»")
_OPEN_KINDS = frozenset(["accident", "disaster", "attack", "arrest", "investigation", "rescue", "toll"])


def _keeps_places(source: Source, text: str) -> bool:
    """Return whether a title tag has the places and countries of the source's title."""
    title = source.analysis.article.title
    named = [mention.span.of(source.text) for entity in source.analysis.entities if entity.kind in ("place", "country") for mention in entity.mentions if title is not None and title.covers(mention.span)]
    return all(name.split()[-1].lower() in text.lower() for name in named)


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


def h1s(source: Source, book: Rulebook, keyphrase: Keyphrase, lines: tuple[Headline, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h1: the source's title first, then the fuller headlines, then the keyphrase in a template."""
    made: list[Candidate] = []
    own = source_title(source)
    if own is not None:
        made.append(Candidate("h1", (passage("head", "h1", own[0], own[1]),), (), (9, 0, 0), 0))
    for whole in (True, False) if own is None else ():
        for telling, loss in (form for index in leading(source, scores, False) for form in lede_cuts(source, index, 45, H1_CHARACTERS, final=False, attributed=whole)):
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
    for line in (*lede_titles(source, cle.text, H1_CHARACTERS, 36), *(long for long in tag_lines(source, cle.text, H1_CHARACTERS) if len(long.text) >= 36)) if own is None else ():
        item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
        made.append(Candidate("h1", (item,), (line.clause.id,), (3, 30 + len(line.text) // 4 - 4 * line.cost, 0), line.span.start))
    for first, objet, facts in decided(source, cle) if own is None else ():
        if objet is None:
            made.append(Candidate("h1", (passage("head", "h1", first.text, Templated("", (first,), "cle-et-participe"), facts),), facts, (1, len(first.text), 0), first.source[0].start))
    penalty = imposed(source, cle.text) if own is None else None
    if penalty is not None:
        for filled in fill(book, "h1", "cle-proposition", (cle, span_slot(source, "proposition", penalty)), key):
            made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin),), (), (2, 0, filled.weight), penalty.start))
    caught = calls(source) if own is None and news_index(source) == source.first_sentence else None
    if caught is not None:
        done = finish(source, caught, [], final=False)
        if done is not None:
            made.append(Candidate("h1", (passage("head", "h1", done[2], Copied(done[0], done[1])),), (), (0, 8, 0), caught.start))
    news = news_index(source)
    for line in lines:
        if 40 <= len(line.text) <= H1_CHARACTERS:
            if line.clause.sentence - news > 2 or line.clause.sentence < news or "sursis" in line.clause.span.of(source.text) and "sursis" not in line.text:
                continue
            lede = 2 if source.is_lede(line.clause.sentence) else 1
            item = passage("head", "h1", line.text, Copied(line.span, line.edits), (line.clause.id,))
            made.append(Candidate("h1", (item,), (line.clause.id,), (lede, scores.clause(line.clause), len(line.text)), line.span.start))
    main, named = subject_of(source, book)
    for filled in fill(book, "h1", "cle", (cle, *named), key, main):
        if stutters(filled.text):
            continue
        made.append(Candidate("h1", (passage("head", "h1", filled.text, filled.origin),), (), (0, filled.priority, filled.weight), 0))
    if own is not None:
        return made  # the newsroom's own words, whatever they end on
    return [candidate for candidate in made if not any(ends_severed(source, item.origin) for item in candidate.passages)] or made


def slug_of(source: Source, keyphrase: Keyphrase, title: str) -> Candidate:
    """Return the slug: the keyphrase's words and at most four more of the title's, without stop words, ASCII."""
    known = slugify(keyphrase.text).split("-")
    more = [word for word in slugify(title).split("-") if word not in known]
    text = "-".join([*known, *dict.fromkeys(more[:4])])
    slots = (keyphrase_slot(source, "cle", keyphrase),)
    return Candidate("slug", (passage("head", "slug", text, Templated("", slots, "slug")),), (), (0,), 0)


__all__ = ["DESCRIPTION", "descriptions", "h1s", "slug_of", "source_title", "title_tags"]
