"""Whether what is faithful by itself is so where it stands: by the second reader's eyes, block by block.

« l’entreprise », « la ville », « sa coureuse » mean what was named last before them. In the source that is one name, on the page it may be another: the names that stand
before in the source and before in the block are compared, and where they have nothing in common the passage does not stand there. It proposes nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.check.anaphora import _people
from seo_fr.check.compare import Reason
from seo_fr.check.reading import BODY, ArticleReading, Sentence, Word, fold, read_article, read_words
from seo_fr.model import Article, Copied, Edit, Finding, Page, Passage, Span, Templated
from seo_fr.rulebook import Rulebook

_HEADINGS = frozenset(["h2", "h3"])
_DEFINITE = frozenset(["le", "la", "l", "du", "au"])
_OWNED = frozenset(["son", "sa"])
_TELLS_WHICH = frozenset("de d du des qui que qu dont où nommé nommée appelé appelée baptisé baptisée".split())
_OF_FIRMS = frozenset("à au aux en pour contre entre".split())
_REACH = 3  # sentences
_PRINTED = frozenset(["article", "journal", "magazine"])
_NO_FIRM = frozenset(["etat", "internet", "premier", "premiere", "conseil", "assemble", "senat", "dieu", "noel"])
_YEAR = re.compile(r"[\s,]*(?:en|depuis|dès|fin|début|courant) (?:19|20)\d\d[\s,]*")


def _near_words(role: str, book: Rulebook) -> frozenset[str]:
    return frozenset(fold(str(word)) for rule in book.of_kind("standing-words") if rule.data["role"] == role for word in rule.data["words"])


@lru_cache(maxsize=4)
def fillers(book: Rulebook) -> frozenset[str]:
    """Return, folded, the words that may fall from any sentence: they add nothing to it."""
    return _near_words("filler", book)


@dataclass(frozen=True, slots=True)
class _Nouns:
    places: frozenset[str]
    firms: frozenset[str]
    wards: frozenset[str]
    events: frozenset[str]
    somebody: frozenset[str]
    countries: frozenset[str]
    offices: frozenset[str]


@lru_cache(maxsize=4)
def _nouns(book: Rulebook) -> _Nouns:
    countries = frozenset(fold(part) for rule in book.of_kind("toponyms") if rule.data["entity"] == "country" for name in rule.data["names"] for part in str(name).split())
    offices = frozenset(fold(str(word)) for rule in book.of_kind("anaphors") if rule.data["role"] in ("titles", "persons") for word in rule.data["words"])
    return _Nouns(_near_words("place-noun", book), _near_words("firm-noun", book), _near_words("ward", book), _near_words("event-noun", book), _near_words("somebody", book), countries, offices)


# --------------------------------------------------------------------------------------------------------------- one passage


def standing_reasons(passage: Passage, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why the passage means something else than its sentence: a speech cut from what it is about, a deed given to another, a heading wider than the place it is true of."""
    if passage.role in BODY or not isinstance(passage.origin, Copied | Templated):
        return ()
    spans, edits = _sources(passage.origin)
    reasons: list[Reason] = []
    for edit in edits:
        if edit.kind == "drop":
            reasons.extend(_deed_of_another(edit, article, book))
            reasons.extend(_year_lost(edit, passage, article))
    if isinstance(passage.origin, Templated):
        reasons.extend(_about_what(passage, spans, article))
    if passage.role in _HEADINGS or passage.role == "title_tag":
        reasons.extend(_opinion(passage, spans, article, book))
        reasons.extend(_place_lost(passage, spans, article, book))
    return tuple(dict.fromkeys(reasons))


def _sources(origin: Copied | Templated) -> tuple[tuple[Span, ...], tuple[Edit, ...]]:
    if isinstance(origin, Copied):
        return (origin.span,), origin.edits
    return tuple(span for slot in origin.slots for span in slot.source), tuple(edit for slot in origin.slots for edit in slot.edits)


def _deed_of_another(edit: Edit, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """« l’armée du président Paul Morel avance » is not « Paul Morel avance »."""
    before = edit.span.of(article.text)
    found = re.search(r"\w (?:du|de la|de l['’]|des) ?(?:\w+ )?(\w[\w-]*) ?$", before)
    after = article.text[edit.span.end : edit.span.end + 2]
    if found is None or not after[:1].isupper() or fold(found.group(1)) not in _nouns(book).offices:
        return ()
    return (Reason("autrui", f"Ce que fait « {before.strip()} {after}… » n’est pas ce que fait la personne.", before),)


def _year_lost(edit: Edit, passage: Passage, article: Article) -> tuple[Reason, ...]:
    """« en 2014 » falls: what is past seems of the day."""
    before = edit.span.of(article.text)
    years = re.findall(r"(?:19|20)\d\d", before)
    if _YEAR.fullmatch(before) is None or any(year in passage.text for year in years):
        return ()
    return (Reason("annee", f"La coupe « {before.strip(' ,')} » fait d’un fait ancien un fait du jour.", before),)


_LIFTED = re.compile(r"[«“\"][\s\u00a0\u202f]*(?:c['’]|ç[aà]\b|cela\b|ce n['’])", re.IGNORECASE)


def _about_what(passage: Passage, spans: tuple[Span, ...], article: Article) -> tuple[Reason, ...]:
    """« …que trop interdire, « c’est mauvais » »: the speech alone does not say what is bad."""
    if not _LIFTED.search(passage.text):
        return ()
    for span in spans:
        found = _LIFTED.search(article.text, max(0, span.start - 2), span.end)
        if found is None:
            continue
        before = article.text[max(0, found.start() - 160) : found.start()].rstrip("\u00a0\u202f ")
        clause = re.split(r"[.!?;:»](?=\s|$)", before)[-1]
        if before.endswith(",") and re.search(r"\bqu(?:e\b|['’])", clause) and re.sub(r"\s", " ", clause).strip(" ,") not in re.sub(r"\s", " ", passage.text):
            return (Reason("citation-coupee", "La citation est séparée de ce dont elle parle.", passage.text[:120]),)
    return ()


def _place_lost(passage: Passage, spans: tuple[Span, ...], article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """« Vers 18 h, à Lens, les agriculteurs ont rejoint… »: without the place all of them did."""
    if not spans:
        return ()
    sentence = next((s for s in read_article(article, book).sentences if s.paragraph >= 0 and s.span.start <= spans[0].start < s.span.end), None)
    if sentence is None:
        return ()
    text = sentence.span.of(article.text)
    opening = re.match(r"(?:[^,]{0,30}, )?(?:[Àà]|[Ee]n|[Dd]ans (?:le|la|l['’]|les)) ?([A-ZÀ-Ý][\w’'-]+)[^,]{0,40}, (?=(?:les|des agents|tous les|toutes les) \w)", text)
    if opening is None:
        return ()
    subject = re.match(r"(?:tous |toutes )?les (\w+)", text[opening.end() :])
    place = opening.group(1)
    if subject is None or fold(subject.group(1)) not in fold(passage.text) or fold(place) in fold(passage.text):
        return ()
    title = article.title.of(article.text) if article.title is not None else ""
    if fold(place) in fold(title) or sentence.index <= 1:
        return ()
    return (Reason("portee", f"« {subject.group()} »: la source ne le dit que de {place}.", passage.text),)


_VIEW = re.compile(r"(?:Pour|Selon|D['’]après|Aux yeux d\w+|De l['’]avis d\w+) (?:l[ea] |l['’]|les )?[A-ZÀ-Ý]")


def _opinion(passage: Passage, spans: tuple[Span, ...], article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """« Pour Paul Morel, l’absence de contrôle est le problème »: « L’absence de contrôle » as a heading makes it a fact."""
    judged = _near_words("judged", book)
    first = next((word for word in read_words(passage.text) if word.kind == "w" and word.key not in _DEFINITE | {"les", "un", "une", "des"}), None)
    if first is None or first.fold not in judged or re.search(r"\b(?:selon|pour|d['’]après)\b|:", passage.text, re.IGNORECASE):
        return ()
    for span in spans:
        sentence = next((s for s in read_article(article, book).sentences if s.span.start <= span.start < s.span.end), None)
        if sentence is not None and _VIEW.match(sentence.span.of(article.text)):
            return (Reason("avis", "Ce titre donne pour un fait l’avis de quelqu’un.", passage.text),)
    return ()


# ---------------------------------------------------------------------------------------------------------------- the blocks

_TO_COME = re.compile(r": (?:la suite|et maintenant|les? prochaines? étapes?|les échéances|ce qui est prévu|ce qui vient)\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?!(?:opéra|caméra|libéra|considéra|déclara)\b)\w+(?:era|eront|ira|iront|dra|dront|vra|vront|rra|rront|rait|raient)\b|\b(?:prévue?s?|attendue?s?|programmée?s?|annoncée?s?|fixée?s?|doit|doivent|va|vont|prochaine?s?|prochainement|d['’]ici|demain|à venir|envisagée?s?|compte|comptent|reste|restent)\b", re.IGNORECASE)
_OPPOSED = re.compile(r": les (?:points de désaccord|désaccords|versions)\b", re.IGNORECASE)
_OPPOSES = re.compile(r"\b(?:mais|contest\w+|dément\w*|nie|nient|refus\w+|rejet\w+|s['’]oppos\w+|contre|tandis|alors que|au contraire|pas d['’]accord|désaccord|dénonc\w+|critiqu\w+|accus\w+|reproch\w+|estim\w+)\b", re.IGNORECASE)
_SPOKEN = re.compile(r"^(.+?)\s?: (?:les déclarations|les propos|ce qu(?:’il|’elle|'il|'elle) a dit)", re.IGNORECASE)


def _label_of_all(heading: Passage, passages: tuple[Passage, ...]) -> list[Finding]:
    """A label that is not true of what stands under it: nothing to come under « la suite », nobody against anybody under « les points de désaccord », no word of hers under « Anne Morel : les déclarations »."""
    if not passages:
        return []
    texts = [re.sub(r"[\u00a0\u202f]", " ", passage.text) for passage in passages]
    title = re.sub(r"[\u00a0\u202f]", " ", heading.text)
    wrong = _TO_COME.search(title) is not None and any(_FUTURE.search(text) is None for text in texts)
    wrong = wrong or _OPPOSED.search(title) is not None and not any(_OPPOSES.search(text) for text in texts)
    spoken = _SPOKEN.match(title)
    if spoken is not None:
        names = spoken.group(1).split()
        if len(names) > 1 and all(name[:1].isupper() for name in names):
            last = re.escape(names[-1])
            said = rf"^[^:,«]{{0,40}}{last}|\b(?:selon|d['’]après|pour|de|par)\b[^.«»]{{0,60}}{last}|[»,] [^«»]{{0,40}}{last}[^«»]*$"
            wrong = wrong or not any(re.search(said, text, re.IGNORECASE) for text in texts)
    return [Finding("fidelite-etiquette", "error", heading.id, "Ce titre n’est pas vrai de tout ce qui se trouve dessous.", heading.text)] if wrong else []


def standing_findings(page: Page, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    """Return the passages where a definite noun or a possessive would be read of another than in the source, each an error at the passage's id."""
    nouns, reading = _nouns(book), read_article(article, book)
    first = next((s for s in reading.sentences if s.paragraph >= 0), None)
    affair = " ".join([page.h1.text, page.title_tag.text, article.title.of(article.text) if article.title is not None else "", first.span.of(article.text) if first is not None else ""])
    found: list[Finding] = []
    found.extend(_misread(page.description, [], affair, article, reading, nouns, book))
    for block in page.blocks:
        if block.kind == "glossary":
            continue
        before: list[str] = []
        if block.heading is not None:
            found.extend(_label_of_all(block.heading, tuple(passage for passage in block.passages if passage.role not in BODY)))
            found.extend(_misread(block.heading, [], affair, article, reading, nouns, book))
            before.append(block.heading.text)
        for passage in block.passages:
            if passage.role not in BODY:
                found.extend(_misread(passage, before, affair, article, reading, nouns, book))
            before.append(passage.text)
    return tuple(found)


def _misread(passage: Passage, before: list[str], affair: str, article: Article, reading: ArticleReading, nouns: _Nouns, book: Rulebook) -> list[Finding]:
    if not isinstance(passage.origin, Copied | Templated):
        return []
    spans, edits = _sources(passage.origin)
    if passage.role not in _HEADINGS and (abroad := _abroad(passage, spans, before, affair, reading, nouns)) is not None:
        return [Finding("fidelite-renvoi", "error", passage.id, f"La source le dit de « {abroad.text} », que ce bloc n’a pas nommé avant.", passage.text[:200], abroad.text)]
    gone = [edit.span for edit in edits if edit.kind in ("drop", "reference")]
    for span in spans:
        for sentence in reading.sentences_of(span):
            words = sentence.words
            for at in range(len(words) - 1):
                noun = words[at + 1]
                if words[at].start < span.start or noun.end > span.end or any(low <= at < high for low, high in sentence.quoted) or any(drop.start < noun.end and words[at].start < drop.end for drop in gone):
                    continue
                if words[at].key in _DEFINITE and noun.fold in nouns.places | nouns.firms and not _told_which(words, at + 1, noun.fold in nouns.firms):
                    if not _meant(passage, before, affair, sentence, at, span, article, reading, nouns, book):
                        return [_finding(passage, words[at], noun)]
                if words[at].key in ("le", "la", "l", "les") and noun.fold in nouns.events and not _told_which(words, at + 1):
                    if not _that_event(before, affair, sentence, at, article, reading, nouns, book):
                        return [_finding(passage, words[at], noun)]
                if words[at].key in ("le", "la", "l") and noun.fold in nouns.somebody and not _told_which(words, at + 1):
                    if not _introduced(passage, before, affair, sentence, at, span, reading):
                        return [_finding(passage, words[at], noun)]
                if words[at].key in _OWNED and noun.fold in nouns.wards and not _told_which(words, at + 1):
                    if not _hers(before, affair, sentence, article, book, reading):
                        return [_finding(passage, words[at], noun)]
    return []


def _finding(passage: Passage, determiner: Word, noun: Word) -> Finding:
    shown = f"{determiner.text}{'' if determiner.text[-1:] in '’' + chr(39) else ' '}{noun.text}"
    return Finding("fidelite-renvoi", "error", passage.id, f"« {shown} » désigne dans la source ce que ce bloc n’a pas nommé avant.", passage.text[:200], shown)


def _abroad(passage: Passage, spans: tuple[Span, ...], before: list[str], affair: str, reading: ArticleReading, nouns: _Nouns) -> Word | None:
    """The country that the paragraph was telling of when it came to this sentence, which names no place: « On déplore des arbres couchés », in England."""
    told = {word.fold for text in (*before, affair, passage.text) for word in read_words(text)}
    if any(word.capital and not word.initial and word.kind == "w" for word in read_words(passage.text)):
        return None
    sentence = next((s for span in spans for s in reading.sentences if s.paragraph >= 0 and s.span.start <= span.start < s.span.end), None)
    if sentence is None or sentence.quoted:
        return None
    for other in reversed(reading.sentences[: sentence.index]):
        if other.paragraph != sentence.paragraph or sentence.index - other.index > _REACH:
            return None
        named = [(i, word) for i, word in enumerate(other.words) if i and word.capital and word.fold in nouns.countries and len(word.fold) > 3]
        placed = [word for i, word in named if other.words[i - 1].key in ("au", "en", "aux") and (i == 1 or any(w.key == "où" for w in other.words[i + 1 : i + 3])) or other.words[i - 1].key in ("le", "la", "l") and re.search(r"(?:touch|frapp|travers|gagn|atteint)", " ".join(w.key for w in other.words[max(0, i - 5) : i]))]
        if placed:
            return None if any(word.fold in told for word in placed) else placed[-1]
        if any(word.fold in told for _, word in named):
            return None
    return None


def _told_which(words: tuple[Word, ...], at: int, firm: bool = False) -> bool:
    """« la ville de Lens », « l’entreprise Alpha », « le club nordiste », « l’article 49 »."""
    if at + 1 >= len(words):
        return False
    after = words[at + 1]
    if after.kind == "n" or after.key in _TELLS_WHICH or after.key in _OF_FIRMS and firm or after.capital:
        return True
    if after.kind == "p":
        return after.text in ("(", "«", "“") or after.text == "," and at + 2 < len(words) and words[at + 2].capital
    return re.search(r"(?:ais|aise|ois|oise|ien|ienne|ain|aine|al|ale|ique|iste|if|ive|el|elle|aire|eux|euse|ier|ière|é|ée|é|in|ine|ot|ote|nt|nte|bre|ste)$", after.key) is not None and not re.search(r"(?:ement|ent|nt)$", after.key) and after.key not in ("est", "doit", "dont", "ainsi", "enfin", "a", "était", "avait")


def _names(words: tuple[Word, ...], reading: ArticleReading) -> list[Word]:
    return [word for word in words if word.kind == "w" and word.capital and len(word.text) > 1 and (not word.initial or word.fold in reading.names) and word.key not in ("m", "mme", "le", "la", "les")]


def _candidates(sentence: Sentence, stop: int, noun: str, article: Article, reading: ArticleReading, nouns: _Nouns, book: Rulebook) -> set[str]:
    """What the noun may mean in this sentence: the names that are neither persons nor, of a town, acronyms or countries."""
    people = [Span(start, start + len(name)) for (start, name), _ in _people(article, book)]
    lasts = {fold(part) for span in people for part in span.of(article.text).split()}
    made: set[str] = set()
    for word in _names(tuple(word for word in sentence.words if word.end <= stop), reading):
        if any(span.start <= word.start < span.end for span in people) or word.fold in lasts or word.fold in nouns.countries:
            continue
        if noun in nouns.places and word.text.isupper() or word.fold in _NO_FIRM:
            continue
        made.add(word.fold)
    return made


def _meant(passage: Passage, before: list[str], affair: str, sentence: Sentence, at: int, span: Span, article: Article, reading: ArticleReading, nouns: _Nouns, book: Rulebook) -> bool:
    noun = sentence.words[at + 1]
    earlier = [word for word in sentence.words[:at] if word.start >= span.start]
    if any(word.fold == noun.fold for word in earlier):
        return True
    if _of_the_affair(noun, affair, article, reading, nouns):
        return True
    own = _candidates(sentence, noun.start, noun.fold, article, reading, nouns, book)
    if own and own & {word.fold for word in read_words(passage.text)}:
        return True
    wanted: set[str] = set()
    common = False
    for other in reversed(reading.sentences[: sentence.index]):
        if sentence.index - other.index > _REACH or other.paragraph < 0:
            break
        if any(word.fold == noun.fold for word in other.words):
            common = True
        wanted |= _candidates(other, other.span.end, noun.fold, article, reading, nouns, book)
        if wanted or common:
            break
    if not wanted and not common and noun.fold not in _PRINTED:
        return True  # who knows
    near = [*before[-2:], *(before[:1] if before else [])]
    said = {word.fold for text in (*near, passage.text[: passage.text.find(noun.text)]) for word in read_words(text)}
    told = said | {word.fold for word in read_words(affair)}
    return bool(wanted & told) or common and noun.fold in told


def _that_event(before: list[str], affair: str, sentence: Sentence, at: int, article: Article, reading: ArticleReading, nouns: _Nouns, book: Rulebook) -> bool:
    """Whether « les victimes » are those of the place that the block told of: its paragraph, in the source, names another place before."""
    noun = sentence.words[at + 1]
    places: set[str] = set()
    for other in reading.sentences:
        if other.paragraph != sentence.paragraph or other.index > sentence.index:
            continue
        stop = noun.start if other.index == sentence.index else other.span.end
        named = _candidates(other, stop, next(iter(sorted(nouns.places)), ""), article, reading, nouns, book)
        places |= {word.fold for i, word in enumerate(other.words) if i and word.fold in named and word.end <= stop and other.words[i - 1].key in ("à", "de", "d", "en", "dans", "du")}
    if not places:
        return True
    told = {word.fold for text in (*before, affair) for word in read_words(text)}
    return bool(places & told)


def _introduced(passage: Passage, before: list[str], affair: str, sentence: Sentence, at: int, span: Span, reading: ArticleReading) -> bool:
    """Whether « le chauffeur » was told of in the block (or is of the affair) where the source says « un chauffeur » before."""
    noun = sentence.words[at + 1]
    if any(word.fold == noun.fold for word in sentence.words[:at] if word.start >= span.start):
        return True
    told = {word.fold for text in (*before, affair, passage.text[: passage.text.find(noun.text)]) for word in read_words(text)}
    if noun.fold in told:
        return True
    for other in reading.sentences:
        if other.index >= sentence.index or other.paragraph < 0:
            continue
        for i, word in enumerate(other.words):
            if word.fold == noun.fold and i and (other.words[i - 1].key in ("un", "une") or i > 1 and other.words[i - 2].key in ("un", "une")):
                return False
    return True


def _of_the_affair(noun: Word, affair: str, article: Article, reading: ArticleReading, nouns: _Nouns) -> bool:
    """Whether the article is about one: « L’association Alpha » where its title names Alpha, or a firm that it speaks of again and again."""
    told = {word.fold for word in _names(read_words(affair), reading)} - nouns.countries
    count = 0
    for sentence in reading.sentences:
        words = sentence.words
        for at, word in enumerate(words):
            if word.fold != noun.fold:
                continue
            count += 1
            if any(other.capital and other.fold in told for other in words[at + 1 : at + 5]):
                return True
            if at > 2 and words[at - 1].key in ("le", "la", "l", "un", "une") and words[at - 2].text == "," and words[at - 3].fold in told:
                return True
    return noun.fold in nouns.firms and noun.fold not in _PRINTED and count >= 3


def _hers(before: list[str], affair: str, sentence: Sentence, article: Article, book: Rulebook, reading: ArticleReading) -> bool:
    """Whether the person last named before is the same in the source and in the block."""
    surnames = {fold(name.split()[-1]) for (_, name), _ in _people(article, book)}
    wanted: set[str] = set()
    for other in reversed(reading.sentences[: sentence.index]):
        if sentence.index - other.index > _REACH or other.paragraph < 0:
            break
        wanted = {word.fold for word in _names(other.words, reading) if word.fold in surnames}
        if wanted:
            break
    if not wanted:
        return True
    for text in reversed(before):
        named = {word.fold for word in read_words(text)} & surnames
        if named:
            return bool(named & wanted)
    return bool({word.fold for word in read_words(affair)} & wanted)
