"""Errors as GitHub reads them: every character that could end a property or the command is escaped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import KyYeuError, ReadingError
from generator.publishing.annotations import annotating, annotation, harmless
from tests.conftest import Kyyeu
from tests.messages.verbatim import Verbatim


@pytest.mark.parametrize(
    ("error", "command"),
    [
        (KyYeuError(Verbatim("it failed")), "::error::it failed"),
        (KyYeuError(Verbatim("it failed"), fix=Verbatim("mend it")), "::error::it failed (mend it)"),
        (KyYeuError(Verbatim("100%\nof\r\n it")), "::error::100%25 of it"),
        (KyYeuError(Verbatim("a::b, c=d")), "::error::a::b, c=d"),
        (ReadingError(Verbatim("no"), path="seeds/a.txt", line=3), "::error file=seeds/a.txt,line=3::no"),
        (ReadingError(Verbatim("no"), path="seeds/a,line=9:b%.txt"), "::error file=seeds/a%2Cline=9%3Ab%25.txt::no"),
        (
            ReadingError(Verbatim("no"), path="seeds/a\n::stop-commands::x\r.txt"),
            "::error file=seeds/a%0A%3A%3Astop-commands%3A%3Ax%0D.txt::no",
        ),
        (ReadingError(Verbatim("no"), path="seeds/Đặng.txt"), "::error file=seeds/Đặng.txt::no"),
    ],
)
def test_a_command(error: KyYeuError, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    assert annotation(error) == command


def test_the_file_is_told_from_the_repository(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    monkeypatch.chdir(tmp_path.parent)
    absolute = annotation(ReadingError(Verbatim("no"), path=tmp_path / "archive" / "seeds" / "a.txt"), "warning")
    relative = annotation(ReadingError(Verbatim("no"), path=Path(tmp_path.name, "x", "..", "archive", "seeds", "a.txt")), "warning")
    assert absolute == relative == "::warning file=archive/seeds/a.txt::no"


@given(st.text(), st.text(), st.text())
def test_nothing_in_it_is_a_command_of_its_own(path: str, reason: str, fix: str) -> None:
    told = annotation(ReadingError(Verbatim(reason), path=f"seeds/{path}", fix=Verbatim(fix)))
    head, _, rest = told.removeprefix("::").partition("::")
    assert "\n" not in told
    assert "\r" not in told
    assert head.startswith("error file=")
    assert "," not in head
    assert rest.count("%") == (f"{reason} ({fix})" if fix else reason).count("%")


def test_a_file_s_name_is_no_command_either() -> None:
    assert "##[" not in harmless("seeds/##[add-mask]x.txt: no")


@pytest.mark.parametrize(("value", "expected"), [("true", True), ("", False), ("false", False), (None, False)])
def test_only_in_a_workflow(value: str | None, expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    if value is not None:
        monkeypatch.setenv("GITHUB_ACTIONS", value)
    assert annotating() is expected


def test_commands_annotate(kyyeu: Kyyeu, archive: Path) -> None:
    (archive / "seeds" / "a,b.docx").touch()
    github = {"GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(archive)}
    left_out = kyyeu("convert", "-C", archive, **github)
    assert left_out.returncode == 3
    assert [line.rpartition("::")[0] for line in left_out.stderr.splitlines()][1:] == ["::warning file=seeds/a%2Cb.docx"]
    (archive / "seeds" / "units.yml").write_text("- id: a\n", encoding="utf-8")
    failed = kyyeu("convert", "-C", archive, **github)
    assert failed.returncode == 1
    assert [line[:35] for line in failed.stderr.splitlines() if line.startswith("::")] == ["::error file=seeds/units.yml,line=1"] * 2
