"""What is hidden on request is in no page and no file, and that it was is public."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import HiddenError
from generator.gathering import Gathered, gather
from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.handouts.files import Handouts
from generator.rendering.linked.files import linked_files
from generator.rendering.site import render
from generator.resolution.hiding.names import INSTEAD, pattern_of, shifted
from tests.conftest import new_archive
from tests.decoded_files import texts

PRAISE = """ông Trịnh Hoài Ẩn được khen

Ngày đăng 16/01/2024

Sáng 15/1, Đảng ủy phường Hoa Mai trao giấy khen cho ông Trịnh Hoài Ẩn và bà Lê Thị Lụa vì hoàn thành xuất sắc nhiệm vụ năm 2023.

TRỊNH HOÀI ẨN (sinh năm 1980) là cán bộ phường. Ông Trịnh
Hoài Ẩn, Bí thư Chi bộ Khu phố 1, cảm ơn Đảng ủy. Ông Trịnh Hoài ẨnPhó ban.
"""
OTHER = """Phường Hoa Mai họp

Ngày đăng 20/01/2024

Bà Lê Thị Lụa, Bí thư Đảng ủy phường Hoa Mai, chủ trì hội nghị. Trinh Hoai An dự; ông Trịnh Hoài Ấm và em Trịnh Hoài Ẩng vắng mặt.
"""
SECRET = """Tin kín về trường Bằng Lăng

Ngày đăng 21/01/2024

Sáng 20/1, UBND phường Hoa Mai tặng bằng khen cho Trường Tiểu học Bằng Lăng, đơn vị dẫn đầu phong trào thi đua yêu nước năm học vừa qua
của phường, và khen 3 tập thể khác có nhiều cố gắng trong dạy và học. Buổi lễ có đông đủ giáo viên, học sinh và phụ huynh tham dự.
"""
PERSON = "- {person: Trịnh Hoài Ẩn, on: 2026-11-30, why: Yêu cầu của đương sự}\n"
ARTICLE = "- {article: kin.txt, on: 2026-11-29, why: Theo yêu cầu của tòa soạn}\n"
CORRECTION = """- fact: people
  quote: Trịnh Hoài Ẩn
  expected: {name: Trịnh Hoài Ẩn}
  remove: true
  by: Lê Thị Lụa
  on: 2024-05-01
  why: Ông Trịnh Hoài Ẩn không dự.
"""


NAME = re.compile(r"tr[ịi]nh[\s_+-]*ho[àa]i[\s_+-]*[ẩa]n(?!\w)", re.IGNORECASE)
SCHOOL = re.compile(r"b[ằa]ng\s+l[ăa]ng", re.IGNORECASE)
HINT = re.compile("bang[ -]lang")


def archive_in(root: Path, hidden: str, **more: str) -> Gathered:
    seeds = root / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    (root / "docs").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text("site_name: Kho\n", encoding="utf-8")
    for name, text in {"khen": PRAISE, "hop": OTHER, "kin": SECRET, "kin-chep": SECRET, **more}.items():
        (seeds / f"{name}.txt").write_text(f"# url = https://bao.example/{name}-trinh-hoai-an.html\n{text}", encoding="utf-8")
    (seeds / "hidden.yml").write_text(hidden, encoding="utf-8")
    return gather(ArchiveFolder.at(root))


def files_of(archive: Archive) -> dict[str, bytes]:
    settings = SiteSettings(site_url="https://kho.example/")
    portions = Portions(Data(archive, settings))
    pages = {path: text.encode() for path, text in render(archive, settings, portions).items()}
    return pages | data_files(portions) | dict(Handouts(portions).files) | linked_files(archive, settings)


def test_pages_and_rows_hold_nothing_of_what_is_hidden(tmp_path: Path) -> None:
    archive = archive_in(tmp_path, PERSON + ARTICLE).assembled()[0]
    data = Data(archive, SiteSettings(site_url="https://kho.example/"))
    said = [*render(archive).items(), *((key, str(row)) for key, rows in data.rows.items() for row in rows)]
    assert [where for where, text in said if NAME.search(text) or HINT.search(text) or SCHOOL.search(text)] == []


@pytest.mark.slow
def test_a_hidden_person_and_a_hidden_article_are_in_no_file(tmp_path: Path) -> None:
    whole = archive_in(tmp_path / "a", "").assembled()[0]
    kept = archive_in(tmp_path / "b", PERSON + ARTICLE).assembled()[0]

    def telling(archive: Archive) -> set[str]:
        found = set()
        for path, data in files_of(archive).items():
            for text in texts(path, data):
                if NAME.search(text) or HINT.search(text) or SCHOOL.search(text):
                    found.add(path.rpartition(".")[2])
        return found

    assert telling(whole) >= {"md", "csv", "jsonl", "sqlite", "gz", "json", "xml", "bib", "parquet", "xlsx"}
    assert telling(kept) == set()


@pytest.mark.slow
def test_a_built_site_holds_nothing_of_what_is_hidden(tmp_path: Path) -> None:
    seeds = {"khen.txt": PRAISE, "hop.txt": OTHER, "kin.txt": SECRET, "kin-chep.txt": SECRET, "hidden.yml": PERSON + ARTICLE}
    archive = ArchiveFolder.at(new_archive(tmp_path / "a", {name: text.encode() for name, text in seeds.items()}))
    pipeline.build(archive)
    files = {path.relative_to(archive.site).as_posix(): path for path in archive.site.rglob("*") if path.is_file()}
    assert {"search/manifest.json", "du-lieu/bao-cao/ca-kho.xlsx", "bai/kin/index.html"} <= files.keys()
    found = {
        name
        for name, path in files.items()
        for text in texts(name, path.read_bytes())
        if NAME.search(text) or HINT.search(text) or SCHOOL.search(text)
    }
    assert found == set()


def test_what_was_hidden_is_stated_without_it(tmp_path: Path) -> None:
    archive = archive_in(tmp_path, PERSON + ARTICLE).assembled()[0]
    pages = render(archive)
    assert "| 30/11/2026 | Tên một người, số bài có tên: 2 " in pages["du-lieu/da-an.md"]
    assert "| 29/11/2026 | Bài: 2 | Theo yêu cầu của tòa soạn |" in pages["du-lieu/da-an.md"]
    assert "29/11/2026" in pages["bai/kin.md"]
    assert "29/11/2026" in pages["bai/kin-chep.md"]
    assert "Yêu cầu của đương sự" in pages["bai/khen.md"]
    assert "(da-an.md)" in pages["du-lieu/index.md"]
    assert "du-lieu/da-an.md" not in render(archive_in(tmp_path, "").assembled()[0])


def test_awards_stay_and_every_quote_is_the_text(tmp_path: Path) -> None:
    archive = archive_in(tmp_path, PERSON).assembled()[0]
    entry = archive.by_slug["khen"]
    (award,) = entry.facts.awards
    assert (award.type, award.count, award.names) == ("giay-khen", 2, ("Lê Thị Lụa",))
    assert not [person for person in entry.facts.people if INSTEAD in person.name]
    assert entry.article.text.count(INSTEAD) == 6
    assert entry.article.title == f"ông {INSTEAD} được khen"
    assert entry.article.title_span.of(entry.article.text) == entry.article.title
    quotes = [span.of(entry.article.text) for span in award.evidence]
    assert any("giấy khen" in quote for quote in quotes)
    assert entry.article.source.url is None
    other = archive.by_slug["hop"].article.text
    assert f"{INSTEAD} dự; ông Trịnh Hoài Ấm và em Trịnh Hoài Ẩng vắng mặt" in other


def test_corrections_say_nothing_of_a_hidden_name(tmp_path: Path) -> None:
    (tmp_path / "seeds" / "corrections").mkdir(parents=True)
    (tmp_path / "seeds" / "corrections" / "khen.yml").write_text(CORRECTION, encoding="utf-8")
    pages = render(archive_in(tmp_path, PERSON).assembled()[0])
    assert "Lê Thị Lụa" in pages["bai/khen.md"]
    assert "Hoài Ẩn" not in pages["bai/khen.md"].replace("Hoài Ẩng", "")


def test_a_person_may_be_hidden_in_some_articles_only(tmp_path: Path) -> None:
    archive = archive_in(tmp_path, PERSON.replace(" on:", " articles: [khen.txt], on:")).assembled()[0]
    assert INSTEAD in archive.by_slug["khen"].article.text
    assert "Trinh Hoai An" in archive.by_slug["hop"].article.text


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("- {person: Trịnh Hoài Ản, on: 2026-11-30, why: x y}\n", ":1: nothing in the archive has what this entry hides"),
        ("- {person: Ẩn, on: 2026-11-30, why: x y}\n", ":1: person: 'Ẩn' is one word"),
        ("- {article: kni.txt, on: 2026-11-30, why: x y}\n", ":1: there is no article 'kni.txt' (write the file's name"),
        ("- {person: Lê Thị Lụa, article: kin.txt, on: 2026-11-30, why: x y}\n", ":1: an entry hides a person or an article"),
        ("- {article: kin.txt, also: [a b], on: 2026-11-30, why: x y}\n", ":1: also and articles belong to a person"),
        ("- person: Lê Thị Lụa\n  on: 2026-11-30\n  why: Theo yêu cầu của bà lê thị lụa\n", ":3: this text is published, and it holds"),
        ("- {person: Lê Thị Lụa, on: 30/11/2026}\n", ":1: this entry has no why"),
        ("- {article: kin.txt, on: 2026-11-30, why: x y, gone: có}\n", ":1: gone: this is neither true nor false"),
    ],
)
def test_an_error_names_file_line_and_fix(tmp_path: Path, hidden: str, told: str) -> None:
    with pytest.raises(HiddenError) as caught:
        archive_in(tmp_path, hidden)
    assert any(f"hidden.yml{told}" in str(error) for error in caught.value.errors), [str(error) for error in caught.value.errors]


def test_a_name_in_the_address_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(HiddenError, match=r"hidden.yml:1: the address of seeds/trinh-hoai-an-2024.txt"):
        archive_in(tmp_path, PERSON, **{"trinh-hoai-an-2024": PRAISE})


def test_an_entry_whose_article_is_gone_keeps_its_statement(tmp_path: Path) -> None:
    gone = "- {article: xoa.txt, on: 2026-11-30, why: x y, gone: true}\n- {person: Vũ Văn Vắng, on: 2026-11-30, why: x y, gone: true}\n"
    archive = archive_in(tmp_path, gone).assembled()[0]
    assert [hidden_fact.addresses for hidden_fact in archive.hidden] == [("xoa",), ()]
    assert "bai/xoa.md" in render(archive)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Nguyễn Văn An và Nguyễn Văn Anh", f"{INSTEAD} và Nguyễn Văn Anh"),
        ("NGUYỄN VĂN AN, NGUYỄN VĂN ANH", f"{INSTEAD}, NGUYỄN VĂN ANH"),
        ("ôngNguyễn Văn AnBí thư", f"ông{INSTEAD}Bí thư"),
        ("Nguyễn Văn Ân; Nguyen Van An", f"Nguyễn Văn Ân; {INSTEAD}"),
        ("https://a.example/nguyen-van-an.html", "https://a.example/an-ten.html"),
        ("nguyenvanan@a.example", "an-ten@a.example"),
        ("nguyen-van-anh", "nguyen-van-anh"),
    ],
)
def test_spellings_of_a_name(text: str, masked: str) -> None:
    assert pattern_of(("Nguyễn Văn An",)).masked(text) == masked


def test_offsets_are_carried_along() -> None:
    text = "Ông Nguyễn Văn An và Nguyễn\nVăn An họp."
    moved = shifted(text, pattern_of(("Nguyễn Văn An",)))
    assert moved.text == f"Ông {INSTEAD} và {INSTEAD} họp."
    for words in ("Ông ", " và ", " họp."):
        start = text.index(words)
        assert moved.text[moved.offset(start, ends=False) : moved.offset(start + len(words), ends=True)] == words
    inside = text.index("Văn")
    assert moved.text[moved.offset(inside, ends=False) : moved.offset(inside + 3, ends=True)] == INSTEAD
    assert list(moved.lines(text)) == [moved.text.index(" họp.")]
