"""What the source calls a person, as it can stand beside her name: « directeur du réseau » after it, « le galeriste » before it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from seo_fr.french.elision import contract
from seo_fr.french.typography import typeset
from seo_fr.model import Entity, Span
from seo_fr.propose.heading_words import opens_with_body
from seo_fr.propose.source import Source
from seo_fr.rulebook import load

#: Most words of a description.
LONGEST = 12
_TITLE = r"(?:(?:le |la )?(?:M\.|Mme|Mlle|Me|Dr|docteure?|professeure?) )?"
_DETERMINER = re.compile(r"(?:(le|la|un|une|son|sa|leur|notre|du|au)\s+|(l)['’])", re.IGNORECASE)
#: Words by which a description leans on what stands around it in the source.
_LEANING = re.compile(
    r"(?i)(?<![\w-])(?:mêmes?|autres?|compatriotes?|collègues?|compères?|homologues?|adversaires?|rivale?s?|voisine?s?|son|sa|ses|leurs?|ce|cet|cette|ces|notre|nos|votre|vos|mon|ma|celui|celle|lui|elle|eux|qui|que|dont|où|suivante?|précédente?|premiers? à|dernière?|second|seconde|lauréate?|gagnante?|vainqueur|victime|suspecte?|coupable|condamnée?|assassins?|meurtrière?|meurtrier|tueur|tueuse|violeur|terroriste|agresseur|assaillante?|kamikaze|ravisseur|preneur d['’]otages|présumée?|principale?|hier|aujourd'hui|demain|ici|là)(?![\w-])"
)
_KIN = re.compile(r"(?i)(?:ex-)?(?:épouse|époux|mari|femme|compagne|compagnon|conjointe?|veuve|veuf|mère|père|fils|fille|frère|sœur|soeur|cousine?|oncle|tante|neveu|nièce|gendre|beau-\w+|belle-\w+|grand-\w+|amie?|avocate?|défenseure?|conseil|client|cliente|associée?|garde|assistante?|attachée?|collaborateur|collaboratrice)(?![\w-])")
#: Functions that say nothing without their complement: whose?
_PARTIAL = re.compile(r"(?i)(?:entra[iî]neur|entra[iî]neuse|coach|sélectionneur|sélectionneuse|capitaine|gérante?|déléguée?|représentante?|chef|cheffe|numéro|membre|responsable|délégué général|déléguée générale)$")
_COMPLEMENT = re.compile(r"(?i)(?<!\w)(?:de|du|des|au|aux|à|en|pour|chargée?|chez)(?!\w)|(?<!\w)d['’]")
#: « l’épouse du galeriste », « l’avocat de la défense »: whose, is said by another noun alone.
_BARE_OWNER = re.compile(r"(?i)^\S+ (?:du|de la|de l['’]|des|au|à la) ?[a-zàâéèêëîïôùûç-]+$")
#: Owners that are clear though bare.
_CLEAR_OWNER = re.compile(r"(?i)(?:la défense|l['’]accusation|victimes|parties civiles|la partie civile|plaignants|l['’](?:équipe|entreprise)|du club)$")
_AGE = re.compile(r", (\d{1,2} ans)(?=[,.;])")
#: « Anne Morel, 41 ans, aide-soignante, »: what she does, behind her age.
_AGE_TRADE = re.compile(r", \d{1,2} ans, ([a-zàâéèêëîïôûùç][\wà-ÿ’' -]{3,40}?)(?=[,.;])")
#: « Paul Morel (Les Verts) », « Anna Devos (Belgique) »: no score, no minute, no remark.
_PARTY = re.compile(r" (\([A-ZÀ-Ý][A-Za-zÀ-ÿ’' -]{1,22}\))")
_RELATIVE = re.compile(r"(?:, \d{1,2} ans(?=, qui ))?, ((?:croisée?|rencontrée?|installée?|domiciliée?) [^,.;:«»()\n]{4,60}?(?=[,.;])|qui (?:tient|habite|vit|travaille|dirige|préside|enseigne|gère|exploite|élève|cultive|représente|anime|coordonne) (?!(?:à|avec|pour|par|en|y) ?(?:elle|lui|eux))[^,.;:«»()\n]{4,70}?)(?=[,.;])")
#: « son directeur, celui de l’entreprise »: which one?
_ANY_BODY = re.compile(r"(?:de l[’']|de la |du )(?:entreprise|société|compagnie|groupe|organisation|institution|association|agence|formation|firme|institut|établissement|syndicat|collectif)")
#: « secrétaire du syndicat à l’hôpital », « directrice départementale »: of which body, only another sentence says.
_OF_WHICH = re.compile(r"(?i)[\w-]+(?: (?:général|adjoint|national)e?)? (?:(?:de l[’']|de la |du )(?:organisation|institution|association|agence|fédération|syndicat|collectif|parti|intersyndicale)(?: (?:à|au|aux|dans|en|sur) .*)?|(?:départemental|régional|territorial|local)e?)$")
_OFFICE_OF_BODY = re.compile(r"(?i)(?:(?:vice-)?président|directeur|directrice|secrétaire|délégué|responsable|porte-parole|trésori|représentant|coordinat|chef|patron|dirigeant|membre|élu|numéro)")
_HABIT = re.compile(r" (qui (?:tient|habite|vit|travaille|dirige|préside|enseigne|gère|exploite|élève|cultive|représente|anime|coordonne) [^,.;:«»()\n]{4,60}?)(?=[,.;])")
#: « Anne Morel, une lycéenne de 17 ans qui… », « Anne Morel, déléguée de l’intersyndicale et tailleuse. »: what she is, where no function was read.
_APPOSED = re.compile(r", (?:une? )?([a-zàâéèêëîïôûùç][^,.;:«»()\n]{7,80}?)(?=[,.;]| qui | dont | où | ainsi qu(?:e |['’])[A-ZÀ-Ý])")
#: « Anne Morel, une journaliste qui animait l’émission, »: her trade needs no more.
_TRADE = re.compile(r", (?:une? )?([a-zàâéèêëîïôùûç-]{5,})(?=[,.;]| qui | dont | où )")
#: « Anne Morel, de l’université de Brize, »: the body she is of.
_OF_BODY = re.compile(r", ((de la |du |de l['’])([^,.;:«»()\n]{8,70}?))(?=[,.;])")
_OFFICES = re.compile(r"(?i)(?:ministre|président|maire|préfet|premier ministre|roi|reine|pape|chef)")


@dataclass(frozen=True, slots=True)
class Description:
    """One description: ``text`` begins with its article where it stands ``before`` the name, with its noun where it follows; ``span`` is where the source says it; ``rank`` sorts, highest first."""

    text: str
    before: bool
    span: Span
    rank: tuple[int, ...]


def descriptions(source: Source, entity: Entity) -> tuple[Description, ...]:
    """Return what the source certainly calls a person, the fullest and surest first; of a body, what it is when it is first named: « une association de patients, Santé pour tous, »."""
    made = [] if not entity.name.of(source.text).count(" ") else _kind_of_body(source, entity)
    if entity.kind != "person" or made:
        return tuple(made)
    for span in entity.functions:
        found = _read(source, entity, span)
        if found is not None:
            made.append(found)
    for mention in entity.mentions if not made else ():
        for rank, pattern in enumerate((_AGE, _PARTY, _RELATIVE, _AGE_TRADE)):
            clause = pattern.match(source.text, mention.span.end)
            if mention.form != "full" or clause is None:
                continue
            body = clause.group(1)
            if pattern is _AGE_TRADE and body.split(maxsplit=1)[0] not in _trades():
                continue
            if pattern is _PARTY and body[1:3] == "".join(word[0] for word in entity.name.of(source.text).split()[:2]):
                continue  # its acronym
            if len(re.findall(r"[\w-]+", body)) <= LONGEST and not _LEANING.search(body[4:]) and not _quoted(source, Span(*clause.span(1))):
                made.append(Description(typeset(body), False, Span(*clause.span(1)), (-1, rank)))
        of_body = _OF_BODY.match(source.text, mention.span.end)
        if mention.form == "full" and of_body is not None and opens_with_body(of_body.group(3)) and len(of_body.group(3).split()) > 1 and not _LEANING.search(of_body.group(3)) and not _ANY_BODY.fullmatch(of_body.group(1)) and not _quoted(source, Span(*of_body.span(1))):
            made.append(Description(typeset(of_body.group(1)), False, Span(*of_body.span(1)), (-1, 2)))
        apposed = _APPOSED.match(source.text, mention.span.end)
        trade = _TRADE.match(source.text, mention.span.end)
        if mention.form == "full" and trade is not None and trade.group(1) in _trades() and not re.search(r"(?:,|\bet|\bou) $", source.text[max(0, mention.span.start - 5) : mention.span.start]):
            body, span = trade.group(1), Span(*trade.span(1))
            if not _LEANING.search(body) and not _KIN.match(body) and not _PARTIAL.match(body) and not _OFFICE_OF_BODY.match(body) and not _OFFICES.match(body) and not _quoted(source, span):
                made.append(Description(typeset(body), False, span, (-1, 2)))
        if mention.form == "full" and apposed is not None and not entity.functions and _is_function(apposed.group(1)) and not re.search(r"(?:,|\bet|\bou) $", source.text[max(0, mention.span.start - 5) : mention.span.start]):
            body, span = apposed.group(1), Span(*apposed.span(1))
            if len(re.findall(r"[\w-]+", body)) <= LONGEST and not _LEANING.search(body) and not _KIN.match(body) and not _PARTIAL.match(body) and _COMPLEMENT.search(body) and not re.search(r"\d{4}", body) and not _quoted(source, span):
                made.append(Description(typeset(body), False, span, (-1, 3)))
    return tuple(sorted(made, key=lambda item: (tuple(-value for value in item.rank), item.span.start)))


@lru_cache(maxsize=1)
def _functions() -> frozenset[str]:
    return frozenset(str(word) for rule in load().of_kind("function-nouns") for word in rule.data.get("words", ()))


@lru_cache(maxsize=1)
def _trades() -> frozenset[str]:
    return _functions() | {str(word) for rule in load().of_kind("name-words") if rule.data.get("role") == "callings" for word in rule.data["words"]}


def _is_function(words: str) -> bool:
    """Return whether the words begin with a noun of function or trade."""
    return words.split(maxsplit=1)[0] in _functions()


_UNKNOWN_BODY = re.compile(r"(?<![\w'’])[Uu]ne? ([a-zàâéèêëîïôùûç][^,.;:«»()\n]{3,60}), $")


def _kind_of_body(source: Source, entity: Entity) -> list[Description]:
    """Return what « une association de patients, Santé pour tous, demande… » says of a name."""
    for mention in entity.mentions:
        found = _UNKNOWN_BODY.search(source.text[max(0, mention.span.start - 70) : mention.span.start].replace("\u00a0", " "))
        if mention.form == "full" and found is not None and source.text[mention.span.end : mention.span.end + 1] in (",", ".") and opens_with_body(found.group(1)) and not _LEANING.search(found.group(1)):
            start = max(0, mention.span.start - 70) + found.start(1)
            span = Span(start, start + len(found.group(1)))
            if len(found.group(1).split()) <= LONGEST and not _quoted(source, span):
                return [Description(typeset(found.group(1)), False, span, (1, 1))]
    return []


def _read(source: Source, entity: Entity, span: Span) -> Description | None:
    """Return the description that a function of the source gives; None where it would not be understood alone or may be another's."""
    text = source.text
    words = " ".join(span.of(text).split())
    place = _stands(source, entity, span)
    if place is None or any(mark in words for mark in "«»\"();:,") or _quoted(source, span):
        return None
    determiner = _DETERMINER.match(words)
    article = (determiner.group(1) or determiner.group(2)).lower() if determiner is not None else ""
    body = words[determiner.end() :] if determiner is not None else words
    if place == "after":
        relative = _HABIT.match(text, span.end)
        if relative is not None and not _LEANING.search(relative.group(1)[4:]):
            body += " " + relative.group(1)
    contracted = re.search(r"(?<![\w'’-])(?:[Dd]u|[Aa]u)\s$", text[max(0, span.start - 4) : span.start]) is not None
    if place == "touching" and determiner is None and not contracted:
        pair = re.search(r"(?<![\w'’-])([Ll]e |[Ll]a |[Ll]['’])([a-zàâéèêëîïôùûç-]+ et )$", text[max(0, span.start - 40) : span.start])
        if pair is None:
            return None
        article, body = pair.group(1).strip(" ’'").lower(), pair.group(2) + body
    if place == "before-comma" and re.search(r"(?i)(?:\b(?:de|du|des|au|aux|à|et|ou)|d['’])\s*$", text[max(0, span.start - 8) : span.start]):
        return None  # « l’avocat du directeur, Paul Morel »: which of the two?
    if article in ("le", "un") and entity.gender == "f" and not _OFFICES.match(body) or article in ("la", "une") and entity.gender == "m":
        return None
    owned = article in ("son", "sa", "leur")
    if owned:
        owner = _owner(source, span)
        if owner is None or _ANY_BODY.fullmatch(owner):
            return None
        body = f"{body} {owner}"
    elif article in ("notre", "du", "au") and place != "touching":
        return None
    if " et " in body and _LEANING.search(body[body.index(" et ") :]):
        body = body[: body.index(" et ")]
    count = len(re.findall(r"[\w-]+", body))
    if not body or count > LONGEST or _LEANING.search(re.sub(r" qui (?=[a-z]+ )", " ", body, count=1)) or re.search(r"\d{4}", body):
        return None
    if not owned and _OFFICE_OF_BODY.match(body) and _OF_WHICH.match(body.replace("\n", " ")):
        return None
    national = body[:1].isupper() and body.split()[0] != "Premier"
    if national and (" " in body or place != "touching"):
        return None
    full = _COMPLEMENT.search(body) is not None
    if not owned and (_KIN.match(body) and (_BARE_OWNER.match(body) and not _CLEAR_OWNER.search(body) or not full and not re.fullmatch("(?i)avocate?", body)) or _PARTIAL.match(body)):
        return None
    body = typeset(body)
    if full or owned or place == "after":
        lone = not full and not owned
        if body[:1].isupper() and not re.match(r"Premi", body):
            return None
        return Description(body, False, span, (2 if not owned and not lone else 1, min(count, 8)))
    if article in ("", "un", "une", "notre") and not (article == "" and place == "touching"):
        return None
    if article in ("", "du", "au"):
        article = "le" if article else ""
        if not article:
            return None
    lead = "l’" if article == "l" else f"{article} "
    return Description(typeset(lead + body), True, span, (0, 0 if national else 1, min(count, 8)))


def _stands(source: Source, entity: Entity, span: Span) -> str | None:
    """Return how the function stands by a full name of the person: «touching», «before-comma» or «after»; None where it does by none."""
    text = source.text
    for mention in entity.mentions:
        if 0 <= mention.span.start - span.end < 24:
            gap = text[span.end : mention.span.start]
            if re.fullmatch(rf"\s{_TITLE}", gap):
                return "touching"
            if re.fullmatch(rf",\s{_TITLE}", gap):
                return "before-comma"
        if 0 < span.start - mention.span.end < 40 and re.fullmatch(r"(?:\s?\([^)]{1,24}\))?(?:,\s(?:\d+ ans,\s|âgée? de \d+ ans,\s)?|\s\()", text[mention.span.end : span.start]):
            return "after"
    return None


def _owner(source: Source, span: Span) -> str | None:
    """Return « de la fédération » for the possessive that opens a function, where the references know whose it is."""
    reference = source.reference_at.get(span.start)
    if reference is None or reference.kind != "possessive":
        return _body_before(source, span)
    if reference.bare or len(reference.text.split()) > 6:
        return None
    owner = source.entity(reference.entity)
    if owner is not None and owner.kind not in ("organisation", "country", "place", "person") or owner is None and opens_with_body(reference.text) is None:
        return None
    return contract("de", reference.text.replace("'", "’"), "person" if reference.entity is not None and " " in reference.text and reference.text[:1].isupper() else "")


def _body_before(source: Source, span: Span) -> str | None:
    """Return « de l’opposition valdane » for « L’opposition valdane réclame… Son chef, Paul Morel, »: the subject of the sentence before, where it names no other body and nobody."""
    sentences, text = source.analysis.sentences, source.text
    here = next((sentence for sentence in sentences if sentence.span.covers(span)), None)
    if here is None:
        return None
    start = span.start
    opened = text.rfind("«", 0, start)
    if re.search(r"»,? (?:\w+ ?['’]?){1,4}$", text[max(0, start - 50) : start]) and opened >= 0:
        start = opened  # « … », a déclaré sa présidente
    elif here.span.start != start:
        return None
    number = max((index for index, sentence in enumerate(sentences) if sentence.span.end <= start), default=-1)
    if number < 1 or here.paragraph - sentences[number].paragraph not in (0, 1) or sentences[number].paragraph < 0:
        return None
    before = sentences[number].span
    if re.match(r"(?i)celle-ci |celui-ci ", text[before.start : before.end]) and sentences[number - 1].paragraph == sentences[number].paragraph:
        # « … avec l’agglomération. Celle-ci verse… Sa présidente, Anne Morel, »: what ends the sentence before
        last = re.search(r"(?<![\w'’])(l[ae] |l['’])([\w-]+)[.\s]*$", text[sentences[number - 1].span.start : sentences[number - 1].span.end])
        fits = last is not None and opens_with_body(last.group(2)) is not None and last.group(1) in (("la ", "l'", "l’") if text[before.start + 2] == "l" and text[before.start + 3] == "l" else ("le ", "l'", "l’"))
        return contract("de", (last.group(1) + last.group(2)).replace("'", "’")) if last is not None and fits else None
    if sentences[number].paragraph != here.paragraph:
        return None
    clauses = source.clauses_of.get(number, ())
    subject = clauses[0].subject if clauses and len({clause.subject for clause in clauses}) == 1 else None
    if subject is None or clauses[0].number == "p":
        return None
    words = " ".join(subject.of(text).split()).replace("'", "’").partition(", ")[0].rstrip(",")
    reference = source.reference_at.get(subject.start)
    owner = source.entity(reference.entity) if reference is not None and reference.kind == "subject" else None
    if owner is not None and owner.kind == "organisation" and reference is not None and not reference.bare:
        return contract("de", reference.text.replace("'", "’")) if len(reference.text.split()) < 7 else None
    led = re.match(r"[Ll]a direction d(?:e (?=la |l’)|u )(.+)", words)
    if led is not None:
        words = ("Le " if " du " in led.group()[:14] else "") + led.group(1)
    found = re.match(r"(?i)(?:l[ae] |l’)", words)
    if found is None or opens_with_body(words) is None or len(words.split()) > 7 or re.search(r"[,;:«»()]|(?<!\w)(?:et|qui|dont|son|sa|ses|ce|cette|leurs?)(?!\w)", words):
        return None
    rest = text[subject.end : before.end]
    if any(entity.kind in ("person", "organisation") and any(before.covers(mention.span) and mention.span.start >= subject.end for mention in entity.mentions) for entity in source.analysis.entities):
        return None
    if any(opens_with_body(match.group(1)) for match in re.finditer(r"(?:(?<!\w)(?:l[ae]|au|du|ce|cette|notre|sa|son) |(?<!\w)l['’])(\w[\w-]*)", rest)):
        return None
    return contract("de", words[0].lower() + words[1:])


def _quoted(source: Source, span: Span) -> bool:
    return any(quote.span.overlaps(span) for quote in source.analysis.quotes)
