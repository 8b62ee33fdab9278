"""The mutation engine plants what it says, the same each time; what it plants in a true page is caught."""

from __future__ import annotations

import collections
from functools import cache

import pytest

from seo_fr.check.mutate import KINDS, Mutant, mutants
from seo_fr.check.reading import split_sentences
from seo_fr.check.verify import verify
from seo_fr.rulebook import Rulebook, load
from tests.articles import article

SOURCE = (
    "Le Conseil de Valmorin a refusé lundi le projet de stade de Grégoire Lannes. Grégoire Lannes a accusé Odile Perrin d’avoir voté contre la ville.",
    "La maire, Odile Perrin, a déclaré que le coût pourrait atteindre 48 millions d’euros. « Le contribuable ne doit pas payer les rêves d’un promoteur », a lancé Odile Perrin. "
    "Selon une étude publiée en mars 2023, près de 300 emplois auraient été créés. Le chantier n’a pas commencé.",
    "Odile Perrin a battu Grégoire Lannes aux dernières élections. Certains commerçants regrettent cette décision. Trois associations de riverains sont satisfaites. "
    "L’architecte Samuel Orsini estime que le terrain était inondable. Le club joue seulement le dimanche à Valmorin.",
    "L’auteur présumé des menaces a été entendu par la police. Si le recours est rejeté, le terrain sera vendu. "
    "Le deuxième projet est soutenu par 12 élus. La hausse des prix est de 7 % depuis deux ans.",
)


ARTICLE = article(*SOURCE)
SENTENCES = [paragraph[a:b] for paragraph in SOURCE for a, b in split_sentences(paragraph, 0, len(paragraph))]


@cache
def book() -> Rulebook:
    return load()


@cache
def planted() -> tuple[Mutant, ...]:
    return mutants(SENTENCES, ARTICLE, seed=3, per_kind=4)


def caught(mutant: Mutant) -> bool:
    return not verify(mutant.after, "md" if mutant.after.startswith("# ") else "text", ARTICLE, book=book()).faithful


def test_the_engine_knows_at_least_eighteen_kinds() -> None:
    assert len(KINDS) >= 18
    assert len({mutant.kind for mutant in planted()}) >= 25


def test_the_same_seed_plants_the_same_faults_and_another_others() -> None:
    assert mutants(SENTENCES, ARTICLE, seed=3) == mutants(SENTENCES, ARTICLE, seed=3)
    assert mutants(SENTENCES, ARTICLE, seed=3) != mutants(SENTENCES, ARTICLE, seed=4)


def test_a_mutant_differs_from_its_sentence_and_from_the_source() -> None:
    for mutant in planted():
        assert mutant.before == SENTENCES[mutant.index]
        assert mutant.after != mutant.before
        assert mutant.after not in ARTICLE.text


@pytest.mark.parametrize("mutant", planted(), ids=lambda mutant: f"{mutant.kind}-{mutant.index}")
def test_each_planted_fault_is_caught(mutant: Mutant) -> None:
    assert caught(mutant), mutant.after


@pytest.mark.parametrize("text", SENTENCES)
def test_the_true_sentence_is_left_alone(text: str) -> None:
    assert verify(text, "text", ARTICLE, book=book()).sentences[0].verdict == "copied"


def test_a_text_without_a_place_for_a_fault_gets_none() -> None:
    kinds = collections.Counter(mutant.kind for mutant in mutants(["Il pleut."], ARTICLE))
    assert kinds["nombre changé"] == kinds["conditionnel perdu"] == kinds["citation altérée"] == 0
