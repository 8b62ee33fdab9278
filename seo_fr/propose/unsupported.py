"""Whether a telling has lost what holds it up: the clause that says which, the other party’s figure, the voice of a quotation, the charge of one who is held.

Read of the telling and of the sentences around it; a run that tells them too is whole.
"""

from __future__ import annotations

import re

from seo_fr.analyse.obstacles import lexicon as anaphors
from seo_fr.french.calendar import DAYS, MONTHS
from seo_fr.model import Span
from seo_fr.propose.cuts import first_sentence
from seo_fr.propose.source import Source, Telling, in_quotes, plain
from seo_fr.propose.standing_words import QUOTED, unquoted, words_of_role
from seo_fr.rulebook import load

#: Signs of a list, a table or a page, which no written line holds.
RAW = re.compile(r"(?<=[\s\u00a0])-(?=même)|[-=~]>|<[-=~]|[→←⇒➔►▶•]|[\[\]{}|]|\\|https?:|www\.|\bN\.?D\.?L\.?R\b|(?<![\w*])\*+(?=\w)|#\w")
_BACK_IN_TIME = re.compile(r"\b(?:durant|pendant|lors de|au cours de|au terme de|à l'issue de|au début de|à la fin de|après|avant) cette (?:soirée|nuit|journée|matinée|semaine-là)\b|\bce (?:soir|matin|jour)-là\b|\bcette (?:nuit|année|semaine)-là\b")
_MORE = re.compile(r"\b(?:plus|davantage|pas d'autres?) (?:de |d'|amples )?(?:détails?|précisions?|informations?|explications?|éléments?)\s*[.!]?$")
#: « Déjà en mars, l’union avait suspendu son aide »: it leans on what came after, which is the news.
_ALREADY = re.compile(r"déjà,? (?:en|le|la|au|à|dans|lors|l'an|il y a|fin|début|depuis|durant|pendant)\b")
_BESIDES = re.compile(r"[ \u00a0]de plus (?:le |la |les |l['’]|une? |des )")
_WHICH = re.compile(r"[ \u00a0](?:qui|dont|où|que|qu['’]|lequel|laquelle|lesquels|lesquelles)(?![\w-])", re.IGNORECASE)
#: « un écart [qui…] »: one of any sort, of which the clause tells more.
_ANY = re.compile(r"\b(?:une?|des) (?:\S+ ){0,2}\S+$")
_GIVES = re.compile(r"\b(?:avanc\w+|revendiqu\w+|recens\w+|dénombr\w+|compt(?:e|ent|ait|aient|é)|évalu\w+|estim\w+|évoqu\w+|fait état|font état|annonc\w+|parl(?:e|ent) de|selon|d'après)\b")
_PARTY = re.compile(r"(?:selon |d'après |pour |mais |de leur côté, |de son côté, |quant à )*(?:les |la |le |l')(?:syndicats?|direction|organisateurs?|police|préfecture|gouvernement|ministère|opposition|intersyndicale|manifestants?|grévistes?|autorités|rebelles|armée|rectorat|patronat|associations?|parquet|défense|cgt|sncf)\b")
_DAY = re.compile(rf"\d{{1,2}}(?:er)? (?:{MONTHS})")
_WEEKDAY = re.compile(rf"\b(?:{DAYS})\b")
_SINCE = re.compile(r"^[^,]*\b(?:a|ont|est|sont|s'est|se sont|serai(?:t|ent)|aurai(?:t|ent)|s'étai(?:t|ent)|étai(?:t|ent)|avai(?:t|ent)) depuis (?:été |repris|perdu|\w+[ésiut]\b)(?! (?:le|la|les|l'|un|une|des|hier|\d)\b[^,]* (?:an|jour|mois)s?\b)")
_ANOTHER = re.compile(r"(?:une? autre|d'autres|l'une? (?!de\b|des\b|d'|du\b)|l'autre (?:est|a|souffr|se|s'|sera|avait|était)\b)")
_SAYS = re.compile(r"\b(?:estim|affirm|déclar|assur|expliqu|précis|ajout|indiqu|soulign|regrett|conclu|confi|déplor|promet|rappell?|lanc|dénonc|considèr|jug|pens|croi|dit|poursui)\w*(?:-t)?-(?:il|elle|ils|elles)\b")
#: What is blamed or asked for one thing after another.
_CAUSES = frozenset("pointer invoquer attribuer reprocher imputer incriminer".split())
_AGAINST = frozenset("pourtant cependant toutefois néanmoins".split())
_HELD = re.compile(r"\b(?:placée?s? en (?:détention(?: provisoire)?|garde à vue)|écrouée?s?|incarcérée?s?)\b[^,;:]{0,40}$")
_CHARGED = re.compile(r"\b(?:inculpée?s?|mise?s? en examen|poursuivie?s?|condamnée?s?|accusée?s?|soupçonnée?s?|suspectée?s?)\b[^.]*\b(?:pour|de|d')\b|\bchefs? d'(?:inculpation|accusation)\b")
_CHARGE = re.compile(r"\b(?:pour|dans le cadre|soupçonnée?s?|suspectée?s?|accusée?s?|après)\b")


#: « 48 % veulent que… »: of whom; « Qui doit entrer en vigueur l’an prochain. »: what.
_OF_WHAT = re.compile(r"(?:quelque |environ |près de |plus de |moins de )?\d[\d\s,.\u00a0\u202f]*% (?!d(?:e|u|es|'|’)\b|d['’]|parmi\b|contre\b|en\b|pour\b)[^\W\d]+|(?:qui|dont|lequel|laquelle|lesquels|lesquelles) (?!plus\b)\w+")
_SHOWS_WHY = frozenset(["en effet", "de fait", "en fait"])


def unsupported(source: Source, telling: Telling) -> bool:
    """Return whether the telling leans on what it leaves out: a time, a relative that says which, the other side’s figure, who uses the quoted words, what one is held for."""
    words = unquoted(telling.text)
    first = unquoted(first_sentence(source, telling))
    if telling.sentences == 1 and (_THIS_TIME.search(words) is not None or _once_something(source, telling)):
        return True
    if RAW.search(QUOTED.sub(" ", telling.text)) or _MORE.search(first.rstrip()) or telling.sentences == 1 and _ALREADY.match(first) is not None or _besides(source, telling) or _untimed(first):
        return True
    if _OF_WHAT.match(first) is not None and telling.text.rstrip()[-1:] != "?" or _needed_for(source, telling, first) or _set_against(source, telling) or _half_of_a_span(source, telling):
        return True
    return _which_cut(source, telling) or _one_count_of_two(source, telling, words) or _voiceless(source, telling) or _uncharged(source, telling, words) or _gainsays(source, telling) or _one_of_causes(source, telling) or _who_says(source, telling, words) or telling.sentences == 1 and _ANOTHER.match(first) is not None or _of_another_day(source, telling) or _SINCE.search(first) is not None or _before_its_verb(source, telling) or _bare_body(source, telling) or compares(first) or _somebody_named_before(source, telling)


def _once_something(source: Source, telling: Telling) -> bool:
    """Whether, behind the first sentence, the subject is but what somebody once was: « l’ancien ministre a payé cher »."""
    subject = source.clause[telling.clauses[0]].subject
    words = plain(subject.of(source.text)) if subject is not None else ""
    return telling.sentence > source.first_sentence and re.fullmatch(r"(?i)l'(?:ancien(?:ne)?|ex-)[ -]?[a-zà-ÿ-]+", words) is not None and words.lower() in plain(telling.text).lower()


#: « Une manifestation est prévue samedi, cette fois devant le siège »: where it was before stands in the sentence before.
_THIS_TIME = re.compile(r"(?<=, )cette fois(?:-ci)?(?![\w-])")


#: « se montre plus prudente »: than who spoke before.
_COMPARES = re.compile(r"\b(?:se (?:montre(?:nt)?|di(?:t|sent)|veut|veulent|fait|font)|s'est (?:montrée?|dite?|faite?)|se sont (?:montrée?s|dite?s|faite?s)) (?:\w+ ){0,2}?(?:plus|moins|aussi) \w+")
#: « La gardienne de 19 ans », « l'élue écologiste »: somebody whom a sentence before calls by name.
_OF_AGE = re.compile(r"(?:le |la |l')[\w-]+ (?:âgée? )?de \d+ ans\b")


def compares(words: str) -> bool:
    """Whether ``words`` (plain, lower case) set somebody against another whom they do not name: « un étudiant se montre moins indulgent »."""
    found = _COMPARES.search(words)
    return found is not None and re.search(r"\b(?:que|de plus en|de moins en|plus ou moins)\b|qu'", words[found.start() :]) is None


def _somebody_named_before(source: Source, telling: Telling) -> bool:
    """Whether the telling speaks of somebody by a bare noun whom a sentence before it, in the same paragraph, calls by name."""
    sentences = source.analysis.sentences
    here = sentences[telling.sentence]
    spans = [quote.speaker_span for quote in source.analysis.quotes if telling.sentence in quote.sentences and quote.speaker_span is not None]
    voices = [words for words in (span.of(source.text) for span in spans if telling.span.covers(span)) if _BARE_NOUN.match(words) and not _OFFICE.match(words) and plain(words) in plain(telling.text)]
    if telling.sentences > 1 or not voices and _OF_AGE.match(plain(telling.text)) is None:
        return False
    return any(
        entity.kind == "person" and any(mention.form in ("full", "short") and mention.sentence < telling.sentence and sentences[mention.sentence].paragraph == here.paragraph for mention in entity.mentions) for entity in source.analysis.entities
    )


#: Who is known by an office that one alone holds.
_OFFICE = re.compile(r"(?i)(?:le |la |l['’])(?:maire|préfète?|procureure?|ministre|présidente?|juge|avocate?|parquet|roi|reine|pape|chancelière?|gouverneure?|sous-préfète?|évêque|capitaine|commandante?|porte-parole)\b")
#: An article, a noun, an adjective at most.
_BARE_NOUN = re.compile(r"(?i)(?:l[ea] |l['’])[a-zà-ÿ-]+(?: [a-zà-ÿ-]+)?$")


#: « dans la nuit de jeudi », « du 3 », « entre 8 heures »: the first half of a span of time.
_HALF = re.compile(rf"(?:\b(?:de|du|d'|entre)|\bdès) (?:le |la )?(?:{DAYS}|\d{{1,2}}(?:er)?(?: (?:{MONTHS}))?|{MONTHS}|\d{{4}})$")
_OTHER_HALF = re.compile(rf" (?:à|au|jusqu'à|jusqu'au|et) (?:le )?(?:{DAYS}|\d|{MONTHS})")


def _half_of_a_span(source: Source, telling: Telling) -> bool:
    """« est décédé [dans la nuit de jeudi] à vendredi »: half of when."""
    return any(
        edit.kind == "drop" and _HALF.search(plain(edit.span.of(source.text)).rstrip(" ,")) is not None and _OTHER_HALF.match(plain(source.text[edit.span.end - (source.text[edit.span.end - 1] in " \u00a0") : edit.span.end + 24])) is not None
        for edit in telling.edits
    )


def _dropped(source: Source, telling: Telling) -> list[tuple[str, Span]]:
    """Return the words that fall from the telling, bare of marks, and where they stand."""
    return [(plain(edit.span.of(source.text)).strip(" ,\u00a0"), edit.span) for edit in telling.edits if edit.kind == "drop"]


def _needed_for(source: Source, telling: Telling, first: str) -> bool:
    """« [En effet,] il faut des instruments très sensibles. »: for what, the sentence before says."""
    needs = re.match(r"il faut (?!que\b|qu'|savoir|noter|rappeler|dire)(?:une? |des |du |de la |de l'|deux |trois )", first)
    return telling.sentences == 1 and needs is not None and " pour " not in first and any(words in _SHOWS_WHY for words, _ in _dropped(source, telling))


def _set_against(source: Source, telling: Telling) -> bool:
    """« Les cas graves sont [, eux,] réduits de 93 % »: by what, the sentence before says."""
    clause = source.clause.get(telling.clauses[0])
    words = plain(clause.span.of(source.text)) if clause is not None else ""
    if telling.sentences > 1 or clause is None or re.search(r"\b(?:est|sont|était|étaient|sera|seront|été)\b", plain(clause.verb.of(source.text))) is None or re.search(r"\b(?:de|à) (?:\w+ de )?\d", words) is None or re.search(r"\bpar\b", words):
        return False
    return any(dropped in ("eux", "elles", "lui", "elle") for dropped, _ in _dropped(source, telling))


def _besides(source: Source, telling: Telling) -> bool:
    """« propose de plus le développement des bus »: besides what."""
    end = min(telling.span.end, source.analysis.sentences[telling.sentence].span.end)
    for match in _BESIDES.finditer(source.text, telling.span.start, end):
        before = source.tokens_in(Span(telling.span.start, match.start()))
        if any(edit.kind == "drop" and edit.span.overlaps(Span(match.start() + 1, match.end())) for edit in telling.edits):
            continue
        if before and before[-1].pos in ("VERB", "AUX") and not in_quotes(source, before[-1].span):
            return True
    return False


def _untimed(words: str) -> bool:
    """« durant cette soirée »: which, unless what stands before it dates it."""
    found = _BACK_IN_TIME.search(words)
    return found is not None and re.search(r"\b\d{1,2}(?:er)? \w+|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|soirée|nuit|hier)\b", words[: found.start()]) is None


def _which_cut(source: Source, telling: Telling) -> bool:
    """« une augmentation du nombre de bébés [qui naissent malformés] »: the clause that says which was left behind, without a comma."""
    if telling.sentences > 1:
        return False
    end = source.analysis.sentences[telling.sentence].span.end
    cuts = [telling.span.end] if telling.span.end < end else []
    cuts += [edit.span.start for edit in telling.edits if edit.kind == "drop" and edit.span.start > telling.span.start]
    for at in cuts:
        if _WHICH.match(source.text, at) is None or source.text[:at].rstrip()[-1:] in (",", ")", "–", "—", "»"):
            continue
        before = [token for token in source.tokens_in(Span(telling.span.start, at)) if token.pos != "PUNCT"]
        if before and before[-1].pos in ("NOUN", "ADJ", "PRON", "NUM") and _ANY.search(plain(" ".join(token.span.of(source.text) for token in before[-4:]))) is None:
            return True
    return False


def _one_count_of_two(source: Source, telling: Telling, words: str) -> bool:
    """« La direction recense 61 % de grévistes. [Les syndicats en comptent 78 %.] »: one party’s figure without the other’s."""
    last = telling.sentence + telling.sentences - 1
    if _GIVES.search(words) is None:
        return False
    units = {figure.unit for figure in source.analysis.figures if figure.sentence == last and telling.span.covers(figure.span)}
    sentences = source.analysis.sentences
    if not units or last + 1 >= len(sentences) or sentences[last + 1].paragraph != sentences[last].paragraph:
        return False
    following = unquoted(sentences[last + 1].span.of(source.text))
    other = {figure.unit for figure in source.analysis.figures if figure.sentence == last + 1}
    return bool(units & other) and _PARTY.match(following) is not None and _GIVES.search(following) is not None and _PARTY.search(words) is not None and re.match(_PARTY, following).group() not in words  # type: ignore[union-attr]


def _voiceless(source: Source, telling: Telling) -> bool:
    """« L’homme portait une « tenue de camouflage » »: words of one whom the sentence before names (« selon le parquet »)."""
    if telling.sentences > 1 or telling.sentence == 0:
        return False
    here = [quote for quote in source.analysis.quotes if telling.sentence in quote.sentences and telling.span.covers(quote.span)]
    if not here or any(quote.speaker is not None or quote.whole for quote in here) or any(statement.sentence == telling.sentence for statement in source.analysis.statements):
        return False
    if not any(edit.kind == "drop" and plain(edit.span.of(source.text)).strip(" ,") in ("aussi", "également", "en outre", "par ailleurs", "de plus") for edit in telling.edits):
        return False
    sentences = source.analysis.sentences
    return sentences[telling.sentence - 1].paragraph == sentences[telling.sentence].paragraph and _has_voice(source, telling.sentence - 1)


def _gainsays(source: Source, telling: Telling) -> bool:
    """« [Pourtant,] la maladie n’est pas mortelle »: what it denies, the sentence before has told."""
    clause = source.clause.get(telling.clauses[0])
    if clause is None or not clause.negated:
        return False
    return any(edit.kind == "drop" and edit.span.start < clause.verb.end and plain(edit.span.of(source.text)).strip(" ,") in _AGAINST for edit in telling.edits)


def _one_of_causes(source: Source, telling: Telling) -> bool:
    """« L’institut pointe [aussi] la fin des aides »: alone, it would be the one cause."""
    drops = [edit.span for edit in telling.edits if edit.kind == "drop" and plain(edit.span.of(source.text)).strip(" ,") in ("aussi", "également")]
    return any(clause.lemma in _CAUSES and not clause.passive and any(clause.span.covers(drop) for drop in drops) for clause in (source.clause[i] for i in telling.clauses if i in source.clause))


def _who_says(source: Source, telling: Telling, words: str) -> bool:
    """« Ce serait l’unique manière de l’honorer, estime-t-il »: nobody is named before."""
    if _SAYS.search(words) is None or any(edit.kind == "reference" for edit in telling.edits):
        return False
    return not any(telling.span.covers(mention.span) and mention.form != "pronoun" for entity in source.analysis.entities if entity.kind in ("person", "organisation") for mention in entity.mentions) and not any(
        {token.lemma.lower(), plain(token.span.of(source.text))} & (anaphors(load()).persons | anaphors(load()).titles | anaphors(load()).institutions) for token in source.tokens_in(telling.span) if token.pos == "NOUN"
    )


def _of_another_day(source: Source, telling: Telling) -> bool:
    """« Douze gardiens ont été pris en otage. », in a paragraph that begins « Dans la nuit du 1er au 2 janvier, », of news of the 8th: told beside the news, it would be of its day."""
    sentences = source.analysis.sentences
    here = sentences[telling.sentence]
    clauses = [source.clause[i] for i in telling.clauses if i in source.clause]
    if not clauses or here.paragraph <= source.first_paragraph or clauses[0].tense not in ("perfect", "present", "simple-past", "pluperfect") or not (clauses[0].passive or clauses[0].kind in ("toll", "arrest", "death", "injury")):
        return False
    if any(telling.span.covers(time.span) for time in source.analysis.times if time.kind != "duration"):
        return False
    before = [index for index in range(telling.sentence) if sentences[index].paragraph == here.paragraph]
    if not before or before[0] == telling.sentence:
        return False
    opening = sentences[before[0]].span
    start = plain(source.text[opening.start : min(opening.end, opening.start + 45)])
    lede = plain(source.analysis.paragraphs[source.first_paragraph].span.of(source.text))
    for pattern in (_DAY, _WEEKDAY) if here.paragraph > source.first_paragraph + 1 else (_DAY,):
        days, own = set(pattern.findall(start)), set(pattern.findall(lede))
        if days and own and not days & own:
            return True
    return False


def _before_its_verb(source: Source, telling: Telling) -> bool:
    """« La voiture a été lancée contre l’hôtel, des hommes, au moins quatre [ont tenté d’entrer] »: cut between a subject and its verb."""
    sentence = source.analysis.sentences[telling.sentence].span
    if telling.sentences > 1 or telling.span.end >= sentence.end:
        return False
    after = source.tokens_in(Span(telling.span.end, min(sentence.end, telling.span.end + 30)))
    before = source.tokens_in(telling.span)
    after = tuple(token for token in after if token.pos != "PUNCT")
    if not after or not before or source.text[telling.span.end : after[0].span.start].strip(" ,\u00a0") or any(statement.cue.overlaps(after[0].span) for statement in source.analysis.statements) or after[0].pos not in ("AUX", "VERB") or after[0].feature("VerbForm") not in ("Fin", ""):
        return False
    return before[-1].pos in ("NOUN", "PROPN", "NUM", "PRON") and "," in telling.text


def _bare_body(source: Source, telling: Telling) -> bool:
    """« Le groupe, considérablement affaibli, a juré… »: which, neither the title nor the first paragraph nor the telling has named."""
    clause = source.clause.get(telling.clauses[0])
    if clause is None or clause.subject is None or not telling.span.covers(clause.subject) or in_quotes(source, clause.subject) or any(edit.kind == "reference" and edit.span.overlaps(clause.subject) for edit in telling.edits):
        return False
    tokens = source.tokens_in(clause.subject)
    if len(tokens) < 2 or plain(tokens[0].span.of(source.text)) not in ("le", "la", "l'") or tokens[1].lemma.lower() not in words_of_role("firm-noun"):
        return False
    if source.text[tokens[1].span.end : tokens[1].span.end + 1] != ",":
        return False
    opening, title = source.analysis.paragraphs[source.first_paragraph].span, source.analysis.article.title
    return not any(token.lemma == tokens[1].lemma and (opening.covers(token.span) or title is not None and title.covers(token.span) or telling.span.start <= token.span.start < tokens[1].span.start) for token in source.analysis.tokens)


def _has_voice(source: Source, sentence: int) -> bool:
    """Return whether somebody's words are quoted in the sentence."""
    quoted = [quote for quote in source.analysis.quotes if sentence in quote.sentences]
    words = unquoted(source.analysis.sentences[sentence].span.of(source.text))
    return bool(quoted) and (any(quote.speaker is not None for quote in quoted) or re.search(r"\b(?:selon|d'après)\b", words) is not None)


def _uncharged(source: Source, telling: Telling, words: str) -> bool:
    """« Il a été placé en détention provisoire. »: for what, the sentence before says."""
    held = _HELD.search(words.rstrip(" .!"))
    if held is None or telling.sentence == 0 or _CHARGE.search(words) or source.is_lede(telling.sentence) or in_quotes(source, telling.span):
        return False
    sentences = source.analysis.sentences
    before = sentences[telling.sentence - 1]
    if before.paragraph != sentences[telling.sentence].paragraph:
        return False
    return _CHARGED.search(plain(before.span.of(source.text))) is not None
