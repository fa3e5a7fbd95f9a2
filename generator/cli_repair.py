"""The command that puts damaged texts right."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import click

from generator.cli_options import folder_option
from generator.errors import KyYeuError, ReadingError
from generator.messages import message
from generator.messages.terminal import printable
from generator.publishing.repairing import kept, repair_of, save

FAILED = 1


@click.command()
@folder_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--write", "writes", is_flag=True, help="Save what is certain; the file as it was is left beside it as FILE~.")
def repair(directory: Path, files: tuple[Path, ...], *, writes: bool) -> None:
    """Show what a damaged text was before it was damaged, line by line: old fonts (TCVN3, VNI, VISCII), UTF-8 read as Windows
    text, letters as codes (&#7843;), UTF-16 without a mark.

    Nothing is written without --write, and then only what is certain. With -C, each FILE is sought from DIR.

    \b
    Examples:
      kyyeu repair seeds/le-khen-thuong.txt
      kyyeu repair --write seeds/*.txt
    """
    failed = False
    for path in (directory / file for file in files):
        try:
            failed = not _one(path, writes=writes) or failed
        except KyYeuError as error:
            failed = True
            click.echo(f"kyyeu: {printable(str(error))}", err=True)
    if failed:
        raise click.exceptions.Exit(FAILED)


def _one(path: Path, *, writes: bool) -> bool:
    """Show, and on demand save, the repair of one file; whether nothing is left to do by hand."""
    found = repair_of(path)
    if found is None:
        click.echo(f"{path}: {message('repair.nothing')}")
        return True
    before, after = (text.replace("\r\n", "\n").replace("\r", "\n").split("\n") for text in (found.before, found.after))
    for line in unified_diff(before, after, str(path), str(path), n=0, lineterm=""):
        click.echo(printable(line))
    if before == after:
        click.echo(f"{path}: {message('repair.as_utf8')}")
    if not found.certain:
        raise ReadingError(message("repair.uncertain"), path=path, fix=message("damage.fix.encoding"))
    if writes:
        save(path, found)
        click.echo(f"{path}: {message('repair.saved', copy=kept(path).name)}")
    return True
