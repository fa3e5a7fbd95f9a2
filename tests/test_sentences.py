"""What is read in the sentences that tests invented is what somebody looked at: see ``tests/sentences.py``."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sentences import FOLDER, groups, reading, renewed

AT_ONCE = 12  #: groups of a test
FILES = {file.stem: groups(file) for file in sorted(FOLDER.glob("*.txt"))}
STRETCHES = [(name, at) for name, texts in FILES.items() for at in range(0, len(texts), AT_ONCE)]


@pytest.mark.parametrize(("name", "at"), STRETCHES, ids=str)
def test_readings(name: str, at: int) -> None:
    kept = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    for text, expected in zip(FILES[name][at : at + AT_ONCE], kept[at : at + AT_ONCE], strict=True):
        assert reading(text, name == "layouts") == expected, "intended? see tests/sentences.py"


def test_a_renewed_file_keeps_its_texts_and_adds_new_ones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.sentences.FOLDER", tmp_path)
    first = "Xã An Hòa tặng giấy khen cho 3 chi bộ."
    (tmp_path / "a.txt").write_text(renewed("a", [first], of_article=False), encoding="utf-8")
    (tmp_path / "a.txt").write_text(renewed("a", [first, "Xã An Bình\nhọp chi bộ."], of_article=False), encoding="utf-8")
    assert groups(tmp_path / "a.txt") == [first, "Xã An Bình\nhọp chi bộ."]
    lines = (tmp_path / "a.txt").read_text(encoding="utf-8").splitlines()
    assert any(line.startswith("  awards: type=giay-khen kind=chi-bo count=3") for line in lines), lines
