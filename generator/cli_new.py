"""``kyyeu new``: an archive of one's own."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli_options import folder_option
from generator.messages.terminal import printable
from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import KEPT, make, update
from generator.rendering.words.wordbook import LANGUAGES


@click.command()
@folder_option
@click.argument("target", metavar="TARGET", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", default="", help="What the archive is called. mkdocs.yml says it, and can be changed at any time.")
@click.option("--url", metavar="URL", default="", help="Its address on the web, where it has one already; GitHub Pages gives it by itself.")
@click.option(
    "--language",
    metavar="vi|en",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    show_default=True,
    help="Of the interface, the pages written by hand and the README.",
)
@click.option("--update", "is_update", is_flag=True, help="Bring a newer program into TARGET; its articles, settings and pages stay.")
def new(directory: Path, target: Path, *, name: str, url: str, language: str, is_update: bool) -> None:
    """Make an archive in TARGET: settings, an example article, the program, tests and a workflow that publishes it.

    TARGET is empty or not there yet. With -C, it is sought from DIR. The archive needs nothing of this installation, only
    Python 3.11 or newer; its README.md says what to do first. --update replaces the program in an archive made so and says what
    it replaced; what somebody had changed of it lies in before-update/ then.

    \b
    Examples:
      kyyeu new ../kho-cua-toi --name "Kỷ yếu phường Hoa Mai"
      kyyeu new ../my-archive --language en --url https://example.org/archive/
      kyyeu new --update ../kho-cua-toi
    """
    target = directory / target
    if not is_update:
        make(target, Wishes(language, name, url))
        click.echo(printable(f"{target}: made. What to do first: {target / 'README.md'}"))
        return
    if name or url:
        raise click.UsageError("--name and --url are for a new archive; an archive's own mkdocs.yml says them.")
    done = update(target)
    for what, paths in (("replaced", done.changed), ("added", done.added), ("removed", done.removed)):
        for path in paths:
            yours = f" (yours is in {KEPT}/)" if path in done.kept else ""
            click.echo(printable(f"{what} {path}{yours}"))
    if not (done.changed or done.added or done.removed):
        click.echo(printable(f"{target}: up to date"))
