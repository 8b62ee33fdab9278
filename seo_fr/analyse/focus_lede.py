"""What a phrase is in the sentence that tells the news of an article without a title: its subject, what the verb bears on, what only frames it.

A person types what happened, or to whom: the subject and the object of the main clause. What stands before the subject (« à la suite du scrutin de mars, »), behind a relative or a participle
(« qui désignera… », « prise par un promeneur ») places the news, it is not the news.
"""

from __future__ import annotations

import re

from seo_fr.french.words import plain
from seo_fr.model import Analysis, Clause, Keyphrase, Span

#: A sentence shorter than this that opens an article sets the scene.
_SCENE = 60
_ASIDE = re.compile(r",? (?:qui|que|qu'|dont|où|lequel|laquelle|lors d|dans le cadre d|prévoyant|montrant|visant|invoquant|par (?:l[ea]s? |l'|une? |des )(?!(?:truchement|biais|moyen|voie|intermédiaire) ))|, (?:selon|d'après|a-t-on|après|avant|alors|dans|sur|au |à )")
_PARTICIPLE_FIRST = re.compile(r"[A-ZÉÈÀ][\w'-]*(?:é|ée|és|ées|ue?s?|ie?s?|ise?s?) (?:en|au|aux|à|par|de|du) ")
_LINKED_NAME = re.compile(r" (?:sur|avec|pour|dans|contre|chez) | (?:au|aux|en|à) (?=[A-ZÉÈ])")
_OWNED = re.compile(r"(?<!\w)(?:son|sa|ses|leurs?) ")
_OF_ANOTHER = re.compile(r"[a-zàâéèêîôûç]{3,} (?:de la |de l'|du |des |de |d')$")


def news_sentence(analysis: Analysis) -> Span | None:
    """Return the sentence that tells the news of an article without a title: the first, or of the four behind it the first that no longer sets the scene; None without a sentence."""
    own = [i for i, sentence in enumerate(analysis.sentences) if sentence.paragraph >= 0]
    for i in own[:5]:
        clause = _main(analysis, analysis.sentences[i].span)
        told = clause is not None and clause.subject_kind in ("noun", "name", "none") and clause.tense != "pluperfect" and not clause.negated and not (clause.subject is not None and _OWNED.search(plain(clause.subject.of(analysis.article.text))))
        if told and len(analysis.sentences[i].span) >= _SCENE and not analysis.sentences[i].doubtful:
            return analysis.sentences[i].span
    return analysis.sentences[own[0]].span if own else None


def _main(analysis: Analysis, sentence: Span) -> Clause | None:
    return next((clause for clause in analysis.clauses if sentence.covers(clause.verb)), None)


def role_worth(analysis: Analysis, news: Span, keyphrase: Keyphrase, affair: bool) -> float:
    """Return what a phrase gains by its place in the sentence that tells the news: above 0 in its subject, below in what only frames it; 0 where the sentence has no clause that was read."""
    clause = _main(analysis, news)
    text = analysis.article.text
    inside = [span for span in keyphrase.spans if news.covers(span)]
    if clause is None or clause.subject is None or not inside:
        return 0.0
    best = -9.0
    for span in inside:
        if clause.subject.covers(span):
            lead = plain(text[clause.subject.start : span.start])
            value = -1.0 if _ASIDE.search(lead) else 1.5
        elif span.start < clause.subject.start:
            value = -7.0 if affair else -1.5 if keyphrase.text[:1].isupper() else -3.5
        else:
            between = re.sub(r"^ qu(?:e |')", " ", plain(text[clause.verb.end : span.start]))
            value = (-5.0 if affair and re.search(r" qui | visant ", between) else -2.0 if not affair else 0.0) if _ASIDE.search(between) else 0.5
        best = max(best, value)
    return best


def misshapen(text: str, before: str, kinds: str) -> bool:
    """Return whether a phrase is half of something: the end of a longer name, a participle with its place, a name with what a preposition adds, an adjective of another noun (« [forces de] sécurité valdanes »).

    ``before``: the characters before it in its sentence; ``kinds``: those of :class:`seo_fr.analyse.keyphrases.FocusCandidate`.
    """
    flat = plain(text)
    if set(kinds) == {"P"} and (re.search(r"\S [A-ZÉÈ][a-zéèê-]{2,} $", before) is not None or _LINKED_NAME.search(flat) is not None or _PARTICIPLE_FIRST.match(flat) is not None):
        return True
    if flat[:1].isupper() and re.search(r"^[^ ]+ (?:sur|avec|contre|chez) ", flat) is not None:
        return True
    words = flat.split()
    return kinds.upper() == "NA" and len(words) == 2 and words[1].endswith("s") and words[0][-1] not in "sxz"


def completes(before: str) -> bool:
    """Return whether what stands before a phrase makes it the complement of another noun: « conseil de rédaction de la [loi] »."""
    return _OF_ANOTHER.search(plain(before)) is not None


_BEGINS_A_NAME = re.compile(r"(?:Front|Mouvement|Union|Parti|Ligue|Comité|Conseil|Armée|Organisation|Association|Fédération|Confédération|Alliance|Coalition|Rassemblement|Institut|Agence|Office|Fonds|Centre|Collectif|Brigades?|Forces?|Groupe|Ministère|Cour|Tribunal|Université|Banque)$")
_AFTER_A_NAME = re.compile(_BEGINS_A_NAME.pattern[:-1] + r" (?:pour|contre) (?:l[ea]s? |l'|une? )?$")
_GOES_ON = re.compile(r" (?:pour |contre |de |du |des |d'|national|populaire|révolutionnaire|démocratique|islamique|international|central|européen|mondial|unie? )")
_DEGREE = re.compile(r"(?:^|[^\w])(?:plus|moins) $")


def halved(flat: str, span: Span) -> bool:
    """Return whether a phrase of the plain text stops inside a name (« rebelles du Front [pour l’éveil] ») or has lost « plus » or « moins » before its adjective (« [plus] vieil arbre »)."""
    text = flat[span.start : span.end]
    if _DEGREE.search(flat[max(0, span.start - 8) : span.start]):
        return True
    if _AFTER_A_NAME.search(flat[max(0, span.start - 40) : span.start]):
        return True
    return _BEGINS_A_NAME.search(text) is not None and _GOES_ON.match(flat, span.end) is not None


__all__ = ["completes", "halved", "misshapen", "news_sentence", "role_worth"]
