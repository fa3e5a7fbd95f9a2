"""Whole pages, as files: those of the five seeds, those of the twelve articles in tests/archive (events with several reports), and those of
articles made by hand (extraction does not move them), one of them with corrections and with links to report what is wrong.

A page that changed on purpose is renewed by ``KYYEU_GOLDEN=renew python -m pytest tests/rendering/test_golden.py``; read the difference
(``git diff tests/golden``) before committing it.
"""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import pytest

from generator.gathering import gather
from generator.model.archive import Archive
from generator.model.facts import Facts
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.conftest import ROOT
from tests.rendering.corrected import SETTINGS, corrected
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, article

GOLDEN = ROOT / "tests" / "golden"


def _seeds() -> Archive:
    return gather(ArchiveFolder.at(ROOT)).assembled()[0]


def _archive() -> Archive:
    return gather(ArchiveFolder(ROOT / "tests" / "archive")).assembled()[0]


def _made() -> Archive:
    bare = article((PARAGRAPH, "Tin <b>ngắn</b> không có dữ kiện."), path="seeds/2021/Tin *ngắn*.txt")
    return assemble([(FULL, FULL_FACTS), (bare, Facts())])


@pytest.mark.parametrize(
    ("name", "archive", "settings"),
    [
        ("seeds", _seeds, NO_SETTINGS),
        ("archive", _archive, NO_SETTINGS),
        ("made", _made, NO_SETTINGS),
        ("corrected", corrected, SETTINGS),
    ],
    ids=["seeds", "archive", "made", "corrected"],
)
def test_pages(name: str, archive: object, settings: SiteSettings) -> None:
    pages = render(archive(), settings)  # type: ignore[operator]
    folder = GOLDEN / name
    if os.environ.get("KYYEU_GOLDEN") == "renew":
        _renew(folder, pages)
    kept = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))}
    assert sorted(kept) == sorted(pages)
    for path, text in pages.items():
        if text != kept[path]:  # not by assert: pytest's own comparison of long texts takes minutes
            change = "\n".join(list(unified_diff(kept[path].splitlines(), text.splitlines(), "golden", "now", n=1, lineterm=""))[:40])
            pytest.fail(f"{path} changed; if on purpose, renew as {Path(__file__).name} says\n{change}")


def _renew(folder: Path, pages: dict[str, str]) -> None:
    for path in folder.rglob("*.md"):
        path.unlink()
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
