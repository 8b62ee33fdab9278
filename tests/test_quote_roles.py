"""Who speaks where the name stands elsewhere: roles, bodies, documents, tags of any verb, quotes left alone in a paragraph."""

from __future__ import annotations

import pytest

from seo_fr.analyse import analyse
from seo_fr.read import read_text


def heard(body: str, title: str = "Le titre de cet article") -> list[tuple[str, str]]:
    """The name and the words of the speaker of each quote."""
    found = analyse(read_text(title + "\n\n" + body + "\n\nIl a plu toute la matinée sur la ville.\n"))
    text = found.article.text
    names = {entity.id: entity.name.of(text) for entity in found.entities}
    return [(names.get(quote.speaker, "") if quote.speaker is not None else "", quote.speaker_span.of(text) if quote.speaker_span else "") for quote in found.quotes]


def cues(body: str) -> list[str]:
    """The cues of the statements."""
    found = analyse(read_text("Le titre de cet article\n\n" + body + "\n"))
    return [one.cue.of(found.article.text) for one in found.statements]


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Enzo Marchal courait devant sa famille. « Ma grand-mère était là avec un thermos », rigole-t-il.", "Enzo Marchal"),
        ("« Et moi, je fais quoi ? » s’énerve Claire Morel, agente d’entretien.", "Claire Morel"),
        ("« Nous avons voulu faire simple, résume le professeur Paul Martin, neurologue à Lens. Il y a deux cents praticiens. »", "Paul Martin"),
        ("Claire Morel n’attend pas la suite. À 23 heures, personne n’était parti. « C’est notre problème, dit-elle. On n’est jamais pressés. »", "Claire Morel"),
        ("Le favori, Paul Martin, a payé ses efforts. « J’ai eu froid. Je n’arrivais plus à freiner », regrette ce dernier.", "Paul Martin"),
        ("Me Claire Morel laisse passer un silence. L’avocate s’attaque ensuite à l’expertise : « Mon client a prêté cette fourche en juin. »", "Claire Morel"),
        ("« C’est un abus », a réagi Paul Martin, délégué syndical. Selon lui, deux machines auraient été transférées en Hongrie, « sous couvert de travaux ».", "Paul Martin"),
        ("Pour Paul Martin, « ce vote est une victoire ». Le porte-parole du collectif se félicite que « le texte ait ouvert un débat ».", "Paul Martin"),
        ("Claire Morel a fait part de sa « vive émotion ».", "Claire Morel"),
    ],
)
def test_a_role_or_a_tag_leads_to_the_name(body: str, name: str) -> None:
    assert heard(body)[-1][0] == name


def test_a_quote_alone_is_of_the_one_the_paragraph_is_about() -> None:
    body = "La cardiologue Claire Morel a lu l’étude. La médecin redoute un abus. Le critère est faible. « On mesure ce que les gens racontent. »"
    assert heard(body)[-1][0] == "Claire Morel"
    assert heard("La cardiologue Claire Morel a lu l’étude avec Paul Martin. Le critère est faible. « On mesure ce que les gens racontent. »")[-1] == ("", "")


def test_a_text_speaks_for_the_one_who_publishes_it() -> None:
    assert heard("La Croix-Rouge a publié un rapport dénonçant « des conditions indignes ».")[-1][0] == "Croix-Rouge"
    assert heard("Le gouvernement a diffusé un communiqué qui « condamne fermement ces violences ».")[-1][1].lower() == "le gouvernement"
    assert heard("Selon l’annonce du gouvernement, l’opération est « un succès ».")[-1][1].endswith("gouvernement")


def test_a_body_is_the_one_just_named() -> None:
    assert heard("Greenpeace a publié une étude. « C’est trop », a dit Greenpeace. L’association précise que « trois sites sont touchés ».")[-1][0] == "Greenpeace"
    assert heard("Greenpeace et Oxfam ont publié une étude. L’association précise que « trois sites sont touchés ».")[-1][0] == ""


def test_a_thing_says_nothing() -> None:
    assert heard("Le maire a présenté le plan. L’usage du béton prouve que « la ville étouffe sous la chaleur ».")[-1] == ("", "")
    assert heard("Un témoin affirme avoir vu une Peugeot grise s’éloigner « à vive allure ».")[-1][0] != "Peugeot"
    assert heard("Le ministre Paul Martin a assuré au « 13 Heures » être prêt.")[0] == ("", "")


def test_the_tag_is_the_cue_whatever_its_verb() -> None:
    assert cues("« On en parle depuis vingt ans », souffle la maire, élue en juin.") == ["souffle"]
    assert any(cue.startswith("dit") for cue in cues("Claire Morel attend. « C’est notre problème, dit-elle. On n’est jamais pressés. »"))


def test_what_follows_selon_is_not_its_complement() -> None:
    found = analyse(read_text("Titre de l’article\n\nSelon les premiers éléments de la gendarmerie, l’autocar, qui venait de Pologne, se serait déporté dans une courbe.\n"))
    text = found.article.text
    one = found.statements[0]
    assert one.speaker_span is not None and "autocar" not in one.speaker_span.of(text) and one.content.of(text).startswith("l’autocar")
    assert not analyse(read_text("Titre de l’article\n\nLe coût est réparti entre les communes selon une clé à négocier.\n")).statements
