"""Adaptation of repository files for an archive: each function takes a file's text and returns the archive's version.

A piece that is to be replaced and is not there is a defect, which the tests find: ValueError.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable

#: What the archive's own tests need beside the site: pytest, and what it requires on any platform.
TEST_PACKAGES = frozenset({"colorama", "iniconfig", "packaging", "pluggy", "pygments", "pytest"})
_TARGETS = frozenset(
    {"test-all", "coverage", "check", "format", "bench", "fuzz", "dist", "audit", "lock", "new"}
)  #: of the Makefile, for those who work on the program
_TABLES = frozenset({
    "build-system", "project", "project.scripts", "tool.hatch.version", "tool.hatch.build.targets.wheel", "tool.pytest.ini_options",
})  # fmt: skip
_SECTIONS = {
    "Provinces and cities: 34 since 1 July 2025 (11 of them as before), and those that were merged into them.": (
        "Tỉnh, thành phố từ 1/7/2025: 34, trong đó 11 giữ nguyên."
    ),
    "Until 30 June 2025.": "Tỉnh, thành phố đến hết 30/6/2025, với nơi đã hợp nhất vào.",
    "Central bodies: whole by their name alone.": "Cơ quan trung ương: chỉ nêu tên là đủ rõ.",
}


def replaced(text: str, pairs: Iterable[tuple[str, str]]) -> str:
    """``text`` with each first of a pair replaced by its second. Raises ValueError for one that does not occur."""
    for old, new in pairs:
        if old not in text:
            raise ValueError(f"not there to be replaced: {old!r}")
        text = text.replace(old, new)
    return text


def makefile(text: str) -> str:
    """Remove the targets for developers of the program."""
    kept = [block for block in text.split("\n\n") if block.partition(":")[0] not in _TARGETS]
    without_fuzzer = re.sub(r"(?m)^#[^\n]*\n(?:BYTECODE :=|FUZZ :=|WORKERS \?=).*\n", "", "\n\n".join(kept) + "\n").rstrip("\n") + "\n"
    return replaced(
        re.sub(r"(?m)^\.PHONY:.*$", ".PHONY: help add desk serve build test clean", without_fuzzer),
        [
            (" $(VENV)/bench.installed $(VENV)/fuzz.installed $(VENV)/audit.installed:", ":"),
            ("Run the tests, the browser's too, in minutes", "Check the archive: its facts, links and corrections"),
            (" --numprocesses $(WORKERS) --dist worksteal", ""),
            ("$(BYTECODE) ", ""),
        ],
    )


def project(text: str) -> str:
    """``pyproject.toml`` for running the program and the archive's tests; tools for working on the program are left out."""
    tables = re.split(r"(?m)^(?=\[)", text)
    kept = [table for table in tables if table[1:].partition("]")[0] in _TABLES]
    groups = tomllib.loads(text)["dependency-groups"]
    lists = {"dev": [group for group in groups["dev"] if group.startswith("pytest>")], "install": groups["install"]}
    lines = "".join(f"{name} = [{', '.join(f'{package!r}' for package in wanted)}]\n" for name, wanted in lists.items()).replace("'", '"')
    body = "".join(f"{table.rstrip()}\n\n" for table in kept)
    return replaced(body, [('["LICENSE", "NOTICE"]', '["LICENSE"]')]) + f"[dependency-groups]\n{lines}"


def test_requirements(dev: str, site: str) -> str:
    """The pins of ``requirements/dev.txt`` that the site or the archive's tests need."""
    wanted = TEST_PACKAGES | {_package(entry) for entry in _entries(site)}
    return "".join(entry for entry in _entries(dev) if _package(entry) in wanted)


def test_workflow(text: str) -> str:
    """``make test`` on Linux; the archive has no browser tests, and no code of its own for other systems to try."""
    return replaced(
        re.sub(r"(?ms)^  (?:coverage|windows|supply-chain):\n.*?(?=^  \w|\Z)", "", text).rstrip() + "\n",
        [("- run: bash .ci/run", "- run: make test")],
    )


def known_units(text: str, language: str) -> str:
    """Return the entries of ``seeds/units.yml`` that every archive can use: the provinces and the central bodies."""
    blocks = [block.strip() for block in text.split("\n\n")]
    kept = [block for block in blocks if block.startswith("#") and block.partition("\n")[0].removeprefix("# ") in _SECTIONS]
    if len(kept) != len(_SECTIONS):
        raise ValueError(f"sections of seeds/units.yml are not there: {sorted(_SECTIONS)}")
    return replaced("\n\n".join(kept), _SECTIONS.items() if language == "vi" else ())


def about(text: str, whose: str) -> str:
    """Return the page about the archive: whose it is, before all that is so of every archive."""
    head, rest = text.split("\n\n", 1)
    return f"{head}\n\n{whose.strip()}\n\n{rest}"


def accuracy(text: str) -> str:
    """Remove the measurements of the repository's own articles."""
    text, cut = re.subn(r"(?ms)^## Năm bài của kho này\n.*?(?=^## )", "", text)
    if not cut:
        raise ValueError("no section about the repository's own articles")
    return replaced(text, [
        ("# Độ chính xác\n\n", f"# Độ chính xác\n\n{_WHOSE_FIGURES}\n\n"),
    ])  # fmt: skip


def measured(text: str, part: str = "development") -> str:
    """Return the tables of a part of the page of accuracy (development, certainty, first-sight), with English words."""
    found = re.search(rf"<!-- {part} -->\n(?P<table>.*?)\n<!-- /{part} -->", text, re.DOTALL)
    if found is None:
        raise ValueError(f"no tables of {part} on the page of accuracy")
    table = re.sub(r"(?<=\d),(?=\d)", ".", found["table"])
    for vietnamese, english in _MEASURES.items():
        table = table.replace(f"| {vietnamese} |", f"| {english} |")
    for vietnamese, english in (_NOT_MEASURED, *_SETS):
        table = table.replace(vietnamese, english)
    return _IN_WORDS.sub(lambda match: f"{match['n']} articles, program", table)


_NOT_MEASURED = ("Bản này chưa được đo trên bài lạ.", "This version was not yet measured on articles never seen.")
#: The sets of articles of tests/first-sight.yml.
_SETS = (
    ("Bài trên mạng nhiều nguồn về khen thưởng, xếp loại", "Pages of many sites on honours and ratings"),
    ("Báo cáo của tổ chức Đảng, cơ quan, công đoàn, trường học", "Reports of Party units, agencies, unions, schools"),
    ("Báo chí năm 2013 nhiều giải thưởng, khen thưởng", "Press of 2013, rich in prizes and honours"),
    ("Báo chí năm 2013 đọc ngẫu nhiên (hai lô cuối)", "Press of 2013 at random (the last two batches)"),
)
_IN_WORDS = re.compile(r"(?P<n>\d+) bài, phần mềm")
_WHOSE_FIGURES = "Số liệu dưới đây do những người làm phần mềm đo, không phải đo trên các bài của kho này."
_MEASURES = {
    "Loại dữ kiện": "Kind of fact", "Người ghi": "By the person", "Máy tìm": "By the program", "Chính xác": "Precision", "Đầy đủ": "Recall",
    "F1 xét kỹ": "F1, strictly", "Nhan đề": "Title", "Ngày đăng": "Day of publication", "Ngày diễn ra sự kiện": "Day of the event",
    "Đơn vị tổ chức": "Host", "Năm được xét": "Years", "Khen thưởng": "Awards", "Xếp loại": "Ratings", "Người": "People",
    "Văn bản": "Documents", "Con số": "Figures", "Dữ kiện": "Facts", "Đúng": "Right", "Không ghi “chưa chắc”": "Not marked doubtful",
    "Trong đó đúng": "Right among these", "Giữ lại được": "Right ones kept", "Xác suất máy cho": "Probability given",
    "Máy chờ đợi đúng": "Expected right", "Thật sự đúng": "Really right", "Phần được coi là chắc: chính xác": "Not doubtful: precision",
}  # fmt: skip


def _entries(pins: str) -> list[str]:
    return [entry for entry in re.split(r"(?m)^(?=\S)", pins) if entry.strip()]


def _package(entry: str) -> str:
    return entry.partition("==")[0].strip().lower()
