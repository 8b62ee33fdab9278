"""What a line of the page leans on and no line above it says: « l’objet », « le chantier », « Tim Reed le rejoint », « alors », « rejette ces accusations ».

The second reader's view, line by line: above a line stand the headline, the introduction, and the lines of its own block. Over the description stands the title alone. It proposes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.check.reading import BODY, ArticleReading, Sentence, Word, fold, read_article, read_words, stem
from seo_fr.french.words import low as lowered
from seo_fr.model import Article, Copied, Edit, Finding, Page, Passage, Span, Templated
from seo_fr.rulebook import Rulebook

_DEFINITE = frozenset(["le", "la", "l", "du", "au"])
_ANY_DEFINITE = _DEFINITE | {"les", "des", "aux"}
_WHICH = frozenset("de d du des qui que qu dont où à au aux en sur contre entre pour par nommé nommée appelé appelée baptisé baptisée".split())
#: « un jour… le jour », « une fois… la fois »: each is its own.
_OWN = frozenset(
    fold(word)
    for word in "jour soir matin nuit midi semaine mois an année fois fin début suite cause place part tour titre cas nom nombre public temps compte cours sein point vue lieu travers droit pouvoir monde pays état gouvernement"
    " police justice presse ville région population société loi terre mer ciel air soleil guerre paix vie mort feu eau santé sécurité école sol tout reste plupart moment moins plus tête main pied coeur corps parole bord fond"
    " deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième première seconde dernière moitié quart tiers dizaine douzaine vingtaine centaine millier"
    " parcours groupe peloton arrivée départ équipage victoire défaite succès échec course saison équipe jeune jeunes ancien ancienne nouveau nouvelle petit petite grand grande vieux vieille"
    " long large niveau sud nord est ouest centre côté peu bien mal mieux pire besoin fait accord sujet problème situation question chef président premier second dernier autre même million milliard pluie vent neige siècle"
    " deux trois quatre cinq six sept huit neuf dix onze douze vingt plusieurs football rugby cinéma théâtre maire ministre parlement sénat assemblée tribunal parquet préfecture mairie hôpital commune département".split()
)
_CLITIC = re.compile(r"^[A-ZÀ-Ý][\w’'-]+(?: (?:de |du |d['’]|van |von |Al |el )?[A-ZÀ-Ý][\w’'-]+){1,3} (?:ne |n['’])?(?:le|la|les|lui|leur) (?!plus\b|moins\b|\d)([a-zà-ÿ]+)")
_AUX_CLITIC = re.compile(r"^[^,:;«»]{3,60}? (?:(?:le|la|les|lui|leur) (?:a|ont|avait|avaient|aura|auront)\b|l['’](?:a|ont|avait|avaient|aura) (?!emport|échapp|ignor))")
_DENIES = re.compile(
    r"\b(?:rejett\w+|rejet(?:te|é|ée|és)|réfut\w+|dément\w*|nie|nient|a nié|ont nié|contest\w+|récus\w+|balay\w+|répond\w*|répliqu\w+|se défend\w* d|dénonc\w+)\b(?: \w+ment| en bloc| aussi)? ?(?:à |de |contre )?(?:ces|cette|ce|cet|les|la|l') ?"
)
_ACCUSES = re.compile(r"accus|reproch|soupçonn|critiqu|allég|mis en cause|impute|affirm|dénonc|suspect|selon|rumeur")
#: « ces deux attentats », « cette nouvelle équipe », « cette équipe en reconstruction »: the noun is further, or said enough.
_OF_WHICH = re.compile(r"[ \u00a0](?:en [a-zà-ÿ]+(?:tion|ment)\b|qui |qu[e'’]|[A-ZÀ-Ý«])")
_THEN = re.compile(r"(?<!jusqu')(?<!jusqu’)\balors\b(?! qu[e'’]| même)")
_DATED = re.compile(r"\b(?:si|s'|quand|lorsqu|en (?:19|20)\d\d|depuis|après|avant|lors d|pendant|où|au moment)\b|\b(?:19|20)\d\d\b")


@lru_cache(maxsize=4)
def _scenes(book: Rulebook) -> dict[str, frozenset[str]]:
    """Return for each noun of a scene the stems of the words that would tell which it is."""
    made: dict[str, frozenset[str]] = {}
    for rule in book.of_kind("standing-words"):
        if rule.data["role"] == "scene-noun":
            group = frozenset(_stem(str(word)) for word in rule.data["words"])
            made |= {fold(str(word)): group for word in rule.data["words"]}
    return made


@lru_cache(maxsize=4)
def _kin(book: Rulebook) -> dict[str, frozenset[str]]:
    """Return for each noun the stems of the words that would have told of the same thing: « rassemblement » for « manifestation »."""
    made: dict[str, frozenset[str]] = {}
    for rule in book.of_kind("standing-words"):
        if rule.data["role"] in ("scene-noun", "same-thing", "same-event"):
            group = frozenset(_stem(str(word)) for word in rule.data["words"])
            made |= {fold(str(word)): made.get(fold(str(word)), frozenset()) | group for word in rule.data["words"]}
    return made


@lru_cache(maxsize=4)
def _disputed(book: Rulebook) -> re.Pattern[str]:
    words = sorted(
        (lowered(str(word)) for rule in book.of_kind("standing-words") if rule.data["role"] == "disputed" for word in rule.data["words"]), key=lambda word: (-len(word), word)
    )
    return re.compile(rf"(?:{'|'.join(re.escape(word) for word in words) or '(?!)'})\b(?! (?:de|d'|du|des|selon|portée?s?|formulée?s?|lancée?s?|émises?|qui|que|sur)\b)")


def _stem(word: str) -> str:
    return stem(word.lower())[:6]


def dangling_findings(page: Page, article: Article, book: Rulebook) -> tuple[Finding, ...]:
    """Return the lines that lean on what no line above them says, each an error at the passage's id."""
    reading = read_article(article, book)
    found: list[Finding] = []
    head = [page.title_tag, page.h1]
    found.extend(_of_line(page.description, head, reading, article, book))
    opening = [passage for block in page.blocks if block.kind == "introduction" for passage in block.passages]
    for block in page.blocks:
        if block.kind == "glossary":
            continue
        above = [page.h1, *([] if block.kind == "introduction" else opening)]
        if block.kind != "section" and block.heading is not None:
            above.append(block.heading)
        if block.kind == "section" and block.heading is not None and _LETTERED.search(block.heading.text):
            found.append(Finding("fidelite-titre-etroit", "error", block.heading.id, "Ce titre tient à un détail de sa section.", block.heading.text))
        for passage in block.passages:
            if passage.role not in BODY and block.kind != "section":
                found.extend(_of_line(passage, above, reading, article, book))
            above.append(passage)
    return tuple(found)


#: « L’individu A s’absente de la pièce »: a gesture of a test, no subject of a section.
_LETTERED = re.compile(r"\b[Ll]?['’]?(?:individu|sujet|personne|participant|patient) [A-Z]\b(?!['’.])")


#: « selon sa directrice, Anne Morel »: whose?
_OWNED = re.compile(r"(?<![\w'-])(?:selon|d'après|déclaré|expliqué|affirmé|indiqué|estimé|assuré|souligné|ajouté|précisé|confié|regretté|annoncé|réagi|résum\w+) ((?:son|sa|leur) [\w-]+), \w")


def _of_line(passage: Passage, above: list[Passage], reading: ArticleReading, article: Article, book: Rulebook) -> list[Finding]:
    if not isinstance(passage.origin, Copied | Templated) or passage.role == "question":
        return []
    spans, edits = _sources(passage)
    sentences = [s for span in spans for s in reading.sentences if s.paragraph >= 0 and s.span.overlaps(span)]
    if not sentences:
        return []
    first = sentences[0]
    told = {_stem(word.key) for line in above for word in read_words(line.text) if word.kind == "w"}
    follows = any(
        span.overlaps(other.span)
        for line in above
        for span in _sources(line)[0]
        for other in reading.sentences
        if other.paragraph == first.paragraph and other.index == first.index - 1
    )
    owned = None if follows else _OWNED.search(lowered(passage.text))
    if owned is not None and not re.search(r"(?<=[\w,;:«] )[A-ZÀ-Ý][\w’'-]+", passage.text[: owned.start()]):
        return [Finding("fidelite-appui", "error", passage.id, f"« {owned.group(1)} » : de qui ? Aucun nom ne le dit dans cette ligne.", passage.text[:200], owned.group(1))]
    meant = "" if follows else _unmet(first, edits, told, reading)
    what = meant or _unsaid(passage, spans, edits, told, follows, reading, article, book) or ("" if follows else _leans(passage, first, above, told, book))
    if not what:
        return []
    return [Finding("fidelite-appui", "error", passage.id, f"« {what} » s’appuie sur ce qu’aucune ligne au-dessus ne dit.", passage.text[:200], what)]


def _sources(passage: Passage) -> tuple[tuple[Span, ...], tuple[Edit, ...]]:
    origin = passage.origin
    if isinstance(origin, Copied):
        return (origin.span,), origin.edits
    if isinstance(origin, Templated):
        return tuple(span for slot in origin.slots for span in slot.source), tuple(edit for slot in origin.slots for edit in slot.edits)
    return (), ()


def _unsaid(passage: Passage, spans: tuple[Span, ...], edits: tuple[Edit, ...], told: set[str], follows: bool, reading: ArticleReading, article: Article, book: Rulebook) -> str:
    """Return the definite noun whose thing the source tells before, and no line above."""
    scenes, kin = _scenes(book), _kin(book)
    gone = [edit.span for edit in edits if edit.kind in ("drop", "reference") and edit.rule != "demonstratif-en-defini"]
    made_definite = {edit.span.start for edit in edits if edit.rule == "demonstratif-en-defini"}
    here: set[str] = set()
    for span in spans:
        for sentence in reading.sentences_of(span):
            words = sentence.words
            for at, word in enumerate(words):
                if word.start < span.start or word.end > span.end or any(drop.start < word.end and word.start < drop.end for drop in gone):
                    continue
                noun = words[at + 1] if at + 1 < len(words) and words[at + 1].end <= span.end else None
                if noun is not None and noun.kind == "w" and not noun.capital and _stem(noun.key) not in told | here:
                    which = _told_which(words, at + 1)
                    quoted = any(low <= at < high for low, high in sentence.quoted)
                    named = not _is_own(noun) and _OF_WHICH.match(article.text[noun.end :]) is None and not kin.get(noun.fold, frozenset()) & (told | here)
                    if word.start in made_definite and named and not follows and not _first_told(noun.key, sentence, reading):
                        return f"{article.text[word.start : noun.end]}"
                    if word.key in _DEFINITE and not which and noun.fold in scenes and not scenes[noun.fold] & (told | here) and _told_before(scenes[noun.fold], sentence, reading):
                        return article.text[word.start : noun.end]
                    if (
                        word.key in _DEFINITE
                        and not which
                        and not quoted
                        and not _is_own(noun)
                        and not follows
                        and not kin.get(noun.fold, frozenset()) & (told | here)
                        and _as_one(noun.key, sentence, reading)
                    ):
                        return article.text[word.start : noun.end]
                here.add(_stem(word.key))
    return ""


def _unmet(sentence: Sentence, edits: tuple[Edit, ...], told: set[str], reading: ArticleReading) -> str:
    """Return the noun that stands in the place of a pronoun or a possessive (« l’oncle de l’enfant » for « son oncle ») and that no line above has brought in, as the source did."""
    for edit in edits:
        words = read_words(edit.after) if edit.kind == "reference" else ()
        for word, noun in zip(words, words[1:], strict=False):
            if word.key in _DEFINITE and noun.kind == "w" and not noun.capital and not _is_own(noun) and _stem(noun.key) not in told and _as_one(noun.key, sentence, reading):
                return f"{word.text}{'' if word.text[-1] in '’' + chr(39) else ' '}{noun.text}"
    return ""


def _is_own(noun: Word) -> bool:
    return noun.fold in _OWN or noun.fold.rstrip("s").removesuffix("e") in _OWN or noun.fold.rstrip("s") in _OWN


def _told_which(words: tuple[object, ...], at: int) -> bool:
    from seo_fr.check.standing import _told_which as told_which

    after = words[at + 1] if at + 1 < len(words) else None
    return after is not None and getattr(after, "key", "") in _WHICH or told_which(words, at)  # type: ignore[arg-type]


def _first_told(noun: str, sentence: Sentence, reading: ArticleReading) -> bool:
    """Whether the thing is of the headline or the first sentence: the affair itself."""
    first = next((s.index for s in reading.sentences if s.paragraph >= 0), 0)
    return any(_stem(word.key) == _stem(noun) for other in reading.sentences if other.index <= first and other.index < sentence.index for word in other.words)


def _told_before(group: frozenset[str], sentence: Sentence, reading: ArticleReading) -> bool:
    return any(_stem(word.key) in group for other in reading.sentences if other.index < sentence.index for word in other.words)


def _as_one(noun: str, sentence: Sentence, reading: ArticleReading) -> bool:
    """Whether the source brings it in before as « un objet », and nowhere as one that everybody knows."""
    brought = False
    for other in reading.sentences:
        if other.index >= sentence.index:
            break
        for at, word in enumerate(other.words):
            if word.key == noun and at:
                before = other.words[at - 1].key
                if (
                    before in ("un", "une")
                    or at > 1
                    and other.words[at - 2].key in ("un", "une")
                    and other.words[at - 1].kind == "w"
                    and before not in _ANY_DEFINITE
                    and before not in ("de", "d")
                ):
                    brought = True
                elif not brought and before in _DEFINITE:
                    return False
    return brought


def _leans(passage: Passage, sentence: Sentence, above: list[Passage], told: set[str], book: Rulebook) -> str:
    """Return the pronoun, the « alors » or the denial that leans on the sentence before, which the line above is not."""
    bare = re.sub(r"«[^»]*»?", "«»", passage.text)
    if (found := _CLITIC.match(bare)) is not None and _is_verb(found.group(1)) or (found := _AUX_CLITIC.match(bare)) is not None and not _has_before(found.group()):
        return found.group()[-40:]
    flat = lowered(bare)
    found = _THEN.search(flat)
    if found is not None and _DATED.search(flat[: found.start()]) is None and _DATED.search(flat[found.end() : found.end() + 30]) is None and "," not in flat[: found.start()]:
        return "alors"
    found = _DENIES.search(flat)
    if (
        found is not None
        and (what := _disputed(book).match(flat, found.end())) is not None
        and not any(_ACCUSES.search(lowered(line.text)) for line in above)
        and _ACCUSES.search(flat[: found.start()]) is None
    ):
        return what.group()
    return ""


def _is_verb(word: str) -> bool:
    return re.search(r"(?:e|t|d|a|ent|ont|ait|aient)$", word) is not None and re.search(r"(?:tion|té|eur|ment|isme|age|ance|ence|ure|ière|rice)$", word) is None


def _has_before(words: str) -> bool:
    """« Quand le maire est arrivé la foule l’a hué »: a noun besides the subject that the pronoun may stand for."""
    return re.search(r"\b(?:qu[ei]|quand|lorsque|dont|où|et|si)\b|[«»]", words) is not None
