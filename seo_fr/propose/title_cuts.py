"""The source's title made short enough for a title tag, its news whole: without what only places it, or what comes second.

What falls: the place before the colon or the first comma, a place in the middle, what stands between the keyphrase and the colon, a second predicate, what a preposition or a comma
adds at the end. What never falls: the first verb or participle, every number where none would be left, an attribution, a reserve.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import combinations

from seo_fr.edits import apply_edits, in_order
from seo_fr.french.toponyms import toponym
from seo_fr.french.typography import typography_edits
from seo_fr.french.width import fits_title
from seo_fr.french.words import plain
from seo_fr.model import Copied, Edit, Slot, Span, Token
from seo_fr.propose.by_function import callings
from seo_fr.propose.frames import span_slot
from seo_fr.propose.headlines import _ENDS_BADLY, _NEVER_DROP
from seo_fr.propose.score import stems
from seo_fr.propose.tell import Source
from seo_fr.rulebook import load

TITLE_CHARACTERS, TITLE_PIXELS = 60, 600
_KEPT = _NEVER_DROP | {"nie", "nient", "dément", "démentent", "accusé", "accusée", "accusés", "selon", "d'après", "soupçonné", "soupçonnée", "suspecté", "aurait", "auraient", "dont", "sursis", "contre", "décédé", "décédée", "décédés", "tué", "tuée", "tués", "tuées", "mort", "morte", "morts", "mortes"}
_PLACE = re.compile(r"(?: (?:à|près d[e']|près de|au large de|en|au|aux|de|d'|du|dans l[ea]s?|dans l') ?(?:la |l'|les )?)$")
_OPENING_PLACE = re.compile(r"(?:À|A|En|Au|Aux|Dans (?:la|le|les)) [^,:]{2,32}, ")
#: Nouns that make one name with what follows: « les championnats d’Europe ».
_NAMED_WITH = re.compile(r"(?:championnats?|coupes?|tours?|ligues?|union|conseil|banque|festival|musée|université|traité|accords?|prix|jeux|république|royaume|affaire|mur|bataille|procès|cour|tribunal|parlement|lac|mont|golfe|île|îles|détroit|cap|port|gare|aéroport|front|loi|plan)$")
_MONTH_OF = re.compile(r"(?:début|fin|mi-|courant|en) ?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)")
_MANNER = re.compile(r"(?:bientôt|progressivement|officiellement|définitivement|légèrement|nationalement|prochainement|nettement|fortement|rapidement|brutalement|vivement|fermement|unanimement|actuellement)")
_TAIL = ("dans", "sur", "à", "au", "aux", "en", "lors", "après", "chez", "près", "devant", "durant", "pendant", "vers", "pour", "avant", "avec", "concernant")


@dataclass(frozen=True, slots=True)
class TitleCut:
    """A title tag that is the source's title, cut: ``begins`` tells whether it begins with the keyphrase, ``holds`` whether it has all its words, ``lost`` how many characters fell,
    ``placed`` whether it keeps before a colon the place or the matter of the news.
    """

    text: str
    copied: Copied
    begins: bool
    holds: bool
    lost: int
    whole: bool
    placed: bool = False


def title_cuts(source: Source, key: str) -> list[TitleCut]:
    """Return the forms of the source's title that fit a title tag with its news, in no order; empty without a title."""
    title = source.bare_title
    if title is None:
        return []
    tokens = source.tokens_in(title)
    if not tokens:
        return []
    core = _core(source, title)
    ends = _ends(source, tokens, core)
    starts = [title.start, *([core] if core > title.start else []), *([named] if (named := _bare_name(source, core, title.end)) is not None else [])]
    rubric = re.match(r"[A-ZÉ][a-zéèê]{3,}\s?:\s+", title.of(source.text))
    if rubric is not None and core == title.start and not set(stems(rubric.group())) & set(stems(key)):
        starts.append(title.start + rubric.end())  # « Sciences : découverte de… »
    behind = re.match(r"[^:«»]{6,50}\s?:\s+", title.of(source.text))
    affair = re.match(r"Affaire (?:des|du|de la|de l['’]) ?(?=[a-zéèêàâîôûç][^:«»]{5,40}\s?:\s)", title.of(source.text)) if len(title) > TITLE_CHARACTERS else None
    if affair is not None and core == title.start:
        starts.append(title.start + affair.end())  # « [Affaire des ]faux tableaux : … »
    if len(title) > TITLE_CHARACTERS and behind is not None and core == title.start and any(token.feature("VerbForm") == "Part" and token.span.start > title.start + behind.end() for token in tokens):
        starts += [title.start + behind.end(), *(drop.end for drop in _inner(source, tokens, title, key) if drop.start == title.start + behind.end())]  # « Affaire des faux : Anna Morel condamnée à deux ans »
    placed = core > title.start and _frames(source, Span(title.start, core), title.end)
    inner = _inner(source, tokens, title, key)
    found: dict[str, TitleCut] = {}
    for start in dict.fromkeys(starts):
        for last in ends:
            if last - start < 12:
                continue
            usable = [drop for drop in inner if start <= drop.start and drop.end <= last]
            for count in range(min(3, len(usable)) + 1):
                for drops in combinations(usable, count):
                    if any(re.match(r" [A-ZÀ-Ý]", source.text[drop.start : drop.start + 2]) and ":" not in source.text[start : drop.start] and ":" in source.text[title.start : drop.start] for drop in drops):
                        continue  # « le galeriste » wants the affair before it
                    made = _made(source, title, Span(start, last), drops, key)
                    if made is not None and _news_kept(source, tokens, core, Span(start, last), drops):
                        found.setdefault(made.text, replace(made, placed=placed and start == title.start and ":" in made.text))
    return list(found.values())


def colon_parts(source: Source, key: str) -> list[tuple[Slot, Slot]]:
    """Return the slots « cle » and « objet » of « accident de car : deux morts » for a title « Accident de car près de Lens : deux morts »: what stands between falls; empty where the title is not of this form."""
    title = source.analysis.article.title
    if title is None:
        return []
    flat = plain(title.of(source.text))
    match = re.match(rf"((?:l[ea]s? |l'|une? |des )?{re.escape(key.replace('’', chr(39)))})(?![\w-])([^:]*?)\s?:\s+", flat, re.IGNORECASE)
    if match is None or any(_finite(token) for token in source.tokens_in(Span(title.start, title.start + match.end()))):
        return []
    end = title.end
    while source.text[end - 1] in ". \u00a0":
        end -= 1
    cle = Span(title.start + match.start(1), title.start + match.end(1))
    objet = Span(title.start + match.end(), end)
    first = source.text[objet.start]
    edits = (Edit("case", "minuscule-apres-deux-points", Span(objet.start, objet.start + 1), first.lower()),) if first.isupper() and source.tokens_in(objet)[:1] and source.tokens_in(objet)[0].pos not in ("PROPN",) else ()
    return [(span_slot(source, "cle", cle), span_slot(source, "objet", objet, edits))]


#: An article that begins another noun.
_JOINED = re.compile(r"\s?(?:l[ea]s?|une?|des|[dscm]es|deux|trois|plusieurs)\s|\s?l['’]", re.IGNORECASE)
_FIRM = re.compile(r"(?:Le (?:groupe|constructeur|fabricant|distributeur)|La (?:société|compagnie)|L['’]entreprise) (?=[A-ZÀÉÈ])")


def _bare_name(source: Source, core: int, end: int) -> int | None:
    """Return where the name begins in « Le groupe Navalis veut racheter… », whose verb follows: the name alone is understood; None where the title is not of this form."""
    match = _FIRM.match(source.text[core:end])
    if match is None:
        return None
    tokens = source.tokens_in(Span(core + match.end(), end))
    verb = next((k for k, token in enumerate(tokens) if _finite(token)), None)
    named = verb is not None and 0 < verb <= 4 and all(token.pos in ("PROPN", "X") or token.span.of(source.text) == "-" for token in tokens[:verb])
    return core + match.end() if named else None


def _frames(source: Source, head: Span, end: int) -> bool:
    """Return whether what stands before the colon is where the news is or what it is about, not the heading of a column: a place, or words of the first sentence."""
    words = head.of(source.text)
    if ":" not in words:
        return False
    if any(_place(source, token) for token in source.tokens_in(head)) or toponym(words.split(":")[0].strip()) is not None:
        return not any(_place(source, token) for token in source.tokens_in(Span(head.end, end)))  # else the nearer place says more
    own, first = set(stems(words)), set(stems(source.analysis.sentences[source.first_sentence].span.of(source.text)))
    return bool(own) and own <= first


def core_of(source: Source) -> int:
    """Return where the title's own words begin, behind what only places them; 0 without a title."""
    title = source.analysis.article.title
    return _core(source, title) if title is not None else 0


def _core(source: Source, span: Span) -> int:
    """Return where the title's own words begin, behind « France : » or « À Lens, »."""
    words = span.of(source.text)
    match = re.match(r"([^:,«»]{2,38}?)\s?:\s+", words)
    if match is not None and len(match.group(1).split()) <= 6:
        before, after = (source.tokens_in(Span(span.start, span.start + match.end())), source.tokens_in(Span(span.start + match.end(), span.end)))
        alone = any(_finite(token) for token in after) or toponym(match.group(1)) is not None or any(_place(source, token) for token in before[:1])
        if alone and not any(_finite(token) for token in before) and not re.search(r"\d", match.group()):
            return span.start + match.end()
    match = _OPENING_PLACE.match(words)
    return span.start + match.end() if match is not None else span.start


def _finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and token.feature("VerbForm") == "Fin"


def _ends(source: Source, tokens: tuple[Token, ...], core: int) -> list[int]:
    """Return where the title may end: at its end, before a preposition, a comma, a second verb behind « et »."""
    found = [tokens[-1].span.end]
    for k in range(len(tokens) - 1, 1, -1):
        token = tokens[k]
        word = token.span.of(source.text).lower()
        if token.span.start - core < 14:
            break
        right = tokens[k:]
        if word == "," and len(right) > 3 and not any(_finite(other) for other in tokens) and any(other.span.of(source.text) == ":" for other in tokens[:k]):
            continue  # « Mondiaux : le parcours, les surprises Morel et Devos »: the news may be what comes last
        second = word == "et" and any(_finite(other) for other in right[:3])
        means = word == "par" and k + 1 < len(tokens) and tokens[k + 1].span.of(source.text).lower() in ("mesure", "crainte", "souci", "manque") and tokens[k - 1].pos == "NOUN"
        span_of = word == "de" and any(other.span.of(source.text).lower() == "à" for other in right[2:5]) and any(_finite(other) for other in tokens[:k])  # « de un an à six mois »
        means = means or span_of or word == "comme" and any(_finite(other) for other in tokens[: k - 1])
        where = word in ("place", "rue", "avenue", "boulevard") and tokens[k - 1].pos in ("NOUN", "PROPN", "ADJ")  # « aux victimes place de la République »
        if not means and word not in _TAIL and word not in (",", "(", "–", "—") and not second and not where:
            continue
        left = tokens[:k]
        while left and left[-1].pos == "PUNCT" and left[-1].span.of(source.text) not in ("»", ")"):
            left = left[:-1]
        if not left or left[-1].pos in _ENDS_BADLY and left[-1].span.of(source.text) not in ("»", ")") or left[-1].pos in ("VERB", "AUX") and left[-1].feature("VerbForm") != "Part" and not re.search(r"(?:é|ée|és|ées)$", left[-1].span.of(source.text)):
            continue
        if re.search(r"\b(?:relati(?:f|ve)s?|lié(?:e|s|es)?|due?s?|propres?|face|grâce|suite|quant|jusqu|favorables?|opposée?s?|candidate?s?)$", source.text[tokens[0].span.start : left[-1].span.end]):
            continue
        plain = {other.span.of(source.text).lower().replace("’", "'") for other in right}
        if plain & (_KEPT - {"sans"}) or word == "sans" or "?" in plain:
            continue
        if word in ("à", "pour", "au", "aux", "en", "sur") and left[-1].pos in ("VERB", "ADJ") and left[-1].feature("VerbForm") == "Part" and k + 1 < len(tokens) and tokens[k + 1].pos in ("NUM", "DET", "VERB", "NOUN"):
            continue  # « condamné à trois ans », « lancé pour surveiller »
        verb = next((other for other in left if _finite(other)), None)
        whole = verb is not None and word in ("avec", "pour") and not (k + 1 < len(tokens) and tokens[k + 1].pos == "VERB") and any(other.pos in ("NOUN", "PROPN") and other.span.start > verb.span.end for other in left)
        if not whole and word in ("à", "pour", "sur", "au", "aux", "avec") and left[-1].pos == "NOUN" and not any(_place(source, other) for other in right[1:3]):
            continue
        shown = source.text[tokens[0].span.start : left[-1].span.end]
        if shown.count("«") != shown.count("»") or shown.count("(") != shown.count(")"):
            continue
        found.append(left[-1].span.end)
    last = tokens[-1]
    if last.span.end - core > TITLE_CHARACTERS and len(tokens) > 4 and last.pos == "ADJ" and tokens[-2].pos == "NOUN" and tokens[-3].pos in ("ADP", "NOUN") and last.span.of(source.text).lower() not in _KEPT and not re.search(r"\d|(?:seule?s?|faux|fausses?|présumée?s?|manquée?s?)$", last.span.of(source.text)):
        found.append(tokens[-2].span.end)  # « de fonds [publics] »
    for time in source.analysis.times:  # « … retombera sur Terre début avril »
        start = next((k for k, token in enumerate(tokens) if token.span.start >= time.span.start), 0)
        if start > 2 and time.span.end >= tokens[-1].span.end - 1 and time.span.start > core + 14 and (source.is_date(time.span) or _MONTH_OF.fullmatch(time.span.of(source.text)) is not None) and tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ") and any(_finite(token) for token in tokens[: start - 1]):
            found.append(tokens[start - 1].span.end)
    return found


def _place(source: Source, token: Token) -> bool:
    return any(entity.kind == "place" and any(mention.span.overlaps(token.span) for mention in entity.mentions) for entity in source.analysis.entities)


def _inner(source: Source, tokens: tuple[Token, ...], span: Span, key: str) -> list[Span]:
    """Return what may fall in the middle: a place with its preposition, what stands between the keyphrase and the colon, an aside between commas."""
    found: list[Span] = []
    flat = plain(source.text)
    for entity in source.analysis.entities:
        for mention in entity.mentions if entity.kind == "place" else ():
            if not span.covers(mention.span):
                continue
            match = _PLACE.search(flat[span.start : mention.span.start])
            if match is None:
                continue
            start = span.start + match.start()
            before = next((token for token in reversed(tokens) if token.span.end <= start), None)
            if before is None or before.pos not in ("NOUN", "PROPN", "ADJ") or mention.span.end >= span.end:
                continue
            if flat[mention.span.end : mention.span.end + 2] not in (" :", ": ", ", ") and re.match(r"[ ,]", flat[mention.span.end : mention.span.end + 1]) is None:
                continue
            if re.match(r" (?:d[eu]s? |d'|et |-|[A-ZÉ])", flat[mention.span.end : mention.span.end + 4]):
                continue
            found.append(Span(start, mention.span.end))
    for time in source.analysis.times:
        if span.covers(time.span) and time.span.end < span.end and source.text[time.span.start - 1] == " " and re.match(r",? ", source.text[time.span.end : time.span.end + 2]) and not re.search(r"(?:de|du|d'|à|au|en|depuis|avant|après|dès|le|la) $", flat[span.start : time.span.start]):
            found.append(Span(time.span.start - 1, time.span.end))
    people = callings(load())
    for k in range(2, len(tokens) - 1):
        noun, link, name = tokens[k - 2], tokens[k - 1], tokens[k]
        of = link.span.of(source.text).lower().replace("’", "'") in ("de", "d'")
        if of and name.pos == "PROPN" and noun.pos == "NOUN" and noun.span.of(source.text).lower() not in people and not _NAMED_WITH.match(noun.span.of(source.text).lower()) and tokens[k + 1].pos in ("VERB", "AUX", "PUNCT", "ADJ") and tokens[k + 1].span.of(source.text) != "-":
            found.append(Span(noun.span.end, name.span.end))  # « le club de Lens », « l’usine de Lens »
    if len(span) > TITLE_CHARACTERS:
        for k in range(2, len(tokens) - 1):
            if _MANNER.fullmatch(tokens[k].span.of(source.text)) and tokens[k - 1].span.end + 1 == tokens[k].span.start and tokens[k + 1].span.of(source.text) not in ("et", ",", "que"):
                found.append(Span(tokens[k - 1].span.end, tokens[k].span.end))  # « progressivement introduits »
        for entity in source.analysis.entities if ":" in flat[span.start : span.end] else ():
            for mention in entity.mentions if entity.kind == "person" else ():
                head = re.search(r"(?<=: )(?:le |la |l')[a-zéèêâîôûç-]+ $", flat[span.start : mention.span.start])
                if mention.form == "full" and span.covers(mention.span) and head is not None:
                    found.append(Span(span.start + head.start(), mention.span.start))  # « : [le galeriste] Anna Morel condamnée »
                    following = next((token for token in tokens if token.span.start >= mention.span.end), None)
                    if following is not None and following.feature("VerbForm") == "Part" and source.text[mention.span.end] == " " and sum(other.kind == "person" and any(span.covers(one.span) for one in other.mentions) for other in source.analysis.entities) == 1:
                        found.append(Span(mention.span.start - 1, mention.span.end))  # « : le galeriste [Anna Morel] condamné »: the affair tells which one
    words = flat[span.start : span.end].lower()
    at = words.find(key.replace("’", "'").lower())
    colon = words.find(" :", at) if at >= 0 else -1
    if at >= 0 and colon > at + len(key) and ":" not in words[:at] and not any(_finite(token) for token in source.tokens_in(Span(span.start, span.start + colon))):
        found.append(Span(span.start + at + len(key), span.start + colon))
    found += [Span(span.start + match.start(), span.start + match.end() - 1) for match in re.finditer(r", [^,:«»]{4,60},(?= )", flat[span.start : span.end])]
    verb = next((token for token in tokens if _finite(token)), None)
    commas = [token.span for token in tokens if token.span.of(source.text) == "," and (verb is None or token.span.end < verb.span.start)]
    if verb is not None and len(commas) > 1 and source.text[commas[-1].end : verb.span.start].strip() == "" and not re.match(r"[^,]{0,12},", words):
        found.append(Span(commas[0].start, commas[-1].end))  # « L’animateur du studio, Paul Morel, auteur de…, meurt »
    return sorted(set(found), key=lambda drop: (drop.start, drop.end))[:6]


def _news_kept(source: Source, tokens: tuple[Token, ...], core: int, kept: Span, drops: tuple[Span, ...]) -> bool:
    """Return whether the cut title still tells what happened: the first verb, else the participle, numbers, and what stands behind a colon."""
    left = [token for token in tokens if kept.covers(token.span) and not any(drop.covers(token.span) for drop in drops)]
    inside = {id(token) for token in left}
    own = [token for token in tokens if token.span.start >= core]
    finite = [token for token in own if _finite(token)]
    if finite and id(finite[0]) not in inside:
        return False
    gone = [token for token in own if id(token) not in inside]
    if not finite:
        ages = {id(token) for token, following in zip(own, own[1:], strict=False) if following.span.of(source.text) == "ans"}
        said = [token for token in own if token.pos in ("VERB", "NUM") and token.span.of(source.text) not in ("concernant", "visant", "suivant", "pendant", "ans") and id(token) not in ages or re.search(r"\d", token.span.of(source.text)) or token.span.of(source.text).lower() in ("mort", "morts", "blessé", "blessés", "élu", "élue")]
        if said and not any(id(token) in inside for token in said):
            return False
        if any((token.pos == "NUM" or re.fullmatch(r"\d[\d ]*", token.span.of(source.text))) and not (id(token) in ages and not re.search(r"(?:prison|ferme|réclusion|condamn)", source.text[core : own[-1].span.end])) for token in gone):
            return False  # a toll is not halved
    colon = next((token for token in own if token.span.of(source.text) == ":"), None)
    if colon is not None and not any(token.span.start > colon.span.start for token in left):
        return False
    negative = {token.span.of(source.text).lower() for token in gone} & (_KEPT - {"sans"})
    return not negative and len(left) >= 3


def _made(source: Source, span: Span, kept: Span, drops: tuple[Span, ...], key: str) -> TitleCut | None:
    for one, other in combinations(drops, 2):
        if one.overlaps(other):
            return None
    # what stood between two commas takes both with it, unless another noun follows (« championnat du monde[, Vidal intraitable], la surprise Morel »)
    drops = tuple(Span(drop.start, drop.end + 1) if source.text[drop.start] == "," == source.text[drop.end : drop.end + 1] and drop.end < kept.end and not _JOINED.match(source.text, drop.end + 1) else drop for drop in drops)
    edits = [Edit("drop", "titre-court", drop, "") for drop in drops]
    edits += [edit for edit in typography_edits(kept.of(source.text), kept.start) if not any(edit.span.overlaps(drop) or edit.span == drop for drop in drops)]
    if source.text[kept.start].islower():
        edits.append(Edit("case", "majuscule-initiale", Span(kept.start, kept.start + 1), source.text[kept.start].upper()))
    try:
        ordered = in_order(edits)
        text = apply_edits(source.text, kept, ordered)
    except ValueError:
        return None
    if not fits_title(text, TITLE_CHARACTERS, TITLE_PIXELS) or re.search(r"[,:]\s*$|  |,,", text):
        return None
    begins = re.match(rf"(?:l[ea]s? |l’|une? |des )?{re.escape(key.lower().replace(chr(39), '’'))}(?![\w-])", text.lower().replace("'", "’")) is not None
    holds = set(stems(key)) <= set(stems(text))
    lost = len(span) - len(kept) + sum(len(drop) for drop in drops)
    return TitleCut(text, Copied(kept, ordered), begins, holds, lost, kept == span and not drops)
