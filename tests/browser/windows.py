"""Pages that stay open from one test to the next: to open a window costs the browser a second of CPU, three times what a page costs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, Error, Page

from tests.site_audit.views import watched

#: What a test may do to a page, or to its context, that is still there on the next address: such a page is lent to nobody else.
_LASTING = (
    "add_cookies",
    "add_init_script",
    "close",
    "expose_binding",
    "expose_function",
    "grant_permissions",
    "new_cdp_session",
    "new_page",
    "on",
    "once",
    "route",
    "set_extra_http_headers",
    "set_offline",
    "set_viewport_size",
)
_FORGET = "() => { localStorage.clear(); sessionStorage.clear() }"


@dataclass(slots=True)
class _Window:
    page: Page
    errors: list[str]
    spoiled: list[str] = field(default_factory=list)


class Windows:
    """Lends pages of one browser, one test at a time. A page comes back as if it were new, but for what the browser has in its cache."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._kept: dict[tuple[str, int, bool, str], _Window] = {}

    @contextmanager
    def lent(self, address: str, width: int = 1280, *, scripts: bool = True, first: str = "") -> Iterator[tuple[Page, list[str]]]:
        """Provide a page for the site at ``address``, and a list that is filled, at the end, with what went wrong on it.

        Without ``scripts`` the pages' own do not run; the script ``first`` runs before them.
        """
        key = (address, width, scripts, first)
        window = self._kept.pop(key, None) or self._opened(*key)
        window.errors.clear()
        found: list[str] = []
        try:
            yield window.page, found
            found += window.errors
        finally:
            if not window.spoiled and key not in self._kept and _as_new(window.page, address):
                self._kept[key] = window
            else:
                window.page.context.close()

    def close(self) -> None:
        """Close every page."""
        for window in self._kept.values():
            window.page.context.close()
        self._kept.clear()

    def _opened(self, address: str, width: int, scripts: bool, first: str) -> _Window:
        size = {"width": width, "height": 900}
        context = self._browser.new_context(viewport=size, base_url=address, locale="vi-VN", java_script_enabled=scripts)  # type: ignore[arg-type]
        page = context.new_page()
        if first:
            page.add_init_script(first)
        window = _Window(page, watched(page, address))
        for thing in (page, context):
            for name in _LASTING:
                if hasattr(thing, name):
                    setattr(thing, name, _noted(getattr(thing, name), window.spoiled))
        return window


def _noted(method: Callable[..., Any], spoiled: list[str]) -> Callable[..., Any]:
    def called(*arguments: Any, **named: Any) -> Any:
        spoiled.append(method.__name__)
        return method(*arguments, **named)

    return called


def _as_new(page: Page, address: str) -> bool:
    """Return whether ``page`` could be brought to what a new one is: nothing stored, nothing emulated, nothing below the mouse, nothing
    open."""
    if not page.url.startswith(address):
        return False
    try:
        page.evaluate(_FORGET)
        page.mouse.move(0, 0)
        page.emulate_media(media="null", color_scheme="light")
        page.goto("about:blank")
    except Error:
        return False
    return True
