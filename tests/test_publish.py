"""Publishing: four forms of one hand-built page; whatever the text holds, it stays text; files are written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import re
from dataclasses import replace
from itertools import pairwise

import html5lib
import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from seo_fr.errors import Unwritable
from seo_fr.french.words import count_words
from seo_fr.model import Article, Block, Copied, Edit, Finding, Grammar, Keyphrase, Page, Paragraph, Passage, Slot, Span, Templated
from seo_fr.publish import SCHEMA_PATH, files, structured_data, to_fragment, to_html, to_json, to_markdown, write_atomically
from seo_fr.publish.layout import french_date
from seo_fr.publish.markdown_page import escaped, quoted
from seo_fr.read import read_text
from seo_fr.rulebook import read_yaml

NASTY = (
    "<script>alert(1)</script>",
    "</script><!-- <script>",
    "<!-- --> --!> <![CDATA[ x ]]>",
    "\"guillemets\" 'droits' « français » “anglais”",
    "`code` ``` ~~~",
    "*gras* **très gras** _souligné_ __deux__",
    "[lien](javascript:alert(1)) ![image](x)",
    "# pas un titre #",
    "- pas une liste",
    "+ ni ceci",
    "1. ni cela",
    "1986. Une année",
    "12) non plus",
    "> pas une citation",
    "---",
    "===",
    "key: [a, b] # commentaire",
    "'apostrophe: \"et guillemet\\",
    "{{ gabarit }} {% if %}",
    "&amp; &eacute; &#60; & AT&T &copy",
    "\\ \\* \\n",
    "| a | b |",
    "<https://exemple.fr> http://exemple.fr",
    "مرحبا بالعالم français",
    "👨\u200d👩\u200d👧 🇫🇷 ☀️",
    "fin de ligne  ",
    "espaces\u00a0: insécables\u202f!",
    "null",
    "yes",
    "~",
    "@a",
    "%x",
    "Ligne\u2028séparée\u0085encore",
    "]]> <![endif]",
    'a<b>c</b>&d="e"',
    "**",
    ":deux points",
    "\\",
)


def copied(text: str, role: str = "paragraph", start: int = 0, identifier: str = "") -> Passage:
    return Passage(identifier or f"section-{role}-{start}", role, text, Copied(Span(start, start + 1)))  # type: ignore[arg-type]


def templated(text: str, role: str, label: str = "", identifier: str = "") -> Passage:
    slot = Slot("etiquette", label, (Span(0, 4),), Grammar("f", "s", 3, "ville"), (Edit("case", "initiale", Span(0, 1), "L"),), statement=1)
    return Passage(identifier or f"bloc-{role}", role, text, Templated("who/voix/nom", (slot,) if label else ()), (1, 2))  # type: ignore[arg-type]


def page_of(text: str = "Le texte de la source.", **changes: object) -> Page:
    """Return a page with every kind of block, in which ``text`` stands in every place."""
    article = Article(
        text="Titre de la source. Un. Deux. Trois. Intertitre.",
        title=Span(0, 5),
        paragraphs=(
            Paragraph(Span(20, 23)),
            Paragraph(Span(24, 29), "item", marker="1"),
            Paragraph(Span(30, 36), "item", marker="2"),
            Paragraph(Span(37, 48), "heading", 3),
        ),
        metadata=(("author", text), ("date", "2024-03-01"), ("url", "https://exemple.fr/a?b=1&c='d'")),
    )
    blocks = (
        Block("introduction", (templated(text, "sentence", identifier="i1"), templated(text, "sentence", identifier="i2"))),
        Block("keypoints", (templated(text, "bullet"), templated(text, "bullet")), templated(text, "h2", identifier="Clés & co")),
        Block(
            "section",
            (
                templated(text, "lead"),
                copied(text, "paragraph", 20),
                copied(text, "heading", 37),
                copied("Premier.\n\nSecond.", "paragraph", 20),
                copied(text, "item", 24),
                copied(text, "item", 30),
            ),
            templated(text, "h2", identifier="clés-co"),
            0,
        ),
        Block("who", (templated(f"Voix{text}", "bullet", "Voix"),), templated(text, "h3"), 0),
        Block("timeline", (templated(text, "bullet"),), templated(text, "h2")),
        Block("qa", (templated(text, "question"), templated(text, "answer"), templated("Sans réponse", "question")), templated(text, "h2")),
        Block("conclusion", (templated(text, "sentence"),), templated(text, "h2"), glossary=True),
    )
    page = Page(
        title_tag=templated(text, "title_tag"),
        h1=copied(text, "h1", 0, "h1"),
        description=templated(text, "description"),
        slug=templated("piscine-fermeture", "slug"),
        keyphrase=Keyphrase(text, 0.5, (Span(0, 5),)),
        secondary_keyphrases=(Keyphrase("bassin", 0.25, ()), Keyphrase(text, 0.2, ())),
        blocks=blocks,
        word_count=712,
        article=article,
        findings=(Finding("trop-court", "warning", text, text, "1", "2"),),
        fingerprint=(("code", "abc"), ("seo-fr", "1.0.0")),
    )
    return replace(page, **changes)  # type: ignore[arg-type]


def parse(document: str):  # type: ignore[no-untyped-def]
    """Return the tree of a document; fails on any parse error of the HTML standard."""
    return html5lib.HTMLParser(html5lib.getTreeBuilder("etree"), strict=True, namespaceHTMLElements=False).parse(document)


def words_of(text: str) -> str:
    return " ".join(text.split())


# ------------------------------------------------------------------------------------------------------------------------ HTML


@pytest.mark.parametrize("text", NASTY)
def test_html_is_valid_and_text_stays_text(text: str) -> None:
    tree = parse(to_html(page_of(text)))
    wanted = words_of(text)
    assert words_of("".join(tree.find("head/title").itertext())) == wanted
    assert words_of("".join(tree.find(".//h1").itertext())) == wanted
    assert {words_of("".join(node.itertext())) for node in tree.findall(".//h2")} == {wanted}
    assert words_of(tree.find("head/meta[@name='description']").get("content")) == wanted
    assert words_of(tree.find("head/meta[@property='og:title']").get("content")) == wanted
    assert tree.find("head/link[@rel='canonical']").get("href") == "https://exemple.fr/a?b=1&c='d'"
    assert [words_of("".join(node.itertext())) for node in tree.findall(".//section[@class='timeline']//li")] == [wanted]
    # One script, which is data; no element that the text could have brought in.
    scripts = tree.findall(".//script")
    assert [script.get("type") for script in scripts] == ["application/ld+json"]
    tags = {node.tag for node in tree.iter() if isinstance(node.tag, str)}
    assert tags <= set(
        re.findall(
            r"\w+", "html head meta title link style script body a main article header h1 h2 h3 h4 p span time section div ul ol li strong"
        )
    )
    data = json.loads(scripts[0].text)
    assert data["@graph"][0]["headline"] == text and data["@graph"][1]["mainEntity"][0]["acceptedAnswer"]["text"] == text


def test_html_is_accessible() -> None:
    tree = parse(to_html(page_of()))
    html = tree if tree.tag == "html" else tree.find("html")
    assert html.get("lang") == "fr"
    ids = [node.get("id") for node in tree.iter() if isinstance(node.tag, str) and node.get("id")]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9_-]*", found) for found in ids)
    for node in tree.iter():
        if isinstance(node.tag, str) and node.get("aria-labelledby"):
            assert node.get("aria-labelledby") in ids
    assert tree.find(".//a[@class='skip']").get("href") == "#article" and tree.find(".//main").get("id") == "article"
    assert len(tree.findall(".//h1")) == 1 and len(tree.findall(".//main")) == 1
    ranks = [int(node.tag[1]) for node in tree.iter() if isinstance(node.tag, str) and re.fullmatch(r"h[1-6]", node.tag)]
    assert ranks[0] == 1 and all(after <= before + 1 for before, after in pairwise(ranks))


def test_html_forms_of_blocks() -> None:
    page = page_of("Texte.")
    tree = parse(to_html(page))
    assert len(tree.findall(".//div[@class='introduction']/p")) == 1
    assert len(tree.findall(".//section[@class='keypoints']/ul/li")) == 2
    section = tree.find(".//section[@class='section']")
    assert [node.tag for node in section] == ["h2", "p", "p", "h3", "p", "p", "ol", "section"]
    assert len(section.findall("ol/li")) == 2
    assert section.find("section").get("class") == "who" and section.find("section/h3") is not None
    assert section.find("section/ul/li/strong").text == "Voix"
    assert len(tree.findall(".//section[@class='timeline']/ol/li")) == 1
    assert [node.tag for node in tree.find(".//section[@class='qa']")] == ["h2", "h3", "p", "h3"]
    assert tree.find(".//time").get("datetime") == "2024-03-01" and tree.find(".//time").text == "1er\u00a0mars\u00a02024"


def test_html_invents_nothing() -> None:
    page = page_of(article=Article("Un.", None, (Paragraph(Span(0, 3)),)), blocks=(Block("section", (copied("Un."),)),))
    document = to_html(page)
    for absent in (
        "canonical",
        "og:url",
        "og:image",
        "og:site_name",
        "published_time",
        "datePublished",
        "author",
        "FAQPage",
        "publisher",
        "credit",
        "null",
    ):
        assert absent not in document, absent
    assert parse(document).find(".//div[@class='section']/p").text == "Un."


def test_only_an_author_that_the_page_shows_is_in_the_structured_data() -> None:
    article = Article("Par Jeanne Martin\n\nUn.", None, (Paragraph(Span(19, 22)),), (("author", "Le Journal"),), byline=Span(0, 17))
    assert "author" not in json.loads(structured_data(page_of(article=article)))["@graph"][0]
    assert "<span>Par Jeanne Martin</span>" in to_fragment(page_of(article=article))
    named = replace(article, metadata=(("author", "Jeanne Martin"),))
    assert json.loads(structured_data(page_of(article=named)))["@graph"][0]["author"] == {"@type": "Person", "name": "Jeanne Martin"}


def test_an_unchecked_page_says_so() -> None:
    assert 'data-grammar-checked="false"' in to_fragment(page_of(grammar_checked=False))
    assert "data-grammar-checked" not in to_fragment(page_of())
    assert "\ngrammar_checked: false\n" in to_markdown(page_of(grammar_checked=False))


def test_the_fragment_is_the_articles_element() -> None:
    fragment, document = to_fragment(page_of()), to_html(page_of())
    assert fragment in document
    assert fragment.startswith("<article ") and fragment.endswith("</article>\n")


# -------------------------------------------------------------------------------------------------------------------- Markdown


def split(markdown: str) -> tuple[dict[str, object], str]:
    match = re.match(r"---\n(.*?)\n---\n(.*)", markdown, re.DOTALL)
    assert match is not None
    return read_yaml(match.group(1), "-"), match.group(2)


def shown(token) -> str:  # type: ignore[no-untyped-def]
    return "".join(
        child.content if child.type in ("text", "text_special") else "\n" if child.type == "softbreak" else "" for child in token.children
    )


@pytest.mark.parametrize("text", NASTY)
def test_markdown_reads_back_as_itself(text: str) -> None:
    data, body = split(to_markdown(page_of(text)))
    assert data["title"] == text and data["description"] == text and data["keyphrase"] == text and data["author"] == text
    assert data["keywords"] == [text, "bassin"]
    assert (data["slug"], data["word_count"], data["lang"], data["generator"], data["grammar_checked"], data["date"]) == (
        "piscine-fermeture",
        "712",
        "fr",
        "seo-fr 1.0.0",
        "true",
        "2024-03-01",
    )
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body)
    inline = [token for token in tokens if token.type == "inline"]
    wanted = words_of(text)
    assert {token.type for token in tokens} <= {
        "heading_open",
        "heading_close",
        "inline",
        "paragraph_open",
        "paragraph_close",
        "bullet_list_open",
        "bullet_list_close",
        "ordered_list_open",
        "ordered_list_close",
        "list_item_open",
        "list_item_close",
    }
    assert {child.type for token in inline for child in token.children} <= {
        "text",
        "text_special",
        "strong_open",
        "strong_close",
        "softbreak",
    }
    assert [token.tag for token in tokens if token.type == "heading_open"] == ["h1", "h2", "h2", "h3", "h3", "h2", "h2", "h3", "h3", "h2"]
    texts = [words_of(shown(token)) for token in inline]
    assert texts[0] == wanted
    assert texts[1] == words_of(f"{text} · 1er mars 2024")
    assert texts[2] == words_of(f"{text} {text}")
    assert words_of(f"Voix{text}") in texts
    assert texts[-1] == wanted


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab \\`*_{}[]<>()#+-.!|~&;=:\"'1« é\u00a0"), max_size=30))
def test_escaped_text_reads_back(text: str) -> None:
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(escaped(text) + "\n")
    assert "".join(shown(token) for token in tokens if token.type == "inline").strip() == text.strip(" ").strip()
    assert {token.type for token in tokens} <= {"inline", "paragraph_open", "paragraph_close"}


@given(st.text(st.characters(blacklist_categories=("Cs",))))
def test_front_matter_values_read_back(text: str) -> None:
    assert read_yaml(f"cle: {quoted(text)}\n", "-") == {"cle": text}


def test_a_label_is_strong() -> None:
    markdown = to_markdown(page_of(": le texte."))
    assert "- **Voix**: le texte." in markdown
    # «**Voix**suite» is not always strong, so it is left plain.
    assert "- Voixsuite" in to_markdown(page_of("suite"))


def test_a_written_page_reads_as_an_article_again() -> None:
    text = "Le conseil municipal a voté hier soir la fermeture de la piscine, après trois heures de débat tendu."
    again = read_text(to_markdown(page_of(text)), form="markdown")
    assert again.title is not None and again.title.of(again.text) == text
    assert again.get("keyphrase") == text


# ------------------------------------------------------------------------------------------------------------------------ JSON


@pytest.mark.parametrize("text", NASTY)
def test_json_follows_its_schema(text: str) -> None:
    page = page_of(text)
    data = json.loads(to_json(page))
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)
    assert data["h1"]["text"] == text
    assert data["word_count"] == 712


def test_json_tells_the_origin_of_each_passage() -> None:
    data = json.loads(to_json(page_of()))
    origin = data["h1"]["origin"]
    assert (origin["kind"], origin["span"]) == ("copied", {"start": 0, "end": 1})
    assert origin["sha256"] == "e632b7095b0bf32c260fa4c539e9fd7b852d0de454e9be26f24d0d6f91d069d3"  # of «T»
    slot = data["blocks"][3]["passages"][0]["origin"]["slots"][0]
    assert (slot["name"], slot["source"][0]["start"], slot["source"][0]["end"], slot["statement"], slot["grammar"]["gender"]) == ("etiquette", 0, 4, 1, "f")
    assert len(slot["source"]) == 1 and len(slot["source"][0]["sha256"]) == 64
    assert slot["edits"] == [{"kind": "case", "rule": "initiale", "start": 0, "end": 1, "after": "L"}]
    assert data["blocks"][0]["heading"] is None and data["blocks"][2]["section"] == 0
    assert list(data)[:4] == ["schema_version", "source", "title_tag", "h1"]


def test_the_schema_refuses_what_is_not_a_page() -> None:
    schema = json.loads(SCHEMA_PATH.read_text(encoding="utf-8"))
    for change in ({"word_count": -1}, {"schema_version": "9"}, {"extra": 1}, {"blocks": [{}]}):
        data = json.loads(to_json(page_of())) | change
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(data, schema)


def test_every_form_is_stable_and_ends_with_one_newline() -> None:
    for publish in (to_json, to_markdown, to_html, to_fragment):
        once = publish(page_of())
        assert once == publish(page_of())
        assert once.endswith("\n") and not once.endswith("\n\n")


def test_the_name_of_the_source_is_not_published() -> None:
    page = page_of()
    named = replace(page, article=replace(page.article, name="/home/secret/article.txt"))
    for publish in (to_json, to_markdown, to_html, to_fragment):
        assert publish(named) == publish(page)


# ----------------------------------------------------------------------------------------------------------------------- files


def test_a_file_is_written_whole(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.md"
    write_atomically(path, "été\n")
    write_atomically(path, "hiver ’\r\n\u2028")
    assert path.read_bytes() == "hiver ’\r\n\u2028".encode()
    assert [found.name for found in tmp_path.iterdir()] == ["page.md"]


def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "page.md"
    path.write_text("ancien", encoding="utf-8")

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(Unwritable) as caught:
        write_atomically(path, "nouveau")
    assert "le disque est plein" in caught.value.finding.message and str(path) in caught.value.finding.message
    assert path.read_text(encoding="utf-8") == "ancien"
    assert [found.name for found in tmp_path.iterdir()] == ["page.md"]


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")
def test_a_device_is_written_to_and_its_fault_told() -> None:
    with pytest.raises(Unwritable, match="le disque est plein"):
        write_atomically("/dev/full", "texte")
    write_atomically("/dev/null", "texte")
    assert not os.path.isfile("/dev/null")


def test_places_that_cannot_be_written(tmp_path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "fichier").write_text("x", encoding="utf-8")
    for path, words in (
        (tmp_path, "c’est un dossier"),
        (tmp_path / "absent" / "a.md", "le dossier n’existe pas"),
        (tmp_path / "fichier" / "a.md", "n’est pas un dossier"),
        (tmp_path / ("a" * 300), "le nom est trop long"),
        (tmp_path / "a\0b", "écriture impossible"),
    ):
        with pytest.raises(Unwritable) as caught:
            write_atomically(path, "texte")
        assert words in caught.value.finding.message
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    if not os.access(closed, os.W_OK):  # root writes everywhere
        with pytest.raises(Unwritable, match="droit d’écriture"):
            write_atomically(closed / "a.md", "texte")


def test_a_link_is_followed_and_a_mode_kept(tmp_path) -> None:  # type: ignore[no-untyped-def]
    real = tmp_path / "real.md"
    real.write_text("x", encoding="utf-8")
    real.chmod(0o640)
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write_atomically(link, "neuf")
    assert link.is_symlink() and real.read_text(encoding="utf-8") == "neuf" and real.stat().st_mode & 0o777 == 0o640


def test_words_and_dates() -> None:
    assert count_words("L’été 2024\u00a0: 28\u202f000 – « oui » !") == 5
    assert count_words("") == 0
    assert french_date("2024-08-15") == "15\u00a0août\u00a02024"
