"""The MkDocs hook: plain ``mkdocs serve`` and ``mkdocs build`` convert the articles first and see edits in seeds/.

Named under ``hooks:`` in mkdocs.yml. Thin: it hands over to :func:`generator.pipeline.convert`.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.errors import KyYeuError
from generator.pipeline import convert
from generator.publishing.annotations import annotating, annotation
from generator.publishing.finishing import finish
from generator.publishing.folder import ArchiveFolder
from generator.publishing.site import already_converted
from generator.text.printable import printable

log = logging.getLogger("mkdocs.plugins.kyyeu")  # below mkdocs', so that a warning counts under --strict


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The same input gives the same bytes whatever the clock: MkDocs stamps what it packs with this moment, or today's."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Converts. What is left out is a warning, and the others are built; an error of the archive stops the build.

    MkDocs knows no exit code between: with ``--strict`` warnings make it fail, without it ends with 0. ``kyyeu build`` ends with 3.
    """
    if already_converted():
        return
    try:
        report = convert(_folder(config))
    except KyYeuError as error:
        for one in error.errors[:-1]:
            log.error("%s", one)
        _annotate(error.errors, "error")
        raise PluginError(str(error.errors[-1])) from error
    for left_out in report.errors:
        log.warning("%s", left_out)
    _annotate(report.errors, "warning")


def _annotate(errors: Sequence[KyYeuError], level: str) -> None:
    """In a GitHub workflow, makes the errors show beside their files."""
    if annotating():
        for one in errors:
            print(printable(annotation(one, level)), file=sys.stderr)  # noqa: T201 (a command to the runner, not a message)


def on_post_build(config: MkDocsConfig) -> None:
    """Indexes the built pages and the like, so that every way of building or serving has the search."""
    try:
        finish(Path(config.site_dir))
    except KyYeuError as error:
        raise PluginError(str(error)) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watches seeds/. Pages are only written when they change, so an edit ends in one more build, not in a circle."""
    server.watch(str(_folder(config).seeds))
    return server


def _folder(config: MkDocsConfig) -> ArchiveFolder:
    return ArchiveFolder.at(Path(config.config_file_path).parent)
