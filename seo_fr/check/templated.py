"""The fidelity of a templated passage: its words are its slots’ and its template’s, its quotes and speakers the source’s, its definition the glossary’s."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from seo_fr.check import added, compare, exchanged
from seo_fr.check.according import unvoiced
from seo_fr.check.brief import brief_reasons
from seo_fr.check.compare import Evidence, Reason
from seo_fr.check.edits import balanced, edit_reasons, plain, slot_text, used_words
from seo_fr.check.fronted import twice
from seo_fr.check.heading_words import orphan_reasons, presumption_reasons
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence, Word, fold, lexicon, read_article, read_numbers, read_sentence, read_words
from seo_fr.check.turned import turned_reasons
from seo_fr.model import Article, Edit, GlossaryEntry, Passage, Slot, Span, Templated
from seo_fr.rulebook import Rulebook
from seo_fr.rulebook.background import label_of

HEADINGS = frozenset(["title_tag", "h1", "h2", "h3", "question"])
ALONE_ROLES = frozenset(["title_tag", "h1", "h2", "h3", "bullet", "description", "question"])


def quote_frame_reasons(page: Sentence, span: Span, sentences: tuple[Sentence, ...]) -> tuple[Reason, ...]:
    """Words taken from within a quotation must stay within quotation marks."""
    for sentence in sentences:
        for low, high in sentence.quoted:
            if high <= low:
                continue
            first, last = sentence.words[low].start, sentence.words[high - 1].end
            if first <= span.start and span.end <= last and high - low > 2 and not page.quoted:
                return (Reason("citation", "Des mots cités par la source sont donnés sans guillemets.", page.words[0].text if page.words else ""),)
    return ()


@lru_cache(maxsize=4096)
def literal_words(source: str) -> tuple[frozenset[str], frozenset[str]]:
    """The folded words and stems of a template's own text: what stands outside braces, and the quoted strings inside."""
    outside = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", source)
    inside = " ".join(re.findall(r"['\"]([^'\"]*)['\"]", " ".join(re.findall(r"\{\{.*?\}\}|\{%.*?%\}", source))))
    words = [word for word in (*read_words(outside), *read_words(inside)) if word.kind != "p"]
    return frozenset(word.fold for word in words), frozenset(word.stem for word in words)


def _template_source(template: str, book: Rulebook) -> str | None:
    try:
        return book.template(template).source
    except KeyError:
        return None


def _rendered(passage: Passage, origin: Templated, book: Rulebook) -> str | None:
    from seo_fr.rulebook.render import Uncertain, render

    try:
        return render(book.template(origin.template), origin.slots)
    except (KeyError, Uncertain):
        return None


def _glossary_reasons(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...]) -> tuple[Reason, ...]:
    """A passage of the glossary is the approved text and its source, of one entry that is valid and that the article calls for, in a template that adds no word of matter."""
    if passage.role == "h2":
        return _notions(passage, origin, article, book, glossary)
    ids = {slot.reference for slot in origin.slots}
    entry = next((entry for entry in glossary if ids == {f"glossary:{entry.id}"}), None)
    if entry is None:
        return (Reason("glossaire", "Ce passage n’est pas d’une seule entrée du glossaire donné.", passage.text[:120]),)
    for slot in origin.slots:
        wanted = {"definition": entry.text, "origine": entry.source}.get(slot.name)
        if wanted is None or slot.text != wanted or slot.source or slot.edits:
            return (Reason("glossaire", f"L’emplacement « {slot.name} » n’est pas le texte approuvé de « {entry.id} ».", slot.text, wanted or ""),)
    if {slot.name for slot in origin.slots} != {"definition", "origine"}:
        return (Reason("glossaire", "Un passage du glossaire donne son texte et sa source.", passage.text[:120]),)
    source = _template_source(origin.template, book) or ""
    rendered = _rendered(passage, origin, book)
    if rendered is None or plain(rendered) != plain(passage.text) or not literal_words(source)[0] <= {"source", "selon"}:
        return (Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]),)
    spelled = [plain(term) for term in (entry.term, *entry.variants)]
    text = plain(article.text)
    for phrase in entry.exceptions:
        text = re.sub(rf"(?<![\w-]){re.escape(plain(phrase))}(?![\w-])", " ", text, flags=0 if phrase.isupper() else re.IGNORECASE)
    if not any(re.search(rf"(?<![\w-]){re.escape(term)}(?![\w-])", text, 0 if term.isupper() else re.IGNORECASE) for term in spelled):
        return (Reason("glossaire", f"L’article ne nomme pas « {entry.term} ».", entry.term),)
    date = (article.get("date") or "")[:10]
    if (entry.valid_from and not date >= entry.valid_from) or (entry.valid_until and not "0" < date <= entry.valid_until):
        return (Reason("glossaire", f"L’entrée « {entry.id} » n’est pas valable à la date de l’article.", date),)
    return ()


def _notions(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...]) -> tuple[Reason, ...]:
    """The heading of a glossary names notions of entries that may be on the page, as the entry has them, in a template that adds words of its own alone."""
    for slot in origin.slots:
        entry = next((entry for entry in glossary if slot.reference == f"glossary:{entry.id}"), None)
        if entry is None or slot.name not in ("terme", "second") or slot.text != label_of(entry, article.text) or slot.source or slot.edits:
            return (Reason("glossaire", f"L’emplacement « {slot.name} » n’est pas le terme d’une entrée du glossaire donné.", slot.text),)
    rendered = _rendered(passage, origin, book)
    if rendered is None or plain(rendered) != plain(passage.text):
        return (Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]),)
    return ()


def check_templated(passage: Passage, origin: Templated, article: Article, book: Rulebook, glossary: tuple[GlossaryEntry, ...] = ()) -> tuple[Reason, ...]:
    """Return the faults of a templated passage. ``glossary``: the approved entries that may be on the page."""
    if any(slot.reference.startswith("glossary:") for slot in origin.slots):
        return _glossary_reasons(passage, origin, article, book, glossary)
    known, reading = lexicon(book), read_article(article, book)
    reasons: list[Reason] = []
    source_text = _template_source(origin.template, book)
    literals, literal_stems = literal_words(source_text) if source_text is not None else (frozenset[str](), frozenset[str]())
    if source_text is not None:
        rendered = _rendered(passage, origin, book)
        if rendered is None or (rendered != passage.text and plain(rendered) != plain(passage.text)):
            reasons.append(Reason("gabarit", "Le passage n’est pas ce que donne son gabarit.", passage.text[:200], (rendered or "")[:200]))
    else:
        reasons.extend(_slots_in_order(passage, origin))
    spans: list[Span] = []
    edits: list[Edit] = []
    for slot in origin.slots:
        if not slot.source:
            if not slot.reference and slot.text.strip():
                reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » n’a pas de source.", slot.text))
            continue
        if any(span.end > len(article.text) for span in slot.source):
            reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » vient d’au-delà de la fin du texte.", slot.text))
            continue
        given = slot_text(slot, article.text)
        if given is None or (given != slot.text and plain(given) != plain(slot.text)):
            reasons.append(Reason("emplacement", f"L’emplacement « {slot.name} » n’est pas ce que donnent ses extraits.", slot.text, given or ""))
        for edit in slot.edits:
            if passage.role == "question" and (_made_definite(edit, article) or _unnegated(edit, article, origin)):
                continue
            reasons.extend(edit_reasons(edit, article, book))
        reasons.extend(turned_reasons(slot, article))
        reasons.extend(unvoiced(slot.edits))
        reasons.extend(twice(slot.edits, article))
        spans.extend(slot.source)
        edits.extend(slot.edits)
    reasons.extend(_one_statement(origin, reading, passage.text))
    reasons.extend(_label_of_its_own(origin, reading))
    reasons.extend(brief_reasons(passage, origin, article.text, reading))
    by_span = sorted({sentence.index: sentence for span in spans for sentence in reading.sentences_of(span)}.items())
    sentences = tuple(sentence for _, sentence in by_span)
    used = used_words(spans, edits, sentences)
    # A slot that is a bare name ties its sentence to nothing: only what is said of it counts.
    topics = used_words([span for slot in origin.slots if _topic(slot, known) or origin.template.startswith("answer/objet/") and _object_alone(slot, known) for span in slot.source], (), sentences)
    evidence = Evidence(sentences, used, True, frozenset((index, i) for index, words in topics.items() for i in words))
    page = read_sentence(passage.text, book)
    slots_read = _slot_words(origin)
    own = frozenset(word.fold for word in slots_read) | literals
    referenced = frozenset(word.fold for slot in origin.slots if slot.reference for word in read_words(slot.text))
    extra = literals | referenced | added.resolved_dates(evidence, reading)
    slot_numbers = {q.value for slot in origin.slots for q in read_numbers(read_words(slot.text))}
    for quantity in page.numbers:
        if quantity.value not in slot_numbers and quantity.value != "1e" and not all(page.words[i].fold in literals for i in range(quantity.start, quantity.end)):
            shown = " ".join(page.words[i].text for i in range(quantity.start, quantity.end))
            reasons.append(Reason("nombre", f"Le nombre « {shown} » ne vient pas des emplacements du gabarit.", shown))
    reasons.extend(_literal_counts(page, source_text))
    own_stems = {word.stem for word in slots_read} | literal_stems
    for word in page.words:
        if word.kind != "w" or not known.content(word) or word.fold in own or word.stem in own_stems:
            continue
        if any(part in own for part in word.fold.split("-")) or any(compare.alike(word, other) for other in slots_read):
            continue
        reasons.append(Reason("mot", f"« {word.text} » ne vient ni des emplacements ni du gabarit.", word.text))
    reasons.extend(added.quotes_altered(page, evidence, reading, known))
    reasons.extend(_quotes_within(origin, article, page, sentences, passage.role in HEADINGS))
    reasons.extend(quote_speaker_reasons(page, evidence, reading, known))
    reasons.extend(added.names_added(page, evidence, reading, book, extra))
    bare = all(_topic(slot, known) or (slot.name == "cle" and len(slot.text.split()) <= 6) for slot in origin.slots)
    # « Turquie : ce qui n’est pas tranché »: the frame denies nothing of what it names.
    # « La ligne est-elle ouverte ? » asserts nothing: the answer, « Non, … », holds the negation, and is checked for it.
    asking = passage.role == "question" and origin.template.startswith("question/oui-non/") and passage.text.rstrip().endswith("?")
    reasons.extend(
        reason
        for reason in compare.commitment(page, evidence, reading, book)
        if not (bare and reason.id == "negation-ajoutee") and not (asking and reason.id in ("negation", "negation-ajoutee"))
    )
    reasons.extend(_answer_pronoun(passage, origin, article))
    reasons.extend(
        reason
        for reason in added.words_added(page, evidence, reading, book, added.resolved_dates(evidence, reading) | referenced)
        if reason.id in ("connecteur", "jugement") or reason.actual.lower() not in literals
    )
    if len(sentences) == 1:
        # « dix heures : la durée de la panne »: the template's own noun is no verb whose roles could be exchanged.
        reasons.extend(reason for reason in exchanged.roles(page, sentences[0], reading, known) if not any(fold(word) in literals for word in reason.actual.split(" … ")[1:-1]))
    if not balanced(passage.text):
        reasons.append(Reason("coupe", "Un guillemet ou une parenthèse reste seul.", passage.text[:120]))
    if passage.role in HEADINGS:
        reasons.extend(presumption_reasons(page, sentences, reading, known))
    if passage.role in ALONE_ROLES:
        reasons.extend(orphan_reasons(page, known))
    return tuple(dict.fromkeys(reasons))


def _unnegated(edit: Edit, article: Article, origin: Templated) -> bool:
    """Whether a yes-or-no question only leaves out the words of a plain negation: its answer is checked for them."""
    words = edit.span.of(article.text).replace("’", "'").strip().lower()
    return edit.kind == "drop" and not edit.after and origin.template.startswith("question/oui-non/") and words in ("ne", "n'", "pas", "jamais")


def _made_definite(edit: Edit, article: Article) -> bool:
    """Whether a question only makes « un attentat » of its source « l’attentat »: gender and elision kept."""
    before, after = edit.span.of(article.text).lower(), edit.after.replace("’", "'")
    following = fold(article.text[edit.span.end : edit.span.end + 1])
    vowel = following in ("a", "e", "i", "o", "u", "y", "h")
    return edit.kind == "reference" and ((before, after) in (("un ", "le "), ("une ", "la ")) and following not in ("a", "e", "i", "o", "u") or before in ("un ", "une ") and after == "l'" and vowel)

_PRONOUN_OF = {"le": "il", "un": "il", "la": "elle", "une": "elle", "les": "ils elles", "des": "ils elles", "du": "il", "cet": "il", "cette": "elle"}


def _answer_pronoun(passage: Passage, origin: Templated, article: Article) -> tuple[Reason, ...]:
    """The pronoun that an answer begins with must agree with the subject it stands for, as far as that subject's article tells, and with the verb."""
    if passage.role != "answer":
        return ()
    match = re.match(r"(?:(?:Oui|Non), )?([Ii]l|[Ee]lle)(s?) ", passage.text)
    subject = next((slot for slot in origin.slots if slot.name == "sujet"), None)
    if match is None or subject is None or subject.text.split(" ")[0] == match.group(0).split(" ")[0]:
        return ()
    pronoun = match.group(1).lower() + match.group(2)
    first = next((word.key for word in read_words(subject.text) if word.kind == "w"), "")
    words = _PRONOUN_OF.get(first, "")
    if words and pronoun not in words.split() or first in ("il", "elle", "ils", "elles") and pronoun != first:
        return (Reason("reference", f"« {pronoun} » ne s’accorde pas avec « {subject.text} ».", pronoun, subject.text),)
    predicate = next((slot for slot in origin.slots if slot.name in ("predicat", "verbe")), None)
    verb = [word.key for word in read_words(predicate.text) if word.kind == "w"][:3] if predicate is not None else []
    plural = next((key in ("sont", "ont", "étaient", "avaient", "seront", "auront", "furent") for key in verb if key in ("est", "sont", "a", "ont", "était", "étaient", "avait", "avaient", "sera", "seront", "aura", "auront", "fut", "furent")), None)
    if plural is not None and plural != pronoun.endswith("s"):
        return (Reason("reference", f"« {pronoun} » ne s’accorde pas avec son verbe.", passage.text[:60]),)
    return ()


def _topic(slot: Slot, known: Lexicon) -> bool:
    """Whether a slot is a bare name or noun phrase: no number, no finite verb, few words."""
    words = [word for word in read_words(slot.text) if word.kind != "p"]
    if slot.entity is not None and len(words) <= 6:
        return True
    if read_numbers(tuple(words)) or any(word.key in known.classes["have"] or word.key in known.classes["be"] for word in words):
        return False
    if any(known.is_conditional(word.key) or re.search(r"(?:aient|èrent|eront|era)$", word.key) for word in words):
        return False
    return sum(1 for word in words if known.content(word)) <= 4 and len(words) <= 7


def _object_alone(slot: Slot, known: Lexicon) -> bool:
    """Whether a slot that answers alone is a noun phrase or an infinitive: it claims nothing; who asks, fears or says it must be in the question (:func:`asked_of`)."""
    words = [word for word in read_words(slot.text) if word.kind != "p"]
    if any(word.key in known.classes["have"] or word.key in known.classes["be"] or known.is_conditional(word.key) or re.search(r"(?:aient|èrent|eront|era)$", word.key) for word in words):
        return False
    return len(words) <= 24 and not any(word.key in ("qui", "que", "qu", "dont", "où") for word in words)


def _slot_words(origin: Templated) -> tuple[Word, ...]:
    return tuple(word for slot in origin.slots for word in read_words(slot.text) if word.kind != "p")


def _slots_in_order(passage: Passage, origin: Templated) -> tuple[Reason, ...]:
    folds = {word.fold for word in read_words(passage.text)}
    for slot in origin.slots:
        missing = [word.text for word in read_words(slot.text) if word.kind != "p" and word.fold not in folds and len(word.fold) > 3]
        if missing and slot.text:
            return (Reason("gabarit", f"L’emplacement « {slot.name} » n’est pas dans le passage.", passage.text[:120], slot.text),)
    return ()


def _literal_counts(page: Sentence, source_text: str | None) -> tuple[Reason, ...]:
    """A template that counts by itself (« trois voix ») counts what nobody counted."""
    if source_text is None:
        return ()
    outside = read_words(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", source_text))
    return tuple(Reason("compte", f"Le gabarit compte lui-même (« {outside[q.start].text} »).", outside[q.start].text) for q in read_numbers(outside) if not q.value.endswith("e"))


def _one_statement(origin: Templated, reading: ArticleReading, text: str) -> tuple[Reason, ...]:
    if origin.joined:
        return ()
    statements = sorted({slot.statement for slot in origin.slots if slot.statement is not None})
    if len(statements) > 1:
        return (Reason("assemblage", "Une même proposition est faite de plusieurs énoncés de la source."),)
    groups: list[tuple[str, frozenset[int]]] = []
    short: list[Slot] = []
    for slot in origin.slots:
        content = slot.source
        if not content:
            continue
        # A name may be taken from where it stands in full: only what makes the claim must be of one sentence.
        words = read_words(slot.text)
        if slot.entity is not None or all(word.capital or word.kind == "p" or word.key in ("de", "du", "d", "la", "le", "les", "l", "des", "et", "au", "aux", "en", "à") for word in words):
            continue
        if len(words) <= 4 and not read_numbers(words):
            short.append(slot)
            continue
        if re.search(re.escape(plain(slot.text).lower()) + r" ?:", plain(text).lower()) is not None:
            continue  # « Incendie du pont Mathilde : … » names the subject before the claim
        # One slot may run on over sentences that follow one another; two slots may not be of two places.
        groups.append((slot.name, frozenset(sentence.index for span in content for sentence in reading.sentences_of(span))))
    for subject, predicate in pairwise(origin.slots):
        if subject in short and predicate.source and subject.source and _reads_on(text, subject, predicate):
            subject_at = {sentence.index for span in subject.source for sentence in reading.sentences_of(span)}
            told = [sentence for span in predicate.source for sentence in reading.sentences_of(span)]
            stems = {word.stem for sentence in told for word in sentence.words}
            if not subject_at & {sentence.index for sentence in told} and not all(word.stem in stems for word in read_words(subject.text)):
                return (Reason("assemblage", f"« {subject.text} » n’est pas dans la phrase qui dit « {predicate.text[:60]} ».", subject.name),)
    for (one, ours), (other, theirs) in pairwise(groups):
        if not ours & theirs:
            return (Reason("assemblage", "Une même proposition est faite de mots de plusieurs phrases de la source.", f"{one}, {other}"),)
    return ()


def _label_of_its_own(origin: Templated, reading: ArticleReading) -> tuple[Reason, ...]:
    """The date, place or number that heads an entry must be of the sentence that the entry tells."""
    if origin.template.split("/")[0] not in ("timeline", "places", "figures"):
        return ()
    label = next((slot for slot in origin.slots if slot.name == "etiquette"), None)
    told = [slot for slot in origin.slots if slot.name not in ("etiquette", "locuteur")]
    if label is None or not label.source or not told:
        return ()
    own = {sentence.index for span in label.source for sentence in reading.sentences_of(span)}
    if all(own & {sentence.index for span in slot.source for sentence in reading.sentences_of(span)} for slot in told if slot.source):
        return ()
    return (Reason("assemblage", f"« {label.text} » n’est pas de la phrase qu’il annonce.", label.text),)


def _reads_on(text: str, subject: Slot, predicate: Slot) -> bool:
    """Whether one slot follows the other as subject and verb do: nothing between but a space, and a verb to begin with."""
    if re.search(re.escape(plain(subject.text).lower()) + r" ?" + re.escape(plain(predicate.text).lower()), plain(text).lower()) is None:
        return False
    first = next((word for word in read_words(predicate.text) if word.kind == "w"), None)
    return first is not None and first.key not in ("de", "du", "d", "des", "à", "au", "aux", "en", "et", "ou", "dans", "par", "pour", "sur", "contre", "avec", "chez")


def _quotes_within(origin: Templated, article: Article, page: Sentence, sentences: tuple[Sentence, ...], topical: bool) -> tuple[Reason, ...]:
    """A slot whose words stand inside the source’s quotation marks must stand inside them on the page."""
    for slot in origin.slots:
        keys = tuple(word.key for word in read_words(slot.text) if word.kind != "p")
        if (topical and len(keys) <= 5) or slot.entity is not None or all(word.capital or word.key in ("de", "du", "d", "la", "le", "des") for word in read_words(slot.text) if word.kind != "p"):
            continue
        if len(keys) < 4 or (len(keys) <= 7 and not read_numbers(read_words(slot.text)) and page.words and len(page.words) < 12 and not page.markers):
            continue
        for span in slot.source:
            for sentence in sentences:
                for low, high in sentence.quoted:
                    if high <= low:
                        continue
                    inside = sentence.words[low].start <= span.start and span.end <= sentence.words[high - 1].end
                    if inside and not any(added.contains(tuple(w.key for w in page.words[a:b] if w.kind != "p"), keys) for a, b in page.quoted):
                        return (Reason("citation", "Des mots cités par la source sont donnés sans guillemets.", slot.text),)
    return ()


def quote_speaker_reasons(page: Sentence, evidence: Evidence, reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """The name that speaks a quotation on the page must be the one that speaks it in the source."""
    if not page.quoted:
        return ()
    outside = [i for i in range(len(page.words)) if not any(low <= i < high for low, high in page.quoted)]
    for low, high in page.quoted:
        first = max((i + 1 for i in outside if i < low and page.words[i].text in (".", "!", "?")), default=0)
        last = min((i for i in outside if i > high and page.words[i].text in (".", "!", "?", ";")), default=len(page.words))
        spoken = [i for i in outside if first <= i < last]
        if not any(page.words[i].text == ":" or any(m.start == i and (m.verb or m.cls == "according") for m in page.markers) for i in spoken):
            continue
        ours = [page.words[i] for i in spoken if compare.is_name(page.words[i], reading, known)]
        if not ours:
            continue
        keys = tuple(word.key for word in page.words[low:high] if word.kind != "p")
        places = [index for index, quote in reading.quotes if index >= 0 and added.contains(quote, keys)]
        if not places:
            continue
        for index in places:
            source = reading.sentences[index]
            theirs = {
                word.fold for i, word in enumerate(source.words) if word.capital and word.kind == "w" and not any(a <= i < b for a, b in source.quoted)
            }
            if any(word.fold in theirs for word in ours):
                break
            speaking = {f for word in ours for f in compare.partners(reading, word.fold)}
            if theirs & speaking & reading.names:
                break
            if not (theirs & reading.names):
                near = {word.fold for s in reading.sentences[max(0, index - 4) : index + 2] for word in s.words}
                if any(word.fold in near for word in ours):
                    break
                described = {word.stem for i, word in enumerate(source.words) if known.content(word) and not any(a <= i < b for a, b in source.quoted)}
                if any(any(w.fold in {x.fold for x in s.words} for w in ours) and len(described & {x.stem for x in s.words}) >= 2 for s in reading.sentences):
                    break
        else:
            shown = " ".join(word.text for word in ours[:4])
            return (Reason("citation-autre", f"La citation n’est pas de « {shown} » dans la source.", shown),)
    return ()


def asked_of(origin: Templated, question: Passage | None) -> tuple[Reason, ...]:
    """The subject that an answer's pronoun stands for must be named in its question."""
    if origin.template.startswith("answer/objet/"):
        asks = plain(question.text) if question is not None else ""
        named = next((slot for slot in question.origin.slots if slot.name in ("sujet", "proposition")), None) if question is not None and isinstance(question.origin, Templated) else None
        if named is None or not asks.endswith("?"):
            return (Reason("attribution", "La réponse n’est faite que d’un objet ; la question doit dire qui le demande, le craint ou le dit.", asks[:60]),)
        if named.name == "proposition" and not any(a.source and b.source and abs(a.source[0].start - b.source[0].start) < 400 for a in (named,) for b in origin.slots):
            return (Reason("attribution", "La réponse n’est pas de la proposition que la question demande.", asks[:60]),)
        return ()
    subject = next((slot for slot in origin.slots if slot.name == "sujet"), None)
    if subject is None or not origin.template.startswith(("answer/pronom", "answer/oui", "answer/non", "answer/citation")):
        return ()
    if question is None or plain(subject.text).lower() not in plain(question.text).lower():
        return (Reason("anaphore", f"La question ne nomme pas « {subject.text} », que reprend le pronom de la réponse.", subject.text),)
    return ()
