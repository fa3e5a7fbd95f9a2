"""What readers typed into the search, answered by the site of an archive in headless Chromium.

    python benchmarks/reader_queries.py [ARCHIVE [TABLE]]

ARCHIVE is a folder with a built site/ (default: one of the seeds, made for it), TABLE a list like reader-queries.yml (the default). Prints
for each query the rank of the first page that answers it among all links shown, cards included, the kilobytes of the index that are loaded
for it with nothing cached, and what comes first. A query whose answer the archive does not have is left out. The exit status is 1 if one
is not answered first or second, or loads more than 120 KB.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

import yaml
from playwright.sync_api import sync_playwright

from generator import pipeline
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.conftest import ROOT, new_archive
from tests.search.answers import answers

TABLE = Path(__file__).with_name("reader-queries.yml")
MOST_KILOBYTES = 120
BEST = 2  #: the last rank at which a reader still sees the answer at once


def ask(site: Path, table: Path) -> int:
    """Ask the queries of ``table``, print a line for each, and return the exit status."""
    cases = yaml.safe_load(table.read_text(encoding="utf-8"))
    chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        found = list(answers(browser, site, cases))
        browser.close()
    for finding in found:
        print(f"{finding.rank or '–':>4}{finding.kilobytes:>8.0f} KB  {finding.query:<36}{finding.shown[0] if finding.shown else ''}")
    good = [finding for finding in found if finding.rank and finding.rank <= BEST]
    heaviest = max((finding.kilobytes for finding in found), default=0)
    print(f"{len(good)} of {len(found)} answered first or second ({len(cases)} in the table); at most {heaviest:.0f} KB a query")
    return 0 if len(good) == len(found) and heaviest <= MOST_KILOBYTES else 1


def main() -> int:
    """Ask the archive that is given, or one of the seeds."""
    table = Path(sys.argv[2]) if len(sys.argv) > 2 else TABLE
    if len(sys.argv) > 1:
        return ask(Path(sys.argv[1]).resolve() / "site", table)
    with tempfile.TemporaryDirectory() as temporary:
        seeds = {path.name: path.read_bytes() for path in (ROOT / "seeds").glob("*.*")}
        folder = new_archive(Path(temporary) / "a", seeds)
        pipeline.build(ArchiveFolder.at(folder))
        return ask(folder / "site", table)


if __name__ == "__main__":
    raise SystemExit(main())
