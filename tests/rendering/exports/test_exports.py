"""Exported data: all files hold the archive's data, the same in each format, and nothing executable."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import duckdb
import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.gathering import gather
from generator.model.archive import Archive, Change
from generator.model.facts import GIFTS, Decision, Facts
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.files import DATABASE, data_files
from generator.rendering.exports.portions import MANY, RECORDS, Portions
from generator.rendering.exports.rows import Data
from generator.rendering.exports.tables import FOLDER, Column, Table, Type, tables
from generator.rendering.exports.text_files import cell, csv_file, jsonl_lines
from generator.rendering.site import render
from generator.resolution.assembly import assemble
from tests.conftest import ROOT
from tests.rendering.corrected import SETTINGS, corrected
from tests.rendering.made import FULL, FULL_FACTS, PARAGRAPH, article, award, words
from tests.rendering.sharded import record

PROFILES = Path(__file__).parent / "profiles"
KEYS = tuple(tables())
_HOSTILE = ("=HYPERLINK(1)", "+84 9", "-1", "@SUM(1)", "＝1", "'trích'", 'a "b", c', "x | y\\z", "hai\ndòng", "\x00\x1b", "|", "\\",
            "a;=1+1", "a; -2", 'a;"=3"', "b;'c", "b;'", ";;+4", "a;＝5", "\u202e321", "a;\t@6")  # fmt: skip


def _articles() -> Archive:
    return gather(ArchiveFolder(ROOT / "tests" / "archive")).assembled()[0]


def _seeds() -> Archive:
    return gather(ArchiveFolder.at(ROOT)).assembled()[0]


def _hostile() -> Archive:
    text = article((PARAGRAPH, "=cmd|' /C calc'!A0 tặng giấy khen cho 12 đảng viên"), path="seeds/doc.txt", title="=1+1")
    given = award(words(text, "=cmd|' /C calc'!A0"), names=_HOSTILE, standard="=1+1", granted_by="-2")
    flowers = award(words(text, "12 đảng viên"), type="tang-hoa", count=1)
    person = replace(FULL_FACTS.people[0], name="@SUM(A1)", evidence=words(text, "12 đảng viên"))
    return assemble([(text, Facts(awards=(given, flowers), people=(person,))), (FULL, FULL_FACTS)])


ARCHIVES: dict[str, Callable[[], Archive]] = {"seeds": _seeds, "articles": _articles, "corrected": corrected, "hostile": _hostile}
every_archive = pytest.mark.parametrize("name", ARCHIVES)


@lru_cache
def made(name: str) -> tuple[Archive, Portions, dict[str, bytes]]:
    archive = ARCHIVES[name]()
    portions = Portions(Data(archive, SETTINGS))
    return archive, portions, data_files(portions)


def read_csv(table: Table, content: bytes) -> list[dict[str, Any]]:
    """Return a CSV file as the page du-lieu/ describes."""
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head == [column.name for column in table.columns]
    return [{column.name: _read_cell(column.type, said) for column, said in zip(table.columns, line, strict=True)} for line in lines]


def _read_cell(kind: Type, said: str) -> Any:
    said = re.sub(r"(?:\A|(?<=;))'", "", said)
    if kind.several:
        parts = [re.sub(r"\\(.)", r"\1", one) for one in re.split(r"(?<= )\|(?= )", f" {said} ")] if said else []
        parts = [part[1:-1] for part in parts]
        return [int(part) for part in parts] if kind is Type.INTEGERS else parts
    if said == "":
        return None
    if kind is Type.BOOLEAN:
        return {"true": True, "false": False}[said]
    if kind in (Type.INTEGER, Type.NUMBER):
        return float(said.replace(",", ".")) if "," in said else int(said)
    return said


def read_jsonl(content: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in content.decode("utf-8").split("\n")[:-1]]


def read_sqlite(table: Table, base: sqlite3.Connection) -> list[dict[str, Any]]:
    name, columns = table.file.replace("-", "_"), ", ".join(f'"{column.name}"' for column in table.columns)
    rows = base.execute(f"SELECT {columns} FROM {name} ORDER BY rowid").fetchall()
    return [{column.name: _read_value(column.type, value) for column, value in zip(table.columns, row, strict=True)} for row in rows]


def _read_value(kind: Type, value: Any) -> Any:
    if kind.several:
        return json.loads(value)
    return bool(value) if kind is Type.BOOLEAN else value


def database(content: bytes) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.deserialize(content)
    return base


@every_archive
@pytest.mark.parametrize("key", KEYS)
def test_the_forms_hold_the_same_values(name: str, key: str) -> None:
    _, portions, files = made(name)
    table = tables()[key]
    of_json = read_jsonl(b"".join(jsonl_lines(portions.data.rows[key])))
    base = database(files[f"{FOLDER}/{DATABASE}"])
    for form, read in (("csv", read_csv), ("jsonl", lambda _, content: read_jsonl(content))):
        path = f"{FOLDER}/{table.file}.{form}"
        assert (path in files) == (form in table.forms)
        assert path not in files or read(table, files[path]) == of_json
    if "sqlite" in table.forms:
        assert read_sqlite(table, base) == of_json
    base.close()
    assert all(list(row) == [column.name for column in table.columns] for row in of_json)
    assert len({row[table.columns[0].name] for row in of_json}) == len(of_json)


def test_parquet_holds_the_same_values_with_their_types(tmp_path: Path) -> None:
    _, portions, files = made("hostile")
    with duckdb.connect() as base:
        for key, table in tables().items():
            path = tmp_path / f"{table.file}.parquet"
            path.write_bytes(files[f"{FOLDER}/{path.name}"])
            read = base.read_parquet(str(path))
            assert read.columns == [column.name for column in table.columns]
            lists = [[tuple(cell) if isinstance(cell, list) else cell for cell in row] for row in read.fetchall()]
            assert lists == [list(row.values()) for row in portions.data.rows[key]]
            kinds = {column.name: str(kind) for column, kind in zip(table.columns, read.types, strict=True)}
            assert all((kinds[column.name] == "BIGINT") == (column.type is Type.INTEGER) for column in table.columns)


def test_every_line_fits_the_schema() -> None:
    _, _, files = made("hostile")
    schema = json.loads(files[f"{FOLDER}/v1/schema.json"])
    for key, table in tables().items():
        check = fastjsonschema.compile(schema["definitions"][key], use_default=False)
        for row in read_jsonl(files.get(f"{FOLDER}/{table.file}.jsonl", b"")):
            check(row)
    broken = read_jsonl(files[f"{FOLDER}/khen-thuong.jsonl"])[0] | {"count": "mười"}
    with pytest.raises(fastjsonschema.JsonSchemaException):
        fastjsonschema.compile(schema["definitions"]["awards"], use_default=False)(broken)


@every_archive
def test_every_record_is_in_the_file_that_its_id_names(name: str) -> None:
    _, portions, files = made(name)
    shards = {path: json.loads(content) for path, content in files.items() if re.fullmatch(rf"{FOLDER}/v1/[a-z-]+/[0-9a-f]\.json", path)}
    nodes = {node["@id"].partition("#")[2]: (path, node) for path, held in shards.items() for node in held["@graph"]}
    rows = portions.data.rows
    awards = {str(row["id"]): row for row in rows["awards"] if not row["gift"]}
    people = {str(row["id"]) for row in rows["persons"] if row["address"]}
    assert nodes.keys() == awards.keys() | people | {str(row["id"]) for row in rows["units"] if row["address"]}
    for known, (path, node) in nodes.items():
        assert path.endswith(f"/{hashlib.sha256(known.encode()).hexdigest()[0]}.json")
        assert node["identifier"] == known
        assert node["@id"] == f"{SETTINGS.site_url}{path}#{known}"
    for known, row in awards.items():
        _, node = nodes[known]
        given = [one["identifier"] for one in node.get("recipient", ())]
        assert given == [*row["persons"], *row["recipients"]]  # type: ignore[misc]
    index = json.loads(files[f"{FOLDER}/v1/index.json"])
    assert {*index["kyyeu:files"]} == {f"{SETTINGS.site_url}{path}" for path in shards} | {f"{SETTINGS.site_url}{FOLDER}/v1/schema.json"}
    assert {one["contentUrl"].removeprefix(str(SETTINGS.site_url)) for one in index["distribution"]} <= files.keys()


def test_versions_and_licence_are_stated() -> None:
    archive = made("corrected")[0]
    change = Change("2026.4", "2026-11-30", "1.0", None, ())
    settings = replace(SETTINGS, data_licence="CC-BY-4.0")
    files = data_files(Portions(Data(replace(archive, changes=(change,)), settings)))
    described, index = (json.loads(files[f"{FOLDER}/{path}"]) for path in ("datapackage.json", "v1/index.json"))
    assert (described["version"], index["version"]) == ("2026.4", "2026.4")
    assert described["licenses"] == [{"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/"}]
    assert re.fullmatch("[0-9a-f]{12}", json.loads(made("corrected")[2][f"{FOLDER}/datapackage.json"])["version"])


def test_a_decision_and_its_awards_name_each_other() -> None:
    number = "12/QĐ-UBND"
    document = replace(FULL_FACTS.documents[0], kind="quyet-dinh", number=number)
    given = replace(FULL_FACTS.awards[0], decision=Decision(number=number))
    rows = Data(assemble([(FULL, replace(FULL_FACTS, documents=(document,), awards=(given,)))])).rows
    decided = {row["id"]: row["decision"] for row in rows["awards"] if row["decision"]}
    assert decided
    assert decided == {award: row["id"] for row in rows["decisions"] for award in row["awards"]}  # type: ignore[union-attr]


@every_archive
def test_the_tables_hold_all_that_the_archive_tells(name: str) -> None:
    archive, portions, _ = made(name)
    rows = portions.data.rows
    assert sorted(str(row["id"]) for row in rows["awards"]) == sorted(row.id for row in archive.ledger)
    by_id = {row.id: row for row in archive.ledger}
    assert {(row["id"], row["count"], row["status"], row["type"]) for row in rows["awards"]} == {
        (one.id, one.award.count, one.award.status, one.award.type) for one in by_id.values()
    }
    assert len(archive.entries) == {"seeds": 5, "articles": 11, "corrected": 1, "hostile": 2}[name]
    assert [row["id"] for row in rows["articles"]] == [entry.slug for entry in archive.entries]
    told: dict[str, Counter[str]] = {key: Counter() for key in ("ratings", "figures", "people", "documents")}
    for entry in archive.entries:
        told["ratings"][entry.slug] = len(entry.facts.ratings)
        told["figures"][entry.slug] = len(entry.facts.figures)
        told["people"][entry.slug] = len(entry.facts.people)
        told["documents"][entry.slug] = sum(bool(document.number or document.title) for document in entry.facts.documents)
    for key, counted in told.items():
        assert Counter(str(row["article"]) for row in rows[key]) == +counted
    named = {one for row in archive.ledger for one in (*row.hosts, *row.recipients, row.granter) if one}
    assert named | set(archive.units) == {row["id"] for row in rows["units"]}
    assert name != "seeds" or all(rows[key] for key in KEYS if key != "decisions")


@every_archive
def test_evidence_leads_to_its_words(name: str) -> None:
    archive, portions, _ = made(name)
    pages = render(archive, SETTINGS)
    anchored = 0
    for row in (row for of in portions.data.rows.values() for row in of if "evidence" in row):
        addresses, quotes = row["evidence"], row["quotes"]
        assert isinstance(addresses, tuple)
        assert isinstance(quotes, tuple)
        for address, quote in zip(addresses, quotes, strict=True):
            found = re.fullmatch(r"bai/([a-z0-9-]+)/(?:#(w\.[a-z.0-9]+))?", str(address))
            assert found, address
            slug, anchor = found.groups()
            if anchor:
                anchored += 1
                place = re.search(rf'id="{re.escape(anchor)}" data-at="(\d+)\.(\d+)"', pages[f"bai/{slug}.md"])
                assert place
                start, end = place.groups()
                assert " ".join(archive.by_slug[slug].article.text[int(start) : int(end)].split()) == quote
    assert anchored > 5


def test_addresses_without_directories() -> None:
    rows = Data(corrected(), SiteSettings(directory_urls=False)).rows
    assert re.match(r"\('bai/bai-mau\.html#w\.[a-z]+'", str(rows["ratings"][0]["evidence"]))
    assert rows["articles"][0]["address"] == "bai/bai-mau.html"


def test_what_was_inferred_and_corrected_says_so() -> None:
    rows = made("corrected")[1].data.rows
    assert [row["corrected"] for row in rows["awards"]].count(True) == 1
    assert {row["id"]: row["inferred"] for row in made("hostile")[1].data.rows["articles"]} == {
        "doc": (),
        "bai-mau": ("date: bài chỉ ghi 15/1; năm 2022 là máy đoán theo ngày đăng 16/01/2022",),
    }


@every_archive
def test_csv_as_excel_opens_it(name: str) -> None:
    _, _, files = made(name)
    for path, content in files.items():
        if path.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf")
            assert b"\n" not in content.replace(b"\r\n", b"")
            assert content.endswith(b"\r\n")
            text = content.decode("utf-8-sig")
            assert all(re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line) for line in text.split("\r\n")[:-1])
            assert formulas(text) == []


def formulas(text: str) -> list[str]:
    """Return the cells of a CSV file that a spreadsheet could take for formulas, whatever it parts the columns by."""
    cells = [said for mark in ",;\t" for line in csv.reader(io.StringIO(text, newline=""), delimiter=mark) for said in line]
    cells += [said.strip('" ') for mark in ";\t" for line in text.splitlines() for said in line.split(mark)]
    return [said for said in cells if said.lstrip().startswith(tuple("=+-@＝＋－＠"))]


FORMULAS = st.lists(st.sampled_from([*"=+-@＝＋－＠';\t\r\n\" ,|a1", "=1+1", ";=", "; ", "';"]), max_size=8).map("".join)


@given(st.lists(FORMULAS, min_size=2, max_size=4))
def test_no_text_is_a_formula_wherever_the_columns_are_parted(texts: list[str]) -> None:
    columns = tuple(Column(f"c{number}", Type.TEXT) for number in range(len(texts)))
    content = csv_file(Table("t", "t", (), columns), [dict(zip((column.name for column in columns), texts, strict=True))]).decode(
        "utf-8-sig"
    )
    assert formulas(content) == []
    _, read = csv.reader(io.StringIO(content, newline=""))
    assert [re.sub(r"(?:\A|(?<=[;\t\r\n]))'", "", said) for said in read] == texts


def test_what_no_file_can_hold_is_shown_as_missing() -> None:
    text = article((PARAGRAPH, "12 đảng viên"))
    data = Data(assemble([(text, Facts(awards=(award(words(text, "12"), names=("\ud800", " \n", "a\u2028b"), standard=" "),)))]))
    assert data.rows["awards"][0]["names"] == ("\ufffd", "a b")
    assert data.rows["awards"][0]["standard"] is None
    assert "\ufffd | a b" in data_files(Portions(data))[f"{FOLDER}/khen-thuong.csv"].decode()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, ""), ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@a", "'@a"), ("'a", "''a"), ("＠a", "'＠a"), ("＝a", "'＝a"),
        ("＋a", "'＋a"), ("－a", "'－a"),
        ("a;=1+1", "a;'=1+1"), ("a; =1", "a;' =1"), ('a;"=1', 'a;\'"=1'), ("a;'b", "a;''b"),
        ("a; b", "a; b"), ("a;1", "a;1"), (";＝1", ";'＝1"), ("a=1", "a=1"),
        (98.45, "98,45"), (5645, "5645"), (True, "true"), (False, "false"), ((), ""), ((2021, 2022), "2021 | 2022"),
        (("a|b", "c\\d"), "a\\|b | c\\\\d"), (("=a", "b"), "'=a | b"),
    ],
)  # fmt: skip
def test_cells(value: Any, said: str) -> None:
    assert cell(value) == said


@every_archive
def test_pages_offer_their_rows(name: str) -> None:
    archive, portions, files = made(name)
    linked: set[str] = set()
    for page, text in render(archive, SETTINGS).items():
        targets = {f"{FOLDER}/{one}" for one in re.findall(r"\]\(\.\./du-lieu/([\w./-]+\.csv)\)", text)}
        assert targets <= set(files), page
        keys = re.findall(r'data-rows="([^"]+)"', text)
        assert all(record(files, RECORDS, key) for key in keys), page
        linked |= {*targets, *keys}
        folder = page.split("/")[0]
        lists = folder in {"don-vi", "nam", "hinh-thuc", "khen-thuong", "xep-loai", "van-ban", "nguoi"} or page == "bai/index.md"
        lists = lists or bool(re.match(r"su-kien/(?!index)", page))
        own = folder != "don-vi" or page.endswith("/chua-ro.md") or "## Bài về đơn vị này" in text
        told = "xem câu trong bài" in text or (own and "ky-entry" in text)
        assert bool(targets) is lists or (folder == "don-vi" and not told), page
    assert {file.key or file.path for file in portions.files.values()} <= linked


@every_archive
def test_a_page_s_file_has_the_rows_of_that_page(name: str) -> None:
    archive, portions, files = made(name)
    awards = [row for row in archive.ledger if row.award.type not in GIFTS]

    def ids(page: str) -> list[str]:
        assert portions.files[page].key == page
        return sorted(row["id"] for row in read_csv(portions.files[page].table, record(files, RECORDS, page).encode()))

    for year in {year for row in awards for year in row.years}:
        assert ids(f"khen-thuong/{year}") == sorted(row.id for row in awards if year in row.years)
    for form in {row.award.type for row in awards}:
        assert ids(f"hinh-thuc/{form}") == sorted(row.id for row in awards if row.award.type == form)
    for unit in {host for row in awards for host in row.hosts}:
        own = [row.id for row in awards if unit in row.hosts or unit in row.recipients or unit == row.granter]
        assert ids(f"don-vi/{unit}") == sorted(own)
    levels = Counter(rating.level for entry in archive.entries for rating in entry.facts.ratings)
    assert {level: len(ids(f"xep-loai/{level}")) for level in levels} == levels


def test_what_tells_no_unit_year_or_award_has_its_files() -> None:
    text = article((PARAGRAPH, "Tặng giấy khen cho 12 đảng viên."))
    one = award(words(text, "12 đảng viên"), years=(), granted_by=None)
    rating = replace(FULL_FACTS.ratings[0], evidence=words(text, "12 đảng viên"))
    told = Portions(Data(assemble([(text, Facts(awards=(one,), ratings=(rating,)))])))
    places = ["don-vi/chua-ro", "don-vi/chua-ro--xep-loai", "don-vi/chua-ro--bai", "khen-thuong/chua-ro", "nam/chua-ro",
              "hinh-thuc/giay-khen", f"xep-loai/{rating.level}"]  # fmt: skip
    assert {path: len(portion.rows) for path, portion in told.files.items()} == dict.fromkeys(places, 1)
    silent = Portions(Data(assemble([(text, Facts())])))
    places = ["don-vi/chua-ro--bai", "nam/chua-ro", "hinh-thuc/chua-ro--bai"]
    assert set(silent.files) == set(places)


def test_many_rows_have_a_file_and_few_are_a_record() -> None:
    texts = [article((PARAGRAPH, f"Tin {number}."), path=f"seeds/{number}.txt") for number in range(MANY)]
    for count in (MANY - 1, MANY):
        portions = Portions(Data(assemble([(text, Facts()) for text in texts[:count]])))
        files = data_files(portions)
        (offered,) = portions.of("nam/chua-ro.md")
        few = count < MANY
        assert (offered.key, offered.path) == (("nam/chua-ro", f"{FOLDER}/bai.csv") if few else (None, f"{FOLDER}/nam/chua-ro.csv"))
        assert (record(files, RECORDS, "nam/chua-ro") is not None) is few
        assert len(read_csv(offered.table, files[offered.path])) == count


def test_the_parts_of_a_long_list_offer_the_same() -> None:
    portions = made("seeds")[1]
    offered = portions.of("nam/2022.md")
    assert {one.key for one in offered} == {"khen-thuong/2022", "nam/2022"}
    assert portions.of("nam/2022--trang-2.md") == offered
    assert portions.of("nguoi/nhom--a.md") == portions.of("nguoi/index.md")
    assert portions.of("nguoi/index.md")[0].path == f"{FOLDER}/nguoi.csv"
    assert portions.of("nam/1822.md") == portions.of("bai/mot-bai.md") == portions.of("index.md") == ()


@every_archive
def test_the_description_is_a_valid_data_package(name: str) -> None:
    _, portions, files = made(name)
    described = json.loads(files[f"{FOLDER}/datapackage.json"])
    _profile("data-package")(described)
    columns = _profile("tabular-data-resource")
    names = {resource["name"] for resource in described["resources"]}
    assert len(names) == len(described["resources"]) == sum(len({*table.forms} - {"sqlite"}) for table in tables().values()) + 1
    for resource in described["resources"]:
        content = files[f"{FOLDER}/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        if resource["format"] == "csv":
            columns(resource)
            _conforms(resource["schema"], content, portions)
    broken = described["resources"][0]
    broken["schema"]["fields"][0]["type"] = "chữ"
    with pytest.raises(fastjsonschema.JsonSchemaException):
        columns(broken)


@lru_cache
def _profile(name: str) -> Callable[[Any], Any]:
    return fastjsonschema.compile(json.loads((PROFILES / f"{name}.json").read_text(encoding="utf-8")), use_default=False)


def _conforms(schema: dict[str, Any], content: bytes, portions: Portions) -> None:
    """Every cell is what its field says, and refers to what there is."""
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert head == [field["name"] for field in schema["fields"]]
    forms = {"integer": r"-?\d+", "boolean": "true|false", "string": r"(?s:.+)", "number": r"\d+(,\d+)?"}
    for line in lines:
        for said, field in zip(line, schema["fields"], strict=True):
            if said:
                assert re.fullmatch(forms[field["type"]], said), (field, said)
                assert re.search(field.get("constraints", {}).get("pattern", ""), said), (field, said)
    files = {table.file: key for key, table in tables().items()}
    for one in schema.get("foreignKeys", ()):
        held = {line[head.index(one["fields"])] for line in lines} - {""}
        other = one["reference"]["resource"]
        assert held <= ({row["id"] for row in portions.data.rows[files[other]]} if other else {line[0] for line in lines})


@every_archive
def test_the_database_is_whole(name: str) -> None:
    content = made(name)[2][f"{FOLDER}/{DATABASE}"]
    base = database(content)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    assert base.execute("PRAGMA page_size").fetchone() == (4096,)
    base.close()
    assert (content[24:28], content[92:100]) == (bytes(4), bytes(8))  # no count of changes, no version. Source: sqlite.org/fileformat.html


_DIGESTS = """
import hashlib
from pathlib import Path
from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
for folder in (".", "tests/archive"):
    files = data_files(Portions(Data(gather(ArchiveFolder(Path(folder))).assembled()[0])))
    print(hashlib.sha256(b"".join(path.encode() + files[path] for path in files)).hexdigest(), len(files))
"""


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed() -> None:
    found = {
        subprocess.run(
            [sys.executable, "-c", _DIGESTS],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


def test_the_page_tells_every_column() -> None:
    page = render(corrected(), SETTINGS)[f"{FOLDER}/index.md"]
    for table in tables().values():
        assert (f"[CSV]({table.file}.csv)" in page) == ("csv" in table.forms)
        assert f"[Parquet]({table.file}.parquet)" in page
        for column in table.columns:
            assert f"| <code>{column.name.replace('_', '&#95;')}</code> |" in page
            assert column.refers is None or column.refers in tables()
    assert f"({DATABASE})" in page
