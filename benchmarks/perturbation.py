"""How many articles' sections and keyphrases hang on the last bits of a number: another processor or BLAS rounds otherwise.

    PYTHONPATH=. python benchmarks/perturbation.py ARTICLES_DIR [--articles 100] [--noise 1e-7] [--draws 3]

Each article is analysed once as it is and ``--draws`` times with every word vector and every YAKE score multiplied by 1 ± ``noise`` (fixed seeds). What is printed
is how many articles changed their sections, the order or the text of their keyphrases, or a printed score, in any draw. Single-precision arithmetic has a relative error of
6e-8 an operation; the parse itself is not perturbed.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from seo_fr.analyse import keyphrases
from seo_fr.analyse.keyphrases import extract_keyphrases, focus_keyphrase, section_keyphrases
from seo_fr.analyse.lexicon import Lexicon, load_lexicon
from seo_fr.analyse.pipeline import parse
from seo_fr.analyse.sections import build_sections
from seo_fr.model import Article
from seo_fr.read import read_path


@dataclass
class Noisy:
    """A lexicon whose word vectors and rarities are off in their last bits."""

    lexicon: Lexicon
    noise: float
    random: random.Random
    generator: np.random.Generator

    def rarity(self, form: str) -> float:
        """Return the rarity of ``form``, perturbed."""
        return self.lexicon.rarity(form) * (1.0 + self.random.uniform(-self.noise, self.noise))

    def sums(self, forms: Sequence[str], weights: Any) -> Any:
        """Return the sums, each number of them perturbed."""
        exact = self.lexicon.sums(forms, weights)
        return exact * (1.0 + self.generator.uniform(-self.noise, self.noise, exact.shape))


Understood = tuple[tuple[Any, ...], ...]


def understand(article: Article, parsed: Any, lexicon: Lexicon, yake: Callable[..., dict[str, float]]) -> Understood:
    """Return sections, texts of the keyphrases in order, and all with scores."""
    keyphrases._LAST.clear()
    keyphrases._yake = yake
    _, ranges = build_sections(article, parsed.sentences, lexicon)
    whole = extract_keyphrases(article, parsed.tokens, parsed.sentences)
    phrases = section_keyphrases(article, parsed.tokens, parsed.sentences, [(section.start, section.end) for section in ranges])
    focus = focus_keyphrase(article, parsed.tokens, parsed.sentences)
    texts = (*(k.text for k in whole), *(tuple(k.text for k in found) for found in phrases), focus.text)
    return ranges, texts, (whole, phrases, focus)


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--noise", type=float, default=1e-7)
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--verbose", action="store_true", help="name the articles that change")
    arguments = parser.parse_args()
    every = sorted(arguments.folder.glob("*.txt"))
    count = min(arguments.articles, len(every))
    lexicon, exact = load_lexicon(), keyphrases._yake
    changed: list[set[str]] = [set(), set(), set()]
    for number in range(count):
        path = every[number * len(every) // count]
        article = read_path(str(path))
        parsed = parse(article)
        usual = understand(article, parsed, lexicon, exact)
        for draw in range(arguments.draws):
            chance = random.Random(f"{path.name} {draw}")

            def noisy(*given: Any, chance: random.Random = chance) -> dict[str, float]:
                return {word: score * (1.0 + chance.uniform(-arguments.noise, arguments.noise)) for word, score in exact(*given).items()}

            other = understand(article, parsed, Noisy(lexicon, arguments.noise, chance, np.random.default_rng(number * 1000 + draw)), noisy)
            for place in range(3):
                if usual[place] != other[place]:
                    changed[place].add(path.name)
    print(f"{count} articles, {arguments.draws} tirages, bruit relatif {arguments.noise:g}")
    for title, names in zip(("sections", "expressions clés (textes, ordre)", "expressions clés (scores imprimés)"), changed, strict=True):
        print(f"  {title:36} {len(names)} articles changent" + (f" : {', '.join(sorted(names))}" if arguments.verbose else ""))


if __name__ == "__main__":
    main()
