"""An archive of units made by hand: a bloc that was merged, its cells, its city; three years of awards and ratings."""

from __future__ import annotations

from dataclasses import replace

from generator.model.archive import Archive, Citation, Entry, LedgerRow
from generator.model.facts import Aim, Event, Facts, Inference, Rating
from generator.model.span import Span
from generator.model.unit import Resolution, Standing, Unit
from tests.rendering.made import PARAGRAPH, TITLE, article, award, host, words

CITY = Unit("thanh-pho-hoa-mai", "Thành phố Hoa Mai", kind="thanh-pho", listed=True)
COMMITTEE = Unit("thanh-uy-hoa-mai", "Thành ủy Hoa Mai", kind="thanh-uy", listed=True, place=CITY.id)
BLOC = Unit(
    "dang-bo-khoi-hoa-mai", "Đảng bộ Khối Hoa Mai", kind="dang-uy-khoi", variants=("Đảng ủy Khối *Hoa* Mai",), parent=COMMITTEE.id,
    place=CITY.id, valid_from="2010", valid_until="2025-02-01", successors=("dang-bo-cac-co-quan-hoa-mai",), listed=True,
    inferred=(Inference("place", "theo nơi đăng bài ngày 2023-01-10"),),
)  # fmt: skip
AFTER = Unit("dang-bo-cac-co-quan-hoa-mai", "Đảng bộ Các cơ quan Hoa Mai", kind="dang-uy-khoi", listed=True, valid_from="2025-02-02")
BEFORE = Unit("dang-bo-khoi-cu", "Đảng bộ Khối cũ", kind="dang-uy-khoi", listed=True, valid_until="2009", successors=(BLOC.id,))
CELL = Unit("chi-bo-so-1", "Chi bộ Sở <Một>", kind="chi-bo", parent=BLOC.id)
#: In the authority file, and nothing reports it.
STRANGER = Unit("tinh-xa", "Tỉnh Xa", kind="tinh", listed=True)
UNITS = {unit.id: unit for unit in (CITY, COMMITTEE, BLOC, AFTER, BEFORE, CELL, STRANGER)}


def _entry(year: int, count: int, percent: float) -> Entry:
    read_article = article(
        (TITLE, f"Khối Hoa Mai tổng kết năm {year}"),
        (PARAGRAPH, f"Đảng ủy Khối tặng giấy khen cho {count} đảng viên và Chi bộ Sở <Một>."),
        (PARAGRAPH, f"Thành ủy tặng bằng khen cho Đảng ủy Khối. Có {percent}% chi bộ hoàn thành tốt."),
        path=f"seeds/khoi-{year}.txt",
    )
    event = Event(
        evidence=words(read_article, "tổng kết"), rule="e", name="hội nghị tổng kết", date=f"{year + 1}-01-10", part_of_day=None, place=None
    )
    facts = Facts(
        event=event,
        units=(host("Đảng ủy Khối", words(read_article, "Đảng ủy Khối"), BLOC.id),),
        years=(year,),
        awards=(
            award(words(read_article, f"{count} đảng viên"), count=count, years=(year,), granted_by="Đảng ủy Khối"),
            award(words(read_article, "Chi bộ Sở <Một>"), kind="chi-bo", count=1, names=("Chi bộ Sở <Một>",), years=(year,),
                  granted_by="Đảng ủy Khối"),
            award(words(read_article, "bằng khen"), type="bang-khen", kind="dang-bo", count=1, names=("Đảng ủy Khối",), years=(year,),
                  granted_by="Thành ủy"),
            award(words(read_article, "Khối Hoa Mai"), kind="tap-the", count=4, years=(year,), granted_by=None),
            award(words(read_article, "tổng kết"), count=9, years=(year,), status="proposed", granted_by=None),
        ),
        ratings=(
            Rating(evidence=words(read_article, f"{percent}% chi bộ hoàn thành tốt"), rule="r", subject="chi-bo", level="hoan-thanh-tot",
                   count=None, percent=percent, at_least=False, year=year, kind=Aim.RESULT),
        ),
    )  # fmt: skip
    names = {
        "Đảng ủy Khối": Resolution("Đảng ủy Khối", Standing.LISTED, BLOC.id),
        "Thành ủy": Resolution("Thành ủy", Standing.LISTED, COMMITTEE.id),
        "Chi bộ Sở <Một>": Resolution("Chi bộ Sở <Một>", Standing.UNLISTED, CELL.id),
        "Khối": Resolution("Khối", Standing.AMBIGUOUS, candidates=(BLOC.id, AFTER.id)),
    }
    return Entry(f"khoi-{year}", read_article, facts, (BLOC,), names)


def archive_of(*entries: Entry, units: dict[str, Unit] | None = None) -> Archive:
    """Return an archive of ``entries``, newest first, with a row in the ledger for each award."""
    rows = []
    for entry in entries:
        for number, one in enumerate(entry.facts.awards):
            granter = entry.names.get(one.granted_by or "")
            recipients = [entry.names[name].unit for name in one.names if name in entry.names]
            rows.append(
                LedgerRow(
                    f"{entry.slug}--{number}", one, entry.date, one.years, tuple(unit.id for unit in entry.units),
                    granter.unit if granter else None, tuple(filter(None, recipients)), "lời", (Citation(entry.slug, one.evidence),),
                )
            )  # fmt: skip
    return Archive(entries, units=units if units is not None else UNITS, ledger=tuple(rows))


YEARS = archive_of(_entry(2022, 12, 90), _entry(2021, 10, 85), _entry(2019, 8, 80))


def with_row(archive: Archive, number: int, **values: object) -> Archive:
    """``archive`` with other values in one row of its ledger."""
    rows = list(archive.ledger)
    rows[number] = replace(rows[number], **values)  # type: ignore[arg-type]
    return replace(archive, ledger=tuple(rows))


def bare(slug: str, facts: Facts, units: tuple[Unit, ...] = (), names: dict[str, Resolution] | None = None) -> Entry:
    """Return an entry of one line whose first letter is evidence of all."""
    return Entry(slug, article((PARAGRAPH, f"Bài {slug}."), path=f"seeds/{slug}.txt"), facts, units, names or {})


HERE = (Span(0, 3),)  #: evidence in every bare entry
