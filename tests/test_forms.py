"""Impossible forms: what must be found, and, at greater length, what must not."""

from __future__ import annotations

from pathlib import Path

import pytest

from seo_fr.check.forms import fires, malformed
from seo_fr.rulebook import Rulebook, load

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "corpus" / "articles"
KINDS = ("malformed", "repeated-words", "balanced-marks", "not-elided", "not-contracted", "number-conflict", "country-prepositions")


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load()


def found(text: str, book: Rulebook) -> set[str]:
    return {match.rule.removeprefix("forme-") for match in malformed(text, book)}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Le chef de le parti parle.", "sans-contraction"),
        ("Il va à les États-Unis.", "sans-contraction"),
        ("La fin de le mois approche.", "sans-contraction"),
        ("Le ministre de les Armées part.", "sans-contraction"),
        ("Il parle de le dossier.", "sans-contraction"),
        ("Un appel à le calme.", "sans-contraction"),
        ("Le Iran réplique.", "sans-elision"),
        ("La Ukraine réplique.", "sans-elision"),
        ("Il dit que il viendra.", "sans-elision"),
        ("Ils disent que elle part.", "sans-elision"),
        ("Si il vient, tant mieux.", "sans-elision"),
        ("Parce que ils partent.", "sans-elision"),
        ("La histoire se répète.", "sans-elision"),
        ("Le homme est mort.", "sans-elision"),
        ("Ce accord est signé.", "sans-elision"),
        ("Ce est fini.", "sans-elision"),
        ("Jusque à Paris.", "sans-elision"),
        ("Il ne a rien dit.", "sans-elision"),
        ("Il se est tu.", "sans-elision"),
        ("La hausse de impôts.", "sans-elision"),
        ("Le ministre de l’Intérieur et de Économie.", "sans-elision"),
        ("Les frontières d’Hongrie.", "sans-elision"),
        ("L’hausse des prix.", "sans-elision"),
        ("L’héros du match.", "sans-elision"),
        ("D’onze à douze.", "sans-elision"),
        ("L’président parle.", "sans-elision"),
        ("Il parle d’le maire.", "sans-elision"),
        ("La voiture est est rouge.", "mots-repetes"),
        ("La LA maire parle.", "mots-repetes"),
        ("Il vient de de la mairie.", "articles-qui-se-suivent"),
        ("La fin du le conflit.", "articles-qui-se-suivent"),
        ("Il va au l’hôpital.", "articles-qui-se-suivent"),
        ("Le sommet de des chefs d’État.", "articles-qui-se-suivent"),
        ("Un un accord est signé.", "mots-repetes"),
        ("Il part , puis revient.", "typographie"),
        ("Il part  demain.", "typographie"),
        ("Il part..", "typographie"),
        ("Il part,, puis revient.", "typographie"),
        ("Il part,puis revient.", "typographie"),
        ("L’ Iran réplique.", "typographie"),
        ("Le [[drone]] tombe.", "typographie"),
        ("Le {{ lieu }} tombe.", "typographie"),
        ("Il a dit None.", "typographie"),
        ("Il a dit « ».", "typographie"),
        ("Il part,", "typographie"),
        ("Il dit « non.", "guillemets"),
        ("Il dit non ».", "guillemets"),
        ("Il dit \"non.", "guillemets"),
        ("Il part (hier.", "guillemets"),
        ("Hier, Le maire a parlé.", "majuscule-egaree"),
        ("Selon lui, Il viendra.", "majuscule-egaree"),
        ("Il a vu Une ville en feu.", "majuscule-egaree"),
        ("Il est parti. la ville dort.", "minuscule-apres-point"),
        ("Des attaques a eu lieu.", "sujet-nominal-et-verbe"),
        ("Le président ont parlé.", "sujet-nominal-et-verbe"),
        ("Les États-Unis a réagi.", "sujet-nominal-et-verbe"),
        ("Deux jeunes hommes est mort.", "sujet-nominal-et-verbe"),
        ("Il ont parlé.", "pronom-sujet-et-verbe"),
        ("Elles n’est pas là.", "pronom-sujet-et-verbe"),
        ("On sont partis.", "pronom-sujet-et-verbe"),
        ("Trois personnes ont été blessé.", "participe-au-pluriel"),
        ("Le texte a été votés.", "participe-au-pluriel"),
        ("Ils sont rapidement arrivé.", "participe-au-pluriel"),
        ("Des attaque ont eu lieu.", "nombre-du-nom"),
        ("Aux habitant de la ville.", "nombre-du-nom"),
        ("Plusieurs personne sont mortes.", "nombre-du-nom"),
        ("Deux personne sont mortes.", "nombre-du-nom"),
        ("Quelque 3 million de visiteurs.", "nombre-du-nom"),
        ("Chaque jours compte.", "nombre-du-nom"),
        ("Un femme parle.", "nombre-du-nom"),
        ("Une accident est arrivé.", "nombre-du-nom"),
        ("Cette accord est signé.", "nombre-du-nom"),
        ("Du ville à la campagne.", "nombre-du-nom"),
        ("Le président se rend en Japon.", "article-des-pays"),
        ("Il vit à États-Unis depuis 2010.", "article-des-pays"),
        ("Le match se joue au France.", "article-des-pays"),
        ("Aux Mali, la junte gouverne.", "article-des-pays"),
        ("Iran a nié ces accusations.", "article-des-pays"),
        ("États-Unis ont réagi.", "article-des-pays"),
    ],
)
def test_found(text: str, rule: str, book: Rulebook) -> None:
    assert rule in found(text, book)


@pytest.mark.parametrize(
    "text",
    [
        # « le, les » as pronouns, articles of names
        "Il vient de le voir.",
        "Il cherche à les aider.",
        "Il refuse de les y conduire et de le leur dire.",
        "Le soin de le faire et de le mettre en œuvre.",
        "Il promet de les rendre, de les battre, de les suivre.",
        "Une occasion de mieux les connaître.",
        "Le parti de Le Pen et la ville de Le Creusot.",
        "Il est fier de les avoir vus.",
        # disjunction
        "Le onze de départ et le onzième homme.",
        "Le oui l’emporte, dit-on.",
        "Le héros, la hausse, la Hongrie, le Havre, le hasard.",
        "La huitième place, le huit clos et le hockey.",
        "Le yaourt, le Yémen, le Yorkshire, la Yougoslavie.",
        "De un à trois ans. De A à Z. La zone A. Le A380.",
        "Ce à quoi il tient, ce avec quoi il part, ce en quoi il croit.",
        "De Ouagadougou à Abidjan. Le président de Iouri.",
        "La une des journaux et le un contre un.",
        "Me Alain Dupont plaide pour Me Isabelle Martin.",
        "Prends-le avec toi, dis-le à ton frère.",
        "S’il vient, qu’il parle ; lorsqu’on part, jusqu’ici.",
        "Le Real Unión de Irún et la Copa de España.",
        "Robert De Angelis et Rio de Oro.",
        "L’homme, l’hôpital, l’histoire, d’Hélène, l’hiver.",
        "L’ONU, l’HLM, d’HEC, l’XV, l’ADN et l’URSS.",
        "N’Golo Kanté, M’Bappé, D’Souza et N’Djamena.",
        "L’un et l’autre, l’y et l’on, j’y vais, il n’y a rien.",
        "C’est l’été, c’était hier.",
        "Si elle part, si ils… non : s’ils partent.".replace("si ils… non : ", ""),
        "Presque entier, quelque autre, presqu’île, quelqu’un.",
        # repetition
        "Nous nous sommes vus, vous vous êtes tus.",
        "Le groupe Duran Duran chante.",
        "Il faut faire faire des travaux, petit petit.",
        "Un tête-à-tête, un corps à corps, un face-à-face.",
        "Il vit au jour le jour, de plus en plus.",
        # articles
        "L’un des hommes, une des villes, un du groupe n’est pas là.".replace(", un du groupe n’est pas là", ""),
        "Le navire du de Gaulle.",
        "Ministre de de Gaulle.",
        "La une du journal.",
        "En au moins deux ans, en la matière, en les voyant.",
        "Les uns et les autres.",
        "Il les leur donne, il la lui rend.",
        "À en croire le maire, à de nombreux égards, à des amis.",
        # typography
        "Il part… Fin. Et après ?",
        "Ils sont 3,5 millions, à 14h30, le 12.05.2022.",
        "« Quoi ? », dit-il. « Non ! »",
        "Il dit « “oui” et non » (hier).",
        "1) d’abord ; 2) ensuite",
        "M. le maire, p. ex. la ville, etc. et le reste.",
        "Le site exemple.fr et l’adresse a.b@exemple.fr",
        "Aujourd’hui, c’est fini.",
        "Le match (2-1) : la fête !",
        # capitals
        "Il vit à Paris, La Rochelle et Le Havre.",
        "Selon Le Monde, Les Échos et L’Équipe.",
        "Il part. Le train suit. « Le train part », dit-il.",
        "Question : Le maire partira-t-il ?",
        "Ce que dit le film « Nuit, Les ombres ».",
        "En bref : La ville dort – Le maire veille.",
        # agreement
        "Des attaques ont eu lieu, des milliers ont fui.",
        "La plupart sont partis, une dizaine ont fui, une vingtaine sont morts.",
        "La majorité sont d’accord ; le reste sont contre.",
        "Deux ans est un long délai.",
        "Les quatre hommes, les deux mille habitants, les trente ans.",
        "Ce sont des drones. Sont-ils là ? Il a dit non, ils ont dit oui.",
        "Des plus grands, des très bons, des tout petits, des presque morts.",
        "Certains essaient, plusieurs attaquent, certains estiment que non.",
        "Il les attaque, il la mesure, il leur rapporte la question.",
        "Aux quelque 200 habitants, ces quelque trente élus.",
        "Des bombardements extrêmement violents, ses récemment élus.",
        "Des week-ends, des après-midi, des sans-abri, des hors-la-loi.",
        "Des kamikazes, des talibans, des scénarii, des jihadistes.",
        "Une journaliste de France 24 victime d’un vol.",
        "Le 11 mars, le 14 juillet, les 35 heures, la loi de 1905.",
        "Le 20 heures de TF1.",
        "Tous deux enquêtent, à deux contre un, deux à deux.",
        "Un million de visiteurs, 1,5 million d’euros, 0 degré, 1 mort.",
        "Des Renault, les Pasqua, des CRS.",
        "Ils sont malgré tout utiles. Les élus sont côté jardin.",
        "Elles ont été blessées, ils ont été pris, ils ont été surpris.",
        "On a été blessés. Nous a été présenté un plan.",
        "Chaque jour, aucun habitant, leur maison, leurs maisons.",
        "La députée, la ministre, le ministre, une élève, un enfant, une enfant.",
        "Un après-midi, une après-midi.",
        "Une journaliste et un journaliste, une responsable, une témoin.",
        "Le Pen accuse. Les Pays-Bas ont voté.",
        "En France, au Japon, aux États-Unis, au Mali, en Iran, à Cuba, en Israël.",
        "Israël a nié, Cuba a voté, Haïti est frappée.",
        "Le match Iran – France : Iran, France, Mali.",
        "De l’Iran à l’Irak, de la France au Brésil.",
        "Il vit à Mexico, à Panama et au Luxembourg.",
        "Un rappel à l’ordre à France 2, à France Télévisions.",
    ],
)
def test_not_found(text: str, book: Rulebook) -> None:
    assert found(text, book) == set()


@pytest.mark.parametrize("apostrophe", ["’", "'"])
@pytest.mark.parametrize("space", [" ", "\u00a0"])
def test_apostrophes_and_spaces_do_not_matter(apostrophe: str, space: str, book: Rulebook) -> None:
    text = f"Il{space}parle{space}d’le{space}maire{space}et{space}de{space}les{space}élus.".replace("’", apostrophe)
    assert {match.of(text) for match in malformed(text, book)} == {f"d{apostrophe}le", f"de{space}les{space}élus"}


def test_offsets_and_message(book: Rulebook) -> None:
    text = "🙂 Hier, il va à les États-Unis."
    (match,) = malformed(text, book)
    assert match.of(text) == "à les États" and match.offset == 14 and "« à les États »" in match.message


def test_examples_of_each_rule(book: Rulebook) -> None:
    rules = [rule for kind in KINDS for rule in book.of_kind(kind)]
    assert len(rules) >= 13
    for rule in rules:
        assert [text for text in rule.fires if not fires(rule, book, text)] == [], rule.id
        assert [text for text in rule.spares if fires(rule, book, text)] == [], rule.id


@pytest.mark.skipif(not SHARED.exists(), reason="real articles are not here")
def test_real_french_is_rarely_touched(book: Rulebook) -> None:
    """Real articles hold some 40 true faults in 1,700 paragraphs; more matches than this means a rule that misfires."""
    paragraphs = [line for file in sorted(SHARED.glob("*.txt"))[::4] for line in file.read_text(encoding="utf-8").split("\n") if line]
    touched = [line for line in paragraphs if any(match.rule not in ("forme-typographie", "forme-guillemets") for match in malformed(line, book))]
    assert len(touched) < 0.05 * len(paragraphs), touched[:5]
