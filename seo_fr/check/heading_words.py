"""What a heading, a title or a question may not say: guilt that the source does not state, a pronoun of what only stands below."""

from __future__ import annotations

import re

from seo_fr.check import compare
from seo_fr.check.compare import Reason
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence


def presumption_reasons(page: Sentence, sentences: tuple[Sentence, ...], reading: ArticleReading, known: Lexicon) -> tuple[Reason, ...]:
    """The presumption of innocence: a heading that names someone with the deed while the source speaks of suspicion, and keeps no reserve."""
    deeds = [marker for marker in page.markers if marker.cls == "deed" and not any(low <= marker.start < high for low, high in page.quoted)]
    if not deeds:
        return ()
    reserve = any(
        marker.cls in ("suspect", "accuse", "deny", "conditional", "modality", "according", "convicted", "believe") for marker in page.markers
    )
    if reserve:
        return ()
    people = [i for i, word in enumerate(page.words) if compare.is_name(word, reading, known)]
    for deed in deeds:
        before = [i for i in people if i < deed.start]
        label = page.words[deed.start].key in _AUTHORS
        if not before and not (label and people):
            continue
        named = page.words[before[-1] if before else people[0]]
        about = [s for s in reading.sentences if any(w.fold == named.fold for w in s.words)]
        suspected = any(m.cls == "suspect" for s in (*sentences, *about) for m in s.markers)
        convicted = any(m.cls == "convicted" for s in (*sentences, *about) for m in s.markers)
        participle = re.search(r"(?:é|ée|és|ées|u|us|ue|is|ie|i)$", page.words[deed.start].key) is not None
        passive = not label and participle and not any(page.words[i].key in known.classes["have"] for i in range(max(0, deed.start - 3), deed.start))
        if suspected and not convicted and not passive:
            return (Reason("presomption", f"Le titre fait de « {named.text} » l’auteur d’un acte dont la source le dit seulement soupçonné.", page.words[deed.start].text),)
    return ()

_AUTHORS = frozenset(["auteur", "auteure", "coupable", "meurtrier", "meurtrière", "assassin", "tueur", "tueuse", "violeur", "voleur", "voleuse", "escroc", "terroriste", "ravisseur", "incendiaire", "pyromane", "criminel", "agresseur", "corrompu", "fraudeur"])


def orphan_reasons(page: Sentence, known: Lexicon, names_before: bool = False) -> tuple[Reason, ...]:
    """A pronoun that stands before anything it could mean."""
    for marker in page.markers:
        if marker.cls != "anaphor" or any(low <= marker.start < high for low, high in page.quoted):
            continue
        if any(m.cls == "impersonal" and m.start == marker.start for m in page.markers):
            continue
        key = page.words[marker.start].key
        if key == "il" and _impersonal(page, marker.start):
            continue
        # A title « X : il … » has its antecedent before the colon.
        before = [i for i in range(marker.start) if known.content(page.words[i]) and page.words[i].kind == "w"]
        if before or names_before or _looks_ahead(page, marker.start, known):
            continue
        return (Reason("anaphore", f"« {page.words[marker.start].text} » n’a rien avant lui qu’il puisse désigner.", page.words[marker.start].text),)
    first = next((word for word in page.words if word.kind == "w"), None)
    if first is not None and not names_before and first.key in ("son", "sa", "ses", "celui", "celle", "ceux", "celles", "leur", "leurs", "cela"):
        following = page.words[page.words.index(first) + 1].key if len(page.words) > page.words.index(first) + 1 else ""
        if following not in ("qui", "que", "qu", "de", "d", "du", "des", "dont"):
            return (Reason("anaphore", f"« {first.text} » n’a rien avant lui qu’il puisse désigner.", first.text),)
    return ()

_SUBORDINATORS = frozenset(["lorsque", "lorsqu", "quand", "si", "s", "alors", "bien", "après", "avant", "tandis", "puisque", "puisqu", "comme", "quoique", "quoiqu"])


def _looks_ahead(page: Sentence, at: int, known: Lexicon) -> bool:
    """« Lorsqu’il a racheté le journal, Paul Morel… »: a subordinate clause opens, and a name follows its comma at once."""
    words = page.words
    opening = next((word.key for word in words if word.kind == "w"), "")
    comma = next((i for i in range(at, len(words)) if words[i].text == ","), -1)
    if opening not in _SUBORDINATORS or comma < 0 or any(words[i].text in (":", ";", "«") for i in range(comma)):
        return False
    named = next((i for i in range(comma + 1, min(comma + 7, len(words))) if words[i].kind == "w" and words[i].capital and known.content(words[i])), -1)
    return named > 0 and all(words[i].kind == "w" and words[i].key not in ("il", "elle", "ils", "elles", "qui", "que", "qu", "de", "d", "à", "selon") for i in range(comma + 1, named))


def _impersonal(page: Sentence, at: int) -> bool:
    following = [word.key for word in page.words[at + 1 : at + 8] if word.key not in ("n", "ne", "pas", "plus")][:5]
    previous = [word.key for word in page.words[max(0, at - 2) : at]]
    if following[:1] in (["passé"], ["produit"]) and previous[:1] in (["s"], ["est"]) or previous[-1:] in (["est"],) and following[:1] == ["passé"]:
        return True  # « Que s’est-il passé ? »
    if previous in (["en", "est"], ["y", "a"], ["y", "avait"]) or previous[-1:] in (["faut"], ["existe"], ["reste"], ["agit"]):
        return True
    if not following:
        return False
    if following[0] in ("semble", "semblait", "semblerait", "paraît", "apparaît", "arrive", "suffit", "convient") and any(key in ("que", "qu", "de", "d") for key in following[1:3]):
        return True
    if following[0] in ("existe", "existait", "reste", "restait", "manque") and following[1:2] and following[1] in ("un", "une", "des", "de", "d", "à", "encore", "plusieurs", "trois", "deux", "quatre", "cinq"):
        return True
    if following[0] in ("y", "faut", "s", "pleut", "neige"):
        return following[0] != "s" or any(key.startswith("agi") for key in following)
    return following[0] in ("est", "était", "sera", "serait") and any(key in ("que", "qu", "de", "d") for key in following[1:4])
