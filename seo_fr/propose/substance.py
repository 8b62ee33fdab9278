"""How much a line tells: a figure, a date, a name with a deed, an outcome; « Le soir, l’heure était à la colère » tells nothing."""

from __future__ import annotations

import re

from seo_fr.propose.score import Scores, stems
from seo_fr.propose.source import Source, Telling

#: Below this a line is no key point while another is free.
LEAST_SUBSTANCE = 10
_SLIGHT = frozenset("être avoir sembler paraître rester demeurer devenir pouvoir devoir aller venir faire constituer représenter promettre offrir attendre continuer poursuivre dérouler tenir évoquer réagir tarder souffler planer régner gronder".split())
_TELLING = frozenset(
    "abattre accorder accuser adopter annuler approuver arrêter attaquer battre blesser bloquer capturer céder condamner créer débuter décéder démissionner désigner détruire élire entrer évacuer exploser expulser fermer gagner"
    " hospitaliser inaugurer incarcérer inculper interdire interpeller lancer libérer licencier mourir naître nommer obtenir ouvrir perdre périr rejeter remporter refuser relaxer réclamer revendiquer saisir signer succéder supprimer"
    " suspendre terminer tirer tuer vaincre vendre voter".split()
)
_QUOTED = re.compile(r"«([^»]*)»")


def substance(source: Source, scores: Scores, telling: Telling) -> int:
    """Return how much the telling tells: figures, dates, names besides the article's own subject, what happened, words quoted, the article's words; less for « être » and the like."""
    clauses = [source.clause[fact] for fact in telling.clauses]
    span = telling.span
    worth = 12 * min(2, sum(1 for figure in source.analysis.figures if span.covers(figure.span)))
    worth += 6 * min(2, sum(1 for time in source.analysis.times if span.covers(time.span)))
    named = [entity for entity in source.analysis.entities if any(mention.form != "pronoun" and span.covers(mention.span) for mention in entity.mentions)]
    own = [entity for entity in named if not set(stems(entity.name.of(source.text))) <= scores.key_stems]
    worth += 6 * min(3, len(own)) + (3 if len(own) < len(named) else 0)
    worth += 12 if any(clause.kind for clause in clauses) else 8 if any(clause.lemma in _TELLING for clause in clauses) else 0
    worth += 8 if sum(len(words.split()) for words in _QUOTED.findall(telling.text)) >= 5 else 0
    slight = all(clause.lemma in _SLIGHT and not clause.passive and not clause.kind for clause in clauses)
    bare = worth < 6 and (slight or telling.words < 9)  # the article's own words alone: « Le petit poucet est toujours debout »
    worth += min(scores.text(telling.text) // 3, 10) + min(3 * scores.title_share(telling.text), 6)
    worth += 8 if any(clause.commitment == "future" for clause in clauses) else 0
    worth += min(telling.words, 20) // 4
    worth -= 10 if slight else 0
    return min(worth, LEAST_SUBSTANCE - 1) if bare else worth
