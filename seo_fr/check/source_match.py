"""Where a sentence of a page may come from: the source as one run of words to find copies in, and its sentences to find the nearest in."""

from __future__ import annotations

from seo_fr.check import compare
from seo_fr.check.reading import ArticleReading, Lexicon, Sentence, Word

_NEAR = 0.72



class Matcher:
    """The source as one run of words, to find copies in, and its sentences, to find the nearest in."""

    def __init__(self, reading: ArticleReading, known: Lexicon) -> None:
        self.reading, self.known = reading, known
        self.run: list[str] = []
        self.where: list[tuple[int, int]] = []
        self.places: dict[str, list[int]] = {}
        self.opens: set[int] = set()
        self.closes: set[int] = set()
        for sentence in reading.sentences:
            self.opens.add(len(self.run))
            for i, word in enumerate(sentence.words):
                if word.kind == "p":
                    continue
                self.places.setdefault(word.fold, []).append(len(self.run))
                self.run.append(word.fold)
                self.where.append((sentence.index, i))
            self.closes.add(len(self.run))
            self.run.append("\n" if sentence.paragraph == -1 else "")
            self.where.append((sentence.index, -1))

    def copy(self, page: Sentence) -> tuple[int, int] | None:
        """Where the page sentence stands word for word, ends of sentences left out, as a range of the run."""
        folds = [word.fold for word in page.words if word.kind != "p"]
        if not folds:
            return None
        for start in self.places.get(folds[0], ()):
            at = start
            for item in folds:
                if self.run[at : at + 1] == [""]:
                    at += 1
                if self.run[at : at + 1] != [item]:
                    break
                at += 1
            else:
                return start, at
        return None

    def nearest(self, page: Sentence) -> tuple[tuple[Sentence, ...], float, bool]:
        """Return up to three source sentences that together best cover the page sentence, the share of its matter they cover, and whether
        it is a near copy of the first."""
        frame = self.known.classes.get("frame", frozenset())
        neutral = neutral_words(page)
        words = [word for i, word in enumerate(page.words) if i not in neutral and self.known.content(word) and (word.key not in frame or word.stem in self.reading.stems)]
        if not words:
            return (), 1.0, False
        # A name is found, or its absence is said: what is unknown weighs like the rarest of words.
        weights = [compare.weight_of(self.reading, word, self.known) or 2.5 for word in words]
        total = sum(weights)
        table: list[list[bool]] = []
        for sentence in self.reading.sentences:
            table.append([any(self.same(word, other) for other in sentence.words) for word in words])
        left = [True] * len(words)
        chosen: list[int] = []
        covered = 0.0
        first_pairs: dict[int, int] = {}
        near = False
        while len(chosen) < 3:
            gains = [
                (round(sum(w for w, hit, free in zip(weights, row, left, strict=True) if hit and free), 6), -index) for index, row in enumerate(table) if index not in chosen
            ]
            if not gains:
                break
            gain, negative = max(gains)
            if not chosen:
                # Among sentences that cover as much, the one whose order fits best.
                close = [-i for g, i in gains if g >= gain * 0.9 and g > 0][:4]
                scored = [(len(compare.align(page.words, self.reading.sentences[i].words)), -i) for i in close]
                if scored:
                    negative = max(scored)[1]
                    gain = next(g for g, i in gains if i == negative)
            if gain <= 0 or (chosen and (gain / total < 0.12 or near)):
                break
            chosen.append(-negative)
            covered += gain
            left = [free and not hit for free, hit in zip(left, table[-negative], strict=True)]
            if len(chosen) == 1:
                source = self.reading.sentences[chosen[0]]
                first_pairs = compare.align(page.words, source.words)
                ordered = sum(1 for i in first_pairs if self.known.content(page.words[i]))
                plain = [i for i, word in enumerate(page.words) if self.known.content(word) and not compare.is_name(word, self.reading, self.known)]
                kept = sum(1 for i in plain if i in first_pairs)
                near = (len(words) >= 4 and ordered / len(words) >= _NEAR) or (len(plain) >= 3 and kept / len(plain) >= 0.85)
        return tuple(self.reading.sentences[i] for i in chosen), round(covered / total, 4), near

    def same(self, one: Word, other: Word) -> bool:
        """Whether two words may tell the same thing: one stem, or one group of the near words."""
        if other.kind == "p":
            return False
        if compare.alike(one, other):
            return True
        if "-" in one.fold and other.fold in one.fold.split("-"):
            return len(other.fold) > 2
        if "-" in other.fold and one.fold in other.fold.split("-"):
            return len(one.fold) > 2
        groups = self.known.synonyms.get(one.stem)
        return groups is not None and not groups.isdisjoint(self.known.synonyms.get(other.stem, frozenset()))


def extended(page: Sentence, found: tuple[Sentence, ...], reading: ArticleReading, known: Lexicon) -> tuple[Sentence, ...]:
    """Return ``found`` and the sentences that hold a number or name the first ones do not have, where they share more than that with the page."""
    extended = list(found)
    values = {q.value for s in extended for q in s.numbers}
    folds = {w.fold for s in extended for w in s.words}
    content = {word.stem for word in page.words if known.content(word)}
    wanted = [("number", q.value) for q in page.numbers if q.value not in values]
    wanted += [("name", w.fold) for w in page.words if compare.is_name(w, reading, known) and w.fold not in folds]
    for kind, value in wanted:
        best: tuple[int, int] | None = None
        for sentence in reading.sentences:
            has = any(q.value == value for q in sentence.numbers) if kind == "number" else any(w.fold == value for w in sentence.words)
            if not has:
                continue
            shared = len(content & {w.stem for w in sentence.words if known.content(w)})
            if shared >= (2 if kind == "number" else 3) and (best is None or shared > best[0]):
                best = (shared, sentence.index)
        if best is not None and reading.sentences[best[1]] not in extended:
            extended.append(reading.sentences[best[1]])
    return tuple(extended)


def aligned(page: Sentence, source: Sentence, matcher: Matcher) -> dict[int, int]:
    """Return page word → source word: the alignment, and what is left matched to a near word that is left."""
    pairs = compare.align(page.words, source.words)
    taken = set(pairs.values())
    for i, word in enumerate(page.words):
        if i in pairs or not matcher.known.content(word):
            continue
        for j, other in enumerate(source.words):
            if j not in taken and matcher.known.content(other) and matcher.same(word, other):
                pairs[i] = j
                taken.add(j)
                break
    return pairs


def neutral_words(page: Sentence) -> frozenset[int]:
    """Return the indexes of the words that only link (« par ailleurs »)."""
    return frozenset(i for marker in page.markers if marker.cls == "neutral" for i in range(marker.start, marker.end))
