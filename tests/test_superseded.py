"""What the article itself counts again, gives up or finds later is not told in its first state: each check fires on an invented sentence and spares its neighbour."""

from __future__ import annotations

from seo_fr.propose.tell import run_telling, sentence_telling
from tests.articles import understood


def told(index: int, *paragraphs: str) -> str:
    telling = sentence_telling(understood(*paragraphs), index)
    return telling.text.replace("\u00a0", " ") if telling is not None else ""


def test_a_toll_counted_again() -> None:
    text = "Un séisme a frappé la ville de Lens lundi. Le séisme a fait 203 blessés à Lens. Le bilan actuel fait état de 332 personnes blessées."
    assert told(1, text) == ""
    assert told(2, text) != ""
    assert told(1, "Un séisme a frappé la ville de Lens lundi. Le séisme a fait 203 blessés à Lens. Le dernier bilan fait état de 12 morts.") != ""
    assert told(1, "Un séisme a frappé la ville de Lens lundi. Le séisme a fait 203 blessés à Lens. En 2015, un séisme avait finalement fait 92 blessés.") != ""
    assert told(1, "Un séisme a frappé la ville de Lens lundi. Le séisme a fait 203 blessés à Lens. Le dernier bilan confirme 203 blessés.") != ""


def test_a_toll_told_over_two_sentences() -> None:
    source = understood("Un séisme a frappé la ville de Lens lundi.", "Le nombre de blessés a augmenté. Il s’élève à 262 lundi soir. Le bilan actuel fait état de 332 personnes blessées.")
    seed = sentence_telling(source, 1, joined=True)
    assert seed is not None
    assert all("332" in run.text for run in run_telling(source, seed) if "262" in run.text)


def test_a_version_given_up() -> None:
    text = "Paul Morel, un boulanger de Lens, a avoué hier le braquage. En septembre, Paul Morel avait raconté une histoire différente aux policiers."
    assert told(1, text) == ""
    assert told(1, "Paul Morel, un boulanger de Lens, a avoué hier le braquage. En septembre, Paul Morel avait nié toute participation au braquage.") == ""
    assert told(1, "Paul Morel, un boulanger de Lens, a été jugé hier. En septembre, Paul Morel avait expliqué le braquage par la faim.") != ""


def test_what_went_on_is_over() -> None:
    assert told(1, "Un enfant a disparu lundi à Lens. Les gendarmes cherchaient encore l’enfant mardi matin. Entre-temps, l’enfant a été retrouvé dans une grange.") == ""
    assert told(1, "Un enfant a disparu lundi à Lens. Les gendarmes cherchaient encore l’enfant mardi matin. La mairie a ouvert un gymnase.") != ""


def test_one_find_of_two() -> None:
    assert told(1, "Un coffre a disparu lundi à Lens. La serrure du coffre a été retrouvée mardi dans un bois. Entre-temps, presque tout le coffre a été retrouvé.") == ""
    assert told(1, "Un coffre a disparu lundi à Lens. La serrure du coffre a été retrouvée mardi dans un bois. La police cherche le reste.") != ""


def test_a_suspicion_before_the_avowal() -> None:
    assert told(1, "Paul Morel, un boulanger de Lens, a avoué hier le braquage. Paul Morel était déjà suspect depuis quelque temps.") == ""
    assert told(1, "Paul Morel, un boulanger de Lens, a été entendu hier. Paul Morel était déjà suspect depuis quelque temps.") != ""


def test_what_the_next_sentence_turns_round() -> None:
    lede = "Un attentat a eu lieu lundi à Lens."
    assert told(1, f"{lede} La police belge signalait un homme armé à Lille. Mais il n’y aurait finalement aucun lien entre les deux affaires.") == ""
    assert told(1, f"{lede} La police belge signalait un homme armé à Lille. Mais la gare de Lens est restée ouverte.") != ""
    assert told(1, f"{lede} Un soldat de Lens a tiré une fois sur un homme armé, en vain. Il a tiré à nouveau, réussissant cette fois à le neutraliser.") == ""
    assert told(1, f"{lede} Un soldat de Lens a tiré une fois sur un homme armé, en vain. La place a été évacuée.") != ""


def test_fewer_dead_than_the_title_counts() -> None:
    lede = "Un homme armé a attaqué un magasin de Lens lundi. Il y a trois personnes tuées."
    assert told(2, lede, "Deux personnes ont été tuées par le tireur dans le magasin de Lens.") == ""
    assert told(2, lede, "Deux policiers ont été blessés par le tireur dans le magasin de Lens.") != ""
    assert told(2, lede, "Deux employés du magasin de Lens ont été tués par le tireur.") != ""


def test_a_first_toll_since_put_right() -> None:
    lede = "Une avalanche a fait quatre morts lundi à Lens."
    assert told(1, lede, "Un premier bilan faisait état de neuf victimes. La piste est fermée.") == ""
    assert told(1, lede, "Le bilan est monté à huit morts. Le bilan définitif est de quatre victimes.") == ""
    assert told(1, lede, "Un premier bilan faisait état de neuf victimes, mais quatre seulement ont été retrouvées. La piste est fermée.") != ""
