"""Sources: every record becomes an article, or an error with its place, and the rest is read."""

from __future__ import annotations

import gzip
import json
from io import BytesIO
from pathlib import Path

import duckdb
import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from generator.corpus.processing.articles import article_of
from generator.corpus.sources.given import Damaged, Given
from generator.corpus.sources.reading import sources_at
from generator.errors import ConfigurationError

TEXT = "Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổ chức hội nghị tổng kết và tặng giấy khen cho 3 chi bộ."
PAGE = f"<html><head><title>Hoa Mai</title></head><body><article><h1>Hoa Mai tổng kết</h1><p>{TEXT}</p></article></body></html>"


def items(*paths: Path, **fields: str) -> list[Given | Damaged]:
    return [item for _, contents in sources_at(paths, fields) for item in contents]


def keys(found: list[Given | Damaged]) -> list[tuple[str, str]]:
    return [(item.place, item.reason.key if isinstance(item, Damaged) else item.stated.get("title", "")) for item in found]


def test_lines_that_are_no_records_are_errors_of_their_own(tmp_path: Path) -> None:
    lines = [
        json.dumps({"content": TEXT, "title": "Một"}),
        "{",
        "[1]",
        "",
        json.dumps({"id": 3}),
        json.dumps({"html": PAGE, "title": "Hai"}),
    ]
    path = tmp_path / "bai.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = items(path)
    assert keys(found) == [
        ("bai.jsonl#1", "Một"), ("bai.jsonl#2", "corpus.no_json"), ("bai.jsonl#3", "corpus.no_object"), ("bai.jsonl#5", "corpus.no_text"),
        ("bai.jsonl#6", "Hai"),
    ]  # fmt: skip
    assert "id" in str(found[3].reason if isinstance(found[3], Damaged) else "")
    assert isinstance(found[4], Given)
    assert found[4].suffix == ".html"


def test_compressed_data_that_break_off_are_one_error_behind_what_was_read(tmp_path: Path) -> None:
    data = gzip.compress("".join(json.dumps({"text": f"{TEXT} {n}"}) + "\n" for n in range(3000)).encode(), 1)
    whole, broken = tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl.gz"
    whole.write_bytes(data)
    broken.write_bytes(data[: len(data) // 2])
    assert len(items(whole)) == 3000
    found = items(broken)
    assert isinstance(found[-1], Damaged)
    assert found[-1].reason.key == "corpus.damaged_gzip"
    assert 100 < len(found) < 3000
    assert found[-1].place == f"b.jsonl.gz#{len(found)}"


def parquet(path: Path, query: str) -> Path:
    with duckdb.connect() as base:
        base.execute(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    return path


def test_rows_of_parquet_with_dates_and_the_users_names_of_fields(tmp_path: Path) -> None:
    path = parquet(
        tmp_path / "p.parquet", f"SELECT '{TEXT}' AS noi_dung, TIMESTAMP '2022-01-16 07:30:00' AS date, 'https://bao.example/1' AS url"
    )
    (found,) = items(path, text="noi_dung")
    assert isinstance(found, Given)
    assert found.stated == {"published": "2022-01-16T07:30", "url": "https://bao.example/1"}
    assert keys(items(path)) == [("p.parquet#1", "corpus.no_text")]
    (tmp_path / "j.jsonl").write_text(json.dumps({"text": TEXT, "title": "Một"}), encoding="utf-8")
    assert keys(items(tmp_path / "j.jsonl", text="noi_dung")) == [("j.jsonl#1", "Một")]  # the user's name goes before ours, which stay


def test_a_damaged_parquet_file_is_one_error(tmp_path: Path) -> None:
    path = parquet(tmp_path / "p.parquet", f"SELECT '{TEXT}' || i AS text FROM range(100) AS t(i)")
    assert len(items(path)) == 100
    path.write_bytes(path.read_bytes()[:-40])
    assert keys(items(path)) == [("p.parquet#1", "corpus.damaged_parquet")]


def warc(path: Path, pages: list[tuple[str, str, bytes]], *, gzipped: bool) -> list[int]:
    """Write records (status, type, body); return where each begins."""
    offsets = []
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=gzipped)
        for number, (status, kind, body) in enumerate(pages):
            offsets.append(file.tell())
            headers = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
            date = {"WARC-Date": "2024-05-03T00:00:00Z"}
            record = writer.create_warc_record(
                f"https://bao.example/{number}", "response", payload=BytesIO(body), http_headers=headers, warc_headers_dict=date
            )
            writer.write_record(record)
            record.raw_stream.close()
    return offsets


@pytest.mark.parametrize("gzipped", [True, False])
def test_pages_of_a_crawl_and_a_damaged_record_between_them(tmp_path: Path, *, gzipped: bool) -> None:
    path = tmp_path / ("a.warc.gz" if gzipped else "a.warc")
    html = "text/html; charset=utf-8"
    pages = [
        ("200 OK", html, PAGE.encode()),
        ("200 OK", "image/png", b"\x89PNG"),
        ("404 Not Found", html, b"<p>no"),
        ("200 OK", html, PAGE.encode()),
    ]
    offsets = warc(path, pages, gzipped=gzipped)
    first, last = items(path)
    assert isinstance(first, Given)
    assert first.stated == {"url": "https://bao.example/0", "retrieved": "2024-05-03"}
    assert [first.place, last.place] == [f"{path.name}#{offsets[0]}", f"{path.name}#{offsets[3]}"]
    data = bytearray(path.read_bytes())
    data[offsets[0] + 2 : offsets[0] + 40] = b"\xff" * 38
    path.write_bytes(data)
    found = keys(items(path))
    assert found[0] == (f"{path.name}#{offsets[0]}", "corpus.damaged_warc")
    assert found[-1] == (f"{path.name}#{offsets[3]}", "")


def test_files_of_a_folder_once_each_without_originals_and_debris(tmp_path: Path) -> None:
    folder = tmp_path / "bai"
    folder.mkdir()
    for name in ("a.txt", "a.docx", "b.html", "Thumbs.db", ".an", "sources.csv", "c.png"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    (folder / "corpus").mkdir()
    for name in ("corpus.json", "units.txt"):
        (folder / "corpus" / name).write_text("{}", encoding="utf-8")
    assert [item.place for item in items(folder, folder / "a.txt", folder)] == ["bai/a.txt", "bai/b.html"]


def test_what_is_not_there_or_of_no_kind_is_said_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="nothing here"):
        items(tmp_path / "none")
    (tmp_path / "c.png").write_bytes(b"x")
    with pytest.raises(ConfigurationError, match="no source of articles"):
        items(tmp_path / "c.png")
    (tmp_path / "empty").mkdir()
    with pytest.raises(ConfigurationError, match="no articles"):
        items(tmp_path / "empty")


def test_the_content_hash_is_of_all_but_the_place() -> None:
    first = Given("a#1", ".txt", b"x", {"url": "u", "title": "t"})
    assert first.id == Given("b#7", ".txt", b"x", {"title": "t", "url": "u"}).id
    others = [Given("a#1", ".html", b"x", first.stated), Given("a#1", ".txt", b"y", first.stated), Given("a#1", ".txt", b"x", {"url": "u"})]
    assert first.id not in {other.id for other in others}
    assert Given.of_data(json.loads(json.dumps(first.to_data()))) == first


def test_what_a_record_states_is_read_as_an_archive_would_read_it() -> None:
    stated = {"title": "Hoa Mai tổng kết", "published": "2022-01-16", "url": "https://bao.example/1", "publisher": "Báo Hoa Mai"}
    article = article_of(
        Given("a#1", ".txt", f"{TEXT}\n\nPhát biểu tại hội nghị, đồng chí Bí thư ghi nhận.".encode(), stated, is_text=True)
    )
    assert (article.title, article.published) == ("Hoa Mai tổng kết", "2022-01-16")
    assert (article.source.url, article.source.publisher) == ("https://bao.example/1", "Báo Hoa Mai")
    assert TEXT in article.text


def test_a_page_that_was_text_is_unicode_whatever_it_says() -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1252">')
    assert "Đảng ủy phường Hoa Mai" in article_of(Given("a#1", ".html", page.encode(), is_text=True)).text
