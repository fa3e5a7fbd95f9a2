"""What the pages of a site have in common beside their words: the content security policy, and the theme's long inline scripts as files.

The theme repeats two scripts in each page, and before the second the switch between light and dark, which without a script does nothing.
They are the same bytes on every page of one depth, so a browser need fetch them only once: each is a file named by its content, and runs
where it was. The file of the second makes the switch first. Source: mkdocs-material 9.8, ``partials/palette.html`` and
``partials/javascripts/{base,palette}.html``.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.page_policy import Additions
from generator.publishing.building.compaction import compact
from generator.publishing.building.content_security import BASE, LIVE_RELOAD, MISSING, policy, trusted, with_policy

FOLDER = "assets/javascripts/frame"
LONG = 250  #: characters of a script for which another file is worth a request
_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SWITCH = re.compile(
    r'(?P<form><form class="md-header__option" data-md-component="palette">)(?P<made>(?:(?!</?form\b).)+)(?P<end></form>)\s*'
    r"<script>(?P<script>(?:(?!</script>).)*)</script>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class PageFrame:
    """``policy``: the content security policy, None for none. ``scripts``: the files of inline scripts, by their words; ``switch``: that
    of the switch between light and dark, by its HTML and its script."""

    policy: str | None
    scripts: Mapping[str, str]
    switch: Mapping[tuple[str, str], str]

    def finished(self, page: str) -> str:
        """Return ``page`` (HTML) in fewer bytes, and with the policy; the same for what is finished already."""
        return with_policy(self._moved(compact(page)), self.policy)

    def _moved(self, page: str) -> str:
        known = (BASE.search(found[1]) for found in _SCRIPT.finditer(page) if found[1] in self.scripts)
        base = next(filter(None, known), None)
        if base is None:
            return page
        up = base.group().rstrip("/")

        def with_switch(found: re.Match[str]) -> str:
            path = self.switch.get((found["made"], found["script"]))
            return f"{found['form']}{found['end']}{_linked(up, path)}" if path else found.group()

        def linked(found: re.Match[str]) -> str:
            path = self.scripts.get(found[1])
            return _linked(up, path) if path else found.group()

        return _SCRIPT.sub(linked, _SWITCH.sub(with_switch, page, count=1) if self.switch else page)


def frame_of(site: Path, depths: Iterable[int], allowed: Additions) -> PageFrame:
    """Return the frame of the pages of ``site``, which are so many folders below it, and write the files of its scripts.

    Raises PublishingError when the theme's page cannot be read, or the files not be written.
    """
    scripts = trusted(site, depths)
    files = {script: script for script in scripts if len(script) >= LONG}
    switch: dict[tuple[str, str], str] = {}
    found = _SWITCH.search(compact(_missing_page(site)))
    if found and found["script"] in files:
        made = f"document.currentScript.previousElementSibling.innerHTML={json.dumps(found['made'], ensure_ascii=False)};"
        switch[found["made"], found["script"]] = _written(site, made + found["script"])
    moved = {script: _written(site, content) for script, content in files.items()}
    inline = [script for script in scripts if script not in moved]
    return PageFrame(policy(inline, allowed, live_reload=LIVE_RELOAD.get()) if allowed.policy else None, moved, switch)


def finish_frames(site: Path, allowed: Additions) -> None:
    """Finish every page below ``site``; the policy comes in the place of one that is there from before.

    Raises PublishingError when a page cannot be read or written.
    """
    pages = sorted(site.rglob("*.html"))
    frame = frame_of(site, {len(page.relative_to(site).parts) - 1 for page in pages}, allowed)
    for page in pages:
        try:
            content = page.read_bytes()
            finished = frame.finished(content.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
            if finished != content:
                page.write_bytes(finished)
        except OSError as error:
            raise PublishingError(message("content_security.unwritable", reason=refusal(error)), path=page) from error


def _linked(up: str, path: str) -> str:
    return f'<script src="{up}/{path}"></script>'


def _missing_page(site: Path) -> str:
    missing = site / MISSING
    return missing.read_text(encoding="utf-8", errors="replace") if missing.is_file() else ""


def _written(site: Path, script: str) -> str:
    """Write ``script`` and return its path in the site."""
    content = script.encode("utf-8", "surrogateescape")
    path = f"{FOLDER}/{hashlib.sha256(content).hexdigest()[:10]}.js"
    try:
        (site / FOLDER).mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(content)
    except OSError as error:
        raise PublishingError(message("content_security.unwritable", reason=refusal(error)), path=site / path) from error
    return path
