"""Candidates for the blocks around the body that tell in sentences: introduction, key points, conclusion."""

from __future__ import annotations

import re
from functools import lru_cache

from seo_fr.french.typography import typeset
from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edited, Entity, Span
from seo_fr.propose.according import according, moved
from seo_fr.propose.active import active
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.by_function import in_title, people_named, shown
from seo_fr.propose.candidate import Candidate, passage, rendezvous
from seo_fr.propose.cuts import denial_lost
from seo_fr.propose.describe import descriptions
from seo_fr.propose.described import without_days
from seo_fr.propose.frames import fill, telling_slot
from seo_fr.propose.fronted import day_first
from seo_fr.propose.lede_cuts import lede_cuts
from seo_fr.propose.mains import EASY, LONG_LEDE, LONGEST_WHOLE, ledes, sets_scene
from seo_fr.propose.onward import THEN, closing_facts, is_asked, is_over, is_scene, looks_onward, may_be_last, only_said_to_be_due, should_come, told_of_then
from seo_fr.propose.score import Scores
from seo_fr.propose.shared import LOOSE, begins_with_subject, number_of, speaker_of, statements_of, tags_of
from seo_fr.propose.sound import announced, is_provisional, is_sound, looks_ahead, without_announcement
from seo_fr.propose.substance import LEAST_SUBSTANCE, substance
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import Rulebook

#: « aura fait 11 000 victimes » looks back, for all its future.
_DONE_BY_THEN = re.compile(r"\b(?:aura|auront|devrai(?:t|ent) (?:déjà )?avoir)(?! lieu)(?: \w+){0,2} \w+(?:é|ée|és|ées|u|us|ue|i|is|it|t)\b")
#: What is not over when the article ends: an enquiry, a search, a decision awaited, a cause unknown, a state that lasts.
_PENDING = re.compile(
    r"\b(?:(?:ouvert|ouverte|ouvre|confiée?|diligentée?|lancé|lancée) (?:à l['’]\w+ )?(?:une|l['’]|la|à) ?(?:\w+ )?(?:enquête|information judiciaire|instruction)|enquête(?: \w+){0,4} (?:a été |est |été )?(?:ouverte|en cours|se poursuit|confiée)"
    r"|rest(?:e|ent) (?:encore |toujours )?(?:à (?:déterminer|établir|confirmer|éclaircir|trancher|identifier|préciser|régler)|inconnue?s?|introuvables?|fermée?s?|interdite?s?|suspendue?s?|interrompue?s?|recherchée?s?|portée?s? disparue?s?|mobilisée?s?|incertaine?s?)"
    r"|(?:sont|est) (?:encore |toujours |activement )(?:\w+ )?(?:recherchée?s?|en fuite|hospitalisée?s?|portée?s? disparue?s?|en cours|inconnue?s?|fermée?s?|détenue?s?|privée?s?|à l['’]étude)|(?:est|sont) en cours\b|pas encore\b|n['’](?:est|a|ont|y a) toujours pas\b|ne (?:sont|savent|sait|peuvent|peut|veut|veulent) toujours pas\b"
    r"|(?:garde à vue|détention|grève|fermeture|travaux)\b[^.;:]{0,40} (?:peut|peuvent|pourra|pourront|pourrait|pourraient) (?:encore )?durer|n['’](?:a|ont) (?:jamais|pas encore|toujours pas) été (?:retrouvée?s?|identifiée?s?|arrêtée?s?)|n['’](?:est|sont) pas (?:certaine?s?|sûre?s?) de"
    r"|(?:enquêtes?|investigations|recherches|fouilles|opérations|négociations|discussions|pourparlers|travaux|auditions|combats|réparations) (?:\w+ ){0,3}(?:se poursui(?:t|vent)|continu(?:e|ent))\b|continu(?:e|ent) (?:à|d['’]) ?(?:enquêter|chercher|rechercher|négocier)|on ne sait (?:pas |toujours |encore |pour l['’]heure )"
    r"|\b(?:personne|aucune? (?:\w+ ){1,2}|nul|rien) ?n['’](?:a|est|y a) (?:encore|pour l['’]instant|pour l['’]heure|à ce stade)\b|(?:pour l['’]instant|pour l['’]heure|à ce stade),? (?:aucune?|personne|rien|nul)\b"
    r"|assignée?s? à comparaître|placée?s? (?:en détention provisoire|sous contrôle judiciaire)|(?:est|sont) (?:examinée?s?|débattue?s?|étudiée?s?|jugée?s?) (?:en (?:appel|ce moment)|actuellement)"
    r"|\b(?:a|ont|aura|auront|dispose|disposent|disposera|disposeront) (?:désormais |encore |maintenant |donc )?(?:d['’]|de )?\s?[\w-]+ (?:jours?|semaines?|mois) pour (?:faire appel|se pourvoir|contester|répondre|rendre|se prononcer|déposer|saisir|former|présenter|transmettre|remettre|examiner)\b"
    r"|en délibéré|a fait appel|ont fait appel|interjeté appel|font appel|se pourvoir|pourvoi en cassation|encourt|encourent|(?:pèse|pèsent|menace|menacent) (?:encore|toujours)|on ignore|ignorait encore|(?:a|ont) été (?:reporté|ajourné|renvoyé)e?s?|(?:a|ont) (?:saisi|déposé un recours|déposé plainte|porté plainte))",
    re.IGNORECASE,
)


#: « mène encore », « retient toujours »: behind a verb in the present.
_STILL = r" (?:encore|toujours)(?! (?:plus|moins|mieux|aussi|pas|bien|eu|été)\b)"
#: What a sentence says itself of what is to come, without the words that a cut took.
_AHEAD = re.compile(
    r"(?!\b(?:opéra|caméra|libéra|considéra|déclara|montra|rencontra|entra)\b)\b[a-zà-ÿ]{2,}(?:ra|ront)\b|\b(?:va|vont) (?:se |s['’]|être )?\w+(?:er|ir|re|oir)\b|\b(?:prévue?s?|programmée?s?|attendue?s?|fixée?s?|convoquée?s?)\b"
    r"|\b(?:doit|doivent|devrait|devraient|pourrait|pourraient|compte|comptent|entend|entendent|s['’]apprêtent?|envisage|envisagent|prévoit|prévoient|visent?|d['’]ici|à venir)\b|\b(?:annoncé|promis|assuré|indiqué|confirmé|prévenu|précisé|déclaré) qu(?:e|['’])[^.]*\b\w+(?:rait|raient)\b"
)
_TO_COME = re.compile(r"\b(?:prévue?s?|programmée?s?|attendue?s?|convoquée?s?|prévoi(?:t|ent)|envisagent?|à venir|d['’]ici|s['’]apprêtent? à|(?:compte|entend)(?:ent|nt)? (?:[\w’]+ ){0,4}?\w{3,}(?:er|ir|re|oir)|vise(?:nt)? )\b")
#: « doit encore être ratifié », « devrait se prononcer ».
_NEXT = re.compile(r"\b(?:doit|doivent|devrait|devraient) (?:encore |toujours |désormais |maintenant |également )?(?:être |se |s['’])?\w+(?:er|ir|re|oir|é|ée|és|ées|i|ie|is|u|ue|us)\b")
#: What nobody knows or has settled yet.
_UNKNOWN = re.compile(r"\b(?:inconnue?s?|incertaine?s?|(?:on|nul|personne|qui) (?:ne sa(?:it|vent)|ignor)|ignor(?:e|ent|ait)|pas (?:encore )?(?:certaine?s?|sûre?s?)|rest(?:e|ent) (?:encore |toujours )?à (?:déterminer|établir|confirmer|éclaircir|trancher|identifier|préciser|régler)|(?:personne|aucune? (?:\w+ ){1,2}|nul|rien) ?n['’](?:a|est|y a) (?:encore|pour l['’]|à ce stade))", re.IGNORECASE)
_INQUIRY = re.compile(r"\b(?:enquêt\w+|information judiciaire|instruction|causes?|origine|circonstances)\b", re.IGNORECASE)


#: « L’avocat de l’accusé, Me Paul Morvan, a annoncé qu’il ferait appel »: whom « il » may mean stands in the sentence itself.
_HE_SAYS = re.compile(r"[^«»;:]{8,110} (?:a|ont) (?:annoncé|indiqué|déclaré|promis|assuré|confirmé|précisé) qu['’](il|elle|ils|elles) [^«»;:]{6,140}[.]?")


def saying_sentences(source: Source) -> tuple[Telling, ...]:
    """Return the sentences whole in which somebody named announces what he will do, where nothing but that pronoun leans on anything."""
    made: list[Telling] = []
    for index, sentence in enumerate(source.analysis.sentences):
        clauses = source.clauses_of.get(index, ())
        words = sentence.span.of(source.text).rstrip()
        found = _HE_SAYS.fullmatch(words)
        if found is None or len(clauses) != 1 or sentence.doubtful or sentence.paragraph < 0 or not source.is_matter(index) or {*clauses[0].obstacles} != {f"pronoun:{found.group(1)}"}:
            continue
        subject = clauses[0].subject
        if subject is None or subject.start != sentence.span.start or not any(entity.kind == "person" and any(mention.form == "full" and mention.span.start < sentence.span.start + found.start(1) and sentence.span.covers(mention.span) for mention in entity.mentions) for entity in source.analysis.entities):
            continue
        done = finish(source, Span(sentence.span.start, sentence.span.start + len(words)), [])
        if done is not None:
            made.append(Telling(*done, (clauses[0].id,), index))
    return tuple(made)


def sentences(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return every telling as a candidate sentence of the introduction or the conclusion, bare and behind each opening that suits it."""
    made: list[Candidate] = []
    for given in (*told, *announced(source), *saying_sentences(source)):
        telling = without_announcement(source, given)
        if not is_sound(source, telling) or not _joins(source, telling):
            continue
        told_much = substance(source, scores, telling)
        tags = tags_of(source, telling) + (() if telling.strict else ("loose",)) + (("thin",) if told_much < LEAST_SUBSTANCE else ())
        section = source.section_of_sentence(telling.sentence)
        speaker = speaker_of(source, telling)
        worth = scores.telling(telling) + (0 if telling.strict else LOOSE) + min(told_much, 36) // 3 + min(telling.words, LONG_POINT) // 2
        if _NEXT.search(telling.text) and "future" not in tags and (source.clause[telling.clauses[0]].tense == "present" or should_come(source, telling)):
            tags += ("future",)
        if statements_of(source, [source.clause[fact] for fact in telling.clauses]) and {one.cls for one in statements_of(source, [source.clause[fact] for fact in telling.clauses])} & {"ask", "propose", "promise"}:
            tags += ("demands",)
        if looks_onward(source, telling) and ("said" in tags or not _is_contest(source.text)):  # « pris en chasse », « vise la victoire »: how it went
            tags += ("onward", "wished") if may_be_last(source, telling) else ("onward",)
        if is_asked(source, telling):
            tags += ("asked",)
        tags += closing_facts(source, telling, "said" in tags)
        if any(telling.span.covers(time.span) for time in source.analysis.times):
            tags += ("dated",)
        tags += _weighty(source, telling) + (("pair",) if telling.sentences > 1 else ())
        if strangers := _strangers(source, telling.text):
            tags += ("stranger",) if len(strangers) > 1 or _speaks_of(source, telling, strangers) else ("stranger", "aside")
        if _is_leg(source, telling, tags):
            tags += ("leg",)
        if telling.sentences > 2 or _told_as_it_went(source, telling, tags) or _DONE_BY_THEN.search(telling.text) or not _AHEAD.search(telling.text) or only_said_to_be_due(telling.text) or is_over(source, telling) or told_of_then(source, telling) or not looks_ahead(telling, "said" in tags):
            tags = tuple(tag for tag in tags if tag != "future")
        pending = telling.sentences < 3 and _is_pending(source, telling) and ("said" in tags or not _is_contest(source.text))
        tags += ("pending", "inquiry") if pending and _INQUIRY.search(telling.text) else ("pending",) if pending else ()
        tags += ("unknown",) if pending and _UNKNOWN.search(telling.text) else ()
        for block in ("introduction", "conclusion"):
            if is_provisional(telling) or is_scene(telling) or block == "introduction" and telling.sentences > 1 and not _is_pair(source, telling):
                continue
            fronted = day_first(source, telling) if block == "conclusion" and "future" in tags else None
            if fronted is not None and is_sound(source, fronted):
                other = passage(block, "sentence", fronted.text, Copied(fronted.span, fronted.edits), fronted.clauses)
                made.append(Candidate(block, (other,), fronted.clauses, (worth + 1, 0, 0), fronted.span.start, section, tags, speaker))
            item = passage(block, "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
            whole = source.is_lede(telling.sentence) and telling.words > 0.75 * count_words(source.analysis.sentences[telling.sentence].span.of(source.text))
            early = telling.sentence - source.first_sentence < 4
            made.append(Candidate(block, (item,), telling.clauses, (worth, 0, rendezvous(key, block, "sans ouverture")), telling.span.start, section, tags, speaker, early, whole))
            if not begins_with_subject(source, telling) or telling.text.startswith("«"):
                continue
            for kind in ("autre-voix",):  # no other opening: the source does not say how its facts hang together
                if speaker is None or "said" not in tags or "accuses" in tags or "denies" in tags:
                    continue
                for filled in fill(book, block, kind, (telling_slot("proposition", telling, number_of(source, telling)),), key):
                    opened = passage(block, "sentence", filled.text, filled.origin, telling.clauses)
                    made.append(
                        Candidate(block, (opened,), telling.clauses, (worth, filled.priority, filled.weight), telling.span.start, section, (*tags, f"opening:{kind}"), speaker)
                    )
    return made


def _is_pair(source: Source, telling: Telling) -> bool:
    """Return whether the telling is two sentences of which the second leans on the first, short enough to stand behind the main fact."""
    return telling.sentences == 2 and telling.words <= LONGEST_PAIR and not _SOME_OF_THEM.match(telling.text) and any(clause.obstacles for clause in source.clauses_of[telling.sentence + 1])


_SOME_OF_THEM = re.compile(r"(?:L['’]une? |Les une?s |Celui|Celle|Ceux|Les (?:deux|trois|quatre) |D['’]autres )")
#: « L’un à la tête, pris en charge par les secours… L’autre souffre d’une entorse. »: of whom?
_ONE_OF_THEM = re.compile(r"L['’]une? (?!d(?:es |['’]))")
#: What decided a contest, a vote, a trial.
_OUTCOME = frozenset("remporter gagner battre vaincre sacrer couronner élire emporter triompher condamner relaxer acquitter adopter rejeter approuver annuler".split())
_WINS = re.compile(r"\b(?:s['’]impose(?:nt)?|s['’](?:est|sont) imposée?s?|l['’](?:a|ont) emporté|passe(?:nt)? la ligne d['’]arrivée|(?:médaille|titre) d(?:e |['’])(?:or\b|champion))", re.IGNORECASE)


def _weighty(source: Source, telling: Telling) -> tuple[str, ...]:
    """Return « toll » where the telling gives the dead, the hurt, the condemned; « outcome » where its main verb says how a contest, a vote, a trial ended; « course » where it tells but how a contest went."""
    bare = re.sub(r"«[^»]*»", " ", telling.text)
    clause = source.clause[telling.clauses[0]]
    told_as_it_went = () if clause.kind or not _is_contest(source.text) else ("course",)
    ended = not clause.negated and clause.commitment != "future" and ((clause.lemma in _OUTCOME or clause.lemma == "devancer" and "\u00a0% " in bare) and clause.tense in ("present", "perfect", "simple-past") or _WINS.search(bare) is not None)
    return (("toll",) if _TOLL.search(bare) else ()) + (("outcome",) if ended else told_as_it_went)


_TOLL = re.compile(r"\b(?:morts?|mortes?|tuée?s?|blessée?s?|disparue?s?|victimes|hospitalisée?s?|évacuée?s?|arrêtée?s?|interpellée?s?|condamnée?s?)\b")
_CONTEST = re.compile(r"\b(?:podium|étapes?|coureu(?:r|se)s?|course|victoires?|match|classement|ligne d['’]arrivée|finale|buts?|mi-temps|peloton|médaille|triathlètes?|triathlon|natation|cyclisme|championnats?|échappée|vainqueur|poursuivante?s|athlètes?)\b", re.IGNORECASE)


def _told_as_it_went(source: Source, telling: Telling, tags: tuple[str, ...]) -> bool:
    """Return whether a future tells how a contest went (« ne parviendra pas à le rejoindre »): no day in it, nobody says it, or the main clause is none."""
    clause = source.clause[telling.clauses[0]]
    if "said" in tags or _TO_COME.search(telling.text):
        return False
    if clause.tense not in ("future", "near-future") and _NEXT.search(telling.text) is None:
        return True
    return _is_contest(source.text) and not any(time.kind in ("absolute", "relative") and telling.span.covers(time.span) for time in source.analysis.times)


@lru_cache(maxsize=8)
def _is_contest(text: str) -> bool:
    """Return whether the article ``text`` is the story of a race or a match, by more than three of its words."""
    return len({found.lower() for found in _CONTEST.findall(text)}) > 3


def _is_leg(source: Source, telling: Telling, tags: tuple[str, ...]) -> bool:
    """Return whether, in the story of a contest, a line tells one moment of it in the present: « accélère dans la dernière montée » closes no page."""
    clause = source.clause[telling.clauses[0]]
    return clause.tense in ("present", "simple-past", "imperfect") and "said" not in tags and "figure" not in tags and _is_contest(source.text)


def _strangers(source: Source, text: str) -> tuple[Entity, ...]:
    """Return those whom the text names and of whom neither it nor the title nor the first paragraph nor any other place of the source says who they are."""
    first = source.analysis.paragraphs[source.first_paragraph].span
    return tuple(
        entity
        for entity in people_named(source, text)
        if not in_title(source, entity)
        and not shown(source, entity, text)
        and not _presented(source, entity, text)
        and not entity.functions
        and not descriptions(source, entity)
        and not any(first.covers(mention.span) for mention in entity.mentions)
    )


def _speaks_of(source: Source, telling: Telling, people: tuple[Entity, ...]) -> bool:
    """Return whether one of ``people`` is, or completes, a subject of the telling, speaks in it or opens it: no bare name that only ends what is said of somebody known."""
    for clause in (source.clause[fact] for fact in telling.clauses):
        for entity in people:
            if clause.subject_entity == entity.id or any(clause.subject is not None and clause.subject.covers(mention.span) for mention in entity.mentions):
                return True
    speakers = {statement.speaker for statement in statements_of(source, [source.clause[fact] for fact in telling.clauses])}
    return any(entity.id in speakers or entity.name.of(source.text).split()[-1] in telling.text[:45] for entity in people)


#: What stands behind a name and says who it is: « Paul Morel, membre de la régie, », « Paul Morel (Les Verts) », « Anne Morel est la première femme à… ».
_PRESENTED = re.compile(r"(?:, (?:l[ea] |l['’]|une? |son |sa |alors )?(?!(?:qui|que|qu|dont|où|et|ou|mais|ni|car|selon|après|avant|avec|dans|lors|à|en|de|du|des|par|pour|sur|le|la|les|lui|elle|il|très|plus|a|ont|est|sont)\b)[a-zà-ÿ][\w-]*[^,.;:«»]*,| \([^)]{3,}\)| (?:est|devient|était|est devenue?|a été|sera) (?:l[ea] |l['’]|une? )[a-zà-ÿ])")


#: « Anne Morel, Paul Vidal et Luce Adam sont les nouveaux membres du conseil »: the list says of each what she is.
_PRESENTED_TOGETHER = re.compile(r"(?:(?:, | et )(?:[A-ZÀ-Ý][\w’'-]*)(?: (?:[a-z]{2,3} )?[A-ZÀ-Ýa][\w’'-]*)*)* (?:sont|deviennent|étaient|seront) (?:les|des) [a-zà-ÿ]")

#: « Les porte-parole du front commun, Anne Morel et Paul Vidal, »: so many are presented before their names.
_PRESENTED_BEFORE = re.compile(r"\b(?:[Ll]es|[Dd]es|[Ss]es|[Ll]eurs) (?:(?:deux|trois|quatre|deux) )?[a-zà-ÿ][\w-]+(?: (?:de |du |des |d['’]|à |au |aux |la |le |les |l['’])*[\w-]+)*, (?:[A-ZÀ-Ý][\w’'-]*(?: (?:[a-z]{2,3} )?[A-ZÀ-Ý][\w’'-]*)*(?:, | et ))*$")


def _presented(source: Source, entity: Entity, text: str) -> bool:
    """Return whether the text itself says beside the full name who that is."""
    name = typeset(" ".join(entity.name.of(source.text).split()))
    at = text.find(name)
    return " " in name and at >= 0 and (_PRESENTED.match(text, at + len(name)) is not None or _PRESENTED_TOGETHER.match(text, at + len(name)) is not None or _PRESENTED_BEFORE.search(text, 0, at) is not None)


_LESS = re.compile(r"\s*(?:qui|que|qu['’]|dont|où|en \w+ant|et|ou|afin|pour que|contre|sans|sauf|si|lorsqu|quand|auquel|à laquelle|à condition|de \w+(?:er|ir|re)|à \w+(?:er|ir|re))(?!\w)")


def _meaning_stays(source: Source, telling: Telling) -> bool:
    """Return whether what a shorter form lost only described: no relative or gerund without a comma, no second half of a pair, no condition."""
    end = telling.span.end
    clause = source.clause[telling.clauses[-1]]
    if telling.edits and end < clause.span.end and _LESS.match(source.text[end : end + 24]) and source.text[end : end + 1] != ",":
        return False
    for edit in telling.edits:
        if edit.kind != "drop" or edit.span.start == telling.span.start:
            continue
        fallen = edit.span.of(source.text)
        if _LESS.match(fallen) or re.search(r",\s*$", source.text[clause.verb.end : edit.span.start]) and fallen.rstrip().endswith(","):
            return False
    return True


#: Openings by which a sentence goes on from the one before.
_GOES_ON = re.compile(r"(?:Plus (?:précisément|exactement|généralement)|De (?:son|leur) côté|À (?:son|leur) tour|En attendant|Comme (?:attendu|prévu|annoncé)|Entre autres|Par exemple|Quant à|Pour (?:sa|leur) part|Pour l['’]occasion)\b")


def _with_answer(source: Source, telling: Telling) -> Telling | None:
    """Return a first sentence told whole with the one behind it, which denies or counts otherwise; None where that is no longer one sentence of an introduction."""
    index = telling.sentence + telling.sentences
    here = source.clauses_of.get(index, ())
    if not here or source.analysis.sentences[index].doubtful:
        return None
    end = source.analysis.sentences[index].span
    span = Span(telling.span.start, end.start + len(end.of(source.text).rstrip()))
    done = finish(source, span, [])
    made = None if done is None else Telling(*done, (*telling.clauses, *(clause.id for clause in here)), telling.sentence, 0, telling.strict, telling.sentences + 1)
    return made if made is not None and made.words <= LONGEST_WHOLE and not denial_lost(source, made) else None


#: What two share: « attribué ex æquo à l’un » has lost the other.
_BOTH = re.compile(r"\b(?:ex[ -](?:æquo|aequo)|respectivement|à la fois)\b", re.IGNORECASE)


def _joins(source: Source, telling: Telling) -> bool:
    """Return whether what is left where something fell joins: no noun right behind a subject whose relative was cut too short, no mark behind a colon."""
    if _GOES_ON.match(telling.text) or (both := _BOTH.search(telling.text)) is not None and " et " not in telling.text[both.start() :] or re.search(r":\s*,|,\s*,", telling.text) or not _meaning_stays(source, telling):
        return False
    for edit in telling.edits:
        fallen = edit.span.of(source.text)
        if edit.kind != "drop" or not fallen.startswith(",") or not fallen.rstrip().endswith(","):
            continue
        before = [token for token in source.tokens_in(Span(telling.span.start, edit.span.start)) if not any(other.span.covers(token.span) for other in telling.edits if other.kind == "drop")]
        following = source.tokens_in(Span(edit.span.end, min(edit.span.end + 30, len(source.text))))
        if before and following and before[-1].pos in ("NOUN", "PROPN") and following[0].pos in ("DET", "NOUN", "PROPN", "NUM") and not any(token.feature("VerbForm") == "Fin" for token in before):
            return False
    return True


def _is_pending(source: Source, telling: Telling) -> bool:
    """Return whether the telling says what is still going on or not known when the article ends."""
    clauses = [source.clause[fact] for fact in telling.clauses]
    if clauses[0].tense == "present" and not clauses[0].negated and _GREW_AGAIN.search(telling.text) is None and clauses[0].lemma not in listed_as("worsens") and re.search(re.escape(typeset(clauses[0].verb.of(source.text))) + _STILL, telling.text):
        return True
    if _PENDING.search(THEN.sub(" ", re.sub(r"«[^»]*»", " ", telling.text))) is None:
        return False
    return not any(clause.tense in ("imperfect", "pluperfect", "simple-past", "past-conditional") for clause in clauses[:1])


#: « s’est encore alourdi »: once more, and done.
_GREW_AGAIN = re.compile(r"\b(?:s['’]est|se sont) (?:encore|toujours) [\w-]+(?:é|i|u|is|it)e?s?\b")
#: Longest sentence that is told elsewhere as it stands, and what a shorter form of a longer one may cost.
_SHORT, _DEAREST = 20, 4


def shorter(source: Source) -> tuple[Telling, ...]:
    """Return shorter forms of the long sentences that lean on nothing, certified as those of titles and descriptions are: what only describes fell."""
    made: list[Telling] = []
    for index, sentence in enumerate(source.analysis.sentences):
        clauses = source.clauses_of.get(index, ())
        if index == source.first_sentence or not clauses or sentence.paragraph < 0 or not source.is_matter(index) or source.analysis.paragraphs[sentence.paragraph].kind == "heading":
            continue
        if any(clause.obstacles for clause in clauses) or clauses[0].person != 3 or not _SHORT < count_words(sentence.span.of(source.text)) <= 60:
            continue
        whole = sentence.span.of(source.text).strip()
        for telling, cost in lede_cuts(source, index, 45, 200):
            if cost <= _DEAREST and telling.dropped and telling.words < count_words(whole) and _keeps_names(source, telling):
                made.append(telling)
    return tuple(made)


def _keeps_names(source: Source, telling: Telling) -> bool:
    """Return whether no cut takes a person's name from behind her function."""
    dropped = [edit.span for edit in telling.edits if edit.kind == "drop"]
    return not any(entity.kind == "person" and any(span.covers(mention.span) for mention in entity.mentions if mention.form != "pronoun" for span in dropped) for entity in source.analysis.entities)


#: What each way to tell the main fact is worth: the first sentence, the sentence nearest to the title where the first only sets the scene, a cut one.
_NEAREST, _LEDE, _OTHER = 500, 400, 100
#: What a first sentence without a fact is worth less, where the second has one.
_HOLLOW = 150
#: The most that what a sentence tells counts for, where it stands in for a scene.
MUCH = 70
#: How many words of the title make a sentence the news, and how few leave the first sentence a scene.
_NEWS, _SCENE = 3, 1
_FIRST_SENTENCES = 8
#: What the cuts of the main fact may cost.
_DEAREST_MAIN = 8


def _is_whole_enough(source: Source, telling: Telling) -> bool:
    """Return whether a shortened lede is a sentence with its verb, and needs nothing that fell."""
    clause = source.clause[telling.clauses[0]]
    return all(not edit.span.overlaps(clause.verb) for edit in telling.edits if edit.kind == "drop") and is_sound(source, telling)


#: A first sentence that says but where and when a contest was held.
HELD = re.compile(r"\b(?:s['’](?:est|était|sont|étaient) (?:\w+ment )?(?:déroul|tenu|ouvert|jou|disput|couru)|(?:a|avait|ont) eu lieu|se (?:tient|déroule|tenait|déroulait|disputait|dispute|jouait)|(?:sont|étaient|ont été) appelés aux urnes|se sont rendus aux urnes)")


def _subject_of(source: Source, telling: Telling) -> Entity | None:
    """Return whom or what the telling is about: its subject, also where a name stands for « il »."""
    entity = source.entity(source.clause[telling.clauses[0]].subject_entity)
    return entity or next((person for person in people_named(source, telling.text) if telling.text.startswith(typeset(" ".join(person.name.of(source.text).split())))), None)


def _results(source: Source, told: tuple[Telling, ...], opening: str) -> tuple[Telling, ...]:
    """Return who won, where the first sentence says but that the contest was held: the winner is named in the title, or the article has no other result."""
    if HELD.search(opening) is None or any(mark in opening for mark in "«»"):
        return ()
    ended = [telling for telling in told if telling.strict and telling.sentences == 1 and telling.sentence != source.first_sentence and telling.words <= LONG_LEDE and "outcome" in _weighty(source, telling) and is_sound(source, telling)]
    winners = [_subject_of(source, telling) for telling in ended]
    of_title = [telling for telling, winner in zip(ended, winners, strict=True) if winner is not None and winner.kind in ("person", "organisation", "other") and in_title(source, winner)]
    if of_title:
        return tuple(of_title)
    named = all(winner is not None and winner.kind == "person" for winner in winners)
    return tuple(ended) if named and len({telling.sentence for telling in ended}) == 1 else ()


#: Quoted words that nobody says in the line.
_QUOTE_ONLY = re.compile(r"«[^»]*»[\s.]*")


def _behind_the_scene(source: Source, told: tuple[Telling, ...], scores: Scores, index: int) -> tuple[Telling, ...]:
    """Return the sentences of the first paragraphs that tell much, with a figure or how it ended, whole, where what opens the article only shows a scene."""
    return tuple(
        telling
        for telling in told
        if telling.strict
        and telling.sentences == 1
        and index < telling.sentence < index + 2 * _FIRST_SENTENCES
        and telling.words <= LONG_LEDE
        and not telling.dropped
        and not telling.text.startswith("«")
        and substance(source, scores, telling) >= 2 * LEAST_SUBSTANCE
        and ("figure" in tags_of(source, telling) or {"toll", "outcome"} & set(_weighty(source, telling)))
        and (clause := source.clause[telling.clauses[0]]).tense in ("perfect", "present", "simple-past")
        and clause.subject_kind != "pronoun"
        and not {"future", "said"} & set(tags_of(source, telling))
        and re.search(r"\b(?:son|sa|ses|leurs?|il|elle|ils|elles|que)\b", source.text[telling.span.start : clause.verb.start]) is None
        and not sets_scene(source, telling)
        and not _strangers(source, telling.text)
        and is_sound(source, telling)
    )


def main_facts(source: Source, told: tuple[Telling, ...], near: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return candidate first sentences of the introduction, best first by merit.

    The first sentence of the body, whole in what makes its meaning, also shortened as titles and descriptions are, and « selon » its voice; where it only sets the scene,
    the sentence nearest to the title; last what ``near`` cuts shorter.
    """
    made: list[Candidate] = []

    def add(given: Telling, merit: int) -> None:
        telling = without_announcement(source, given)
        if is_provisional(telling):
            return
        item = passage("introduction", "sentence", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        made.append(
            Candidate("main", (item,), telling.clauses, (merit, 0, -telling.words), telling.span.start, source.section_of_sentence(telling.sentence), tags_of(source, telling), speaker_of(source, telling))
        )

    forms = tuple(lede for lede in ledes(source) if _QUOTE_ONLY.fullmatch(lede.telling.text) is None)
    further = any(lede.telling.sentence != source.first_sentence and substance(source, scores, lede.telling) >= LEAST_SUBSTANCE for lede in forms)
    for lede in forms:
        if lede.whole or is_sound(source, lede.telling):
            if lede.whole and denial_lost(source, lede.telling) and (both := _with_answer(source, lede.telling)) is not None:
                add(both, _LEDE - lede.cost)
                continue
            scene = scores.title_share(lede.telling.text) <= _SCENE and sets_scene(source, lede.telling)
            hollow = scene or further and substance(source, scores, lede.telling) < LEAST_SUBSTANCE  # « Le boulanger n’a pas bougé de la matinée. »: how it looked, before what it is about
            worth = _LEDE - lede.cost - (_HOLLOW if hollow else 0 if lede.telling.sentence == source.first_sentence else 60)
            add(lede.telling, worth)
            undated = without_days(source, lede.telling) if all(source.clause[clause].tense in ("perfect", "simple-past") for clause in lede.telling.clauses[:1]) else None  # when it will be is news
            if undated is not None:
                add(undated, worth - 10)
            for other in (day_first(source, lede.telling), active(source, lede.telling)):
                if other is not None:
                    add(other, worth)
    first = source.first_sentence
    shown = bool(forms) and scores.title_share(forms[0].telling.text) <= _SCENE and sets_scene(source, forms[0].telling)
    if shown:
        for telling in _behind_the_scene(source, told, scores, forms[0].telling.sentence):
            add(telling, _LEDE - _HOLLOW // 2 + min(substance(source, scores, telling), MUCH) - 2 * (telling.sentence - first))
    for telling, cost in lede_cuts(source, first, 50, 230):
        if cost <= _DEAREST_MAIN and _is_whole_enough(source, telling):
            worth = _LEDE - 2 * cost - (0 if _keeps_names(source, telling) else 12) - 2 * max(0, telling.words - EASY) - (_HOLLOW if shown or further and substance(source, scores, telling) < LEAST_SUBSTANCE else 0)
            add(telling, worth)
            for other in (according(source, telling), moved(source, telling), day_first(source, telling)):
                if other is not None and is_sound(source, other):
                    add(other, worth)
    opening = source.analysis.sentences[first].span.of(source.text)
    scene = scores.title_share(opening) <= _SCENE
    for telling in _results(source, told, opening):
        add(telling, _NEAREST + 40 - telling.words)
    for telling in told:
        place = telling.sentence - first
        if not telling.strict or telling.sentences > 1 or not 0 <= place < _FIRST_SENTENCES or not is_sound(source, telling):
            continue
        share = scores.title_share(telling.text)
        if place == 0:
            if count_words(opening) > LONG_LEDE and not telling.dropped and telling.clauses[0] == source.clauses_of[first][0].id:
                add(telling, _LEDE - 30)  # the first of two sentences in one
        elif telling.words <= LONG_LEDE and (not telling.dropped or "outcome" in _weighty(source, telling) and _keeps_names(source, telling)):
            add(telling, (_NEAREST if scene and share >= _NEWS else _OTHER) + 12 * share - 6 * place - 4 * (telling.dropped > 0))
    long = count_words(opening) > LONG_LEDE - 7
    for telling in near:
        if is_sound(source, telling) and _joins(source, telling):
            if long and telling.sentence == first and telling.clauses[0] == source.clauses_of[first][0].id and telling.words >= 8 and _keeps_names(source, telling):
                add(telling, _LEDE - 36)
            add(telling, _OTHER - 20 + 12 * scores.title_share(telling.text) + (30 if telling.sentence == first else 0))
    return made


#: The most words of a key point, also of two sentences, the second leaning on the first; from how many on each is one too many.
LONGEST_PAIR, LONG_POINT = 36, 22
#: What such a pair is worth less than one sentence.
PAIRED = 25


def keypoints(source: Source, told: tuple[Telling, ...], scores: Scores) -> list[Candidate]:
    """Return every telling of 6 to 36 words as a candidate key point, the short ones worth more, and two short sentences together where the second leans on the first."""
    made = []
    for given in (*told, *announced(source)):
        telling = without_announcement(source, given)
        if not 6 <= telling.words <= LONGEST_PAIR or _ONE_OF_THEM.match(telling.text) or not is_sound(source, telling) or is_provisional(telling) or is_scene(telling) or not _joins(source, telling):
            continue
        if telling.sentences > 1 and (telling.sentences > 2 or not any(clause.obstacles for clause in source.clauses_of[telling.sentence + 1])):
            continue
        item = passage("keypoints", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
        ideal = -abs(telling.words - 17)
        tags = tags_of(source, telling)
        weighty = _weighty(source, telling)
        told_much = substance(source, scores, telling)
        ideal -= 2 * max(0, telling.words - LONG_POINT)
        merit = (scores.telling(telling) + (6 if "figure" in tags else 0) + 10 * (bool(weighty) and "course" not in weighty) + ideal + (0 if telling.strict else LOOSE) + min(told_much, 36) // 4 - (PAIRED if telling.sentences > 1 else 0), 0, 0)
        section = source.section_of_sentence(telling.sentence)
        tags += (() if telling.strict else ("loose",)) + (("thin",) if told_much < LEAST_SUBSTANCE else ()) + (("stranger",) if _strangers(source, telling.text) else ()) + weighty
        made.append(Candidate("keypoints", (item,), telling.clauses, merit, telling.span.start, section, tags, speaker_of(source, telling)))
    return made


def attributed_mains(source: Source, found: list[Candidate]) -> list[Candidate]:
    """Return the statements of the first sentence, their speaker put before them (« Selon la préfecture, … »), as candidate main facts."""
    made = []
    for candidate in found:
        item = candidate.passages[0]
        if candidate.place != "who" or len(candidate.passages) != 1 or not candidate.template.startswith("who/selon/") or not candidate.facts or "loose" in candidate.tags or isinstance(item.origin, Edited):
            continue
        if {source.clause[fact].sentence for fact in candidate.facts} == {source.first_sentence} and 8 <= candidate.words <= LONG_LEDE:
            first = passage("introduction", "sentence", item.text, item.origin, item.facts)
            made.append(Candidate("main", (first,), candidate.facts, (_LEDE - 12, 0, -candidate.words), candidate.source_order, candidate.section, candidate.tags, candidate.speaker))
    return made


#: Forms of « who says what » that may stand as a key point, and as a sentence of the conclusion.
_POINTS = ("who/citation/deux-points", "who/citation/a-declare", "who/citation-fonction/a-declare", "who/citation-fonction/deux-points")
_SENTENCES = ("who/citation/a-declare", "who/citation-fonction/a-declare")


def quote_points(source: Source, found: list[Candidate]) -> list[Candidate]:
    """Return the quotes of « who says what » as candidate key points and last sentences: where one voice alone speaks there is no such block, and it is heard there."""
    made: list[Candidate] = []
    for candidate in found:
        if candidate.place != "who" or len(candidate.passages) != 1 or "quote" not in candidate.tags:
            continue
        item = candidate.passages[0]
        tags = ("said", "voice") + (("loose",) if "loose" in candidate.tags else ()) + (("stranger",) if _strangers(source, item.text) else ())
        merit = (candidate.merit[0] - 2 * max(0, candidate.words - 28) - 10, *candidate.merit[1:])
        if candidate.template in _POINTS and candidate.words <= 44:
            point = passage("keypoints", "bullet", item.text, item.origin, item.facts)  # type: ignore[arg-type]
            made.append(Candidate("keypoints", (point,), candidate.facts, merit, candidate.source_order, candidate.section, tags, candidate.speaker))
        if candidate.template in _SENTENCES and candidate.words <= 60:
            last = passage("conclusion", "sentence", item.text, item.origin, item.facts)  # type: ignore[arg-type]
            made.append(Candidate("conclusion", (last,), candidate.facts, merit, candidate.source_order, candidate.section, tags, candidate.speaker))
    return made
