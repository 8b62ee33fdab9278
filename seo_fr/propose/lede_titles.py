"""Title tags of an article without a title, out of its main clause: a short subject, the verb in the headline present, what the verb bears on; when, where and beside what it happened falls.

The cuts of :mod:`seo_fr.propose.untitled` keep the subject as the sentence has it. Here it may be the one name in it (« Le candidat de la gauche Paul Devos du parti valdan » → « Paul Devos »),
or the acronym that the source puts behind the long form of a body (« La Fédération valdane du lin (FVL) » → « La FVL »).
"""

from __future__ import annotations

import re
from itertools import combinations

from seo_fr.analyse.focus_lede import news_sentence
from seo_fr.french.calendar import DAYS, MONTHS
from seo_fr.model import Clause, Edit, Span
from seo_fr.propose.headlines import _ENDS_BADLY, _NEVER_DROP, Headline, _present
from seo_fr.propose.lede_cuts import HALF_DATE, _bad, _days
from seo_fr.propose.news_titles import short_subjects
from seo_fr.propose.source import Source
from seo_fr.propose.tell import finish, in_quotes
from seo_fr.propose.title_forms import dropped_auxiliary

RULE = "titre-de-la-proposition"
_RESERVE = re.compile(
    r"(?i)(?<!\w)(?:dont|pas|jamais|aucune?|sans|sursis|présumée?s?|accus\w+|soupçonn\w+|contest\w+|dément\w*|ni[ée]\w*|rejet\w+|selon|d['’]après|sauf|hors|mais|moins|seul\w*|mort\w*|tué\w*|bless\w+|décédé\w*|disparu\w*|si|peut|pourrai\w+|serai\w+|aurai\w+)(?!\w)|n['’]"
)
#: What opens a circumstance without which the news is told.
_OPENS = frozenset("quant dans lors après avant pendant durant avec depuis dès devant grâce chez afin alors près par vers".split())
_ASIDE = re.compile(r", (?:comme |le |la |l['’]|une? |les |\d+ ans|âgée? |ancien|ancienne|déjà |premi|derni|seul|figure|fils|fille|président|directeur|directrice|ministre|maire|député|chef|spécial)[^,;:«»()]{2,90},|, [A-ZÉÈ][^,;:«»()]{2,40},| \([^()«»]{2,60}\),?")
_TIME = re.compile(r" (?:ces derniers jours|ce matin|ce soir|cet après-midi|cette nuit|cette semaine|hier(?: soir| matin)?(?: \d{1,2}(?:er)? [a-zéû]+)?|aujourd['’]hui|le \d{1,2}(?:er)? (?:" + MONTHS + r")(?: \d{4})?|peu (?:avant|après) (?:minuit|midi)|dans la nuit (?:de|du) [\w ]{3,40}? (?:à|au) \w+(?= )|en début de (?:matinée|soirée|semaine)|en fin de (?:matinée|soirée|journée|semaine)|officiellement|désormais|également|dès (?:" + DAYS + r")(?: \d+ \w+)?)(?=[ ,.])")
#: How strong an earthquake or a storm was.
_MEASURE = re.compile(r" d(?:e |['’]une )(?:magnitude|force|intensité|catégorie) (?:de )?\d+(?:,\d+)?(?= )")
#: Nouns that say nothing without what completes them.
_HOLLOW = re.compile(
    r"(?i)(?:^|[ '’])(?:une?|l[ae]s?|l['’]|des|du|ses?|sa|son|leurs?|d['’]) ?(?:importants? |nouve(?:l|au|lle) )?(?:projet|plan|texte|mesure|décision|proposition|accord|loi|série|vidéo|opération|mission|article|document|rapport|enquête|action|partie|nombre|groupe|place|état|part|cause|fin|début|suite|cours|contrôle|mise|prise|tour|point|moyens?|palmarès|dossier|pari|objectifs|chiffres|résultats|contexte|cadre|droit|programme|réforme|procédure|campagne|lieu|vote|candidature)$"
)
_HALF_DATE = re.compile(r"(?<!\b[Ll]e)(?<!\bdu)(?<!\bau)(?<!\bde)(?<!\bce)(?<!\bet)(?<!di)(?<!dimanche)(?<!\bdès) \d{1,2}(?:er)? (?:" + MONTHS + r")")
_NUMBERED = re.compile(r"\d|[a-zé] [A-ZÉ]")
#: What its number names.
_IS_NUMBERED = re.compile(r"(?<!\w)(?:article|alinéa|ligne|chapitre|résolution|décret) \d+(?:[.-]\d+)?$")
_LEANS = re.compile(r"(?:Il|Elle|Ils|Elles|On|Ce|Cet|Cette|Ces|C['’]|Son|Sa|Ses|Leurs?|Celui|Celle|Celles|Ceux)(?!\w)")


def lede_titles(source: Source, key: str, most: int, least: int = 30) -> tuple[Headline, ...]:
    """Return the headlines of at most ``most`` characters that the main clause of the news gives, the best first.

    ``key``: the focus keyphrase; a reserve that it has itself may fall (« réseau présumé »), since it stands before the headline. ``cost`` is what was cut.
    """
    news = news_sentence(source.analysis)
    if news is None:
        return ()
    index = next(i for i, sentence in enumerate(source.analysis.sentences) if sentence.span == news)
    clauses = source.clauses_of.get(index, ())
    if not clauses or source.analysis.sentences[index].doubtful:
        return ()
    clause = clauses[0]
    if clause.negated or clause.commitment in ("denied", "negated") or clause.tense in ("imperfect", "pluperfect", "past-conditional") or in_quotes(source, clause.verb) or clause.subject_kind == "pronoun":
        return ()
    if any(one.sentence == index and one.remove > 1 for one in source.analysis.statements):
        return ()
    made: dict[str, Headline] = {}
    ends = _ends(source, clause, key)
    for start, drops, worth in _subjects(source, clause, news):
        for end, lost in ends:
            asides = _asides(source, index, clause, end)
            for size in range(len(asides), -1, -1):
                for chosen in combinations(asides, size):
                    line = _line(source, clause, Span(start, end), (*drops, *chosen), worth + lost + size)
                    if line is not None and least <= len(line.text) <= most:
                        kept = made.get(line.text)
                        if kept is None or kept.cost > line.cost:
                            made[line.text] = line
    return tuple(sorted(made.values(), key=lambda line: (line.cost, -len(line.text), line.text)))[:12]


def _subjects(source: Source, clause: Clause, news: Span) -> list[tuple[int, tuple[Span, ...], int]]:
    """Return where the headline may begin, what falls between there and the verb, and what that costs: the subject without its asides, the one person's name in it, the acronym of a body."""
    text = source.text
    begin = clause.subject.start if clause.subject is not None else news.start
    lead = text[news.start : begin]
    if clause.subject is not None and re.fullmatch(r"(?:L[ea]s? |L['’])?[A-ZÉÈ][^,;:«»()]{2,50}, ", lead) and text[clause.subject.end : clause.verb.start].strip() == "," and not (source.tokens_in(Span(news.start, begin)) and source.tokens_in(Span(news.start, begin))[0].pos in ("ADP", "ADV")):
        begin = news.start  # « La Traversée, une course de canots, a été remportée »: the parser took the apposition
    if begin >= clause.verb.start or _LEANS.match(text[begin : clause.verb.start]):
        return []
    whole = Span(begin, clause.verb.start)
    words = whole.of(text)
    if re.search(r"[«»;:]", words) or any(token.feature("VerbForm") == "Fin" for token in source.tokens_in(whole)) and not re.search(r", [^,]*,|\(", words):
        return []
    drops = tuple(Span(begin + match.start(), begin + match.end()) for match in re.finditer(r",? \([^()]{2,60}\),?(?= )|, [^,;:«»()]{2,120},(?= )", words))
    measure = _MEASURE.search(words)
    drops = (*drops, *((Span(begin + measure.start(), begin + measure.end()),) if measure is not None and not any(drop.overlaps(Span(begin + measure.start(), begin + measure.end())) for drop in drops) else ()))
    drops = tuple(sorted(drop for drop in drops if drop.end < clause.verb.start))
    names = [mention.span for entity in source.analysis.entities if entity.kind == "person" for mention in entity.mentions if mention.form == "full"]
    drops = tuple(drop for drop in drops if not any(drop.covers(name) and len(drop) < len(name) + 6 for name in names))  # « la ministre[, Anna Morel,] »: who it is stays
    left = re.sub(r", [A-ZÉÈ][^,;:«»()]{2,40}, $", " ", words)
    for span in () if left != words else reversed(drops):
        left = left[: span.start - begin] + left[span.end - begin :]
    found: list[tuple[int, tuple[Span, ...], int]] = []
    if "," not in left and "(" not in left and left.strip() and words.count(",") <= 2 and not re.search(r"(?i)(?<!\w)(?:son|sa|ses|leurs?)(?!\w)", left):
        found.append((begin, drops, len(drops)))
    people = [entity for entity in source.analysis.entities if entity.kind == "person" and any(whole.covers(mention.span) for mention in entity.mentions)]
    if len(people) == 1 and " et " not in words:
        for mention in people[0].mentions:
            before, after = text[begin : mention.span.start], text[mention.span.end : clause.verb.start]
            alone = re.search(r"(?i)(?:(?<!\w)(?:de|du|des|à|au|et|par|avec|pour|contre|chez|sur)|d['’])[ ]?$", before) is None
            if whole.covers(mention.span) and mention.form == "full" and alone and " " in mention.span.of(text).strip() and len(before) < 90:
                fallen = (Span(mention.span.end, clause.verb.start - 1),) if after.strip() else ()
                if not _RESERVE.search(before + after) and re.search(r"\w", after) is None or re.match(r",? (?:du|de la|des|de l['’]|\(|[a-zéè]+ )|,", after):
                    found.append((mention.span.start, fallen, 2 + (2 if after.strip() else 0)))
                break
    acronym = re.match(r"(?P<art>L[ea] |L['’])(?P<long>[A-ZÉ][^,;:«»()]{12,90} \()(?P<short>[A-Z][A-Za-z]{1,6})(?P<close>\))(?=,? )", words)
    if acronym is not None:
        vowel = acronym.group("short")[0] in "AEIO" or acronym.group("short")[0] in "FHLMNRSX" and not re.search("[AEIOUY]", acronym.group("short"))
        if not (vowel and acronym.group("art") in ("La ", "Le ")) or acronym.group("short")[0] in "F":
            found.append((begin, (Span(begin + acronym.start("long"), begin + acronym.end("long")), Span(begin + acronym.start("close"), begin + acronym.end("close"))), 3))
    return found


def _asides(source: Source, index: int, clause: Clause, end: int) -> list[Span]:
    """Return what may fall between the verb and the end: days, times of the day, what stands between commas or in brackets."""
    text = source.text
    behind = Span(clause.verb.end, end)
    found = [day for day in _days(source, index, clause.span) if behind.covers(day) and not HALF_DATE.match(text[day.end : day.end + 14])]
    for pattern in (_TIME, _ASIDE):
        for match in pattern.finditer(text, clause.verb.end, min(end + 1, len(text))):
            piece = Span(match.start(), match.end())
            if piece.end <= end and not any(piece.overlaps(other) for other in found) and not _RESERVE.search(piece.of(text)):
                found.append(piece)
    return sorted(found)[:4]


def _ends(source: Source, clause: Clause, key: str) -> list[tuple[int, int]]:
    """Return where the headline may end, with what it costs: at the clause's end, before a circumstance, a relative between commas, the last complement of a noun with its number."""
    text = source.text
    sentence = source.analysis.sentences[clause.sentence].span
    stop = max(clause.span.end, min(sentence.end, clause.span.end + 1))
    tokens = source.tokens_in(Span(clause.verb.end, stop))
    found = [(clause.span.end, 0)]
    for k in range(1, len(tokens)):
        word = tokens[k].span.of(text).lower().replace("’", "'")
        gone = re.split(r" alors (?:même )?qu", text[tokens[k].span.start : clause.span.end])[0]
        reserve = _RESERVE.search(gone)
        if reserve is not None and reserve.group().lower() not in key.lower() or set(re.findall(r"[\w'-]+", gone.lower())) & (_NEVER_DROP - set(key.lower().split())):
            continue
        left = tokens[:k]
        place = word in ("à", "au", "aux", "en", "sur") and k + 1 < len(tokens) and _circumstance(source, tokens[k].span.start, clause.span.end)
        aside = word == "," and k + 1 < len(tokens) and tokens[k + 1].span.of(text).lower() not in ("et", "ou")
        second = word in ("de", "du", "des", "d'") and left[-1].pos == "NUM"
        owned = word in ("de", "du", "des", "d'") and re.search(r"(?<!\w)(?:sa|son) (?:démission|candidature|retrait|départ|retraite|victoire)$", text[clause.verb.end : left[-1].span.end]) is not None
        numbered = word in ("de", "du", "des", "d'") and _IS_NUMBERED.search(text[clause.verb.end : left[-1].span.end]) is not None
        described = word == "qui" and re.search(r"(?:^|\s)une? [a-zéèêâîôûç]+ (?:de |d['’])?[a-zéèêâîôûç]+$", text[clause.verb.end : left[-1].span.end]) is not None  # « un accord de paix[ qui prévoit…] »
        if word not in _OPENS and not place and not aside and not second and not owned and not numbered and not described:
            continue
        if re.search(r"(?<!\w)comme (?:une? )?[«\w]", gone) or "," in text[clause.verb.end : tokens[k - 1].span.end] and word != ",":
            continue
        if word == "par" and not clause.passive:
            continue
        if not any(token.pos in ("NOUN", "PROPN", "NUM") for token in left) and not clause.passive:
            continue
        while left and left[-1].pos == "PUNCT" and left[-1].span.of(text) not in ("»", ")"):
            left = left[:-1]
        if not left or left[-1].pos in _ENDS_BADLY and left[-1].span.of(text) not in ("»", ")") or left[-1].feature("VerbForm") in ("Inf", "Fin") or left[-1].feature("VerbForm") == "Part" and not clause.passive:
            continue
        end = left[-1].span.end
        if _HOLLOW.search(text[clause.verb.end : end]) or text[clause.verb.end : end].count("«") != text[clause.verb.end : end].count("»"):
            continue
        found.append((end, 2 + (clause.span.end - end) // 30))
    return sorted(set(found), key=lambda item: -item[0])


def _circumstance(source: Source, start: int, end: int) -> bool:
    """Return whether « à », « en » opens a place, a day or an age."""
    words = source.text[start:end]
    if re.match(r"(?:à l['’]âge|en (?:début|fin|milieu|marge|raison|présence|vue|cours|" + MONTHS + r"|\d{4})|à (?:la suite|l['’]issue|l['’]occasion|partir|hauteur|proximité)|sur fond|sur l[ae] (?:route|autoroute|nationale|départementale|rocade)|sur l['’](?:autoroute|A\d+)|au (?:sein|cours|terme|large|lendemain))(?!\w)", words):
        return True
    match = re.match(r"(?:à|au|aux|en|sur) (?:l[ae] |l['’]|les )?", words)
    at = start + (match.end() if match is not None else 0)
    return any(entity.kind in ("place", "country") and any(mention.span.start == at for mention in entity.mentions) for entity in source.analysis.entities)


def _line(source: Source, clause: Clause, span: Span, fallen: tuple[Span, ...], cost: int) -> Headline | None:
    if any(one.overlaps(other) for one, other in combinations(fallen, 2)) or any(not span.covers(piece) for piece in fallen):
        return None
    text = source.text
    if any(_RESERVE.search(re.sub(r"selon (?:son|leur|l['’]) ?(?:acronyme|sigle|nom)|d['’]après son nom", "", piece.of(text))) for piece in fallen):
        return None
    drops = [Edit("drop", RULE, piece, "") for piece in fallen]
    bare = dropped_auxiliary(source, clause, Span(span.start, max(span.end, clause.verb.end)))
    verb = bare if bare is not None else _present(source, clause, span, drops)
    done = finish(source, span, sorted([*drops, *([verb] if verb is not None else [])], key=lambda edit: edit.span), final=False)
    if done is None or _HALF_DATE.search(done[2]) or done[2].count(",") % 2 and span.end < clause.span.end and "«" not in done[2] or _bad(source, done[2], ()) or re.search(r"[;:?!\[\]]|[.]$|\d\.\s", re.sub(r"«[^»]*»", " ", done[2])) or _HOLLOW.search(done[2]) and not _NUMBERED.search(done[2][-14:]):
        return None
    if verb is None and clause.tense == "perfect":
        cost += 2
    return Headline(*done, clause, verb is not None and verb is not bare, cost)


def tag_lines(source: Source, key: str, most: int) -> tuple[Headline, ...]:
    """Return the headlines of the main clause whose subject falls short of what only completes it, the best first."""
    news = news_sentence(source.analysis)
    index = next((i for i, sentence in enumerate(source.analysis.sentences) if sentence.span == news), -1)
    clauses = [clause for clause in source.clauses_of.get(index, ()) if clause.subject is not None]
    if not clauses:
        return ()
    found = {line.text: line for line in short_subjects(source, tuple(_ends(source, clauses[0], key)), _asides(source, index, clauses[0], clauses[0].span.end), most)}
    return tuple(sorted(found.values(), key=lambda line: (line.cost, -len(line.text), line.text)))[:8]


__all__ = ["RULE", "lede_titles", "tag_lines"]
