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
    assert [one.query for one in found] == [case["query"] for case in CASES], "each has a page"
    assert [(one.query, one.shown[:2]) for one in found if one.rank != 1] == []
    assert max(one.kilobytes for one in found) <= MOST_KILOBYTES
