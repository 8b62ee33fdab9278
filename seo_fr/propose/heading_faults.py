"""What makes no heading of a section though it is a clause of it: the line just below word for word, what the section itself gainsays, that something only took place, where somebody was born."""

from __future__ import annotations

import re

from seo_fr.propose.fits import Part
from seo_fr.propose.headlines import Headline
from seo_fr.propose.score import stem, stems
from seo_fr.propose.source import Source

#: Verbs that say that something took place, where and when, and nothing of it.
_TAKES_PLACE = frozenset("dérouler tenir produire survenir jouer disputer perpétrer débuter".split())
_HELD = re.compile(r"(?<!\w)(?:a|ont|a eu|ont eu|aura|auront|avait|avaient|eut|eurent) lieu(?!\w)")
#: Verbs of a life: above what somebody did they are a detail of who she is.
_OF_A_LIFE = re.compile(r"(?<!\w)(?:vi(?:t|vent|vait|vaient)|habit(?:e|ent|ait|aient)|résid(?:e|ent|ait|aient)|naît|naissent|naquit|(?:est|sont|était|étaient) née?s?|(?:a|ont) grandi|grandi(?:t|ssent)) (?:à|au|aux|en|dans|le|depuis|chez)(?!\w)")
_NONE = re.compile(r"(?i)(?<!\w)(?:aucune?s?|nulle?|pas (?:de|d['’])|seule?s?(?! à)|uniquement|seulement)\s?(?:l[ea]s? |l['’]|une? )?(?:(?:quelques|deux|trois|quatre|cinq|\d+) )?(?:premi(?:er|ère)s? |autres? )?(\w[\w-]*)")
_ALL = re.compile(r"(?i)^(?:tous|toutes|tout|toute|aucune?|chaque|seule?s?|l['’]ensemble)(?!\w)")
_EXCEPT = re.compile(r"(?i)(?<!\w)(?:à l['’]exception|sauf|hormis|excepté|mis à part)(?!\w)")
_NOT = re.compile(r"(?i)(?<!\w)(?:aucune?s?|sans|pas (?:de|d['’]?)|plus (?:de|d['’]?)|ni|nulle?)\s?(?:\w+ )?$")


def gainsaid(source: Source, part: Part, text: str) -> bool:
    """Return whether the section tells elsewhere of what the heading says that there is none of, or only one of: « Aucune amende n’est prononcée » above « une amende de 5 000 euros »; or excepts some from « tous »."""
    bare = re.sub(r"«[^»]*»", " ", text)
    nouns = [stem(match.group(1)) for match in _NONE.finditer(bare)]
    own = frozenset(stems(text))
    for member in part.members:
        words = source.analysis.sentences[member].span.of(source.text)
        if own <= part.words[member]:
            continue  # the sentence that the heading was made of
        if _ALL.match(bare) and _EXCEPT.search(words):
            return True
        for noun in nouns:
            for match in re.finditer(r"\w[\w-]*", words):
                if stem(match.group()) == noun and _NOT.search(words[: match.start()]) is None:
                    return True
    return False


def only_took_place(line: Headline) -> bool:
    """Return whether the heading says of what the article is about only when, where or that it took place: « L’épreuve s’est jouée sur la distance courte », « Le premier tour a eu lieu il y a trois semaines »."""
    clause = line.clause
    if clause.kind and clause.lemma not in _TAKES_PLACE:
        return False
    if _HELD.search(line.text):
        return True
    if clause.lemma not in _TAKES_PLACE or clause.subject is None or re.match(r"(?:Une?|Des|Deux|Trois|Plusieurs|De) (?!accident)", line.text):
        return False  # « Une fuite s’est produite »: that is the news
    pronominal = re.search(r"(?i)(?<!\w)(?:se |s['’])", line.text) is not None or clause.passive or clause.lemma in ("survenir", "débuter")
    return pronominal and not re.search(r"(?<!\w)(?:sans|sous|avec|malgré|devant|en présence)(?!\w)", line.text)


def of_a_life(line: Headline) -> bool:
    """Return whether the heading says where somebody was born, lives or grew up."""
    return line.clause.subject_kind in ("name", "noun", "pronoun") and not line.clause.passive and _OF_A_LIFE.search(line.text) is not None


def says_below(source: Source, part: Part, line: Headline) -> bool:
    """Return whether the heading is, word for word and in the same tense, what the section's first sentence says just below it: only what stood before or behind fell."""
    if not part.members or line.clause.sentence != part.members[0] or line.tense:
        return False
    below = _flat(source.analysis.sentences[part.members[0]].span.of(source.text))
    return _flat(line.text) in below


def _flat(text: str) -> str:
    return " ".join(text.replace("’", "'").lower().split())


__all__ = ["gainsaid", "of_a_life", "only_took_place", "says_below"]
