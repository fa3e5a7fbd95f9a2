"""From pages to a site: MkDocs builds into a folder beside the old site, and the two change places only when the new one is whole."""

from __future__ import annotations

import errno
import logging
import os
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.cache.store import opened
from generator.errors import PublishingError
from generator.messages import in_language, message
from generator.messages.system import refusal
from generator.publishing.archive_folder.configuration import configuration
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.settings_file import CheckedFile
from generator.publishing.archive_folder.speaking import spoken_language
from generator.publishing.building import mkdocs_build
from generator.publishing.building.completeness import Listed, check_whole
from generator.publishing.building.live_page import make_pages
from generator.publishing.building.live_server import LiveServer, Preview
from generator.publishing.building.mkdocs_messages import hearing, stopped
from generator.publishing.building.site_folder import on_another_disk, replaceable
from generator.publishing.safe_changes.durability import sync_tree
from generator.publishing.safe_changes.exchange import open_to_readers, take_place
from generator.publishing.safe_changes.recovery import OLD, SITE, keep_hidden
from generator.publishing.safe_changes.staging import cleared, end, remove, working

#: The hook by which MkDocs converts first. Named by its path, as mkdocs.yml does: it lies above this layer.
HOOK = Path(__file__).resolve().parents[2] / "hook.py"

_converted: ContextVar[bool] = ContextVar("converted", default=False)


def already_converted() -> bool:
    """Return whether the pages are fresh, so that the hook need not convert them again."""
    return _converted.get()


def build(folder: ArchiveFolder) -> bool:
    """Build the site of ``folder``, whose pages are fresh, into ``site/``, strictly; return whether it would be the same again.

    Raises PublishingError when MkDocs finds an error, when the new site is not whole, and when ``site/`` is not ours to replace; the site
    built before then stays as it is.
    """
    with working(folder.root) as ours:
        site = replaceable(folder)
        new, old = ours / SITE, ours / OLD
        try:
            listed, same_again = _built(folder, cleared(new), site)
            check_whole(new, listed)
            open_to_readers(new, site)
            sync_tree(new)
            take_place(new, site, old)
            for folder_of_site in (new, old):
                if folder_of_site.is_dir():
                    keep_hidden(folder_of_site, site)
        except OSError as error:
            if error.errno in {errno.EXDEV, errno.EBUSY}:
                raise on_another_disk(folder) from error
            raise _refused(folder, error) from error
        finally:
            for copy in (new, old):
                remove(copy)
    return same_again


def _built(folder: ArchiveFolder, new: Path, site: Path) -> tuple[Listed, bool]:
    """Build into ``new``, with what is the same in ``site``, and give what MkDocs was to build, and whether
    no plugin of the archive's own has a part in it.

    Raises PublishingError with what MkDocs said when it stops.
    """
    listed = Listed()
    with _fresh_pages(), hearing() as heard:
        try:
            config = load_config(**_checked(folder), site_dir=str(new), strict=True, **_with_hook(folder))
            config.plugins["kyyeu/listed"] = listed
            config.plugins.on_startup(command="build", dirty=False)
            try:
                with opened(folder.root) as store:
                    mkdocs_build.build(config, store, site)
            finally:
                config.plugins.on_shutdown()
        except MkDocsException as error:
            raise stopped(folder, error, heard) from error
    return listed, mkdocs_build.is_ours_alone(config)


def serve(folder: ArchiveFolder, address: str, pages_of: Callable[[Collection[Path]], Mapping[str, str]]) -> None:
    """Serve the site of ``folder`` at ``address`` (host:port) until interrupted; what changes is converted and shown, first the pages
    that ``pages_of`` makes of the files of edited articles.

    Raises PublishingError when the address is taken or the first build fails.
    """
    log = logging.getLogger("mkdocs")
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    threading.excepthook = _unless_closed
    try:
        # At the root of the address, whatever path the published site has.
        overrides = {"dev_addr": address, "site_url": f"http://{address}/", **_with_hook(folder)}

        def preview(edited: Collection[Path], site: Path) -> bool:
            with TemporaryDirectory(dir=site.parent) as beside:
                return bool(make_pages(load_config(**_checked(folder), site_dir=beside, **overrides), pages_of(edited), site))

        with _building_beside(folder, preview):
            mkdocs_serve.serve(**_checked(folder), **overrides)
    except MkDocsException as error:
        reason = message("mkdocs.stopped", reason=error)
        raise PublishingError(reason, path=folder.configuration, fix=message("mkdocs.fix.above")) from error
    except OSError as error:
        if error.errno in {errno.EADDRINUSE, errno.EACCES, errno.EADDRNOTAVAIL}:
            reason = message("serving.no_address", address=address, reason=refusal(error))
            raise PublishingError(reason, fix=message("serving.fix.address")) from error
        raise _refused(folder, error) from error
    finally:
        end()
        log.removeHandler(handler)


@contextmanager
def _building_beside(folder: ArchiveFolder, preview: Preview) -> Iterator[None]:
    """Let MkDocs serve by our server and build as :func:`build` does: pages that stay the same are taken over from those it serves."""
    mkdocs: Any = mkdocs_serve  # takes no other builder and server than those it imports
    servers: list[LiveServer] = []

    def server(**named: Any) -> LiveServer:
        servers.append(LiveServer(folder, preview, **named))
        return servers[-1]

    def build_served(config: MkDocsConfig, *, serve_url: str | None = None, dirty: bool = False) -> None:
        def into(new: Path, last: Path) -> None:
            config.site_dir = str(new)
            with in_language(spoken_language(folder.root)), opened(folder.root) as store:
                mkdocs_build.build(config, store, last, serve_url=serve_url, dirty=dirty)

        servers[-1].whole(into)

    stock = mkdocs.build, mkdocs.LiveReloadServer
    mkdocs.build, mkdocs.LiveReloadServer = build_served, server
    try:
        yield
    finally:
        mkdocs.build, mkdocs.LiveReloadServer = stock


def _unless_closed(error: threading.ExceptHookArgs) -> None:
    """Report what a thread raised, but for the server's own when it was closed before its thread began to listen."""
    if not (error.exc_type is ValueError and "file descriptor" in str(error.exc_value)):
        threading.__excepthook__(error)


def _with_hook(folder: ArchiveFolder) -> dict[str, Any]:
    """Return the hooks that mkdocs.yml names, with ours by its own path: a copied mkdocs.yml need not have our code beside it.

    Raises ConfigurationError when mkdocs.yml cannot be read.
    """
    settings = configuration(folder)
    named = settings.get("hooks") or []
    others = [hook for hook in named if Path(str(hook)).parts[-2:] != HOOK.parts[-2:]] if isinstance(named, list) else []
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


def _refused(folder: ArchiveFolder, error: OSError) -> PublishingError:
    where = error.filename if isinstance(error.filename, str | os.PathLike) else folder.root
    return PublishingError(message("mkdocs.refused", reason=refusal(error)), path=Path(where))
