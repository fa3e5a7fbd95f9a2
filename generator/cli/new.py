"""``kyyeu new``: create an archive."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import say_done, serving
from generator.cli.usage import OneOf, WrongUsageError
from generator.messages import message
from generator.publishing.archive_folder.speaking import language_of_new
from generator.publishing.starter.contents import Wishes
from generator.publishing.starter.making import KEPT, make, update
from generator.rendering.words.wordbook import LANGUAGES


@click.command(
    cls=Command,
    examples=[
        ('kyyeu new ../kho-cua-toi --name "Kỷ yếu phường Hoa Mai"', None),
        ("kyyeu new ../my-archive --language en --url https://example.org/archive/", None),
        ("kyyeu new --update ../kho-cua-toi", None),
    ],
)
@folder_option
@argument("target", type=PATH)
@option("--name", default="")
@option("--url", default="")
@option("--language", type=OneOf(lambda: LANGUAGES), default=None)
@option("--update", "is_update", is_flag=True)
def new(directory: Path, target: Path, *, name: str, url: str, language: str | None, is_update: bool) -> None:
    """Create an archive."""
    target = directory / target
    if not is_update:
        make(target, Wishes(language_of_new(language or ""), name, url))
        commands = {"desk": serving(target, "desk"), "command": serving(target)}
        say_done(message("done.made", target=target, readme=target / "README.md", **commands))
        if language is None:
            say_done(message("done.made_in"))
        return
    if name or url or language:
        raise WrongUsageError(message("usage.only_new"), click.get_current_context())
    done = update(target)
    for what, paths in (("replaced", done.changed), ("added", done.added), ("removed", done.removed)):
        for path in paths:
            say_done(message(f"done.{what}_yours" if path in done.kept else f"done.{what}", path=path, kept=KEPT))
    if not (done.changed or done.added or done.removed):
        say_done(message("done.up_to_date", target=target))
