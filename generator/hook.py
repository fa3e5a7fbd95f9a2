"""The MkDocs hook: plain ``mkdocs serve`` and ``mkdocs build`` convert the articles first and see edits in seeds/.

Named under ``hooks:`` in mkdocs.yml. Thin: it hands over to :func:`generator.pipeline.convert`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from contextvars import ContextVar
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.errors import KyYeuError
from generator.messages import in_language, message
from generator.messages.terminal import printable
from generator.pipeline import convert
from generator.publishing.annotations import annotating, annotation
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.page_policy import additions
from generator.publishing.archive_folder.speaking import spoken_language
from generator.publishing.building.content_security import LIVE_RELOAD
from generator.publishing.building.finishing import finish
from generator.publishing.building.live_server import LiveServer
from generator.publishing.building.mkdocs_build import already_finished
from generator.publishing.building.site import already_converted
from generator.publishing.building.surviving import survive
from generator.publishing.safe_changes.staging import begin, end

log = logging.getLogger("mkdocs.plugins.kyyeu")  # below mkdocs', so that a warning counts under --strict


_dirty: ContextVar[bool] = ContextVar("dirty", default=False)


def on_startup(command: str, dirty: bool, **_: Any) -> None:
    """Note whether MkDocs serves: then it adds its own script to each page, which the policy must allow."""
    LIVE_RELOAD.set(command == "serve")
    _dirty.set(dirty)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set what mkdocs.yml cannot: a fixed clock, because MkDocs stamps its archives with the present time, and escaped names, because the
    theme puts the archive's name and description into attributes unescaped."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    for name in ("site_name", "site_description", "site_author"):
        if isinstance(value := config.get(name), str):
            config[name] = escape(value)  # marked as escaped, so that a template that escapes it too changes nothing
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Convert the articles. A skipped file is a warning; an error of the archive stops the build.

    MkDocs has no exit code for this: with ``--strict`` warnings make it fail, without it ends with 0. ``kyyeu build`` ends with 3.
    """
    if already_converted():
        return
    with in_language(spoken_language(Path(config.config_file_path).parent)):
        _convert(config)


def _convert(config: MkDocsConfig) -> None:
    try:
        folder = _folder(config)
        begin(folder.root)  # no other run changes the pages until they are built
        report = convert(folder)
    except KyYeuError as error:
        for cause in error.errors[:-1]:
            log.error("%s", cause)
        _annotate(error.errors, "error")
        raise PluginError(str(error.errors[-1])) from error
    for note in report.notes:
        log.info("%s", note)
    for left_out in report.errors:
        log.warning("%s", left_out)
    _annotate(report.errors, "warning")


def _annotate(errors: Sequence[KyYeuError], level: str) -> None:
    """Annotate files with their errors in a GitHub workflow."""
    if annotating():
        for error in errors:
            print(printable(annotation(error, level)), file=sys.stderr)  # noqa: T201 (a command to the runner, not a message)


def on_post_build(config: MkDocsConfig) -> None:
    """Finish the built pages (index, content security policy), however the site is built or served."""
    try:
        if not already_finished():
            finish(Path(config.site_dir), additions(config.extra, config.config_file_path))
    except KyYeuError as error:
        with in_language(spoken_language(Path(config.config_file_path).parent)):
            raise PluginError(str(error)) from error
    finally:
        end()


def on_build_error(error: Exception, **_: Any) -> None:  # noqa: ARG001 (MkDocs names it)
    """Release the lock, so that other runs can change the pages."""
    end()


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch seeds/, and keep the last good pages when a build fails.

    Pages are only written when they change, so an edit causes one more build, not a loop.
    """
    server.watch(str(_folder(config).seeds))
    survive(server, keeps_site=_dirty.get() or isinstance(server, LiveServer))
    with in_language(spoken_language(_folder(config).root)):
        log.info("%s", message("serving.ready", address=server.url))
    return server


def _folder(config: MkDocsConfig) -> ArchiveFolder:
    return ArchiveFolder.at(Path(config.config_file_path).parent)
