"""Queries as readers write them are answered first, and with little loaded."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.search.answers import answers

CASES = yaml.safe_load((ROOT / "tests" / "search" / "reader-queries.yml").read_text(encoding="utf-8"))
MOST_KILOBYTES = 120


@pytest.mark.slow
def test_names_are_answered_first_however_they_are_written(browser: Browser, site: Path) -> None:
    found = list(answers(browser, site, CASES))
    assert [finding.query for finding in found] == [case["query"] for case in CASES], "each has a page"
    assert [(finding.query, finding.shown[:2]) for finding in found if finding.rank != 1] == []
    assert max(finding.kilobytes for finding in found) <= MOST_KILOBYTES
