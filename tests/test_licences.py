"""Licences: each package that requirements/ pins has a permissive licence (no GPL, no LGPL)."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, metadata

import pytest

from tests.conftest import ROOT

# SPDX identifiers and the names that older metadata use, lower case.
PERMISSIVE = re.compile(
    r"\b(?:mit|bsd|apache|isc|psf|python software foundation|mpl-[12]\.[01]|mozilla public license 2\.0|unlicense|public domain|0bsd|zlib"
    r"|cc0)\b"
)
COPYLEFT = re.compile(r"\b(?:a?l?gpl|gnu (?:lesser |affero |library )?general public)", re.IGNORECASE)
#: Packages whose metadata state none, with where it is stated.
STATED_ELSEWHERE = {
    "atheris": "Apache-2.0: the LICENSE file of its repository",
    "axe-playwright-python": "MIT: the LICENSE file of its source distribution",
}


def installed() -> list[tuple[str, str]]:
    """Return the pinned packages that are installed here, each with what it states of its licence; not all are for every task and
    system."""
    names = {
        name.lower()
        for path in sorted((ROOT / "requirements").glob("*.txt"))
        for name in re.findall(r"^([\w.-]+)==", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    return [(name, stated) for name in sorted(names) if (stated := licences(name)) is not None]


def licences(name: str) -> str | None:
    """Return what the installed package states; None where it is not installed."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return None
    classifiers = [one for one in told.get_all("Classifier") or [] if one.startswith("License ::")]
    stated = ["".join(told.get_all("License-Expression") or []), "".join(told.get_all("License") or [])[:200], *classifiers]
    return " ".join(one for one in stated if one)


def judged(stated: str) -> bool:
    """Return whether ``stated`` names a permissive licence, and no copyleft one that could not be avoided by choice."""
    choices = re.split(r"\bOR\b", stated)
    return any(PERMISSIVE.search(choice.lower()) and not COPYLEFT.search(choice) for choice in choices)


@pytest.mark.parametrize(("name", "stated"), installed(), ids=lambda one: one if " " not in one else "")
def test_the_licence_permits_any_use(name: str, stated: str) -> None:
    assert judged(stated) or name in STATED_ELSEWHERE, f"{name}: {stated or 'states no licence'}"


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("MIT", True),
        ("BSD-3-Clause", True),
        ("License :: OSI Approved :: Apache Software License", True),
        ("MPL-2.0 AND MIT", True),
        ("GPL-3.0-or-later OR MIT", True),
        ("GPL-3.0-or-later", False),
        ("LGPL-2.1-only", False),
        ("License :: OSI Approved :: GNU Lesser General Public License v3 (LGPLv3)", False),
        ("MIT AND GPL-2.0-only", False),
        ("AGPL-3.0", False),
        ("", False),
        ("Proprietary", False),
    ],
)
def test_what_is_permissive(stated: str, expected: bool) -> None:
    assert judged(stated) is expected
