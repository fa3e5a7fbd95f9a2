"""The table of the articles' sources, and what an article's file states of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SourceError
from generator.gathering import gather
from generator.lexicon.publishers import publisher_at
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.parts.provenance.source_line import publisher_of
from generator.resolution.sources import Stated, read_sources, with_source
from tests.reading.test_text import LEAD
from tests.reading.test_text import article as read_text
from tests.rendering.made import FULL

HEAD = "file,url,publisher,published,retrieved,archived\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "seeds" / "nam 2024").mkdir(parents=True)
    for name in ("le-khen.txt", "nam 2024/tin.txt"):
        (tmp_path / "seeds" / name).write_text("Tin.", encoding="utf-8")
    return tmp_path


def stated(root: Path, data: str | bytes) -> dict[str, Stated]:
    table = root / "seeds" / "sources.csv"
    table.write_bytes(data if isinstance(data, bytes) else data.encode("utf-8"))
    return dict(read_sources(table, sorted((root / "seeds").rglob("*.txt")), root))


def test_no_table_states_nothing(root: Path) -> None:
    assert read_sources(root / "seeds" / "sources.csv", [], root) == {}
    assert stated(root, "") == stated(root, "file,url\n\n,,\n# chưa rõ,\n") == {}


def test_reads_each_row(root: Path) -> None:
    table = HEAD + 'le-khen.txt,https://bao.example/1,"Báo ""Hoa Mai"", số 3",2024-05-01,2024-05-03,https://luu.example/1\n'
    assert stated(root, table + "seeds/nam 2024/tin.txt,,,2024,,\n") == {
        "seeds/le-khen.txt": Stated("https://bao.example/1", 'Báo "Hoa Mai", số 3', "2024-05-01", "2024-05-03", "https://luu.example/1"),
        "seeds/nam 2024/tin.txt": Stated(published="2024"),
    }


def test_reads_what_a_spreadsheet_of_this_country_writes(root: Path) -> None:
    table = "\ufeffTệp;Nguồn;Ngày đăng;Ghi chú\r\nnam 2024\\tin.txt;Báo Hoa Mai;1/5/2024;xem lại\r\n"
    assert stated(root, table) == {"seeds/nam 2024/tin.txt": Stated(publisher="Báo Hoa Mai", published="2024-05-01")}


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("url\nhttps://a.example\n", [':1: there is no column "file"']),
        ("file,adress\n", [":1: unknown column 'adress' (the first row names the columns"]),
        ("file,file\n", [":1: the column file occurs twice"]),
        (HEAD + "le-kehn.txt,,,,,\n", [":2: file: there is no article 'le-kehn.txt' (did you mean seeds/le-khen.txt)"]),
        (HEAD + "le-khen.txt,bao.example,,,,\n", [":2: url: 'bao.example' is not a web address (write the whole address"]),
        (
            HEAD + "le-khen.txt,,,31/2/2024,2024-13,\n",
            [":2: published: '31/2/2024' is not a date", ":2: retrieved: '2024-13' is not a date"],
        ),
        (HEAD + "le-khen.txt,,,,,\nseeds/le-khen.txt,,,,,\n", [":3: seeds/le-khen.txt occurs here twice (keep one of them"]),
        (HEAD + 'le-khen.txt,,"Báo\n', [":2: a quotation mark here is not closed"]),
        (HEAD + "le-khen.txt,https://a.example,Báo A,,,,số 3\n", [":2: this row has more cells than the 6 columns"]),
        (HEAD.encode() + b"le-khen.txt,,B\xe1o,,,\n", [":2: this is not UTF-8 (save the table as"]),
    ],
)
def test_an_error_names_file_line_and_fix(root: Path, table: str | bytes, told: list[str]) -> None:
    with pytest.raises(SourceError) as caught:
        stated(root, table)
    messages = [str(error) for error in caught.value.errors]
    assert len(messages) == len(told)
    assert all(f"sources.csv{start}" in words for words, start in zip(messages, told, strict=True)), messages


def test_the_table_goes_before_the_file() -> None:
    told = with_source(FULL, Stated(url="https://bao.example/1", published="2024-05-01"))
    assert (told.source.url, told.published, told.published_span) == ("https://bao.example/1", "2024-05-01", None)
    assert with_source(FULL, Stated(published="2022-01-16")).published == FULL.published  # the file states the time as well
    assert with_source(FULL, None) is FULL


def test_an_archive_states_the_sources_of_its_table(root: Path) -> None:
    (root / "seeds" / "sources.csv").write_text(HEAD + "le-khen.txt,https://nhandan.vn/a.html,,,,\n", encoding="utf-8")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: Kho\n", encoding="utf-8")
    found = {article.source.path: article for article, _ in gather(ArchiveFolder.at(root)).articles}
    assert publisher_of(found["seeds/le-khen.txt"]) == "Báo Nhân Dân"
    assert publisher_of(found["seeds/nam 2024/tin.txt"]) is None


@pytest.mark.parametrize(
    ("address", "publisher"),
    [
        ("https://www.nhandan.vn/tin-1", "Báo Nhân Dân"),
        ("http://hanoi.nhandan.vn/", "Báo Nhân Dân"),
        ("https://bao.example:8080/x", "bao.example"),
        ("https://nhandan.vn.gia.example/", "nhandan.vn.gia.example"),
        ("nhandan.vn", None),
        ("https://[", None),
    ],
)
def test_the_publisher_at_an_address(address: str, publisher: str | None) -> None:
    assert publisher_at(address) == publisher


def test_a_files_header_states_its_source() -> None:
    read_article = read_text(
        "# Địa chỉ = https://bao.example/a.htm", "# nguồn = Báo Hoa Mai", "# retrieved = 2024-05-03", "# bản lưu = https://luu.example/1",
        "Ngành tư pháp đón nhận Huân chương", LEAD,
    )  # fmt: skip
    assert read_article.source.url == "https://bao.example/a.htm"
    assert read_article.source.stated() == {"publisher": "Báo Hoa Mai", "retrieved": "2024-05-03", "archived": "https://luu.example/1"}
    assert read_article.title == "Ngành tư pháp đón nhận Huân chương"


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("Nguồn: Báo Hoa Mai", "Báo Hoa Mai"),
        ("(Theo Báo Hoa Mai điện tử)", "Báo Hoa Mai điện tử"),
        ("Nguồn tin: Cổng thông tin điện tử phường Hoa Mai", "Cổng thông tin điện tử phường Hoa Mai"),
        ("Nguồn: https://bao.example", None),
        ("Nguồn: sưu tầm", None),
        ("Theo Báo cáo của Đảng ủy, năm qua có 3 chi bộ được khen.", None),
        ("Theo ông An, đó là một kết quả tốt.", None),
    ],
)
def test_a_line_at_the_end_names_the_publisher(line: str, publisher: str | None) -> None:
    assert read_text("Ngành tư pháp đón nhận Huân chương", LEAD, line).source.publisher == publisher
