"""Which article a file of corrections is about, and what it says: every error with its line, all at once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from generator.model.correction import Action, Correction
from generator.model.facts import GIFTS, Aim, Approximation, AwardStatus, Decision, Role, UnitRole
from generator.model.record import KINDS, value_fields
from generator.rendering.words.labels import labels
from generator.resolution.assembly import article_address
from generator.resolution.corrections import fields as correction_fields
from generator.resolution.corrections.entries import entries
from generator.resolution.corrections.files import CorrectionFiles, address_of, read_corrections
from tests.rendering.made import PARAGRAPH, article

WHO = "  by: Lụa\n  on: 2024-05-01\n  why: Sai.\n"
REMOVAL = f"- fact: awards\n  quote: A\n  expected: {{count: 1}}\n  remove: true\n{WHO}"


def told(source: str) -> list[str]:
    """Return the errors of a file, as ``line: message``."""
    errors = entries(source, "c.yml")[1]
    assert all(error.path == "c.yml" and error.fix for error in errors)
    return [f"{error.line}: {error.message}" for error in errors]


def test_what_a_correction_says() -> None:
    source = """\
# Ghi chú

- fact: awards
  quote: "tặng  giấy
    khen"
  occurrence: 2
  expected: {type: giay-khen, count: 11, names: [], period: null}
  right: {count: 12, names: [Chi bộ 1, 2], period: [2018, 2022], standard: no}
  right_quote: khen 12
  right_occurrence: 1
  by: Lê Thị Lụa
  on: 2024-05-01
  why: "Vì: thế"
"""
    assert told(source) == ["8: `right` has standard, `expected` does not"]
    (one,), errors = entries(source.replace("period: null}", "period: null, standard: null}"), "a/c.yml")
    assert errors == ()
    assert one == Correction(
        Action.CHANGE,
        "awards",
        "tặng giấy khen",
        (("type", "giay-khen"), ("count", 11), ("names", ()), ("period", None), ("standard", None)),
        (("count", 12), ("names", ("Chi bộ 1", "2")), ("period", (2018, 2022)), ("standard", "no")),
        "Lê Thị Lụa",
        "2024-05-01",
        "Vì: thế",
        "a/c.yml",
        3,
        occurrence=2,
        right_quote="khen 12",
        right_occurrence=1,
    )


def test_a_decision_is_set_or_cleared() -> None:
    told = "{number: 12/QĐ-UBND, date: 2024-03-05, issuer: null}"
    expected, right = f"{{decision: {told}, approximate: at-least}}", "{decision: null, approximate: null}"
    source = f"- fact: awards\n  quote: a\n  expected: {expected}\n  right: {right}\n{WHO}"
    (one,), errors = entries(source, "c.yml")
    assert errors == ()
    assert one.expected == (("decision", Decision("12/QĐ-UBND", "2024-03-05")), ("approximate", "at-least"))
    assert one.right == (("decision", None), ("approximate", None))


def test_an_addition_is_a_whole_fact() -> None:
    source = f"- fact: people\n  quote: Lụa\n  add: {{name: Lụa, roles: [{{title: Bí thư, unit: Đảng ủy}}, {{title: Ủy viên}}]}}\n{WHO}"
    (one,), errors = entries(source, "c.yml")
    assert (errors, one.action, one.expected) == ((), Action.ADD, ())
    assert one.right == (("name", "Lụa"), ("roles", (Role("Bí thư", "Đảng ủy"), Role("Ủy viên"))), ("sure", True), ("doubt", None))
    (one,), _ = entries(f"- fact: awards\n  quote: A\n  add: {{type: tang-hoa, kind: khac}}\n{WHO}", "c.yml")
    assert dict(one.right)["status"] == "granted"
    assert (dict(one.right)["names"], dict(one.right)["count"]) == ((), None)


@pytest.mark.parametrize(
    ("kind", "expected", "right", "values"),
    [
        ("title", "Cũ", "Mới", ("Cũ", "Mới")),
        ("published", "2022-01-16T07:30", "2022-01", ("2022-01-16T07:30", "2022-01")),
        ("byline", "~", "no", (None, "no")),
        ("years", "[]", "[2021, 2022]", ((), (2021, 2022))),
    ],
)
def test_fields_of_the_article(kind: str, expected: str, right: str, values: tuple[object, object]) -> None:
    (one,), errors = entries(f"- fact: {kind}\n  expected: {expected}\n  right: {right}\n{WHO}", "c.yml")
    assert errors == ()
    assert (one.quote, one.expected, one.right) == (None, ((kind, values[0]),), ((kind, values[1]),))


def test_two_corrections_keep_their_lines() -> None:
    read, errors = entries(f"\n{REMOVAL}\n\n{REMOVAL}", "c.yml")
    assert ([one.line for one in read], errors) == ([2, 11], ())


@pytest.mark.parametrize("source", ["", "# chưa có gì\n", "[]\n"])
def test_a_file_may_be_empty(source: str) -> None:
    assert entries(source, "c.yml") == ((), ())


@pytest.mark.parametrize(
    ("source", "errors"),
    [
        # the file
        ("- fact: [\n", ["2: this is not valid YAML: a value or a closing bracket is missing"]),
        ("a: 1\nb: 2\n", ["1: this is not a list"]),
        ("- fact: title\n---\n- b\n", ["2: this is not valid YAML: another document begins here"]),
        ("# a\n- b: \x07\n", ["2: this is not valid YAML: special characters are not allowed"]),
        ("[" * 3000, ["1: lists and tables nested more than 64 deep"]),
        # the entry
        ("- giay khen\n", ["1: this is not a correction"]),
        (REMOVAL + "  color: red\n  [a]: 2\n", ["8: unknown key 'color'", "9: unknown key ''"]),
        (REMOVAL + "  why: Khác.\n", ["8: 'why' occurs twice"]),
        ("- fact: awards\n  quote: A\n  expected: {count: 1}\n  remove: true\n", ["1: no `by`", "1: no `on`", "1: no `why`"]),
        (f"- quote: A\n  remove: true\n{WHO}", ["1: no `fact`"]),
        (f"- fact: award\n  quote: A\n  remove: true\n{WHO}", ["1: there is no fact 'award'"]),
        (f"- fact: awards\n  quote: A\n  expected: {{count: 1}}\n{WHO}", ["1: needs exactly one of `right`, `remove` and `add`"]),
        (REMOVAL + "  add: {type: giay-khen}\n", ["1: needs exactly one of `right`, `remove` and `add`"]),
        (REMOVAL.replace("remove: true", "remove: false"), ["4: `remove` must be true or absent"]),
        (REMOVAL.replace("remove: true", "remove: maybe"),
         ["4: remove: expected true or false here", "4: `remove` must be true or absent"]),
        (REMOVAL.replace("  quote: A\n", ""), ["1: no `quote`"]),
        (REMOVAL.replace("  expected: {count: 1}\n", ""), ["1: no `expected`"]),
        (REMOVAL.replace("{count: 1}", "{}"), ["3: `expected` has no values"]),
        (REMOVAL + "  right_quote: B\n", ["8: `right_quote` is not allowed here: not together with `remove`"]),
        (REMOVAL + "  occurrence: 0\n", ["8: occurrence: the first occurrence is 1"]),
        (REMOVAL.replace("quote: A", "quote: ''"), ["2: quote: expected text here"]),
        (REMOVAL.replace("2024-05-01", "2024-02-30"), ["6: on: '2024-02-30' is not a date"]),
        (REMOVAL.replace("2024-05-01", "2024-05"), ["6: on: 2024-05 is not a full date"]),
        (REMOVAL.replace("2024-05-01", "01/05/2024"), ["6: on: '01/05/2024' is not a date"]),
        (REMOVAL.replace("Lụa", "[Lụa]"), ["5: by: expected text here"]),
        (REMOVAL.replace("Sai.", ""), ["7: why: expected text here"]),
        # values
        (REMOVAL.replace("count: 1", "\n    counts: 1,\n    names: A,\n    count: '1'"),
         ["4: unknown field 'counts'", "5: names: expected a list here", "6: count: expected a whole number here"]),
        (REMOVAL.replace("count: 1", "count: 5.645"), ["3: count: expected a whole number here"]),
        (REMOVAL.replace("count: 1", "type: bang-khe"), ["3: type: unknown value 'bang-khe'"]),
        (REMOVAL.replace("count: 1", "kind: chi"), ["3: kind: unknown value 'chi'"]),
        (REMOVAL.replace("count: 1", "status: given"), ["3: status: unknown value 'given'"]),
        (REMOVAL.replace("count: 1", "years: [22]"), ["3: years: 22 is not a year"]),
        (REMOVAL.replace("count: 1", "period: [2022, 2018]"), ["3: period: a period is its first and its last year"]),
        (REMOVAL.replace("count: 1", "count: 1, count: 2"), ["3: 'count' occurs twice"]),
        (REMOVAL.replace("awards", "ratings").replace("count: 1", "percent: 98,45, level: tot"),
         ["3: unknown field '45'", "3: level: unknown value 'tot'"]),
        (REMOVAL.replace("awards", "ratings").replace("count: 1", "percent: 101, at_least: yes, kind: aim"),
         ["3: percent: 101 is not a percentage", "3: at_least: expected true or false here", "3: kind: unknown value 'aim'"]),
        (REMOVAL.replace("count: 1", "approximate: roughly"), ["3: approximate: unknown value 'roughly'"]),
        (REMOVAL.replace("count: 1", "decision: {issuer: Bộ Y tế}"),
         ["3: decision: a decision is its number or its date and, where known, its issuer"]),
        (REMOVAL.replace("count: 1", "decision: {number: 1/QĐ, date: 5/3/2024}"), ["3: decision: '5/3/2024' is not a date"]),
        (REMOVAL.replace("awards", "people").replace("count: 1", "roles: [{name: Bí thư}]"),
         ["3: roles: a role is its title and, where known, its unit"]),
        (REMOVAL.replace("awards", "units").replace("count: 1", "id: dang-uy, role: boss"),
         ["3: unknown field 'id'", "3: role: unknown value 'boss'"]),
        (REMOVAL.replace("awards", "event").replace("count: 1", "date: 15/1, part_of_day: đêm"),
         ["3: date: '15/1' is not a date", "3: part_of_day: unknown value 'đêm'"]),
        (REMOVAL.replace("awards", "documents").replace("count: 1", "kind: thu"), ["3: kind: unknown value 'thu'"]),
        (REMOVAL.replace("awards", "figures").replace("count: 1", "value: -1"), ["3: value: expected a number here"]),
        # what goes with what
        (f"- fact: awards\n  quote: A\n  add: {{count: 1}}\n{WHO}", ["3: a new fact needs type, kind"]),
        (f"- fact: awards\n  quote: A\n  add: {{}}\n{WHO}", ["3: `add` has no values"]),
        (f"- fact: awards\n  quote: A\n  add: {{type: x, kind: khac}}\n{WHO}", ["3: type: unknown value 'x'"]),
        (f"- fact: people\n  quote: A\n  expected: {{name: B}}\n  add: {{name: C}}\n{WHO}",
         ["3: `expected` is not allowed here: not together with `add`"]),
        (f"- fact: awards\n  quote: A\n  expected: {{count: 1}}\n  right: {{count: 1}}\n{WHO}",
         ["4: count is the same in `right` and `expected`"]),
        (f"- fact: awards\n  quote: A\n  expected: {{count: x}}\n  right: {{count: 1}}\n{WHO}",
         ["3: count: expected a whole number here"]),
        (f"- fact: awards\n  quote: A\n  right_quote: B\n{WHO}", ["1: no `expected`"]),
        (f"- fact: title\n  expected: A\n  right: A\n{WHO}", ["3: `right` equals `expected`"]),
        (f"- fact: title\n  expected: A\n  right: null\n{WHO}", ["3: right: expected text here"]),
        (f"- fact: title\n  quote: A\n  remove: true\n  expected: A\n{WHO}",
         ["1: no `right`", "2: `quote` is not allowed here: title takes only `expected` and `right`",
          "3: `remove` is not allowed here: title takes only `expected` and `right`"]),
        (f"- fact: published\n  expected: 2022-01-16 07:30\n  right: 2022-13\n{WHO}",
         ["2: expected: '2022-01-16 07:30' is not a date", "3: right: '2022-13' is not a date"]),
        # all of a file
        (REMOVAL.replace("count: 1", "count: x") + REMOVAL + REMOVAL.replace("by: Lụa", "bay: Lụa"),
         ["3: count: expected a whole number here", "15: no `by`", "19: unknown key 'bay'"]),
    ],
)  # fmt: skip
def test_errors(source: str, errors: list[str]) -> None:
    assert told(source) == errors


def test_the_fix_names_the_ids_near_a_wrong_one() -> None:
    _, (error,) = entries(REMOVAL.replace("count: 1", "type: bang-khe"), "c.yml")
    assert "bang-khen" in str(error)
    _, (error,) = entries(REMOVAL.replace("count: 1", "status: given"), "c.yml")
    assert "granted, proposed, past" in str(error)


def test_the_tables_say_what_the_facts_and_labels_say() -> None:
    assert {kind: list(of) for kind, of in correction_fields.FACT_FIELDS.items()} == {
        kind: [name for name in value_fields(of) if (kind, name) != ("units", "id")] for kind, of in KINDS.items()
    }
    ids = correction_fields._ids
    table = {
        name: set(labels().order(name))
        for name in ("award_types", "kinds", "levels", "article_fields", "statuses", "approximations", "roles", "aims")
    }
    assert {*ids("award-types"), *GIFTS} == table["award_types"]
    assert (set(ids("recipients")), set(ids("rating-levels"))) == (table["kinds"], table["levels"])
    assert labels().gifts == GIFTS
    assert set(correction_fields.ARTICLE_VALUES) == table["article_fields"]
    for given, name in (
        (AwardStatus, "statuses"),
        (Approximation, "approximations"),
        (UnitRole, "roles"),
        (Aim, "aims"),
    ):
        assert set(map(str, given)) == table[name]


def corrections(root: Path, files: dict[str, str], articles: list[str]) -> tuple[CorrectionFiles, dict[str, list[int]]]:
    """Return what is read of ``files`` (below corrections/), and the lines of the corrections by article."""
    for name, source in files.items():
        path = root / "seeds" / "corrections" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source, encoding="utf-8")
    seeds = root / "seeds"
    read = read_corrections(root, seeds, [seeds / name for name in articles])
    return read, {path.relative_to(seeds).as_posix(): [finding.line for finding in found] for path, found in read.by_article.items()}


@pytest.mark.parametrize(
    ("file", "articles", "found"),
    [
        ("a.yml", ["a.txt", "b.txt"], "a.txt"),
        ("a.yaml", ["a.txt"], "a.txt"),
        ("v1.2.yml", ["v1.txt", "v1.2.txt"], "v1.2.txt"),
        ("2022/Quý I/bài 1.yml", ["2022/Quý I/bài 1.txt", "bài 1.txt"], "2022/Quý I/bài 1.txt"),
        ("2022-quy-i-bai-1.yml", ["2022/Quý I/bài 1.txt"], "2022/Quý I/bài 1.txt"),
        ("Quy\u0301 I.yml", ["Quý I.txt"], "Quý I.txt"),  # as macOS writes names
        ("a.txt.yml", ["a.txt", "a.html"], "a.txt"),
        ("muc--index.yml", ["index.txt"], "index.txt"),
    ],
)
def test_the_article_of_a_file(tmp_path: Path, file: str, articles: list[str], found: str) -> None:
    read, lines = corrections(tmp_path, {file: REMOVAL}, articles)
    assert (read.errors, lines) == ((), {found: [1]})
    assert read.by_article[tmp_path / "seeds" / found][0].path == f"seeds/corrections/{file}"


@pytest.mark.parametrize(
    ("file", "articles", "message"),
    [
        ("b.yml", ["a.txt"], "seeds/corrections/b.yml: there is no article of this name in seeds/"),
        ("a.yml", ["2022/a.txt"], "seeds/corrections/a.yml: there is no article of this name in seeds/"),
        ("a.yml", ["a.doc", "a.html"], "seeds/corrections/a.yml: this name means all of a.doc, a.html"),
        ("a-b.yml", ["a b.txt", "a_b.txt"], "seeds/corrections/a-b.yml: this name means all of a b.txt, a_b.txt"),
        ("a.txt", ["a.txt"], "seeds/corrections/a.txt: this is not a correction file"),
    ],
)
def test_a_file_without_its_one_article(tmp_path: Path, file: str, articles: list[str], message: str) -> None:
    read, lines = corrections(tmp_path, {file: REMOVAL}, articles)
    assert lines == {}
    (error,) = read.errors
    assert str(error).startswith(message)
    assert error.fix


def test_the_errors_of_all_files_are_told_and_the_other_corrections_read(tmp_path: Path) -> None:
    files = {
        "b.yml": REMOVAL.replace("by:", "bay:") + REMOVAL,
        "a.yml": "a\n",
        "README.md": "Ghi chú",
        ".hidden": "",
        "2022-b.yml": REMOVAL,
    }
    read, lines = corrections(tmp_path, files, ["a.txt", "b.txt", "2022/b.txt"])
    assert lines == {"2022/b.txt": [1], "a.txt": [], "b.txt": [8]}
    assert [(error.path, error.line) for error in read.errors] == [
        ("seeds/corrections/a.yml", 1), ("seeds/corrections/b.yml", 1), ("seeds/corrections/b.yml", 5),
    ]  # fmt: skip


def test_an_archive_without_corrections(tmp_path: Path) -> None:
    assert read_corrections(tmp_path, tmp_path / "seeds", [tmp_path / "seeds" / "a.txt"]) == CorrectionFiles({}, ())


def test_a_file_that_is_no_utf_8(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "corrections").mkdir(parents=True)
    (tmp_path / "seeds" / "corrections" / "a.yml").write_bytes("- fact: Đảng".encode("utf-16"))
    (error,) = read_corrections(tmp_path, tmp_path / "seeds", [tmp_path / "seeds" / "a.txt"]).errors
    assert str(error) == "seeds/corrections/a.yml:1: this file is not in UTF-8 (save it as UTF-8)"


@pytest.mark.parametrize("path", ["a.txt", "2022/Quý I/bài 1.txt", "index.txt", "v1.2.txt", "漢字.txt"])
def test_a_file_s_address_is_its_article_s(path: str) -> None:
    read_article = article((PARAGRAPH, "Đầu đề"), path=f"seeds/{path}")
    assert address_of(PurePosixPath(path)) in ("", article_address(read_article))
