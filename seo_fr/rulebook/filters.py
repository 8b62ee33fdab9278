"""The filters a template may use: French words for French forms, each a pure function of :mod:`seo_fr.french`.

A filter that cannot make its form for certain raises :class:`Uncertain`: the candidate then fails, and another is chosen.
"""

from __future__ import annotations

from collections.abc import Callable

from seo_fr.french import phrase
from seo_fr.model import Grammar


class Uncertain(Exception):
    """A French form that cannot be made for certain."""


class SlotText(str):
    """A slot's text that knows its grammar. A plain ``str`` to Jinja."""

    __slots__ = ("grammar",)
    grammar: Grammar

    def __new__(cls, text: str, grammar: Grammar = Grammar()) -> SlotText:
        made = super().__new__(cls, text)
        made.grammar = grammar
        return made


def _grammar(value: str) -> Grammar:
    return value.grammar if isinstance(value, SlotText) else Grammar()


def _sure(value: str | None, origin: str, grammar: Grammar) -> SlotText:
    if value is None:
        raise Uncertain(origin)
    return SlotText(value, grammar)


def _unary(function: Callable[[str], str | None]) -> Callable[[str], SlotText]:
    def apply(value: str) -> SlotText:
        return _sure(function(str(value)), str(value), _grammar(value))

    apply.__doc__ = function.__doc__
    return apply


def accord(value: str, singulier: str, pluriel: str) -> str:
    """« {{ sujet | accord('affirme', 'affirment') }} »: the form that goes with the slot's number, the slot itself not shown."""
    number = _grammar(value).number
    if number not in ("s", "p"):
        raise Uncertain(str(value))
    return singulier if number == "s" else pluriel


def genre(value: str, masculin: str, feminin: str) -> str:
    """« {{ sujet | genre('il', 'elle') }} »: the form that goes with the slot's gender, the slot itself not shown."""
    gender = _grammar(value).gender
    if gender not in ("m", "f"):
        raise Uncertain(str(value))
    return masculin if gender == "m" else feminin


def defini(value: str) -> str:
    """A function with the definite article of its slot's gender: « la porte-parole du parquet », « l’adjointe au maire »; one that elision leaves open is uncertain."""
    from seo_fr.french.elision import join

    grammar = _grammar(value)
    if grammar.gender not in ("m", "f") or grammar.number != "s":
        raise Uncertain(str(value))
    return join("la" if grammar.gender == "f" else "le", str(value))


def pronom(value: str) -> str:
    """The pronoun that stands for the slot: « il », « elle », « ils », « elles »; the slot itself not shown."""
    grammar = _grammar(value)
    if grammar.gender not in ("m", "f") or grammar.number not in ("s", "p"):
        raise Uncertain(str(value))
    return ("elle" if grammar.gender == "f" else "il") + ("s" if grammar.number == "p" else "")


def quel(value: str) -> str:
    """« Quel », « Quelle », « Quels », « Quelles », as the slot is; the slot itself not shown."""
    grammar = _grammar(value)
    if grammar.gender not in ("m", "f") or grammar.number not in ("s", "p"):
        raise Uncertain(str(value))
    return ("Quelle" if grammar.gender == "f" else "Quel") + ("s" if grammar.number == "p" else "")


def guillemets(value: str) -> str:
    """The quote between marks at the end of a sentence: « Nous partons. » with the stop inside for a sentence, « en danger ». outside for a fragment, which begins in lower case."""
    text = str(value).strip().rstrip(",;")
    if text[-1:] in ".!?…":
        return f"« {text} »"
    return f"« {text}. »" if not text[:1].islower() else f"« {text} »."


def entre_guillemets(value: str) -> str:
    """The quote between marks without its final full stop, for a heading."""
    text = str(value).strip()
    return f"« {text[:-1] if text.endswith('.') and not text.endswith('..') else text} »"


def participe(value: str) -> str:
    """« étudié » with the gender and number of its slot: « étudiées »; a form that the lexicon does not know is uncertain."""
    from seo_fr.french.agreement import inflect_adjective

    grammar = _grammar(value)
    made = inflect_adjective(str(value).lower(), grammar.gender, grammar.number) if grammar.gender and grammar.number else None
    if made is None:
        raise Uncertain(str(value))
    return made


FILTERS: dict[str, Callable[..., str]] = {
    "a": _unary(phrase.a),
    "accord": accord,
    "de": _unary(phrase.de),
    "defini": defini,
    "entre_guillemets": entre_guillemets,
    "genre": genre,
    "guillemets": guillemets,
    "majuscule": _unary(phrase.capitalise_first),
    "minuscule": _unary(phrase.decapitalise_first),
    "pronom": pronom,
    "quel": quel,
    "par": _unary(phrase.par),
    "participe": participe,
    "que": _unary(phrase.que),
}
