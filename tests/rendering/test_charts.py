"""Charts: the same numbers in the picture and its table, the same bytes, words for who cannot see it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from generator.model.facts import Rating
from generator.rendering.charts import bars
from generator.rendering.charts.bars import Chart, Series, svg
from generator.rendering.charts.by_year import awards_by_year, ratings_by_year, ratings_told_by_year, recipients_by_year
from generator.rendering.page_text import _environment
from tests.rendering.made import award
from tests.rendering.made_units import HERE, YEARS
from tests.rendering.shown import html_of, read

ROW = YEARS.ledger[0]
SVG = "{http://www.w3.org/2000/svg}"


def row(year: int, count: int | None, form: str = "giay-khen", status: str = "granted") -> object:
    return replace(ROW, id=f"{year}{form}{count}", award=award(HERE, type=form, count=count, status=status), years=(year,))


def rated(year: int | None, percent: float | None, level: str = "hoan-thanh-tot", **values: object) -> tuple[int | None, Rating]:
    given: dict[str, object] = {"at_least": False, "kind": "result", "subject": "chi-bo", "count": None} | values
    return year, Rating(evidence=HERE, rule="r", level=level, percent=percent, year=year, **given)  # type: ignore[arg-type]


def texts(picture: str) -> list[str]:
    return [one.text for one in ET.fromstring(picture).iter(f"{SVG}text") if one.text]


def test_the_picture_tells_the_numbers() -> None:
    chart = Chart("Lượt <khen>", "Đơn vị & năm", (2019, 2021, 2022), (Series("Một", (3, 5000, 5)), Series("Hai", (0, 13, 7))))
    root = ET.fromstring(svg(chart))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Lượt <khen>"
    assert root.findtext(f"{SVG}desc") == "Đơn vị & năm"
    assert sorted(texts(svg(chart))) == sorted(["2019", "2020", "2021", "2022", "3", "5.013", "12"])
    drawn = [path.get("fill") for path in root.iter(f"{SVG}path") if "--ky-chart" in (path.get("fill") or "")]
    assert drawn == [f"var(--ky-chart-{series})" for series in (1, 1, 2, 1, 2)]


def test_the_bars_are_as_high_as_their_numbers() -> None:
    root = ET.fromstring(svg(Chart("t", "d", (2020, 2021), (Series("a", (5, 10)), Series("b", (5, 0))))))
    drawn = [path.get("d") for path in root.iter(f"{SVG}path") if "--ky-chart" in (path.get("fill") or "")]
    assert [re.sub(r".*v([\d.]+)h.*", r"\1", str(one)) for one in drawn] == ["60", "60", "120"]


@pytest.mark.parametrize(
    ("years", "labels"),
    [(range(2020, 2022), 2), (range(2014, 2022), 8), (range(2012, 2022), 5), (range(2008, 2022), 7), (range(1950, 2022), 8)],
    ids=["two", "eight", "ten", "fourteen", "many: the latest 24"],
)
def test_years_do_not_run_into_each_other(years: range, labels: int) -> None:
    picture = svg(Chart("t", "d", tuple(years), (Series("a", tuple(range(1, len(years) + 1))),)))
    written = [text for text in texts(picture) if re.fullmatch(r"(?:19|20)\d\d", text)]
    assert len(written) == labels
    assert str(years[-1]) in written


@pytest.mark.parametrize(
    ("sums", "cut", "heights"),
    [((10, 100), (), ["12", "120"]), ((10, 101), (2021,), ["88.89", "120"]), ((0, 101), (), ["120"])],
    ids=["ten times as high", "more", "nothing beside it"],
)
def test_a_bar_that_dwarfs_the_others_is_cut(sums: tuple[int, ...], cut: tuple[int, ...], heights: list[str]) -> None:
    chart = Chart("t", "d", (2020, 2021), (Series("a", sums),))
    root = ET.fromstring(svg(chart))
    drawn = [path.get("d") for path in root.iter(f"{SVG}path") if "--ky-chart" in (path.get("fill") or "")]
    assert bars.cut(chart) == cut
    assert [re.sub(r".*v([\d.]+)h.*", r"\1", str(one)) for one in drawn] == heights
    assert str(sums[1]) in texts(svg(chart))
    assert svg(chart).count("--ky-paper") == 2 * len(cut)


def test_a_cut_bar_shows_the_shares_of_its_parts() -> None:
    root = ET.fromstring(svg(Chart("t", "d", (2020, 2021), (Series("a", (10, 300)), Series("b", (0, 100))))))
    drawn = [path.get("d") for path in root.iter(f"{SVG}path") if "--ky-chart" in (path.get("fill") or "")]
    assert [re.sub(r".*v([\d.]+)h.*", r"\1", str(one)) for one in drawn] == ["88.89", "90", "30"]


def test_small_the_same_bytes_and_nothing_that_acts() -> None:
    chart = Chart("t", "d", tuple(range(1998, 2022)), tuple(Series(str(n), tuple(range(n + 1, n + 25))) for n in range(bars.MOST_SERIES)))
    first = svg(chart)
    bars._drawn.cache_clear()
    assert svg(chart) == first
    assert len(first) < 15_000
    assert "\n" not in first
    assert not re.search(r"<script|<style|\son\w+=|href|url\(|font-family", first)


def test_one_picture_for_one_set_of_numbers() -> None:
    bars._drawn.cache_clear()
    for name in ("A", "B", "C"):
        svg(Chart(name, name, (2020, 2021), (Series(name, (1, 2)),)))
    assert bars._drawn.cache_info().misses == 1


def test_more_series_than_colours_are_refused() -> None:
    with pytest.raises(ValueError, match="series"):
        svg(Chart("t", "d", (2020, 2021), tuple(Series(str(n), (1, 1)) for n in range(bars.MOST_SERIES + 1))))


@pytest.mark.parametrize("many", [False, True], ids=["the site's extensions", "many extensions"])
def test_it_survives_markdown(many: bool) -> None:
    (view,) = recipients_by_year([row(2020, 3), row(2021, 1500), row(2021, 4, "bang-khen")], "A *b* <i> _c_ |")  # type: ignore[list-item]
    macro = _environment().from_string('{% from "pictures.md.jinja" import chart %}\n{{ chart(one, "Năm") }}\n')
    html = html_of(f"Trước\n\n{macro.render(one=view)}\n\nSau\n", many=many)
    picture = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert picture
    root = ET.fromstring(picture.group())
    assert str(root.findtext(f"{SVG}desc")).startswith("A *b* <i> _c_ |. năm 2020: 3 được khen; năm 2021: 1.504 được khen.")
    words, tags = read(html)
    assert [tag for tag, _ in tags].count("tr") == 3
    assert "2021 1.500 4 1.504" in words
    assert {tag for tag, _ in tags} <= {
        "p", "div", "figure", "figcaption", "svg", "title", "desc", "g", "path", "line", "text", "ul", "li", "table", "thead", "tbody",
        "tr", "th", "td",
    }  # fmt: skip


def test_recipients_what_counts() -> None:
    rows = [
        row(2020, 3),
        row(2021, 5),
        row(2021, 7, status="proposed"),
        row(2021, 8, status="past"),
        row(2021, 9, "tang-qua"),
        row(2021, None),
    ]
    (view,) = recipients_by_year(rows, "x")  # type: ignore[arg-type]
    assert view.series == ("Giấy khen",)
    assert view.rows == (("2021", "5"), ("2020", "3"))


def test_awards_count_the_times_not_the_recipients() -> None:
    rows = [
        row(2020, 3),
        row(2021, 5),
        row(2021, None),
        row(2021, 7, status="proposed"),
        row(2021, 8, status="past"),
        row(2021, 9, "tang-qua"),
    ]
    (view,) = awards_by_year(rows, "x")  # type: ignore[arg-type]
    assert view.rows == (("2021", "2"), ("2020", "1"))
    assert "năm 2020: 1 đợt; năm 2021: 2 đợt." in view.svg
    assert awards_by_year(rows[1:], "x") == ()  # type: ignore[arg-type]


def test_ratings_told_count_the_tellings_of_each_level() -> None:
    told = [rated(2020, None), rated(2021, 5.0), rated(2021, None, "hoan-thanh"), rated(2021, 9.0, kind="target"), rated(None, 1.0)]
    (view,) = ratings_told_by_year(told, "x")
    assert view.series == ("Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ")
    assert view.rows == (("2021", "1", "1", "2"), ("2020", "1", "–", "1"))
    assert ratings_told_by_year(told[1:], "x") == ()


def test_many_forms_are_put_together() -> None:
    forms = ["giay-khen", "bang-khen", "huy-hieu-dang", "co-thi-dua", "danh-hieu", "giai-thuong", "bieu-duong"]
    rows = [row(year, 10 - at, form) for year in (2020, 2021) for at, form in enumerate(forms)]
    (view,) = recipients_by_year(rows, "x")  # type: ignore[arg-type]
    assert view.series == ("Giấy khen", "Bằng khen", "Huy hiệu Đảng", "Cờ thi đua", "Danh hiệu", "Hình thức khác")
    assert view.rows[0] == ("2021", "10", "9", "8", "7", "6", "9", "49")


@pytest.mark.parametrize(
    "rows", [[], [row(2020, 3)], [row(2020, 3), row(2021, None)], [row(2020, 3), row(2021, 4, status="proposed")]],
    ids=["none", "one year", "the second uncounted", "the second only proposed"],
)  # fmt: skip
def test_one_year_makes_no_chart(rows: list[object]) -> None:
    assert recipients_by_year(rows, "x") == ()  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ([rated(2020, 20.0), rated(2021, 30.5)], [("2021", "30,5"), ("2020", "20")]),
        ([rated(2020, 20.0), rated(2020, 75.0, "hoan-thanh"), rated(2021, 30.0)], [("2021", "30", "–"), ("2020", "20", "75")]),
        ([rated(2020, 20.0), rated(2020, 20.0), rated(2021, 30.0)], [("2021", "30"), ("2020", "20")]),
        ([rated(2020, 20.0), rated(2020, 21.0), rated(2021, 30.0)], []),
        ([rated(2020, 60.0), rated(2020, 60.0, "hoan-thanh"), rated(2021, 30.0)], []),
        ([rated(2020, 20.0), rated(2021, 98.0, at_least=True)], []),
        ([rated(2020, 20.0), rated(2021, 98.0, kind="target")], []),
        ([rated(2020, 20.0), rated(2021, 98.0, subject="dang-vien")], []),
        ([rated(2020, 20.0), rated(None, 98.0)], []),
        ([rated(2020, 20.0), rated(2021, None, count=4)], []),
    ],
    ids=["two years", "levels", "told twice alike", "told twice otherwise", "more than the whole", "or better", "target", "another subject",
         "no year", "no share"],
)  # fmt: skip
def test_ratings_what_is_charted(told: list[tuple[int | None, Rating]], rows: list[tuple[str, ...]]) -> None:
    views = ratings_by_year(told, "x")
    assert [view.rows for view in views] == ([tuple(rows)] if rows else [])
