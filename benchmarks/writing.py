"""How pages come out over a folder of articles: length, variety, headings, repetitions, what the checks rejected.

    python benchmarks/writing.py                       # our own corpus, without LanguageTool
    python benchmarks/writing.py FOLDER --limit 100    # the first hundred articles (.txt, .md, .html) of a folder, in the order of their names
    python benchmarks/writing.py FOLDER --grammar      # with LanguageTool
    python benchmarks/writing.py FOLDER --except LIST  # without the files that LIST names, one a line

A skeleton is what a written passage is without its slots: the wording of its template; of a copied one, what was done to the source («copié», «copié, abrégé»).
Written passages are those of a template and those copied outside the body; a heading that is a clause of the source is a « proposition ».
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path
from statistics import median

from seo_fr.check.grammar import open_gate
from seo_fr.errors import SeoFrError
from seo_fr.french.words import count_words
from seo_fr.model import Block, Copied, Page, Passage, Templated
from seo_fr.options import Options
from seo_fr.propose import Candidates
from seo_fr.propose.score import stems
from seo_fr.read import read_path
from seo_fr.rewrite import write_page
from seo_fr.rulebook import Rulebook, load

RUN = 8
BODY = ("paragraph", "heading", "item")
LENGTHS = ((0, 300), (300, 400), (400, 10**6))
_WORD = re.compile(r"[^\W_]+")


def percent(part: int, whole: int) -> str:
    """Return « 3/4 (75 %) »."""
    return f"{part}/{whole} ({100 * part / whole:.0f} %)" if whole else "–"


def written(block: Block) -> list[Passage]:
    """Return the passages of a block that are not the body's."""
    return [item for item in block.passages if item.role not in BODY]


def skeleton(item: Passage, book: Rulebook) -> str:
    """Return the passage without its slots."""
    if isinstance(item.origin, Templated):
        return book.template(item.origin.template).source if item.origin.template and item.origin.template in {t.id for t in book.templates} else "(clé seule)"
    if not isinstance(item.origin, Copied):
        return "de la rédaction"
    cut = any(edit.kind in ("drop", "reference", "tense") for edit in item.origin.edits)
    return "copié, abrégé" if cut else "copié"


def runs(texts: list[str], names: tuple[str, ...]) -> int:
    """Return how many phrases of eight words stand in two of ``texts``, outside quotes, each of ``names`` one word."""
    bare = re.compile("|".join(re.escape(name.lower()) for name in sorted(names, key=lambda name: (-len(name), name)) if name) or r"(?!)")
    seen: set[tuple[str, ...]] = set()
    twice = 0
    for text in texts:
        mine: set[tuple[str, ...]] = set()
        for piece in re.split(r"[.!?:;]", bare.sub(" nom ", re.sub(r"«[^»]*»", " . ", text.replace("'", "’")).lower())):
            words = _WORD.findall(piece)
            mine.update(tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1))
        twice += len(mine & seen)
        seen |= mine
    return twice


class Count:
    """What is counted over all pages."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self.pages = 0
        self.reached: dict[tuple[int, int], list[bool]] = {bounds: [] for bounds in LENGTHS}
        self.words: dict[str, list[int]] = {}
        self.skeletons: dict[str, Counter[str]] = {}
        self.used: Counter[str] = Counter()
        self.rejected: Counter[str] = Counter()
        self.reasons: dict[str, Counter[str]] = {}
        self.missing: Counter[str] = Counter()
        self.repeated = self.redone = self.new_facts = self.told_facts = 0
        self.headings = self.within = self.keyed = self.clauses = self.doubles = 0

    def page(self, page: Page, candidates: Candidates, rejected: dict[str, tuple[object, ...]]) -> None:
        """Count one page."""
        self.pages += 1
        text = page.article.text
        source = sum(count_words(paragraph.span.of(text)) for paragraph in page.article.paragraphs)
        for bounds in LENGTHS:
            if bounds[0] <= source < bounds[1]:
                self.reached[bounds].append(page.word_count >= 700)
        analysis = candidates.source.analysis
        names = tuple(entity.name.of(text) for entity in analysis.entities)
        functions = tuple(span.of(text) for entity in analysis.entities for span in entity.functions)
        texts: list[str] = []
        told: Counter[int] = Counter()
        seen_headings: set[str] = set()
        added: Counter[str] = Counter()
        for block in page.blocks:
            for item in written(block):
                added[block.kind if block.kind != "section" else "lead"] += count_words(item.text)
                texts.append(item.text)
                if item.facts:
                    self.told_facts += 1
                    self.new_facts += not any(told[fact] for fact in item.facts)
                told.update(item.facts)
            if block.heading is not None:
                own = block.kind == "section" and analysis.paragraphs[analysis.sections[block.section or 0].start].kind == "heading"
                if not own:
                    added["headings"] += count_words(block.heading.text)
                    self.heading(block, page, candidates, seen_headings)
            self.skeleton(block)
        for kind in ("introduction", "keypoints", "section", "who", "figures", "timeline", "qa", "conclusion"):
            self.words.setdefault(kind if kind != "section" else "headings", []).append(added[kind if kind != "section" else "headings"])
            if kind != "section" and not any(block.kind == kind for block in page.blocks):
                self.missing[kind] += 1
        self.words.setdefault("total", []).append(sum(added.values()))
        for head in (page.title_tag, page.h1):
            self.note(head, head.role)
        self.repeated += runs(texts, (page.keyphrase.text, *names, *functions))
        self.redone += sum(1 for count in told.values() if count > 2)
        place = {item.id: item for found in candidates.by_place.values() for candidate in found for item in candidate.passages}
        for item_id, findings in rejected.items():
            refused = place.get(item_id)
            name = refused.origin.template if refused is not None and isinstance(refused.origin, Templated) else f"copié:{refused.role if refused else '?'}"
            self.rejected[name] += 1
            for finding in findings[:1]:
                self.reasons.setdefault(name, Counter())[getattr(finding, "rule", "?")] += 1

    def note(self, item: Passage, role: str) -> None:
        """Count a passage's skeleton under ``role``."""
        self.skeletons.setdefault(role, Counter())[skeleton(item, self.book)] += 1
        if isinstance(item.origin, Templated) and item.origin.template:
            self.used[item.origin.template] += 1

    def skeleton(self, block: Block) -> None:
        """Count the skeletons of a block: of introduction and conclusion as a whole, of each passage by role."""
        items = written(block)
        if block.kind in ("introduction", "conclusion") and items:
            opened = " | ".join(skeleton(item, self.book) for item in items)
            self.skeletons.setdefault(f"{block.kind}, entière", Counter())[opened] += 1
        if block.heading is not None:
            self.note(block.heading, "h2 de section" if block.kind == "section" else f"h2 de {block.kind}")
        for item in items:
            self.note(item, item.role)

    def heading(self, block: Block, page: Page, candidates: Candidates, seen: set[str]) -> None:
        """Count what a heading of ours is worth."""
        assert block.heading is not None
        text = block.heading.text
        self.headings += 1
        self.within += len(text) <= 70
        self.doubles += text.lower() in seen
        seen.add(text.lower())
        if block.kind == "section":
            section = candidates.source.analysis.sections[block.section or 0]
            phrases = [*section.keyphrases, page.keyphrase]
            found = set(stems(text))
            self.keyed += any(set(stems(phrase.text)) <= found for phrase in phrases)
            self.clauses += isinstance(block.heading.origin, Copied)
        else:
            self.keyed += bool(set(stems(text)) & {stem for phrase in (page.keyphrase, *candidates.source.analysis.keyphrases) for stem in stems(phrase.text)})


def show(count: Count) -> None:
    """Print the tables."""
    book = count.book
    print(f"Pages : {count.pages}")
    print("\nAtteignent 700 mots, par longueur de la source")
    for (low, high), found in count.reached.items():
        print(f"  {low}–{high - 1 if high < 10**6 else '…'} mots : {percent(sum(found), len(found))}")
    print("\nMots ajoutés (médiane, 9e décile), pages sans le bloc")
    for role, values in count.words.items():
        ordered = sorted(values)
        print(f"  {role:14} {median(ordered):6.0f} {ordered[min(len(ordered) - 1, int(0.9 * len(ordered)))]:6d}   {count.missing.get(role, '')}")
    print("\nVariété : squelette le plus fréquent par rôle, part, nombre de squelettes")
    for role, skeletons in sorted(count.skeletons.items()):
        (name, most), total = skeletons.most_common(1)[0], sum(skeletons.values())
        print(f"  {role:24} {percent(most, total):>14} de {len(skeletons):4}  {name[:90]}")
    sections = sum(count.skeletons.get("h2 de section", Counter()).values())
    print("\nIntertitres")
    print(f"  ≤ 70 caractères : {percent(count.within, count.headings)} ; doubles : {count.doubles} ; avec une expression clé : {percent(count.keyed, count.headings)}")
    print(f"  propositions abrégées, parmi ceux de section : {percent(count.clauses, sections)}")
    print("\nRedites")
    print(f"  suites de huit mots deux fois parmi les passages écrits : {count.repeated} ; faits dits plus de deux fois : {count.redone}")
    print(f"  passages qui disent un fait pas encore dit hors du corps : {percent(count.new_facts, count.told_facts)}")
    print("\nCandidats choisis puis rejetés, par gabarit (première raison)")
    for name, number in sorted(count.rejected.items(), key=lambda item: (-item[1], item[0]))[:40]:
        print(f"  {number:5} {name:60} {', '.join(f'{reason} {times}' for reason, times in count.reasons.get(name, Counter()).most_common(2))}")
    print(f"\nGabarits : {len(book.templates)} ; employés sur ces pages : {len(count.used)} ; règles : {len(book.rules)}")
    by_role = Counter(f"{template.role}/{template.frame}" for template in book.templates)
    for role, number in sorted(by_role.items()):
        kinds = {kind for template in book.templates if f"{template.role}/{template.frame}" == role for kind in template.kinds}
        print(f"  {role:28} {number:4}  {len(kinds)} genres" if kinds else f"  {role:28} {number:4}")


def main(arguments: list[str]) -> int:
    """Run over a folder; see the module's docstring."""
    parser = argparse.ArgumentParser(description="Comment sortent les pages d’un dossier d’articles.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).parent.parent / "corpus")
    parser.add_argument("--limit", type=int, default=0)
    parser.add_argument("--except", dest="spared", action="append", type=Path, default=[])
    parser.add_argument("--grammar", action="store_true")
    parser.add_argument("--words", type=int, default=700)
    given = parser.parse_args(arguments)
    spared = {line.strip() for path in given.spared for line in path.read_text(encoding="utf-8").splitlines()}
    files = sorted(path for path in given.folder.rglob("*") if path.suffix in (".txt", ".md", ".html") and path.name not in spared and path.name != "README.md")
    count = Count(load())
    gate = open_gate() if given.grammar else None
    for path in files[: given.limit or None]:
        seen: dict[str, object] = {}
        try:
            page = write_page(read_path(path), Options(words=given.words, grammar=given.grammar), gate, seen.__setitem__)
        except SeoFrError as error:
            print(f"{path.name} : {error}", file=sys.stderr)
            continue
        count.page(page, seen["candidates"], seen["rejected"])  # type: ignore[arg-type]
    if gate is not None:
        gate.close()
    show(count)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
