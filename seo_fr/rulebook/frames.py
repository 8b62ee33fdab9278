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
_PREDICATE = ("predicat", "le verbe et ce qui le suit : « a été publié en mars »")
_FRAGMENT = ("fragment", "quelques mots d’une seule proposition de la source, avec une majuscule")
_TURNED = ("proposition", "la proposition, sujet et verbe inversés : « la réunion se tiendra-t-elle »")

#: What ``kinds`` may say in a template of a frame that is made of a statement.
STATEMENTS = "la sorte de parole : say, accuse, deny, admit, announce, ask, promise, decide, warn, deplore, welcome, believe, propose, refuse"
EVENTS = "ce qui s’est passé : le genre de la proposition (rules/evenements.yaml)"
QUESTIONS = "la question posée : « question » d’une règle event-questions (rules/questions-evenements.yaml)"
CHANGES = "ce que dit le verbe : hausse, baisse, durée, durée prévue, effectif ou perte"
CLOSING_KINDS = ("future", "contested", "open", "inquiry", "inquiry-onward", "asked", "onward", "changed", "reaction", "state", "before")
CLOSINGS = "ce que dit la conclusion : future (ce qui vient), contested (ce qui est reproché et nié), open (ce qui n’est pas tranché), inquiry (une enquête en cours), inquiry-onward (une enquête en cours et ce qui vient), asked (ce que quelqu’un demande), onward (ce qui vient et ce qui n’est pas tranché), changed (ce qui change), reaction (des réactions), state (comment c’est aujourd’hui), before (ce qui a précédé)"


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
    Frame("answer", "citation", "Une citation, avec un pronom pour qui l’a dite.", (_SUBJECT, ("verbe", "le verbe de parole de la source : « a déclaré »"), ("citation", "les mots cités, sans guillemets"))),
    Frame("answer", "non", "La réponse « Non, … » à une question sans mot interrogatif.", (_SUBJECT, _PREDICATE)),
    Frame("answer", "objet", "Ce que la question demande, seul : qui le demande, le craint ou le dit est dans la question.", (("objet", "le groupe de mots : « une baisse des salaires »"),)),
    Frame("answer", "oui", "La réponse « Oui, … » à une question sans mot interrogatif.", (_SUBJECT, _PREDICATE)),
    Frame("answer", "pronom", "Une réponse dont le sujet est un pronom : celui de la question.", (_SUBJECT, _PREDICATE)),
    Frame("answer", "suite", "Le sujet demandé, et ce que la phrase en dit encore.", (_SUBJECT, ("suite", "le complément de temps, de lieu… : « à l’issue du sprint »"))),
    Frame("brief", "age", "À quel âge quelqu’un est mort.", (_FRAGMENT,)),
    Frame("brief", "annonce", "Une phrase courte qui dit ce qui aura lieu et quand.", (_FRAGMENT,)),
    Frame("brief", "bilan", "Un bilan, dans l’essentiel en bref.", (_FRAGMENT,)),
    Frame("brief", "bilan-dont", "Un bilan et ce que « dont » en détaille.", (_FRAGMENT, ("part", "ce qui suit « dont »"))),
    Frame("brief", "bilan-selon", "Un bilan et qui le donne.", (_FRAGMENT, _SPEAKER)),
    Frame("brief", "chiffre", "Le seul nombre de la proposition principale, avec ce qu’il compte.", (_FRAGMENT,)),
    Frame("brief", "condamne", "Qui est condamné.", (_FRAGMENT,)),
    Frame("brief", "enquete", "Ce qu’il en est de l’enquête.", (_FRAGMENT,)),
    Frame("brief", "juridiction", "Le tribunal ou la cour.", (_FRAGMENT,)),
    Frame("brief", "montant", "Le prix.", (_FRAGMENT,)),
    Frame("brief", "ou", "Où cela se passe.", (_FRAGMENT,)),
    Frame("brief", "peine", "La peine prononcée, entière.", (_FRAGMENT,)),
    Frame("brief", "peine-dont", "La peine prononcée et ce que « dont » en détaille.", (_FRAGMENT, ("part", "ce qui suit « dont »"))),
    Frame("brief", "pourquoi", "Pour quelle raison, comme la source le dit.", (_FRAGMENT,)),
    Frame("brief", "quand", "Quand, comme la source le dit.", (_FRAGMENT,)),
    Frame("brief", "qui", "Qui agit.", (_FRAGMENT,)),
    Frame("brief", "quoi", "De quoi il s’agit.", (_FRAGMENT,)),
    Frame("brief", "score", "Le score.", (_FRAGMENT,)),
    Frame("brief", "suite", "Ce qui vient, et quand.", (_FRAGMENT, ("date", "la date, telle que la source la donne"))),
    Frame("brief", "vote", "Les voix.", (_FRAGMENT,)),
    Frame("conclusion", "ajout", "Une proposition ajoutée à une autre, dans la conclusion.", (_PROPOSITION,)),
    Frame("conclusion", "autre-voix", "Ce que dit une autre voix que la précédente.", (_PROPOSITION,)),
    Frame("conclusion", "suite", "Ce qui est annoncé pour la suite.", (_PROPOSITION,)),
    Frame("description", "deux-phrases", "La description faite de deux phrases de la source.", (_PROPOSITION, ("suite", "la phrase qui la suit"))),
    Frame("figures", "bilan", "Un bilan : « Deux morts : le bilan de l’incendie ».", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui a fait des victimes"))),
    Frame("figures", "bilan-cadre", "Un bilan : « Deux morts : le bilan de l’incendie », et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui a fait des victimes"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "bilan-selon", "Un bilan : « Deux morts : le bilan de l’incendie », et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui a fait des victimes"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "ce-que", "Un prix ou un poids.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("verbe", "le verbe : « coûtera »"), ("mesure", "ce qui coûte"))),
    Frame("figures", "ce-que-cadre", "Un prix ou un poids, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("verbe", "le verbe : « coûtera »"), ("mesure", "ce qui coûte"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "ce-que-selon", "Un prix ou un poids, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("verbe", "le verbe : « coûtera »"), ("mesure", "ce qui coûte"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "etat", "Un nombre dont la source dit l’état.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "ce qui en est dit, sans auxiliaire : « écrasés par la grue »"))),
    Frame("figures", "etat-cadre", "Un nombre dont la source dit l’état, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "ce qui en est dit, sans auxiliaire : « écrasés par la grue »"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "etat-dit", "Un nombre qu’un autre donne, et ce qu’il en dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "ce qui en est dit, sans auxiliaire : « écrasés par la grue »"), _SPEAKER)),
    Frame("figures", "etat-selon", "Un nombre dont la source dit l’état, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "ce qui en est dit, sans auxiliaire : « écrasés par la grue »"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "evolution", "Une hausse, une baisse ou une durée.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui monte, baisse ou dure")), CHANGES),
    Frame("figures", "evolution-cadre", "Une hausse, une baisse ou une durée, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui monte, baisse ou dure"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »")), CHANGES),
    Frame("figures", "evolution-selon", "Une hausse, une baisse ou une durée, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui monte, baisse ou dure"), ("cadre", "qui donne le chiffre : « Selon la mairie »")), CHANGES),
    Frame("figures", "existe", "Un nombre que l’on compte.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "où, quand : « à midi dans les bureaux »"))),
    Frame("figures", "existe-cadre", "Un nombre que l’on compte, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "où, quand : « à midi dans les bureaux »"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "existe-selon", "Un nombre que l’on compte, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "où, quand : « à midi dans les bureaux »"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "mesure", "Une mesure et sa valeur.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui est mesuré : « le taux de chômage »"))),
    Frame("figures", "mesure-cadre", "Une mesure et sa valeur, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui est mesuré : « le taux de chômage »"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "mesure-selon", "Une mesure et sa valeur, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("mesure", "ce qui est mesuré : « le taux de chômage »"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "passif", "Un nombre et qui en est la cause.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"))),
    Frame("figures", "passif-cadre", "Un nombre et qui en est la cause, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "passif-selon", "Un nombre et qui en est la cause, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "passif-suite", "Un nombre, qui en est la cause et la suite.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"), ("suite", "la suite de la proposition"))),
    Frame("figures", "passif-suite-cadre", "Un nombre, qui en est la cause et la suite, et quand ou où.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"), ("suite", "la suite de la proposition"), ("cadre", "ce qui ouvrait la phrase : « Depuis lundi »"))),
    Frame("figures", "passif-suite-selon", "Un nombre, qui en est la cause et la suite, et qui le dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("participe", "le participe : « étudié »"), ("agent", "qui agit"), ("suite", "la suite de la proposition"), ("cadre", "qui donne le chiffre : « Selon la mairie »"))),
    Frame("figures", "sujet", "Un nombre et ce qui en est dit.", (("etiquette", "le nombre et ce qu’il compte, avec une majuscule"), ("predicat", "le verbe et sa suite"))),
    Frame("glossary", "glossary", "Une phrase du glossaire de la rédaction, mot pour mot, et sa source.", (("definition", "le texte approuvé"), ("origine", "la source que l’entrée nomme"))),
    Frame("h1", "cle", "Le titre de la page, quand la source n’en a pas qui convienne.", (_KEY, _NAMED), EVENTS),
    Frame("h1", "cle-proposition", "Le titre de la page fait de l’expression clé et d’une proposition de la première phrase.", (_KEY, _PROPOSITION)),
    Frame("h2", "bloc-brief", "L’intertitre de l’essentiel en bref.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-conclusion", "L’intertitre de la conclusion.", (_KEY, _NAMED), CLOSINGS),
    Frame("h2", "bloc-figures", "L’intertitre des chiffres clés.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-glossary", "L’intertitre du glossaire, quand ses termes ne peuvent pas le dire.", ()),
    Frame("h2", "bloc-glossary-terme", "L’intertitre d’un glossaire d’un seul terme.", (("terme", "le terme de l’entrée : « garde à vue »"),)),
    Frame("h2", "bloc-glossary-termes", "L’intertitre du glossaire.", (("terme", "le terme de la première entrée : « garde à vue »"), ("second", "celui d’une autre : « magnitude »"))),
    Frame("h2", "bloc-places", "L’intertitre du bloc des lieux.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-qa", "L’intertitre des questions et réponses.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-timeline", "L’intertitre de la chronologie.", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-who", "L’intertitre de « qui dit quoi ».", (_KEY, _NAMED), EVENTS),
    Frame("h2", "bloc-who-voix", "L’intertitre de « qui dit quoi » où deux voix parlent, et elles seules.", (_SPEAKER, ("autre", "l’autre voix : « les syndicats », « Paul Vidal »"))),
    Frame("h2", "bloc-who-voix-seule", "L’intertitre de « qui dit quoi » où une seule voix parle.", (_SPEAKER,)),
    Frame("h2", "citation", "L’intertitre d’une section fait d’une citation et de qui l’a dite.", (_SPEAKER, ("citation", "les mots cités, sans guillemets"))),
    Frame("h2", "cle-autres", "L’expression clé, puis que la section en dit plus : quand rien d’autre n’est sûr.", (_KEY,)),
    Frame("h2", "cle", "L’intertitre d’une section fait d’une de ses expressions clés.", (("cle", "une expression clé de la section"),)),
    Frame("h2", "cle-chiffres", "L’expression clé d’une section dont presque chaque phrase donne un nombre.", (_KEY,)),
    Frame("h2", "cle-proposition", "L’intertitre de la conclusion fait de l’expression clé et de ce qui vient ou n’est pas fini.", (_KEY, _PROPOSITION)),
    Frame("h2", "cle-deux", "L’intertitre d’un bloc fait de l’expression clé et de deux choses dont il parle.", (_KEY, _SUBJECT, ("autre", "l’autre chose dont parle le bloc, article en minuscule"))),
    Frame("h2", "cle-faits", "L’expression clé, puis que la première section dit les faits : quand rien d’autre n’est sûr.", (_KEY,)),
    Frame("h2", "cle-locuteur", "L’intertitre d’une section fait d’une expression clé et de qui en parle.", (("cle", "une expression clé de la section"), _SPEAKER), STATEMENTS),
    Frame("h2", "cle-suite", "L’intertitre d’un bloc fait de l’expression clé, de ce dont il parle et de la suite qu’il annonce.", (_KEY, _SUBJECT)),
    Frame("h2", "cle-sujet", "L’intertitre d’une section fait de l’expression clé de la page et de ce dont parle la section.", (_KEY, _SUBJECT)),
    Frame("h2", "deux-sujets", "L’intertitre d’un bloc fait de deux choses dont il parle.", (_SUBJECT, ("autre", "l’autre chose dont parle le bloc, article en minuscule"))),
    Frame("h2", "cle-trois", "L’intertitre d’un bloc fait de l’expression clé et de trois choses dont il parle.", (_KEY, _SUBJECT, ("autre", "la deuxième chose"), ("dernier", "la troisième"))),
    Frame("h2", "cle-voix", "L’expression clé d’une section où plusieurs voix parlent presque à chaque phrase.", (_KEY,)),
    Frame("h2", "sujet", "L’intertitre d’une section fait de ce dont elle parle.", (_SUBJECT,)),
    Frame("h2", "locuteur", "L’intertitre d’une section fait de qui y parle.", (_SPEAKER,), STATEMENTS),
    Frame("introduction", "ajout", "Une proposition ajoutée à une autre, dans l’introduction.", (_PROPOSITION,)),
    Frame("introduction", "autre-voix", "Ce que dit une autre voix que la précédente.", (_PROPOSITION,)),
    Frame("places", "lieu", "Ce qui se passe à un endroit.", (("etiquette", "le lieu, avec sa préposition et sa majuscule"), _PROPOSITION)),
    Frame("question", "combien", "La question qui demande un nombre, dans le sujet.", (("compte", "ce qui est compté : « personnes »"), ("predicat", "ce qui en est dit : « ont été blessées »"))),
    Frame("question", "combien-cout", "La question qui demande un prix.", (_SUBJECT, _VERB)),
    Frame("question", "combien-duree", "La question qui demande une durée.", (_SUBJECT, _VERB)),
    Frame("question", "declaration", "La question à laquelle répond une déclaration.", (_SPEAKER,), STATEMENTS),
    Frame("question", "declaration-role", "La question à laquelle répond la déclaration de quelqu’un que le lecteur ne connaît que par sa fonction.", (("role", "sa fonction, sans article : « directrice du réseau »"),), STATEMENTS),
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
    Frame("question", "a-combien", "La question qui demande un montant.", (_TURNED,)),
    Frame("question", "a-quand", "La question qui demande à quand remonte une chose.", (_TURNED,)),
    Frame("question", "a-qui", "La question qui demande à qui.", (_TURNED,)),
    Frame("question", "a-quoi", "La question qui demande à quoi.", (_TURNED,)),
    Frame("question", "avec-qui", "La question qui demande avec qui.", (_TURNED,)),
    Frame("question", "avec-quoi", "La question qui demande avec quoi.", (_TURNED,)),
    Frame("question", "but", "La question qui demande un but.", (_TURNED,)),
    Frame("question", "combien-objet", "La question qui demande un nombre, dans l’objet.", (("compte", "ce qui est compté : « salariés »"), _TURNED)),
    Frame("question", "comment", "La question qui demande une manière.", (_TURNED,)),
    Frame("question", "contre-qui", "La question qui demande contre qui.", (_TURNED,)),
    Frame("question", "contre-quoi", "La question qui demande contre quoi.", (_TURNED,)),
    Frame("question", "de-combien", "La question qui demande une différence.", (_TURNED,)),
    Frame("question", "de-quand", "La question qui demande de quand date une chose.", (_TURNED,)),
    Frame("question", "de-qui", "La question qui demande de qui.", (_TURNED,)),
    Frame("question", "de-quoi", "La question qui demande de quoi.", (_TURNED,)),
    Frame("question", "depuis", "La question qui demande depuis quand.", (_TURNED,)),
    Frame("question", "des", "La question qui demande à partir de quand.", (_TURNED,)),
    Frame("question", "duree", "La question qui demande une durée, donnée par « pendant ».", (_TURNED,)),
    Frame("question", "face-a-qui", "La question qui demande face à qui.", (_TURNED,)),
    Frame("question", "jusque", "La question qui demande jusqu’à quand.", (_TURNED,)),
    Frame("question", "age", "La question qui demande un âge.", (_TURNED,)),
    Frame("question", "delai", "La question qui demande en combien de temps.", (_TURNED,)),
    Frame("question", "devant-qui", "La question qui demande devant qui.", (_TURNED,)),
    Frame("question", "combien-argent", "La question qui demande une somme, objet du verbe.", (_TURNED,)),
    Frame("question", "heure", "La question qui demande une heure.", (_TURNED,)),
    Frame("question", "peine", "La question qui demande une peine.", (_TURNED,)),
    Frame("question", "but-de", "« Quelle est la mission de l’équipe ? », de ce qui a pour mission de faire.", (_SUBJECT,), "ce que la source dit avoir, et s’il est passé : «mission», «objectif», «etait-mission», «etait-objectif»"),
    Frame("question", "consequences", "« Quelles sont les conséquences de l’explosion ? »", (_SUBJECT,)),
    Frame("question", "apres", "« Que s’est-il passé après le vote ? »", (("moment", "« après le vote », sans majuscule"),)),
    Frame("question", "avait-promis", "« Qu’avait promis le maire ? »", (_SUBJECT,)),
    Frame("question", "composition", "« De qui se compose le jury ? »", (_SUBJECT,)),
    Frame("question", "deroulement", "« Quel a été le déroulement de l’opération ? »", (("nom", "le nom de l’événement : « l’opération »"),)),
    Frame("question", "faits", "La question du déroulement des faits.", ()),
    Frame("question", "qui-sont", "« Qui sont les victimes ? »", (_SUBJECT,)),
    Frame("question", "situation", "La question de l’état présent.", ()),
    Frame("question", "situation-lieu", "« Quelle est la situation à Varne ? »", (("lieu", "« dans le nord du pays », sans majuscule"),)),
    Frame("question", "parcours", "« Quel est le parcours d’Anne Morel ? »", (_SUBJECT,)),
    Frame("question", "qui-etait-nom", "« Qui était Anne Morel ? », d’une personne morte.", (_SUBJECT,)),
    Frame("question", "position", "« Quelle est la position du syndicat ? »", (_SUBJECT,)),
    Frame("question", "etude-dit", "« Que dit l’étude ? »", (_SUBJECT,)),
    Frame("question", "explication", "« Comment s’explique la baisse des ventes ? »", (_SUBJECT,)),
    Frame("question", "quest-ce-que-nom", "« Qu’est-ce que la Ligue verte ? »", (_SUBJECT,)),
    Frame("question", "qui-est-nom", "« Qui est Anne Morel ? »", (_SUBJECT,)),
    Frame("question", "suite", "La question de ce qui est à venir.", (_KEY,)),
    Frame("question", "texte-prevoit", "« Que prévoit la loi ? »", (_SUBJECT,)),
    Frame("question", "pour-quoi", "La question qui demande pour quels faits.", (_TURNED,)),
    Frame("question", "voix", "La question qui demande par combien de voix.", (_TURNED,)),
    Frame("question", "ou", "La question qui demande un lieu.", (_TURNED,)),
    Frame("question", "oui-non", "La question à laquelle on répond par oui.", (_TURNED,)),
    Frame("question", "par-qui", "La question qui demande qui a fait ce qui est dit au passif.", (_TURNED,)),
    Frame("question", "pourquoi", "La question qui demande une cause.", (_TURNED,)),
    Frame("question", "quand", "La question qui demande un moment.", (_TURNED,), "la précision de la réponse : jour, annee, autre"),
    Frame("question", "quand-ou", "La question qui demande un moment et un lieu.", (_TURNED,)),
    Frame("question", "que", "La question qui demande l’objet du verbe.", (("proposition", "le verbe, puis le sujet : « prévoit le budget »"),)),
    Frame("question", "que-a-faire", "« Que cherche à faire le gouvernement ? »", (_SUBJECT, _VERB)),
    Frame("question", "que-de-faire", "« Que tente de faire le gouvernement ? »", (_SUBJECT, _VERB)),
    Frame("question", "que-faire", "« Que doit faire le gouvernement ? »", (_SUBJECT, _VERB)),
    Frame("question", "quel", "« Quel est l’objectif du plan ? »", (_SUBJECT, _VERB)),
    Frame("question", "quest-ce-qui", "La question qui demande ce qui a causé quelque chose.", (("predicat", "ce qui est dit du sujet : « a provoqué l’incendie »"),)),
    Frame("question", "qui", "La question qui demande le sujet.", (("predicat", "ce qui est dit de lui : « a remporté la course »"),), EVENTS),
    Frame("question", "qui-est", "« Qui est le vainqueur de l’étape ? »", (_SUBJECT, _VERB)),
    Frame("question", "qui-objet", "La question qui demande une personne, objet du verbe.", (_TURNED,)),
    Frame("question", "sur-qui", "La question qui demande sur qui.", (_TURNED,)),
    Frame("question", "sur-quoi", "La question qui demande sur quoi.", (_TURNED,)),
    Frame("timeline", "date", "Une entrée de la chronologie.", (("etiquette", "la date, telle que la source la donne, avec sa majuscule"), _PROPOSITION)),
    Frame("title_tag", "cle", "La balise titre faite de l’expression clé seule.", (_KEY, _NAMED), EVENTS),
    Frame("title_tag", "cle-locuteur", "La balise titre faite de l’expression clé et de qui en parle.", (_KEY, _SPEAKER), STATEMENTS),
    Frame(
        "title_tag", "cle-objet", "La balise titre faite de l’expression clé et de ce sur quoi porte le verbe du titre ou de la première phrase.",
        (_KEY, ("objet", "le groupe nominal entier, avec son déterminant")),
    ),
    Frame("title_tag", "cle-proposition", "La balise titre faite de l’expression clé et d’une proposition.", (_KEY, _PROPOSITION)),
    Frame("title_tag", "cle-reproche", "La balise titre faite de l’expression clé, de qui accuse et de qui est accusé.", (_KEY, _SPEAKER, ("cible", "qui est accusé"))),
    Frame("who", "citation", "Une citation et qui l’a dite.", (("etiquette", "le nom entier"), ("citation", "les mots cités, sans guillemets")), STATEMENTS),
    Frame("who", "citation-fonction", "Une citation, qui l’a dite et sa fonction.", (("etiquette", "le nom entier"), ("fonction", "sa fonction, sans article"), ("citation", "les mots cités, sans guillemets")), STATEMENTS),
    Frame("who", "citations", "Deux citations de la même voix, dans l’ordre de la source.", (("etiquette", "le nom entier"), ("citation", "les premiers mots cités"), ("suite", "les mots cités ensuite")), STATEMENTS),
    Frame("who", "citations-fonction", "Deux citations de la même voix, et sa fonction.", (("etiquette", "le nom entier"), ("fonction", "sa fonction, sans article"), ("citation", "les premiers mots cités"), ("suite", "les mots cités ensuite")), STATEMENTS),
    Frame("who", "declaration", "Ce que dit une voix, dans les mots de la source.", (("etiquette", "qui parle, avec une majuscule"), _PREDICATE), STATEMENTS),
    Frame("who", "declaration-fonction", "Ce que dit une voix, et sa fonction.", (("etiquette", "le nom entier"), ("fonction", "sa fonction, sans article"), _PREDICATE), STATEMENTS),
    Frame("who", "selon", "Ce que la source attribue à une voix.", (_SPEAKER, _PROPOSITION), STATEMENTS),
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
    closed = {STATEMENTS: get_args(StatementClass), CLOSINGS: CLOSING_KINDS, CHANGES: ("hausse", "baisse", "durée", "durée prévue", "effectif", "perte")}.get(known.kinds, kinds)
    for kind in kinds:
        if kind not in closed:
            return f"« {kind} » n’est pas un genre de ce cadre. Genres : {', '.join(closed)}." + suggest(kind, closed)
    return ""
