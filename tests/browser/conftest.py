"""A built site, served, and a real Chromium to open it with."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests import built_sites
from tests.browser.windows import Windows

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_HOW = "no Chromium found: install it (Debian, Ubuntu: apt install chromium; elsewhere: python -m playwright install chromium)"

_LONGEST_WAIT = 180_000  #: milliseconds; far beyond what a page takes on a machine with other work to do

WIDTHS = {"desktop": 1280, "phone": 390}
#: The same as parameters: the phone's width in the second tier, for one width more costs as much as the first. That no page is wider than
#: a phone is tested in the first.
VIEWS = [pytest.param(width, id=name, marks=[pytest.mark.slow] if name == "phone" else []) for name, width in WIDTHS.items()]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the PATH, or Playwright's own; without one the tests are skipped, unless they are required."""
    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
        found = next(filter(None, map(shutil.which, _NAMES)), None) or (str(own) if own.is_file() else None)
        if found is None:
            if os.environ.get("KYYEU_BROWSER_TESTS") == "required":
                pytest.fail(_HOW)
            pytest.skip(_HOW)
        chromium = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])  # CI runs as root in a container
        _wait_longer(chromium)
        yield chromium
        chromium.close()


def _wait_longer(browser: Browser) -> None:
    """Let every wait of pages and expectations end by what is seen, not by how busy the machine is."""

    def patient(open_: Callable[..., Any]) -> Callable[..., Any]:
        def opened(*arguments: Any, **named: Any) -> Any:
            made = open_(*arguments, **named)
            made.set_default_timeout(_LONGEST_WAIT)
            return made

        return opened

    for name in ("new_context", "new_page"):
        setattr(browser, name, patient(getattr(browser, name)))
    expect.set_options(timeout=_LONGEST_WAIT)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None: ...


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Provide the built site of the seeds."""
    return built_sites.seeds_site(tmp_path_factory)


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Provide where the site of the seeds is served."""
    with served(site) as there:
        yield there


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Provide the address at which a built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="session")
def windows(browser: Browser) -> Iterator[Windows]:
    """Lends pages that were opened already."""
    windows = Windows(browser)
    yield windows
    windows.close()


@pytest.fixture(params=VIEWS)
def page(windows: Windows, address: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Provide a page as wide as a desktop's, then a phone's. In the end: no error in the console, nothing asked of another host."""
    with windows.lent(address, request.param) as (page, errors):
        yield page
        shots = os.environ.get("KYYEU_SCREENSHOTS")  # a folder, for whoever wants to look
        if shots:
            page.screenshot(path=Path(shots) / f"{re.sub(r'[^0-9A-Za-z]+', '-', request.node.name)}.png")
    assert errors == []


@pytest.fixture
def plain(windows: Windows, address: str) -> Iterator[Page]:
    """Provide a page whose scripts do not run."""
    with windows.lent(address, scripts=False) as (page, _):
        yield page
