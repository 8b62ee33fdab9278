"""What the command line says in French, and how it ends: click's help and messages, signals."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterable, Iterator

import click


class _Formatter(click.HelpFormatter):
    """Help in French."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args.replace("COMMAND [ARGS]...", "COMMANDE [ARGUMENTS]…"), "Utilisation : ")

    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{ {'Commands': 'Commandes'}.get(heading, heading) } :\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        french = [(term, "Affiche cette aide." if term == "--help" else text.replace("[default: ", "[par défaut : ")) for term, text in rows]
        super().write_dl(french, col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    context_class = _Context


class Group(click.Group):
    context_class = _Context
    command_class = Command


class Stopped(BaseException):
    """A signal asked us to end: what is open is closed on the way out."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextlib.contextmanager
def signals() -> Iterator[None]:
    """Turn Ctrl-C, SIGTERM and SIGHUP into :class:`Stopped`; a second one ends the process at once.

    Ctrl-C too: CPython ends a process by the signal itself, in spite of our exit code, when a KeyboardInterrupt was raised inside ``exec`` of a string (a dataclass or a
    template being made), even one that was caught.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(number: int, _frame: object) -> None:
        signal.signal(number, signal.SIG_DFL)
        raise Stopped(number)

    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [(number, signal.getsignal(number)) for number in numbers]
    for number, handler in before:
        if handler in (signal.SIG_DFL, signal.default_int_handler):  # «nohup» has SIGHUP ignored, and that is to stay
            signal.signal(number, stop)
    try:
        yield
    finally:
        for number, handler in before:
            if handler is not None:
                signal.signal(number, handler)


def say(text: str) -> None:
    """Write ``text`` on the standard error, where somebody reads it."""
    with contextlib.suppress(OSError):  # nobody reads it
        click.echo(text, err=True)


def in_french(error: click.ClickException) -> str:
    """Return click's message in French: what, and what to do."""
    if isinstance(error, click.NoSuchOption):
        close = f" Vouliez-vous dire {' ou '.join(sorted(error.possibilities))} ?" if error.possibilities else ""
        return f"option inconnue : {error.option_name}.{close}"
    if isinstance(error, click.MissingParameter):
        name = error.param.human_readable_name if error.param is not None else "?"
        return f"il manque : {name}."
    if isinstance(error, click.BadParameter):
        name = "/".join(error.param.opts) if error.param is not None else "?"
        if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.Choice):
            return f"{name} : valeur inconnue. Valeurs permises : {', '.join(error.param.type.choices)}."
        if isinstance(error.param, click.Parameter) and isinstance(error.param.type, click.IntRange):
            return f"{name} : un nombre entier de {error.param.type.min} à {error.param.type.max}."
        return f"{name} : {error.message}"
    if isinstance(error, click.FileError):
        return f"{error.ui_filename} : {error.message}"
    message = error.message
    for english, french in (
        ("No such command ", "commande inconnue : "),
        ("Got unexpected extra argument", "argument en trop"),
        ("Missing command.", "il manque une commande."),
        ("requires an argument.", "attend une valeur."),
        ("does not take a value.", "ne prend pas de valeur."),
        ("Option ", "l’option "),
    ):
        message = message.replace(english, french)
    return message
