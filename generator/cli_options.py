"""What every command takes."""

from __future__ import annotations

from pathlib import Path

import click


def _entered(context: click.Context, _parameter: click.Parameter, value: Path | None) -> Path:
    """DIR, sought as git seeks it: a second -C counts from the first."""
    folder = (context.obj or Path()) / (value or Path())
    try:
        there = folder.is_dir()
    except OSError:  # no name that a folder could have
        there = False
    if not there:
        raise click.BadParameter(f"'{folder}' is no folder.", ctx=context, param_hint="'-C'")
    context.obj = folder
    return folder


folder_option = click.option(
    "-C",
    "directory",
    metavar="DIR",
    type=click.Path(path_type=Path),
    callback=_entered,
    help="Work in DIR, as if started there. It holds mkdocs.yml, seeds/ and docs/.  [default: the current folder]",
)
