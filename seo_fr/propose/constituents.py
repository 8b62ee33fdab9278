"""The constituents of a clause that a question may ask for: what they answer is told by the parse *and* by their form, or not at all.

The parser is right about nine attachments in ten; a time is known by the grammar of times, a place by its preposition and its name, a cause by its locution, an object by
its place right after the verb. What neither form nor place confirms is part of its neighbour and asked for by nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seo_fr.french.agreement import noun_gender
from seo_fr.french.calendar import DAYS, MONTHS
from seo_fr.french.conjugation import analyse_form
from seo_fr.french.lexicon import participle_readings
from seo_fr.model import Clause, Edit, Gender, Grammar, Number, Span, Token
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source

_MONTH = rf"(?:{MONTHS})"
_DAY = rf"(?:{DAYS})"
_TIME = re.compile(
    rf"(?:(?:le |ce )?{_DAY}\b|ce \d|hier\b|avant-hier\b|demain\b|après-demain\b|aujourd'hui\b|le (?:\d|1er)|en \d{{4}}\b|(?:en|au mois de|au mois d') ?{_MONTH}\b"
    rf"|le (?:mois|week-end|printemps|trimestre|semestre) |la (?:semaine|nuit) |l'(?:an|année|été|hiver|automne) |ce (?:matin|soir|week-end|mois)|cette (?:semaine|année|nuit)"
    rf"|fin |début |mi-|dans la nuit d|au début d|à la fin d|à la mi-|au printemps|à l'automne|à l'été|à l'hiver|en fin d|en début d|courant |au cours de l'(?:été|hiver|automne)|du \d+(?:er)?(?: {_MONTH})? au \d|les \d+(?:er)?(?:, \d+)* et \d+ {_MONTH})",
    re.IGNORECASE,
)
_SINCE = re.compile(r"depuis (?:le |la |l'|les |fin |début |mi-|\d|plusieurs|quelques|une?\b|deux|trois|quatre|cinq|six|dix|hier|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)")
_UNTIL = re.compile(r"jusqu'(?:à|au|en|à la|aux|ici à) ?")
_FROM = re.compile(r"(?:à (?:partir|compter) d[eu'] ?|dès )(?:le |la |l'|mois d|\d|ce |cette |lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|demain|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|20)")
_DURATION = re.compile(r"(?:pendant|durant) (?:\d|une?\b|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|plusieurs|quelques|près|environ|plus|toute la|tout le)")
_CAUSE = re.compile(r"(?:en raison d|sous l'effet d|sous la pression d|à cause d|faute d|pour des raisons|suite à|du fait d|compte tenu d|par (?:crainte|manque|peur|solidarité|mesure|souci) d)", re.IGNORECASE)
_BECAUSE = re.compile(r"(?:parce qu|car )", re.IGNORECASE)
_OCCASION = re.compile(r"(?:lors d|à l'occasion d|au cours d'une? |au cours de la (?:réunion|conférence|cérémonie|soirée|manifestation|rencontre|visite|séance)|en marge d)", re.IGNORECASE)
_FRAME = re.compile(r"dans le cadre d", re.IGNORECASE)
_AGE = re.compile(r"à (?:l'âge de )?(?:seulement )?\d{1,3} ans$")
_DELAY = re.compile(r"en (?:seulement |moins d[e'] ?|à peine |près d[e'] ?|environ )?(?:\d+|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quelques) ?(?:secondes?|minutes?|heures?|h|jours?|semaines?|mois|ans?)\b(?: (?:et )?[\d,]+ ?(?:min|minutes?|secondes?|s|centièmes)?)*\.?$")
_HOUR = re.compile(r"(?:vers|à|aux environs de|peu avant|peu après|aux alentours de) (?:\d{1,2} ?(?:h\d{0,2}|heures?)(?: \d{1,2})?|midi|minuit)(?: (?:du matin|de l'après-midi|du soir|locales?|(?:heure|heures) locale?s?|environ))*(?: \([^)]*\))?$")
_VOTES = re.compile(r"par (?:\d+|une|deux|trois) voix\b")
_BEFORE_AFTER = re.compile(r"(?:après (?:la |le |les |l'|une? |des )|avant (?:la |le |les |l'|une? )|au lendemain d|à la veille d|à l'issue d|au terme d|quelques (?:jours|heures|minutes|semaines|mois) après (?:la|le|les|l')|au moment d|à la fin d)", re.IGNORECASE)
_AIM = re.compile(r"(?:afin d|dans le but d|dans l'espoir d|en vue d)", re.IGNORECASE)
_AIM_INFINITIVE = re.compile(r"pour (?:ne pas |mieux |y |en |se |s'|l'|le |la |les )?[a-zéèêûîâô]+(?:er|ir|oir|re)\b")
_PLACED = re.compile(r"(?:à la|à l'|à|au|aux|en|dans le|dans la|dans l'|dans les|dans|sur la|sur le|sur l'|sur|près de|près du|devant le|devant la|devant l'|chez) ?")
_LEANS = re.compile(r"\b(?:son|sa|ses|leur|leurs|cette|ce|ces|cet|celui|celle|ceux|celles|lui|eux|y|en question|dernier|dernière|ici|là)\b(?!-)")
#: Prepositions of a complement that is asked for with « à qui », « de quoi »…
#: Adverbs that only tie the clause to the one before: nothing that is asked needs them.
LINKS = re.compile(r"(?:également|aussi|toutefois|cependant|pourtant|néanmoins|ainsi|donc|alors|ensuite|enfin|notamment|par ailleurs|en outre|en effet|d'ailleurs|par la suite|en revanche|quant à (?:lui|elle)|de son côté|par conséquent)")
_PREPOSITIONS = ("à", "au", "aux", "de", "d'", "du", "des", "contre", "avec", "sur", "par", "pour", "face à", "auprès de", "auprès du", "auprès des", "en faveur de", "en faveur du")


#: Kinds of circumstances.
ADVERBIALS = ("cadre", "heure", "occasion", "age", "delai", "voix", "grace", "quand", "depuis", "jusque", "des", "duree", "ou", "pourquoi", "but", "comment")


@dataclass(frozen=True, slots=True)
class Constituent:
    """A constituent of a clause. ``kind``: «objet», «infinitif», «que», «attribut», «quand», «depuis», «jusque», «des», «duree», «ou», «pourquoi», «but», «comment», «agent», «prep»,
    or «» for what cannot be asked for. ``lead`` tells that it stands before the subject; ``token`` is its governing token."""

    kind: str
    span: Span
    token: int
    lead: bool = False


def constituents(source: Source, clause: Clause) -> tuple[Constituent, ...]:
    """Return the constituents of the clause in source order; those after the verb tile its complement up to the first word that belongs to none, marks apart."""
    return (*_leads(source, clause), *_after(source, clause))


def _leads(source: Source, clause: Clause) -> tuple[Constituent, ...]:
    """Return the circumstances that stand before the subject, each between its commas; «» for a part that is none. Empty where the lead is not parted from the subject by a comma."""
    if clause.lead is None or clause.subject is None:
        return ()
    words = clause.lead.of(source.text)
    start = clause.lead.start
    opening = re.match(r"(?:Mais|Et|Or|Puis|Ensuite|Enfin|Toutefois|Cependant),? ", words)
    if opening is not None:
        start += opening.end()
    if not words.rstrip().endswith(",") or re.search(r"[;:«»]", words):
        return ()
    made: list[Constituent] = []
    for match in re.finditer(r"(?:\([^)]*\)|\d,\d|[^,(])+", source.text[start : clause.lead.end]):
        piece = match.group()
        first, last = start + match.start() + len(piece) - len(piece.lstrip()), start + match.end() - (len(piece) - len(piece.rstrip()))
        if first < last:
            span = Span(first, last)
            made.append(Constituent(adverbial_kind(source, span, clause.tense != "present" or clause.passive), span, source._range(span)[0], True))
    first = next((at for at, piece in enumerate(made) if not piece.kind), len(made))
    kept = [piece if at < first and piece.kind != "age" else Constituent("", piece.span, piece.token, True) for at, piece in enumerate(made)]
    return tuple(_merged(source, kept))  # what follows « survenue le 1er février » is part of it


def _after(source: Source, clause: Clause) -> list[Constituent]:
    if clause.complement is None:
        return []
    tokens = source.analysis.tokens
    low, high = source._range(clause.complement)
    verb = set(range(*source._range(clause.verb)))
    roots = {i: _root(tokens, i, verb, low, high) for i in range(low, high)}
    pieces: list[tuple[int, int]] = []
    start = low
    for i in range(low + 1, high + 1):
        if i == high or _begins(source, clause, tokens, roots, i, start, low):
            pieces.append((start, i))
            start = i
    made: list[Constituent] = []
    under = soft = False
    for low_at, high_at in pieces:
        first, last = low_at, high_at
        while last > first and tokens[last - 1].pos == "PUNCT" and tokens[last - 1].span.of(source.text) not in ("»", ")", '"', "%"):
            last -= 1
        while first < last and tokens[first].span.of(source.text) in (",", ";", "–", "—"):
            first += 1
        if first >= last:
            continue
        span = Span(tokens[first].span.start, tokens[last - 1].span.end)
        if span.end == clause.complement.end and source.text[span.end - 1] == "." and not source.text[span.end :].lstrip().startswith(tuple("abcdefghijklmnopqrstuvwxyz")):
            span = Span(span.start, span.end - 1)
        if LINKS.fullmatch(plain(span.of(source.text))):
            made.append(Constituent("lien", span, roots[first]))
            continue
        comma = source.text[clause.verb.end : span.start].rstrip().endswith((",", "–", "("))
        if soft and comma:
            soft = False
        if under or soft:
            made.append(Constituent("", span, roots[first]))
            continue
        direct = all(piece.kind in ("lien", *ADVERBIALS) or piece.kind == "prep" and len(piece.span) < 42 for piece in made)
        kind = _kind(source, clause, first, last, span, direct, bool(made) and made[-1].kind == "quand")
        if kind in ("que", "infinitif", "cite") and first < high:  # what is said runs to the end
            made.append(Constituent(kind, Span(span.start, clause.complement.end), roots[first]))
            break
        if kind == "quand" and made and not comma and roots[first] == made[-1].token and re.match(rf"en (?:\d{{4}}|{_MONTH})", plain(span.of(source.text))) and made[-1].kind in ("", "prep") and tokens[made[-1].token].pos in ("NOUN", "PROPN"):
            kind = ""  # « après une baisse en 2016 »: the noun's year
        under = not kind and _UNDER.match(plain(span.of(source.text))) is not None
        soft = not kind and comma
        cut = _AGENT_PLACE.search(plain(span.of(source.text))) if kind == "agent" and not in_quote(source, span) else None
        if cut is not None:  # « par la secte dans des villages »: where, not which
            placed = Span(span.start + cut.start() + 1, span.end)
            made += [Constituent("agent", Span(span.start, span.start + cut.start()), roots[first]), Constituent(adverbial_kind(source, placed), placed, roots[first])]
            continue
        made.append(Constituent(kind, span, roots[first]))
    return _merged(source, made)


_AGENT_PLACE = re.compile(r" (?=(?:dans (?:des |un |une |les? |la |l')|via |lors d))")
#: What begins a clause in the complement: the circumstances after it are its own.
_UNDER = re.compile(r"(?:alors que?|tandis que?|puisqu|lorsqu|quand|qui|que|qu'|dont|où|si|comme|avant de|avant d'|avant que?|après que?|après avoir|pour que?|bien que?|sans|ce qui|ce que|soit|et|mais|à laquelle|auquel|dans lequel|dans laquelle|notamment|mettant|en \w+ant|\w+ant)\b")


def _merged(source: Source, pieces: list[Constituent]) -> list[Constituent]:
    """Return the pieces with neighbours of one kind joined: « hier, jeudi 16 août », « à Yokohama, au Japon »."""
    made: list[Constituent] = []
    for piece in pieces:
        if made and made[-1].kind == piece.kind and piece.kind in ("quand", "ou") and source.text[made[-1].span.end : piece.span.start].strip() in ("", ","):
            made[-1] = Constituent(piece.kind, Span(made[-1].span.start, piece.span.end), made[-1].token, made[-1].lead)
        else:
            made.append(piece)
    return made


def _root(tokens: tuple[Token, ...], i: int, verb: set[int], low: int, high: int) -> int:
    """Return the token below the verb that governs token ``i``, or -1 where the way up leads elsewhere."""
    at, steps = i, 0
    while steps < 60:
        head = tokens[at].head
        if head in verb or head == at:
            return at if head in verb else -1
        if not low <= head < high:
            return -1
        at, steps = head, steps + 1
    return -1


def _begins(source: Source, clause: Clause, tokens: tuple[Token, ...], roots: dict[int, int], i: int, start: int, low: int) -> bool:
    """Return whether a new constituent begins at token ``i``: another one is governed from there, or a time that is nobody's complement stands there."""
    if any(quote.content and quote.span.start < tokens[i].span.start < quote.span.end for quote in source.analysis.quotes):
        return False
    if tokens[i - 1].span.of(source.text) in ("-", "‑") and tokens[i - 1].span.start == tokens[i - 2].span.end:
        return False  # « centre-gauche »
    if any(time.sentence == clause.sentence and time.span.start < tokens[i].span.start < time.span.end for time in source.analysis.times):
        return False  # « la nuit de mardi à mercredi »
    word = plain(tokens[i].span.of(source.text))
    before = plain(tokens[i - 1].span.of(source.text))
    if word == ",":
        if i + 1 < len(tokens) and _listed(tokens, i + 1):
            return False  # one more of a list
        return not _in_number(source, tokens[i]) and roots[i] == roots[i - 1] and i > start
    if tokens[i].pos == "PUNCT":
        return False
    if before == "partir" and word in ("de", "d'", "du"):
        return False
    if word == "à" and i + 1 < len(tokens) and plain(tokens[i + 1].span.of(source.text)) == "partir":
        return True
    for time in source.analysis.times:
        if time.sentence == clause.sentence and time.kind in ("absolute", "relative") and time.span.end == tokens[i - 1].span.end and tokens[start].span.start >= time.span.start - 12 and tokens[i].pos in ("DET", "ADP", "NUM", "PRON", "SCONJ"):
            return tokens[i].pos != "ADP" or word not in ("de", "du", "des", "d'")
    for time in source.analysis.times:
        if tokens[i - 1].pos in ("ADJ", "NUM") and tokens[i].pos != "DET":
            break  # « le premier dimanche du mois »
        if time.sentence == clause.sentence and time.kind in ("absolute", "relative") and time.span.start <= tokens[i].span.start < time.span.end:
            if time.span.start == tokens[i].span.start and before not in ("de", "d'", "du", "des", "à", "au", "entre", "et", "ou", "que", "(", "depuis", "dès", "avant", "après", "pour", "en", "dans", "le", "la", "l'", "ce"):
                return True
            if word in ("le", "en", "ce", "au", "dans", "à") and before not in ("de", "d'", "et", "ou", "que", "("):
                return True
    if word in ("le", "en", "au", "dans", "fin", "début", "depuis", "jusqu'", "pendant", "durant") and before not in ("de", "d'", "et", "ou", "("):
        following = plain(source.text[tokens[i].span.start : clause.span.end])
        if _TIME.match(following) or _SINCE.match(following) or _UNTIL.match(following) or _DURATION.match(following):
            return any(time.sentence == clause.sentence and tokens[i].span.start <= time.span.start + 12 and time.span.start - tokens[i].span.start <= 14 and time.span.end > tokens[i].span.start for time in source.analysis.times)
    if word in ("de", "d'") and clause.lemma in _ASKING and i + 1 < len(tokens) and tokens[i + 1].feature("VerbForm") == "Inf":
        return True
    if roots[i] == roots[i - 1] or roots[i] < 0:
        return False
    if before in ("et", "ou", "de", "d'", "à", "que", "qu'"):
        return False
    return roots[i] >= i or all(roots[j] == roots[i] for j in range(i, roots[i] + 1))


def _listed(tokens: tuple[Token, ...], at: int) -> bool:
    """Return whether a further member of a list begins at ``at``: its noun is coordinated with one before the comma."""
    for j in range(at, min(at + 4, len(tokens))):
        if tokens[j].pos in ("NOUN", "PROPN"):
            return tokens[j].dep == "conj" and tokens[j].head < at
        if tokens[j].pos not in ("DET", "ADJ", "NUM", "ADP"):
            return False
    return False


def _in_number(source: Source, token: Token) -> bool:
    return any(figure.span.start < token.span.start < figure.span.end for figure in source.analysis.figures)


def adverbial_kind(source: Source, span: Span, clause_past: bool = True) -> str:
    """Return which adverbial question the words answer by their form, «» if none for certain."""
    text = span.of(source.text)
    words = plain(text)
    count = len(words.split())
    if in_quote(source, span) or words.count("(") != words.count(")") or words.count("«") != words.count("»"):
        return ""
    if _HOUR.match(words):
        return "heure"
    if _AGE.match(words):
        return "age"
    if _DELAY.match(words):
        return "delai"
    if _VOTES.match(words) and count <= 14:
        return "voix"
    if re.match(r"grâce (?:à|au|aux) ", words):
        return "grace" if 3 <= count <= 22 and not _LEANS.search(words) else ""
    if _FRAME.match(words) and not _LEANS.search(words) and 4 <= count <= 24:
        return "cadre"
    if _OCCASION.match(words) and not _LEANS.search(words) and 3 <= count <= 24:
        return "occasion"
    if _BEFORE_AFTER.match(words) and clause_past and not _LEANS.search(words) and 3 <= count <= 24 and not re.search(r"[;:«»]|\b(?:heures?|h|km)\b", text):
        return "quand"
    if _CAUSE.match(words):
        return "pourquoi" if 3 <= count <= 26 and not _LEANS.search(words) else ""
    if _BECAUSE.match(words):
        return "pourquoi" if 4 <= count <= 34 else ""
    if _AIM.match(words) or _AIM_INFINITIVE.match(words) and not re.search(r"(?:suffisamment|assez|trop|suffisant[es]*|seulement|vote|voté|temps|moyens|efforts?|nécessaires?|condition) ?$", plain(source.text[max(0, span.start - 20) : span.start])):
        return "but" if 3 <= count <= 26 and not _LEANS.search(re.sub(r"^(?:afin d'|pour )y ", "", words)) else ""
    if re.match(r"en [a-zéèêû]+ant\b", words) and count >= 3 and analyse_gerund(words.split()[1]):
        return "comment" if count <= 24 and not _LEANS.search(words) else ""
    if re.search(r"[;:«»]", text) or _LEANS.search(re.sub(r"^(?:ce|cette) |(?:le |la |l')?\w+ derni(?:er|ère)\b", "", words)):
        return ""
    timed = [time for time in source.analysis.times if time.span.overlaps(span) and time.kind in ("absolute", "relative", "hour", "duration")]
    if timed and count <= 9 and span.end - max(time.span.end for time in timed) <= 12:
        for pattern, kind in ((_SINCE, "depuis"), (_UNTIL, "jusque"), (_DURATION, "duree")):
            if pattern.match(words):
                return kind
        if _FROM.match(words):
            return "des"
        if _TIME.match(words) and any(time.kind in ("absolute", "relative") for time in timed) and not re.search(r"\b(?:après|avant|suivante?|précédente?|lendemain|veille|même)\b", words):
            return "quand"
        return ""
    return "ou" if _is_place(source, span, words) else ""


def _is_place(source: Source, span: Span, words: str) -> bool:
    placed = _PLACED.match(words)
    if placed is None or len(words.split()) > 11:
        return False
    start = span.start + placed.end()
    rest = words[placed.end() :]
    named = next((m.span for e in source.analysis.entities if e.kind in ("place", "country") for m in e.mentions if m.span.start == start), None)
    if named is not None:
        return not re.search(r"\b(?:qui|que|dont|contre|avec|pour|par)\b", rest)
    head = re.match(r"[\w-]+", rest)
    if placed.group().strip() == "en" and rest.split(" ")[0] not in ("ville", "banlieue", "périphérie", "prison", "mer", "province", "mairie"):
        return False
    if head is not None and placed.group().strip() == "dans" and re.match(r"(?:des |un |une )", rest):
        head = re.match(r"[\w-]+", rest.partition(" ")[2])
    return head is not None and not listed_as("site").isdisjoint((head.group(), head.group().removesuffix("s"))) and not re.search(r"\b(?:qui|que|dont|pour)\b", rest)


def analyse_gerund(word: str) -> bool:
    """Return whether ``word`` is a present participle: its stem is a verb's."""
    if word in ("avant", "devant", "pendant", "durant", "maintenant", "instant", "courant", "volant", "restant"):
        return False
    stem = word[:-3] if word.endswith("ant") else ""
    return len(stem) >= 2 and any(form.tense in ("present", "imparfait") for ending in ("ons", "ait", "aient") for form in analyse_form(stem + ending))


def in_quote(source: Source, span: Span) -> bool:
    """Return whether a quote lies partly in and partly out of the span, or around it."""
    return any(quote.span.overlaps(span) and not span.covers(quote.span) for quote in source.analysis.quotes)


def _kind(source: Source, clause: Clause, first: int, last: int, span: Span, direct: bool, after_time: bool = False) -> str:
    tokens = source.analysis.tokens
    head = tokens[first]
    word = plain(head.span.of(source.text))
    kind = adverbial_kind(source, span, clause.tense != "present" or clause.passive)
    verb = set(range(*source._range(clause.verb)))
    governed = any(tokens[i].head in verb for i in range(first, last))
    if kind and (kind != "ou" or governed or after_time):
        return kind
    if governed and not in_quote(source, span) and (clause.lemma in _HAPPENING or clause.passive and clause.lemma in _PLACED_VERBS) and _SITED.match(plain(span.of(source.text))) and len(span) < 90 and not _LEANS.search(plain(span.of(source.text))):
        return "ou"
    if direct and word == ":" and re.match(r": ?[«\"]", plain(span.of(source.text))) and source.text[clause.verb.end : span.start].strip() == "":
        return "cite"
    if direct and word in ("de", "d'") and clause.lemma in _ASKING and first + 1 < last and tokens[first + 1].feature("VerbForm") == "Inf" and not in_quote(source, span):
        return "infinitif"
    if after_time and direct and not governed and not in_quote(source, span) and head.pos == "DET" and word in ("la", "le", "l'", "les", "un", "une", "des") and not clause.passive and clause.lemma not in ("être", "avoir"):
        if any(tokens[i].pos == "NOUN" for i in range(first, min(first + 3, last))) and source.text[clause.verb.end : span.start].rstrip()[-1:] != ",":
            return "objet"  # « a proposé le 15 décembre la suppression… »
    if in_quote(source, span) or not governed:
        return ""
    inside = range(first, last)
    if clause.passive and word == "par" and direct_enough(source, clause, span) and not _NOT_AGENT.match(plain(span.of(source.text))):
        return "agent"
    if direct and word in ("que", "qu'") and any(tokens[i].dep == "ccomp" and tokens[i].head in verb for i in inside):
        return "que"
    if direct and word in ("de", "d'") and any(tokens[i].dep in ("xcomp", "ccomp") and tokens[i].head in verb and tokens[i].feature("VerbForm") == "Inf" for i in range(first, min(first + 5, last))):
        return "infinitif"
    root = next((i for i in inside if tokens[i].head in verb), first)
    if direct and not clause.passive and tokens[root].dep == "obj" and tokens[root].pos in ("NOUN", "PROPN", "NUM") and head.pos in ("DET", "NUM", "ADP", "PROPN"):
        if head.pos == "ADP" and word not in ("des", "du", "de", "d'"):
            return ""
        return "objet"
    if clause.lemma in ("être", "devenir", "rester", "demeurer") and not clause.passive and direct and tokens[root].pos in ("NOUN", "PROPN", "ADJ"):
        return "attribut"
    if word in _PREPOSITIONS and tokens[root].pos in ("NOUN", "PROPN", "PRON") and tokens[root].dep in ("obl:arg", "obl:mod", "obl", "iobj", "obl:agent"):
        return "prep"
    return ""


_ASKING = frozenset("demander conseiller recommander permettre interdire ordonner proposer promettre imposer suggérer enjoindre".split())
#: Verbs that tell where by their very sense.
_HAPPENING = frozenset("survenir dérouler produire tenir trouver situer naître mourir décéder atterrir écraser réfugier installer rassembler loger héberger".split())
_PLACED_VERBS = frozenset(
    """produire fabriquer construire installer hospitaliser arrêter interpeller inhumer enterrer exposer tourner organiser découvrir retrouver transporter conduire transférer évacuer détenir incarcérer implanter situer
    projeter présenter célébrer prévoir attendre observer commettre tuer blesser bâtir ouvrir""".split()
)
_SITED = re.compile(
    r"(?:entre|à|au|aux|en|dans|sur|près d|devant|au large d|au nord d|au sud d|à l'est d|à l'ouest d|au cœur d|au centre d|à proximité d)(?:u|e|es)?\b(?! (?:un contexte|le cadre|un climat|le calme|l'indifférence|fond|un cadre|une ambiance|l'urgence|la nuit"
    r"|le plus|la soirée|la journée|la matinée|l'après-midi|l'issue|la suite|l'occasion|la fin|la veille|\d|nouveau|huis|présence|marge|raison|moyenne|plein|pleine|tout|même|cours|même|cause|tête|position|avant|faveur|fonction|lice|ligne|forme|œuvre|compte|charge|place|vigueur|service|garde|examen|détention|liberté|quarantaine|vigilance|alerte|danger|état|colère|deuil|hausse|baisse|recul|partie|échec|vain|des|une?|moins|plus|\w+(?:er|ir|re|oir)\b))"
)
_NOT_AGENT = re.compile(r"par (?:hasard|exemple|rapport|ailleurs|conséquent|erreur|voie|le biais|l'intermédiaire|le passé|an\b|jour|mois|semaine|tranches?|personne|avance|la suite|\d|écrit|endroits)")


def direct_enough(source: Source, clause: Clause, span: Span) -> bool:
    """Return whether « par X » follows the participle itself, or an adverbial already certain: an agent, not the complement of a noun."""
    between = source.text[clause.verb.end : span.start].strip(" ,")
    return not between or bool(adverbial_kind(source, Span(clause.verb.end + len(source.text[clause.verb.end : span.start]) - len(source.text[clause.verb.end : span.start].lstrip(" ,")), span.start - (1 if source.text[span.start - 1] == " " else 0))))


def animate(source: Source, span: Span) -> bool | None:
    """Return whether the noun phrase in ``span`` is of people or bodies (True), of a thing (False), or None where that is not certain."""
    tokens = source.tokens_in(span)
    nouns = [token for token in tokens if token.pos in ("NOUN", "PROPN")]
    for entity in source.analysis.entities:
        if entity.kind == "person" and nouns and any(m.form != "pronoun" and m.span.start <= nouns[0].span.end + 1 and m.span.start >= nouns[0].span.start and span.covers(m.span) for m in entity.mentions):
            return True  # « l’émir Al Thani »
    for entity in source.analysis.entities:
        for mention in entity.mentions:
            if nouns and mention.span.covers(nouns[0].span) and mention.form != "pronoun":
                return True if entity.kind in ("person", "organisation", "country") else False if entity.kind in ("event",) else None
    if not nouns or nouns[0].pos == "PROPN":
        return None
    if re.match(r"(?:la |une |sa |cette )?garde à vue|(?:la |une )?force d|(?:la |les )?forces? (?:du|de la|des) (?:vent|loi)", plain(span.of(source.text))):
        return False
    lemma = nouns[0].lemma.lower()
    return lemma in listed_as("animate") or bool(re.search(r"(?:eurs?|euses?|istes?|iens?|iennes?)$", nouns[0].span.of(source.text))) and lemma not in ("leader",) and _person_like(lemma)


def _person_like(lemma: str) -> bool:
    return lemma not in frozenset("valeur chaleur couleur douleur erreur faveur fleur fureur hauteur honneur horreur humeur largeur lenteur longueur lueur odeur peur profondeur rigueur rumeur saveur terreur vapeur vigueur moteur ordinateur secteur facteur tracteur autoroute liste piste moyen lien bien soutien entretien maintien quotidien tumeur pesanteur teneur".split())


# ------------------------------------------------------------------------------------------------------------- the subject


def subject_grammar(source: Source, clause: Clause) -> Grammar:
    """Return gender and number of the clause's subject; gender «» where nothing certain shows it: a pronoun, an article, an entity whose gender is known, a lexicon, a participle."""
    if clause.subject is None:
        return Grammar()
    words = plain(clause.subject.of(source.text)).strip()
    if words in ("il", "elle", "ils", "elles"):
        return Grammar("f" if words.startswith("elle") else "m", "p" if words.endswith("s") else "s")
    number: Number = clause.number
    gender: Gender = ""
    if re.search(r"\bet\b", words) and number == "p" and not words.startswith(("les ", "des ", "ces ")):
        shown = _shown_by_participle(source, clause)
        return Grammar(shown[0] if shown else "", "p")
    entity = source.entity(clause.subject_entity)
    first = re.match(r"(l'|[^\s']+)", words)
    article = first.group(1) if first else ""
    if article in ("le", "un", "ce", "cet"):
        gender = "m"
    elif article in ("la", "une", "cette"):
        gender = "f"
    elif entity is not None and entity.gender and entity.evidence and (entity.kind == "person" or entity.name == clause.subject or any(m.span == clause.subject for m in entity.mentions)):
        gender = entity.gender
    else:
        noun = next((token for token in source.tokens_in(clause.subject) if token.pos == "NOUN"), None)
        found = noun_gender(noun.span.of(source.text)) if noun is not None else None
        gender = found or ""
    shown = _shown_by_participle(source, clause)
    if shown is not None:
        if gender and shown[0] != gender or number and shown[1] != number:
            return Grammar("", "")  # the source's own agreement is faulty, or we misread it
        gender = gender or shown[0]
    return Grammar(gender, number)


_BEING = frozenset("est sont était étaient sera seront serait seraient été fut furent soit soient être".split())


def _shown_by_participle(source: Source, clause: Clause) -> tuple[Gender, Number] | None:
    """Return the gender and number that a participle with « être » shows, None where there is none or it can be two."""
    words = [token.span.of(source.text).lower() for token in source.tokens_in(clause.verb)]
    if not any(word in _BEING for word in words[:-1]) or any(plain(word) in ("se", "s'") for word in words):
        return None
    last = words[-1]
    if last == "été" or last in _BEING:
        return None
    readings = {(gender, number) for _, gender, number in participle_readings(last)}
    if len(readings) != 1:
        genders = {gender for gender, _ in readings}
        if readings and len(genders) == 1 and clause.number in {number for _, number in readings}:
            return (genders.pop(), clause.number)  # type: ignore[return-value]
        return None
    return readings.pop()  # type: ignore[return-value]


def shifted(edits: list[Edit], span: Span) -> list[Edit]:
    """Return those of the edits that lie inside ``span``."""
    return [edit for edit in edits if span.covers(edit.span)]
