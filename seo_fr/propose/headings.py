"""Candidate headings: of sections by compression first, of blocks by template."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from seo_fr.analyse.focus import UNMEASURED
from seo_fr.analyse.names import lexicon
from seo_fr.french.width import title_width
from seo_fr.model import Copied, Keyphrase, Mention, Quote, Section, Slot, Span, Templated, Token
from seo_fr.propose.ask import subtree
from seo_fr.propose.by_function import callings, calls_person, identified
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.events import stutters, subject_of
from seo_fr.propose.fits import ASIDE, LEAST_WORTH, OLD_TENSES, WORTH_HEADING, Part, clause_heads, said_in, voice
from seo_fr.propose.frames import _lower_article, fill, keyphrase_slot, span_slot, speaker_slot
from seo_fr.propose.heading_faults import gainsaid, of_a_life, only_took_place, says_below
from seo_fr.propose.heading_words import is_event, is_named
from seo_fr.propose.headlines import Headline
from seo_fr.propose.named_heads import named_subjects, pair_of
from seo_fr.propose.score import Scores, stems
from seo_fr.propose.severed import ends_severed
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, in_quotes
from seo_fr.propose.title_cuts import core_of, title_cuts
from seo_fr.propose.trims import CLOSING
from seo_fr.propose.unsupported import compares
from seo_fr.rulebook import Rulebook, load
from seo_fr.rulebook.frames import CLOSING_KINDS

HEADING_CHARACTERS = 70
#: Forms of a section's heading, best first.
CLAUSE, QUOTE, VOICE, QUESTION, SLIGHT, NOUN, WEAK, TOPIC, PAST, DETAIL, PAIR, BARE, REST, LAST = 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0
#: Frames of questions that an editor puts above a section; the others ask for a part of a sentence.
_NATURAL = ("evenement", "combien", "combien-cout", "combien-duree", "combien-objet", "pourquoi", "comment", "quel", "peine", "duree")
_QUESTION_WORDS = re.compile(r"(?:Pourquoi|Comment|Combien|Qui |Quels? |Quelles? |Quand )|: (?:pourquoi|comment|combien|quels? |quelles? )")


def section_headings(
    source: Source, book: Rulebook, index: int, lines: tuple[Headline, ...], scores: Scores, key: str, asked: tuple[Candidate, ...] = ()
) -> list[Candidate]:
    """Return the candidate h2 of section ``index``, from what its opening says. ``lines``: the headings its clauses can give; ``asked``: the questions that
    the article answers, of which those answered here may head the section.
    """
    return _headings_of(source, book, source.analysis.sections[index], f"h2:section:{index}", index, lines, scores, key, asked)


def best_form(source: Source, book: Rulebook, section: Section, lines: tuple[Headline, ...], scores: Scores) -> tuple[int, int, bool]:
    """Return form and worth of the best heading that the paragraphs of ``section`` would get, questions not counted, and whether it holds a keyphrase: what the division into sections goes by."""
    best = max(_headings_of(source, book, section, "h2:section", 0, lines, scores, "", ()), key=lambda c: (c.merit[0], c.merit[1]), default=None)
    if best is None:
        return LAST, 0, False
    text = best.passages[0].text
    return best.merit[0], best.merit[1], scores.section_text(text, section.keyphrases) > 0 or scores.shares_keyphrase(text) == len(scores.key_stems)


def _headings_of(
    source: Source, book: Rulebook, section: Section, place: str, index: int, lines: tuple[Headline, ...], scores: Scores, key: str, asked: tuple[Candidate, ...]
) -> list[Candidate]:
    made: list[Candidate] = []
    part = Part(source, scores, section.start, section.end)
    members = part.members

    def add(text: str, origin: object, form: int, worth: int, weight: int, facts: tuple[int, ...], order: int) -> None:
        if len(text) <= HEADING_CHARACTERS and not ends_severed(source, origin) and not gainsaid(source, part, text) and not _HANGS.match(text) and not compares(plain(text)) and not _ELSEWHERE.match(text):
            holds = 20 if scores.section_text(text, section.keyphrases) > 0 or scores.shares_keyphrase(text) else 0
            item = passage("section", "h2", text, origin, facts)  # type: ignore[arg-type]
            made.append(Candidate(place, (item,), facts, (form, worth + holds, weight), order, index))

    for line, held_worth in clause_heads(source, scores, lines, part):
        worth = min(held_worth, ASIDE) if only_took_place(line) or of_a_life(line) else min(held_worth, LEAST_WORTH - 1) if says_below(source, part, line) else held_worth  # before a label only, before a topic only
        form = CLAUSE if worth >= WORTH_HEADING else SLIGHT if worth >= LEAST_WORTH else DETAIL if worth <= ASIDE else PAST if line.clause.tense in OLD_TENSES else WEAK
        add(line.text, Copied(line.span, line.edits), form, worth + scores.section_text(line.text, section.keyphrases), 0, (line.clause.id,), line.span.start)
    title = source.analysis.article.title
    for span in outcomes(source, part, title.of(source.text) if title is not None else ""):
        for filled in fill(book, "h2", "sujet", (span_slot(source, "sujet", span, _lower_article(source, span)),), key):
            add(filled.text, filled.origin, CLAUSE, WORTH_HEADING, filled.weight, (), span.start)
    for candidate in asked:
        question = candidate.passages[0]
        origin = question.origin
        if candidate.section != index or not isinstance(origin, Templated) or origin.template.split("/")[1] not in _NATURAL or not 16 <= len(question.text) <= HEADING_CHARACTERS or not origin.slots:
            continue
        if re.search(r"\b(?:avai(?:t|ent)|étai(?:t|ent))\b", question.text):
            continue
        answered = [source.clause[fact].sentence for fact in candidate.facts if fact in source.clause]
        if not answered or not all(part.told(sentence, question.text) for sentence in answered) or not _QUESTION_WORDS.match(question.text.split(" : ")[-1].capitalize()) or not identified(source, question.text):
            continue
        near = scores.title_share(question.text) > 0 or scores.shares_keyphrase(question.text)
        add(question.text, origin, QUESTION if near else PAIR, candidate.merit[0] + scores.section_text(question.text, section.keyphrases), candidate.merit[-1], (), candidate.source_order)
    speaking = voice(source, members)
    for quote in source.analysis.quotes:
        if not said_in(source, part, quote) or quote.speaker != speaking and not part.opens(quote.sentences[0]):
            continue
        for slots in quoted(source, quote):
            for filled in fill(book, "h2", "citation", slots, key):
                if (quote.whole or "selon" in filled.origin.template) and identified(source, filled.text):
                    add(filled.text, filled.origin, QUOTE if quote.speaker == speaking else SLIGHT, scores.text(filled.text), filled.weight, (), quote.span.start)
    for statement in source.analysis.statements:
        if not said_in(source, part, statement) or statement.speaker != speaking or statement.remove != 1:
            continue
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None or not identified(source, locuteur.text):
            continue
        said = set(stems(statement.content.of(source.text)))
        for keyphrase in section.keyphrases[:6]:
            if not keyphrase.spans or set(stems(locuteur.text)) & set(stems(keyphrase.text)) or not set(stems(keyphrase.text)) <= said or len(set(stems(keyphrase.text))) < 2:
                continue
            if _names_person(source, keyphrase) or all(in_quotes(source, span) for span in keyphrase.spans):
                continue
            slots = (keyphrase_slot(source, "cle", keyphrase), locuteur)
            for filled in fill(book, "h2", "cle-locuteur", slots, key, statement.cls):
                add(filled.text, filled.origin, VOICE, 20 + scores.section_text(filled.text, section.keyphrases), filled.weight, (), statement.cue.start)
        for filled in fill(book, "h2", "locuteur", (locuteur,), key, statement.cls):
            if filled.text.startswith("Ce "):
                add(filled.text, filled.origin, PAIR if statement.cls in ("say", "believe") else SLIGHT, 30, filled.weight, (), statement.cue.start)
    cle = keyphrase_slot(source, "cle", scores.keyphrase)
    begun: set[int] = set()
    prefix = (len(scores.key_stems) > 1 or scores.keyphrase.text[:1].isupper()) and not calls_person(source, book, scores.keyphrase) and not _names_person(source, scores.keyphrase) and not _INDEFINITE.search(scores.keyphrase.text)
    of_title = title is not None and _names_person(source, scores.keyphrase) and set(stems(scores.keyphrase.text)) & set(stems(title.of(source.text))) != set() and not calls_person(source, book, scores.keyphrase)
    for statement in source.analysis.statements if prefix else ():
        speaks = sum(1 for other in source.analysis.statements if other.speaker == statement.speaker and other.sentence in part.before)
        if statement.speaker is None or statement.speaker in begun or statement.remove != 1 or not part.opens(statement.sentence) or statement.sentence != (members[0] if members else -1) and speaks < 2:
            continue
        locuteur = speaker_slot(source, "locuteur", statement)
        if locuteur is None or not identified(source, locuteur.text) or set(stems(locuteur.text)) & scores.key_stems:
            continue
        begun.add(statement.speaker)
        for filled in fill(book, "h2", "cle-locuteur", (cle, locuteur), key, statement.cls):
            add(filled.text, filled.origin, NOUN, 6 * speaks, filled.weight, (), statement.cue.start)
    people = callings(book)
    topics: list[tuple[int, int, Slot]] = []
    acts: list[tuple[int, int, Slot]] = []
    for span in noun_phrases(source, members):
        head = next((token for token in source.tokens_in(span) if token.pos == "NOUN"), None)
        if head is None:
            continue
        noun = head.lemma.lower()
        if head.span.of(source.text).lower() in people or noun in people or is_named("kin", noun):
            continue
        if _goes_on(source, span) or _of_speaker(source, span) or set(stems(span.of(source.text))) <= scores.key_stems or head.span.of(source.text)[:1].isupper() or not identified(source, span.of(source.text)):
            continue
        sentence = next(i for i in members if source.analysis.sentences[i].span.covers(span))
        sujet = span_slot(source, "sujet", span, _lower_article(source, span))
        found = set(stems(sujet.text))
        definite = re.match(r"(?i)l[ea]s? |l['’]", sujet.text) is not None
        held = sum(1 for words_of in part.words.values() if found - scores.key_stems and (found & words_of) - scores.key_stems)
        subject = any(clause.subject is not None and clause.subject.start == span.start for clause in source.clauses_of.get(sentence, ()))
        central = 2 * held >= len(members) or subject and sentence == members[0] and held >= min(2, len(members))
        goes_on = held >= 2 or len(members) <= 2
        worth = 4 * scores.section_text(sujet.text, section.keyphrases) + 3 * held + (8 if subject else 0) + (4 if sentence == members[0] else 0) + min(len(sujet.text) // 5, 8)
        told = not part.ends(sentence) and part.told(sentence, sujet.text)
        lone = len(found) < 2
        event = is_event(noun)
        thin = len(found) < 3 and not any(token.pos == "NOUN" and is_event(token.lemma.lower()) for token in source.tokens_in(span))
        placed = subject or _asserted(source, sentence, source.analysis.tokens.index(head, *source.analysis.sentences[sentence].tokens))
        if is_named("actor", noun) or any(entity.kind in ("organisation", "place", "country") and mention.form != "pronoun" and mention.span.start <= span.start + 4 and mention.span.end >= span.end for entity in source.analysis.entities for mention in entity.mentions):
            told = False  # who acts, not what is told
        elif definite and placed and not is_named("place", noun) and not lone and not thin and not is_named("empty", noun) and not found & scores.key_stems and " et " not in sujet.text:
            topics.append((worth, sentence, sujet))
        names = definite and placed and not any(is_named(role, noun) for role in ("actor", "place", "empty")) and not found & scores.key_stems and not _vague(sujet.text)
        if names and lone and event and subject:
            acts.append((worth, sentence, sujet))
        if is_named("place", noun):
            told = False
        if is_named("empty", noun):
            told = False
        form = LAST if lone or not told else BARE if not definite and placed else LAST if not definite else NOUN if central and placed else TOPIC if placed and goes_on else BARE
        form = min(form, BARE) if thin else form
        form = LAST if not definite and (thin or not event) else form  # « Un visa touristique », « Un travailleur du secteur de la santé »: one thing among those told
        later = form == LAST and names and not thin and not lone and held >= 2 and not part.ends(sentence)
        form, worth = (BARE, worth - 60) if later else (form, worth)  # of its middle and told again: before a label that tells nothing
        for filled in fill(book, "h2", "sujet", (sujet,), key):
            add(filled.text, filled.origin, form, worth - (0 if definite and not lone else 20), filled.weight, (), span.start)
        if not definite or scores.shares_keyphrase(sujet.text) or not (prefix or of_title) or _vague(sujet.text):
            continue
        for filled in fill(book, "h2", "cle-sujet", (cle, sujet), key):
            add(filled.text, filled.origin, TOPIC if lone and told and central and placed and prefix and not thin else BARE if lone and told and subject and members and sentence == members[0] else REST if lone and subject and names and prefix and event and part.opens(sentence) else form if prefix else min(form, BARE), (worth - (0 if lone else 6)) if not (lone and form == LAST) else max(worth, 30), filled.weight, (), span.start)
    named = named_subjects(source, scores, part)
    for worth, one in named[:2] if prefix else ():
        for filled in fill(book, "h2", "cle-sujet", (cle, one), key):
            add(filled.text, filled.origin, BARE, 40 + worth, filled.weight, (), one.source[0].start)
    two = pair_of(source, named)
    for filled in fill(book, "h2", "cle-deux", (cle, *two[1]), key) if two is not None and prefix else ():
        add(filled.text, filled.origin, PAIR, two[0] if two is not None else 0, filled.weight, (), named[0][1].source[0].start)
    for worth, pair in _pairs(part, acts, least=1) if prefix else ():
        for filled in (*fill(book, "h2", "cle-deux", (cle, *pair), key), *fill(book, "h2", "deux-sujets", pair, key)):
            add(filled.text, filled.origin, BARE, worth - 10, filled.weight, (), pair[0].source[0].start)  # « les interpellations et les perquisitions »
    for worth, pair in _pairs(part, topics):
        for filled in fill(book, "h2", "cle-deux", (cle, *pair), key) if prefix or of_title else fill(book, "h2", "deux-sujets", pair, key):
            add(filled.text, filled.origin, PAIR, worth, filled.weight, (), pair[0].source[0].start)
    if section.start == 0 and title is not None:
        for cut in title_cuts(source, scores.keyphrase.text):
            in_title = set(stems(cut.text))
            if len(cut.text) >= 24 and len(in_title) >= 4 and not cut.text.endswith("?") and cut.text.lower() != source.text[title.start : title.end].lower() and any(2 * len(in_title & part.words[i]) > len(in_title) for i in members if part.opens(i)):
                whole = set(stems(source.text[core_of(source) : title.end]))
                if whole <= in_title:
                    continue  # the h1 over again
                add(cut.text, cut.copied, BARE, 90 + len(cut.text) // 4, 0, (), title.start)  # the news again, rather than a label that tells nothing
    for frame in _kinds_of(source, part) if prefix or scores.keyphrase.text[:1].isupper() else ():
        for filled in fill(book, "h2", frame, (cle,), key):
            add(filled.text, filled.origin, TOPIC, 24, filled.weight, (), source.analysis.paragraphs[section.start].span.start)
    for filled in fill(book, "h2", "cle-autres" if index else "cle-faits", (cle,), key):
        add(filled.text, filled.origin, REST, 0, filled.weight, (), source.analysis.paragraphs[section.start].span.start)
    phrases = section.keyphrases[:8] or source.analysis.keyphrases[:8]
    for rank, keyphrase in enumerate(phrases):
        if not keyphrase.spans or _names_person(source, keyphrase) or _negated(source, keyphrase):
            continue
        wanted = set(stems(keyphrase.text))
        held = sum(1 for words_of in part.words.values() if wanted <= words_of)
        several = len(wanted) > 1 and not re.search(r"\d", keyphrase.text)
        for filled in fill(book, "h2", "cle", (keyphrase_slot(source, "cle", keyphrase),), key):
            add(filled.text, filled.origin, LAST, 4 * held - rank - (80 if several else 120), filled.weight, (), keyphrase.spans[0].start)
    return made


def outcomes(source: Source, part: Part, title: str) -> list[Span]:
    """Return what a court imposed, or whom a disaster killed and hurt, as the section's opening tells it in so many words; nothing that the title tells, or that the article counts otherwise elsewhere."""
    found: list[Span] = []
    known = title.lower()
    for sentence in part.members:
        if not part.opens(sentence):
            continue
        for clause in source.clauses_of.get(sentence, ()):
            if clause.commitment != "asserted" or clause.negated or clause.tense not in ("present", "perfect") or clause.statements:
                continue
            words = clause.span.of(source.text)
            imposed = _IMPOSED.search(words) if clause.lemma == "condamner" and words.count("condamn") == 1 and len(_SENTENCES.findall(words)) == 1 else None
            killed = _KILLED.search(words)
            match = imposed or killed
            if match is None:
                continue
            span = Span(clause.span.start + match.start(1), clause.span.start + match.end(1))
            if in_quotes(source, span) or span.of(source.text).lower() in known or set(stems(span.of(source.text))) <= set(stems(title)):
                continue
            every = {number.lower() for number in (_SENTENCES if imposed else _DEAD).findall(source.text)}
            if len(every) == 1 or imposed and sentence == source.first_sentence:
                found.append(span)
    return found[:1]


_COUNT = r"(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|\d+)"
_PRISON = r"(?:de prison|d['’]emprisonnement|de réclusion(?: criminelle)?)"
_IMPOSED = re.compile(rf"condamnée?s?\b[^.;:«»]*? à ({_COUNT} (?:ans|mois) {_PRISON}(?: ferme| avec sursis|(?:,)? dont {_COUNT}(?: ans?| mois)? (?:avec sursis|ferme))?)(?=$|[.,;]| pour | et à )")
_SENTENCES = re.compile(rf"(?<!\w)({_COUNT} (?:ans|mois)) {_PRISON}", re.IGNORECASE)
_KILLED = re.compile(rf"\b(?:a fait|ont fait|faisant|a causé|(?<!aurait )(?<!auraient )(?<!avait )(?<!avaient )fait) ((?:(?:au moins|plus de|près de|environ) )?{_COUNT} morts?(?: et (?:(?:au moins|plus de|près de|environ|une dizaine de|une vingtaine de|une centaine de) )?(?:{_COUNT} )?blessés)?)(?=$|[.,;]| dans | à | au | en )")
_DEAD = re.compile(rf"(?<!\w)({_COUNT}) (?:personnes? )?(?:sont mort|morts?(?!\w)|tuée?s?|décès|ont péri|ont été tué|ont perdu la vie)", re.IGNORECASE)


def _pairs(part: Part, topics: list[tuple[int, int, Slot]], least: int = 2) -> list[tuple[int, tuple[Slot, Slot]]]:
    """Return the pairs of noun phrases that name a section of mixed facts, one of its opening, one of what follows, each with what it is worth."""
    made: list[tuple[int, tuple[Slot, Slot]]] = []
    for worth, sentence, slot in topics:
        for more, later, other in topics:
            one, two = set(stems(slot.text)), set(stems(other.text))
            if later > sentence and part.opens(sentence) and not one & two and len(one) + len(two) > least:
                made.append((worth + more, (slot, replace(other, name="autre"))))
    return sorted(made, key=lambda item: (-item[0], item[1][0].text, item[1][1].text))[:3]


def _kinds_of(source: Source, part: Part) -> list[str]:
    """Return the frames that say what kind of matter nearly every sentence of the section is: numbers, or what several voices say."""
    size = len(part.members)
    if size < 3:
        return []
    counted = {figure.sentence for figure in source.analysis.figures if figure.sentence in part.before and (figure.unit in ("%", "euro") or _LARGE.search(source.text[figure.span.start : figure.span.end + 10]))}
    said = {statement.sentence for statement in source.analysis.statements if statement.sentence in part.before and statement.speaker is not None}
    voices = {statement.speaker for statement in source.analysis.statements if statement.sentence in said}
    return [frame for frame, fits in (("cle-chiffres", 100 * len(counted) >= 66 * size), ("cle-voix", 100 * len(said) >= 66 * size and len(voices) > 1)) if fits]


#: A clause that hangs on another, which is not there: « Alors que l’armée quitte le nord du pays ».
_HANGS = re.compile(r"(?:Alors que?|Tandis que?|Lorsque?|Quand|Après que?|Avant que?|Si|Comme|Bien que?|Puisque?|Pendant que?)(?:\s|['’])[^,]*$")
#: « Un peu plus loin, un étudiant… »: from where?
_ELSEWHERE = re.compile(r"(?i)(?:un peu |juste |quelques \w+ )?(?:plus (?:loin|haut|bas|tard|tôt)|à côté|non loin|à l[’']écart|sur place|en face|autour|derrière|devant|dehors|là)(?: de là)?, ")
_LARGE = re.compile(r"%|\b(?:euros?|dollars?|points?|pour cent)\b")
#: « la décision », « l’annonce »: an article and a noun alone.
_LONE = re.compile(r"(?i)l(?:es |[ea] |['’])(\w[\w-]*)")


def _vague(text: str) -> bool:
    lone = _LONE.fullmatch(text)
    return lone is not None and any(is_named(role, lone.group(1).lower()) for role in ("vague", "vague-alone"))


_DETERMINERS = ("le", "la", "les", "l'", "l’", "un", "une", "des")


def _core(tokens: tuple[Token, ...], noun: int, low: int, high: int) -> list[int]:
    """Return the tokens of a noun phrase without what is coordinated with it, apposed to it, or a clause: article, adjectives, complement with « de »."""
    inside = set(subtree(tokens, noun, low, high))
    for k in sorted(inside):
        if k != noun and tokens[k].dep in ("conj", "cc", "acl", "acl:relcl", "appos", "parataxis", "advcl", "punct", "case:conj") and tokens[k].head in inside | {k}:
            inside -= set(subtree(tokens, k, low, high)) | {k}
    first = last = noun
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while last > noun and tokens[last].pos in ("ADP", "DET", "CCONJ", "PUNCT"):
        last -= 1
    return list(range(first, last + 1))


def _of_a_list(source: Source, inside: list[int], noun: int, low: int, high: int) -> bool:
    """Return whether the phrase is one member of a list, or leaves some of one out: « l’association des armées du Nigeria[, du Cameroun et du Niger] »."""
    tokens = source.analysis.tokens
    if tokens[noun].dep == "conj" or any(tokens[k].dep == "conj" and tokens[k].head in inside for k in range(low, high)):
        return True
    last = inside[-1] + 1
    following = source.text[tokens[inside[-1]].span.end : tokens[inside[-1]].span.end + 12]
    return last < high and re.match(r",? (?:et|ou|ainsi que) |, (?:d[eu]s? |d['’]|de l)", following) is not None


#: What makes a noun phrase too long or too close to name a section: figures, a circumstance inside it.
_BESIDE = r"\d| (?:avec|par|à coups|sous|chez|vers|sur la période|au fil|depuis) "


def _named_alone(source: Source, inside: list[int], noun: int) -> list[int]:
    """Return the noun with its adjectives and complements with « de », up to the first other preposition or figure; ``inside`` where no complement would be left."""
    tokens = source.analysis.tokens
    end = next((at for at, k in enumerate(inside) if k > noun and (tokens[k].pos == "ADP" and tokens[k].span.of(source.text).lower() not in ("de", "d'", "d’", "du", "des") or tokens[k].pos == "NUM")), len(inside))
    kept = inside[:end]
    while kept and kept[-1] > noun and tokens[kept[-1]].pos in ("ADP", "DET", "ADV", "CCONJ", "PUNCT"):
        kept = kept[:-1]
    if kept and kept[-1] != noun and tokens[kept[-1]].pos in ("ADJ", "VERB") and any(tokens[k].head == kept[-1] for k in inside[end:]):
        return inside  # « les équipes présentes [dans le pays] »
    return kept if any(tokens[k].pos in ("NOUN", "PROPN", "ADJ") for k in kept if k > noun) else inside


def _listed(source: Source, noun: int, low: int, high: int) -> list[int]:
    """Return the tokens of a noun phrase with the whole list in its complement (« l’accord entre la ville et la région »); nothing where more hangs on it."""
    tokens = source.analysis.tokens
    inside = subtree(tokens, noun, low, high)
    while inside and tokens[inside[-1]].pos == "PUNCT":
        inside = inside[:-1]
    if tokens[noun].dep == "conj" or not inside or inside[-1] - inside[0] + 1 != len(inside) or any(tokens[k].head == noun and tokens[k].dep == "conj" for k in inside):
        return []
    return [] if any(tokens[k].pos == "PUNCT" or tokens[k].dep in ("acl", "acl:relcl", "appos", "parataxis", "advcl") for k in inside) else list(inside)


def _asserted(source: Source, sentence: int, noun: int) -> bool:
    """Return whether the noun is subject or object of what the newspaper asserts: « des violences » of « pour prévenir des violences » did not happen."""
    token = source.analysis.tokens[noun]
    for clause in source.clauses_of.get(sentence, ()):
        if clause.verb.covers(source.analysis.tokens[token.head].span):
            return token.dep in ("nsubj", "nsubj:pass", "obj") and clause.commitment in ("asserted", "future") and not clause.negated and clause.lemma not in CLOSING and not clause.statements
    return False


def quoted(source: Source, quote: Quote) -> list[tuple[Slot, ...]]:
    """Return speaker and words of a quote short enough to head a section: a whole clause, or the noun phrase that the source quotes as such; empty if it is not."""
    entity = source.entity(quote.speaker)
    if entity is None or len(quote.content) != 1:
        return []
    content = _first_said(source, quote)
    words = content.of(source.text).strip()
    own_words = re.match(r"(?:je|j['’]|nous)(?!\w)", words.lower()) is not None and content != quote.content[0]
    if not 14 <= len(words) <= 50 or re.search(r"[\[(…«»\"]|^\W*(?:et|mais|donc|car|il|elle|ils|elles|ça|cela|c['’]|y|en|je|j['’]|nous|qu['’]|que)(?!\w)|\b(?:cela|ça|celui|celle)\b", words.lower()) and not (own_words and entity.kind == "person" and not re.search(r"[\[(…«»\"]|\b(?:cela|ça|celui|celle|y|en|le|la|les) (?:ai|avons|suis|sommes)\b", words.lower())):
        return []
    if not quote.whole and (len(words.split()) < 3 or not re.match(r"(?:une?|l[ea]s?|des|de|aucune?) |l['’]", words.lower()) or re.search(r"\b(?:qui|que|à|de|du|des|et|par|pour)$", words.lower())):
        return []
    if entity.kind == "person":
        locuteur: Slot | None = span_slot(source, "locuteur", entity.name, entity=entity.id)
    else:
        spoken = next((statement for statement in source.analysis.statements if statement.quote == quote.id and statement.speaker == quote.speaker), None)
        locuteur = speaker_slot(source, "locuteur", spoken) if spoken is not None else None
    return [(locuteur, span_slot(source, "citation", content))] if locuteur is not None else []


def _first_said(source: Source, quote: Quote) -> Span:
    """Return the first sentence of a quotation of several (« Je suis un enfant du port. Mon père y travaillait. »), without its stop; the whole of one that has one, or whose first says too little."""
    whole = quote.content[0]
    if not quote.whole or len(whole) <= 50:
        return whole
    first = source.analysis.sentences[quote.sentences[0]].span
    match = re.match(r"[^.!?;:]{14,60}?(?=[.!?]\s+[A-ZÀÉÈÊÎÔÇ])", whole.of(source.text).replace("\n", " "))
    if match is None or source.text[whole.start + match.end()] != "." and match.end() + 1 > 50:
        return whole
    mark = source.text[whole.start + match.end()] in "!?"
    end = whole.start + match.end() + (1 if mark else 0)
    if abs(first.end - end) > 3 or not any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(Span(whole.start, end))):
        return whole
    return Span(whole.start, end)


def noun_phrases(source: Source, members: list[int]) -> list[Span]:
    """Return the noun phrases of the sentences ``members`` that can name a section: a definite noun with its complement, whole, no person, nothing that leans on the text before."""
    found: dict[str, Span] = {}
    for i in members:
        for words, span in _phrases_of(source, i):
            found.setdefault(words, span)
    return list(found.values())


@lru_cache(maxsize=512)
def _phrases_of(source: Source, i: int) -> tuple[tuple[str, Span], ...]:
    """Return the noun phrases of the sentence ``i`` that can name a section, each with its words in small letters. Remembered: they are asked for every division into sections."""
    tokens = source.analysis.tokens
    found: dict[str, Span] = {}
    sentence = source.analysis.sentences[i]
    low, high = sentence.tokens
    for j in range(low, high):
        token = tokens[j]
        if token.pos != "NOUN" or not any(tokens[k].head == j and tokens[k].pos == "DET" and tokens[k].span.of(source.text).lower() in _DETERMINERS for k in range(max(low, j - 3), j)):
            continue
        inside = _core(tokens, j, low, high)
        if _of_a_list(source, inside, j, low, high):
            inside = _listed(source, j, low, high)
        if not inside:
            continue
        if re.search(_BESIDE, source.text[tokens[inside[0]].span.start : tokens[inside[-1]].span.end]):
            inside = _named_alone(source, inside, j)
        span = Span(tokens[inside[0]].span.start, tokens[inside[-1]].span.end)
        words = span.of(source.text)
        if not 7 <= len(words) <= 60 or not stems(words) or not words.lower().startswith(("le ", "la ", "les ", "l'", "l’", "un ", "une ", "des ")):
            continue
        if _parted_from_participle(tokens, inside, high):
            continue
        if re.search(r"[,«»():;\"\n\d]| (?:avec|par|à coups|sous|chez|vers) ", words) or in_quotes(source, span) or any(tokens[k].pos in ("PRON", "VERB", "AUX", "ADV", "SCONJ") or tokens[k].pos == "CCONJ" and tokens[k].span.of(source.text).lower() != "et" for k in inside):
            continue
        if re.search(r"\b(?:son|sa|ses|leurs?|ce|cet|cette|ces|mêmes?|autres?|dernière?s?|deux|trois|suivante?s?|précédente?s?|fait|fois|part|cours|cas|cadre|sein|suite|lieu|entre|reste|ensemble|président|présidente|ministre|chef|trésorier|trésorière|député|députée|maire|porte-parole|directeur|directrice|candidat|candidate|ancien|ancienne|secrétaire)\b", words.lower()):
            continue
        if any(time.span.overlaps(span) for time in source.analysis.times if time.sentence == i) or any(
            entity.kind == "person" and any(mention.span.overlaps(span) and not _whose(source, span, mention) for mention in entity.mentions) for entity in source.analysis.entities
        ):
            continue
        if not words.lower().startswith(("le ", "la ", "les ", "l'", "l’")) and not _asserted(source, i, j):
            continue
        following = source.text[span.end : span.end + 10].lower()
        if re.match(r"\s?(?:\(|,| et )", following) and source.text[max(0, span.start - 2) : span.start] == ", " and sum(source.text[sentence.span.start : span.end + 40].count(mark) for mark in ",") > 2:
            continue  # one of several
        if tokens[inside[-1]].pos == "ADJ" and re.match(r" (?:pour|à|au|aux|d['’]|de)(?!\w)", following) and any(tokens[k].head == inside[-1] for k in range(inside[-1] + 1, min(high, inside[-1] + 12))):
            continue  # « les caractéristiques nécessaires [pour…] »
        if re.match(r"[ \u00a0](?:d[eu]s?\b|d['’]|(?:qui|que|dont|où|selon laquelle|selon lequel)\b|qu['’])", following):
            continue  # the parser cut it short; « La manière exacte [dont elle est morte] »
        if re.match(r"l[ea]s? premi(?:er|ère)s? (?!ministre|guerre|tour\b|secrétaire)", words.lower()):
            continue  # « La première surprise »: which is told, not named
        if _aside(source, j, low, high):
            continue
        found.setdefault(words.lower(), span)
    return tuple(found.items())


_WHILE = frozenset("alors tandis lorsque lorsqu quand pendant comme depuis avant après dès puisque".split())


def _aside(source: Source, j: int, low: int, high: int) -> bool:
    """Return whether the noun stands in a clause of time or in a relative with a verb of the past before: what happened meanwhile, or elsewhere, heads nothing.

    « alors que se déroulait le débat télévisé », « un autre attentat, qui avait causé la mort de trois passants ».
    """
    tokens = source.analysis.tokens
    at = j
    for _ in range(12):
        token = tokens[at]
        if token.dep == "advcl" and any(low <= k < high and tokens[k].head == at and tokens[k].dep == "mark" and tokens[k].lemma.lower().rstrip("'’") in _WHILE for k in range(max(low, at - 12), at)):
            return True
        if token.dep.startswith("acl") and re.search(r"\b(?:qui|dont|que|où)\s(?:\w+\s){0,3}(?:avai(?:t|ent)|fu(?:t|rent))\b", source.text[max(tokens[low].span.start, token.span.start - 40) : token.span.end]):
            return True
        if token.head == at or not low <= token.head < high:
            return False
        at = token.head
    return False


def _of_speaker(source: Source, span: Span) -> bool:
    """Return whether the noun phrase says who speaks, or what somebody is: « a révélé l’émission du soir », « le directeur du journal, Paul Vidal »."""
    if any(function.overlaps(span) for entity in source.analysis.entities if entity.kind == "person" for function in entity.functions):
        return True
    return any(statement.cue.end <= span.start <= statement.cue.end + 30 and not statement.content.covers(span) for statement in source.analysis.statements)


def _parted_from_participle(tokens: tuple[Token, ...], inside: list[int], high: int) -> bool:
    """Return whether a participle right behind belongs to the last word of the phrase, and not to its noun: « les chats à nez [retroussé] »."""
    after = inside[-1] + 1
    if after < high and tokens[after].pos == "VERB" and tokens[after].dep == "acl" and tokens[after].head in inside and tokens[inside[-1]].pos == "NOUN" and tokens[inside[-1] - 1].pos == "ADP":
        return True  # « L’étude de dents [retrouvées dans une grotte] »
    return after < high and tokens[after].pos == "VERB" and tokens[after].feature("VerbForm") == "Part" and tokens[inside[-1]].pos == "NOUN" and len(inside) > 3 and tokens[inside[-1] - 1].pos == "ADP" and tokens[inside[-1] - 1].lemma != "de"


def _whose(source: Source, span: Span, mention: Mention) -> bool:
    """Return whether a person's full name ends the phrase behind « de »: « le programme de Claire Morel »."""
    return mention.form == "full" and mention.span.end == span.end and re.search(r"(?:\bde |\bd['’])$", source.text[span.start : mention.span.start]) is not None


def block_headings(source: Source, book: Rulebook, block: str, keyphrases: tuple[Keyphrase, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return the candidate h2 of a block («who», «qa»…): its subject, and what it gives."""
    made: list[Candidate] = []
    main, named = subject_of(source, book)
    for rank, keyphrase in enumerate(keyphrases[:6]):
        if rank and (calls_person(source, book, keyphrase) or _fragment(keyphrase) or _no_name(source, keyphrase) or _unspoken(source, keyphrase)):
            continue
        hearing = block in ("who", "qa") and _HEARING.match(keyphrase.text) is not None  # « Garde à vue : les déclarations » would be the suspect's
        plural = rank == 0 and _INDEFINITE.search(keyphrase.text) is not None
        weak = hearing or plural or calls_person(source, book, keyphrase) or _fragment(keyphrase) or _unspoken(source, keyphrase) or " " not in keyphrase.text and "-" not in keyphrase.text and keyphrase.text[:1].islower()
        slot: Slot = keyphrase_slot(source, "cle", keyphrase)
        for kind in CLOSING_KINDS if block == "conclusion" else (main,):
            for filled in fill(book, "h2", f"bloc-{block}", (slot, *named), key, kind):
                bare = not filled.origin.slots  # « Qui dit quoi »: where no keyphrase is what the block is about
                if len(filled.text) <= HEADING_CHARACTERS and title_width(filled.text) <= 700 and not stutters(filled.text) and not (bare and rank):
                    item = passage(block, "h2", filled.text, filled.origin)
                    made.append(Candidate(f"h2:{block}", (item,), (), (-rank - (8 if weak else 0) - (30 if bare else 0), filled.priority, filled.weight), 0, tags=(kind,)))
    return made


_HEARING = re.compile(r"(?i)(?:gardes? à vue|procès|audition|audience|interrogatoire|mise en examen|détention|perquisition)(?!\w)")
#: « étudiants d’une université », « habitants d’un quartier »: one among many, no subject of an article.
_INDEFINITE = re.compile(r"(?i)^\S+s d['’]une? ")


def _no_name(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is one word with a capital that names nothing by itself: « Belge », « The »."""
    return " " not in keyphrase.text and keyphrase.text[:1].isupper() and not any(entity.name.of(source.text).strip() == keyphrase.text for entity in source.analysis.entities)


def _unspoken(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is not in the source as it stands, its small words lost (« abus confiance »), or is somebody's people with half a name (« italien Morelli »), or a bare amount (« tonnes de sable »)."""
    words = keyphrase.text.replace("’", "'").lower()
    if words not in " ".join(source.text.replace("’", "'").lower().split()) and len(keyphrase.spans) == 1:
        return True
    first, _, rest = keyphrase.text.partition(" ")
    return _AMOUNTS.match(words) is not None or rest[:1].isupper() and first[:1].islower() and first.lower() in lexicon(load()).demonyms


_AMOUNTS = re.compile(r"(?:tonnes?|kilos?|kilogrammes?|grammes?|litres?|mètres?|kilomètres?|hectares?|millions?|milliards?|milliers?|centaines?|dizaines?|euros?|heures?|jours?|minutes?|secondes?|degrés?) (?:de |d['’])")


def _fragment(keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is no noun phrase of its own: « nouvel épisode », « premier tour », « Min 4 »."""
    return re.match(r"(?i)(?:nouve(?:l|au|lle)s?|nombreu(?:x|se|ses)|premi(?:er|ère)s?|dernier|dernière|deuxième|troisième|plusieurs|certains|autres?|min)\b", keyphrase.text) is not None or re.search(r"\d$", keyphrase.text) is not None or UNMEASURED.search(keyphrase.text) is not None


def _goes_on(source: Source, span: Span) -> bool:
    """Return whether the word right after a noun phrase is a noun of its own: « la partie [vélo] »."""
    after = source.tokens_in(Span(span.end, min(span.end + 30, len(source.text))))
    return bool(after) and after[0].pos in ("NOUN", "NUM", "PROPN", "ADJ", "X") and source.text[span.end : after[0].span.start].strip(" ") == ""


def _names_person(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase is (part of) a person's name: « Paul Morel : ce que dit l’Iran » would not be understood."""
    return any(entity.kind == "person" and any(mention.span.overlaps(span) for mention in entity.mentions) for entity in source.analysis.entities for span in keyphrase.spans[:3])


def _negated(source: Source, keyphrase: Keyphrase) -> bool:
    """Return whether the keyphrase stands behind « sans », « aucun », « pas de » wherever it stands: alone it would say the contrary."""
    return all(re.search(r"\b(?:sans|aucune?|ni|pas (?:de|d['’])|plus (?:de|d['’])|non)\s*$", source.text[max(0, span.start - 12) : span.start].lower()) for span in keyphrase.spans)
