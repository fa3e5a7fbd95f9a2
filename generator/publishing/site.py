"""From pages to a site: MkDocs builds into a folder beside the old site, and the two change places only when it succeeds."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.errors import PublishingError
from generator.publishing.configuration import configuration
from generator.publishing.folder import ArchiveFolder
from generator.publishing.settings_file import CheckedFile

#: The hook by which MkDocs converts first. Named by its path, as mkdocs.yml does: it lies above this layer.
HOOK = Path(__file__).resolve().parents[1] / "hook.py"

_converted: ContextVar[bool] = ContextVar("converted", default=False)


def already_converted() -> bool:
    """Whether the pages are fresh, so that the hook need not convert them again."""
    return _converted.get()


def build(folder: ArchiveFolder) -> None:
    """Builds the site of ``folder``, whose pages are fresh, into ``site/``, strictly.

    Raises PublishingError when MkDocs finds an error; the site built before then stays as it is.
    """
    staging = _staging(folder)
    try:
        with _fresh_pages():
            config = load_config(**_checked(folder), site_dir=str(staging), strict=True, **_with_hook(folder))
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build.build(config)
            finally:
                config.plugins.on_shutdown()
        _swap(staging, folder.site)
    except (MkDocsException, OSError) as error:
        raise _publishing_error(folder, error) from error
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def serve(folder: ArchiveFolder, address: str = "127.0.0.1:8000") -> None:
    """Serves the site of ``folder`` at ``address`` (host:port) until interrupted; what changes is converted and shown.

    Raises PublishingError when the address is taken or the first build fails.
    """
    log = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    try:
        # At the root of the address, whatever path the published site has.
        overrides = {"dev_addr": address, "site_url": f"http://{address}/", **_with_hook(folder)}
        mkdocs_serve.serve(**_checked(folder), **overrides)
    except (MkDocsException, OSError) as error:
        if isinstance(error, OSError) and error.errno in {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}:
            fix = "stop what serves there, or choose another with --address"
            raise PublishingError(f"cannot serve at {address}: {error.strerror}", fix=fix) from error
        raise _publishing_error(folder, error) from error
    finally:
        log.removeHandler(handler)


def _with_hook(folder: ArchiveFolder) -> dict[str, Any]:
    """The hooks that mkdocs.yml names, with ours by its own path: a copied mkdocs.yml need not have our code beside it.

    Raises ConfigurationError when mkdocs.yml cannot be read.
    """
    settings = configuration(folder)
    named = settings.get("hooks") or []
    others = [one for one in named if Path(str(one)).parts[-2:] != HOOK.parts[-2:]] if isinstance(named, list) else []
    return {"hooks": [str(HOOK), *others]}


def _checked(folder: ArchiveFolder) -> dict[str, Any]:
    """``mkdocs.yml`` for MkDocs, whose own loader runs what a tag names: checked each time before it is read."""
    path = folder.configuration.absolute()
    return {"config_file": CheckedFile(path), "config_file_path": str(path)}


@contextmanager
def _fresh_pages() -> Iterator[None]:
    token = _converted.set(True)
    try:
        yield
    finally:
        _converted.reset(token)


def _staging(folder: ArchiveFolder) -> Path:
    """An empty folder on the same disk as the site, so that changing places is one step."""
    try:
        return Path(tempfile.mkdtemp(dir=folder.root, prefix=".site-"))
    except OSError as error:
        raise _publishing_error(folder, error) from error


def _swap(new: Path, site: Path) -> None:
    """Puts ``new`` in the place of ``site``; should that fail, the old site is put back."""
    new.chmod(0o755)  # mkdtemp gives 0700, which a web server may not enter
    if not site.exists():
        new.rename(site)
        return
    old = Path(tempfile.mkdtemp(dir=site.parent, prefix=".site-")) / site.name
    try:
        site.rename(old)
        try:
            new.rename(site)
        except OSError:
            old.rename(site)
            raise
    finally:
        shutil.rmtree(old.parent, ignore_errors=True)


def _publishing_error(folder: ArchiveFolder, error: BaseException) -> PublishingError:
    if isinstance(error, OSError) and not isinstance(error, MkDocsException):
        where = error.filename if isinstance(error.filename, str | os.PathLike) else folder.root
        return PublishingError(f"the site cannot be built or served: {error.strerror or error}", path=Path(where))
    return PublishingError(f"MkDocs stopped: {error}", path=folder.configuration, fix="see its messages above")
