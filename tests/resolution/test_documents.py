"""Documents: what is cited under one number, and what only looks so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.archive import Archive
from generator.model.facts import Document, Facts
from generator.model.unit import Resolution, Standing, Unit
from generator.resolution.records.documents import documents
from tests.rendering.made_units import HERE, bare

HOA_MAI, KHAC = Unit("hoa-mai", "Quận Hoa Mai"), Unit("khac", "Quận khác")
NAMES = {
    "Quận ủy Hoa Mai": Resolution("Quận ủy Hoa Mai", Standing.LISTED, "hoa-mai"),
    "QU Hoa Mai": Resolution("QU Hoa Mai", Standing.LISTED, "hoa-mai"),
}
FIELDS = ("kind", "number", "issuer", "session", "title")
Cited = tuple[str | None, ...]


def cited(one: Cited) -> Document:
    values = dict(zip(FIELDS, (*one, *[None] * (len(FIELDS) - len(one))), strict=True))
    return Document(evidence=HERE, rule="d", date=None, **values)  # type: ignore[arg-type]


def count(first: Cited, second: Cited, units: tuple[Unit, Unit] = (HOA_MAI, KHAC)) -> int:
    pairs = [("a", first, units[0]), ("b", second, units[1])]
    entries = [bare(slug, Facts(documents=(cited(one),)), (unit,), names=NAMES) for slug, one, unit in pairs]
    return len(documents(Archive(tuple(entries))))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("chi-thi", "05-CT/TW", "Bộ Chính trị"), ("chi-thi", "05 - CT/TW")),
        (("chi-thi", "05-CT/TW"), ("chi-thi", "5", "Bộ Chính trị")),
        (("chi-thi", "05-CT/TƯ"), ("chi-thi", "05-CT/TW")),
        (("nghi-quyet", "4", "Trung ương", "khóa XII"), ("nghi-quyet", "04-NQ/TW", "Ban Chấp hành Trung ương Đảng", "khóa XII")),
        (("nghi-dinh", "98/2023/NĐ-CP"), ("nghi-dinh", "98/2023/NĐ-CP", "Chính phủ")),
        (("cong-van", "1465-CV/QU", "Quận ủy Hoa Mai"), ("cong-van", "1465 - CV/QU", "QU Hoa Mai")),
        (("ke-hoach", None, None, None, "Học tập và làm theo"), ("ke-hoach", None, None, None, "học tập  và làm theo")),
    ],
)
def test_one_document(first: Cited, second: Cited) -> None:
    assert count(first, second) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("chi-thi", "05-CT/TW"), ("ket-luan", "05-KL/TW")),
        (("chi-thi", "05-CT/TW"), ("chi-thi", "06-CT/TW")),
        (("nghi-quyet", "4", "Trung ương", "khóa XI"), ("nghi-quyet", "4", "Trung ương", "khóa XII")),
        (("nghi-quyet", "4", "Trung ương", "khóa XI"), ("nghi-quyet", "4", "Trung ương")),
        (("chi-thi", "05-CT/TW"), ("chi-thi", "05-CT/TU")),
        (("nghi-dinh", "98/2023/NĐ-CP"), ("nghi-dinh", "98/2020/NĐ-CP")),
        (("cong-van", "1465-CV/QU"), ("cong-van", "1465-CV/QU")),
        (("cong-van", "1465-CV/QU", "Quận ủy"), ("cong-van", "1465-CV/QU", "Quận ủy")),
        (("cong-van", "12-CV/QU", "Quận ủy Hoa Mai"), ("cong-van", "12-CV/BTC", "Quận ủy Hoa Mai")),
        (("ke-hoach", None, None, None, "Học tập"), ("ke-hoach", None, None, None, "Nêu gương")),
    ],
    ids=[
        "kind",
        "number",
        "term",
        "term not told",
        "city and centre",
        "year",
        "local, no issuer",
        "local, a short issuer",
        "code",
        "title",
    ],
)
def test_two_documents(first: Cited, second: Cited) -> None:
    assert count(first, second) == 2


def test_a_local_number_is_one_within_the_units_of_its_articles() -> None:
    assert count(("cong-van", "1465-CV/QU"), ("cong-van", "1465-CV/QU"), (HOA_MAI, HOA_MAI)) == 1


def test_neither_number_nor_title_is_no_document() -> None:
    assert documents(Archive((bare("a", Facts(documents=(cited(("nghi-quyet", None, "Đại hội")),))),))) == ()


def test_addresses_differ_and_are_told_by_the_number() -> None:
    facts = Facts(documents=(cited(("chi-thi", "05-CT/TW")), cited(("chi-thi", "05-CT/TU")), cited(("chi-thi", None, None, None, "漢字"))))
    others = Facts(documents=(cited(("chi-thi", "05-CT/TU")),))
    archive = Archive((bare("a", facts, (HOA_MAI,)), bare("b", others, (KHAC,))))
    found = [document.id for document in documents(archive)]
    assert [finding.partition("--")[0] for finding in found] == ["chi-thi", "chi-thi-05-ct-tu", "chi-thi-05-ct-tu", "chi-thi-05-ct-tw"]
    assert len(set(found)) == 4
    assert {document.id for document in documents(replace(archive, entries=archive.entries[1:]))} < set(found), (
        "those of others change nothing"
    )
