"""Every text is used, every requested text exists, and no visible text is elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.lexicon.load import lexicon
from generator.rendering.words.files import SCRIPT, TEMPLATE
from generator.rendering.words.wordbook import wordbook
from tests.conftest import ROOT
from tests.rendering.words.seen import VIETNAMESE, bare

RENDERING = ROOT / "generator" / "rendering"
#: Tables whose words are asked for by an id that is put together; of each what states the ids, or None where the facts do.
BY_ID = ("aims", "approximations", "article_fields", "award_types", "bases", "column_types", "document_kinds", "doubts", "facts",
         "fields", "granter_levels", "indexes",
         "kinds", "levels", "month_names", "months", "parts_of_day", "prizes", "ranks", "reason_fields", "reasons", "reviews", "roles",
         "scripts.filters", "scripts.kinds", "statuses", "tables", "unit_fields", "unit_kinds")  # fmt: skip
_KEY = re.compile(r"""["'`]([a-z_]+(?:\.[\w-]+)+)["'`]""")
_PUT_TOGETHER = re.compile(r"""["'`]([a-z_]+\.(?:[a-z_]+[._])?)["'`]\s*[~+]|f?["'`]([a-z_]+\.(?:[a-z_]+[._])?)\$?\{""")
#: Vietnamese that is no word of the interface: the mark by which the writer knows its pages; letters that are matched or sorted by;
#: the names of filters that one types.
REASONED = {
    "generator/rendering/parts/files/front_matter.py": "MARK = ",
    "generator/rendering/linked/annotations.py": "",
    "docs/assets/javascripts/tables.js": "const plain = ",
    "docs/assets/javascripts/search/query.js": "const ALSO = ",
    "docs/assets/javascripts/search/terms.js": None,
}


def _sources() -> Iterator[Path]:
    yield from sorted(RENDERING.rglob("*.py"))
    yield from sorted((RENDERING / "templates").glob("*.jinja"))
    generated = {ROOT / "docs" / name for name in (TEMPLATE, SCRIPT)}
    for folder, ending in (("docs/overrides", "*.html"), ("docs/assets/javascripts", "*.js")):
        yield from (path for path in sorted((ROOT / folder).rglob(ending)) if path not in generated)


def _said(path: Path) -> str:
    """Return what a file says without its comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        text = re.sub(r'""".*?"""', "", text, flags=re.DOTALL)
        return re.sub(r"(?m)(?:^|\s)#.*$", "", text)
    if path.suffix == ".js":
        return re.sub(r"(?m)/\*.*?\*/|(?:^|(?<=[\s;]))//.*$", "", text)
    return re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("path", list(_sources()), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_vietnamese_stands_outside_the_words(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    allowed = REASONED.get(name, "")
    lines = [line for line in _said(path).splitlines() if VIETNAMESE.search(line)]
    assert [line for line in lines if allowed == "" or (allowed is not None and not line.lstrip().startswith(allowed))] == []


#: Words of templates that are the same in every language: names of formats, parts of addresses and attributes.
ALIKE = frozenset(
    [
        "SHA",
        "CSV",
        "JSON",
        "Lines",
        "SQLite",
        "BibTeX",
        "CSL",
        "LD",
        "Schema",
        "Parquet",
        "du",
        "lieu",
        "csv",
        "jsonl",
        "data",
        "copy",
        "address",
        "copied",
        "failed",
    ]
)
_OF_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>|\]\([^)]*\)")


@pytest.mark.parametrize("path", sorted((RENDERING / "templates").glob("*.jinja")), ids=lambda path: path.name)
def test_templates_have_no_word_of_their_own(path: Path) -> None:
    """Some Vietnamese words have no letter that distinguishes them."""
    assert set(re.findall(r"[^\W\d_]{2,}", _MARKUP.sub("", _OF_JINJA.sub("", _said(path))))) <= ALIKE


def test_every_word_is_used_and_every_word_asked_for_is_there() -> None:
    keys = {bare(key) for key in wordbook().words}
    asked = {key for path in _sources() for key in _KEY.findall(_said(path))}
    asked |= {f"site.{name}" for path in (ROOT / "docs" / "overrides").rglob("*.html") for name in re.findall(r"words\.(\w+)", _said(path))}
    parts = {one or other for path in _sources() for one, other in _PUT_TOGETHER.findall(_said(path))}
    groups = {key.partition(".")[0] for key in keys}
    assert sorted(key for key in asked - keys if key.partition(".")[0] in groups and key not in parts and not _file_name(key)) == []
    by_id = tuple(f"{table}." for table in BY_ID)
    left = {key for key in keys - asked if not key.startswith(by_id)}
    assert sorted(key for key in left if not any(part and key.startswith(part) for part in parts)) == []


def _file_name(key: str) -> bool:
    return key.endswith((".py", ".yml", ".json", ".html", ".md", ".js", ".jinja"))


def test_tables_by_id_hold_no_more_than_there_is() -> None:
    book = wordbook()
    for table, name in (("award_types", "award-types"), ("kinds", "recipients"), ("levels", "rating-levels"), ("unit_kinds", "unit-kinds")):
        assert set(book.ids(table)) - {entry.id for entry in lexicon(name).entries} <= {"tang-hoa", "tang-qua", "tien-thuong", "bieu-duong"}
