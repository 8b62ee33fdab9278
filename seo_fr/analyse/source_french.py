"""The source's own faults of French, where they are certain: what must not be lifted into a written line.

LanguageTool judges each written line (:mod:`seo_fr.check.grammar`) and sees agreement between neighbours; it lets through a participle far from its subject, a
verb that agrees with the nearest noun, a comma between subject and verb, two main verbs without a link. These are found here, on the source's tokens, with the
open lexicon of ``french/`` and the patterns of ``rules/fautes-de-la-source.yaml``. Whatever is doubtful (a collective, a coordination, a word with two genders)
is let through: a fault named here is one.

Source: Le Bon Usage, § 925 (verb and subject), § 937-951 (participle), § 127 (no comma between subject and verb).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from seo_fr.french.agreement import noun_gender, noun_number
from seo_fr.french.lexicon import adjective_forms, finite_readings, noun_forms, participle_readings, plural_nouns, verb_forms
from seo_fr.french.words import plain
from seo_fr.model import Fault, Finding, Sentence, Span, Token
from seo_fr.rulebook import Rule, Rulebook

#: Heads that leave the number of the verb free, or name a group.
_FREE_HEADS = frozenset(
    "plupart majorité minorité moitié tiers quart reste ensemble partie nombre foule poignée série centaine douzaine dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine huitaine millier million milliard multitude totalité quantité groupe"
    " couple kyrielle demi-douzaine infinité masse proportion part paire trio duo quatuor maximum minimum sorte espèce type genre flot vague lot tas pourcentage pour-cent % personne gens chose quelque aucun chacun un une autre tout rien beaucoup".split()
)
_MANY = frozenset("dizaines douzaines centaines milliers millions milliards parties groupes tiers types sortes espèces".split())
_SINGULAR = frozenset(["le", "la", "l'", "un", "une", "ce", "cet", "cette", "son", "sa", "mon", "ma", "notre", "votre", "leur", "chaque", "aucun", "aucune"])
_PLURAL = frozenset(["les", "des", "ces", "ses", "leurs", "nos", "vos", "plusieurs", "quelques", "certains", "certaines", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"])
_FEMININE = frozenset(["la", "une", "cette", "chaque-f", "aucune", "certaines"])
_MASCULINE = frozenset(["le", "un", "ce", "cet", "aucun", "certains", "du", "au"])
#: Pronominal verbs whose « se » is the object, or no word of its own: the participle agrees with the subject (Le Bon Usage, § 953).
_OWN_PRONOMINAL = frozenset(
    "tenir dérouler jouer ouvrir terminer achever éteindre réunir retrouver qualifier classer imposer installer échapper enfuir suicider effondrer écraser emparer réfugier présenter engager abstenir évader rassembler rallier exprimer poursuivre"
    " arrêter produire montrer incliner élever établir étendre propager répandre transformer améliorer aggraver dégrader opposer joindre mobiliser distinguer illustrer extraire détacher rapprocher éloigner lancer hisser diriger tourner tromper"
    " contenter désister prononcer spécialiser marier convertir consacrer concentrer séparer sacrifier recueillir".split()
)
_ETRE = frozenset(["est", "sont", "était", "étaient", "sera", "seront", "fut", "furent", "serait", "seraient", "soit", "soient"])
_HAVE = frozenset(["a", "ont", "avait", "avaient", "aura", "auront", "aurait", "auraient", "ait", "aient", "ai", "avons", "avez", "avoir", "ayant", "eut", "eurent"])
_PLURAL_AUX = frozenset(["ont", "avaient", "auront", "auraient", "aient", "sont", "étaient", "seront", "seraient", "furent"])
_MODALS = frozenset("doit doivent devra devront devrait devraient devait devaient peut peuvent pourra pourront pourrait pourraient pouvait pouvaient veut veulent voudrait voudraient va vont allait allaient faut faudra faudrait".split())
_ADVERBS = frozenset("pas plus jamais également aussi encore déjà toujours bien très largement notamment ainsi alors donc ensuite finalement depuis désormais toutefois cependant pourtant enfin".split())


#: Nouns with a second gender, of usage or of another sense.
_TWO_GENDERS = frozenset(
    "mode mort morts médecin livre poste tour manche voile vase page merci solde garde guide parallèle office critique physique pendule foudre geste relâche crêpe moule mousse platine cartouche carpe barde finale après-midi interview covid élève témoin"
    " mannequin bénévole otage cadre chef juge maire ministre auteur procureur professeur ingénieur écrivain sénateur gouverneur défenseur successeur champion vainqueur leader soldat matelot homologue vigile star vedette sentinelle".split()
)
_GAINSAID = re.compile(r"(?:tion|sion)$"), re.compile(r"(?:at|age|isme)$")
#: What may be a person, whose article follows the person.
_PERSONS = re.compile(r"(?:eur|e|in|ien)$")


def _gender(word: str) -> str:
    """The gender of a noun; «» where it has two, or its ending gainsays the lexicon."""
    gender = noun_gender(word) or ""
    if word in _TWO_GENDERS or _GAINSAID[gender == "f"].search(word):
        return ""
    return gender



_ADVERB_PHRASES: tuple[list[str], ...] = (["une", "nouvelle", "fois"], ["à", "nouveau"], ["de", "nouveau"], ["tous", "deux"], ["toutes", "deux"], ["en", "effet"])


class _Reader:
    """One sentence, its words in lower case, plain."""

    def __init__(self, text: str, tokens: Sequence[Token], sentence: Sentence) -> None:
        self.text = text
        self.tokens = tokens
        self.first, self.last = sentence.tokens
        self.words = {i: plain(tokens[i].span.of(text)) for i in range(self.first, self.last)}
        self.low = {i: word.lower() for i, word in self.words.items()}
        self.children: dict[int, list[int]] = {}
        for i in range(self.first, self.last):
            head = tokens[i].head
            if head != i:
                self.children.setdefault(head, []).append(i)

    def has(self, i: int, *deps: str) -> bool:
        """Whether a token has a dependent of one of these relations."""
        return any(self.tokens[c].dep.split(":")[0] in deps for c in self.children.get(i, ()))

    def span(self, start: int, end: int) -> Span:
        """The characters of the tokens ``start`` to ``end``, both included."""
        return Span(self.tokens[start].span.start, self.tokens[end].span.end)

    def skip_adverbs(self, i: int) -> int:
        """The first token from ``i`` on that is no adverb."""
        while i < self.last:
            phrase = next((words for words in _ADVERB_PHRASES if [self.low.get(i + k) for k in range(len(words))] == words), None)
            if phrase is not None:
                i += len(phrase)
            elif self.low[i] in _ADVERBS or (self.low[i].endswith("ment") and self.tokens[i].pos == "ADV"):
                i += 1
            else:
                break
        return i

    def extent(self, i: int) -> tuple[int, int]:
        """The first and last token below ``i``."""
        low = high = i
        todo = [i]
        while todo:
            for child in self.children.get(todo.pop(), ()):
                low, high = min(low, child), max(high, child)
                todo.append(child)
        return low, high


def _is_noun(word: str) -> bool:
    return word in plural_nouns()


@lru_cache(maxsize=8192)
def _is_adjective(word: str) -> bool:
    return any(adjective_forms(lemma) is not None and word in (adjective_forms(lemma) or {}).values() for lemma in {word, word.removesuffix("s"), word.removesuffix("e"), word.removesuffix("es")})


@lru_cache(maxsize=8192)
def _is_infinitive(word: str) -> bool:
    return word.endswith(("er", "ir", "re", "oir")) and verb_forms(word) is not None


def _subject_of(reader: _Reader, verb: int) -> int | None:
    """The token that is the subject of ``verb``, before it; None where there is none, or several."""
    found = [c for c in reader.children.get(verb, ()) if reader.tokens[c].dep in ("nsubj", "nsubj:pass")]
    return found[0] if len(found) == 1 and found[0] < verb else None


def _grammar_of(reader: _Reader, noun: int) -> tuple[str, str]:
    """Gender and number of a noun group by its determiner and the lexicon, both agreeing; «» for what is not certain."""
    token = reader.tokens[noun]
    word = reader.low[noun]
    if word in ("elle", "elles"):
        return "f", "p" if word.endswith("s") else "s"
    if word in ("il", "ils"):
        return "m", "p" if word.endswith("s") else "s"
    if token.pos != "NOUN" or reader.words[noun][0].isupper() or (word in _FREE_HEADS and not (word == "nombre" and reader.low.get(noun - 1) == "le")) or word in _MANY or reader.has(noun, "conj") or noun_forms(word) is None and word not in plural_nouns():
        return "", ""
    dets = [c for c in reader.children.get(noun, ()) if reader.tokens[c].dep.startswith("det") and c < noun]
    counts = [c for c in reader.children.get(noun, ()) if reader.tokens[c].dep == "nummod" and c < noun]
    if counts and not dets:
        return (_gender(word), "p") if noun_number(word) == "p" and reader.low[counts[0]] not in ("un", "une") and reader.low.get(counts[0] - 1) not in ("de", "d'") else ("", "")
    if len(dets) != 1 or noun - dets[0] > 3:
        return "", ""
    det = reader.low[dets[0]]
    if word == "nombre" and det == "le":
        return "m", "s"
    number = "s" if det in _SINGULAR else "p" if det in _PLURAL else ""
    lexical = noun_number(word)
    if lexical is not None and number and lexical != number:
        return "", ""
    gender = _gender(word)
    shown = "f" if det in _FEMININE else "m" if det in _MASCULINE else ""
    if shown and gender and shown != gender:
        return "", ""
    if not shown and det in ("l'", "les", "des", "ces", "ses", "son", "leurs", "leur", "plusieurs", "deux", "trois") and gender:
        shown = gender
    return (gender if shown or number == "p" else ""), number


def _participles(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« La cité est devenu », « la ligne a été interrompu », « la course s’est tenu », « elle sera remplacé »."""
    for i in range(reader.first, reader.last):
        readings = participle_readings(reader.low[i])
        if not readings or reader.words[i][0].isupper() or reader.tokens[i].pos not in ("VERB", "ADJ", "AUX"):
            continue
        aux = [c for c in reader.children.get(i, ()) if reader.tokens[c].dep in ("aux:tense", "aux:pass", "cop", "aux") and c < i]
        if not aux:
            continue
        forms = [reader.low[c] for c in sorted(aux)]
        if forms[0] not in _ETRE and not (len(forms) == 2 and forms[0] in _HAVE and forms[1] == "été"):
            continue
        if forms[0] in _HAVE and forms[-1] != "été":
            continue
        if forms[0] in _ETRE and any(form in _HAVE for form in forms[1:]):
            continue  # « dont les proches sont sans nouvelles, a annoncé le procureur »: the parse took two verbs for one
        lemmas = {lemma for lemma, _, _ in readings}
        clitic = min(aux) > reader.first and reader.low[min(aux) - 1] in ("s'", "se")
        if forms[0] in _PLURAL_AUX and all(n == "s" for _, _, n in readings) and (lemmas <= _OWN_PRONOMINAL if clitic else not _is_noun(reader.low[i])) and not any(word in ("nous", "vous", "on", "ce", "s'", "se") for word in (reader.low.get(min(aux) - 1), reader.low.get(min(aux) - 2)) if not clitic):
            yield min(aux), i, "le participe n’a pas le nombre de l’auxiliaire"
            continue
        subject = _subject_of(reader, i)
        if subject is None:
            continue
        if clitic and (not lemmas <= _OWN_PRONOMINAL or reader.has(i, "xcomp", "ccomp")):
            continue
        if clitic and any(reader.tokens[c].dep == "obj" and reader.low[c] not in ("s'", "se") for c in reader.children.get(i, ())):
            continue
        if _is_noun(reader.low[i]) and any(reader.tokens[c].dep.startswith("det") for c in reader.children.get(i, ())):
            continue
        if not _plain_between(reader, subject, min(aux)):
            continue
        gender, number = _grammar_of(reader, subject)
        shapes = {(g, n) for _, g, n in readings}
        if (gender and all(g != gender for g, _ in shapes)) or (number and all(n != number for _, n in shapes)):
            if not gender and not number:
                continue
            yield subject, i, "le participe ne s’accorde pas avec son sujet"


def _relatives(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« une épreuve qui s’est déroulé »: the noun that touches « qui », with its article, is of another gender or number than the participle."""
    for i in range(reader.first + 2, reader.last - 2):
        if reader.low[i] != "qui" or reader.tokens[i - 1].pos != "NOUN" or reader.low[i - 2] not in ("le", "la", "un", "une", "les", "des", "cette", "ce", "ces"):
            continue
        if i - 3 >= reader.first and reader.tokens[i - 3].pos in ("ADP", "CCONJ") and reader.low[i - 3] in ("de", "et", "ou", "d'", "que"):
            continue
        gender, number = _grammar_of(reader, i - 1)
        at = i + 1
        clitic = reader.low[at] in ("s'", "se")
        at += 1 if clitic or reader.low[at] in ("ne", "n'") else 0
        if reader.low.get(at) in _HAVE and reader.low.get(at + 1) == "été":
            at += 1
        elif reader.low.get(at) not in _ETRE:
            continue
        at = reader.skip_adverbs(at + 1)
        readings = participle_readings(reader.low[at]) if at < reader.last and reader.tokens[at].pos in ("VERB", "ADJ", "AUX") else ()
        if not readings or (clitic and not {lemma for lemma, _, _ in readings} <= _OWN_PRONOMINAL):
            continue
        if (gender and all(g != gender for _, g, _ in readings)) or (number and all(n != number for _, _, n in readings)):
            yield i - 1, at, "le participe ne s’accorde pas avec son sujet"


def _plain_between(reader: _Reader, subject: int, verb: int) -> bool:
    """Whether nothing between the two, nor just before the subject, makes it doubtful that the first alone is the subject of the second."""
    start = reader.extent(subject)[0]
    if reader.has(subject, "case"):
        return False
    if start > reader.first and reader.low[start - 1] in ("et", "ou", "ni", ",", "comme", "avec"):
        inside = [reader.low[j] for j in range(subject, verb)]
        return reader.low[start - 1] == "," and "et" not in inside and "ou" not in inside and inside.count(",") % 2 == 0
    if start > reader.first and reader.tokens[start - 1].pos in ("NOUN", "PROPN", "ADJ", "VERB", "NUM"):
        return False
    words = [reader.low[j] for j in range(subject + 1, verb)]
    if any(word in ("et", "ou", "ni", "comme", "ainsi", "dont", "où", "que", "qu'", "«", "»", '"', "soit", "plus", "moins", ":", ";") for word in words):
        return False
    return words.count(",") % 2 == 0 or "qui" in words


def _subject_and_verb(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« La course, qui part de la mairie, n’ont pas permis »: the finite form shows another number than its subject."""
    for i in range(reader.first, reader.last):
        token = reader.tokens[i]
        if token.pos not in ("VERB", "AUX") or token.feature("VerbForm") not in ("Fin", ""):
            continue
        readings = {number for _, _, person, number in finite_readings(reader.low[i]) if person == 3}
        if len(readings) != 1:
            continue
        head = i if not token.dep.startswith(("aux", "cop")) else token.head
        subject = _subject_of(reader, head)
        if subject is None or subject > i or not _plain_between(reader, subject, i):
            continue
        aux = [c for c in reader.children.get(head, ()) if reader.tokens[c].dep.startswith(("aux", "cop"))]
        if head == i and aux:
            continue
        number = _grammar_of(reader, subject)[1]
        if number and number not in readings and reader.low[subject] not in ("il", "elle", "ils", "elles"):
            if any(reader.low[j] in ("»", '"', "”", "«") for j in range(subject, i)):
                continue
            yield subject, i, "le verbe ne s’accorde pas avec son sujet"


def _avoir(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« a servit de », « tirs ayant blessés », « a saisie cette affaire », « s’était sacrifier », « devra resté »."""
    for i in range(reader.first, reader.last - 1):
        word = reader.low[i]
        after = reader.skip_adverbs(i + 1)
        if after >= reader.last or reader.words[after][0].isupper():
            continue
        form = reader.low[after]
        if not form.isalpha():
            continue
        before = reader.low.get(i - 1, "")
        if word in _HAVE and reader.tokens[i].pos in ("AUX", "VERB"):
            readings = participle_readings(form)
            if not readings and not _is_noun(form) and not _is_adjective(form) and any(tense in ("p", "ps") and person == 3 for _, tense, person, _ in finite_readings(form)) and form.endswith(("it", "ut", "int")):
                yield i, after, "participe attendu après « avoir »"
            elif readings and all((g, n) != ("m", "s") for _, g, n in readings) and (not _is_noun(form) or reader.tokens[after].pos == "VERB" and reader.tokens[min(after + 1, reader.last - 1)].pos == "DET") and not _object_before(reader, i):
                yield i, after, "le participe employé avec « avoir » ne s’accorde pas avec le sujet"
        elif word in _ETRE and before in ("s'", "se") and _is_infinitive(form) and not _is_noun(form):
            yield i, after, "participe attendu après « être »"
        elif word in _MODALS and form.endswith("é") and not _is_noun(form) and after == i + 1 and reader.tokens[after].pos in ("VERB", "AUX"):
            yield i, after, "infinitif attendu"


def _object_before(reader: _Reader, aux: int) -> bool:
    """Whether an object that the participle may agree with stands before ``aux`` in its sentence."""
    return any(reader.low[j] in ("que", "qu'", "les", "la", "l'", "nous", "vous", "me", "m'", "te", "t'", "combien", "quel", "quelle", "quels", "quelles", "lesquels", "lesquelles", "laquelle") for j in range(max(reader.first, aux - 12), aux) if reader.low[j] not in ("les", "la", "l'") or j == aux - 1 or (j == aux - 2 and reader.low[aux - 1] in ("y", "en", "lui", "leur", "n'", "ne")))


def _comma_after_subject(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« Anne Morel, remporte l’épreuve »; « Anne Morel, figure du club a répondu »; « Anne Morel absente du départ effectue »: the subject opens the sentence."""
    for i in range(reader.first, reader.last):
        if reader.tokens[i].pos not in ("VERB", "AUX"):
            continue
        subject = _subject_of(reader, i)
        if subject is None or reader.tokens[subject].pos not in ("NOUN", "PROPN") or reader.extent(subject)[0] != reader.first:
            continue
        verb = min([i, *(c for c in reader.children.get(i, ()) if c > subject and reader.tokens[c].dep.startswith(("aux", "cop", "expl")) or reader.low[c] in ("ne", "n'", "se", "s'"))])
        if verb <= subject or not any(finite_readings(reader.low[j]) and reader.tokens[j].feature("VerbForm") in ("Fin", "") for j in range(verb, i + 1)):
            continue
        between = range(reader.first, verb)
        if any(reader.low[j] in ("«", "»", "–", "-", "—", ";", ":", '"', "et", "ou", "qui", "que", "qu'", "dont", "où") for j in between):
            continue
        commas = [j for j in between if reader.low[j] == ","]
        names = _names_at(reader, reader.first, verb)
        led = 0 if names >= 2 else 2 if reader.low[reader.first] in ("le", "la", "l'") and _names_at(reader, reader.first + 2, verb) >= 2 else 0
        names = led + _names_at(reader, reader.first + led, verb)
        if commas == [verb - 1] and reader.low[verb] not in _INTERPOSED:
            if names >= 2 or not reader.has(subject, "conj", "acl", "appos"):
                yield reader.first, i, "virgule entre le sujet et le verbe"
        elif names >= 2 and len(commas) <= 1 and not commas or commas == [reader.first + names]:
            after = reader.first + names + len(commas)
            if names >= 2 and after < verb - 1 and _describes(reader, after):
                yield reader.first, i, "virgule oubliée à la fin ou au début de l’apposition"


def _names_at(reader: _Reader, start: int, end: int) -> int:
    """How many words of a name stand one after the other from ``start`` on."""
    count = 0
    while start + count < end and reader.words[start + count][0].isupper() and reader.tokens[start + count].pos == "PROPN":
        count += 1
    return count


#: « L’usine, précise le maire, fermera. »
_INTERPOSED = frozenset("précise explique affirme déclare assure estime ajoute indique souligne raconte dit note rappelle poursuit conclut écrit juge confie témoigne regrette insiste résume reconnaît admet croit pense paraît semble annonce répond prévient".split())
_DESCRIBING = frozenset("absent absente présent présente vainqueur vainqueure médaillé médaillée champion championne responsable porte-parole figure originaire membre auteur autrice fondateur fondatrice président présidente directeur directrice leader chef cheffe".split())


def _describes(reader: _Reader, i: int) -> bool:
    """Whether a token opens an apposition: a noun for a person without article, or a participle."""
    if reader.tokens[i].pos == "ADJ" and _is_adjective(reader.low[i]) and reader.tokens[min(i + 1, reader.last - 1)].pos == "NOUN":
        return True
    return reader.low[i] in _DESCRIBING or (reader.words[i].islower() and bool(participle_readings(reader.low[i])) and not finite_readings(reader.low[i]) and not _is_noun(reader.low[i]) and reader.tokens[i].pos in ("VERB", "ADJ") and reader.low[i] != "été")


def _two_verbs(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« Un document circule sur les réseaux met en évidence »: two finite verbs and nothing between them that joins."""
    finite = [i for i in range(reader.first, reader.last) if _surely_finite(reader, i)]
    for a, b in zip(finite, finite[1:], strict=False):
        between = range(a + 1, b)
        if b - a < 2 or any(reader.tokens[j].pos in ("CCONJ", "SCONJ", "PUNCT") or reader.low[j] in _LINKS or reader.tokens[j].feature("PronType") == "Rel" for j in between):
            continue
        if any(reader.low[j] in _LINKS or reader.low[j] in ("«", '"') or reader.tokens[j].feature("PronType") == "Rel" for j in range(reader.first, a)) or reader.low[a] in ("est", "soit") or reader.low[b - 1] == "y" or reader.low[b] == "a":
            continue
        yield a, b, "deux verbes principaux sans lien"


_LINKS = frozenset("que qu' qui dont où quand lorsque lorsqu' si s' comme quoi combien comment pourquoi puisque puisqu' quoique parce car et ou ni mais or donc quel quelle quels quelles lequel laquelle lesquels lesquelles duquel auquel tandis alors".split())


def _open_apposition(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« Anne Morel, la porte-parole des dockers du port affirme »: the apposition to a name that opens the sentence is never closed."""
    names = _names_at(reader, reader.first, reader.last)
    at = reader.first + names
    if names < 2 or at + 3 >= reader.last or reader.low[at] != ",":
        return
    noun = at + 2 if reader.low[at + 1] in ("le", "la", "l'") else at + 1
    if reader.low[noun] not in _TITLED | _DESCRIBING and reader.low[min(noun + 1, reader.last - 1)] not in _TITLED:
        return
    for i in range(noun + 1, reader.last):
        if reader.low[i] in _LINKS or reader.tokens[i].pos == "PUNCT":
            return
        if _surely_finite(reader, i) or (reader.low[i] in _HAVE and reader.tokens[i].feature("VerbForm") == "Fin"):
            yield reader.first, i, "virgule oubliée à la fin de l’apposition"
            return


def _unlinked_pronoun(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« Le vainqueur est Paul Morel il devance… »: a second clause with nothing before its pronoun."""
    for i in range(reader.first + 3, reader.last - 1):
        if reader.low[i] not in ("il", "elle", "ils", "elles") or reader.tokens[i].dep not in ("nsubj", "nsubj:pass", "expl:subj") or reader.tokens[i - 1].pos != "PROPN" or reader.text[reader.tokens[i].span.start - 1] == "-":
            continue
        if any(reader.low[k] in _LINKS or reader.low[k] in (",", "«", '"', ":", ";", "(") for k in range(reader.first, i)) or reader.tokens[reader.first].pos == "ADP":
            continue
        verb = next((k for k in range(reader.first, i) if finite_readings(reader.low[k]) and reader.tokens[k].pos in ("VERB", "AUX")), None)
        if verb is not None:
            yield verb, i, "deux propositions sans lien"


def _surely_finite(reader: _Reader, i: int) -> bool:
    token = reader.tokens[i]
    word = reader.low[i]
    if token.pos not in ("VERB", "AUX") or token.feature("VerbForm") != "Fin" or reader.words[i][0].isupper():
        return False
    return bool(finite_readings(word)) and not participle_readings(word) and not _is_noun(word) and not _is_adjective(word)


_TITLED = frozenset(
    "triathlète joueur joueuse entraîneur entraineur coureur coureuse ministre président présidente maire député députée sénateur sénatrice procureur procureure directeur directrice chef cheffe porte-parole champion championne capitaine avocat avocate"
    " acteur actrice chanteur chanteuse réalisateur réalisatrice écrivain écrivaine auteur autrice fondateur fondatrice responsable secrétaire préfet préfète juge candidat candidate gardien attaquant attaquante cycliste nageur nageuse skieur skieuse".split()
)


def _unclosed_name(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« le jeune coureur français, Paul Morel remporte »: the comma that opens the name is never closed."""
    for i in range(reader.first + 2, reader.last - 3):
        if reader.low[i] != ",":
            continue
        names = _names_at(reader, i + 1, reader.last)
        verb = i + 1 + names
        if names < 2 or verb >= reader.last or not (_surely_finite(reader, verb) or reader.low[verb] in _HAVE | _ETRE and reader.tokens[verb].pos == "AUX"):
            continue
        start = i - 1
        while start > reader.first and reader.low[start - 1] not in (",", ";", ":") and reader.tokens[start - 1].pos not in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ"):
            start -= 1
        if reader.low[start] in ("le", "la", "l'") and i - start <= 9 and any(reader.low[k] in _TITLED for k in range(start + 1, min(start + 3, i))):
            yield start, verb, "virgule oubliée à la fin de l’apposition"


def _lower_case_start(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« le maire a signé. »: a sentence that begins with a small letter."""
    word = reader.words[reader.first]
    if word[0].islower() and word.isalpha() and (reader.text[: reader.tokens[reader.first].span.start].rstrip()[-1:] in ".!?"):
        yield reader.first, reader.first, "minuscule au début de la phrase"


def _first_person(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« les joueurs rencontrerons »: the ending of « nous » where nobody says « nous »."""
    if any(word in ("nous", "vous", "-nous", "«", '"', "on") for word in reader.low.values()):
        return
    for i in range(reader.first + 1, reader.last):
        readings = finite_readings(reader.low[i]) if reader.low[i].endswith("rons") and reader.words[i].islower() and not _is_noun(reader.low[i]) else ()
        if readings and all(person == 1 and tense == "f" for _, tense, person, _ in readings) and reader.tokens[i - 1].pos in ("NOUN", "PROPN"):
            yield i - 1, i, "le verbe ne s’accorde pas avec son sujet"


_INFINITIVE_TAKERS = frozenset("devoir pouvoir vouloir faire laisser entendre voir dire croire penser savoir falloir souhaiter".split())


def _object_relative(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« la ville qu’elle avait perdu en août »: the participle agrees with the object that « que » takes up."""
    for i in range(reader.first + 1, reader.last - 3):
        if reader.low[i] not in ("qu'", "que") or reader.low[i + 1] not in ("il", "elle", "ils", "elles", "on"):
            continue
        aux = i + 2
        if reader.low[aux] not in _HAVE:
            continue
        at = reader.skip_adverbs(aux + 1)
        readings = participle_readings(reader.low[at]) if at < reader.last else ()
        if not readings or reader.low[at] in ("été", "eu") or {(g, n) for _, g, n in readings} != {("m", "s")} or {lemma for lemma, _, _ in readings} & _INFINITIVE_TAKERS:
            continue
        gender, number = _grammar_of(reader, i - 1)
        after = [reader.low.get(at + k, "") for k in (1, 2)]
        if not (gender == "f" or number == "p") or any(_is_infinitive(word) for word in after) or after[0] in ("que", "qu'", "être"):
            continue
        yield i - 1, at, "le participe ne s’accorde pas avec l’objet placé devant"


_DET_GENDER = {"le": "m", "un": "m", "ce": "m", "du": "m", "au": "m", "la": "f", "une": "f", "cette": "f", "sa-": "f"}


def _determiner(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« le candidate », « la dirigeant », « les ligne 1 »: the article and the noun that touches it."""
    for i in range(reader.first + 1, reader.last):
        word = reader.low[i]
        det = reader.low[i - 1]
        if reader.tokens[i].pos != "NOUN" or reader.words[i][0].isupper() or word not in plural_nouns() or not word.isalpha():
            continue
        if reader.low.get(i + 1, "").startswith("-") or _is_adjective(word) and reader.low.get(i + 1) is not None and reader.tokens[min(i + 1, reader.last - 1)].pos in ("NOUN", "PROPN"):
            continue
        shown = _DET_GENDER.get(det)
        gender = _gender(word)
        if shown and gender and shown != gender and noun_number(word) == "s" and not (shown == "f" and _PERSONS.search(word)) and not _is_infinitive(word):
            yield i - 1, i, "le déterminant n’a pas le genre du nom"
        elif det in ("le", "la", "un", "une", "du", "au", "cette") and noun_number(word) == "p" and reader.low.get(i - 2) != "et" and word.endswith("s") and word.removesuffix("s") in plural_nouns():
            yield i - 1, i, "le nom n’a pas le nombre du déterminant"
        elif det in ("les", "ces", "ses", "mes", "nos", "plusieurs") and noun_number(word) == "s" and word + "s" in plural_nouns():
            yield i - 1, i, "le nom n’a pas le nombre du déterminant"


def _unaccented(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache(maxsize=1)
def _by_letters() -> dict[str, str]:
    """Unaccented → form, of the nouns with an accent."""
    return {bare: form for form in sorted(plural_nouns()) if (bare := _unaccented(form)) != form}


def _known(word: str) -> bool:
    return _is_noun(word) or _is_adjective(word) or _is_infinitive(word) or bool(finite_readings(word)) or bool(participle_readings(word)) or word in _SMALL


_SMALL = frozenset("après très près dès auprès voilà déjà là où".split())


def _accents(reader: _Reader) -> Iterator[tuple[int, int, str]]:
    """« aprés », « héritiere »: letters of a French word with the wrong accents."""
    for i in range(reader.first, reader.last):
        word = reader.words[i]
        if len(word) < 5 or not word.islower() or not word.isalpha() or reader.tokens[i].pos in ("PROPN", "X"):
            continue
        if word in ("aprés", "auprés") or (_unaccented(word) != word or len(word) > 7) and not _known(word) and (right := _by_letters().get(_unaccented(word))) is not None and right != word and not _reformed(word, right):
            yield i, i, "accent fautif"


def _reformed(word: str, right: str) -> bool:
    """Whether two spellings differ only by what the reform of 1990 leaves free (« maitre », « évènement »)."""
    free = str.maketrans("îûèé", "iuee")
    return word.translate(free) == right.translate(free) and not (word.count("é") > right.count("é") and right.count("è") > word.count("è"))


_CHECKS = (_open_apposition, _unlinked_pronoun, _relatives, _unclosed_name, _first_person, _object_relative, _determiner, _accents, _participles, _subject_and_verb, _avoir, _comma_after_subject, _two_verbs, _lower_case_start)


def source_faults(text: str, tokens: Sequence[Token], sentences: Sequence[Sentence], book: Rulebook) -> tuple[Fault, ...]:
    """Return the certain faults of French of the article, by offset. What stands in quotation marks is looked at like the rest: it is lifted no less."""
    found: set[Fault] = set()
    for sentence in sentences:
        if sentence.tokens[1] - sentence.tokens[0] < 2:
            continue
        reader = _Reader(text, tokens, sentence)
        for check in _CHECKS:
            for start, end, message in check(reader):
                found.add(Fault(reader.span(start, end), message))
    found.update(patterned(text, book))
    return tuple(sorted(found, key=lambda fault: (fault.span, fault.message)))


def fault_findings(text: str, faults: Sequence[Fault]) -> tuple[Finding, ...]:
    """Return one finding a fault, for the editor: the words, and what is wrong with them."""
    found = []
    for fault in faults:
        words = " ".join(fault.span.of(text).split())
        shown = words if len(words) <= 90 else f"{words[:42]} … {words[-42:]}"
        found.append(Finding("francais-de-la-source", "info", "source", f"« {shown} » : {fault.message}. La source le garde ; rien de ce qui est écrit autour ne le reprend.", words))
    return tuple(found)


# --------------------------------------------------------------------------------------------------------------------- patterns


@lru_cache(maxsize=8)
def _patterns(book: Rulebook) -> tuple[tuple[str, re.Pattern[str], tuple[re.Pattern[str], ...], str], ...]:
    return tuple(
        (rule.id, re.compile(pattern), tuple(re.compile(spared) for spared in rule.data.get("unless", ())), rule.data["message"])
        for rule in book.of_kind("source-faults")
        for pattern in rule.data["patterns"]
    )


def patterned(text: str, book: Rulebook, only: str = "") -> tuple[Fault, ...]:
    """Return the faults that the patterns of the rules find in ``text``; ``only``: of the rule of that id."""
    flat = plain(text)
    return tuple(
        Fault(Span(hit.start(), hit.end()), message)
        for rule, pattern, unless, message in _patterns(book)
        if not only or rule == only
        for hit in pattern.finditer(flat)
        if not any(spared.match(flat, hit.start()) for spared in unless)
    )


def fires(rule: Rule, book: Rulebook, text: str) -> bool:
    """Whether ``rule`` finds something in ``text``: runs the rule's examples."""
    return bool(patterned(text, book, rule.id))
