"""The command that measures what the program finds against facts that persons wrote or confirmed; it may write the latter."""

from __future__ import annotations

from pathlib import Path

import click

from generator import inspection
from generator.cli.help import Command, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import progress, report_all
from generator.cli.usage import WrongUsageError
from generator.evaluation.scores import table, to_data
from generator.messages import message
from generator.messages.terminal import json_line
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.gold_files import write_gold


@click.command(
    cls=Command,
    examples=[
        ("kyyeu evaluate tests/gold", None),
        ("kyyeu evaluate tests/gold --misses", None),
        ("kyyeu evaluate ../corpus/gold ../corpus/articles --json", None),
        ("kyyeu evaluate --checked", None),
    ],
)
@folder_option
@argument("gold", required=False, type=PATH)
@argument("articles", required=False, type=PATH)
@option("--misses", is_flag=True)
@option("--json", "as_json", is_flag=True)
@option("--checked", is_flag=True)
@option("--export", type=PATH)
def evaluate(
    directory: Path, gold: Path | None, articles: Path | None, *, misses: bool, as_json: bool, checked: bool, export: Path | None
) -> None:
    """Measure the extraction against facts written by hand, or confirmed by the archive's people."""
    context = click.get_current_context()
    if checked is (gold is not None) or (export is not None and not checked):
        raise WrongUsageError(message("usage.gold_or_checked"), context)
    if checked:
        folder = ArchiveFolder.at(directory)
        here = inspection.evaluate_checked(folder, progress(beside_output=True))
        measured = here.measured
        if export is not None:
            write_gold(directory / export, here.gold)
    else:
        assert gold is not None
        where = ArchiveFolder.at(directory).seeds if articles is None else directory / articles
        measured = inspection.evaluate(directory / gold, where, progress(beside_output=True))
    both = {"default": measured.default, "strict": measured.strict}
    if as_json:
        click.echo(json_line({name: to_data(measure, differences=misses) for name, measure in both.items()}))
    else:
        for name, measure in both.items():
            click.echo(f"{message(f'commands.evaluate.match.{name}')}\n{table(measure, differences=misses, intervals=checked)}\n")
    report_all(measured.errors, measured.articles)
