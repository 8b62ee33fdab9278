"""Where sentences begin and end, and which are not to be built upon. All sentences are invented."""

from __future__ import annotations

from itertools import pairwise

import pytest

from seo_fr.analyse.sentences import sentence_starts, sentence_words
from seo_fr.rulebook import load


def cut(text: str) -> list[str]:
    starts = [*sentence_starts(text, sentence_words(load())), len(text)]
    return [text[start:end].strip() for start, end in pairwise(starts)]


@pytest.mark.parametrize(
    "text",
    [
        "M. Durand et Mme Le Goff ont rencontré le Dr. Martin.",
        "Selon J. K. Rowling, le livre paraîtra en mai.",
        "Le préfet P. Morel a signé l'arrêté.",
        "Le temple date de 120 av. J.-C. et attire les curieux.",
        "L'art. 9 du Code civil protège chacun, comme l'al. 2.",
        "Le taux atteint 3.5 % ou 1.200 habitants selon www.exemple.fr et d'autres.",
        "Il a dit vouloir... partir avant la fin.",
        "« Est-ce fini ? » demande le maire.",
        "« C'est fini ! », a lancé le maire.",
        "« Nous partons. », a déclaré le maire.",
        "Le maire a déclaré : « Nous partons demain. »",
        "Le film (Où vas-tu ? en version française) sort mercredi.",
        "Le club – qui l'eût cru ? – a gagné.",
        "Des livres, des cahiers, etc. pour les écoles.",
        "Le groupe Smith Inc. France recrute.",
        "1. Le premier point est réglé.",
        "Le n° 4 de la rue St. Georges est vide.",
        "Le titre « Qui a peur ? » plaît au public.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il part. Elle reste.", ["Il part.", "Elle reste."]),
        ("Il part… Elle reste.", ["Il part…", "Elle reste."]),
        ("« Je pars. Je reviendrai », a dit le maire. Il a souri.", ["« Je pars.", "Je reviendrai », a dit le maire.", "Il a souri."]),
        ("Le maire a dit : « Je pars. » Le conseil a voté.", ["Le maire a dit : « Je pars. »", "Le conseil a voté."]),
        ('Il a crié "Stop !" Le public a ri.', ['Il a crié "Stop !"', "Le public a ri."]),
        ("Il a crié “Stop !” Le public a ri.", ["Il a crié “Stop !”", "Le public a ri."]),
        ("« Oui. » « Non. »", ["« Oui. »", "« Non. »"]),
        ("Il gagne 3 points. 12 coureurs suivent.", ["Il gagne 3 points.", "12 coureurs suivent."]),
        ("Des livres, etc. Le maire est venu.", ["Des livres, etc.", "Le maire est venu."]),
        ("La France est dans le groupe A. Elle joue demain.", ["La France est dans le groupe A.", "Elle joue demain."]),
        ("Le vent souffle à 150 km/h. Londres est touchée.", ["Le vent souffle à 150 km/h.", "Londres est touchée."]),
        ("La loi est votée.[1] Le texte entre en vigueur.", ["La loi est votée.[1]", "Le texte entre en vigueur."]),
        ("Le match est fini.Le public est parti.", ["Le match est fini.", "Le public est parti."]),
        ("(Le maire est absent. Il reviendra.) La séance est levée.", ["(Le maire est absent.", "Il reviendra.)", "La séance est levée."]),
        ("Vraiment ?! Personne n'y croit.", ["Vraiment ?!", "Personne n'y croit."]),
        ("Il est né en 1950. À vingt ans, il part.", ["Il est né en 1950.", "À vingt ans, il part."]),
    ],
)
def test_cuts(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_blank_and_offsets() -> None:
    words = sentence_words(load())
    assert sentence_starts("  \n ", words) == ()
    assert sentence_starts("  Bonjour. Merci.", words) == (2, 11)


def test_no_sentence_is_lost() -> None:
    text = "« A. B », dit-il… Non ! (Oui.) M. X. est là – ou pas. Fin"
    starts = sentence_starts(text, sentence_words(load()))
    assert list(starts) == sorted(set(starts))
    assert "".join(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)) == text
