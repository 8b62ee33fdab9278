"""Writes what the documents take from the program: ``python -m tests.document``.

docs/commandes.md is the help of every command; the excerpt in README.md is the beginning of the approved page of one article of corpus/ (of a page written now, until
there is an approved one).
"""

from __future__ import annotations

import re
import sys

import click

from tests.processes import CORPUS, ROOT, run

ARTICLE = CORPUS / "nappe-plaine-ardoise" / "article.txt"
README = ROOT / "README.md"
COMMANDS = ROOT / "docs" / "commandes.md"
START, END = "<!-- extrait -->", "<!-- fin de l’extrait -->"
WIDTH = 110


def help_of_all() -> str:
    """Return docs/commandes.md: each command's own help, in the order of the alphabet."""
    from seo_fr.cli import EXITS, cli

    parts = ["# Les commandes\n\nCe que dit `--help`, commande par commande (fichier écrit par `python -m tests.document`).\n"]
    top = cli.context_class(cli, info_name="seo-fr", terminal_width=WIDTH, max_content_width=WIDTH)
    parts.append(f"```\n{cli.get_help(top).rstrip()}\n```\n")
    for name, command in sorted(cli.commands.items()):
        context = command.context_class(command, info_name=name, parent=top, terminal_width=WIDTH, max_content_width=WIDTH)
        text = command.get_help(context)
        if command.epilog == EXITS:  # those of all commands stand above
            text = text[: text.rindex("Codes de sortie")]
        parts.append(f"## seo-fr {name}\n\n```\n{text.rstrip()}\n```\n")
    return "\n".join(parts)


def excerpt(page: str) -> str:
    """Return the before and after of README.md: the article's first paragraphs; the page's head, introduction, key points and headings."""
    title, first, second, *_ = ARTICLE.read_text(encoding="utf-8").split("\n\n")
    _, head, body = page.split("---\n", 2)
    kept = [line for line in head.splitlines() if line.split(":")[0] in ("title", "description", "slug", "keyphrase", "word_count")]
    before_first_section, *sections = re.split(r"\n(?=## )", body.strip())
    headings = [section.splitlines()[0] for section in sections]
    shown = "\n".join(["---", *kept, "---", "", before_first_section.strip(), "", *(f"{heading}\n…" for heading in headings)])
    return f"Avant ({len(_words(ARTICLE.read_text(encoding='utf-8')))} mots) :\n\n```text\n{title}\n\n{first}\n\n{second}\n\n…\n```\n\nAprès :\n\n```markdown\n{shown}\n```\n"


def _words(text: str) -> list[str]:
    return [word for word in text.split() if any(character.isalnum() for character in word)]


def page_now() -> str:
    """Return the approved page of the article, or one written now."""
    approved = ARTICLE.with_name("page.md")
    if approved.exists():
        return approved.read_text(encoding="utf-8")
    done = run("write", "--quiet", ARTICLE)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    return done.stdout.decode()


def with_excerpt(readme: str, page: str) -> str:
    """Return the README with its excerpt replaced."""
    start, end = readme.index(START) + len(START), readme.index(END)
    return f"{readme[:start]}\n\n{excerpt(page)}\n{readme[end:]}"


def main() -> int:
    """Write both; return the exit code."""
    COMMANDS.write_text(help_of_all(), encoding="utf-8")
    README.write_text(with_excerpt(README.read_text(encoding="utf-8"), page_now()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    click.echo(f"{COMMANDS.relative_to(ROOT)}, {README.relative_to(ROOT)}", err=True)
    sys.exit(main())
