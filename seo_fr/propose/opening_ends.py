"""Where the opening clause of an article without a title line may end as a headline, what may fall inside it, and the lead that it does without: read off the dependencies."""

from __future__ import annotations

import re

from seo_fr.model import Clause, Span
from seo_fr.propose.headlines import _ENDS_BADLY, _NEVER_DROP
from seo_fr.propose.source import Source
from seo_fr.propose.tell import in_quotes

#: What opens a circumstance that the news is told without.
_CIRCUMSTANCE = frozenset("avec dans lors après avant pendant durant devant autour quant afin sur chez près depuis selon par , (".split()) - {"selon", "depuis"}
_WHERE = frozenset(["à", "au", "aux", "en"])
#: Verbs that are told with what is given, without to whom.
_GIVES = frozenset("transférer remettre confier céder vendre livrer donner offrir attribuer décerner rendre transmettre accorder envoyer verser fournir présenter".split())
#: What an event does: told with where it is.
_HAPPENS = frozenset("tenir éclater survenir produire dérouler".split())
_LOST = re.compile(
    r"(?i)(?<!\w)(?:dont|pas|jamais|aucune?|sans|sursis|présum\w+|accus\w+|soupçonn\w+|contest\w+|dément\w*|ni[ée]\w*|rejet\w+|selon|d['’]après|sauf|hors|mais|moins|seul\w*|mort\w*|tué\w*|bless\w+|décédé\w*|disparu\w*|sous|si|peut|pourrai\w+|serai\w+|aurai\w+)(?!\w)|n['’]"
)
_MANNER = re.compile(r"(?:officiellement|notamment|également|solennellement|publiquement|récemment|finalement|définitivement|unanimement|massivement|actuellement)")
_HIER = re.compile(r" (?:(?:avant-)?hier|aujourd['’]hui|ce (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)|ces derniers jours)(?: (?:matin|soir|après-midi))?(?: \d{1,2}(?:er)? (?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)(?: \d{4})?)?(?=[ ,.])")
#: « le contrôle de la province[, dernier territoire dont elle avait la charge,] à la garde »: a noun without its article only describes.
_BESIDE = re.compile(r", (?:derni|premi|deuxi|troisi|anci|princip|seul|grand|haut|chef|capital|président|fille|fils)[^,;:«»()]{3,80},(?= (?:à|aux?|en|dans|de|du|des|pour|contre|avec) )")
_NIGHT = re.compile(r" (?:peu (?:avant|après) (?:minuit|midi|\d{1,2} ?h(?:eures)?(?: ?\d\d)?) )?dans la (?:nuit|soirée|matinée) (?:de|du) [a-zé]+ (?:à|au) [a-zé]+(?=[ ,.])| peu (?:avant|après) (?:minuit|midi)(?=[ ,.])")
_LEAD = re.compile(
    r"(?:(?:Ce |Hier|Aujourd['’]hui|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche|Le \d{1,2}(?:er)? [a-zéû]+|Dans la (?:nuit|soirée|matinée|journée) )[^,;:«»()]{0,44}(?:, vers \d{1,2} ?h(?:eures)?[^,;:«»()]{0,20}(?: \([^()]{2,20}\))?)?|(?:Après|Lors d|À l['’]issue d|Au terme d|Dans le cadre d|À l['’]occasion d|Depuis )[^;:«»()]{3,110}), $"
)


def dependent_ends(source: Source, clause: Clause) -> list[int]:
    """Return the offsets, longest first, before circumstances of the clause or of its last noun: what its verb wants stays, and every reserve, number of dead, speaker and quote."""
    if clause.negated or clause.subject is None:
        return []
    tokens, text = source.analysis.tokens, source.text
    inside = [i for i in range(*source._range(clause.span)) if clause.span.covers(tokens[i].span)]
    found: list[int] = []
    for k in range(len(inside) - 1, 1, -1):
        i = inside[k]
        if tokens[i].span.start <= clause.verb.end + 1:
            break
        left, right = inside[:k], inside[k:]
        gone = set(right)
        word = tokens[i].span.of(text).lower()
        if word not in _CIRCUMSTANCE | _WHERE or any(tokens[j].head in gone for j in left) or _LOST.search(text[tokens[i].span.start : clause.span.end]) or {tokens[j].span.of(text).lower() for j in right} & _NEVER_DROP:
            continue
        roots = [tokens[j] for j in right if tokens[j].head not in gone and tokens[j].pos != "PUNCT"]
        if not roots or any(root.dep in ("obj", "xcomp", "ccomp", "iobj", "conj", "cc", "nsubj", "nsubj:pass", "root") for root in roots):
            continue
        kept = [tokens[j] for j in left if tokens[j].span.start >= clause.verb.end]
        whole = any(token.dep in ("obj", "xcomp") or token.dep == "nmod" and token.pos == "NOUN" for token in kept)
        passive = clause.passive or clause.lemma in _HAPPENS and any(token.dep.startswith("obl") for token in kept)
        if word in _WHERE and not _placed(source, tokens[i].span.start, right) and not (whole and clause.lemma in _GIVES and len(roots) == 1):
            continue
        if any(root.dep == "obl:arg" for root in roots) and not (whole and word not in ("sur", "dans") or clause.lemma in _GIVES and whole):
            continue
        if not whole and not passive:
            continue
        while left and tokens[left[-1]].pos == "PUNCT" and tokens[left[-1]].span.of(text) not in ("»", ")"):
            left = left[:-1]
        last = tokens[left[-1]]
        if last.pos in _ENDS_BADLY and last.span.of(text) not in ("»", ")") or last.span.start < clause.verb.end and not clause.passive or last.pos in ("VERB", "AUX") and last.feature("VerbForm") != "Part" or in_quotes(source, tokens[i].span):
            continue
        if any(time.span.end >= last.span.end > time.span.start for time in source.analysis.times) and word in _WHERE:
            continue  # « dans la nuit de vendredi [à samedi] »
        shown = text[clause.span.start : last.span.end]
        if shown.count("(") != shown.count(")") or shown.count("«") != shown.count("»"):
            continue
        found.append(last.span.end)
    return found


def _placed(source: Source, start: int, right: list[int]) -> bool:
    """Return whether a place or a day stands right behind the preposition at ``start``."""
    near = Span(start, source.analysis.tokens[right[min(3, len(right) - 1)]].span.end)
    if any(time.span.overlaps(near) for time in source.analysis.times):
        return True
    return any(entity.kind in ("place", "country") and any(mention.span.overlaps(near) for mention in entity.mentions) for entity in source.analysis.entities)


def asides(source: Source, clause: Clause, sentence: Span) -> list[tuple[Span, int, str]]:
    """Return what may fall inside the clause with its cost and rule: the day by « hier », an adverb of manner, and of a body with its initials in brackets all but these."""
    text, found = source.text, []
    for match in _HIER.finditer(text, clause.verb.end - 1, sentence.end):
        found.append((Span(match.start(), match.end()), 1, "jour-de-la-description"))
    for match in _NIGHT.finditer(text, clause.verb.end - 1, sentence.end):
        found.append((Span(match.start(), match.end()), 1, "jour-de-la-description"))
    for token in source.tokens_in(Span(clause.verb.end, sentence.end) if clause.verb.end < sentence.end else sentence):
        if _MANNER.fullmatch(token.span.of(text)) and text[token.span.start - 1] == " ":
            found.append((Span(token.span.start - 1, token.span.end), 1, "titre-court"))
    for match in _BESIDE.finditer(text, clause.verb.end, sentence.end):
        inner = source.tokens_in(Span(match.start() + 2, match.end() - 1))
        if inner and inner[0].pos in ("NOUN", "ADJ") and match.end() < sentence.end and not _LOST.search(match.group().replace(" dont ", " ")):
            found.append((Span(match.start(), match.end()), 2, "apposition-du-sujet"))
    return [one for one in found if not in_quotes(source, one[0])]


def free_lead(source: Source, clause: Clause, sentence: Span) -> bool:
    """Return whether the sentence opens on a day or on what came before, set off by a comma, that the headline does without: « Ce jeudi, le roi a… »."""
    assert clause.subject is not None
    lead = source.text[sentence.start : clause.subject.start]
    return bool(lead) and _LEAD.match(lead) is not None and re.match(r"(?i)(?:il|elle|ils|elles|ce|cet|cette|ces|celui|celle|on|lui)(?!\w)", clause.subject.of(source.text)) is None and _LOST.search(lead) is None


_EMPTY = frozenset("fois cas cadre suite part nombre partie type sorte forme membre usage sein cours lieu nom titre centre reste milieu cause rôle moyen point".split())


def of_the_key(source: Source, key: str) -> Span | None:
    """Return « Un nouveau bilan » of « Un nouveau bilan de la coulée de boue … », « l’édition 2016 » of the championship: the noun phrase of the first sentence, subject or object, that the
    keyphrase completes; None where there is none, or where it is a person, a quantity or says nothing.
    """
    tokens, text = source.analysis.tokens, source.text
    sentence = source.analysis.sentences[source.first_sentence]
    at = text.replace("’", "'").lower().find(key.replace("’", "'").lower(), sentence.span.start, sentence.span.end)
    if at < 0 or sentence.doubtful:
        return None
    low, high = sentence.tokens
    head = next((i for i in range(low, high) if tokens[i].span.start >= at and tokens[i].pos in ("NOUN", "PROPN")), None)
    if head is None or tokens[head].span.start >= at + len(key) or tokens[head].dep != "nmod":
        return None
    over = tokens[head].head
    noun = tokens[over]
    if noun.pos != "NOUN" or noun.dep not in ("nsubj", "nsubj:pass", "obj") or noun.lemma.lower() in _EMPTY or over >= head or tokens[noun.head].dep not in ("root", "ROOT"):
        return None
    if any(clause.negated or clause.commitment != "asserted" for clause in source.clauses_of.get(source.first_sentence, ())[:1]):
        return None
    left = [i for i in range(max(low, over - 3), over) if tokens[i].head == over and tokens[i].pos in ("DET", "ADJ", "NUM")]
    case = next((i for i in range(over + 1, head) if tokens[i].pos == "ADP"), None)
    if not left or case is None or any(tokens[i].pos not in ("ADJ", "NUM", "ADP", "DET") for i in range(over + 1, head)) or left[0] != over - len(left) or tokens[left[0]].pos != "DET":
        return None
    span = Span(tokens[left[0]].span.start, tokens[case - 1].span.end)
    return span if len(span) >= 10 and re.match(r"(?i)(?:une?|l[ea]s?|l['’]|des)(?!\w)|l['’]", span.of(text)) else None


__all__ = ["asides", "dependent_ends", "free_lead", "of_the_key"]
