"""Candidates for « who says what »: a named voice, and words or a statement that are certainly its own."""

from __future__ import annotations

import re
from dataclasses import replace

from seo_fr.french.words import count_words
from seo_fr.model import Copied, Edit, Entity, Quote, Slot, Span, Statement
from seo_fr.propose.adjuncts import again
from seo_fr.propose.block_words import listed_as
from seo_fr.propose.candidate import Candidate, passage
from seo_fr.propose.describe import descriptions
from seo_fr.propose.frames import entity_grammar, fill, span_slot, speaker_slot
from seo_fr.propose.heard import is_presented, says_something, says_who
from seo_fr.propose.marks import MIDWAY, capital_edit, is_sentence
from seo_fr.propose.score import Scores, stem, stems
from seo_fr.propose.shared import LOOSE, begins_with_subject, capital, statements_of
from seo_fr.propose.source import plain
from seo_fr.propose.tell import Source, Telling, finish
from seo_fr.rulebook import Rulebook

#: Most words of two quotes told together, and of a statement.
LONGEST_PAIR = 80
LONGEST = 50
#: Words of a quote behind which a demonstrative points back into it.
ANTECEDENT = 12
#: Most characters of a quote.
LONGEST_QUOTE = 420
_VOICES = ("person", "organisation", "country")
_FIRST_PERSON = re.compile(r"(?<![\w’'-])(?:je|j['’]\w|moi|ma|mon|mes)(?![\w-])", re.IGNORECASE)
#: Words to somebody: they say what they say only with whom it is said to.
_HEARER = re.compile(r"(?i)(?<![\w'’-])(?:vous|votre|vos|tu|ton|ta|tes|toi|t['’](?=\w))(?![\w-])")
#: One that begins so is about something that only the words before it tell.
_BACK = re.compile(r"(?i)(?:cela|ça)\b|c['’](?:est|était) (?:quelqu['’]un|lui|elle|eux|celui|celle|un homme|une femme|ça|cela|pour (?:ça|cela)|ce qu|là|aussi|donc|pourquoi|comme)\b")
#: So does one that begins with « c’est », unless it says the news itself by name (« C’est un accident terrible »), or sets off who or what it is (« C’est la région qui paie »).
_THAT = re.compile(r"(?i)(?:c['’](?:est|était|a été)|ce (?:n['’](?:est|était)|sont|n['’]a|sera|serait|fut)|cela|ça)(?![\w-])")
_CLEFT = re.compile(r"(?i)(?:c['’](?:est|était)|ce n['’](?:est|était)(?: pas)?) (?!une? |des |d['’]|ce |ça |cela )[^,.;:!?]{3,60}\b(?:qui|que|qu['’])")
#: Who speaks, told within the marks of his words.
_ASIDE = re.compile(r"(?i),\s(?:[a-zà-ÿ]+-(?:t-)?(?:il|elle|ils|elles)\b|(?:dit|lâche|explique|poursuit|raconte|ajoute|confie|sourit|affirme|insiste) [A-ZÀ-Ý])")
_THIS = re.compile(r"(?i)(?<![\w’'-])(?:ce|cet|cette|ces) (?!qui|que|dont|sont|ne |n['’]|soit|doit|peut|serait|sera|fut|jour-là)(?:\w+ )??([\w-]{3,})")
#: What whoever hears the quote on the page takes as its reader does.
_NOW = re.compile(r"(?i)\w+ (?:\w+ )?(?:jour|matin|soir|soirée|semaine|mois|année|an|nuit|été|hiver|printemps|automne|saison|journée|week-end|fois|type|genre|sorte|pays|monde|région|ville|gens|moment|instant|point)s?(?:-(?:ci|là))?$")
_POINTS = re.compile(r"(?i)(?:cela|ça|on|c['’]est|ce |cette |cet |ces )\b")
#: One that begins so speaks of somebody whom only the words before it name.
_WHOM = re.compile(r"(?i)(?:il (?!faut|y a|s['’]agit|ne s['’]agit|n['’]y a|est (?:impossible|possible|inacceptable|temps|important|urgent|essentiel|clair|vrai|probable|difficile|nécessaire|totalement|évident|certain|inadmissible|regrettable)|n['’]est pas (?:question|possible|acceptable|normal|confirmé|exclu)|ne sert|existe|reste|semble|convient|ne faut)|ils |elles? |celui|celle|ceux|lui |leurs? |sa |son |ses )")
_DEFINITE = re.compile(r"(?:[Ll]e|[Ll]a|[Ll]es|[Uu]n|[Uu]ne) (?!plupart|reste|même|autre|seul)[a-zàâçéèêëîïôûùüœ’'-]{4,}|[Ll]['’](?!un\b|autre)[a-zàâçéèêëîïôûùüœ'-]{4,}")
#: A body that only another sentence names.
_ANY_BODY = re.compile(r"(?:de la |du |de l'|des )(?:fédération|entreprise|société|compagnie|groupe|organisation|institution|association|agence|formation|firme|institut|établissement|syndicat|collectif|club|ministère|parti)s?$")
_ANYBODY = re.compile(r"(?:les |l'|le |la )(?:spécialistes?|experts?|observateurs?|analystes?|médias?|sources?|internautes?|proches|commentateurs|détracteurs|critiques|journaux|presse|renseignements|gens)")
#: What « montre » or « annonce » without being anybody.
_SAYS = ("say", "announce", "believe", "admit", "warn")


def quote_bullets(source: Source, book: Rulebook, scores: Scores, key: str) -> list[Candidate]:
    """Return the quotes that stand alone, each under who says it; two of one voice that follow one another, together too."""
    made: list[Candidate] = []
    usable = [quote for quote in source.analysis.quotes if _citation(source, quote, "citation") is not None]
    for quote in usable:
        for label in (_label(source, quote), _unnamed_label(source, quote)):
            made += _quote_bullets(source, book, quote, None, label, scores, key)
    for first, second in zip(usable, usable[1:], strict=False):
        if first.speaker is not None and first.speaker == second.speaker and 0 <= second.sentences[0] - first.sentences[-1] <= 3:
            made += _quote_bullets(source, book, first, second, _label(source, first), scores, key)
    return made


def _label(source: Source, quote: Quote) -> tuple[Slot, Entity | None, int] | None:
    """Return who says a quote as a label, its entity if it has one, and what tells one voice from another; None where nobody is named."""
    entity = source.entity(quote.speaker)
    if entity is not None:
        if entity.kind != "person" and _FIRST_PERSON.search(quote.span.of(source.text)):
            return None  # no club and no town says « je »
        if entity.kind not in _VOICES or not _agrees(source, quote.speaker_span, entity):
            return None
        if entity.kind != "person" and entity.article and not entity.name.of(source.text).lower().startswith(entity.article):
            span = quote.speaker_span
            if span is None or not re.match(r"[Ll](?:e|a|es) |[Ll]['’]", span.of(source.text)) or len(span) > 60 or not any(span.covers(mention.span) for mention in entity.mentions):
                return None
            return span_slot(source, "etiquette", span, capital(source, span), grammar=entity_grammar(entity), entity=entity.id), entity, entity.id
        return span_slot(source, "etiquette", entity.name, grammar=entity_grammar(entity), entity=entity.id), entity, entity.id
    return None


def _agrees(source: Source, span: Span | None, entity: Entity) -> bool:
    """Return whether what names the speaker at the quote can be that entity: « l’élu » is not Hélène."""
    if span is None or not entity.gender or any(span.overlaps(mention.span) for mention in entity.mentions if mention.form in ("full", "short", "acronym")):
        return True
    head = next((token for token in source.tokens_in(span) if token.pos in ("NOUN", "PRON")), None)
    gender = {"Masc": "m", "Fem": "f"}.get(head.feature("Gender"), "") if head is not None else ""
    return not gender or gender == entity.gender or entity.kind != "person"


def _unnamed_label(source: Source, quote: Quote) -> tuple[Slot, Entity | None, int] | None:
    """Return who says a quote as the source calls them there (« Le procureur de Lens »), for want of a name."""
    entity = source.entity(quote.speaker)
    voice = _unnamed(source, quote.speaker_span)
    return (voice[0], None, entity.id if entity is not None else voice[1]) if voice is not None else None


def _unnamed(source: Source, span: Span | None) -> tuple[Slot, int] | None:
    """Return a voice that has no name as a label, « Le procureur de Lens », and a number of its own; None for a pronoun or what points back."""
    if span is None:
        return None
    words = span.of(source.text)
    if not _DEFINITE.match(words) or count_words(words) > 9 or count_words(words.replace("’", " ").replace("'", " ")) < 2 or re.search(r"[,;:()«»]|\b(?:qui|que|dont)\b", words):
        return None
    tokens = source.tokens_in(span)
    if any(token.pos in ("PRON", "VERB", "AUX") for token in tokens) or any(token.feature("Poss") == "Yes" or token.lemma in ("ce", "son", "leur", "certain", "autre") for token in tokens):
        return None
    head = next((token for token in tokens if token.pos == "NOUN"), None)
    if _ANY_BODY.search(plain(words)) or _ANYBODY.fullmatch(plain(words).lower()):
        return None  # « la porte-parole de la fédération »: of which? « les spécialistes »: who?
    if head is None or head.lemma.lower() in listed_as("not-voice") or not any(source.analysis.tokens[token.head] == head for token in tokens if token != head and token.dep in ("nmod", "amod", "obl:arg", "appos", "flat:name")) and head.feature("Number") != "Plur":
        return None  # « le ministre » alone: which one?
    number = -1 - sum(ord(letter) * (at + 1) for at, letter in enumerate(words.lower()))
    return span_slot(source, "etiquette", span, capital(source, span)), number


def _function_slot(source: Source, entity: Entity) -> Slot | None:
    """Return what the source calls an entity, as an apposition without its article; None where it is not a plain one."""
    for span in [found.span for found in descriptions(source, entity) if found.span in entity.functions or not found.before and not entity.functions]:
        words = span.of(source.text)
        if len(words) > 110 or entity.name.overlaps(span) or any(mark in words for mark in ",;:«»()\"") or words.lower().startswith(("ancien ", "ex-")):
            continue
        edits: tuple[Edit, ...] = ()
        for article in ("le ", "la ", "l’", "l'", "Le ", "La ", "L’", "L'"):
            if words.startswith(article):
                edits = (Edit("drop", "apposition-sans-article", Span(span.start, span.start + len(article)), ""),)
        bare = words[len(edits[0].span) :] if edits else words
        if bare[:1].isupper() or bare.lower().startswith(("un ", "une ", "des ", "son ", "sa ", "leur ", "ce ", "cette ", "notre ")):
            continue
        if not edits and not bare[:1].islower() or bare.split()[0].lower() in listed_as("of-whom") and " " not in bare:
            continue
        return span_slot(source, "fonction", span, edits, entity=entity.id)
    return None


def _explained(source: Source, words: str, this: re.Match[str]) -> bool:
    """Return whether what a demonstrative of a quote points at is named before it in the quote, completed after it, or the news itself."""
    if re.match(r" (?:qui|que|qu['’]|dont|où|d['’]|de |du |des )", words[this.end() :]):
        return True
    if count_words(words[: this.start()]) >= ANTECEDENT:
        return True  # the quote itself has told of it
    meant = {stem(word) for word in re.findall(r"[\w-]{3,}", this.group())}
    return bool(meant & (_news(source, words) | frozenset(stems(words[: this.start()]))))


def _news(source: Source, words: str) -> frozenset[str]:
    """Return the stems of the title and of the first two sentences, the quoted ``words`` apart: what « ce vote » may speak of on any page of the article."""
    title = source.analysis.article.title
    first = source.first_sentence
    said = " ".join(sentence.span.of(source.text) for sentence in source.analysis.sentences[first : first + 2])
    said = said.replace(words, " ")
    return frozenset((*stems(said), *(stems(title.of(source.text)) if title is not None else ()), *_EVENTS))


#: What a quote may call the event of any article.
_EVENTS = tuple(stem(word) for word in "drame accident attaque match rencontre victoire défaite décision vote texte loi projet conflit grève mouvement procès verdict jugement affaire enquête étude résultat incendie catastrophe crise campagne saison course fermeture titre prix".split())


def _another_has_it(source: Source, entity: Entity) -> bool:
    """Return whether all that the source calls somebody is a function that somebody else has too: « L’entraîneur, Paul Morel », where two teams have one."""
    if entity.kind != "person" or not entity.functions:
        return False
    own = {_bare(span.of(source.text)) for span in entity.functions}
    if not own <= listed_as("of-whom"):
        return False
    at = {mention.sentence for mention in entity.mentions}
    return any(
        token.pos == "NOUN" and token.span.of(source.text).lower() in own and source.analysis.sentences[index].paragraph >= 0
        for index, sentence in enumerate(source.analysis.sentences)
        if index not in at
        for token in source.analysis.tokens[slice(*sentence.tokens)]
    )


def _bare(words: str) -> str:
    return re.sub(r"(?i)^(?:(?:le|la|un|une|son|sa|leur|notre) |l['’])", "", words).lower()


def _citation(source: Source, quote: Quote, name: str) -> Slot | None:
    """Return the words of a quote that is a clause or more and stands alone; None for any other."""
    if not quote.whole or not quote.balanced or len(quote.content) != 1 or any(source.analysis.sentences[s].paragraph < 0 for s in quote.sentences):
        return None
    content = _first_sentences(source, quote.content[0])
    words = content.of(source.text)
    if not 30 <= len(words) <= LONGEST_QUOTE or "«" in words or "»" in words or MIDWAY.match(words) or _WHOM.match(words):
        return None
    before = source.text[max(0, quote.span.start - 12) : quote.span.start].rstrip()
    if _ASIDE.search(words):
        return None  # « … », commence-t-elle, within the marks: the source's words about them
    if _HEARER.search(words) or _BACK.match(words) or not says_something(words) or not is_sentence(source.analysis, quote):
        return None
    if any(_NOW.match(this.group()) is None and not _explained(source, words, this) for this in _THIS.finditer(words)):
        return None  # « ce sujet n’est pas à l’ordre du jour »: which one?
    if words[:1].islower() and before and before[-1] not in ":,(.»\n" and not re.search(r"\b(?:que|qu['’])$", before) and not _is_cued(source, quote):
        return None  # « ses « liens avec la monarchie » » : the words before belong to it
    that = _THAT.match(words)
    if that is not None and not _CLEFT.match(words) and set(stems(re.split(r"[.,;:!?]", words[that.end() :])[0])).isdisjoint(_news(source, words)):
        return None  # « Ce n’était pas un bon endroit pour se placer »: what was not?
    case = capital_edit(source.analysis, quote)
    return span_slot(source, name, content, (*((case,) if case is not None else ()), *_citation_edits(source, content)))


#: « 100 km/h, « ce qui est rare en avril » »: what is, stands before the marks.
_WHICH_IS = re.compile(r"(?:ce (?:qui|que|dont)|ce qu['’]|qui|que|dont|où)(?!\w)")


def _first_sentences(source: Source, content: Span) -> Span:
    """Return the quoted words, or of more than :data:`LONGEST_QUOTE` characters the whole sentences they begin with."""
    if len(content) <= LONGEST_QUOTE:
        return content
    ends = [sentence.span.start + len(sentence.span.of(source.text).rstrip()) for sentence in source.analysis.sentences if content.start < sentence.span.end <= content.end]
    end = max((end for end in ends if end - content.start <= LONGEST_QUOTE and source.text[end - 1] in ".!?…"), default=content.end)
    return Span(content.start, end)


def _is_cued(source: Source, quote: Quote) -> bool:
    """Return whether the verb of speech stands right before the marks: « a déclaré « sur le port, trois hangars ont brûlé » »."""
    return any(statement.quote == quote.id and statement.cls in _SAYS and statement.cue.end <= quote.span.start and not source.text[statement.cue.end : quote.span.start].strip() for statement in source.analysis.statements)


def _quote_bullets(source: Source, book: Rulebook, quote: Quote, second: Quote | None, label: tuple[Slot, Entity | None, int] | None, scores: Scores, key: str) -> list[Candidate]:
    citation = _citation(source, quote, "citation")
    if citation is None or label is None:
        return []
    name, entity, voice = label
    if entity is None and not says_who(name.text) or _WHICH_IS.match(quote.content[0].of(source.text)):
        return []
    if entity is not None and (_another_has_it(source, entity) or not is_presented(source, entity, "")):
        return []
    fonction = _function_slot(source, entity) if entity is not None else None
    quotes = (quote,) if second is None else (quote, second)
    facts = tuple(clause.id for each in quotes for sentence in each.sentences for clause in source.clauses_of.get(sentence, ()) if clause.span.overlaps(each.span))
    joined = ""
    more: tuple[Slot, ...] = ()
    if second is not None:
        suite = _citation(source, second, "suite")
        if suite is None or _POINTS.match(suite.text) and second.sentences[0] - quote.sentences[-1] > 1 or count_words(citation.text) + count_words(suite.text) > LONGEST_PAIR:
            return []
        more, joined = (suite,), "citations-d-une-meme-voix"
    frames = [("citation" if second is None else "citations", (name, citation, *more))]
    if fonction is not None:
        frames.append(("citation-fonction" if second is None else "citations-fonction", (name, fonction, citation, *more)))
    worth = scores.text(citation.text) - (14 if _POINTS.match(citation.text) else 0) + (9 if second is not None else 0) - (6 if entity is None else 0)
    made = []
    for frame, slots in frames:
        titled = frame.endswith("-fonction")
        tags = ("quote", *(f"quote:{each.id}" for each in quotes), *((f"fonction:{voice}",) if titled else ()), *(("again",) if second is None else ()))
        for filled in fill(book, "who", frame, slots, key, _class_of(source, quote)):
            item = passage("who", "bullet", filled.text, replace(filled.origin, joined=joined), facts)
            merit = (worth + (3 if titled else 0), filled.priority, filled.weight)
            made.append(Candidate("who", (item,), facts, merit, quote.span.start, source.section_of_sentence(quote.sentences[0]), tags, voice))
    return made


def _class_of(source: Source, quote: Quote) -> str:
    """Return the class of the statement that gives the quote («say», «ask»…), «» if none does."""
    return next((statement.cls for statement in source.analysis.statements if statement.quote == quote.id and statement.speaker == quote.speaker), "")


def _citation_edits(source: Source, content: Span) -> tuple[Edit, ...]:
    """Return the edits of the end of a quote that stands after a colon: its final comma goes, and a space."""
    text = content.of(source.text)
    stripped = text.rstrip(" \u00a0\u202f")
    if stripped.endswith(","):
        return (Edit("period", "citation-sans-virgule", Span(content.start + len(stripped) - 1, content.end), ""),)
    if stripped != text:
        return (Edit("typography", "espace-finale", Span(content.start + len(stripped), content.end), ""),)
    return ()


def statement_bullets(source: Source, book: Rulebook, told: tuple[Telling, ...], scores: Scores, key: str) -> list[Candidate]:
    """Return what named voices say in the newspaper's words: « X a déclaré que… », « Selon X, … », « …, a indiqué X », the voice first."""
    made = []
    for telling in told:
        clause = source.clause[telling.clauses[0]]
        if telling.words > LONGEST or not clause.statements or telling.sentences == 1 and len(telling.clauses) > 2:
            continue
        if len({_voice(source, statement) for statement in statements_of(source, [source.clause[each] for each in telling.clauses]) if statement.parent is None and statement.speaker is not None}) > 1:
            continue  # two voices in one bullet
        section = source.section_of_sentence(telling.sentence)
        worth = max(scores.telling(telling), 0) + 10 * (telling.sentences - 1) + (0 if telling.strict else LOOSE)
        loose = () if telling.strict else ("loose",)
        for statement in statements_of(source, [clause]):
            if statement.remove != 1 or statement.parent is not None or statement.cue_lemma in ("savoir", "voir", "ignorer", "comprendre"):
                continue
            if statement.quote is None and "«" not in telling.text and re.sub(r"^(?:se |s['’])", "", statement.cue_lemma) in listed_as("unsaid"):
                continue  # a decree, a hope: no words
            if statement.speaker is None and statement.speaker_span is not None and not says_who(statement.speaker_span.of(source.text)):
                continue
            voice = _voice(source, statement)
            if voice is None or clause.negated and statement.cue.overlaps(clause.verb) and statement.cls in _SAYS or clause.tense in ("conditional", "past-conditional", "future", "near-future") and statement.cue.overlaps(clause.verb):
                continue  # « devrait annoncer » : nobody said anything yet
            number, named = voice
            speaker = source.entity(statement.speaker)
            if _COUNTS_NOTHING.search(plain(telling.text)) or telling.sentences > 1 and not _all_his(source, telling, number):
                continue
            for frame, slots in _said(source, telling, statement):
                for filled in fill(book, "who", frame, slots, key, statement.cls):
                    if speaker is not None and not is_presented(source, speaker, filled.text):
                        continue
                    tags = ("statement", *((f"fonction:{number}",) if frame.endswith("-fonction") else ()), *again(source, filled.text, telling.sentence), *loose)
                    item = passage("who", "bullet", filled.text, filled.origin, telling.clauses)
                    merit = (worth + (4 if named else 0) + (2 if frame.endswith("-fonction") else 0), 2 + filled.priority, filled.weight)
                    made.append(Candidate("who", (item,), telling.clauses, merit, telling.span.start, section, tags, number))
            if begins_with_subject(source, telling) and _speaks(source, statement, telling) and (speaker is None or is_presented(source, speaker, telling.text)):
                item = passage("who", "bullet", telling.text, Copied(telling.span, telling.edits), telling.clauses)
                made.append(Candidate("who", (item,), telling.clauses, (worth + (4 if named else 0), 1, -telling.words), telling.span.start, section, ("statement", *loose), number))
    return made


#: « il faut 95 % pour empêcher… »: of what?
_COUNTS_NOTHING = re.compile(r"\b(?:faut|faudrait|fallait|atteindre|viser?) (?:au moins |environ |près de )?\d[\d,]* ?% (?!d)")


def _all_his(source: Source, telling: Telling, voice: int) -> bool:
    """Return whether each sentence after the first is the voice's too: it says so, or its subject is a pronoun for the subject before."""
    for index in range(telling.sentence + 1, telling.sentence + telling.sentences):
        clauses = source.clauses_of.get(index, ())
        said = [found for found in (_voice(source, statement) for statement in source.analysis.statements if statement.sentence == index and statement.parent is None) if found is not None]
        if any(number != voice for number, _ in said):
            return False
        if not said and not any(quote.speaker is not None and index in quote.sentences for quote in source.analysis.quotes) and (not clauses or clauses[0].subject_kind != "pronoun" or plain(source.text[clauses[0].span.start : clauses[0].span.end]).startswith("on ")):
            return False
    return True


def _voice(source: Source, statement: Statement) -> tuple[int, bool] | None:
    """Return what tells the statement's voice from others, and whether it has a name; None where it is nobody certain."""
    entity = source.entity(statement.speaker)
    if entity is not None:
        return (entity.id, True) if entity.kind in _VOICES else None
    unnamed = _unnamed(source, statement.speaker_span)
    return (unnamed[1], False) if unnamed is not None else None


def _speaks(source: Source, statement: Statement, telling: Telling) -> bool:
    """Return whether the speaker is the subject of the telling's first clause."""
    clause = source.clause[telling.clauses[0]]
    if not statement.cue.overlaps(clause.verb) and statement.quote is None:
        return False
    if statement.speaker is not None:
        return clause.subject_entity == statement.speaker
    return clause.subject is not None and statement.speaker_span is not None and clause.subject == statement.speaker_span and not any(edit.kind == "reference" and edit.span.overlaps(clause.subject) for edit in telling.edits)


def _said(source: Source, telling: Telling, statement: Statement) -> list[tuple[str, tuple[Slot, ...]]]:
    """Return the frames that tell a statement with its voice first."""
    found: list[tuple[str, tuple[Slot, ...]]] = []
    clause = source.clause[telling.clauses[0]]
    if telling.sentences == 1 and begins_with_subject(source, telling) and _speaks(source, statement, telling) and clause.subject is not None:
        subject = clause.subject
        label = _part(source, telling, subject, "etiquette")
        rest = _part(source, telling, Span(subject.end, telling.span.end), "predicat")
        if label is not None and rest is not None and count_words(label.text) <= 12 and not re.search(r"[,;:«»()]", label.text) and re.match(r"[a-zàâéèêïôû]", rest.text) and not re.search(r"\bqu[e’'] ?[\u00a0 ]?:", rest.text):
            label = replace(label, text=label.text[:1].upper() + label.text[1:], edits=(*label.edits, *(capital(source, subject) if subject.of(source.text)[:1].islower() and not _edited(label, subject.start) else ())), entity=statement.speaker)
            found.append(("declaration", (label, rest)))
            entity = source.entity(statement.speaker)
            fonction = _function_slot(source, entity) if entity is not None and entity.kind == "person" else None
            if entity is not None and fonction is not None and label.text == span_slot(source, "etiquette", entity.name).text and not rest.text.startswith(","):
                found.append(("declaration-fonction", (label, fonction, rest)))
    if len(telling.clauses) == 1 and telling.sentences == 1 and statement.cls in _SAYS and statement.quote is None and statement.commitment in ("attributed", "alleged", "conditional"):
        found += _turned(source, telling, statement)
    return found


def _edited(slot: Slot, start: int) -> bool:
    return any(edit.span.start == start for edit in slot.edits)


def _part(source: Source, telling: Telling, span: Span, name: str) -> Slot | None:
    """Return a part of a telling as a slot, with the telling's edits in it; None where an edit lies across its border."""
    start, end = span.start, span.end
    while start < end and source.text[start].isspace():
        start += 1
    while end > start and source.text[end - 1].isspace():
        end -= 1
    span = Span(start, end)
    edits = []
    for edit in telling.edits:
        if edit.rule == "majuscule-initiale" and edit.span.start == start and name != "etiquette":
            continue
        if span.covers(edit.span) and (len(edit.span) or edit.span.start > start):
            edits.append(edit)
        elif span.overlaps(edit.span):
            return None
    from seo_fr.edits import apply_edits

    try:
        text = apply_edits(source.text, span, tuple(edits))
    except ValueError:
        return None
    return Slot(name, text, (span,), edits=tuple(edits)) if re.search(r"\w", text) else None


def _turned(source: Source, telling: Telling, statement: Statement) -> list[tuple[str, tuple[Slot, ...]]]:
    """Return « Selon X : … » for « Selon X, … », « …, selon X » and « …, a indiqué X »: the claim apart from its voice; nothing where they cannot be parted for certain."""
    text, content, span = source.text, statement.content, statement.speaker_span
    clause = source.clause[telling.clauses[0]]
    if span is None or not telling.span.covers(content):
        return []
    who = speaker_slot(source, "locuteur", statement) if statement.speaker is not None else _unnamed_speaker(source, span)
    if who is None:
        return []
    edits = [edit for edit in telling.edits if content.covers(edit.span) and edit.kind not in ("typography", "case", "period")]
    if any(edit.span.overlaps(content) and not content.covers(edit.span) and edit.kind not in ("typography",) for edit in telling.edits):
        return []
    before = text[telling.span.start : content.start].replace("’", "'")
    after = text[content.end : clause.span.end].replace("’", "'")
    according = re.fullmatch(r"(?i)(?:selon|d'après|pour) .{3,90}, ?", before) is not None and not re.search(r"\w", after) and statement.cue.end <= span.start and text[span.end : content.start].strip() == ","
    closing = not re.search(r"\w", before) and re.match(r"\s*,\s*(?:selon|d'après|\w)", after) is not None and re.search(r"\w", text[span.end : clause.span.end]) is None and len(after) < 110
    if not according and not closing or re.search(r"[«»:]", content.of(text)):
        return []
    if clause.subject is not None and not content.covers(clause.subject) and closing:
        return []
    first = next(iter(source.tokens_in(content)), None)
    if re.match(r"(?:[A-ZÀÂÉÈÊÎÔÛÇ][\w’'-]+ ?){1,4},", content.of(text)):
        return []  # the speaker's name, apposed: « le procureur de Lens, Anne Morel, … »
    if first is None or first.pos not in ("DET", "NOUN", "PROPN", "NUM", "PRON", "ADP", "ADV"):
        return []
    done = finish(source, Span(content.start, content.end), edits)
    if done is None or count_words(done[2]) < 6:
        return []
    return [("selon", (who, Slot("proposition", done[2], (done[0],), edits=done[1])))]


def _unnamed_speaker(source: Source, span: Span) -> Slot | None:
    found = _unnamed(source, span)
    if found is None:
        return None
    words = span.of(source.text)
    lower = (Edit("case", "article-minuscule", Span(span.start, span.start + 1), words[0].lower()),) if words[0].isupper() else ()
    return span_slot(source, "locuteur", span, lower)
