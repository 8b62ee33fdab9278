"""What a key point must hold, and what may open an introduction whose first sentence was refused."""

from __future__ import annotations

import pytest

from seo_fr.analyse.keyphrases import focus_keyphrase
from seo_fr.choose.pick import Choice
from seo_fr.choose.pool import Pool, Strategy
from seo_fr.model import Span
from seo_fr.options import Options
from seo_fr.propose import propose
from seo_fr.propose.score import Scores
from seo_fr.propose.substance import LEAST_SUBSTANCE, substance
from seo_fr.propose.tell import Telling
from seo_fr.rulebook import load
from tests.articles import understood

MATCH = (
    "Le club de Montbrun a éliminé mardi soir le Stade rivois en quart de finale de la Coupe (3-2). Le petit poucet est toujours debout.",
    "Du côté rivois, l’heure était à la colère. Le club connaîtra son adversaire jeudi. Aucun joueur n’a souhaité rester sur place.",
    "Thomas Lescure a marqué le but de la victoire à la 90e minute. La recette du match s’élève à 120 000 euros.",
)


def worth(words: str) -> int:
    source = understood(*MATCH, title="Coupe : Montbrun élimine le Stade rivois")
    analysis = source.analysis
    scores = Scores(source, focus_keyphrase(analysis.article, analysis.tokens, analysis.sentences))
    start = source.text.index(words)
    span = Span(start, start + len(words))
    index = next(i for i, sentence in enumerate(analysis.sentences) if sentence.span.covers(span))
    facts = tuple(clause.id for clause in source.clauses_of[index])
    return substance(source, scores, Telling(span, (), words, facts, index))


@pytest.mark.parametrize("words", ["Le petit poucet est toujours debout.", "Du côté rivois, l’heure était à la colère."])
def test_a_line_without_a_fact_is_hollow(words: str) -> None:
    assert worth(words) < LEAST_SUBSTANCE


@pytest.mark.parametrize("words", ["La recette du match s’élève à 120 000 euros.", "Thomas Lescure a marqué le but de la victoire à la 90e minute.", "Le club connaîtra son adversaire jeudi."])
def test_a_figure_a_name_a_date_are_facts(words: str) -> None:
    assert worth(words) >= LEAST_SUBSTANCE


def test_nothing_secondary_opens_where_the_news_is_refused() -> None:
    source = understood(*MATCH, title="Coupe : Montbrun élimine le Stade rivois")
    candidates = propose(source.analysis, load(), Options(), "clé")
    best = candidates.at("main")[0]
    refused = frozenset(item.id for candidate in candidates.at("main") if set(candidate.facts) & set(best.facts) for item in candidate.passages)
    choice = Choice(Pool(candidates, refused, Options(), 0), Strategy())
    choice.introduction()
    opening = choice.chosen.get("introduction", [])
    assert not opening and "introduction" in choice.missing or "Montbrun" in opening[0].passages[0].text
