"""What is proposed is what is written: text and original below seeds/, all or nothing, and nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.adding.accepting import accept
from generator.adding.fetched import Fetched, pasted
from generator.adding.known import Known, address_key
from generator.adding.proposals import Changes, changed, propose
from generator.errors import PublishingError, ReadingError
from generator.extraction.extract import extract
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import read
from tests.conftest import ROOT, new_archive

SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
ADDRESS = "https://www.bao.example/tin/12.html?utm_source=zalo"


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    return ArchiveFolder.at(new_archive(tmp_path / "archive", {}))


def everything(folder: ArchiveFolder) -> dict[str, bytes]:
    return {path.relative_to(folder.root).as_posix(): path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    "seed", [SEEDS[0], *(pytest.param(seed, marks=pytest.mark.slow) for seed in SEEDS[1:])], ids=lambda path: path.name[:3]
)
def test_a_seed_that_is_added_says_what_it_said(folder: ArchiveFolder, seed: Path) -> None:
    before, data = everything(folder), seed.read_bytes()
    proposal = propose(Fetched(data, "Bài của báo.txt", ADDRESS, "2026-01-02T03:04:05Z"), Known.of(folder))
    assert everything(folder) == before
    (path,) = accept(folder, [proposal])
    after = everything(folder)
    assert {name: content for name, content in after.items() if name in before} == before
    assert {name for name in after if name not in before} == {proposal.place, proposal.original}
    assert after[str(proposal.original)] == data
    now, then = read(path, folder.root), read(seed, ROOT)
    assert (now.title, now.published, now.byline) == (then.title, then.published, then.byline)
    assert now == proposal.article or now.blocks == proposal.article.blocks
    assert now.source.url == ADDRESS
    assert extract(now).count == extract(then).count
    assert folder.articles() == [path], "the original is no article"


def test_what_is_there_is_found_by_file_address_text_and_nearly(folder: ArchiveFolder) -> None:
    known, data = Known.of(folder), SEEDS[0].read_bytes()
    first = propose(Fetched(data, "a.txt", ADDRESS, "2026-01-02T03:04:05Z"), known)
    accept(folder, [first], known)
    text = data.decode()
    near = text.replace("tổ chức hội nghị", "long trọng tổ chức hội nghị", 1)
    other = SEEDS[1].read_text(encoding="utf-8")
    for knowing in (known, Known.of(folder)):
        assert [one.how for one in propose(Fetched(data, "b.txt"), knowing).duplicates] == ["file"]
        assert [one.how for one in propose(pasted(text + "\n\n"), knowing).duplicates] == ["text"]
        assert [one.how for one in propose(pasted(near), knowing).duplicates] == ["near"]
        assert [one.how for one in propose(pasted(other, "http://bao.example/tin/12.html#x"), knowing).duplicates] == ["address"]
        assert propose(pasted(other, "http://bao.example/tin/13.html"), knowing).duplicates == ()


def test_a_year_later_with_other_numbers_it_is_another_article(folder: ArchiveFolder) -> None:
    known, text = Known.of(folder), SEEDS[0].read_text(encoding="utf-8")
    accept(folder, [propose(pasted(text), known)], known)
    later = text.replace("2022", "2023").replace("10/2", "12/2")
    assert later != text
    assert propose(pasted(later), known).duplicates == ()


def test_a_person_corrects_what_was_read(folder: ArchiveFolder) -> None:
    known = Known.of(folder)
    proposal = propose(pasted(SEEDS[1].read_text(encoding="utf-8")), known)
    wishes = Changes("- Một nhan đề khác", "2023-01-04T07:30", "Lê Thị Lụa", "Báo Sông Xanh", "https://a.example/x", folder="2023/quy-1")
    (path,) = accept(folder, [changed(proposal, known, wishes)])
    assert path.parent == folder.seeds / "2023/quy-1"
    read_article = read(path, folder.root)
    assert (read_article.title, read_article.published, read_article.byline, read_article.source.url) == (
        "- Một nhan đề khác",
        "2023-01-04T07:30",
        "Lê Thị Lụa",
        "https://a.example/x",
    )
    assert "# publisher = Báo Sông Xanh\n" in path.read_text(encoding="utf-8")
    assert "sha256" not in path.read_text(encoding="utf-8"), "what was pasted has no original"
    again = propose(Fetched(path.read_bytes(), "x.txt"), Known(folder.root))
    assert (again.article.title, again.article.published, again.article.byline) == (
        read_article.title,
        read_article.published,
        read_article.byline,
    )
    with_body = changed(proposal, known, Changes(body="Nhan đề\n\nSáng 5/1/2024, phường họp."))
    assert with_body.article.title == "Nhan đề"


@pytest.mark.parametrize("where", ["..", "../x", "/tmp", "a/../../b", "a\\b", "a\0b"])
def test_no_folder_outside_seeds(folder: ArchiveFolder, where: str) -> None:
    with pytest.raises(ReadingError, match="not a folder below seeds"):
        propose(pasted("Một bài viết của phường."), Known.of(folder), Changes(folder=where))


def test_a_place_taken_meanwhile_or_a_link_out_writes_nothing(folder: ArchiveFolder, tmp_path: Path) -> None:
    known = Known.of(folder)
    one = propose(Fetched(SEEDS[0].read_bytes(), "a.txt"), known)
    two = propose(Fetched(SEEDS[1].read_bytes(), "b.txt"), known, taken=[one.place])
    (folder.root / two.place).write_text("ở đây trước", encoding="utf-8")
    before = everything(folder)
    with pytest.raises(PublishingError, match="there is a file here"):
        accept(folder, [one, two])
    assert everything(folder) == before
    (folder.seeds / "ra").symlink_to(tmp_path)
    with pytest.raises(PublishingError, match="not in seeds"):
        accept(folder, [propose(pasted("Một bài viết của phường."), known, Changes(folder="ra"))])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive"]


def test_names_are_free_and_no_reserved_address(folder: ArchiveFolder) -> None:
    known = Known.of(folder)
    places: list[str] = []
    for _ in range(3):
        places.append(propose(Fetched(SEEDS[0].read_bytes(), "Con.TXT"), known, taken=places).place)
    assert places == ["seeds/con-bai.txt", "seeds/con-bai-2.txt", "seeds/con-bai-3.txt"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("https://bao.example/a/", "http://www.bao.example/a", True),
        ("https://bao.example/a?utm_source=x&id=3", "https://m.bao.example/a?id=3#top", True),
        ("https://bao.example/a?id=3", "https://bao.example/a?id=4", False),
        ("https://bao.example:8080/a", "https://bao.example/a", False),
    ],
)
def test_addresses_of_one_page(first: str, second: str, same: bool) -> None:
    assert (address_key(first) == address_key(second)) is same
