"""Measure verify on free rewritings: ten pages such as a chatbot would write, each sentence labelled true or faulty by hand before any run (``rewritings.json``).

    PYTHONPATH=. python benchmarks/rewritings.py [rewritings-second.json]

``rewritings-second.json`` holds fifty-four sentences on five more articles, labelled before they were first judged and after the checks had been set on the first file.
A sentence is called not faithful when a judged piece of it is unsupported or changed in commitment. Prints precision and recall of that against the labels, recall
by kind of fault, false alarms by kind of true sentence, and the wrong ones.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from seo_fr.check.verify import Judged, verify
from seo_fr.read import read_path

HERE = Path(__file__).parent
WRONG = ("unsupported", "changed-commitment")


def squeezed(text: str) -> str:
    """Return the letters and digits only: reading may change spaces and quotation marks."""
    return "".join(char for char in text if char.isalnum())


def pieces(texts: list[str], judged: tuple[Judged, ...]) -> list[list[Judged]]:
    """Return, for each labelled sentence, the judged pieces that overlap it."""
    found: list[list[Judged]] = [[] for _ in texts]
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] if ends else 0) + len(squeezed(text)))
    position = 0
    for one in judged:
        start, position = position, position + len(squeezed(one.text))
        for index, end in enumerate(ends):
            if start < end and position > (ends[index - 1] if index else 0):
                found[index].append(one)
    if not ends or position != ends[-1]:
        raise ValueError("the judged pieces do not add up to the page")
    return found


def shown(part: int, whole: int) -> str:
    """Return a share with its counts."""
    return f"{100 * part / whole:.0f} % ({part}/{whole})" if whole else "none"


def main() -> None:
    """Judge every page and print the figures."""
    pages = json.loads((HERE / (sys.argv[1] if len(sys.argv) > 1 else "rewritings.json")).read_text(encoding="utf-8"))
    verdicts: Counter[tuple[bool, str]] = Counter()
    kinds: Counter[tuple[bool, str]] = Counter()
    flagged_kinds: Counter[tuple[bool, str]] = Counter()
    wrong: list[str] = []
    for page in pages:
        sentences = page["sentences"]
        article = read_path(HERE.parent / "corpus" / page["article"] / "article.txt")
        texts = [sentence["text"] for sentence in sentences]
        result = verify(" ".join(texts), "text", article)
        for sentence, found in zip(sentences, pieces(texts, result.sentences), strict=True):
            faulty, kind = bool(sentence["faulty"]), str(sentence["kind"])
            flagged = any(one.verdict in WRONG for one in found)
            kinds[faulty, kind] += 1
            flagged_kinds[faulty, kind] += flagged
            verdicts[faulty, "+".join(dict.fromkeys(one.verdict for one in found))] += 1
            if flagged != faulty:
                what = "missed" if faulty else "false alarm"
                reasons = "; ".join(str(reason) for one in found for reason in one.reasons)
                wrong.append(f"{what} [{kind}] {page['article']}: {sentence['text']}\n    {', '.join(one.verdict for one in found)}: {reasons}")
    caught = sum(count for (faulty, _), count in flagged_kinds.items() if faulty)
    alarms = sum(count for (faulty, _), count in flagged_kinds.items() if not faulty)
    of_faulty = sum(count for (faulty, _), count in kinds.items() if faulty)
    of_true = sum(count for (faulty, _), count in kinds.items() if not faulty)
    print(f"{len(pages)} pages, {of_faulty + of_true} sentences, {of_faulty} faulty")
    print(f"precision {shown(caught, caught + alarms)}  recall {shown(caught, of_faulty)}  false alarms on true sentences {shown(alarms, of_true)}")
    for faulty, title in ((True, "recall by kind of fault"), (False, "false alarms by kind of true sentence")):
        print(title)
        for kind in sorted(kind for which, kind in kinds if which == faulty):
            print(f"  {kind:<15} {shown(flagged_kinds[faulty, kind], kinds[faulty, kind])}")
    print("verdicts")
    for (faulty, verdict), count in sorted(verdicts.items()):
        print(f"  {'faulty' if faulty else 'true':<7} {verdict:<40} {count}")
    print("wrong")
    for line in sorted(wrong):
        print(f"  {line}")


if __name__ == "__main__":
    main()
