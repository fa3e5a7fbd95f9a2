"""Former addresses of renamed articles: a file with its schema, and what becomes of one that leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import PublishingError, RedirectError, shown
from generator.model.archive import Redirect
from generator.model.facts import Facts
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.resolution.assembly import assemble
from generator.resolution.redirects import read_redirects, with_redirects
from tests.rendering.made import PARAGRAPH, article, host
from tests.resolution.naming import authority_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "redirects.yml"


def test_reads_each_entry_with_its_line(file: Path) -> None:
    file.write_text("# đổi tên tệp\n- old: ten-cu\n  new: ten-moi\n- {old: a, new: ten-moi}\n", encoding="utf-8")
    assert read_redirects(file) == (Redirect("ten-cu", "ten-moi", 2), Redirect("a", "ten-moi", 4))


def test_no_file_and_an_empty_one_redirect_nothing(file: Path) -> None:
    assert read_redirects(file) == ()
    file.write_text("# chưa có\n", encoding="utf-8")
    assert read_redirects(file) == ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("- old: a\n", [":1: this entry has no new"]),
        ("- old: a\n  new: Lễ khen\n", [":2: new: 'Lễ khen' is not an ASCII slug"]),
        ("- old: bai/a\n  new: b\n", [":1: old: 'bai/a' is not an ASCII slug"]),
        ("- old: ../a\n  new: b\n  why: x\n", [":1: old: '../a' is not an ASCII slug", ":3: unknown key 'why'"]),
        ("- old: 2022\n  new: b\n", [":1: old: 2022 is a number"]),
        ("old: a\n", [':1: not a list of entries (begin each entry with "- old: …")']),
        ("- old: [\n", ["not valid YAML"]),
        ("- {old: a, new: b}\n- {old: a, new: c}\n", [":2: 'a' occurs here twice"]),
        ("- {old: a, new: b}\n- {old: b, new: c}\n- {old: a, new: c}\n", [":3: 'a' occurs here twice"]),
        ("- {old: a, new: a}\n", [":1: 'a' redirects to itself"]),
        (f"- {{old: {'a' * 300}, new: b}}\n", [":1: old: the id aaa"]),
        ("- {old: con, new: b}\n", [":1: no article ever had the address 'con'"]),
        ("- {old: index, new: b}\n", [":1: no article ever had the address 'index'"]),
    ],
)
def test_every_error_is_told_with_its_line(file: Path, written: str, told: list[str]) -> None:
    file.write_text(written, encoding="utf-8")
    with pytest.raises(RedirectError) as error:
        read_redirects(file)
    errors = [str(error) for error in error.value.errors]
    assert len(errors) == len(told)
    for one, part in zip(errors, told, strict=True):
        assert part in one
        assert one.startswith(shown(file))


def test_a_file_in_another_encoding_is_told(file: Path) -> None:
    file.write_bytes("- {old: a, new: b} # đổi\n".encode("utf-16"))
    with pytest.raises(RedirectError, match="UTF-8"):
        read_redirects(file)


def test_a_renamed_article_leaves_a_redirect_and_one_that_leads_nowhere_is_a_error(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    (archive / "seeds" / "hoa-mai.txt").rename(archive / "seeds" / "hoa-mai-2021.txt")
    for texts in (folder.docs / "du-lieu" / "toan-van").glob("*.gz"):
        texts.unlink()  # so that nothing is known of before
    entries = "- {old: hoa-mai, new: hoa-mai-2021}\n- {old: cu, new: khong-co}\n"
    folder.redirects.write_text(entries, encoding="utf-8")
    report = pipeline.convert(folder)
    assert sorted(path.relative_to(folder.docs / "bai").as_posix() for path in (folder.docs / "bai").rglob("[!.]*") if path.is_file()) == [
        "hoa-mai-2021.md", "hoa-mai/index.html", "index.md",
    ]  # fmt: skip
    assert [str(error).removeprefix(f"{folder.root}/") for error in report.errors] == [
        "seeds/redirects.yml:2: there is no page at bai/khong-co/ to redirect to (write its present address)",
    ]
    folder.redirects.write_text("- {old: hoa-mai-2021, new: khac}\n", encoding="utf-8")
    assert "is an address in use" in str(pipeline.convert(folder).errors[0])
    folder.redirects.unlink()
    assert pipeline.convert(folder).errors == ()
    assert not folder.redirects.exists()
    assert not (folder.docs / "bai" / "hoa-mai").exists()


@pytest.mark.parametrize(
    ("lines", "there", "leads"),
    [
        ("a>b b>c", "c", {"a": "c", "b": "c"}),
        ("a>b b>a", "a", {"b": "a"}),
        ("a>b b>a a>c", "c", {"a": "c", "b": "c"}),
        ("z>b a>b b>a", "a", {"z": "a", "b": "a"}),
        ("don-vi/a>don-vi/b", "don-vi/b", {"don-vi/a": "don-vi/b"}),
    ],
)
def test_the_entries_are_a_history(lines: str, there: str, leads: dict[str, str]) -> None:
    redirects = tuple(Redirect(old, new, 1) for old, _, new in (line.partition(">") for line in lines.split()))
    unit = there.startswith("don-vi/")
    told = [(article((PARAGRAPH, "Bài."), path="seeds/x.txt" if unit else f"seeds/{there}.txt"), Facts(units=(host("Công ty Sao"),)))]
    known = authority_of("- {id: b, name: Công ty Sao, source: s}\n")
    archive = with_redirects(assemble(told, known), redirects, "r")
    assert archive.errors == ()
    assert {redirect.old: redirect.new for redirect in archive.redirects} == leads


def test_an_entry_before_a_name_was_given_to_another_does_not_lead_to_that_one() -> None:
    redirects = (Redirect("a", "b", 1), Redirect("b", "c", 2))
    told = [(article((PARAGRAPH, f"Bài {name}."), path=f"seeds/{name}.txt"), Facts()) for name in "bc"]
    archive = with_redirects(assemble(told), redirects, "r")
    assert {redirect.old: redirect.new for redirect in archive.redirects} == {"a": "c"}
    assert [error.line for error in archive.errors] == [2]


def test_a_page_by_hand_in_the_place_of_a_redirect_stays(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    (folder.docs / "bai" / "cu").mkdir(parents=True)
    (folder.docs / "bai" / "cu" / "index.html").write_text("<!doctype html>\n<p>Của tôi\n", encoding="utf-8")
    folder.redirects.write_text("- {old: cu, new: hoa-mai}\n", encoding="utf-8")
    with pytest.raises(PublishingError, match="of your own"):
        pipeline.convert(folder)


def test_a_broken_file_stops_all_before_anything_is_written(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    folder.redirects.write_text("- old: Cũ\n", encoding="utf-8")
    with pytest.raises(RedirectError, match=r"redirects\.yml:1: "):
        pipeline.convert(folder)
    assert not (folder.docs / "bai").exists()
