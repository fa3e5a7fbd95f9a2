"""``kyyeu corpus``: articles by the hundred thousand, on this machine or on a cluster."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.help import Command, Group, argument, option
from generator.cli.options import PATH, folder_option
from generator.cli.reporting import LEFT_OUT, Stopwatch, say, say_done, serving
from generator.cli.usage import OneOf, WrongUsageError
from generator.errors import AuthorityError, ConfigurationError, StartingError, shown
from generator.messages import LANGUAGES, Listed, Message, message
from generator.messages.terminal import json_line, printable
from generator.publishing.starter.adapting import known_units
from generator.publishing.starter.sources import source
from generator.reading.files import contents

if TYPE_CHECKING:
    from generator.corpus.engines.engine import Engine
    from generator.corpus.running import Progress
    from generator.rendering.pages.volumes import Volume

_EVERY = 0.5  #: seconds between two lines of progress on a terminal


@click.group(
    cls=Group,
    places=dict.fromkeys(("cut", "merge", "query", "run", "volumes"), "corpus"),
    examples=[("kyyeu corpus run crawl/*.warc.gz --out corpus", None)],
)
@folder_option
def corpus(directory: Path) -> None:
    """Read articles by the hundred thousand."""


@click.command(
    cls=Command,
    examples=[
        ("kyyeu corpus run crawl/ --out corpus", None),
        ("kyyeu corpus run *.jsonl.gz --out corpus --workers 8", None),
        ("kyyeu corpus run *.warc.gz --out corpus --scheduler tcp://10.0.0.1:8786", None),
        ("kyyeu corpus run bai.parquet --out corpus --field text=noi_dung", None),
    ],
)
@folder_option
@argument("sources", nargs=-1, required=True, type=PATH)
@option("--out", "out", required=True, type=PATH)
@option("--scheduler", default=None)
@option("--workers", type=click.IntRange(0), default=None)
@option("--field", "fields", multiple=True)
@option("--units", "units", type=PATH, default=None)
@option("--language", type=OneOf(lambda: LANGUAGES), default="vi", show_default=True)
@option("--anew", is_flag=True)
def run(
    directory: Path,
    sources: tuple[Path, ...],
    *,
    out: Path,
    scheduler: str | None,
    workers: int | None,
    fields: tuple[str, ...],
    units: Path | None,
    language: str,
    anew: bool,
) -> None:
    """Read sources into a corpus."""
    from generator.corpus.processing.fingerprint import Settings  # noqa: PLC0415 - only this command needs it
    from generator.corpus.running import run as run_all  # noqa: PLC0415
    from generator.corpus.sources.reading import sources_at  # noqa: PLC0415

    if scheduler is not None and workers is not None:
        raise WrongUsageError(message("usage.scheduler_or_workers"), click.get_current_context())
    watch = Stopwatch()
    settings = Settings(_units(directory, units), language)
    found = sources_at([directory / path for path in sources], _fields(fields))
    engine = _engine(scheduler, workers)
    try:
        result = run_all(found, directory / out, engine, settings, _Shower(), anew=anew)
    finally:
        engine.close()
    progress = result.progress
    numbers = {"articles": result.articles, "facts": result.facts}
    words = {name: message(f"done.{name}", n=number) for name, number in numbers.items()}
    say_done(message("corpus.done", **words, new=progress.read, known=progress.known, seconds=watch.words(), place=shown(directory / out)))
    if result.set_aside:
        say_done(message("corpus.set_aside", n=result.set_aside, place=shown(directory / out / "tables" / "set_aside.parquet")))
        raise click.exceptions.Exit(LEFT_OUT)


def _engine(scheduler: str | None, workers: int | None) -> Engine:
    if workers == 0:
        from generator.corpus.engines.here import Here  # noqa: PLC0415

        return Here()
    if find_spec("distributed") is None:
        raise ConfigurationError(message("corpus.not_installed"), fix=message("corpus.fix.not_installed"))
    from generator.corpus.engines.cluster import Cluster  # noqa: PLC0415

    return Cluster(scheduler, workers)


def _units(directory: Path, given: Path | None) -> str:
    """Return the list of units: that of the user, else what every archive knows, else that of the archive in ``directory``."""
    if given is not None:
        return contents(directory / given, AuthorityError).decode("utf-8-sig")
    try:
        return known_units(source().text("seeds/units.yml"), "vi")
    except StartingError:
        own = directory / "seeds" / "units.yml"
        return own.read_text(encoding="utf-8") if own.is_file() else ""


def _fields(given: tuple[str, ...]) -> dict[str, str]:
    from generator.corpus.sources.fields import known_names  # noqa: PLC0415 - only this command needs it

    found = {}
    for pair in given:
        name, equals, column = pair.partition("=")
        if not equals or not column or name not in known_names():
            known = ", ".join(known_names())
            raise WrongUsageError(message("usage.no_field", value=pair, known=known), click.get_current_context())
        found[name] = column
    return found


class _Shower:
    """Shows progress on a terminal, on one line, at most twice a second; silent elsewhere."""

    def __init__(self) -> None:
        self._start = self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if not sys.stderr.isatty() or now - self._last < _EVERY:
            return
        self._last = now
        rate = progress.read / max(now - self._start, 0.001)
        click.echo(f"\r\x1b[K{_progress(progress, rate)}", err=True, nl=False)


def _progress(progress: Progress, rate: float) -> Message:
    return message("corpus.progress", read=progress.read, known=progress.known, damaged=progress.damaged, rate=round(rate))


@click.command(cls=Command, examples=[("kyyeu corpus merge corpus", None)])
@folder_option
@argument("place", type=PATH)
def merge(directory: Path, place: Path) -> None:
    """Find what belongs together in a corpus."""
    from generator.corpus.merging.merging import merge as merge_all  # noqa: PLC0415 - only this command needs it

    watch = Stopwatch()
    done = merge_all(directory / place, _step)
    numbers = {"copies": done.copies, "events": done.events, "reports": done.reports, "persons": done.persons}
    say_done(message("corpus.merged", **numbers, seconds=watch.words()))


def _step(name: str) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{message(f'corpus.step.{name}')} …", err=True, nl=False)


@click.command(
    cls=Command,
    examples=[
        ("kyyeu corpus cut corpus ../kho-dien-bien --province 'Điện Biên' --year 2024", None),
        ("kyyeu corpus cut corpus ../kho-bo-noi-vu --ministry 'Bộ Nội vụ' --name 'Kỷ yếu Bộ Nội vụ'", None),
    ],
)
@folder_option
@argument("place", type=PATH)
@argument("target", type=PATH)
@option("--province", default=None)
@option("--unit", "--ministry", "unit", default=None)
@option("--year", type=click.IntRange(1000, 9999), default=None)
@option("--name", default="")
@option("--language", type=OneOf(lambda: LANGUAGES), default="vi", show_default=True)
def cut(
    directory: Path, place: Path, target: Path, *, province: str | None, unit: str | None, year: int | None, name: str, language: str
) -> None:
    """Cut an archive out of a corpus."""
    from generator.corpus.cutting.choosing import Choice  # noqa: PLC0415 - only this command needs it
    from generator.corpus.cutting.cut import cut as cut_all  # noqa: PLC0415
    from generator.publishing.starter.contents import Wishes  # noqa: PLC0415

    choice = Choice(province, unit, year)
    if not choice.name:
        raise WrongUsageError(message("usage.nothing_chosen"), click.get_current_context())
    called = name or str(message("corpus.called", what=choice.name))
    number = cut_all(directory / place, directory / target, choice, Wishes(language, called))
    articles = message("done.articles", n=number)
    say_done(message("corpus.cut", articles=articles, place=shown(directory / target), command=serving(directory / target)))


@click.command(
    cls=Command,
    examples=[
        ("kyyeu corpus query corpus --awards-by type,year,province", None),
        ("kyyeu corpus query corpus 'SELECT year, count(*) FROM articles GROUP BY year ORDER BY year'", None),
    ],
)
@folder_option
@argument("place", type=PATH)
@argument("query", required=False)
@option("--awards-by", "dimensions", default=None)
@option("--json", "as_json", is_flag=True)
def query(directory: Path, place: Path, query: str | None, *, dimensions: str | None, as_json: bool) -> None:
    """Ask a corpus."""
    from generator.corpus.questions.asking import asked  # noqa: PLC0415 - only this command needs it
    from generator.corpus.questions.awards import DIMENSIONS, awards_by  # noqa: PLC0415
    from generator.corpus.store.folder import CorpusFolder  # noqa: PLC0415

    if (query is None) is (dimensions is None):
        raise WrongUsageError(message("usage.query_or_awards"), click.get_current_context())
    names = [name.strip() for name in dimensions.split(",") if name.strip()] if dimensions is not None else []
    for name in names:
        if name not in DIMENSIONS:
            raise WrongUsageError(message("usage.none_of", value=name, names=Listed(tuple(DIMENSIONS))), click.get_current_context())
    folder = CorpusFolder.at(directory / place)
    if dimensions is not None and not folder.merged.is_dir():
        say(message("corpus.not_merged"))
    with asked(folder, query if query is not None else awards_by(names)) as answer:
        if not as_json:
            click.echo("\t".join(map(printable, answer.columns)))
        for rows in answer.rows:
            for row in rows:
                click.echo(_json_row(answer.columns, row) if as_json else "\t".join(map(_cell, row)))


def _json_row(columns: Sequence[str], row: Sequence[object]) -> str:
    return json_line(json.loads(json.dumps(dict(zip(columns, row, strict=True)), default=str)))


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return printable(json.dumps(value, ensure_ascii=False, default=str))
    return printable(str(value))


@click.command(
    cls=Command,
    examples=[
        ("kyyeu corpus volumes corpus ../ky-yeu --name 'Kỷ yếu toàn quốc'", None),
        ("kyyeu corpus volumes corpus ../kho-dien-bien --province 'Điện Biên'", None),
    ],
)
@folder_option
@argument("place", type=PATH)
@argument("target", type=PATH)
@option("--province", default=None)
@option("--unit", "--ministry", "unit", default=None)
@option("--name", default="")
@option("--url", default="")
@option("--language", type=OneOf(lambda: LANGUAGES), default="vi", show_default=True)
def volumes(
    directory: Path, place: Path, target: Path, *, province: str | None, unit: str | None, name: str, url: str, language: str
) -> None:
    """Publish a corpus in yearly volumes."""
    from generator.corpus.cutting.choosing import Choice  # noqa: PLC0415 - only this command needs it
    from generator.corpus.volumes.making import publish  # noqa: PLC0415
    from generator.publishing.starter.contents import Wishes  # noqa: PLC0415

    watch, choice = Stopwatch(), Choice(province, unit)
    called = name or (str(message("corpus.called", what=choice.name)) if choice.name else "")
    made = publish(directory / place, directory / target, choice, Wishes(language, called, url), _volume)
    articles = message("done.articles", n=sum(volume.articles for volume in made))
    site = shown(directory / target / "site")
    say_done(message("corpus.published", n=len(made), articles=articles, place=site, seconds=watch.words()))


def _volume(volume: Volume) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r\x1b[K{message('corpus.volume', volume=volume.folder, n=volume.articles)} …", err=True, nl=False)
