"""Whom or what a question is about: the subject as a question may name it, and whether subject and verb are certain."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.conjugation import parse_group
from seo_fr.french.questions import inverted as turned_group
from seo_fr.model import Clause, Grammar, Span
from seo_fr.propose.ask_frame import Frame
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, in_quotes


def is_firm(source: Source, clause: Clause) -> bool:
    """Return whether subject and verb are certain though the rest of the clause is not: they stand together at its head, bound by the parse, and agree."""
    own = [s for s in source.analysis.statements if s.id in clause.statements]
    if clause.subject is None or clause.subject_kind not in ("name", "noun", "pronoun") or clause.commitment not in ("asserted", "future") and not (own and clause.commitment == "attributed"):
        return False
    if any(not s.cue.overlaps(clause.verb) or s.speaker_span is None or not s.speaker_span.overlaps(clause.subject) for s in own):
        return False
    text = source.text
    sentence = source.analysis.sentences[clause.sentence].span
    words = clause.subject.of(text)
    aside = _ASIDE.match(plain(words)) if text[clause.subject.end : clause.verb.start].strip() == "," else None
    between = plain(text[clause.subject.end : clause.verb.start]).strip()
    if aside is None and between and between not in _SET_APART and not (between == "," and _NAMED.search(words)) or clause.complement is None or text[clause.verb.end : clause.complement.start].strip():
        return False
    start = clause.lead.start if clause.lead is not None else clause.subject.start
    if start != sentence.start or clause.lead is not None and not text[clause.lead.start : clause.subject.start].rstrip().endswith(","):
        return False
    if clause.lead is not None and (":" in clause.lead.of(text) or "«" in clause.lead.of(text)):
        return False
    tokens = source.analysis.tokens
    verb = set(range(*source._range(clause.verb)))
    heads = [i for i in range(*source._range(clause.subject)) if tokens[i].head in verb and tokens[i].dep in ("nsubj", "nsubj:pass")]
    group = clause.verb.of(text)
    return len(heads) == 1 and tokens[heads[0]].pos in ("NOUN", "PROPN", "PRON") and (parse_group(group) is not None or bool(re.fullmatch(r"(?:s['’]|se )?\w+", group))) and not re.search(r"[,;:«»()]", words[: aside.end(1)] if aside is not None else words.split(",")[0] if between == "," else words)


#: « La course, une épreuve de 300 kilomètres, », « Le groupe, qui a lancé… en 2009, »: what is said aside ends with the comma before the verb.
_ASIDE = re.compile(r"([^,;:«»()]{3,60}?), (?:une? |qui |dont |créée?s? |fondée?s? |située?s? |âgée?s? )[^;:«»()]+$")


#: « La direction, elle, propose »: only set against another.
_SET_APART = frozenset([", elle,", ", lui,", ", eux,", ", elles,", ", elle aussi,", ", lui aussi,", ", quant à elle,", ", quant à lui,", ", de son côté,", ", pour sa part,"])
#: « La ministre des Sports, Anne Morel, »
_NAMED = re.compile(r"^[^,;:«»()]{3,80}, [A-ZÉÈÀ][\w’'-]+(?: (?:[A-ZÉÈÀ][\w’'-]+|de|du|la|le|van|von|d[’']\w+)){1,4}$")


_NOT_VERBS = re.compile(r"(?:l'|s'|n'|en |y )?(?:est|a|as|sont|ont|porte|marche|offre|rue|place|mars|compte|tour|prise|mise|cours|course|part|passe)")


def with_shared_subject(source: Source, clause: Clause) -> Clause:
    """Return the clause without the obstacle that its subject stands before another verb of its sentence: in a question it is named. Unchanged where that is not certain."""
    if not any(obstacle.startswith("shared-subject") for obstacle in clause.obstacles) or clause.subject is None or clause.subject.end > clause.span.start:
        return clause
    first = next((other for other in source.clauses_of.get(clause.sentence, ()) if other.subject == clause.subject and other.id != clause.id), None)
    if re.match(r"(?:ce|cet|cette|ces|son|sa|ses|leurs?|il|elle|ils|elles|on)\b", plain(clause.subject.of(source.text))):
        return clause
    if first is None or not first.regular or first.number != clause.number or first.commitment not in ("asserted", "future") or first.statements or _NOT_VERBS.fullmatch(plain(clause.verb.of(source.text))):
        return clause
    kept = tuple(obstacle for obstacle in clause.obstacles if not obstacle.startswith("shared-subject"))
    return replace(clause, obstacles=kept, gender=clause.gender or first.gender, passive=clause.passive)


#: What one has of one's own: « a fêté son anniversaire », « a annoncé sa démission ».
_OWN = re.compile(
    r"(?:son|sa|ses|leur|leurs) (?:\w+ )?(?:anniversaire|carrière|titre|titres|succès|podium|démission|campagne|mandat|mandats|candidature|parcours|retour|départ|poste|engagement|engagements|intention|intentions|couronne|domination|rythme|opposition"
    r"|bilan|fonctions|inquiétude|soutien|accord|désaccord|regret|regrets|joie|volonté|souhait|confiance|avance|retraite|victoire|défaite|participation|place|record|offre|demande|projet|programme|stratégie|activité|activités|production|effectifs|médaille"
    r"|« stupeur »|album|roman|livre|film|premier|deuxième|troisième)\b"
)


def with_own_possessive(source: Source, clause: Clause) -> Clause:
    """Return the clause without the obstacle of a possessive right after its verb that is its subject's own, number told by its form."""
    if clause.complement is None or clause.subject is None or clause.subject_kind == "pronoun":
        return clause
    words = plain(clause.complement.of(source.text))
    if not _OWN.match(words) or words.startswith("leur") != (clause.number == "p"):
        return clause
    mine = words.split(" ")[0]
    left = [obstacle for obstacle in clause.obstacles if obstacle.startswith("possessive:")]
    if len([1 for obstacle in left if plain(obstacle.partition(":")[2]).startswith(mine)]) != 1:
        return clause
    return replace(clause, obstacles=tuple(o for o in clause.obstacles if not (o.startswith("possessive:") and plain(o.partition(":")[2]).startswith(mine))))


def is_connective(clause: Clause, source: Source) -> bool:
    assert clause.lead is not None
    words = plain(clause.lead.of(source.text)).strip(" ,")
    return any(obstacle.startswith(("connective:", "also:", "aside:", "time:")) and plain(obstacle.partition(":")[2]) == words for obstacle in clause.obstacles)


FRAMING = re.compile(
    r"(?:mais |et |or )?(?:selon|d'après|pour |si |s'|sauf|sans |à condition|en cas|dans le cas|faute|contrairement|peut-être|probablement|sans doute|apparemment|officiellement|théoriquement|aux yeux|de l'avis|à en croire|au dire|en l'absence"
    r"|même si|bien que|quoique|à défaut|hormis|excepté|parmi|comme|tout comme|à l'exception|au lieu|si bien|plutôt|non |ni |pas |loin|en principe|en théorie|suivant|lorsqu|quand |une fois|soit |par exemple|a priori)",
)


_VAGUE = re.compile(
    r"(?:on|ce|c'|cela|ça|ceci|tout|tous|toutes|rien|personne|nul|certains|certaines|d'autres?|chacune?|celui.*|celle.*|ceux.*|l'une?|les une?s|beaucoup|la plupart|une partie.*|seule?s? .*|plusieurs|quelques|autres?|qui"
    r"|lequel|laquelle|un tel|un autre.*|une autre.*|l'autre.*|les autres.*|la suite|le tout|les mêmes.*|le même.*|la même.*|le premier|la première|le second|la seconde|le dernier|la dernière|les deux|la moitié|le tiers|un tiers|le quart|un quart|le reste|l'essentiel|la majorité|la plus grande partie|tous deux|aucune? .*|.*\b(?:dont|qui|que|qu')\b.*|(?:parmi|entre|chez|dans|en|à|au|aux|sur|pour|avec|selon|depuis|près|sous|après|avant|comme) .*|une? grande partie.*|certaine?s? .*)"
)


def is_vague(words: str) -> bool:
    """Return whether a subject, in lower case with plain apostrophes, names nobody and nothing certain."""
    return _VAGUE.fullmatch(words) is not None


def subject_of(source: Source, clause: Clause) -> Span | None:
    """Return what names the subject in a question: the whole noun phrase, or the person's name in a long one; None where it is vague."""
    assert clause.subject is not None
    words = plain(clause.subject.of(source.text)).strip()
    entity = source.entity(clause.subject_entity)
    if clause.subject_kind == "pronoun":
        return clause.subject if words in ("il", "elle", "ils", "elles") else None
    aside = re.match(r"((?:le |la |les |l')[^,(]+)(?:, (?:qui|dont|où|que|créée?s?|fondée?s?|située?s?|âgée?s?) |, [^,]+, qui | \()", words)
    named_first = aside.group(1) if aside is not None and source.text[clause.subject.end :].lstrip().startswith(",") else words  # what is said of it between commas makes it no vaguer
    if clause.subject_kind not in ("name", "noun") or _VAGUE.fullmatch(named_first) or in_quotes(source, clause.subject) and "«" not in words:
        return None
    if entity is not None and entity.kind == "person" and ("," in words or len(words) > 44 or re.match(r"(?:son|sa|ses|leurs?|ce|cette)\b", words)):
        named = [m.span for m in entity.mentions if m.form == "full" and clause.subject.covers(m.span)]
        if named:
            return named[0]
    if "," in words or "(" in words or ":" in words or len(words) > 72:
        comma = re.search(r"[,(]", words)
        head = words[: comma.start()].rstrip() if comma else ""
        closed = words.rstrip().endswith(")") or source.text[clause.subject.end :].lstrip().startswith(",")
        if comma and closed and (re.match(r"(?:le|la|les|l'|cette?|ce|ces)\b", head) or clause.subject_kind == "name") and 1 <= len(head.split()) <= 12 and not re.search(r",.*\bet\b", words[comma.start():] if words.count(",") > 1 else ""):
            return Span(clause.subject.start, clause.subject.start + len(head))
        return None
    return clause.subject


def agrees(frame: Frame) -> bool:
    """Return whether the source's verb is a known form of the subject's number: a fault of the source is not asked about."""
    group = frame.clause.verb.of(frame.source.text)
    number = frame.clause.number
    whole = plain(frame.clause.subject.of(frame.source.text)) if frame.clause.subject is not None else ""
    if number == "s" and re.match(r"(?:les|des|ces|plusieurs|deux|trois|quatre|cinq|six) ", whole) or number == "p" and re.match(r"(?:le|la|un|une|ce|cette) (?!\w+ (?:de|d'|des) ?)", plain(frame.subject.of(frame.source.text))) and not re.search(r"\bet\b", plain(frame.subject.of(frame.source.text))):
        return False
    if not number or turned_group(group, Grammar("m", number)) is None:
        return False
    if re.search(r"\b(?:a|ont|avait|avaient|aura|auront)(?: \w+ment| déjà| aussi| également)* \w+(?:ée|ées|és|ues|ies)$", plain(group)) and not re.match(r"(?:l'|les |la |en )", plain(group)):
        return False  # « a lancée une campagne »
    participle = re.search(r"\b(?:est|sont|été|était|étaient|sera|seront)(?: \w+ment| déjà| aussi| encore)? (\w+(?:é|ée|és|ées|is|ise|ises|it|ite|its|ites|u|ue|us|ues))$", plain(group))
    if participle is not None and re.search(r"\bs'(?:est|était)\b", plain(group)) and re.match(r"(?:la|une|cette) |l'[ée]dition\b", whole) and participle.group(1).endswith(("é", "i", "u", "it")) and frame.clause.lemma in ("dérouler", "tenir", "produire", "achever", "terminer", "conclure", "imposer"):
        return False  # « L’édition s’est déroulé »
    if participle is None or re.search(r"\bs[e'’]", plain(group)):
        return True
    if re.match(r"(?:la|une|cette) ", whole) and re.search(r"(?:é|i|is|u|it)$", participle.group(1)) or re.match(r"(?:le|un|ce) ", whole) and number == "s" and re.search(r"(?:ée|ue|ie|ite|ise)$", participle.group(1)):
        return False
    if frame.grammar.gender == "f" and re.search(r"(?:é|és|i|is|u|us)$", participle.group(1)) or frame.grammar.gender == "m" and re.search(r"(?:ée|ées|ue|ues|ie|ies)$", participle.group(1)):
        return False  # « la maternité a été fermé »
    return not (number == "p" and re.search(r"(?:é|ée|u|ue|it|ite)$", participle.group(1)) or number == "s" and re.search(r"(?:és|ées|us|ues|its|ites)$", participle.group(1)))


#: What everybody has once, and the page's person alone here: « Ses obsèques » are asked about as « les obsèques ».
_LAST = re.compile(r"(?i)(?:ses|leurs) (?:obsèques|funérailles)$")


def with_article(source: Source, clause: Clause) -> Clause:
    """Return the clause without the obstacle of « Ses obsèques », that a question calls « les obsèques ». Unchanged elsewhere."""
    if clause.subject is None or not is_last_honour(source, clause.subject):
        return clause
    words = plain(clause.subject.of(source.text))
    return replace(clause, obstacles=tuple(obstacle for obstacle in clause.obstacles if plain(obstacle) != f"possessive:{words}"))


def is_last_honour(source: Source, subject: Span) -> bool:
    """Return whether the words are « ses obsèques »."""
    return _LAST.fullmatch(plain(subject.of(source.text))) is not None
