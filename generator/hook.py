"""The MkDocs hook: plain ``mkdocs serve`` and ``mkdocs build`` convert the articles first and see edits in seeds/.

Named under ``hooks:`` in mkdocs.yml. Thin: it hands over to :func:`generator.pipeline.convert`.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator.errors import KyYeuError
from generator.pipeline import convert
from generator.publishing.content_security import LIVE_RELOAD, additions
from generator.publishing.finishing import finish
from generator.publishing.folder import ArchiveFolder
from generator.publishing.site import already_converted

log = logging.getLogger("mkdocs.plugins.kyyeu")  # below mkdocs', so that a warning counts under --strict


def on_startup(command: str, **_: Any) -> None:
    """Note whether MkDocs serves: then it puts its own script into each page, which the policy must let run."""
    LIVE_RELOAD.set(command == "serve")


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """The same input gives the same bytes whatever the clock: MkDocs stamps what it packs with this moment, or today's."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Converts. An article in error is a warning, and the others are built; an error of the archive stops the build."""
    if already_converted():
        return
    try:
        report = convert(_folder(config))
    except KyYeuError as error:
        raise PluginError(str(error)) from error
    for left_out in report.errors:
        log.warning("%s", left_out)


def on_post_build(config: MkDocsConfig) -> None:
    """Index the built pages, secure them and the like, so that every way of building or serving has the search."""
    try:
        finish(Path(config.site_dir), additions(config.extra, config.config_file_path))
    except KyYeuError as error:
        raise PluginError(str(error)) from error


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watches seeds/. Pages are only written when they change, so an edit ends in one more build, not in a circle."""
    server.watch(str(_folder(config).seeds))
    return server


def _folder(config: MkDocsConfig) -> ArchiveFolder:
    return ArchiveFolder.at(Path(config.config_file_path).parent)
