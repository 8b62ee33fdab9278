"""What is refused: never a traceback, always a French message that names the source, says what is wrong, and what to do."""

from __future__ import annotations

import gzip
import os
import random

import pytest

from seo_fr.errors import Refused
from seo_fr.read import read_bytes, read_path, read_text

FRENCH = "Le conseil municipal a voté hier soir la fermeture de la piscine, après trois heures de débat tendu entre les élus."
BAD_UTF8 = FRENCH.encode()[:20] + b"\xff" + FRENCH.encode()[20:]

REFUSED: list[tuple[str, str, bytes, str]] = [
    ("empty", "-", b"", "source-vide"),
    ("only spaces", "-", b" \n\t\r\n ", "source-vide"),
    ("only no-break and zero-width spaces", "-", "\u00a0\u200b\u202f\n".encode(), "source-vide"),
    ("only a byte-order mark", "-", b"\xef\xbb\xbf", "source-vide"),
    ("only nulls", "-", b"\x00" * 100, "source-vide"),
    ("pdf", "a.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "source-binaire"),
    ("docx", "a.docx", b"PK\x03\x04\x14\x00\x06\x00", "source-binaire"),
    ("doc", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "source-binaire"),
    ("rtf", "a.rtf", b"{\\rtf1\\ansi Bonjour}", "source-binaire"),
    ("png", "a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "source-binaire"),
    ("jpeg", "a.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "source-binaire"),
    ("gzip", "a.gz", gzip.compress(FRENCH.encode(), mtime=0), "source-binaire"),
    ("program", "a", b"\x7fELF\x02\x01\x01\x00", "source-binaire"),
    ("nulls in text", "a.txt", FRENCH.encode().replace(b" ", b" \x00"), "source-binaire"),
    ("control characters", "a.txt", FRENCH.encode().replace(b" ", b" \x01\x02"), "source-binaire"),
    ("random bytes with nulls", "a.bin", random.Random(1).randbytes(2000), "source-binaire"),
    ("random high bytes", "a.bin", bytes(0x80 + byte % 128 for byte in random.Random(2).randbytes(2000)), "encodage-inconnu"),
    ("broken UTF-8", "a.txt", BAD_UTF8, "encodage-brise"),
    ("cut UTF-8", "a.txt", (FRENCH + " é").encode()[:-1], "encodage-brise"),
    ("overlong UTF-8 among accents", "a.txt", (FRENCH * 2).encode() + b"\xc0\xaf", "encodage-brise"),
    ("surrogates in UTF-8", "a.txt", (FRENCH * 2).encode() + "\ud800".encode("utf-8", "surrogatepass"), "encodage-brise"),
    ("odd UTF-16", "a.txt", FRENCH.encode("utf-16") + b"x", "encodage-brise"),
    ("lone surrogate in UTF-16", "a.txt", b"\xff\xfe" + FRENCH.encode("utf-16-le") + b"\x00\xd8x\x00", "encodage-brise"),
    ("Mac Roman", "a.txt", FRENCH.encode("mac-roman"), "encodage-inconnu"),
    ("DOS page 850", "a.txt", FRENCH.encode("cp850"), "encodage-inconnu"),
    ("Cyrillic 1251", "a.txt", "Президент подал в отставку в пятницу вечером.".encode("cp1251"), "encodage-inconnu,pas-du-francais"),
    ("UTF-8 read as Windows-1252", "a.txt", FRENCH.encode().decode("cp1252").encode(), "encodage-double"),
    ("one word", "-", b"Bonjour", "source-trop-courte"),
    ("one short sentence", "-", "Le maire a démissionné.".encode(), "source-trop-courte"),
    ("numbers", "-", b"12 34 56 78 90 11 22 33 44.", "source-trop-courte,pas-du-francais,aucune-phrase"),
    ("words without a sentence", "-", b"le la les de du des un une et ou dans sur avec pour par", "aucune-phrase"),
    ("a table of contents", "-", b"La mairie\nLe budget de la ville\nLes travaux de la piscine\nLes dates du chantier", "aucune-phrase"),
    ("nominal phrases", "-", b"Pluie sur le nord du pays dans la nuit. Soleil sur le sud avec du vent fort.", "aucune-phrase"),
    ("English", "-", b"The city council voted last night to close the swimming pool after three hours of debate.", "pas-du-francais"),
    ("Spanish", "-", "El ayuntamiento votó anoche el cierre de la piscina tras tres horas de debate.".encode(), "pas-du-francais"),
    ("Italian", "-", b"Il consiglio comunale ha votato ieri sera la chiusura della piscina dopo tre ore.", "pas-du-francais"),
    ("Portuguese", "-", "A câmara municipal votou ontem à noite o encerramento da piscina após três horas.".encode(), "pas-du-francais"),
    ("German", "-", "Der Gemeinderat hat gestern Abend die Schließung des Schwimmbads beschlossen.".encode(), "pas-du-francais"),
    ("Occitan", "-", "Lo conselh municipal votèt ièr lo ser la barradura de la piscina aprèp tres oras.".encode(), "pas-du-francais"),
    ("Russian", "-", "Президент подал в отставку в пятницу вечером после трёх часов споров с депутатами.".encode(), "pas-du-francais"),
    (
        "Chinese",
        "-",
        "市议会昨晚投票决定关闭游泳池，经过三个小时的激烈辩论。市长承诺 夏天 之前 开始 施工。".encode(),
        "pas-du-francais,source-trop-courte",
    ),
    ("filler Latin", "-", b"Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt.", "pas-du-francais"),
    (
        "a program's source",
        "a.py",
        b"def main():\n    for x in range(10):\n        print(x)\n\nif __name__ == '__main__':\n    main()\n",
        "pas-du-francais",
    ),
    ("JSON", "-", b'{"titre": "La piscine", "texte": "Le maire a dit que la piscine fermerait."}', "source-donnees"),
    (
        "HTML without text",
        "a.html",
        b"<html><head><script>var a = 'le la les de du';</script></head><body><nav>Menu</nav></body></html>",
        "source-vide",
    ),
    ("HTML nested beyond reason", "a.html", b"<div>" * 50_000 + FRENCH.encode(), "html-trop-imbrique"),
    ("broken front matter", "a.md", f"---\ntitre: [a\nb: c\n---\n\n{FRENCH}".encode(), "metadonnees-illisibles"),
    ("a key given twice", "a.md", f"---\ntitre: a\ntitre: b\n---\n\n{FRENCH}".encode(), "metadonnees-illisibles"),
    ("only front matter", "a.md", b"---\ntitre: La piscine\n---\n", "source-vide"),
    ("only a title", "a.md", b"# La piscine municipale fermera en mars prochain, dit le maire\n", "source-vide"),
    ("five megabytes", "a.txt", (FRENCH + "\n").encode() * 43_000, "source-trop-longue"),
    ("too many words", "a.txt", (FRENCH + "\n").encode() * 1_100, "source-trop-longue"),
    ("a word without end", "a.txt", FRENCH.encode() + b" " + b"a" * 500_000, "source-trop-longue"),
]


@pytest.mark.parametrize(("name", "data", "rules"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused_bytes(name: str, data: bytes, rules: str) -> None:
    with pytest.raises(Refused) as caught:
        read_bytes(data, name)
    finding = caught.value.finding
    assert finding.rule in rules.split(",")
    assert finding.severity == "error" and finding.place == name
    assert finding.message.startswith(f"{name} : ") and finding.message.endswith(".")
    assert str(caught.value) == finding.message


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "source-vide"),
        (FRENCH + "\ud83d", "surrogat-isole"),
        ("\udc00", "surrogat-isole"),
        (FRENCH + "\x00", "source-binaire"),
        (FRENCH * 50_000, "source-trop-longue"),
    ],
)
def test_refused_text(text: str, rule: str) -> None:
    with pytest.raises(Refused) as caught:
        read_text(text)
    assert caught.value.finding.rule == rule


def test_broken_front_matter_names_the_line() -> None:
    with pytest.raises(Refused, match=r"a\.md:3 "):
        read_bytes(f"---\nid: a\nid: b\n---\n\n{FRENCH}".encode(), "a.md")


def test_the_limit_is_in_words_and_can_be_changed() -> None:
    with pytest.raises(Refused, match=r"21 mots ; limite : 20"):
        read_text(FRENCH, limit=20)
    assert read_text(FRENCH, limit=21).paragraphs


def test_paths_that_cannot_be_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    for path, rule in (
        (tmp_path, "source-dossier"),
        (tmp_path / "absent.txt", "source-introuvable"),
        (tmp_path / "a" / "b.txt", "source-introuvable"),
        ("a\0b", "source-introuvable"),
    ):
        with pytest.raises(Refused) as caught:
            read_path(path)
        assert caught.value.finding.rule == rule
    secret = tmp_path / "secret.txt"
    secret.write_text(FRENCH, encoding="utf-8")
    secret.chmod(0)
    if not os.access(secret, os.R_OK):  # root reads everything
        with pytest.raises(Refused) as caught:
            read_path(secret)
        assert caught.value.finding.rule == "source-illisible"


def test_unbalanced_quotes_and_scripts_are_no_reason_to_refuse() -> None:
    assert read_text(FRENCH + " « Nous continuerons, a dit le maire.").findings == ()
    article = read_text(f"<!DOCTYPE html><p>{FRENCH}</p><script>document.write('faux')</script><p onclick='x()'>{FRENCH}</p>")
    assert "faux" not in article.text and len(article.paragraphs) == 2


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("A-" * 20_000 + "\n\n" + FRENCH, "text"),
        ("<!---->" * 20_000 + FRENCH, None),
        ("." * 300_000 + FRENCH, "text"),
        ("[" * 30_000 + FRENCH, "markdown"),
        ("<" * 300_000 + FRENCH, "html"),
        ("<article>" * 1_900 + "<p>" + FRENCH, "html"),
        ("# a\n\n" + "**a" * 50_000 + FRENCH, "text"),
    ],
    ids=["capitals and hyphens", "comments", "dots", "brackets", "less-than", "articles", "stars"],
)
def test_text_made_to_be_slow_ends(text: str, form) -> None:  # type: ignore[no-untyped-def]
    # Each of these hung or crawled once: a pattern that tries every way does not come back at all.
    try:
        assert read_text(text, form=form).paragraphs
    except Refused as refused:
        assert refused.finding.message
