"""Whether a line says what somebody wants, asks, fears or means to do, and whether what seems to come is over, or only somebody's opinion of what should be."""

from __future__ import annotations

import re

from seo_fr.french.calendar import DAYS, MONTHS
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.source import Source, Telling, plain
from seo_fr.propose.standing_words import unquoted

#: « où le résultat n’était pas encore connu mardi »: how it stood then.
THEN = re.compile(r"\b(?:n['’]|ne )(?:était|étaient|avait|avaient|savait|savaient|pouvait|pouvaient) (?:pas encore|toujours pas)\b")
_QUOTED = re.compile(r"«[^»]*»")
_MUST = re.compile(r"\b(?:doit|doivent|devrait|devraient|pourrait|pourraient)\b")
_COMES = re.compile(
    r"(?!\b(?:opéra|caméra|libéra|considéra|déclara|montra|rencontra|entra)\b)\b[a-zà-ÿ]{2,}(?:ra|ront)\b|\b(?:va|vont) (?:se |s['’]|être )?\w+(?:er|ir|re|oir)\b"
    r"|\b(?:prévue?s?|programmée?s?|attendue?s?|fixée?s?|convoquée?s?|compte|comptent|envisage|envisagent|prévoit|prévoient|visent?|d['’]ici|à venir)\b"
)
#: « un attelage doit rejoindre le poste le plus proche »: a rule, not a plan.
_OF_ANY = re.compile(r"(?:^|[,;:] )(?:un|une|tout|toute|chaque|aucun|aucune|nul) [^,;:.]{2,60}? (?:doit|peut|devra|pourra)\b", re.IGNORECASE)
_DATE = re.compile(r"\b\d{1,2}(?:er)? (?:" + MONTHS + r")\b")
_PAST = ("perfect", "simple-past")

_NOW = ("present", "perfect", "conditional")
#: What was refused, prepared or studied is over once it is told in the past; what was asked or promised is not.
_OVER_WHEN_PAST = frozenset("contester refuser rejeter peiner menacer hésiter étudier négocier préparer viser craindre redouter espérer souhaiter".split())
_ASKS = frozenset("réclamer exiger demander appeler exhorter solliciter recommander préconiser inviter".split())


def looks_onward(source: Source, telling: Telling) -> bool:
    """Return whether the telling's main verb is one of wish, demand, aim or fear, or its words name an aim, in the present or the perfect."""
    clause = source.clause[telling.clauses[0]]
    if clause.tense not in _NOW or telling.sentences > 2:
        return False
    if clause.lemma in listed_as("onward") and not clause.passive:
        return True
    words = unquoted(telling.text)
    return any(f" {plain(aim)} " in f" {words} " for aim in sorted(listed_as("aim")))


def is_asked(source: Source, telling: Telling) -> bool:
    """Return whether somebody asks for something by the telling's main verb, in the present or the perfect: « Les riverains réclament un mur »."""
    clause = source.clause[telling.clauses[0]]
    return clause.lemma in _ASKS and not clause.passive and not clause.negated and clause.tense in _NOW


def should_come(source: Source, telling: Telling) -> bool:
    """Return whether the newspaper itself says what should happen at a time that is given: « Les travaux devraient finir le 12 mai », not « devraient avoir fini »."""
    clause = source.clause[telling.clauses[0]]
    if clause.tense != "conditional" or clause.lemma == "être" and clause.negated or _SHOULD.search(unquoted(telling.text)) is None:
        return False
    return any(telling.span.covers(time.span) and not any(edit.kind == "drop" and edit.span.overlaps(time.span) for edit in telling.edits) for time in source.analysis.times)


_SHOULD = re.compile(r"\b(?:devrait|devraient) (?:encore |toujours |désormais |également |aussi )?(?!avoir\b|être (?:le|la|les|un|une|l['’])\b)(?:être |se |s['’])?[\w-]+(?:er|ir|re|oir|é|ée|és|ées|i|ie|is|u|ue|us)\b")
#: What is so since the news.
_CHANGED = re.compile(r"\b(?:désormais|dorénavant|à partir de maintenant)\b", re.IGNORECASE)


def closing_facts(source: Source, telling: Telling, said: bool) -> tuple[str, ...]:
    """Return what a fact without a next step is for certain: « changed », so from now on; « reaction », somebody praises, deplores, condemns; « state », how things stand as the article is written."""
    clause = source.clause[telling.clauses[0]]
    if telling.sentences > 1 or clause.tense not in ("present", "perfect"):
        return ()
    words = unquoted(telling.text)
    found: tuple[str, ...] = ()
    if _CHANGED.search(words):
        found += ("changed",)
    if said and clause.lemma in listed_as("reaction") and not clause.passive and not clause.negated:
        found += ("reaction",)
    if not said and clause.tense == "present" and clause.lemma in listed_as("state") and not clause.passive and not _OF_ANY.search(words):
        found += ("state",)
    return found


def may_be_last(source: Source, telling: Telling) -> bool:
    """Return whether a wish, a demand, a fear or an aim still holds when the article ends: « craint une crue », not « a refusé la vente »."""
    clause = source.clause[telling.clauses[0]]
    return looks_onward(source, telling) and not clause.negated and (clause.tense == "present" or clause.lemma not in _OVER_WHEN_PAST)


def only_said_to_be_due(text: str) -> bool:
    """Return whether nothing in a line comes but what a quote says must be (« Le réseau doit s’adapter »), or what any one must do by a rule."""
    bare = _QUOTED.sub(" ", text)
    if _COMES.search(text):
        return False
    return _MUST.search(bare) is None and _MUST.search(text) is not None or _OF_ANY.search(bare) is not None and _MUST.search(_OF_ANY.sub(" ", bare)) is None


#: What ends a life that is told: « avant de mourir en 1680 ».
_LIFE = re.compile(r"(?i)\b(?:avant de (?:décéder|mourir|s['’]éteindre|rendre l['’]âme)|jusqu['’]à sa mort|(?:décédera|mourra|s['’]éteindra|périra)\b(?! (?:si|sans|faute)))")


def told_of_then(source: Source, telling: Telling) -> bool:
    """Return whether a future tells what was to come long ago (« Il entrera au conseil en 1998 », in the story of a life): its year, or where it gives none that of the
    sentence before it in the paragraph, lies before the last year in which the article says that something happened."""
    if _LIFE.search(telling.text) is not None:
        return True
    years = {(time.sentence, int(time.value[:4])) for time in source.analysis.times if time.kind == "absolute" and time.value[:4].isdigit()}
    past = {clause.sentence for clause in source.analysis.clauses if clause.tense in ("perfect", "simple-past", "pluperfect", "imperfect")}
    now = max((year for sentence, year in years if sentence in past), default=None)
    if now is None:
        return False
    own = [year for sentence, year in years if sentence == telling.sentence]
    if own:
        return max(own) < now
    if _DAY_TO_COME.search(telling.text) is not None:
        return False
    sentences = source.analysis.sentences
    before = [year for sentence, year in sorted(years) if sentence == telling.sentence - 1 and sentences[sentence].paragraph == sentences[telling.sentence].paragraph]
    return bool(before) and max(before) < now - 1


def is_scene(telling: Telling) -> bool:
    """Return whether the telling shows a scene (a gesture, what somebody wore or held, how far people came), outside quotes."""
    words = " " + re.sub(r"[^\w'-]+", " ", unquoted(telling.text)) + " "
    return any(f" {plain(shown)} " in words for shown in sorted(listed_as("scene")))


#: A day or a time that is to come: what it dates is no story of old.
_DAY_TO_COME = re.compile(r"(?i)\b(?:prochaine?s?|prochainement|demain|bientôt|désormais|d['’]ici|" + DAYS + r"|maintenant|à partir d|dès)\b")


def is_over(source: Source, telling: Telling) -> bool:
    """Return whether the day on which something should happen is, further down, that of what did happen."""
    days = set(_DATE.findall(telling.text.lower()))
    if not days:
        return False
    later = (clause for clause in source.analysis.clauses if clause.sentence > telling.sentence and clause.tense in _PAST)
    return any(days & set(_DATE.findall(clause.span.of(source.text).lower().replace("\u00a0", " "))) for clause in later)
