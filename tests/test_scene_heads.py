"""Head and description of an article that opens on a scene: they come from the sentence of news; on invented sentences."""

from __future__ import annotations

from seo_fr.propose.described import goes_on
from seo_fr.propose.tell import Source, Telling
from seo_fr.propose.untitled import news_index, opening_sentences
from tests.articles import understood

SCENE = "Sur le quai, ils sont une vingtaine à fixer le panneau. « Service perturbé. » Merci bien. Pour le cinquième jour d’affilée, les conducteurs du réseau Valtram ont cessé le travail hier. La direction recevra les syndicats lundi. Une reprise partielle serait demandée. Paul Devos pousse du pied une motte de terre. Dormir n’est pas le mot."


def _telling(text: str, sentence: str) -> tuple[Source, Telling]:
    source = understood(text)
    index = next(i for i, one in enumerate(source.analysis.sentences) if one.span.of(source.text).startswith(sentence))
    span = source.analysis.sentences[index].span
    return source, Telling(span, (), span.of(source.text), tuple(clause.id for clause in source.clauses_of.get(index, ())), index, 0)


def test_the_news_stands_behind_the_scene() -> None:
    source = understood(SCENE)
    index = news_index(source)
    assert source.analysis.sentences[index].span.of(source.text).startswith("Pour le cinquième jour")
    assert opening_sentences(source) == (index,)
    plain_lede = understood("Le conseil municipal de Belmont a adopté lundi le budget de la commune pour 2024. Le maire s’en félicite.")
    assert news_index(plain_lede) == plain_lede.first_sentence


def test_what_goes_on_about_the_news() -> None:
    first = "Les conducteurs du réseau Valtram ont cessé le travail hier."
    for sentence, wanted in (("La direction recevra", True), ("Une reprise", False), ("Paul Devos pousse", False), ("Dormir", False)):
        source, telling = _telling(SCENE, sentence)
        assert goes_on(source, first, telling) is wanted, sentence
