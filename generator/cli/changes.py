"""The command that logs how the published data changed."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import say_done
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing.changes import add_change, compared
from generator.rendering.exports.versions import SCHEMA


@click.command(
    cls=Command, examples=[("kyyeu changes ../site-cu site", None), ('kyyeu changes ../site-cu site --version 2026.4 --note "…"', None)]
)
@folder_option
@argument("old", type=PATH)
@argument("new", type=PATH)
@option("--version", "version", default=None)
@option("--note", "note", default=None)
def changes(directory: Path, old: Path, new: Path, version: str | None, note: str | None) -> None:
    """Log how the data changed from one publication to the next."""
    folder = ArchiveFolder.at(directory)
    today = dt.datetime.now(dt.UTC).date().isoformat()
    found = compared(directory / old, directory / new, version=version or today, on=today, schema=SCHEMA, note=note)
    add_change(folder, found)
    added, removed, changed = (sum(numbers[at] for _, numbers in found.tables) for at in range(3))
    say_done(message("changes.written", path=folder.changes, added=added, removed=removed, changed=changed))
