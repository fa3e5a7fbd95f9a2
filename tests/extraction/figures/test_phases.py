"""Each phase of figures alone: forms, links, verbs, clauses, parts, shares, ratios, scope."""

from __future__ import annotations

import pytest

from generator.extraction.clauses import ArticleText
from generator.extraction.figures.clauses import CountClause, actor_acts, clause_before, evidence, placed
from generator.extraction.figures.counts import counts, made
from generator.extraction.figures.forms import Amount, counts_people, is_deed, is_gift, is_rate, phrase_start
from generator.extraction.figures.links import in_row, linked
from generator.extraction.figures.parts import dealt_out
from generator.extraction.figures.ratios import ratios
from generator.extraction.figures.scope import about_person, is_norm, of_work, scoped
from generator.extraction.figures.shares import shares
from generator.extraction.figures.verbs import acts, first_verb, nearest_verb
from generator.text.views import Views
from tests.extraction.table import article_of_lines


def told(found: list[Amount], text: str) -> list[tuple[float | None, float | None, float | None, str, str]]:
    """Value, whole, percent, measure and words of each amount."""
    return [(finding.value, finding.of, finding.percent, finding.measure, text[finding.start : finding.end]) for finding in found]


def whole(text: str) -> tuple[Views, int, int]:
    return Views(text), 0, len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kết nạp 23/15 đồng chí (đạt 153% chỉ tiêu)", [(23, 15, 153, "đồng chí", "23/15 đồng chí (đạt 153% chỉ tiêu)")]),
        ("có 31 trong số 66 trường học", [(31, 66, None, "trường học", "31 trong số 66 trường học")]),
        ("có 5/7 sổ sách mở mới", [(5, 7, None, "sổ sách mở mới", "5/7 sổ sách mở mới")]),
        ("đã mở 27/13 sổ sách", [(27, 13, None, "sổ sách", "27/13 sổ sách")]),
        ("đã mở 7/12 sổ sách", []),
        ("ngày 7/5 đồng chí Bình đến", []),
        ("trực 24/24 giờ", []),
        ("giành 5/7 huy chương vàng", []),
        ("có 27/30 Sở họp", []),
    ],
)
def test_ratios(text: str, expected: list[tuple[float | None, float | None, float | None, str, str]]) -> None:
    assert told(ratios(*whole(text)), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("thu hoàn thành 107% kế hoạch năm", [(None, None, 107, "thu hoàn thành", "thu hoàn thành 107% kế hoạch")]),
        ("116% kế hoạch", [(None, None, 116, "kế hoạch", "116% kế hoạch")]),
        ("100% chi bộ học tập; hết", [(None, None, 100, "chi bộ học tập", "100% chi bộ học tập")]),
        ("nhất là 9,03% (227 đảng viên)", [(227, None, 9.03, "đảng viên", "nhất là 9,03% (227 đảng viên)")]),
        ("tỷ lệ hộ nghèo giảm 3,2%", [(None, None, 3.2, "tỷ lệ hộ nghèo giảm", "tỷ lệ hộ nghèo giảm 3,2%")]),
        ("sản lượng giảm 3%", []),
        ("sản lượng đã giảm 3%", [(None, None, 3, "sản lượng đã giảm", "sản lượng đã giảm 3%")]),
        ("gạo giảm 3%, ngô giảm 4%", [(None, None, 3, "gạo giảm", "gạo giảm 3%"), (None, None, 4, "ngô giảm", "ngô giảm 4%")]),
        ("lãi suất đã giảm 3%", []),
        ("xây dựng 80% kênh mương", [(None, None, 80, "kênh mương", "80% kênh mương")]),
        ("mưa gần 80% kênh mương", []),
        ("đất chiếm 71%", [(None, None, 71, "đất chiếm", "đất chiếm 71%")]),
        ("xã đạt 5%; Hoa Mai 7%; kia", [(None, None, 5, "xã đạt", "xã đạt 5%"), (None, None, 7, "Hoa Mai", "Hoa Mai 7%")]),
        ("không có gì", []),
    ],
)
def test_shares(text: str, expected: list[tuple[float | None, float | None, float | None, str, str]]) -> None:
    assert told(shares(*whole(text)), text) == expected


def test_a_norm_in_brackets_is_planned() -> None:
    result, norm = shares(*whole("tỷ lệ sinh còn 5% (kế hoạch là 6%)"))
    assert (result.percent, result.planned) == (5, False)
    assert (norm.percent, norm.planned) == (6, True)


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("kết nạp 12 đảng viên", True),
        ("gồm 12 đảng viên", True),
        ("thăm 12 đảng viên", False),
        ("thăm 12 đảng viên, chiếm 5%", True),
        ("chỉ tiêu là 12 đảng viên", True),
        ("phải nộp 12 hồ sơ", False),
        ("nộp 12 hồ sơ", True),
        ("xảy ra 12 vụ", False),
        ("xảy ra 12 vụ, giảm 3 vụ so với cùng kỳ", True),
        ("12 đề tài được triển khai", True),
        ("12 đề tài được khen", False),
        ("12 chi bộ đã tổ chức đại hội", True),
        ("12 chi bộ chưa tổ chức đại hội", False),
        ("có 12 trường học đạt chuẩn", True),
        ("thăm 12 trường học đạt chuẩn", False),
        ("hỗ trợ cho 12 hộ", True),
        ("hỗ trợ giống cây trồng và phân bón cho 12 hộ", True),
        ("hỗ trợ giống cây trồng và phân bón sớm 12 hộ", False),
        ("hỗ trợ giống cây trồng và phân bón sớm 12 đề tài", True),
        ("lợi nhuận là 12 đồng", True),
        ("học phí là 12 đồng", False),
    ],
)
def test_which_counts_are_sure(text: str, sure: bool) -> None:
    assert counts(*whole(text))[0].sure is sure


def test_counts_keep_their_parts() -> None:
    text = "thăm 9 km đường; kết nạp 12 đảng viên, 7 chi bộ; doanh thu gần 3 tỷ đồng"
    road, members, cells, money = counts(*whole(text))
    assert (road.sure, members.sure, cells.sure) == (False, True, True)
    assert told([members, cells], text) == [
        (12, None, None, "đảng viên", "kết nạp 12 đảng viên"),
        (7, None, None, "chi bộ", "7 chi bộ"),
    ]
    assert told([money], text) == [(3_000_000_000, None, None, "doanh thu gần", "doanh thu gần 3 tỷ đồng")]
    assert (money.unit, members.unit, members.planned) == ("đồng", None, False)
    assert counts(*whole("chỉ tiêu là 12 đảng viên"))[0].planned is True
    assert counts(*whole("đường tầng 12 chi bộ")) == []


def test_numbers_behind_makers_count_anything() -> None:
    assert told(made(*whole("ban hành 02 sổ tay")), "ban hành 02 sổ tay") == [(2, None, None, "sổ tay", "ban hành 02 sổ tay")]
    assert [one.value for one in made(*whole("mở hai lớp học, giúp một nghìn hộ, ba nghìn hộ, mở một lớp"))] == [2, 1000, 3000]
    assert [one.sure for one in made(*whole("mở hai lớp học; ba nghìn hộ"))] == [True, False]


def test_links() -> None:
    text = "12 chi bộ trong doanh nghiệp (đạt 150% kế hoạch năm) và"
    assert linked(Views(text), 9, 9, len(text)) == (150, text.index(")") + 1)
    assert linked(Views("12 chi bộ, bằng 5% số"), 9, 9, 22) == (5, 18)
    assert linked(Views("12 chi bộ, tăng 5% số"), 9, 9, 22) == (None, 0)
    last = Amount(0, 9, "chi bộ")
    assert in_row("12 chi bộ mới, 5", last, 15, strong=False)
    assert not in_row("12 chi bộ mới; xã đã có 5", last, 24, strong=False)
    assert in_row("12 chi bộ, đề tài; 5", last, 19, strong=True)
    assert not in_row("12 chi bộ, đề tài; 5", last, 19, strong=False)


def test_verbs() -> None:
    assert (found := nearest_verb("vận động xây dựng ")) is not None
    assert found["gap"] == " "
    assert nearest_verb("vận động rồi nêu ") is None
    assert nearest_verb("tổ chức đảng ") is None
    assert nearest_verb("ban kiểm tra ") is None
    assert first_verb("đã vận động xây dựng ") == 3
    assert first_verb("đã đi ") == 6
    assert acts("đoàn xây dựng ", 0, 14)
    assert not acts("đoàn xây dựng ", 8, 14)
    assert acts("trồng " + "a" * 25, 0, 31)
    assert not acts("trồng " + "a" * 26, 0, 32)


def test_words_of_measures() -> None:
    assert is_gift("Tấm chăn")
    assert not is_gift("giấy khen")
    assert is_deed("công nhân giỏi")
    assert not is_deed("ha tiêu")
    assert not is_deed("chữ")
    assert counts_people("học sinh")
    assert not counts_people("bài dự thi")
    assert is_rate(Views("8 tấn/ha"), Amount(0, 5, "tấn"))
    assert not is_rate(Views("8 tấn/năm"), Amount(0, 5, "tấn"))
    assert phrase_start("một, hai ba", 0, 11) == 5
    assert phrase_start("hai ba", 0, 6) == 0
    assert phrase_start("chữ " * 40, 0, 160) == 72


def test_clauses() -> None:
    view = "đoàn xã đã dọn vệ sinh, vá 9 lưới"
    clause = clause_before(view, 0, view.index("9"))
    assert clause == CountClause(24, "vá ", "", ",")
    assert clause_before(view, 0, view.index(",")).start == 0
    assert actor_acts("công an huyện đã tăng cường 70", 0, 28)
    assert not actor_acts("công an huyện tăng cường 70", 0, 25)
    assert not actor_acts("đã tăng cường 70", 0, 14)
    assert not actor_acts("công an huyện đã 70", 0, 17)
    assert not actor_acts("công an huyện đã trao 70", 0, 22)
    assert [one.value for one in placed(Views(view), 0, len(view), [])] == [9]


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        ("Đoàn xã đã vá 9 lưới", 4),
        ("Đoàn xã vá 9 lưới", 3),
        ("Trời vá 9 lưới", 1),
        ("Đoàn xã đã dự 9 lưới", 0),
        ("Đoàn xã phải vá 9 lưới", 0),
        ("Đoàn Lan 9 lưới", 0),
        ("Đoàn xã đã xây 9 lưới", 6),
        ("Đoàn xã đã vá 9 tấn", 6),
        ("Đoàn xã đã vá 9 xã", 5),
        ("Đoàn xã đã vá thêm 9 lưới", 5),
        ("Năm 2020, đoàn xã vá 9 lưới", 4),
    ],
)
def test_what_a_clause_weighs(text: str, weight: int) -> None:
    views = Views(text)
    at = text.rindex("9")
    clause = clause_before(views.canonical, 0, at)
    amount = Amount(at, len(text), text[at + 2 :])
    assert evidence(views, clause, amount, acted=False) == weight


def test_parts_add_up() -> None:
    text = "nuôi 30 con, trong đó xã Hoa 18, xã Mai 12 con."
    assert [(one.value, one.measure) for one in dealt_out(*whole(text))] == [(30, "con"), (18, "xã Hoa"), (12, "xã Mai")]
    assert list(dealt_out(*whole(text.replace("18", "17")))) == []
    assert [one.value for one in dealt_out(*whole("nuôi 30 con, trong đó xã Hoa 18, xã Mai 12, xã Bàu 5."))] == [30, 18, 12]
    assert list(dealt_out(*whole("nuôi 30 con, trong đó xã Hoa 30 con."))) == []
    assert list(dealt_out(*whole("họp 30 người, trong đó ngày 18, ngày 12."))) == []


def scopes(text: str) -> list[tuple[bool, int | None]]:
    """Whether each sentence with numbers tells targets, and its year."""
    return [(one.target_from is not None, one.year_at(one.sentence.end)) for one in scoped(ArticleText(article_of_lines(text)), 2020)]


def test_scopes() -> None:
    assert scopes("Chi bộ kết nạp 5 người.") == [(False, 2020)]
    assert scopes("Chi bộ phấn đấu kết nạp 5 người.") == [(True, None)]
    assert scopes("Chi bộ sẽ kết nạp 5 người. Đã có 3 người.") == [(True, None), (False, 2020)]
    assert scopes("Chi bộ phấn đấu kết nạp 5 người. Mở 2 lớp. Đã có 3 người.") == [(True, None), (True, None), (False, 2020)]
    assert scopes("Năm 2018, chi bộ kết nạp 5 người. Mở 2 lớp.") == [(False, 2018), (False, 2018)]
    assert scopes("Mục tiêu:\n- Kết nạp 5 người.\n- Mở 2 lớp.") == [(True, None), (True, None)]
    assert scopes("Chi bộ họp. Không có số.") == []


def test_what_an_article_is_about() -> None:
    def text(words: str) -> ArticleText:
        return ArticleText(article_of_lines(words))

    assert of_work(text("Đảng bộ tổng kết."))
    assert not of_work(text("Đảng bộ, đảng bộ."))
    assert of_work(text("Nhận giấy khen, giấy khen."))
    assert not of_work(text("Trời mưa."))
    first = text("Anh Bình trồng 5 cây. Anh Bình cho biết có 5 cây. Theo khoản 5, phạt.")
    assert [about_person(first, sentence) for sentence in first.sentences] == [True, False, False]
    assert [is_norm(first, sentence) for sentence in first.sentences] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "acted", "going_on", "weight"),
    [
        ("vá 9 lưới", False, False, 1),
        ("vá 9 lưới", True, False, 3),
        ("vá 9 lưới", False, True, 3),
        ("Trong năm, vá 9 lưới", False, False, 2),
        ("Kết quả vá 9 lưới", False, False, 2),
        ("đi rồi lại vá sớm cả 9 lưới", False, True, 3),
        ("Các đoàn xã vá 9 lưới", False, False, 2),
        ("Đoàn xã được nhận 9 lưới", False, False, 0),
        ("Đoàn xã nhận được 9 lưới", False, False, 4),
        ("Đoàn xã trao tặng 9 tấm lưới", False, False, 5),
        ("Đoàn xã rất vui mừng đã vá kín 9 lưới", False, False, 3),
        ("Chi hội phấn đấu vá 9 lưới", False, False, 4),
        ("Đoàn xã vá tổng số 9 lượt xã", False, False, 5),
    ],
)
def test_what_else_weighs(text: str, acted: bool, going_on: bool, weight: int) -> None:
    views = Views(text)
    at = text.rindex("9")
    clause = clause_before(views.canonical, 0, at)
    assert evidence(views, clause, Amount(at, len(text), text[at + 2 :]), acted=acted, going_on=going_on) == weight


def test_a_heading_of_plans_opens_a_scope() -> None:
    assert scopes("Phương hướng năm 2021\n- Kết nạp 5 người.") == [(True, 2021), (True, None)]
    assert scopes("Phương hướng năm 2021.\n- Kết nạp 5 người.") == [(False, 2021), (False, 2020)]
