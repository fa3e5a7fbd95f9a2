"""Pages and data on hedged counts, granting decisions, days of an event, withdrawals and posthumous awards."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.archive import Archive, Citation, LedgerRow
from generator.model.correction import Action, Correction
from generator.model.facts import Approximation, Award, Decision
from generator.model.settings import SiteSettings
from generator.model.span import Span
from generator.rendering.exports.files import data_files
from generator.rendering.exports.portions import Portions
from generator.rendering.exports.rows import Data
from generator.rendering.parts.provenance import correction_words
from generator.rendering.site import render
from generator.rendering.words import wording
from generator.rendering.words.speaking import speaking
from generator.rendering.words.wordbook import wordbook
from generator.resolution.assembly import assemble
from generator.resolution.corrections.apply import apply
from generator.resolution.events.totals import totals
from tests.extraction.table import facts_of
from tests.rendering.made import award

HERE = (Span(0, 5),)
EN = SiteSettings(language="en")
DECISION = Decision("12/QĐ-UBND", "2024-03-05", "Chủ tịch UBND tỉnh")
_ARTICLE = (
    "Hội nghị điển hình tiên tiến huyện Hà Lâm\n\n10/08/2023\n\n"
    "Từ ngày 5 đến 7/8/2023, UBND huyện Hà Lâm tổ chức hội nghị điển hình tiên tiến.\n\n"
    "Theo Quyết định số 1234/QĐ-UBND ngày 1/8/2023 của Chủ tịch UBND huyện Hà Lâm, 12 tập thể và hơn 120 cá nhân được tặng Giấy khen.\n\n"
    "Từ đầu năm đến nay, Huyện ủy đã trao Huy hiệu Đảng cho 215 đảng viên.\n\n"
    "Ông Lường Văn Páo được truy tặng Huân chương Dũng cảm theo Quyết định số 15/QĐ-CTN ngày 9/7/2023 của Chủ tịch nước.\n"
)


def archive() -> Archive:
    return assemble([facts_of(_ARTICLE)])


@pytest.mark.parametrize(
    ("how", "vietnamese", "english"),
    [
        (None, "cho 120 đảng viên", "to 120 Party members"),
        ("at-least", "cho trên 120 đảng viên", "to at least 120 Party members"),
        ("nearly", "cho gần 120 đảng viên", "to nearly 120 Party members"),
        ("about", "cho khoảng 120 đảng viên", "to about 120 Party members"),
        ("per-year", "cho 120 đảng viên mỗi năm", "to 120 Party members each year"),
        ("running", "cho 120 đảng viên (số lũy kế)", "to 120 Party members (running total)"),
    ],
)
def test_a_hedged_count_in_words(how: str | None, vietnamese: str, english: str) -> None:
    one = award(HERE, count=120, approximate=how)
    assert wording.award(one).body == vietnamese
    with speaking(EN):
        assert wording.award(one).body == english


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_way_of_hedging_has_its_words(language: str) -> None:
    every = [approximation.value for approximation in Approximation]
    assert list(wordbook(language).ids("approximations")) == every
    assert [one for one in every if not wordbook(language).has(f"award.approximately.{one}")] == []


@pytest.mark.parametrize(
    ("decision", "vietnamese", "english"),
    [
        (DECISION, "Theo Quyết định số 12/QĐ-UBND ngày 05/03/2024 của Chủ tịch UBND tỉnh",
         "By Decision No. 12/QĐ-UBND dated 5 March 2024 of Chủ tịch UBND tỉnh"),
        (Decision("12/QĐ-UBND"), "Theo Quyết định số 12/QĐ-UBND", "By Decision No. 12/QĐ-UBND"),
        (Decision(None, "2024-03"), "Theo Quyết định ngày 03/2024", "By Decision dated March 2024"),
    ],
)  # fmt: skip
def test_a_decision_in_words(decision: Decision, vietnamese: str, english: str) -> None:
    assert vietnamese in wording.award(award(HERE, decision=decision)).details
    with speaking(EN):
        assert english in wording.award(award(HERE, decision=decision)).details


@pytest.mark.parametrize(
    ("first", "last", "vietnamese", "english"),
    [
        ("2023-08-05", None, "05/08/2023", "5 August 2023"),
        ("2023-08-05", "2023-08-07", "05–07/08/2023", "5–7 August 2023"),
        ("2022-02-28", "2022-03-02", "28/02/2022 – 02/03/2022", "28 February 2022 – 2 March 2022"),
        ("2023-08-05", "2023-08-05", "05/08/2023", "5 August 2023"),
        ("2023-08", "2023-09", "08/2023 – 09/2023", "August 2023 – September 2023"),
    ],
)
def test_days_in_words(first: str, last: str | None, vietnamese: str, english: str) -> None:
    assert wording.days(first, last) == vietnamese
    with speaking(EN):
        assert wording.days(first, last) == english


def test_pages_show_them_in_both_languages() -> None:
    pages = render(archive())
    (path,) = [page for page in pages if page.startswith("bai/") and page != "bai/index.md"]
    page, ledger = pages[path], pages["khen-thuong/2023.md"]
    assert "05–07/08/2023" in pages["su-kien/index.md"]
    assert page.count("05–07/08/2023") == 2  # below the headline, and in the panel
    assert "(../van-ban/quyet-dinh-1234-qd-ubnd" in page
    assert "trên 120 cá nhân" in page
    assert "số lũy kế" in ledger
    assert "truy tặng" in ledger
    assert "Số được khen: **13** · 2 đợt khen chỉ nêu số ước chừng" in ledger
    english = render(archive(), EN)
    assert "5–7 August 2023" in english[path]
    assert "at least 120" in english[path]
    assert "**13** recipients · 2 awards with approximate numbers" in english["khen-thuong/2023.md"]
    assert "posthumous" in english["khen-thuong/2023.md"]


def test_machines_are_told() -> None:
    pages = render(archive())
    (page,) = [text for path, text in pages.items() if path.startswith("bai/") and path != "bai/index.md"]
    node = json.loads(page.split("json_ld: ")[1].split("\n")[0].strip("'").replace("''", "'").replace("\\u003c", "<"))
    (told,) = [one for one in node["@graph"] if one["@type"] == "NewsArticle"]
    event = next(one for one in told["about"] if one["@type"] == "Event")
    assert (event["startDate"], event["endDate"]) == ("2023-08-05", "2023-08-07")
    given = next(mention for mention in told["mentions"] if mention["@type"] == "GiveAction" and mention["object"]["name"] == "Giấy khen")
    assert given["instrument"]["datePublished"] == "2023-08-01"


def test_the_data_have_their_columns() -> None:
    files = data_files(Portions(Data(archive())))
    awards = list(csv.DictReader(io.StringIO(files["du-lieu/khen-thuong.csv"].decode("utf-8-sig"))))
    by_count = {row["count"]: row for row in awards}
    assert [(row, by_count[row]["approximate"], by_count[row]["counted"]) for row in ("12", "120", "215")] == [
        ("12", "", "true"),
        ("120", "at-least", "false"),
        ("215", "running", "false"),
    ]
    assert by_count["1"]["posthumous"] == "true"
    one = by_count["120"]
    told = (one["decision_number"], one["decision_date"], one["decision_issuer"])
    assert told == ("1234/QĐ-UBND", "2023-08-01", "Chủ tịch UBND huyện Hà Lâm")
    documents = csv.DictReader(io.StringIO(files["du-lieu/van-ban.csv"].decode("utf-8-sig")))
    assert [row["number"] for row in documents if row["id"] == one["decision_document"]] == ["1234/QĐ-UBND"]
    (article,) = csv.DictReader(io.StringIO(files["du-lieu/bai.csv"].decode("utf-8-sig")))
    assert (article["event_date"], article["event_date_end"]) == ("2023-08-05", "2023-08-07")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("approximate", "nearly", "gần số nêu"),
        ("approximate", None, "không ghi"),
        ("decision", DECISION, "Quyết định số 12/QĐ-UBND ngày 05/03/2024 của Chủ tịch UBND tỉnh"),
        ("date_end", "2023-08-07", "07/08/2023"),
    ],
)
def test_a_corrected_value_in_words(name: str, value: Any, words: str) -> None:
    assert correction_words.value("event" if name == "date_end" else "awards", name, value) == words


def test_a_correction_sets_and_clears_them() -> None:
    article, facts = facts_of(_ARTICLE)
    hedged = next(award for award in facts.awards if award.count == 120)
    right: tuple[tuple[str, Any], ...] = (("approximate", None), ("decision", None))
    expected = (("count", 120), *((name, getattr(hedged, name)) for name, _ in right))
    said: dict[str, Any] = {"by": "Lê Thị Lụa", "on": "2024-05-01", "why": "Theo danh sách.", "path": "seeds/corrections/case.yml"}
    clear = Correction(
        action=Action.CHANGE, kind="awards", quote="hơn 120 cá nhân", expected=expected, right=right, line=1, **said
    )  # fmt: skip
    last = Correction(
        action=Action.CHANGE, kind="event", quote="Từ ngày 5 đến 7/8/2023", expected=(("date_end", "2023-08-07"),),
        right=(("date_end", "2023-08-08"),), line=9, **said,
    )  # fmt: skip
    done = apply(article, facts, [clear, last])
    assert done.errors == ()
    now = next(award for award in done.facts.awards if award.count == 120)
    assert (now.approximate, now.decision) == (None, None)
    assert done.facts.event is not None
    assert done.facts.event.date_end == "2023-08-08"
    assert render(assemble([(article, done.facts)]))["bai/case.md"].count("05–08/08/2023") == 2


ROW = LedgerRow("a", award(HERE), None, (), (), None, (), "", (Citation("a", HERE),))
HEDGED = st.builds(
    lambda count, how, status: award(HERE, count=count, approximate=how if count is not None else None, status=status),
    st.none() | st.integers(1, 500), st.none() | st.sampled_from([approximation.value for approximation in Approximation]),
    st.sampled_from(["granted", "proposed", "past", "revoked"]),
)  # fmt: skip


@given(st.lists(HEDGED, max_size=6))
def test_property_only_exact_numbers_are_added(awards: list[Award]) -> None:
    found = totals(replace(ROW, award=award) for award in awards)
    granted = [award for award in awards if award.status == "granted"]
    assert found.granted == sum(award.count or 0 for award in granted if award.approximate is None)
    assert found.proposed == sum(award.count or 0 for award in awards if award.status == "proposed" and award.approximate is None)
    assert (found.uncounted, found.approximate) == (
        sum(award.count is None for award in granted),
        sum(award.approximate is not None for award in granted),
    )
    assert found.open == any(award.count is None or award.approximate for award in granted)
