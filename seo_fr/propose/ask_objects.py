"""Questions about what a verb governs: whom, what, to do what, of what, whether."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.model import Clause, Copied, Edit, Origin, Span
from seo_fr.propose.ask_answers import (
    WORTH,
    answers_to,
    cuts_list,
    in_each_wording,
    noun_answer,
    sentence_answer,
)
from seo_fr.propose.ask_frame import (
    BARE_VERBS,
    Asked,
    Frame,
    comma_after,
    comma_before,
    is_indefinite,
    kept_pieces,
    needs_object,
    propositions,
    subject_edits,
    turned_edits,
)
from seo_fr.propose.ask_parts import after_word
from seo_fr.propose.constituents import (
    ADVERBIALS,
    LINKS,
    Constituent,
    animate,
)
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source


def ask_object(frame: Frame) -> list[Asked]:
    """« Que prévoit le budget ? », « Que recommandent les autorités aux femmes enceintes ? », « Qui le champion a-t-il battu ? »"""
    clause, source = frame.clause, frame.source
    if clause.passive or not frame.pieces or clause.lemma in ("être", "avoir", "faire", "rester", "devenir") or clause.kind == "denial":
        return []
    if clause.tense not in ("present", "perfect", "future", "imperfect", "near-future", "pluperfect", "simple-past"):
        return []
    piece = next((p for p in frame.pieces if p.kind in ("objet", "infinitif", "que", "cite")), None)
    if piece is None:
        return []
    at = frame.pieces.index(piece)
    before = frame.pieces[:at]
    if any(comma_before(frame, p) or p.kind not in ("prep", "lien", *ADVERBIALS) for p in before) or comma_before(frame, piece) and not before and piece.kind != "cite":
        return []
    verbs = frame.verbs
    text = plain(clause.verb.of(source.text))
    if re.match(r"(?:se |s'|ne |n'|l'|les |y |lui |leur |en )", text) or re.match(r"(?:est|sont|était|étaient|sera|seront|fut|furent|a été|ont été)\b", text):
        return []
    living = animate(source, piece.span) if piece.kind == "objet" else False
    if piece.kind == "objet" and (living is None or any(time.span.overlaps(piece.span) and time.span.start <= piece.span.start + 3 for time in source.analysis.times)):
        return []
    if piece.kind == "objet" and clause.lemma in ("estimer", "chiffrer", "évaluer", "fixer"):
        return []  # « À combien »
    if piece.kind == "objet" and _bound(source, clause, piece):
        return []
    if piece.kind == "objet" and re.fullmatch(r"(?:le |la |les |l'|cette |ce |ces )[\w-]+", plain(piece.span.of(source.text))):
        return []  # « Il a conçu le code. »: known already
    if piece.kind == "objet" and re.match(r"(?:son|sa|leur) (?:choix|décision|intention|avis|accord|nom)\b(?! (?:de|d'))", plain(piece.span.of(source.text))):
        return []  # « Il a annoncé son choix. »
    if piece.kind == "objet" and re.match(r"(?:ses|leurs) portes\b", plain(piece.span.of(source.text))):
        return []
    after = frame.pieces[at + 1 : at + 2]
    glued = [p for p in after if not comma_before(frame, p) and p.kind == ""]
    rest = Span(piece.span.start, clause.span.end)
    if glued and piece.kind == "objet" and _AND_MORE.match(plain(glued[0].span.of(source.text))) and _ONE_LIST.fullmatch(plain(rest.of(source.text))):
        piece, glued = replace(piece, span=rest), []  # « 55 euros et une prime de 400 euros »
    if glued and piece.kind == "objet" and not re.match(r"(?:à|au|aux|de|du|des|d'|en|sur|dans|contre|avec|pour|par|lors|chez|vers|qui|dont|où|entre|depuis)\b", plain(glued[0].span.of(source.text))):
        return []
    kept = tuple(p for p in (*before, *frame.pieces[at + 1 : at + 2]) if p.kind == "prep" and re.match(r"(?:à|au|aux) ", plain(p.span.of(source.text))) and animate(source, after_word(frame, p)))
    if piece.kind == "objet" and _TO_WHOM.match(plain(piece.span.of(source.text))) is not None:
        kept = tuple(p for p in kept if p.span.start < piece.span.start)  # « autoriser [la vente du site au promoteur] »
    answers = answers_to(frame, (piece,), kept)
    if piece.kind != "objet" or any(s.cue.overlaps(clause.verb) for s in source.analysis.statements if s.id in clause.statements):
        short = [item for item in answers if isinstance(item[1], Copied) and _said_in_question(frame, piece, item[0])]
        answers = [item for item in answers if not isinstance(item[1], Copied)]  # « De lancer… » alone would lose who promised, but for the question
        answers += [told for item in short if isinstance(item[1], Copied) and (told := _alone(frame, item[1])) is not None]
    if not answers:
        return []
    if living:
        if "qui" not in verbs:
            return []
        made: list[Asked] = []
        for slot in propositions(frame, kept, plain_order=False):
            made += in_each_wording(frame, "qui-objet", (slot,), answers)
        return made
    if clause.lemma in _UNASKED or piece.kind != "objet" and "objet" not in verbs:
        return []
    spans = (clause.verb, frame.subject, *(p.span for p in kept))
    edits = frame.resolved(spans)
    if edits is None or len(frame.subject) > 62:
        return []
    whole = frame.slot("proposition", spans, subject_edits(frame, edits), frame.grammar)
    return in_each_wording(frame, "que", (whole,), answers, worth=WORTH["que"] if "objet" in verbs else 0) if whole is not None else []


#: Objects that have whom they go to as their own complement.
_TO_WHOM = re.compile(r"(?:la |le |l'|les |une? |des )(?:\w+ )?(?:cession|vente|remise|attribution|transfert|don|octroi|livraison|versement|prêt|retour|adhésion|aide|accès|restitution|location|concession|transmission|affectation|extradition|recours|appel|soutien|rattachement|ralliement)s?\b")
_AND_MORE = re.compile(r"et (?:une?|des|le|la|les|l'|du|de|d'|\d)")
_ONE_LIST = re.compile(r"(?!.*\bet (?:il|elle|ils|elles|on|se|s'|ne|n'|a|ont|est|sont)\b)[^,;:«»()]{8,150}")
#: Verbs whose object is no claim: « Que craignent les syndicats ? — Une baisse des salaires. »
_NO_CLAIM = frozenset("demander réclamer exiger proposer recommander préconiser conseiller promettre craindre redouter envisager prévoir interdire autoriser ordonner décider voter instaurer imposer annoncer requérir revendiquer".split())


def _said_in_question(frame: Frame, piece: Constituent, answer: str) -> bool:
    """Return whether the object alone may answer: the question says who asks, fears or plans it, and it asserts nothing."""
    return piece.kind in ("objet", "infinitif") and frame.clause.lemma in _NO_CLAIM and not frame.clause.negated and 3 <= len(answer.split()) <= 24 and not re.search(r"\b(?:qui|que|qu|dont|parce|car|alors|tandis)\b|[«»;:]", plain(answer))


def _alone(frame: Frame, copied: Copied) -> tuple[str, Origin] | None:
    start = copied.span.start
    edits = tuple(edit for edit in copied.edits if edit.rule != "majuscule-initiale" and edit.span.end < copied.span.end and (edit.span.start > start or len(edit.span)))
    return noun_answer(frame.book, frame.source, copied.span, edits, frame.key)


def ask_negated(frame: Frame) -> list[Asked]:
    """« La maladie est-elle mortelle ? — Non, elle n’est pas mortelle. »: the negation falls from the question and stands in the answer."""
    clause, source = frame.clause, frame.source
    group = clause.verb.of(source.text)
    if is_indefinite(frame):
        return []
    match = re.match(r"(?:[Nn]e |[Nn][’'])(?=[\w’'])", group)
    second = re.search(r" (pas|plus|jamais|pas encore|toujours pas)\b", group)
    after = _COPULA_NOT.match(plain(source.text[clause.verb.end : clause.span.end])) if second is None and clause.lemma == "être" else None
    if match is not None and after is not None:
        return _ask_not_so(frame, Span(clause.verb.start, clause.verb.start + match.end()), Span(clause.verb.end + after.start("what"), clause.verb.end + after.end("what")))
    if match is None or second is None or re.search(r"(?i)\b(?:que|qu[’']|ni|aucun|aucune|rien|personne|seulement)\b", clause.span.of(source.text)):
        return []
    if second.group(1) == "plus" or re.search(r"\b(?:non plus|encore)\b", plain(clause.span.of(source.text))):
        return []
    kept = kept_pieces(frame, ())
    if kept is None or not kept and clause.lemma in BARE_VERBS:
        return []
    kept = tuple(piece for piece in kept if piece.kind in ("objet", "infinitif", "attribut", "prep", "") and not comma_before(frame, piece))
    if len(kept) > 2 or any(re.match(r"(?:de|d')\b", plain(piece.span.of(source.text))) and piece.kind in ("objet", "", "prep") for piece in kept):
        return []  # « n’a pas de piscine » is not « a de piscine »
    drops = [
        Edit("drop", "negation-en-question", Span(clause.verb.start, clause.verb.start + match.end()), ""),
        Edit("drop", "negation-en-question", Span(clause.verb.start + second.start(), clause.verb.start + second.end()), ""),
    ]
    whole = Span(clause.verb.start, clause.span.end)
    leads = tuple(piece.span for piece in frame.leads[:1])
    answers: list[tuple[str, Origin]] = []
    for end in (whole.end, max((piece.span.end for piece in kept), default=clause.verb.end)):
        answer = sentence_answer(frame, (Span(whole.start, end), *leads), "non")
        if answer is not None and answer not in answers:
            answers.append(answer)
    made: list[Asked] = []
    if answers:
        for slot in propositions(frame, kept, plain_order=False, drops=drops):
            made += in_each_wording(frame, "oui-non", (slot,), answers, worth=4)
    return made


#: « n’est toutefois pas rétroactive »: what is not so.
_COPULA_NOT = re.compile(rf" (?:{LINKS.pattern} )?(?:toujours |encore )?pas (?:encore )?(?P<what>(?!que\b|qu'|de |d'|le |la |les |un |une |l'|seul|le seul|trop|aussi|si |tout|très|pour |sans |non )[\w'-]+(?: (?!et\b|mais\b|car\b)[\w'-]+){{0,5}}?)(?=$|[,;]| et | mais | car | même )")


def _ask_not_so(frame: Frame, ne: Span, what: Span) -> list[Asked]:
    """« La loi est-elle rétroactive ? — Non, elle n’est pas rétroactive et ne s’appliquera pas aux affaires en cours. »"""
    clause, source = frame.clause, frame.source
    if re.search(r"(?i)\b(?:ni|aucun|aucune|rien|personne|seulement|non plus)\b", plain(clause.span.of(source.text))) or clause.tense not in ("present", "imperfect", "future"):
        return []
    edits = frame.resolved((frame.subject, clause.verb, what))
    turned = turned_edits(frame) if edits is not None else None
    if edits is None or turned is None:
        return []
    group = Span(ne.end, clause.verb.end)
    turned = [edit for edit in turned if group.start <= edit.span.start <= group.end]
    proposition = frame.slot("proposition", (frame.subject, group, what), [*subject_edits(frame, edits), *turned], frame.grammar)
    ends = [clause.span.end]
    for other in source.clauses_of.get(clause.sentence, ()):  # « et ne s’appliquera pas… », of the same subject
        if other.id == clause.id + len(ends) and any(obstacle.startswith("shared-subject") for obstacle in other.obstacles) and not other.statements:
            ends.append(other.span.end)
    answers = [answer for last in sorted(ends, reverse=True) if (answer := sentence_answer(frame, (Span(clause.verb.start, last),), "non")) is not None]
    if proposition is None or not turned:
        return []
    return in_each_wording(frame, "oui-non", (proposition,), answers or [("", Copied(clause.span, ()))], worth=4)


#: « Qu’a quitté l’autocar ? »: nobody asks.
_UNASKED = frozenset(
    ["figurer", "réussir", "durer", "mesurer", "peser", "coûter", "mettre", "quitter", "traverser", "franchir", "rejoindre", "avoir", "prendre", "donner", "faire", "tirer", "tenir", "porter", "jouer", "compter", "trouver", "connaître", "laisser", "rendre", "passer", "suivre", "poursuivre", "atteindre", "rencontrer", "garder", "occuper", "parcourir", "former", "entamer", "commencer", "terminer", "achever", "débuter", "gravir", "longer", "servir", "vivre", "marquer", "inscrire", "lever", "poser", "pousser", "jeter", "pouvoir", "devoir", "vouloir", "savoir", "falloir", "aller", "venir", "considérer", "juger", "désigner", "qualifier", "constituer", "couvrir"]
)


_MODALS = {"devoir": "que-faire", "pouvoir": "que-faire", "vouloir": "que-faire", "tenter": "que-de-faire", "essayer": "que-de-faire", "envisager": "que-de-faire", "refuser": "que-de-faire", "chercher": "que-a-faire", "souhaiter": "que-faire", "espérer": "que-faire", "compter": "que-faire"}


def ask_to_do(frame: Frame) -> list[Asked]:
    """« Que devront faire les chauffeurs ? — Ils devront passer un examen. »"""
    clause, source = frame.clause, frame.source
    kind = _MODALS.get(clause.lemma, "")
    if not kind or clause.passive or clause.tense not in ("present", "future", "perfect", "imperfect") or clause.complement is None or clause.subject_kind == "pronoun" or len(frame.subject) > 60:
        return []
    pieces = [piece for piece in frame.pieces if piece.kind != "lien" and not re.fullmatch(r"\w+ment|désormais|maintenant|aussi", piece.span.of(source.text))]
    if not pieces:
        return []
    words = plain(pieces[0].span.of(source.text))
    link = {"que-faire": "", "que-de-faire": r"(?:de |d')", "que-a-faire": "à "}[kind]
    infinitive = re.match(rf"{link}(?:ne pas )?(?:se |s'|l'|le |la |les |y |en )?(?!être\b|avoir\b)([a-zéèêûîâô]+(?:er|ir|oir|re))\b", words)
    if re.match(rf"{link}(?:ne pas )?(?:l'|le |la |les |y |en |lui |leur )\w", words):
        return []  # whom or what it means is outside
    if infinitive is None or re.match(r"(?:désormais |maintenant )?(?:pouvoir|devoir|rester)\b", infinitive.group(1)):
        return []
    if re.match(r"(?:se |s'|ne |n'|l'|les |y |lui |leur |en )", plain(clause.verb.of(source.text))):
        return []
    if not animate(source, clause.subject if clause.subject is not None else frame.subject):
        return []
    edits = frame.resolved((clause.verb, frame.subject))
    if edits is None:
        return []
    edits = subject_edits(frame, edits)
    verbe, sujet = frame.slot("verbe", (clause.verb,), edits), frame.slot("sujet", (frame.subject,), edits, frame.grammar)
    answers: list[tuple[str, Origin]] = []
    ends = [clause.span.end, *sorted({piece.span.end for piece in pieces if comma_after(frame, piece)}, reverse=True)]
    for end in ends:
        if end < clause.span.end and cuts_list(frame, end):
            continue
        answer = sentence_answer(frame, (Span(clause.verb.start, end),))
        if answer is not None and answer not in answers:
            answers.append(answer)
    return in_each_wording(frame, kind, (verbe, sujet), answers[:2], worth=8) if verbe is not None and sujet is not None else []


def _bound(source: Source, clause: Clause, piece: Constituent) -> bool:
    """Return whether the object makes one expression with its verb (« prendre part », « donner lieu »): it has no determiner."""
    first = next(iter(source.tokens_in(piece.span)), None)
    return first is None or first.pos not in ("DET", "NUM", "ADP") or any(
        token.dep in ("xcomp", "ccomp") and clause.verb.covers(source.analysis.tokens[token.head].span) for token in source.tokens_in(Span(piece.span.start, clause.span.end))
    )


def ask_prepositions(frame: Frame) -> list[Asked]:
    """« À quoi s’oppose le syndicat ? », « Contre qui l’équipe jouera-t-elle ? »: what the verb governs by a preposition."""
    made: list[Asked] = []
    for piece in frame.pieces[:3]:
        if piece.kind != "prep":
            continue
        words = plain(piece.span.of(frame.source.text))
        match = re.match(r"(à la |à l'|à |au |aux |de la |de l'|de |du |des |d'|contre |avec |sur |par |devant |pour |face à la |face à l'|face à |face au |face aux )", words)
        if match is None:
            continue
        first = match.group(1).strip().rstrip("'").split(" ")[0]
        preposition = {"au": "a", "aux": "a", "à": "a", "du": "de", "des": "de", "d": "de", "face": "face-a"}.get(first, first)
        wanted = f"prep-{preposition}"
        if wanted not in frame.verbs and preposition not in ("contre", "face-a"):
            continue
        body = Span(piece.span.start + match.end(), piece.span.end)
        if re.search(r"\b(?:de |d')(?:ne pas )?(?:se |s')?\w+(?:er|ir|oir)\b", words) and _asks_somebody(frame):
            continue
        if frame.clause.lemma == "souffrir" and not _ILL.search(words):
            continue  # « a souffert de ses faibles résultats »: nobody asks of what
        if frame.clause.lemma != "condamner" and re.match(r"\d|plus de|moins de|environ", words[match.end() :]) and preposition in ("a", "de"):
            continue
        living = animate(frame.source, body)
        if frame.clause.lemma == "condamner" and preposition == "a":
            living = False
        if living is None and preposition != "pour":
            continue
        if preposition == "devant" and not living:
            continue
        kept = kept_pieces(frame, (piece,))
        if kept is None or needs_object(frame, kept):
            continue
        answers = answers_to(frame, (piece,), kept)
        if frame.clause.statements or frame.clause.lemma in ("opposer", "féliciter", "réjouir", "inquiéter", "plaindre", "prononcer", "protester"):
            answers = [item for item in answers if not isinstance(item[1], Copied)]
        for slot in propositions(frame, kept):
            if frame.clause.lemma == "condamner" and preposition == "a":
                made += in_each_wording(frame, "peine", (slot,), answers, worth=12)
                continue
            made += in_each_wording(frame, f"{preposition}-{'qui' if living and preposition != 'pour' else 'quoi'}", (slot,), answers)
    return made


_ILL = re.compile(r"\b(?:maladies?|cancers?|leucémie|syndrome|troubles?|infections?|fièvre|asthme|diabète|dépression|fractures?|entorse|blessures?|brûlures?|contusions?|traumatismes?|commotion|hypothermie|déshydratation|insuffisance|douleurs?|intoxication|tumeur|poignet|genou|cheville|épaule|dos|bras|jambe|pied|cuisse|mollet|virus|malnutrition|famine)\b")


def _asks_somebody(frame: Frame) -> bool:
    """Return whether the clause's verb takes « à quelqu’un de faire »."""
    return frame.clause.lemma in ("demander", "conseiller", "recommander", "permettre", "interdire", "ordonner", "proposer", "imposer", "suggérer", "reprocher", "promettre")


def ask_doubted(frame: Frame) -> list[Asked]:
    """« La ville avait-elle déjà été touchée ? — Oui, elle avait déjà été touchée par une crue en 2010. »: of what one may doubt, « déjà », « encore », what is to come."""
    clause, source = frame.clause, frame.source
    group = plain(clause.verb.of(source.text))
    behind = re.match(rf" (?:{LINKS.pattern} )?(?:encore|toujours) (?!plus\b|pas\b|moins\b|aussi\b|mieux\b)", plain(source.text[clause.verb.end : clause.span.end])) and clause.tense == "present"
    doubted = behind or re.search(r"\b(?:déjà|encore|toujours|définitivement|officiellement|finalement)\b", group) or clause.tense in ("future", "near-future") or clause.kind in ("arrest", "closure", "opening", "cancellation", "agreement") and clause.tense in ("present", "perfect")
    if not doubted or not frame.pieces or clause.lemma == "avoir":
        return []
    kept = kept_pieces(frame, ())
    if kept is None:
        return []
    kept = tuple(piece for piece in kept if piece.kind in ("objet", "infinitif", "attribut") or piece.kind == "prep" and not clause.passive)
    if needs_object(frame, kept) or not kept and (clause.lemma in BARE_VERBS or behind):
        return []
    first = frame.pieces[0]
    if any(piece.span.covers(figure.span) for piece in kept for figure in source.analysis.figures):
        return []  # one asks how much
    if first not in kept and first.kind not in ADVERBIALS and first.kind not in ("agent", "lien") and not comma_before(frame, first):
        return []
    whole = Span(clause.verb.start, clause.span.end)
    leads = tuple(piece.span for piece in frame.leads[:1])
    answers = [answer for answer in (sentence_answer(frame, (whole, *leads), "oui"),) if answer is not None]
    if not answers or len(whole) <= sum(len(piece.span) for piece in kept) + len(clause.verb) + 6:
        return []  # nothing that the question did not say
    made: list[Asked] = []
    for slot in propositions(frame, kept, plain_order=False):
        made += in_each_wording(frame, "oui-non", (slot,), answers)
    return made
