"""The build of a site in MkDocs' own steps, but with the pages made by all cores, each whole at once, and those of the last build taken
over where they would be the same.

MkDocs reads every page before it writes the first, so that a plugin may see them all; with plugins or hooks of the archive's own the build
is therefore MkDocs' own. Source of the order of the steps: MkDocs 1.6, ``commands/build.py``.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from pathlib import Path

from mkdocs import utils
from mkdocs.commands import build as stock
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import CountHandler

from generator.cache.store import Store
from generator.messages import message
from generator.processes import fan_out
from generator.publishing.archive_folder.page_policy import additions
from generator.publishing.building.finishing import finish_pages
from generator.publishing.building.last_build import LastBuild, frame_key, page_key
from generator.publishing.building.made_pages import MadePages
from generator.publishing.building.page_frame import frame_of
from generator.publishing.building.page_making import Frame, is_web_page, say_again
from generator.publishing.search.pages import PackedPages

_OURS = ("generator", "hook.py")
_MISSING = "404.html"
_log = logging.getLogger("mkdocs.plugins.kyyeu")
_finished: ContextVar[bool] = ContextVar("finished", default=False)


def already_finished() -> bool:
    """Return whether the pages are finished and indexed, so that the hook need not do it."""
    return _finished.get()


def build(config: MkDocsConfig, store: Store, last_site: Path | None = None, *, serve_url: str | None = None, dirty: bool = False) -> None:
    """Build the site that ``config`` describes; see MkDocs for ``serve_url`` and ``dirty``. ``last_site``: the folder of the site built
    before, from which pages are taken over as ``store`` knows them.

    Raises what MkDocs raises.
    """
    if dirty or not is_ours_alone(config):
        stock.build(config, serve_url=serve_url, dirty=dirty)
        return
    began = time.monotonic()
    with _counting(config):
        try:
            _build(config, LastBuild(store, last_site, "serving" if serve_url else "building"), serve_url)
        except Exception as error:
            config.plugins.on_build_error(error=error)
            if isinstance(error, BuildError):
                _log.error("%s", error)
                raise Abort("Aborted with a BuildError!") from error
            raise
    _log.info("%s", message("serving.built", seconds=round(time.monotonic() - began, 1)))


def is_ours_alone(config: MkDocsConfig) -> bool:
    """Return whether no plugin and no hook but ours looks at the pages."""
    hooks = all(Path(str(hook)).parts[-2:] == _OURS for hook in config.hooks)
    return hooks and all(name.startswith("kyyeu/") or name in config.hooks for name in config.plugins)


@contextmanager
def _counting(config: MkDocsConfig) -> Iterator[None]:
    """Let warnings within the block stop a strict build at its end."""
    counter = CountHandler()
    counter.setLevel(logging.WARNING)
    logger = logging.getLogger("mkdocs")
    if config.strict:
        logger.addHandler(counter)
    try:
        yield
        if counts := counter.get_counts():
            numbers = ", ".join(f"{number} {level.lower()}s" for level, number in counts)
            raise Abort(f"Aborted with {numbers} in strict mode!")
    finally:
        logger.removeHandler(counter)


def _build(config: MkDocsConfig, last: LastBuild, serve_url: str | None) -> None:
    serving = serve_url is not None
    least = InclusionLevel.DRAFT.value if serving else InclusionLevel.NOT_IN_NAV.value

    def inclusion(level: InclusionLevel) -> bool:
        return int(level.value) >= least

    config = config.plugins.on_config(config)
    config.plugins.on_pre_build(config=config)
    utils.clean_directory(config.site_dir)
    frame = _begun(config, inclusion, last)
    taken = {file.dest_uri for file in frame.pages} | set(config.extra_templates)  # what MkDocs writes later, in the place of a file
    others = [file for file in frame.files if not file.is_documentation_page() and inclusion(file.inclusion) and file.dest_uri not in taken]
    for file in others:
        if not is_web_page(file):
            last.copy(file)
    for page in frame.nav.pages:
        frame.populate(page.file)
    stock._build_theme_template(_MISSING, frame.env, frame.files, config, frame.nav)  # noqa: SLF001
    web = [*(file for file in others if is_web_page(file)), *frame.pages]
    depths, allowed = {*(file.dest_uri.count("/") for file in web), 0}, additions(config.extra, config.config_file_path)
    around = frame_of(Path(config.site_dir), depths, allowed)
    frame = replace(frame, around=around)
    made = _made(frame, web, last, frame_key(config, frame.nav, around, serving=serving))
    _write_templates(frame, made)
    if config.validation.links.anchors > logging.DEBUG:
        _check_anchors(made, [file.src_uri for file in web], frame.files, config.validation.links.anchors)
    finish_pages(Path(config.site_dir), PackedPages(made.searches()), last.keeping)
    token = _finished.set(True)
    try:
        config.plugins.on_post_build(config=config)
    finally:
        _finished.reset(token)
    last.close()


def _begun(config: MkDocsConfig, inclusion: Callable[[InclusionLevel], bool], last: LastBuild) -> Frame:
    """Return what all pages share, with the pages that are to be made."""
    files, env = get_files(config), config.theme.get_env()
    files.add_files_from_theme(env, config)
    files = config.plugins.on_files(files, config=config)
    set_exclusions(files, config)
    nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
    pages = files.documentation_pages(inclusion=inclusion)
    for file in pages:
        if file.page is None:
            Page(None, file, config)
    env = config.plugins.on_env(env, config=config, files=files)
    assert env is not None
    env.bytecode_cache = last.keeping.templates()
    env.auto_reload = False  # no template changes within a build: no look at their files for each page
    return Frame(config, files, nav, env, pages, None)


def _write_templates(frame: Frame, made: MadePages) -> None:
    """Write what the theme and the archive make of all pages, and finish those of it that are pages themselves."""
    config, site = frame.config, Path(frame.config.site_dir)
    for file in frame.pages:
        if file.page is not None and file.src_uri in made:
            file.page.meta = made.meta(file.src_uri)
    for template in sorted(config.theme.static_templates - {_MISSING}):
        stock._build_theme_template(template, frame.env, frame.files, config, frame.nav)  # noqa: SLF001
    for template in config.extra_templates:
        stock._build_extra_template(template, frame.files, config, frame.nav)  # noqa: SLF001
    for name in sorted({_MISSING, *config.theme.static_templates, *config.extra_templates}):
        path = site / name
        if name.endswith(".html") and path.is_file() and frame.around is not None:
            html = path.read_bytes().decode("utf-8", "surrogateescape")
            path.write_bytes(frame.around.finished(html).encode("utf-8", "surrogateescape"))


def _made(frame: Frame, files: Sequence[File], last: LastBuild, shared: str) -> MadePages:
    """Make the pages of ``files``, or take them over. Raises BuildError for a page that fails, OSError where the system refuses."""
    pages = MadePages(Path(frame.config.site_dir).parent)
    keys = {file.src_uri: page_key(shared, file) for file in files}
    new: list[File] = []
    for file in files:
        known = last.page(file, keys[file.src_uri], frame.files)
        if known is None:
            new.append(file)
        else:
            pages.put(file.src_uri, known)
    for file, page in zip(new, fan_out(frame.made, new), strict=True):
        say_again(page.said)
        if isinstance(page.failed, OSError):
            raise page.failed
        if page.failed is not None:
            raise BuildError(page.failed)
        last.made(file, keys[file.src_uri], page)
        pages.put(file.src_uri, page)
    return pages


def _check_anchors(made: MadePages, sources: Sequence[str], files: Files, level: int) -> None:
    """Let MkDocs check that the anchors to which pages lead are there, in the order of ``sources``."""
    for source in sources:
        file, leads_to = files.get_file_from_path(source), made.leads_to(source)
        targets = {files.get_file_from_path(to): links for to, links in leads_to.items()}
        of_pages = {to: dict(links) for to, links in targets.items() if to is not None and to.page is not None and to.src_uri in made}
        if file is None or file.page is None or all(links.keys() <= made.anchors(to.src_uri) for to, links in of_pages.items()):
            continue
        for to in of_pages:
            assert to.page is not None
            to.page.present_anchor_ids = set(made.anchors(to.src_uri))
        file.page.links_to_anchors = of_pages
        file.page.validate_anchor_links(files=files, log_level=level)
