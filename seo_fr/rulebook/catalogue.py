"""Writes the catalogue parts of docs/rules.md and docs/templates.md: ``python -m seo_fr.rulebook.catalogue [FOLDER]``.

What a kind of rule holds, what a frame gives, what a filter does: told once, in the program, so that the documents cannot say otherwise.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

from seo_fr.rulebook.filters import FILTERS, SlotText, Uncertain
from seo_fr.rulebook.frames import FRAMES
from seo_fr.rulebook.kinds import KINDS
from seo_fr.rulebook.load import Rule, Rulebook, load

START, END = "<!-- catalogue -->", "<!-- fin du catalogue -->"

#: What each kind of rule decides, in words for an editor; for any other, its first rule says why.
KIND_NOTES = {
    "abbreviations": "Les abréviations dont le point ne finit pas la phrase.",
    "anaphors": "Les mots qui renvoient à une phrase d’avant (pronoms, possessifs, « également »…) : une phrase qui en a un ne tient pas seule.",
    "attribution-phrases": "Les locutions qui mettent un propos au compte d’un autre : « selon », « d’après ».",
    "block-words": "Les mots dont les blocs de données (chiffres, chronologie, lieux) se gardent ou se servent.",
    "name-words": "Les mots qui font reconnaître un nom et ce qu’il nomme : personne, lieu, organisation.",
    "background": "Une définition du glossaire livré : le terme et ses formes (« terms »), les expressions où il ne compte pas (« except »), le texte, sa source, qui en répond, s’il est peu connu (« level » 1), utile (2) ou connu de presque tous (3), le pays où seul il est vrai, les domaines ou les mots de l’article qu’il lui faut (« fits ») et ceux qui l’excluent (« unless »), ceux que la phrase du terme doit avoir (« near »), le nom de la notion dans un intertitre (« label »). De deux définitions du même terme, celle que l’article appelle le plus est donnée.",
    "news-domain": "Les mots qui disent de quoi parle un article : football, justice, concurrence… Une définition n’est donnée que dans son domaine.",
    "country-words": "Les mots qui disent qu’un article se passe dans un pays, et ceux qui disent qu’il se passe ailleurs ; les départements dont le nom ne compte qu’entre parenthèses ou après « dans », « en ».",
    "question-kinds": "Les questions qu’un lecteur pose, et à quelles conditions : temps, verbes, sujets, longueur, mots exclus. Ce qui n’y est pas n’est pas demandé.",
    "question-words": "Les mots dont les questions se servent : sujets, verbes, suites.",
    "quote-words": "Les mots qui disent à qui sont les paroles entre guillemets.",
    "reference-words": "Les mots par lesquels on retrouve ce qu’un pronom, un possessif ou un démonstratif reprend.",
    "speech-words": "Les mots autour des verbes de parole : ce qui peut parler, ce qui ne rapporte rien.",
    "standing-words": "Les mots qui empêchent une phrase de tenir seule, ou d’être coupée.",
    "balanced-marks": "Les guillemets et parenthèses qui doivent se fermer.",
    "compression": "Ce qui peut tomber d’une phrase quand on l’abrège (incise, apposition, complément de temps), et ce qui ne le peut jamais.",
    "connectives": "Les connecteurs de tête de phrase (« cependant »), qui tombent quand la phrase est citée seule.",
    "country-prepositions": "Les prépositions fautives devant un nom de pays.",
    "demonyms": "Les gentilés, qui ne sont pas des noms de lieu.",
    "event-lexicon": "Les verbes et noms qui disent ce qui s’est passé : verdict, vote, bilan, accident…",
    "event-questions": "À quelle question sur l’événement une phrase répond.",
    "fidelity-opposites": "Les contraires qu’un mot changé ferait passer pour le même fait.",
    "fidelity-synonyms": "Les mots qui se remplacent sans changer le fait.",
    "fidelity-tenses": "Les présents de titre de verbes irréguliers : « a repris » → « reprend ».",
    "fidelity-verbs": "Les verbes de parole, tels que le contrôle de fidélité les lit.",
    "fidelity-words": "Les mots qui engagent (négations, réserves, conditions…), tels que le contrôle de fidélité les lit.",
    "figure-approximations": "Les approximations qui font partie d’un chiffre : « près de », « quelque ».",
    "figure-labels": "Les mots après lesquels un nombre ne compte rien : « article 49 ».",
    "figure-units": "Les unités de mesure.",
    "first-names": "Les prénoms, avec leur genre.",
    "function-nouns": "Les fonctions et métiers qui annoncent une personne.",
    "function-covers": "Les mots qui reprennent une fonction : « l’élu » pour un maire ou un député.",
    "gate-excuses": "Les tours justes que LanguageTool prend pour des fautes.",
    "gate-rules": "Ce que LanguageTool interdit, et ce qu’on ne le laisse pas interdire.",
    "hedge-words": "Les mots par lesquels le journal dit qu’il n’est pas sûr.",
    "keyphrase-words": "Les mots qui ne font pas une expression clé.",
    "letter-nouns": "Les noms suivis d’une lettre seule : « le groupe A. »",
    "malformed": "Les suites de mots impossibles en français.",
    "name-heads": "Les mots par lesquels commence un nom d’organisation ou de lieu.",
    "not-contracted": "« De le », « à les » : ce qui devait être contracté.",
    "not-elided": "« Le Iran » : ce qui devait être élidé, et les exceptions (h aspiré, onze).",
    "not-names": "Les mots à majuscule qui ne sont pas des noms : jours, mois, fêtes.",
    "number-conflict": "Un déterminant et un nom qui ne sont pas du même nombre.",
    "organisation-names": "Les sigles et organisations, avec leur genre.",
    "padding": "Les formules creuses, interdites dans les gabarits.",
    "person-titles": "Les civilités et titres qui annoncent une personne.",
    "question-verbs": "Les verbes dont le complément répond à une question : « Que prévoit… ? »",
    "repeated-words": "Les mots répétés de suite.",
    "referring-words": "Les mots qui décident si un pronom, un possessif ou un démonstratif trouve dans sa propre phrase ce qu’il désigne : humains, collectifs, noms d’une personne, verbes tournés vers autrui, tours sans renvoi.",
    "reporting-nouns": "Les noms de parole : « les affirmations selon lesquelles ».",
    "reporting-verbs": "Les verbes de parole, de pensée et de décision, avec leur sorte et leur engagement.",
    "section-cues": "Ce qui, en tête de paragraphe, annonce ou exclut une nouvelle section.",
    "sentence-openers": "Les mots par lesquels une phrase commence, après un point douteux.",
    "source-faults": "Les fautes de français certaines d’une source, que rien d’écrit ne reprend.",
    "toponyms": "Les pays, régions et villes, avec leur article et leur préposition.",
}

#: What each filter does, and an example: the slot, its arguments.
FILTER_NOTES: dict[str, tuple[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "a": ("la préposition « à », contractée", (("le Creusot", ()), ("les États-Unis", ()), ("la mairie", ()))),
    "accord": ("la forme au nombre de l’emplacement, qui n’est pas montré lui-même", (("les élus", ("affirme", "affirment")),)),
    "de": ("la préposition « de », contractée ou élidée", (("le Creusot", ()), ("Iran", ()), ("la mairie", ()))),
    "defini": ("une fonction avec son article défini, au genre de l’emplacement", (("porte-parole du parquet", ()),)),
    "entre_guillemets": ("entre guillemets, sans point final", (("Nous partons.", ()),)),
    "genre": ("la forme au genre de l’emplacement, qui n’est pas montré lui-même", (("la maire", ("il", "elle")),)),
    "guillemets": ("entre guillemets, avec le point final à sa place", (("Nous partons.", ()), ("Nous partons", ()))),
    "majuscule": ("avec une majuscule au début", (("le maire", ()),)),
    "minuscule": ("avec une minuscule au début, sauf si c’est un nom propre", (("Le maire", ()),)),
    "par": ("la préposition « par »", (("le maire", ()),)),
    "participe": ("le participe au genre et au nombre de l’emplacement", (("étudié", ()),)),
    "pronom": ("le pronom qui reprend l’emplacement, qui n’est pas montré lui-même", (("la maire", ()),)),
    "que": ("« que », élidé s’il le faut", (("il pleut", ()), ("le maire part", ()))),
    "quel": ("« Quel » au genre et au nombre de l’emplacement, qui n’est pas montré lui-même", (("la maire", ()),)),
}


def _shortened(value: Any, most: int = 4) -> str:
    """Return a rule's data as YAML flow, long lists and mappings cut."""
    if isinstance(value, dict):
        pairs = [f"{key}: {_shortened(item, 2)}" for key, item in list(value.items())[:most]]
        return "{" + ", ".join(pairs) + (", …" if len(value) > most else "") + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_shortened(item, 2) for item in value[:most]) + (", …" if len(value) > most else "") + "]"
    text = str(value)
    return _quoted(text if len(text) <= 70 else text[:69] + "…")


def _quoted(text: str) -> str:
    return '"' + text.replace('\\', '\\\\').replace('"', '\\"') + '"' if re.search(r'[:#\[\]{},&*!|>%@`«»\'\\]|^[\s?-]|\s$|^$', text) else text


def _rule(rule: Rule) -> list[str]:
    lines = ["```yaml", f"- id: {rule.id}", f"  kind: {rule.kind}", f"  why: {_quoted(rule.why)}", "  data:"]
    lines += [f"    {key}: {_shortened(value)}" for key, value in rule.data.items()]
    return [*lines, "  examples:", f"    fires: [{_shortened(rule.fires[0])}]", f"    spares: [{_shortened(rule.spares[0])}]", "```"]


def rules_catalogue(book: Rulebook) -> str:
    """Return every kind of rule in French: what it decides, what its data hold, a rule of it."""
    lines: list[str] = []
    for name in sorted(KINDS):
        kind = KINDS[name]
        rules = book.of_kind(name)
        lines += [f"### {name}", "", KIND_NOTES.get(name) or (rules[0].why if rules else "Genre sans règle."), ""]
        keys = ", ".join(f"`{key}`" for key in kind.required)
        more = ", ".join(f"`{key}`" for key in kind.optional)
        lines += [f"Dans `data` : {keys}" + (f" ; au choix : {more}." if more else "."), ""]
        if rules:
            lines += [*_rule(rules[0]), "", f"Fichier : `{rules[0].path}`.", ""]
    return "\n".join(lines).rstrip("\n")


def _shown(name: str, value: str, arguments: tuple[str, ...]) -> str:
    from seo_fr.model import Grammar

    plural, feminine = value.startswith("les "), value.startswith("la ")
    slot = SlotText(value, Grammar("f" if feminine else "m", "p" if plural else "s"))
    try:
        return str(FILTERS[name](slot, *arguments))
    except Uncertain:
        return "(forme incertaine : le gabarit ne sert pas)"


def templates_catalogue(book: Rulebook) -> str:
    """Return every filter and every frame in French, with its slots and what a template of it gives. Raises KeyError for a filter without a note."""
    lines = ["### Les filtres", "", "| filtre | ce qu’il donne | exemples |", "|---|---|---|"]
    for name in sorted(FILTERS):
        what, examples = FILTER_NOTES[name]
        cells = []
        for value, arguments in examples:
            call = name + ("(" + ", ".join(f"'{item}'" for item in arguments) + ")" if arguments else "")
            cells.append(f"« {value} » `{{{{ x \\| {call} }}}}` → « {_shown(name, value, arguments)} »")
        lines.append(f"| `{name}` | {what} | {' ; '.join(cells)} |")
    lines += ["", "### Les cadres", ""]
    for frame in FRAMES:
        lines += [f"#### {frame.role} · {frame.frame}", "", frame.what, "", "| emplacement | ce qu’il contient |", "|---|---|"]
        lines += [f"| `{name}` | {what} |" for name, what in frame.slots]
        if frame.kinds:
            lines += ["", f"`kinds` : {frame.kinds}."]
        template = next((item for item in book.for_role(frame.role) if item.frame == frame.frame), None)
        if template is not None:
            lines += ["", f"Exemple (`{template.path}`) :", "", "```", template.source, "```", "", f"donne : {template.examples[0].text}"]
        lines.append("")
    return "\n".join(lines).rstrip("\n")


def with_catalogue(text: str, catalogue: str) -> str:
    """Return a document with its catalogue between the markers replaced. Raises ValueError where the markers are not there, once each."""
    if text.count(START) != 1 or text.count(END) != 1:
        raise ValueError(f"un document a une fois « {START} » et une fois « {END} »")
    return text[: text.index(START) + len(START)] + "\n\n" + catalogue + "\n\n" + text[text.index(END) :]


def documents(folder: Path) -> tuple[tuple[Path, str], ...]:
    """Return rules.md and templates.md of ``folder`` as they should be."""
    book = load()
    made = (("rules.md", rules_catalogue(book)), ("templates.md", templates_catalogue(book)))
    return tuple((folder / name, with_catalogue((folder / name).read_text(encoding="utf-8"), catalogue)) for name, catalogue in made)


def main(arguments: list[str]) -> None:
    """Write the documents of the folder given, else of ``docs`` beside the package."""
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parents[2] / "docs"
    for path, text in documents(folder):
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
