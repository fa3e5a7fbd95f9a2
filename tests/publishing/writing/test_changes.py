"""The log of the data's changes: what was added, removed and changed between two publications."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli.changes import changes
from generator.errors import ChangesError
from generator.model.archive import Archive, Change
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing.changes import add_change, compared
from generator.rendering.site import render
from generator.resolution.changes import parse_changes, read_changes


def site(root: Path, awards: dict[str, int], people: tuple[str, ...] = ()) -> Path:
    """Return a site whose awards have these numbers, and persons these ids."""
    data = root / "du-lieu"
    data.mkdir(parents=True)
    for name, rows in (
        ("khen-thuong", [{"id": one, "count": n} for one, n in awards.items()]),
        ("ca-nhan", [{"id": person} for person in people]),
    ):
        (data / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return root


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    for name in ("seeds", "docs"):
        (tmp_path / "kho" / name).mkdir(parents=True)
    (tmp_path / "kho" / "mkdocs.yml").write_text("site_name: Kho\n", encoding="utf-8")
    return ArchiveFolder.at(tmp_path / "kho")


def test_rows_are_added_removed_and_changed(tmp_path: Path) -> None:
    old = site(tmp_path / "cu", {"a": 1, "b": 2, "c": 3})
    new = site(tmp_path / "moi", {"b": 2, "c": 4, "d": 5, "e": 6}, ("an",))
    found = compared(old, new / "du-lieu", version="2", on="2026-11-30", schema="1.0")
    assert dict(found.tables) == {"awards": (2, 1, 1), "persons": (1, 0, 0)}
    assert found.removed == ("awards/a",)
    assert compared(new, new, version="2", on="2026-11-30", schema="1.0").tables == ()


def test_an_entry_is_written_at_the_end_and_read_first(folder: ArchiveFolder) -> None:
    folder.changes.write_text("# nhật ký\n- {version: 1.0, on: 2026-01-01, schema: '1.0', note: Lần đầu}", encoding="utf-8")
    change = Change("2026.4", "2026-11-30", "1.0", "Quý IV: thêm bài", (("awards", (12, 1, 3)),), ("awards/x--giay-khen-1",))
    add_change(folder, change)
    assert folder.changes.read_text(encoding="utf-8").startswith(
        "# nhật ký\n- {version: 1.0, on: 2026-01-01, schema: '1.0', note: Lần đầu}\n"
    )
    assert read_changes(folder.changes) == (change, Change("1.0", "2026-01-01", "1.0", "Lần đầu", ()))
    with pytest.raises(ChangesError, match=r"the version '2026\.4' is in this file already"):
        add_change(folder, change)


def test_the_command_writes_the_entry_and_the_page_shows_it(folder: ArchiveFolder, tmp_path: Path) -> None:
    site(tmp_path / "cu", {"a": 1})
    site(tmp_path / "moi", {"a": 2, "b": 1})
    result = CliRunner().invoke(
        changes, ["-C", str(folder.root), "../cu", "../moi", "--version", "2", "--note", "Thêm"], standalone_mode=False
    )
    assert result.exception is None
    (change,) = read_changes(folder.changes)
    assert (change.version, change.note, change.tables) == ("2", "Thêm", (("awards", (1, 0, 1)),))
    pages = render(Archive((), changes=(change,)))
    assert "| Khen thưởng | 1 | 0 | 1 |" in pages["du-lieu/thay-doi.md"]
    assert "(thay-doi.md)" in pages["du-lieu/index.md"]
    assert "du-lieu/thay-doi.md" not in render(Archive(()))


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- {on: 2026-11-30, schema: '1'}\n", ":1: this entry has no version"),
        ("- {version: a, on: 30/11/2026, schema: '1'}\n", ":1: on: '30/11/2026' is not a date"),
        ("- {version: a, on: 2026-11-30, schema: '1', tables: {awards: [1, 2]}}\n", ":1: tables: these are not three numbers"),
        ("- {version: a, on: 2026-11-30, schema: '1', tables: [1]}\n", ":1: tables: these are not three numbers"),
        ("- {version: a, on: 2026, schema: '1'}\n- {version: a, on: 2026, schema: '1'}\n", ":2: the version 'a' is in this file already"),
    ],
)
def test_an_error_names_file_line_and_fix(written: str, told: str) -> None:
    with pytest.raises(ChangesError) as caught:
        parse_changes(written.encode(), Path("changes.yml"))
    assert f"changes.yml{told}" in str(caught.value)


def test_what_is_no_data_is_an_error(tmp_path: Path) -> None:
    old = site(tmp_path / "cu", {"a": 1})
    (tmp_path / "trong").mkdir()
    with pytest.raises(ChangesError, match="there is no data of a site here"):
        compared(old, tmp_path / "trong", version="2", on="2026-11-30", schema="1.0")
    (old / "du-lieu" / "khen-thuong.jsonl").write_text('{"id": "a"}\nhỏng\n', encoding="utf-8")
    with pytest.raises(ChangesError, match=r"khen-thuong.jsonl:2: this is not a line of data"):
        compared(old, old, version="2", on="2026-11-30", schema="1.0")
