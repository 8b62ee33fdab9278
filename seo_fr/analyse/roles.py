"""Whom a description without a name takes up: « cette comptable de 58 ans », « l'experte », « l'association », « un communiqué »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seo_fr.analyse.names import Lexicon
from seo_fr.analyse.spoken_tokens import Speaker
from seo_fr.model import Gender

if TYPE_CHECKING:
    from seo_fr.analyse.speakers import Speakers

#: Verbs of one who has spoken before.
GOING_ON = frozenset(("ajouter", "poursuivre", "continuer", "conclure", "compléter", "renchérir", "insister", "préciser"))
_ISSUING = frozenset("publier diffuser émettre envoyer adresser écrire signer rendre remettre rédiger transmettre lancer dévoiler poster produire faire".split())
_BODIES = frozenset("groupe ong équipementier enseigne opérateur industriel armateur fabricant constructeur avionneur assureur".split())  # beside those of the rules
_ANY_BODY = frozenset("organisation groupe structure organisme ong".split())  # what any body may be called
_TAKEN_UP = _BODIES | _ANY_BODY | frozenset(
    "association entreprise société compagnie club syndicat fédération confédération centrale collectif parti mouvement journal quotidien hebdomadaire magazine chaîne radio site agence banque fondation institut".split()
)  # not « la police », « la mairie », of which there is always another
_TITLES: dict[str, frozenset[str]] = {
    "me": frozenset(("avocat", "avocate", "conseil", "défenseur")),
    "maître": frozenset(("avocat", "avocate", "conseil", "défenseur")),
    "dr": frozenset(("médecin", "docteur", "praticien", "praticienne", "spécialiste")),
    "docteur": frozenset(("médecin", "praticien", "spécialiste")),
    "docteure": frozenset(("médecin", "praticienne", "spécialiste")),
    "pr": frozenset(("professeur", "professeure", "médecin", "spécialiste", "praticien", "praticienne")),
}  # what somebody is by his title


def head_of_body(lex: Lexicon, noun: str) -> bool:
    """Whether a common noun is that of a body that can have a name (« fédération », « syndicat »)."""
    return noun in _BODIES or any(head.kind == "organisation" for head in lex.heads.get(noun, ()))


class Roles:
    """Finds, for the descriptions of one article, the one who was named before."""

    def __init__(self, who: Speakers) -> None:
        self.who = who

    def just_named(self, head: int, start: int, end: int, gender: Gender) -> int | None:
        """Whom « la députée de 44 ans », « l’élu divers droite, 58 ans, », « cette proche du maire » take up: the person whom the sentence before is about, alone there of this gender."""
        who = self.who
        aged = any(who.lower[i] == "ans" and who.words[i - 1].isdigit() and i - end < 4 for i in range(head + 1, min(end + 4, len(who.words))))
        demonstrative = who.lower[start] in {"ce", "cet", "cette"}
        if not (aged or demonstrative) or not (self.person_noun(head) or who.lower[head] in {"homme", "femme"}):
            return None
        noun = who.tokens[head].feature("Gender")
        gender = gender or {"Masc": "m", "Fem": "f"}.get(noun or "", "")  # type: ignore[assignment]
        here = who.sentence[head]
        looked = 0
        for back in range(here - 1, -1, -1):
            sentence = who.parsed.sentences[back]
            first, last = sentence.tokens
            if sentence.paragraph < 0 or who.parsed.sentences[here].paragraph - sentence.paragraph > 1:
                return None
            if all(who.inside[place] or who.tokens[place].pos == "PUNCT" for place in range(first, last)):
                continue
            subject = who.subject(back)
            looked += 1
            about_things = subject is None or (subject.entity is None and not who._speaking(subject.span))
            if demonstrative and about_things and looked < 5 and not who._people(first, last):
                continue  # a sentence about things
            if subject is None or subject.entity is None or who.entities[subject.entity].kind != "person":
                return None
            own = who.entities[subject.entity].gender
            others = [one for one in who._people(first, last) if one != subject.entity and (not gender or who._fits(one, gender, strict=True))]
            within = {who.mention[place] for place in range(start, end)}
            return subject.entity if not others and subject.entity not in within and (not own or not gender or own == gender) else None
        return None

    def person_noun(self, noun: int) -> bool:
        """Whether a noun names a person: a function, or what somebody is for others (« proche », « opposante »)."""
        who = self.who
        lower = who.lower[noun]
        return who.mention[noun] is None and (lower in who.lex.functions or lower in who.covered or lower in who.lex.words["living"] or lower in {"proche", "collègue", "ami", "amie", "voisin", "voisine"})

    def further(self, head: int, gender: Gender, noun: str) -> int | None:
        """Whom « a poursuivi l’experte » means after somebody's words: the last speaker, of whom the text tells no other function."""
        who = self.who
        body = noun in who.lex.words["bodies"] or head_of_body(who.lex, noun)
        if body and who.spoke and (last := who.spoke[-1][1].entity) is not None and who.entities[last].kind == "organisation":
            where = who.spoke[-1][0]
            near = who.parsed.sentences[who.sentence[head]].paragraph - who.parsed.sentences[who.sentence[where]].paragraph <= 1
            onward = any(who.lower[i] in {"encore", "aussi", "également", "ensuite", "enfin"} or who.lemma(i) in GOING_ON - {"préciser"} for i in range(max(0, head - 5), head))
            own = who.entities[last].gender
            others = {one for one in who.mention[where:head] if one is not None and one != last and who.entities[one].kind == "organisation"}
            quoted = {one for place, one in enumerate(who.mention[where:head], where) if one in others and who.inside[place]}
            return last if near and onward and not others - quoted and (not gender or not own or own == gender) else None
        if noun not in who.lex.functions and noun not in who.covered:
            return None
        if not any(who.lemma(i) in GOING_ON - {"préciser"} and who.sentence[i] == who.sentence[head] for i in range(max(0, head - 5), head)):
            return None
        if not who.spoke or who.spoke[-1][1].entity is None:
            return None
        where, said = who.spoke[-1]
        if said.entity is None or who.entities[said.entity].kind != "person" or (gender and not who._fits(said.entity, gender, strict=False)):
            return None
        other = any(who._function_of(function.of(who.text).lower()) for function in who.entities[said.entity].functions)
        between = [one for one in who._people(where, head) if one != said.entity]
        paragraphs = who.parsed.sentences[who.sentence[head]].paragraph - who.parsed.sentences[who.sentence[where]].paragraph
        return said.entity if not other and not between and paragraphs <= 1 else None

    def titled(self, entity: int, noun: str) -> bool:
        """Whether somebody is what ``noun`` says by a title before the name: « Me Claire Morel » for « l'avocate »."""
        who = self.who
        for index, one in enumerate(who.mention):
            if one == entity and index and who.mention_span.get(index - 1) != who.mention_span[index] and noun in _TITLES.get(who.lower[index - 1].rstrip("."), ()):
                return True
        return False

    def just_spoken(self, head: int, end: int, gender: Gender) -> int | None:
        """Whom « Le porte-parole du collectif se félicite » takes up: the one who has just spoken in the sentence before, of whom the text tells nothing else."""
        who = self.who
        noun = who.lower[head]
        if noun not in who.lex.functions or not who.spoke or any(who.lower[i] == noun for i in range(head)):
            return None
        where, said = who.spoke[-1]
        here, there = who.sentence[head], who.sentence[where]
        if said.entity is None or who.entities[said.entity].kind != "person" or who.entities[said.entity].functions:
            return None
        if who.parsed.sentences[here].paragraph != who.parsed.sentences[there].paragraph or here - there > 2 or not who._fits(said.entity, gender, strict=False):
            return None
        if any(said.entity in people for people in who._called().values()) or any(one != said.entity for one in who._people(where, head)):
            return None
        opening = who.parsed.sentences[here].tokens[0]
        return said.entity if head - opening < 3 and end < len(who.words) else None

    def body(self, head: int, gender: Gender) -> int | None:
        """Which organisation « l'association », « le groupe » is: the last that spoke, or the subject of the sentences before, where no other is named since; else the one of the title."""
        who = self.who
        noun = who.lower[head]
        if noun not in _TAKEN_UP:
            return None
        here = who.sentence[head]
        paragraph = who.parsed.sentences[here].paragraph

        def fits(entity: int) -> bool:
            own = who.entities[entity]
            words = own.name.of(who.text).lower().split()
            typed = words[0] != noun and head_of_body(who.lex, words[0])  # « le ministère du Travail » is no « association »
            otherwise = noun not in _ANY_BODY and any(called != noun and called in _TAKEN_UP - _ANY_BODY and entity in people for called, people in who._called().items())
            return own.kind == "organisation" and not typed and not otherwise and (not gender or not own.gender or own.gender == gender or not typed)

        if who.spoke and (last := who.spoke[-1][1].entity) is not None and who.entities[last].kind == "organisation":
            where = who.spoke[-1][0]
            others = {one for place, one in enumerate(who.mention[where:head], where) if one is not None and one != last and not who.inside[place] and who.entities[one].kind == "organisation"}
            if paragraph - who.parsed.sentences[who.sentence[where]].paragraph <= 1 and not others and fits(last):
                return last
        for back in range(here - 1, max(-1, here - 4), -1):
            sentence = who.parsed.sentences[back]
            if sentence.paragraph < 0 or paragraph - sentence.paragraph > 1:
                break
            subject = who.subject(back)
            named = {one for place, one in enumerate(who.mention[sentence.tokens[0] : head], sentence.tokens[0]) if one is not None and not who.inside[place] and who.entities[one].kind == "organisation"}
            if subject is not None and subject.entity is not None and who.entities[subject.entity].kind == "organisation":
                return subject.entity if named == {subject.entity} and fits(subject.entity) else None
            if named:
                break
        title = who.parsed.article.title
        if title is None or noun not in _BODIES | {"entreprise", "société", "club", "association", "compagnie"}:
            return None
        shown = {entity.id for entity in who.entities if entity.kind == "organisation" and any(title.covers(mention.span) for mention in entity.mentions)}
        only = next(iter(shown)) if len(shown) == 1 else None
        first = next((number for number, sentence in enumerate(who.parsed.sentences) if sentence.paragraph >= 0), 0)
        told = who.subject(first)
        return only if only is not None and fits(only) and told is not None and told.entity == only else None

    def issuer(self, head: int) -> Speaker | None:
        """Who speaks in « un communiqué » that he has published: the subject of that verb."""
        who = self.who
        if who.lower[head] not in who.documents:
            return None
        verb = who.tokens[head].head
        if not who.tokens[head].dep.startswith(("obj", "obl")) or verb >= head or who.tokens[verb].lemma not in _ISSUING or who.inside[verb]:
            return None
        subject = who.subject_of(verb)
        if subject is None or subject == head:
            return None
        found = who.resolve(subject)
        if found.entity is None:
            return found if who.tokens[subject].pos == "NOUN" and who.known_voice(found.span) else None
        return found if who.entities[found.entity].kind in {"person", "organisation", "country"} else None
