"""``kyyeu desk``: the archive in the browser, for who keeps it."""

from __future__ import annotations

import os
import webbrowser
from importlib.util import find_spec
from pathlib import Path

import click

from generator.cli.help import Command, option
from generator.cli.options import folder_option
from generator.cli.reporting import say_done
from generator.errors import ConfigurationError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder

PASSWORD = "KYYEU_DESK_PASSWORD"  # noqa: S105 (the name of a variable of the environment)
_SHORTEST = 8  # characters of a password


def _address(context: click.Context, parameter: click.Parameter, value: str) -> tuple[str, int]:
    host, colon, port = value.rpartition(":")
    if not (host and colon and port.isascii() and port.isdigit() and int(port) < 65536):
        raise click.BadParameter(str(message("usage.no_address", value=value)), ctx=context, param=parameter)
    return host, int(port)


@click.command(cls=Command, examples=[("kyyeu desk", None), ("kyyeu desk -C ../my-archive", None), ("kyyeu desk --no-browser", None)])
@folder_option
@option("-a", "--address", default="127.0.0.1:8010", callback=_address, show_default=True)
@option("--name", "names", multiple=True)
@option("--no-browser", is_flag=True)
def desk(directory: Path, address: tuple[str, int], names: tuple[str, ...], *, no_browser: bool) -> None:
    """Open the desk."""
    folder = ArchiveFolder.at(directory)
    if any(find_spec(name) is None for name in ("starlette", "uvicorn", "ruamel")):
        raise ConfigurationError(message("desk.not_installed"), fix=message("desk.fix.not_installed"))
    from generator.desk.access import Access, is_loopback  # noqa: PLC0415 - only this command needs its packages
    from generator.desk.serving import bound, serve  # noqa: PLC0415

    host, port = address
    password = os.environ.get(PASSWORD) or None
    if password is not None and len(password) < _SHORTEST:
        raise ConfigurationError(message("desk.short_password", n=_SHORTEST), fix=message("desk.fix.short_password", variable=PASSWORD))
    if not is_loopback(host) and password is None:
        fix = message("desk.fix.needs_password", variable=PASSWORD)
        raise ConfigurationError(message("desk.needs_password", host=host), fix=fix)
    listening = bound(host, port)
    access = Access(host, listening.getsockname()[1], password, frozenset(names))
    shown = access.address if password is not None else f"{access.address}?key={access.key}"
    say_done(message("desk.open_at", address=shown))
    serve(folder, listening, access, None if no_browser else webbrowser.open)
