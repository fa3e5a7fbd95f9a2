"""A built site, whole: every page at every width, light and dark, by axe-core; its HTML, weight, links and anchors.

    python benchmarks/audit.py [SITE] [--sample N] [--walked N] [--jobs N] [--nu vnu.jar]

SITE is any built folder; without it the seeds' site is built and audited. Each page is loaded, with nothing cached, at 360, 768, 1280 and
1920 pixels, which shows what moves and what fails; at these widths axe-core looks at it, at everything in light and at what may differ in
dark, on a page that was loaded at the first; ``--sample N`` opens N pages of each folder, the heaviest and others by chance from a seed.
``--walked N`` of each folder are walked through with the Tab key, and opened with scripts that come late. ``--jobs N`` browsers share the
pages. Where lychee is installed it checks the links beside our own check; ``--nu`` asks the Nu HTML checker (it needs Java), less what is
in the theme's own templates. Prints a table and every finding; the exit code is 1 when there is any. On two cores, two browsers looked at
1,187 pages at all widths in 43 minutes.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.conftest import ROOT, new_archive
from tests.site_audit.findings import Finding, by_folder, file_of, pages, told
from tests.site_audit.keyboard import walked
from tests.site_audit.links import broken
from tests.site_audit.markup import errors
from tests.site_audit.serving import published, site_url
from tests.site_audit.views import WIDTHS, View, look, moved_late

_AT_ONCE = 40  #: pages that one browser opens before the next begins, with a word on how far we are

Audit = Callable[[Browser, str, list[str]], list[Finding]]

# What the Nu checker says of the theme's switches (its drawer, its search, its sections), whose templates are not ours.
_OF_THE_THEME = (
    "Attribute “autocomplete” is only allowed when the input type is",
    "The value of the “for” attribute of the “label” element must be the ID of a non-hidden form control.",
    "Bad value “” for attribute “tabindex” on element “label”",
)


def main() -> int:
    """Audits, prints the table and the findings, and gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("site", type=Path, nargs="?", help="a built site; without it the seeds' is built")
    parser.add_argument("--sample", type=int, help="how many pages of each folder are opened (default: all)")
    parser.add_argument("--walked", type=int, default=3, help="how many pages of each folder are walked through by key (default: 3)")
    parser.add_argument("--jobs", type=int, default=1, help="how many browsers share the pages (default: 1)")
    parser.add_argument("--nu", type=Path, help="the Nu HTML checker's vnu.jar")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        site = (asked.site or _seeds(Path(scratch))).resolve()
        chosen = _sample(site, asked.sample)
        heaviest = max(file_of(site, page).stat().st_size for page in pages(site))
        print(f"{len(pages(site))} pages, {len(chosen)} of them opened; the heaviest has {heaviest:,} bytes of HTML", flush=True)
        found: list[Finding] = []
        start = time.monotonic()
        for what, findings in _audits(site, chosen, asked):
            print(f"{what:<32} {len(findings):>6} findings {time.monotonic() - start:>8.1f} s", *told(findings), sep="\n  ", flush=True)
            found += findings
            start = time.monotonic()
    return 1 if found else 0


def _audits(site: Path, chosen: list[str], asked: argparse.Namespace) -> Iterator[tuple[str, list[Finding]]]:
    yield "HTML, weight", errors(site)
    yield "links, anchors", broken(site)
    if shutil.which("lychee"):
        yield "links, anchors (lychee)", _lychee(site)
    if asked.nu:
        yield "HTML (Nu)", _nu(site, asked.nu)
    some = _sample(site, asked.walked)
    with published(site) as address, ProcessPoolExecutor(asked.jobs) as browsers:

        def shared(audit: Audit, pages: list[str]) -> list[Finding]:
            parts = [pages[at : at + _AT_ONCE] for at in range(0, len(pages), _AT_ONCE)]
            findings: list[Finding] = []
            for done, found in enumerate(browsers.map(partial(_opened, audit, address), parts), start=1):
                print(f"  {min(done * _AT_ONCE, len(pages))} of {len(pages)} pages", *told(found), sep="\n  ", file=sys.stderr, flush=True)
                findings += found
            return findings

        views = [view for width in WIDTHS for view in (View(width, "light"), View(width, "dark", "colours"))]
        yield "all widths, light and dark", shared(partial(_looked, views), chosen)
        for width in WIDTHS[1:]:
            yield f"{width} pixels, loaded", shared(partial(_looked, [View(width, "light", "none")]), chosen)
        for width in (360, 1280):
            yield f"{width} pixels, by key", shared(partial(_walked, View(width, "light")), some)
            yield f"{width} pixels, scripts come late", shared(partial(_late, View(width, "light")), some)


def _opened(audit: Audit, address: str, pages: list[str]) -> list[Finding]:
    """Return the findings of ``audit`` with its own browser."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        try:
            return audit(browser, address, pages)
        finally:
            browser.close()


def _looked(views: list[View], browser: Browser, address: str, pages: list[str]) -> list[Finding]:
    return look(browser, address, pages, [views])


def _walked(view: View, browser: Browser, address: str, pages: list[str]) -> list[Finding]:
    return walked(browser, address, pages, view)


def _late(view: View, browser: Browser, address: str, pages: list[str]) -> list[Finding]:
    return moved_late(browser, address, pages, view)


def _seeds(scratch: Path) -> Path:
    folder = new_archive(scratch / "a", {path.name: path.read_bytes() for path in (ROOT / "seeds").glob("*.*")})
    pipeline.build(ArchiveFolder.at(folder))
    return folder / "site"


def _sample(site: Path, most: int | None) -> list[str]:
    if most is None:
        return pages(site)
    chosen: list[str] = []
    for heaviest, *others in by_folder(site).values():
        chosen += [heaviest, *random.Random(most).sample(others, min(most - 1, len(others)))]
    return sorted(chosen)


def _lychee(site: Path) -> list[Finding]:
    """Return its 404 page links from the root of the host, so that the folder matches the site's address."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch) / urlsplit(site_url(site)).path.strip("/")
        shutil.copytree(site, place, dirs_exist_ok=True)
        options = ["--offline", "--include-fragments=full", "--index-files", "index.html", "--no-progress", "--format", "json"]
        kinds = [f"{place}/**/*.{kind}" for kind in ("html", "xml", "css")]
        told = subprocess.run(["lychee", *options, "--root-dir", scratch, *kinds], capture_output=True, encoding="utf-8", check=False)
        failed = json.loads(told.stdout)["error_map"]
        return [Finding("lychee", Path(page).relative_to(place).as_posix(), one["url"]) for page, many in failed.items() for one in many]


def _nu(site: Path, jar: Path) -> list[Finding]:
    command = ["java", "-Xss8m", "-jar", str(jar), "--skip-non-html", "--errors-only", "--format", "json", str(site)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    return [
        Finding("Nu", urlsplit(load["url"]).path.removeprefix(f"{site}/"), f"line {load.get('lastLine')}: {load['message']}")
        for load in json.loads(told.stderr)["messages"]
        if not load["message"].startswith(_OF_THE_THEME)
    ]


if __name__ == "__main__":
    sys.exit(main())
