"""An award that another article reports as withdrawn no longer counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extraction.extract import extract
from generator.model.archive import Archive, LedgerRow
from generator.model.article import Source
from generator.reading.text import article_from_text
from generator.resolution.assembly import assemble
from generator.resolution.events.revocations import with_revocations
from generator.resolution.events.totals import totals

_GRANTED = "Công ty Minh Tiến đón nhận danh hiệu\n\nNgày 10/02/2015, Công ty Cổ phần Minh Tiến tổ chức lễ. {}\n"
_REVOKED = "Thu hồi danh hiệu\n\nNgày 12/03/2019, cơ quan chức năng thông báo. {}\n"
_GRANTING = "Chủ tịch nước đã tặng danh hiệu Anh hùng Lao động cho Công ty Cổ phần Minh Tiến."
_ENDING = "Chủ tịch nước vừa ký quyết định hủy bỏ danh hiệu Anh hùng Lao động đối với Công ty Cổ phần Minh Tiến."


def _archive(granting: str, ending: str) -> Archive:
    texts = {"a": _GRANTED.format(granting), "b": _REVOKED.format(ending)}
    articles = [article_from_text(text, Source(f"seeds/{name}.txt", name * 64, "text")) for name, text in texts.items()]
    return assemble([(article, extract(article)) for article in articles])


def _by_status(archive: Archive) -> dict[str, LedgerRow]:
    return {row.award.status: row for row in archive.ledger}


def test_the_row_granted_earlier_is_ended() -> None:
    rows = _by_status(_archive(_GRANTING, _ENDING))
    assert rows["granted"].revoked_by == rows["revoked"].id
    assert rows["revoked"].revoked_by is None
    assert totals(rows.values()).granted == 0


@pytest.mark.parametrize(
    "ending",
    [
        _ENDING.replace("Minh Tiến", "Hoa Sen"),
        _ENDING.replace("danh hiệu Anh hùng Lao động", "Huân chương Lao động hạng Ba"),
        _ENDING.replace("Chủ tịch nước vừa", "Bộ trưởng Bộ Y tế vừa"),
    ],
    ids=["another recipient", "another award", "another granter"],
)
def test_what_is_not_withdrawn_stands(ending: str) -> None:
    rows = _by_status(_archive(_GRANTING, ending))
    assert rows["granted"].revoked_by is None
    assert totals(rows.values()).granted == 1


def test_a_withdrawal_ends_none_of_many_counted_together() -> None:
    rows = _by_status(_archive("Chủ tịch nước đã tặng danh hiệu Anh hùng Lao động cho 3 tập thể.", _ENDING))
    assert rows["granted"].revoked_by is None


def test_what_was_granted_after_it_stands() -> None:
    rows = _by_status(_archive(_GRANTING, _ENDING))
    end = replace(rows["revoked"], date="2019-03-12")
    earlier, later = with_revocations(
        [replace(rows["granted"], date=date, revoked_by=None) for date in ("2015-02-10", "2020-01-01")] + [end]
    )[:2]
    assert earlier.revoked_by == end.id
    assert later.revoked_by is None
