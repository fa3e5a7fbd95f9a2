"""The command that repairs damaged texts."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import FAILED, say_done, say_error
from generator.errors import KyYeuError, ReadingError
from generator.messages import message
from generator.messages.terminal import printable
from generator.publishing.writing.repairing import kept, repair_of, save


@click.command(cls=Command, examples=[("kyyeu repair seeds/le-khen-thuong.txt", None), ("kyyeu repair --write seeds/*.txt", None)])
@folder_option
@argument("files", nargs=-1, required=True, type=PATH)
@option("--write", "writes", is_flag=True)
def repair(directory: Path, files: tuple[Path, ...], *, writes: bool) -> None:
    """Show the original of a damaged text."""
    failed = False
    for path in (directory / file for file in files):
        try:
            failed = not _one(path, writes=writes) or failed
        except KyYeuError as error:
            failed = True
            say_error(error, done=False)
    if failed:
        raise click.exceptions.Exit(FAILED)


def _one(path: Path, *, writes: bool) -> bool:
    """Show, and on demand save, the repair of one file; return whether nothing remains to be done by hand."""
    found = repair_of(path)
    if found is None:
        say_done(message("repair.of_file", path=path, what=message("repair.nothing")))
        return True
    before, after = (text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for text in (found.before, found.after))
    for line in unified_diff(before, after, str(path), str(path), n=0, lineterm=""):
        click.echo(printable(line))
    if before == after:
        say_done(message("repair.of_file", path=path, what=message("repair.as_utf8")))
    if not found.certain:
        raise ReadingError(message("repair.uncertain"), path=path, fix=message("damage.fix.encoding"))
    if writes:
        save(path, found)
        say_done(message("repair.of_file", path=path, what=message("repair.saved", copy=kept(path).name)))
    return True
