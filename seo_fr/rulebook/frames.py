"""The closed list of frames: which facts a template can be made of, by role, and the slots that each gives.

A frame is what ``seo_fr.propose`` hands to the templates of a role. A new frame is Python: an entry here and the code that fills it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from seo_fr.model import StatementClass

_KEY = ("cle", "l’expression clé, comme un lecteur la tape : « grève des éboueurs »")
_NAMED = ("nom", "l’événement, comme la source le nomme : « la grève » ; s’il y en a un")
_PROPOSITION = ("proposition", "une proposition de la source, entière, avec sa majuscule : « La mairie a proposé une réunion. »")
_SPEAKER = ("locuteur", "qui parle, en toutes lettres : « le maire », « Anne Morel »")
_SUBJECT = ("sujet", "le sujet de la proposition, article en minuscule : « le chantier »")
_VERB = ("verbe", "le verbe de la proposition, avec ses auxiliaires : « coûtera »")
_TURNED = ("proposition", "la proposition, sujet et verbe inversés : « la réunion se tiendra-t-elle »")

#: What ``kinds`` may say in a template of a frame that is made of a statement.
STATEMENTS = "la sorte de parole : say, accuse, deny, admit, announce, ask, promise, decide, warn, deplore, welcome, believe, propose, refuse"
EVENTS = "ce qui s’est passé : le genre de la proposition (rules/evenements.yaml)"
QUESTIONS = "la question posée : « question » d’une règle event-questions (rules/questions-evenements.yaml)"
CLOSINGS = "ce que dit la conclusion : future (ce qui vient), contested (ce qui est reproché et nié), open (ce qui n’est pas tranché), other"


@dataclass(frozen=True, slots=True)
class Frame:
    """What templates of ``role`` may be made of under ``frame``: French description, slots as (name, description), what ``kinds`` means («» if nothing)."""

    role: str
    frame: str
    what: str
    slots: tuple[tuple[str, str], ...]
    kinds: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the slots."""
        return tuple(name for name, _ in self.slots)


FRAMES: tuple[Frame, ...] = (
    Frame("answer", "personne", "La réponse à « Qui est X ? » : un nom et sa fonction.", (("nom", "le nom entier"), ("fonction", "ce que la source dit qu’elle est, avec ou sans article"))),
    Frame("conclusion", "ajout", "Une proposition ajoutée à une autre, dans la conclusion.", (_PROPOSITION,)),
    Frame("conclusion", "autre-voix", "Ce que dit une autre voix que la précédente.", (_PROPOSITION,)),
    Frame("conclusion", "suite", "Ce qui est annoncé pour la suite.", (_PROPOSITION,)),
    Frame("description", "deux-phrases", "La description faite de deux phrases de la source.", (_PROPOSITION, ("suite", "la phrase qui la suit"))),
    Frame("glossary", "glossary", "Une phrase du glossaire de la rédaction, mot pour mot, et sa source.", (("definition", "le texte approuvé"), ("origine", "la source que l’entrée nomme"))),
    Frame("h1", "cle", "Le titre de la page, quand la source n’en a pas qui convienne.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-conclusion", "L’intertitre de la conclusion.", (_KEY,), CLOSINGS),
    Frame("h2", "bloc-figures", "L’intertitre des chiffres clés.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-glossary", "L’intertitre du glossaire.", (_KEY,)),
    Frame("h2", "bloc-places", "L’intertitre du bloc des lieux.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-qa", "L’intertitre des questions et réponses.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-timeline", "L’intertitre de la chronologie.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-who", "L’intertitre de « qui dit quoi ».", (_KEY, _NAMED), EVENTS),
    Frame("h2", "citation", "L’intertitre d’une section fait d’une citation et de qui l’a dite.", (_SPEAKER, ("citation", "les mots cités, sans guillemets"))),
    Frame("h2", "cle", "L’intertitre d’une section fait d’une de ses expressions clés.", (("cle", "une expression clé de la section"),)),
    Frame("h2", "cle-locuteur", "L’intertitre d’une section fait d’une expression clé et de qui en parle.", (("cle", "une expression clé de la section"), _SPEAKER), STATEMENTS),
    Frame("h2", "cle-sujet", "L’intertitre d’une section fait de l’expression clé de la page et de ce dont parle la section.", (_KEY, _SUBJECT)),
    Frame("h2", "sujet", "L’intertitre d’une section fait de ce dont elle parle.", (_SUBJECT,)),
    Frame("h2", "deux-cles", "L’intertitre d’une section fait de deux expressions clés.", (("cle", "une expression clé de la section"), ("autre", "une autre"))),
    Frame("h2", "locuteur", "L’intertitre d’une section fait de qui y parle.", (_SPEAKER,), STATEMENTS),
    Frame("introduction", "ajout", "Une proposition ajoutée à une autre, dans l’introduction.", (_PROPOSITION,)),
    Frame("introduction", "autre-voix", "Ce que dit une autre voix que la précédente.", (_PROPOSITION,)),
    Frame("places", "lieu", "Ce qui se passe à un endroit.", (("etiquette", "le lieu, avec sa préposition et sa majuscule"), _PROPOSITION)),
    Frame("question", "combien", "La question qui demande un nombre, dans le sujet.", (("compte", "ce qui est compté : « personnes »"), ("predicat", "ce qui en est dit : « ont été blessées »"))),
    Frame("question", "combien-cout", "La question qui demande un prix.", (_SUBJECT, _VERB)),
    Frame("question", "combien-duree", "La question qui demande une durée.", (_SUBJECT, _VERB)),
    Frame("question", "declaration", "La question à laquelle répond une déclaration.", (_SPEAKER,), STATEMENTS),
    Frame(
        "question",
        "evenement",
        "La question que pose un genre d’événement.",
        (
            _KEY,
            ("nom", "le nom de l’événement : « l’accident »"),
            ("sujet", "le sujet de la proposition, si la règle le demande"),
            ("personne", "le nom entier, si le sujet est une personne"),
            ("cible", "qui est accusé"),
        ),
        QUESTIONS,
    ),
    Frame("question", "objet", "La question qui demande l’objet du verbe.", (_SUBJECT, _VERB)),
    Frame("question", "ou", "La question qui demande un lieu.", (_TURNED,)),
    Frame("question", "personne", "« Qui est X ? »", (("nom", "le nom entier"),)),
    Frame("question", "pourquoi", "La question qui demande une cause.", (_TURNED,)),
    Frame("question", "quand", "La question qui demande un moment.", (_TURNED,)),
    Frame("question", "qui", "La question qui demande le sujet.", (("predicat", "ce qui est dit de lui : « a remporté la course »"),), EVENTS),
    Frame("question", "sujet", "La question sur le sujet d’une proposition.", (_SUBJECT,)),
    Frame("timeline", "date", "Une entrée de la chronologie.", (("etiquette", "la date, telle que la source la donne, avec sa majuscule"), _PROPOSITION)),
    Frame("title_tag", "cle", "La balise titre faite de l’expression clé seule.", (_KEY, _NAMED), EVENTS),
    Frame("title_tag", "cle-locuteur", "La balise titre faite de l’expression clé et de qui en parle.", (_KEY, _SPEAKER), STATEMENTS),
    Frame(
        "title_tag", "cle-objet", "La balise titre faite de l’expression clé et de ce sur quoi porte le verbe du titre ou de la première phrase.",
        (_KEY, ("objet", "le groupe nominal entier, avec son déterminant")),
    ),
    Frame("title_tag", "cle-proposition", "La balise titre faite de l’expression clé et d’une proposition.", (_KEY, _PROPOSITION)),
    Frame("who", "citation", "Une citation et qui l’a dite.", (("etiquette", "le nom entier"), ("citation", "les mots cités, sans guillemets")), STATEMENTS),
    Frame("who", "citation-fonction", "Une citation, qui l’a dite et sa fonction.", (("etiquette", "le nom entier"), ("fonction", "sa fonction, sans article"), ("citation", "les mots cités, sans guillemets")), STATEMENTS),
)


def frame_of(role: str, frame: str) -> Frame | None:
    """Return the frame of that role and name, or None."""
    return next((known for known in FRAMES if (known.role, known.frame) == (role, frame)), None)


def frame_fault(role: str, frame: str, needs: tuple[str, ...], kinds: tuple[str, ...] = ()) -> str:
    """Return in French what is wrong with a template's folder, frame, slots or kinds, with a suggestion; empty where nothing is."""
    from seo_fr.rulebook.yamlfile import suggest

    roles = tuple(dict.fromkeys(known.role for known in FRAMES))
    if role not in roles:
        return f"« {role} » n’est pas un rôle : un gabarit se range dans templates/ sous {', '.join(roles)}." + suggest(role, roles)
    known = frame_of(role, frame)
    if known is None:
        frames = tuple(item.frame for item in FRAMES if item.role == role)
        return f"le cadre « {frame} » n’existe pas pour le rôle « {role} ». Cadres : {', '.join(frames)}." + suggest(frame, frames)
    for name in needs:
        if name not in known.names:
            return f"le cadre « {frame} » n’a pas d’emplacement « {name} ». Emplacements : {', '.join(known.names)}." + suggest(name, known.names)
    if kinds and not known.kinds:
        return f"le cadre « {frame} » n’a pas de genres : avec « kinds », ce gabarit ne servirait jamais."
    closed = {STATEMENTS: get_args(StatementClass), CLOSINGS: ("future", "contested", "open", "other")}.get(known.kinds, kinds)
    for kind in kinds:
        if kind not in closed:
            return f"« {kind} » n’est pas un genre de ce cadre. Genres : {', '.join(closed)}." + suggest(kind, closed)
    return ""
