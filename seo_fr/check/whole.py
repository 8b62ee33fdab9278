"""What a cut takes from the sense of what it leaves: to whom it was given, of what, beside what else, when, between which places, who says so.

The second reader's view, word by word, of each passage beside the sentence it was taken from: what fell inside it, and what stood behind it. It proposes nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.check.anaphora import _people
from seo_fr.check.compare import Reason
from seo_fr.check.reading import BODY, fold, read_article
from seo_fr.french.words import low as lowered
from seo_fr.model import Article, Copied, Edit, Passage, Span, Templated
from seo_fr.rulebook import Rulebook

MOST_TITLE = 60
#: Slots that hold a sentence, and not a noun or a figure.
_TELLING_SLOTS = frozenset(["proposition", "suite", "phrase", "fait"])
#: What these take away was weighed word by word where they were made.
_WEIGHED = frozenset(
    [
        "connecteur-initial",
        "annonce-initiale",
        "cheville",
        "fabrication-de-titre",
        "titre-court",
        "nom-de-titre",
        "fonction-de-titre",
        "infinitif-sans-de",
        "passif-sans-auxiliaire",
        "apposition-sans-article",
        "article-de-titre",
        "phrase-de-citation",
    ]
)
_RECIPIENT = re.compile(
    r"[\s,]*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier)\s+)?(?:à la\b|à l'|à\b|aux?\b)(?!\s?(?:\d+|midi|minuit|peine|nouveau|jamais|bord|cause|titre|moins|l'(?:issue|occasion|époque|unanimité|aube)|(?:la )?(?:suite|fin|demande|veille|mi-)|partir|cours|terme|prix|total|moment|lendemain|sein)\b)"
)
_TO_DO = re.compile(r"\s*à (?:ne pas )?(?:s'|se |l'|le |la |les |y |en )?\w+(?:er|ir|re|oir)\b")
_ALSO = re.compile(
    r"(?:\s*,(?! (?:qui|que|dont|où|mais|et|car|puis)\b)[^,;:]{0,80}(?=, (?:ainsi|de même) qu))?[\s,]*(?:ainsi qu(?:e\b|')|de même qu(?:e\b|')|et (?:à|au|aux|de|d'|par|contre|envers) ?)"
)
_OF_WHAT = re.compile(
    r"\s+(?:en (?:matière|termes|faveur) d|à l'(?:égard|encontre) d|vis-à-vis d|envers |au sujet d|(?:de la\b|de l'|de\b|d'|des\b|du\b)(?! ?(?:\d+|(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)[\w-]* (?:mètres?|kilomètres?|centimètres?|ans?|mois|jours?|heures?|minutes?|tonnes?|kilos?|litres?|pages?|places?|étages?|hectares?|euros?)|(?:ce|cette|cet|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|nouveau|plus|même|hier|demain|matin|soir|la (?:semaine|journée|soirée)|l'an(?:née)?|fin|façon|manière)\b)))"
)
_THEN = re.compile(r"[\s,]*(?:alors|à ce moment(?:-là)?|à cette (?:date|époque|occasion)|ce jour-là|cette (?:année|fois)-là|à l'époque|d'ici là)[\s,]*")
_SAYS = re.compile(
    r"[\s,–—-]*(?:(?:[ao](?:nt)?|avai(?:t|ent))[- ](?:t-)?(?:il|elle|ils|elles|on)[- ]\w+|\w+(?:e|t|d|nt|a)-(?:t-)?(?:il|elle|ils|elles|on)\b|selon\b|d'après\b|aux? dires? d|de l'avis d|à (?:l'|en )croire)"
)
_IF_ONLY = re.compile(r"[\s,]*(?:en cas d|si |s'il|(?:au|lors du|pour le) (?:premier|second|deuxième|troisième) tour|à condition|sous réserve|à défaut d|faute d|seul )")
_BETWEEN = re.compile(r"\b[Ee]ntre (?:l[ea] |les |l['’])?([A-ZÀ-Ý][\w’'-]+)[\w’' -]{0,30}? et (?:l[ea] |les |l['’])?([A-ZÀ-Ý][\w’'-]+)")
_COUNTRY_LEFT = re.compile(
    r"\b(?:le|du|au|ce) (?:pays|président|gouvernement|régime|parlement|premier ministre|roi|sénat)\b|\bl'(?:opposition|armée|état|exécutif)\b|\bla (?:capitale|junte|nation|population|constitution)\b"
)
_COUNTRY_KEPT = re.compile(
    r"\b(?:l'(?:opposition|armée|état|exécutif)|la (?:capitale|junte|nation|population|constitution)) (?:d'|du |de |des |\w+(?:ienne|aise|oise|aine|ole|ande|ite|que|arde|sse|ne)\b)|\b(?:le|du|au|ce) (?:pays|président|gouvernement|régime|parlement|premier ministre|roi|sénat) (?:d'|du |de |des |\w+(?:ien|ais|ois|ain|ol|and|and|ite|que|rd|sse|ne)\b)"
)
_HEADED = re.compile(r"\s*([A-ZÀ-Ý][\w’' -]{2,30}?)[\s\u00a0\u202f]*:[\s\u00a0\u202f]*(?:[Ll][ea]s?\s|[Ll]['’]|[Uu]ne?\s|[Dd]es\s)?$")


#: « attribué à Anne Morel[ pour Les Eaux], un roman… »: Anne Morel is no novel.
_HOLDS_APPOSITION = re.compile(r"\s(?:pour|de|d'|du|des|à|au|aux|avec|par|contre|dans|sur|chez)\b")
_DAY_WORD = re.compile(r"\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|heures?|\d{1,2} \w+|(?:19|20)\d\d|soir|matin|nuit)\b")
_WHEN = "le moment que dit la phrase d’avant"
_GOES_ON = re.compile(r"\b(?:a|ont|est|sont|\w+r(?:a|ont))\s*$")
_IN_CASE = re.compile(r"\b(?:si|s'il|en cas d\w*|(?:premier|second|deuxième) tour|hypothèse|sondages?|\w+rai(?:t|ent))\b")
_TO_WHOM = "celui à qui l’on donne"
_DETERMINED = r"(?:l[ea]s?|l'|une?|des|son|sa|ses|leurs?)(?: ?(?!semaine|mois|an\b|année|jour|soir|matin|nuit|veille|lendemain|week-end|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|plus|moins|\d)\w)"
#: « conforte[ sa place] »: what a verb acts on follows it without a comma; « ont rejeté mercredi, par 118 voix contre 112[, le projet] » has it behind its adjuncts.
_OBJECT = re.compile(rf" {_DETERMINED}")
_OBJECT_BEHIND = re.compile(rf", {_DETERMINED}")
_ONLY_ADJUNCTS = re.compile(r"\b(?:a|ont|avait|avaient|aura|auront) (?:\w+ )?\w+(?:é|i|u|is|it)(?: (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier))?, (?:par|à|en|dans|lors|au|avec|après|sans) [^,]{3,60}$")
#: « sous l'égide de la métropole, qui finance » cut before « le réseau »: half of a relative.
_RELATIVE_CUT = re.compile(r"(?:^|[\s,])(?:qui|que|qu'|dont|où) ?\w[^,]*$")
#: « , une opération » that lost « qui doit… ».
_BARE_APPOSITION = re.compile(r", une? [\w-]+\.?$")
_GOES_ON_OF = re.compile(r"\s(?:qui|que|qu'|dont|où|visant|destinée?s?|permettant)\b")
_PROVISIONAL = re.compile(r"(?:selon|d'après) (?:un |le )(?:(?:premier|nouveau|dernier|second) )?bilan\b")
_TOLL = re.compile(r"\b(?:morts?|mortes?|tuée?s?|blessée?s?|victimes?|disparue?s?|décès|sinistrée?s?|évacuée?s?|décédée?s?|dégâts|rescapée?s?)\b")
_BARE_TEXT = re.compile(r"\bune? (?:projet|proposition|texte|accord|plan|rapport|opération|amendement|décret|programme|motion|pacte|traité)$")


def _role(book: Rulebook, role: str) -> tuple[str, ...]:
    return tuple(lowered(str(word)) for rule in book.of_kind("standing-words") if rule.data["role"] == role for word in rule.data["words"])


@lru_cache(maxsize=4)
def _verbs(book: Rulebook) -> tuple[re.Pattern[str], re.Pattern[str]]:
    made = []
    for role in ("giving", "leading-to"):
        words = sorted(_role(book, role), key=lambda word: (-len(word), word))
        made.append(re.compile(rf"(?<![\w-])(?:{'|'.join(re.escape(word) for word in words) or '(?!)'})(?:e|s|es)?(?![\w-])"))
    return made[0], made[1]


def cut_reasons(passage: Passage, article: Article, book: Rulebook) -> tuple[Reason, ...]:
    """Return why the passage, by what it leaves out of its sentence, says another thing than it."""
    if passage.role in BODY or passage.role in ("slug", "question"):
        return ()
    made: list[Reason] = []
    for span, edits in _pieces(passage.origin):
        made.extend(_of_piece(span, edits, passage, article, book))
        made.extend(_broken(span, edits, passage, article, book))
    if passage.role in ("title_tag", "h1"):
        made.extend(_country_lost(passage, article, book))
    if passage.role in ("h2", "h3", "title_tag"):
        made.extend(_noun_cut(passage, article))
    return tuple(dict.fromkeys(made))


_NAMED_BY_ITSELF = re.compile(r"(?<!\w)(?:(?:article|alinéa|ligne|chapitre|résolution|décret) \d+(?:[.-]\d+)?|(?:sa|son) (?:démission|candidature|retrait|départ|retraite|victoire))$")


def _broken(span: Span, edits: tuple[Edit, ...], passage: Passage, article: Article, book: Rulebook) -> list[Reason]:
    """Return why a cut leaves no whole clause: a verb without what it acts on, half of a relative, a bare apposition, a toll without its number."""
    text = lowered(article.text)
    titled = article.title is not None and article.title.covers(span)
    end = article.title.end if titled and article.title is not None else _sentence_end(span, article, book)
    tail, shown = text[span.end : end], lowered(passage.text).rstrip(" .")
    made: list[Reason] = []

    def refuse(gone: str, lost: str) -> None:
        made.append(Reason("amputation", f"La coupe « {gone.strip(' ,.')[:60]} » emporte {lost}.", gone[:80]))

    if tail.strip(" .!?…»") and not _in_quotes(article.text, span):
        if not titled and (_OBJECT.match(tail) or _OBJECT_BEHIND.match(tail) and _ONLY_ADJUNCTS.search(text[span.start : span.end])):
            refuse(tail, "ce sur quoi porte le verbe")
        if passage.role in ("title_tag", "h1", "h2", "h3", "description") and _BARE_TEXT.search(shown) and re.match(r" (?:de |d'|du |des |sur |visant |pour |contre |portant |relatif)", tail):
            refuse(tail, "ce dont il s’agit")
    drops = [edit for edit in edits if edit.kind == "drop"]
    for edit in drops:
        gone = text[edit.span.start : edit.span.end]
        if edit.rule not in _WEIGHED and edit.span.end < span.end and _RELATIVE_CUT.search(gone) and _OBJECT.match(" " + text[edit.span.end : edit.span.end + 30].lstrip(" ")):
            refuse(gone, "la moitié d’une relative")
    after = next((text[edit.span.start : edit.span.end] for edit in drops if edit.span.end >= span.end - 1), tail)
    if _BARE_APPOSITION.search(shown) and _GOES_ON_OF.match(after):
        refuse(after, "ce que dit l’apposition")
    if _PROVISIONAL.search(shown) and edits and not _TOLL.search(shown):
        refuse(text[span.end : end] or text[span.start : span.end], "le bilan que donne sa source")
    return made


def _pieces(origin: object) -> list[tuple[Span, tuple[Edit, ...]]]:
    if isinstance(origin, Copied):
        return [(origin.span, origin.edits)]
    if isinstance(origin, Templated):
        return [(slot.source[0], slot.edits) for slot in origin.slots if slot.name in _TELLING_SLOTS and len(slot.source) == 1 and len(slot.text.split()) >= 5]
    return []


def _of_piece(span: Span, edits: tuple[Edit, ...], passage: Passage, article: Article, book: Rulebook) -> list[Reason]:
    text = article.text
    end = _sentence_end(span, article, book)
    fallen = [edit.span for edit in edits if edit.kind == "drop" and edit.rule not in _WEIGHED]
    tail = Span(span.end, end) if end > span.end and text[span.end : end].strip(" \u00a0\u202f.!?…»") and text[max(span.start, span.end - 1) : span.end] not in ".!?…" else None
    if tail is not None and not _in_quotes(text, span):
        fallen.append(tail)
    made: list[Reason] = []
    for gone in fallen:
        words = lowered(text[gone.start : gone.end])
        left = lowered(text[span.start : gone.start])
        lost = _lost(words, left, gone == tail, book)
        if lost == _WHEN and _GOES_ON.search(left) is not None and _IN_CASE.search(_before(span, article, book)) is None:
            lost = ""  # « a alors ouvert le feu », « ouvrira alors » go on with the tale
        if (
            not lost
            and gone != tail
            and _HOLDS_APPOSITION.match(words)
            and re.match(r", (?:une?|l[ea]) [a-zà-ÿ]", text[gone.end : gone.end + 8])
            and _DAY_WORD.search(words) is None
        ):
            lost = "le nom que précise l’apposition"
        if lost == _TO_WHOM and re.match(r"[\s,]*(?:qu(?:e\b|')|:|«)", lowered(text[gone.end : gone.end + 6])):
            lost = ""  # « il confie à la radio qu’il part »: what he says stays
        if lost == _OF_IT and _FULL_NAME.search(text[span.start : gone.start]) and _OF_A_PARTY.match(text[gone.start : gone.end]):
            lost = ""  # « Paul Devos[ du Parti valdan] est élu »: the name says who
        if lost == _OF_IT and passage.role in ("title_tag", "h1") and _MEASURE.fullmatch(words.strip()) and _QUAKE.search(left):
            lost = ""  # « Un séisme[ de magnitude 5,2] secoue le nord du pays »
        if lost == _OF_IT and passage.role == "title_tag" and _NAMED_BY_ITSELF.search(left):
            lost = ""  # « l’article 12[ de la loi] », « sa démission[ du conseil] »: the page below says of what
        if not lost:
            between = _BETWEEN.search(text[gone.start : gone.end])
            told = {fold(part) for part in re.split(r"[^\w]+", passage.text)}
            if between is not None and (gone != tail or between.start() < 12) and not {fold(between.group(1)), fold(between.group(2))} & told:
                lost = "le lieu qui borne le fait"
        if not lost and gone.start == span.start and _IF_ONLY.match(words):
            lost = "la condition"
        if lost:
            made.append(Reason("amputation", f"La coupe « {text[gone.start : gone.end].strip(' ,.')[:60]} » emporte {lost}.", text[gone.start : gone.end][:80]))
    return made


def _lost(words: str, left: str, tail: bool, book: Rulebook) -> str:
    """Return what falls with ``words`` behind ``left``, in words; «» where nothing does."""
    giving, leading = _verbs(book)
    if _RECIPIENT.match(words):
        given = _last(giving, left)
        if given is not None and len(left) - given.end() <= 60 and not re.search(r"\b(?:à|au|aux)\b|,|\bqu[ei]\b|\bpour\b", left[given.end() :]):
            return _TO_WHOM
    if _TO_DO.match(words):
        led = _last(leading, left)
        if led is not None and len(left) - led.end() <= 50 and not re.search(r"\bà \w+(?:er|ir|re)\b|[,;:]", left[led.end() :]):
            return "ce que l’on fait faire"
    if _ALSO.match(words) and re.search(r"\bet (?:de|d'|à|par) ?(?:nombreu|nouve|autre|surtout|plus)", words) is None:
        return "l’autre cause, l’autre membre"
    if _OF_WHAT.match(words) and not (not tail and re.match(r"\s+(?:de|d'|des|du)\b", words) and _named_again(words)):
        return _OF_IT
    if not tail and _THEN.fullmatch(words):
        return _WHEN
    if not tail and _SAYS.match(words):
        return "celui qui le dit"
    return ""


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(reversed(list(pattern.finditer(text)))), None)


def _named_again(words: str) -> bool:
    """« du groupe Alpha »: more than a complement of two words; weighed by who cut it."""
    return len(words.split()) > 6


def _sentence_end(span: Span, article: Article, book: Rulebook) -> int:
    return next((s.span.end for s in read_article(article, book).sentences if s.paragraph >= 0 and s.span.start <= max(span.start, span.end - 1) < s.span.end), span.end)


def _before(span: Span, article: Article, book: Rulebook) -> str:
    """Return the sentence of the source before the piece's own."""
    return lowered(next((s.span.of(article.text) for s in reversed(read_article(article, book).sentences) if s.paragraph >= 0 and s.span.end <= span.start), ""))


def _in_quotes(text: str, span: Span) -> bool:
    """Whether the piece ends within a quotation: whoever quotes chooses where."""
    before = text[max(0, span.start - 400) : span.end]
    return before.rfind("«") > before.rfind("»")


_OF_IT = "ce dont il s’agit"
#: How strong it was: the noun says what it was.
_MEASURE = re.compile(r"d(?:e |'une )(?:magnitude|force|intensité|catégorie) (?:de )?\d+(?:,\d+)?")
_QUAKE = re.compile(r"(?:séisme|tremblement de terre|secousse(?: sismique)?|ouragan|cyclone|typhon|tempête|réplique) ?$")
_FULL_NAME = re.compile(r"(?<![A-ZÀ-Ý] )(?<!\w)[A-ZÀ-Ý][a-zà-ÿ-]+ (?:[A-ZÀ-Ý][a-zà-ÿ'’-]+ ?){1,2}$")
_OF_A_PARTY = re.compile(r"\s(?:du|de la|des|de l['’]) ?(?:[Pp]arti|[Mm]ouvement|[Rr]assemblement|[Aa]lliance|[Ll]igue|[Ff]ront|[Uu]nion|[Cc]lub|[Éé]quipe|[Gg]roupe|Verts|[Dd]émocrates|[Rr]épublicains)\b")
_PARTED = re.compile(r"\s\w+(?:ée?s?|ie?s?|ue?s?|ite?s?|erte?s?)\s(?:de|d'|du|des|par|à|au|aux|en|pour|dans|sur|avec)\b")
_ENDS_DEFINITE = re.compile(r"\b(?:de l['’]|de la |du |des )[a-zà-ÿ-]+$")


def _noun_cut(passage: Passage, article: Article) -> list[Reason]:
    """« les archives de l’entreprise » as a heading, of « l’entreprise chargée du chantier »."""
    if not isinstance(passage.origin, Templated):
        return []
    for slot in passage.origin.slots:
        if slot.source and slot.name not in _TELLING_SLOTS and _ENDS_DEFINITE.search(slot.text):
            gone = _PARTED.match(lowered(article.text[slot.source[-1].end : slot.source[-1].end + 40]))
            if gone is not None:
                return [Reason("amputation", "La coupe emporte ce qui dit lequel.", gone.group())]
    return []


@lru_cache(maxsize=4)
def _countries(book: Rulebook) -> frozenset[str]:
    return frozenset(fold(str(name)) for rule in book.of_kind("toponyms") if rule.data["entity"] == "country" for name in rule.data["names"])


def _country_lost(passage: Passage, article: Article, book: Rulebook) -> list[Reason]:
    """« Mali : des citoyens veulent libérer le nord du pays » told without « Mali » : which country? The country of the newspaper itself needs no name."""
    if article.title is None or not isinstance(passage.origin, Copied) or not article.title.covers(passage.origin.span):
        return []
    headed = _HEADED.match(article.text[article.title.start : passage.origin.span.start])
    if headed is None or fold(headed.group(1)) not in _countries(book) or fold(headed.group(1)) in fold(passage.text):
        return []
    country = headed.group(1)
    root = fold(country)[:4]
    words = [fold(word) for word in re.findall(r"[\w-]+", passage.text)]
    if any(word.startswith(root) for word in words):
        return []
    flat = lowered(passage.text)
    if (
        _COUNTRY_LEFT.search(flat)
        and not _COUNTRY_KEPT.search(flat)
        or fold(country) != "france"
        and (_elsewhere(passage.text, root, article, book) or _nobody_known(passage, article, book))
    ):
        return [Reason("amputation", f"Sans « {country} », le titre ne dit plus de quel pays il s’agit.", country)]
    return []


@lru_cache(maxsize=4)
def _places(book: Rulebook) -> frozenset[str]:
    return frozenset(fold(str(name)) for rule in book.of_kind("toponyms") for name in rule.data["names"])


def _elsewhere(text: str, root: str, article: Article, book: Rulebook) -> bool:
    """Whether the title names a known town, and no sentence of the article says that it is of the country: « Tensions à Berlin », of Burundians."""
    for place in re.findall(r"\bà ([A-ZÀ-Ý][\w’-]+)", text):
        if fold(place) in _places(book):
            near = [s for s in read_article(article, book).sentences if s.paragraph >= 0 and any(word.fold == fold(place) for word in s.words)]
            return not any(word.fold.startswith(root) for s in near for word in s.words)
    return False


def _nobody_known(passage: Passage, article: Article, book: Rulebook) -> bool:
    """Whether the whole title would fit, and what is left of it names nobody by first and last name and no known place: « Tensions entre Alpha et Bêta »."""
    assert article.title is not None
    text = passage.text
    if len(article.title) > MOST_TITLE or any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for (_, name), _ in _people(article, book)):
        return False
    names = [fold(name) for name in re.findall(r"(?<=[ '’])[A-ZÀ-Ý][\w’-]{2,}", text)]
    return not any(name in _places(book) for name in names)
