"""Single pages of a site that is served, made in a moment however many the site has: with the frame of all pages, and without the others.

The navigation names few pages, which are read; any other is there if its file lies in docs/.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.commands import build as stock
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from generator.publishing.archive_folder.page_policy import additions
from generator.publishing.building.content_security import MISSING
from generator.publishing.building.mkdocs_build import is_ours_alone
from generator.publishing.building.page_frame import frame_of
from generator.publishing.building.page_making import Frame, collected


def make_pages(config: MkDocsConfig, pages: Mapping[str, str], site: Path) -> list[str]:
    """Put ``pages`` (path below docs/ → Markdown) into ``site`` and return their addresses; ``config`` builds into an empty folder on the
    same disk. Where plugins look at the pages, or the navigation is made of all of them, nothing is made.

    Raises what MkDocs raises; then the pages of ``site`` stay.
    """
    if not pages or not is_ours_alone(config) or not config.nav:
        return []
    with collected():  # the build of the whole says it
        return _made(config, pages, site)


def _made(config: MkDocsConfig, pages: Mapping[str, str], site: Path) -> list[str]:
    config = config.plugins.on_config(config)
    files = _FilesOnDisk(config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    env = config.plugins.on_env(config.theme.get_env(), config=config, files=files)
    assert env is not None
    frame = Frame(config, files, nav, env, (), None)
    for page in nav.pages:
        frame.populate(page.file)
    stock._build_theme_template(MISSING, env, files, config, nav)  # noqa: SLF001
    new = [File.generated(config, path, content=text, inclusion=InclusionLevel.NOT_IN_NAV) for path, text in pages.items()]
    depths = {0, *(file.dest_uri.count("/") for file in new)}
    around = frame_of(Path(config.site_dir), depths, additions(config.extra, config.config_file_path))
    frame = Frame(config, files, nav, env, (), around)
    for file in new:
        file.generated_by = None  # a page of docs/, as it will be
        Page(None, file, config)
        made = frame.made(file)
        if made.failed is not None:
            return []
    for file in new:
        place = site / file.dest_uri
        place.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file.abs_dest_path, place)  # noqa: PTH105 - both are whole at every moment
    return [file.url for file in new]


class _FilesOnDisk(Files):
    """The pages that the navigation names; others are found when they are sought."""

    def __init__(self, config: MkDocsConfig) -> None:
        self._config = config
        super().__init__([file for path in _named(config.nav) if (file := self._found(path)) is not None])

    def get_file_from_path(self, path: str) -> File | None:
        """Return the file at ``path`` below docs/, if there is one."""
        return super().get_file_from_path(path) or self._found(path)

    def _found(self, path: str) -> File | None:
        if path.startswith("/") or not os.path.isfile(os.path.join(self._config.docs_dir, path)):  # noqa: PTH113, PTH118 - a MkDocs path
            return None
        config = self._config
        return File(path, config.docs_dir, config.site_dir, config.use_directory_urls, inclusion=InclusionLevel.INCLUDED)


def _named(nav: Any) -> Iterator[str]:
    """Yield the pages that the setting ``nav`` names."""
    if isinstance(nav, str):
        if nav.endswith(".md"):
            yield nav
    elif isinstance(nav, Mapping):
        for part in nav.values():
            yield from _named(part)
    else:
        for part in nav or ():
            yield from _named(part)
