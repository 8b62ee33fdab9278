"""Reading: every form and encoding gives the same article; title, byline, dateline, subheadings and lists by rule; the body is whole."""

from __future__ import annotations

import html
import textwrap
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seo_fr.errors import Refused
from seo_fr.model import Article
from seo_fr.read import read_bytes, read_path, read_text
from seo_fr.read.assemble import is_byline, is_dateline_alone, iso_date, looks_like_heading, looks_like_title
from seo_fr.read.language import detect
from seo_fr.read.normalise import normalise

PARAGRAPH = (
    "Le conseil municipal a voté hier soir la fermeture de la piscine, après trois heures d’un débat tendu entre la majorité et l’opposition. "
    "Le maire a promis que les travaux commenceraient avant l’été."
)
SECOND = "Les associations de parents demandent « un vrai calendrier » et craignent que le chantier ne dure plus d’un an, comme celui de la médiathèque."
TITLE = "La piscine municipale fermera en mars"


def bodies(article: Article) -> list[str]:
    return [paragraph.span.of(article.text) for paragraph in article.paragraphs]


def title(article: Article) -> str | None:
    return article.title.of(article.text) if article.title is not None else None


def shape(article: Article) -> list[tuple[str, int, str, str]]:
    return [(paragraph.kind, paragraph.level, paragraph.marker, paragraph.span.of(article.text)) for paragraph in article.paragraphs]


def assert_whole(article: Article) -> None:
    """Title, byline, dateline line and paragraphs cover all that is not space, in order, without overlap."""
    spans = [paragraph.span for paragraph in article.paragraphs]
    lines = [span for span in (article.title, article.byline, article.dateline) if span is not None and not any(p.covers(span) for p in spans)]
    ordered = sorted(spans + lines)
    assert spans == sorted(spans)
    for first, second in pairwise(ordered):
        assert first.end <= second.start
    # A dateline of two lines («Publié le…», «Mis à jour le…») has a blank line inside it.
    covered = "".join("".join(span.of(article.text).split()) for span in ordered)
    assert covered == "".join(article.text.split())
    assert article.text == unicodedata.normalize("NFC", article.text)


# ------------------------------------------------------------------------------------------------------------------ encodings


@pytest.mark.parametrize(
    ("encode", "warns"),
    [
        (lambda text: text.encode("utf-8"), ""),
        (lambda text: text.encode("utf-8-sig"), ""),
        (lambda text: text.encode("utf-16"), ""),
        (lambda text: b"\xff\xfe" + text.encode("utf-16-le"), ""),
        (lambda text: b"\xfe\xff" + text.encode("utf-16-be"), ""),
        (lambda text: text.encode("utf-32"), ""),
        (lambda text: text.encode("utf-16-le"), "UTF-16-LE"),
        (lambda text: text.encode("utf-16-be"), "UTF-16-BE"),
        (lambda text: text.encode("cp1252"), "Windows-1252"),
        (lambda text: text.replace("\n", "\r\n").encode(), ""),
        (lambda text: text.replace("\n", "\r").encode(), ""),
        (lambda text: text.replace("\n", "\u2028").encode(), ""),
        (lambda text: text.replace("\n\n", "\u2029").encode(), ""),
        (lambda text: text.replace("\n\n", "\x0c").encode(), ""),
        (lambda text: unicodedata.normalize("NFD", text).encode(), ""),
        (lambda text: text.replace("piscine", "pis\u00adcine").replace("maire", "mai\u200bre").encode(), ""),
        (lambda text: text.replace(" ", "  ").encode(), ""),
        (lambda text: text.replace(" ", "\t").encode(), ""),
        (lambda text: ("\n\n \n" + text + "  \n\n").encode(), ""),
    ],
)
def test_every_encoding_and_line_end_gives_the_same_article(encode, warns) -> None:  # type: ignore[no-untyped-def]
    source = f"{TITLE}\n\n{PARAGRAPH}\n\n{SECOND}"
    article = read_bytes(encode(source), "a.txt")
    assert (title(article), bodies(article)) == (TITLE, [PARAGRAPH, SECOND])
    assert [finding.actual for finding in article.findings] == ([warns] if warns else [])


def test_latin_1_and_latin_9_are_told_from_windows_1252() -> None:
    text = "Le maire a été élu hier à la tête de la communauté de communes, sans surprise."
    assert read_bytes(text.encode("latin-1"), "-").findings[0].actual == "ISO-8859-1 (Latin-1)"
    latin9 = read_bytes(("Le cœur de la ville a été fermé. " + text).encode("iso8859-15"), "-")
    assert latin9.findings[0].actual == "ISO-8859-15 (Latin-9)"
    assert "cœur" in latin9.text


def test_emoji_sequences_stay_whole_and_direction_marks_go() -> None:
    family = "👨\u200d👩\u200d👧"
    article = read_text(f"Le maire a publié {family} sur son compte\u202e hier soir, et la ville s’en est amu\u200dsée.")
    assert family in article.text
    assert "\u202e" not in article.text and "amusée" in article.text


def test_control_and_private_characters_are_dropped_with_a_warning() -> None:
    article = read_text(PARAGRAPH.replace("piscine", "pis\x07cine").replace("maire", "mai\ue001re"))
    assert bodies(article) == [PARAGRAPH]
    assert {finding.rule for finding in article.findings} == {"caracteres-de-controle", "caracteres-prives"}


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    try:
        once, _ = normalise(text, "-")
    except Refused:
        return
    assert normalise(once, "-")[0] == once


# ----------------------------------------------------------------------------------------------------------------------- title


@pytest.mark.parametrize(
    "line",
    [
        TITLE,
        "Ukraine. Les négociations reprennent à Genève",
        "« On n’en peut plus » : les soignants dans la rue",
        "Qui a tué le maire ?",
        "Incendie à Lens : trois blessés, un suspect arrêté",
        "Le budget 2024 adopté à 3 h du matin",
        "Football : le club local s’impose 3-0",
        "POLITIQUE – Le maire de Lens s’en va",
        "# " + TITLE,
    ],
)
def test_a_title_line_is_recognised(line: str) -> None:
    article = read_text(f"{line}\n\n{PARAGRAPH}\n\n{SECOND}")
    assert title(article) == line.removeprefix("# ")
    assert bodies(article) == [PARAGRAPH, SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Le maire a démissionné hier soir.",
        "Le maire a démissionné. Son adjoint le remplace",
        "Trois mesures sont prévues :",
        "– Vous partez ?",
        "et la suite de la phrase d’avant",
        "Le maire a déclaré : « Je pars. »",
        "x" * 151,
        "PARIS, 12 mars (AFP) – Le maire est parti",
    ],
)
def test_a_first_paragraph_is_no_title(line: str) -> None:
    article = read_text(f"{line}\n\n{PARAGRAPH}\n\n{SECOND}")
    assert article.title is None
    assert bodies(article)[0] == line


def test_a_title_without_a_blank_line_needs_longer_lines_below() -> None:
    assert title(read_text(f"{TITLE}\n{PARAGRAPH}\n{SECOND}")) == TITLE
    assert read_text(f"{PARAGRAPH}\n{SECOND}").title is None


def test_a_title_may_stand_below_a_date_line() -> None:
    article = read_text(f"Publié le 12 mars 2024 à 10 h 30\n\n{TITLE}\n\n{PARAGRAPH}")
    assert title(article) == TITLE and bodies(article) == [PARAGRAPH]
    assert article.get("date") == "2024-03-12"


def test_a_forced_title_replaces_or_matches_or_precedes() -> None:
    source = f"{TITLE}\n\n{PARAGRAPH}"
    replaced = read_text(source, title="Piscine : fermeture votée")
    assert (title(replaced), bodies(replaced)) == ("Piscine : fermeture votée", [PARAGRAPH])
    assert [finding.rule for finding in replaced.findings] == ["titre-remplace"]
    same = read_text(source, title=f" {TITLE} ")
    assert (title(same), bodies(same), same.findings) == (TITLE, [PARAGRAPH], ())
    # A full sentence is no title by rule, but the user may say that it is.
    forced = read_text(f"Le maire s’en va.\n\n{PARAGRAPH}", title="Le maire s'en va.")
    assert (title(forced), bodies(forced)) == ("Le maire s’en va.", [PARAGRAPH])
    added = read_text(PARAGRAPH, title=TITLE)
    assert (title(added), bodies(added)) == (TITLE, [PARAGRAPH])
    assert read_text(source, title="  ").title is not None


# ------------------------------------------------------------------------------------------------------------------ paragraphs


def test_hard_wrapped_text_is_joined_with_and_without_blank_lines() -> None:
    wrapped, other = textwrap.fill(PARAGRAPH, 72), textwrap.fill(SECOND, 72)
    assert bodies(read_text(f"{TITLE}\n\n{wrapped}\n\n{other}\n")) == [PARAGRAPH, SECOND]
    assert bodies(read_text(f"{wrapped}\n{other}\n")) == [PARAGRAPH, SECOND]


def test_sentences_cut_by_page_breaks_or_double_spacing_are_made_whole() -> None:
    cut = PARAGRAPH.replace("tendu entre", "tendu\x0centre")
    assert bodies(read_text(f"{TITLE}\n\n{cut}\n\n{SECOND}")) == [PARAGRAPH, SECOND]
    doubled = read_text("\n\n".join(textwrap.wrap(f"{PARAGRAPH} {SECOND}", 60)))
    assert doubled.title is None
    assert " ".join(bodies(doubled)) == f"{PARAGRAPH} {SECOND}"


def test_strong_marks_go_only_where_headings_are_marked() -> None:
    chapo = "Un chapô en gras, qui est une phrase entière."
    assert bodies(read_text(f"# {TITLE}\n\n**{chapo}**\n\n{PARAGRAPH}"))[0] == chapo
    assert bodies(read_text(f"{TITLE}\n\n**{chapo}**\n\n{PARAGRAPH}"))[0] == f"**{chapo}**"


def test_a_line_is_a_paragraph_where_nothing_is_wrapped() -> None:
    short = "Le vote a eu lieu à huis clos."
    assert bodies(read_text(f"{PARAGRAPH}\n{short}\n{SECOND}")) == [PARAGRAPH, short, SECOND]


def test_subheadings_lists_and_rules() -> None:
    source = f"{TITLE}\n\n{PARAGRAPH}\n\nUn chantier contesté\n\n{SECOND}\n\n- un bassin couvert\n• un pataugeoire\n\n***\n\n1. ouvrir\n2. fermer\n\n1986. Une année noire.\n\n## Et après ?\n{SECOND}"
    assert shape(read_text(source)) == [
        ("prose", 0, "", PARAGRAPH),
        # Where the source marks its headings, an unmarked short line is none.
        ("prose", 0, "", "Un chantier contesté"),
        ("prose", 0, "", SECOND),
        ("item", 0, "", "un bassin couvert"),
        ("item", 0, "", "un pataugeoire"),
        ("item", 0, "1", "ouvrir"),
        ("item", 0, "2", "fermer"),
        ("prose", 0, "", "1986. Une année noire."),
        ("heading", 2, "", "Et après ?"),
        ("prose", 0, "", SECOND),
    ]


def test_unmarked_subheadings_stand_alone_before_longer_text() -> None:
    article = read_text(f"{PARAGRAPH}\n\nUn chantier contesté\n\n{SECOND}\n\nMartin\nDurand\nLefèvre\n\n{SECOND}\n\nJean Martin")
    assert [text for kind, _, _, text in shape(article) if kind == "heading"] == ["Un chantier contesté"]
    assert "Durand" in bodies(article) and bodies(article)[-1] == "Jean Martin"


def test_byline_and_dateline_lines_are_not_paragraphs() -> None:
    article = read_text(f"{TITLE}\n\nPar Jeanne Martin\n\nLens, le 12 mars 2024\n\n{PARAGRAPH}")
    assert bodies(article) == [PARAGRAPH]
    assert article.byline is not None and article.byline.of(article.text) == "Par Jeanne Martin"
    assert article.dateline is not None and article.dateline.of(article.text) == "Lens, le 12 mars 2024"
    assert_whole(article)


@pytest.mark.parametrize(
    "opening",
    [
        "PARIS, 12 mars (AFP) –",
        "Lille (Nord), le 3 mai —",
        "(AFP) -",
        "SAINT-DENIS –",
        "Le Havre, 1er avril 2023 –",
        "Aix-en-Provence, lundi 4 mai (Reuters) –",
    ],
)
def test_a_dateline_that_opens_a_paragraph_stays_in_it(opening: str) -> None:
    article = read_text(f"{TITLE}\n\n{opening} {PARAGRAPH}")
    assert bodies(article) == [f"{opening} {PARAGRAPH}"]
    assert article.dateline is not None and article.dateline.of(article.text) == opening


@pytest.mark.parametrize(
    ("line", "byline", "dateline"),
    [
        ("Par Jeanne Martin", True, False),
        ("Par Jeanne Martin et Paul Le Goff", True, False),
        ("De notre correspondante à Lyon", True, False),
        ("Propos recueillis par Anne de La Tour", True, False),
        ("La rédaction avec AFP", True, False),
        ("Par ailleurs, le maire a démissionné.", False, False),
        ("De notre côté, rien ne change", False, False),
        ("Par exemple à Lens", False, False),
        ("Paris, 12 mars (AFP)", False, True),
        ("Le 12 mars 2024", False, True),
        ("Mis à jour le 12/03/2024 à 18h05", False, True),
        ("Le maire a été élu le 12 mars 2024", False, False),
        ("Élections : le scrutin fixé au 12 mars 2024", False, False),
        ("Publié au Journal officiel, le décret fixe au 12 mars la date de la rentrée.", False, False),
    ],
)
def test_byline_and_dateline_rules(line: str, byline: bool, dateline: bool) -> None:
    assert (is_byline(line), is_dateline_alone(line)) == (byline, dateline)


def test_heading_rule() -> None:
    assert looks_like_heading("Un chantier contesté") and looks_like_heading("Que va-t-il se passer ?")
    for line in ("Le maire part.", "« On ferme » !", "– Oui", "Trois mesures :", "et puis", "x " * 60, "https://exemple.fr", "12"):
        assert not looks_like_heading(line), line
    assert not looks_like_title("12 345")


def test_title_with_its_topic_before_a_stop() -> None:
    assert looks_like_title("Cour d’assises de l’Orvanne. « Je n’y étais pas, je le dirai encore »")
    for line in ("Il pleut sur la ville. Le maire attend", "Rien. Le maire attend. Le préfet aussi", "Cour d’assises. Le verdict est tombé."):
        assert not looks_like_title(line), line


def test_dates() -> None:
    assert [
        iso_date(text)
        for text in (
            "2024-03-01T10:00:00Z",
            "12/03/2024",
            "1er août 2024",
            "12 sept. 2023",
            "31 février 2024",
            "hier",
            "12 mars",
            "5 jui 2024",
        )
    ] == [
        "2024-03-01",
        "2024-03-12",
        "2024-08-01",
        "2023-09-12",
        "",
        "",
        "",
        "",
    ]


# -------------------------------------------------------------------------------------------------------------------- Markdown


def test_markdown() -> None:
    source = textwrap.dedent(
        f"""\
        ---
        title: Un autre titre
        date: 12 mars 2024
        id: piscine-1
        tags: [sport, ville]
        draft: no
        heure: 12:30
        ---

        # {TITLE}

        {PARAGRAPH.replace("trois heures", "**trois** *heures*").replace("débat", "[débat](http://exemple.fr/a_b)")}

        ## Le `chantier`

        * un bassin
        * un pataugeoire

          avec toboggan

        3. trois
        4. quatre

        > {SECOND}

        1986. Une année noire.

            {SECOND}

        Fin<br>de ligne &amp; <b>suite</b>.
        """
    )
    article = read_bytes(source.encode(), "a.md")
    assert title(article) == TITLE
    assert dict(article.metadata) == {
        "date": "2024-03-12",
        "draft": "no",
        "heure": "12:30",
        "id": "piscine-1",
        "tags": "sport, ville",
        "title": "Un autre titre",
    }
    assert shape(article) == [
        ("prose", 0, "", PARAGRAPH),
        ("heading", 2, "", "Le chantier"),
        ("item", 0, "", "un bassin"),
        ("item", 0, "", "un pataugeoire"),
        ("item", 0, "", "avec toboggan"),
        ("item", 0, "3", "trois"),
        ("item", 0, "4", "quatre"),
        ("prose", 0, "", SECOND),
        ("prose", 0, "", "1986. Une année noire."),
        ("prose", 0, "", SECOND),
        ("prose", 0, "", "Fin"),
        ("prose", 0, "", "de ligne & suite."),
    ]
    assert_whole(article)


def test_front_matter_gives_the_title_where_the_text_has_none_and_works_in_plain_text() -> None:
    source = f"---\ntitre: {TITLE}\ndate: l’an dernier\nurl: exemple\n---\n{PARAGRAPH}\n"
    for name in ("a.md", "a.txt", "-"):
        article = read_bytes(source.encode(), name)
        assert (title(article), bodies(article)) == (TITLE, [PARAGRAPH])
        assert [finding.rule for finding in article.findings] == ["date-illisible", "adresse-illisible"]


def test_bold_paragraphs_are_subheadings() -> None:
    article = read_bytes(f"# {TITLE}\n\n{PARAGRAPH}\n\n**Un chantier contesté**\n\n{SECOND}\n".encode(), "a.md")
    assert [kind for kind, _, _, _ in shape(article)] == ["prose", "heading", "prose"]


# ------------------------------------------------------------------------------------------------------------------------ HTML

PAGE = f"""<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"><title>{TITLE} - Le Journal</title>
<link rel="canonical" href="https://exemple.fr/piscine"><meta property="og:title" content="{TITLE}">
<script type="application/ld+json">{{"@graph": [{{"@type": "NewsArticle", "datePublished": "2024-03-12T08:00:00+01:00", "author": [{{"name": "Jeanne Martin"}}]}}]}}</script>
<style>p {{ color: red }}</style></head><body><nav><p>Accueil</p></nav><header>Le Journal</header>
<article><h1>{TITLE}</h1><p class="byline">Par Jeanne Martin</p><script>alert("non")</script>
<p>{PARAGRAPH.replace("trois heures", "<b>trois</b> <a href='/x'>heures</a><sup>[1]</sup>")}</p>
<figure><img src="a.jpg" alt="piscine"><figcaption>Photo DR</figcaption></figure>
<h2>Un chantier<br>contesté</h2><p hidden>caché</p><div style="display: none">caché</div><div aria-hidden="true">caché</div>
<p>Un<!-- note --> mot, <q>deux mots</q> le 1<sup>er</sup> mai.<br>Une autre ligne.
<ul><li>un bassin<li>deux bassins<ol start="3"><li>trois</ol></ul>
<aside>Publicité</aside><p><a href="/y">Lire aussi : autre chose</a></p><form>Votre avis</form><div>Texte nu, pis&shy;cine &amp; bassin.</div></article>
<footer>Mentions</footer></body></html>"""


def test_html() -> None:
    article = read_bytes(PAGE.encode(), "a.html")
    assert title(article) == TITLE
    assert shape(article) == [
        ("prose", 0, "", PARAGRAPH),
        ("heading", 2, "", "Un chantier contesté"),
        ("prose", 0, "", "Un mot, «\u00a0deux mots\u00a0» le 1er mai."),
        ("prose", 0, "", "Une autre ligne."),
        ("item", 0, "", "un bassin"),
        ("item", 0, "", "deux bassins"),
        ("item", 0, "3", "trois"),
        ("prose", 0, "", "Texte nu, piscine & bassin."),
    ]
    assert article.byline is not None and article.byline.of(article.text) == "Par Jeanne Martin"
    assert (article.get("date"), article.get("author"), article.get("url"), article.get("lang")) == (
        "2024-03-12",
        "Jeanne Martin",
        "https://exemple.fr/piscine",
        "fr",
    )
    assert_whole(article)
    # The same page is recognised on standard input.
    assert read_bytes(PAGE.encode(), "-").text == article.text


def test_html_without_h1_or_article_takes_main_and_the_title_element() -> None:
    source = f"<title>{TITLE}</title><body><p>Menu du journal</p><main><p>{PARAGRAPH}<p>{SECOND}</main>"
    article = read_bytes(source.encode("cp1252"), "a.htm")
    assert (title(article), bodies(article)) == (TITLE, [PARAGRAPH, SECOND])
    plain = read_bytes(f"<p>{PARAGRAPH}</p><p>{SECOND}</p>".encode(), "-")
    assert (plain.title, bodies(plain)) == (None, [PARAGRAPH, SECOND])


def test_text_that_speaks_of_tags_stays_text() -> None:
    source = "Le site affichait « <script>alert(1)</script> » hier soir, et la mairie a porté plainte."
    assert bodies(read_text(source)) == [source]


# ------------------------------------------------------------------------------------------------------------------- properties

_LETTERS = st.sampled_from("abcdefghijlmnoprstuvéèàçœ")
_WORD = st.text(_LETTERS, min_size=1, max_size=12)
_MARK = st.sampled_from([".", " ?", " !", "…", "", ",", ":", " »", ".)", "’"])
_LINE = st.builds(lambda words, mark: " ".join(words).capitalize() + mark, st.lists(_WORD, min_size=1, max_size=25), _MARK)
_PREFIX = st.sampled_from(["", "", "", "PARIS, 12 mars (AFP) – ", "Par ", "Le 12 mars 2024 ", "– ", "« ", "Publié le 3 mai 2020 "])
_BREAK = st.sampled_from(["\n", "\n\n", "\r\n", "\n \n\n", "\u2028", "\x0c"])


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=150)
@given(st.lists(st.tuples(_PREFIX, _LINE, _BREAK), max_size=12), st.booleans())
def test_the_body_is_whole_and_in_order(parts: list[tuple[str, str, str]], first: bool) -> None:
    drawn = "".join(prefix + line + end for prefix, line, end in parts)
    scaffold = f"{PARAGRAPH} {SECOND} {PARAGRAPH} {SECOND} " * 8
    source = f"{drawn}\n\n{scaffold}" if first else f"{scaffold}\n\n{drawn}"
    article = read_text(source)
    assert "".join(article.text.split()) == "".join(normalise(source, "-")[0].split())
    assert_whole(article)


@settings(deadline=None, max_examples=60)
@given(st.lists(_LINE, max_size=8))
def test_html_and_markdown_keep_every_paragraph(lines: list[str]) -> None:
    wanted = "".join("".join([TITLE, PARAGRAPH, SECOND, *lines]).split())
    page = "".join(f"<p>{html.escape(line)}</p>" for line in (PARAGRAPH, SECOND, *lines))
    for article in (
        read_text(f"<h1>{TITLE}</h1>{page}", form="html"),
        read_text("\n\n".join([f"# {TITLE}", PARAGRAPH, SECOND, *lines]), form="markdown"),
    ):
        assert "".join(article.text.split()) == wanted
        assert_whole(article)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=400), st.sampled_from(["-", "a.txt", "a.md", "a.html"]), st.booleans())
def test_any_bytes_are_read_or_refused(data: bytes, name: str, french: bool) -> None:
    text = f"{PARAGRAPH}\n\n".encode()
    try:
        article = read_bytes(text + data + text if french else data, name)
    except Refused as refused:
        assert refused.finding.message and refused.finding.severity == "error"
    else:
        assert_whole(article)


# --------------------------------------------------------------------------------------------------------------------- language


@pytest.mark.parametrize(
    "text",
    [
        "Le président a démissionné.",
        "Trois blessés dans un accident à Lens.",
        "Météo : neige et verglas attendus dans le nord du pays.",
        "« We will win this fight », a déclaré le ministre, avant d’ajouter : « The people are with us. »",
        "Les résultats sont tombés dans la nuit.",
    ],
)
def test_short_french_is_french(text: str) -> None:
    assert detect(text).is_french


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president of the Republic said on Friday that he will resign from his office.", "en"),
        ("El presidente de la República dijo el viernes que dimitirá de su cargo.", "es"),
        ("Il presidente della Repubblica ha detto venerdì che si dimetterà dal suo incarico.", "it"),
        ("O presidente da República disse na sexta-feira que vai renunciar ao cargo.", "pt"),
        ("Der Präsident der Republik sagte am Freitag, dass er zurücktreten werde.", "de"),
        ("De president van de Republiek zei vrijdag dat hij zal aftreden.", "nl"),
        ("El president de la República ha anunciat divendres que deixarà el càrrec a final d'any.", "ca"),
        ("Lo president de la Republica a anonciat divendres que va daissar son mandat a la fin de l'annada.", "oc"),
        ("Președintele țării a spus vineri că va demisiona din funcție până la sfârșitul anului.", "ro"),
    ],
)
def test_neighbours_are_told_from_french(text: str, language: str) -> None:
    assert detect(text).language == language


def test_a_foreign_paragraph_in_a_french_article_is_a_warning() -> None:
    english = "The people of this city have waited for years, and they will not accept that the pool is closed for another summer, said the letter."
    article = read_text(f"{PARAGRAPH}\n\n{english}\n\n{SECOND}")
    assert [finding.rule for finding in article.findings] == ["paragraphe-etranger"]
    assert bodies(article)[1] == english


def test_a_path_and_its_bytes_give_the_same(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "a.txt"
    path.write_text(f"{TITLE}\n\n{PARAGRAPH}", encoding="utf-8")
    assert read_path(path) == read_path(str(path)) == read_bytes(path.read_bytes(), "a.txt")
