"""Addresses, units and order of an archive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ArchiveError
from generator.model.facts import Event, Facts
from generator.model.span import Span
from generator.resolution.addresses import RESERVED, address
from generator.resolution.assembly import article_address, assemble
from generator.text.slugs import slug
from tests.rendering.made import PARAGRAPH, TITLE, article, host


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("seeds/000_0d5fd4dc65c977ab.txt", "000-0d5fd4dc65c977ab"),
        ("seeds/Đảng ủy phường.txt", "dang-uy-phuong"),
        ("seeds/2021/Quý I/bài 1.txt", "2021-quy-i-bai-1"),
        ("seeds/v1.2.txt", "v1-2"),
        ("bai.txt", "bai"),
        ("seeds/index.txt", "muc--index"),
        ("seeds/README.txt", "muc--readme"),
        ("seeds/con.txt", "muc--con"),
        ("seeds/chua_ro.txt", "muc--chua-ro"),
        ("seeds/" + "a" * 300 + ".txt", "a" * 120),
    ],
)
def test_address(path: str, expected: str) -> None:
    assert article_address(article((TITLE, "Đầu đề của bài"), path=path)) == expected


@pytest.mark.parametrize("name", ["a", "漢字"])
def test_the_address_stays_when_the_title_is_corrected(name: str) -> None:
    one, two = (article_address(article((TITLE, title), path=f"seeds/{name}.txt")) for title in ("Cũ", "Mới"))
    assert one == two != article_address(article((TITLE, "Cũ"), path="seeds/字.txt"))


@given(st.text(max_size=20))
def test_reserved_addresses_stay_free(name: str) -> None:
    assert address(slug(name)) not in RESERVED


def test_two_files_with_one_address() -> None:
    pairs = [(article((PARAGRAPH, "Một."), path=path), Facts()) for path in ("seeds/b a.txt", "seeds/b_a.txt", "seeds/c.txt")]
    archive = assemble(pairs)
    assert [entry.article.source.path for entry in archive.entries] == ["seeds/b a.txt", "seeds/c.txt"]
    (error,) = archive.errors
    assert isinstance(error, ArchiveError)
    assert str(error) == (
        "seeds/b_a.txt: this file and seeds/b a.txt have the same address, bai/b-a/, so this file is skipped (rename one of them)"
    )
    assert assemble(pairs[::-1]).entries == archive.entries


def units_of(*names: str) -> list[list[str]]:
    pairs = [(article((PARAGRAPH, "Bài."), path=f"seeds/{n}.txt"), Facts(units=(host(name),))) for n, name in enumerate(names)]
    return [[unit.id, unit.name] for entry in assemble(pairs).entries for unit in entry.units]


def test_names_that_differ_in_case_space_or_tone_placement_are_one_unit() -> None:
    found = units_of("Đảng ủy Hòa Bình", "Đảng uỷ Hoà Bình", "ĐẢNG ỦY  HÒA BÌNH", "Đảng ủy Hòa Bình")
    assert found == [[found[0][0], "Đảng ủy Hòa Bình"]] * 4


def test_names_that_merely_fold_alike_are_two() -> None:
    (one, name), (two, other) = units_of("Chi bộ Lê Lợi", "Chi bộ Lê Lôi")
    assert (name, other) == ("Chi bộ Lê Lợi", "Chi bộ Lê Lôi")
    assert one != two
    assert units_of("Chi bộ Lê Lôi") == [[two, other]], "the other changes nothing"


def test_only_hosts_are_units_and_each_once() -> None:
    facts = Facts(units=(host("Chi bộ An"), host("chi bộ an"), host("Chi bộ Bình"), host("  ")))
    (entry,) = assemble([(article((PARAGRAPH, "Bài.")), facts)]).entries
    assert [unit.name for unit in entry.units] == ["Chi bộ An", "Chi bộ Bình"]


def test_what_is_no_organisation_is_no_unit() -> None:
    assert units_of("Index", "Chưa rõ", "đơn vị") == []


def test_newest_first() -> None:
    def dated(name: str, date: str | None) -> tuple[object, Facts]:
        event = Event(evidence=(Span(0, 1),), rule="e", name=None, date=date, part_of_day=None, place=None)
        return article((PARAGRAPH, "Bài."), path=f"seeds/{name}.txt"), Facts(event=event if date else None)

    pairs = [dated("c", "2022"), dated("a", None), dated("d", "2023-03-17"), dated("b", "2023-03"), dated("e", "2023-03-17")]
    assert [entry.slug for entry in assemble(pairs).entries] == ["d", "e", "b", "c", "a"]  # type: ignore[arg-type]
