"""The traps of the domain's grammar that concern several kinds of fact, on whole short articles (cases/traps.yml)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.model.facts import Fact, Facts
from generator.yaml_documents import load_packaged
from tests.extraction.table import HEADLINE, LEAD, facts_of, fits, mismatch, shown

CASES: list[dict[str, Any]] = load_packaged((Path(__file__).parent / "cases" / "traps.yml").read_text(encoding="utf-8"))


def told(facts: Facts, expect: dict[str, Any]) -> list[str]:
    """Return what differs, kind by kind; an expected event names only the keys that matter."""
    found: list[str] = []
    for kind, wanted in expect.items():
        if kind == "event":
            if facts.event is None or not fits(wanted, facts.event):
                found.append(f"event: {wanted} but {None if facts.event is None else shown(facts.event)}")
        else:
            several: Iterable[Fact] = getattr(facts, kind)
            difference = mismatch(wanted, several)
            found.extend([f"{kind}:\n{difference}"] if difference else [])
    return found


def text_of(case: dict[str, Any]) -> str:
    return str(case["text"] if case.get("whole") else HEADLINE + LEAD + case["text"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_case(case: dict[str, Any]) -> None:
    assert told(facts_of(text_of(case))[1], case["expect"]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_line_ends_do_not_matter(case: dict[str, Any]) -> None:
    assert told(facts_of(text_of(case).replace("\n", "\r\n"))[1], case["expect"]) == []
