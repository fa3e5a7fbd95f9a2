"""Meaning of written names: real names in a table, the seeds, and properties that hold for all articles."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extraction.extract import extract
from generator.model.article import Article
from generator.model.facts import Facts
from generator.model.statement import basis
from generator.model.unit import Resolution, Standing
from generator.reading import read
from generator.rendering.words.statements import written
from generator.resolution.units.addresses import unlisted_address
from generator.resolution.units.authority import Authority, read_authority
from generator.resolution.units.names import name_words
from generator.resolution.units.readings import Identity
from generator.resolution.units.resolve import Resolved, resolve
from generator.text.slugs import slug
from tests.resolution.naming import HERE, SEEDS, authority, authority_of, naming

CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases" / "names.yml").read_text(encoding="utf-8"))


def told(one: Resolution, found: Resolved) -> str:
    """Return the unit's id; for one that is not listed its name as a slug."""
    if one.standing in (Standing.AMBIGUOUS, Standing.NO_UNIT):
        return one.standing.value
    return one.unit or "" if one.standing is Standing.LISTED else f"new {slug(found.units[one.unit or ''].name)}"


def unlisted(name: str, *, local: bool = False) -> str:
    """Return the address of the unit called ``name`` whose province is not known."""
    return unlisted_address(Identity(name_words(name), None, name_words(name) if local else None))


def resolved_of(case: dict[str, Any]) -> Resolved:
    names = [name for name in case["names"] if name not in case["hosts"]]
    return resolve([naming(names, hosts=case["hosts"], date=case["date"], path=case["article"])], authority())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["article"])
def test_names_of_real_articles(case: dict[str, Any]) -> None:
    found = resolved_of(case)
    assert {name: told(found.names(0)[name], found) for name in case["names"]} == case["names"]


def test_the_table_is_large_enough() -> None:
    assert len([name for case in CASES for name in case["names"]]) >= 140


def _seeds() -> tuple[list[str], Resolved]:
    paths = sorted(SEEDS.glob("*.txt"))
    articles = [read(path, SEEDS.parent) for path in paths]
    return [path.name[:3] for path in paths], resolve(
        [(article, extract(article)) for article in articles], read_authority(SEEDS / "units.yml")
    )


def test_the_seeds_lead_to_their_units() -> None:
    names, found = _seeds()
    assert {name: [unit.id for unit in found.hosts(position)] for position, name in enumerate(names)} == {
        "000": ["dang-bo-ban-quan-ly-cac-khu-che-xuat-va-cong-nghiep-tp-ho-chi-minh"],
        "001": ["dang-bo-cac-co-quan-tinh"],
        "002": ["dang-bo-khoi-doanh-nghiep-quan-long-bien"],
        "003": ["quan-uy-long-bien"],
        "004": ["dang-bo-khoi-dan-chinh-dang-tp-ho-chi-minh"],
    }
    first = found.names(1)
    assert first["Đảng bộ Các cơ quan tỉnh"].basis == basis("site", unit="Đảng bộ Các cơ quan tỉnh")
    assert found.names(3)["Thường trực Quận uỷ"].basis == basis("site", unit="Quận ủy Long Biên")
    assert found.names(2)["Đảng ủy khối doanh nghiệp quận Long Biên".replace("khối", "Khối", 1)].basis is None
    assert found.names(2)["Ban Thường vụ Quận ủy"].unit == "quan-uy-long-bien"
    assert [one.field for one in found.units["dang-bo-cac-co-quan-tinh"].inferred] == ["place"]
    committee = found.units[first["Tỉnh ủy"].unit or ""]
    assert (committee.name, committee.place, [inference.field for inference in committee.inferred]) == (
        "Tỉnh ủy Bắc Kạn",
        "tinh-bac-kan",
        ["place"],
    )
    department = first["Sở Công Thương"] if "Sở Công Thương" in first else first["Đảng bộ Sở Công Thương"]
    assert "Phương Thị Thanh" in written(department.basis or "")
    organ = found.units[found.names(2)["UBKT Đảng ủy"].unit or ""]
    assert (organ.name, organ.parent) == ("UBKT Đảng ủy Khối Doanh nghiệp quận Long Biên", "dang-bo-khoi-doanh-nghiep-quan-long-bien")
    assert found.names(3)["Đảng bộ khối HCSN - DN"].standing is Standing.AMBIGUOUS
    assert {"quan-long-bien", "thanh-pho-ha-noi", "tinh-bac-kan", "tinh-thai-nguyen"} <= found.units.keys()


TWO_TIMES = (
    "- {id: a-cu, name: Tỉnh An Giang, variants: [An Giang], kind: tinh, valid_until: '2025-06-30', successor: a-moi, source: s}\n"
    "- {id: a-moi, name: Tỉnh An Giang, variants: [An Giang], kind: tinh, valid_from: '2025-07-01', source: s}\n"
    "- {id: p, name: Tỉnh Phú Thọ, variants: [Phú Thọ], kind: tinh, source: s}\n"
    "- {id: xa-p, name: Xã Hòa Bình, kind: xa, place: p, source: s}\n"
    "- {id: xa-a, name: Xã Hòa Bình, kind: xa, place: a-moi, source: s}\n"
)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-05-01", "a-cu"),
        ("2025-06-30", "a-cu"),
        ("2025-07-01", "a-moi"),
        ("2026", "a-moi"),
        ("2025", None),
        (None, None),
        ("2025-06", "a-cu"),
    ],
)
def test_the_date_tells_the_old_province_from_the_new(date: str | None, expected: str | None) -> None:
    found = resolve([naming(["tỉnh An Giang"], date=date)], authority_of(TWO_TIMES)).names(0)["tỉnh An Giang"]
    assert found.unit == expected
    assert (found.standing is Standing.AMBIGUOUS, set(found.candidates)) == (
        (True, {"a-cu", "a-moi"}) if expected is None else (False, set())
    )


@pytest.mark.parametrize(
    ("others", "expected"),
    [(["UBND tỉnh Phú Thọ"], "xa-p"), (["Công an An Giang"], "xa-a"), ([], None), (["UBND tỉnh Phú Thọ", "Công an An Giang"], None)],
)
def test_the_place_tells_one_of_two_with_a_name(others: list[str], expected: str | None) -> None:
    found = resolve([naming(["xã Hòa Bình", *others], date="2026-01-01")], authority_of(TWO_TIMES)).names(0)["xã Hòa Bình"]
    assert found.unit == expected
    assert found.standing is (Standing.AMBIGUOUS if expected is None else Standing.LISTED)


def test_a_place_right_behind_the_name() -> None:
    article = naming(
        ["xã Hòa Bình", "UBND xã Tân An"], date="2026-01-01", behind={"xã Hòa Bình": " (Phú Thọ)", "UBND xã Tân An": ", tỉnh An Giang"}
    )
    found = resolve([article], authority_of(TWO_TIMES))
    assert found.names(0)["xã Hòa Bình"].unit == "xa-p"
    office = found.units[found.names(0)["UBND xã Tân An"].unit or ""]
    assert (office.place, office.inferred) == ("a-moi", ())


def one_of(names: list[str], name: str, known: Authority | None = None, **more: Any) -> Resolution:
    return resolve([naming(names, **more)], known or Authority()).names(0)[name]


def test_an_alias_in_brackets() -> None:
    long, short = "Công ty Cổ phần Tập đoàn Tiến Bộ", "TTB GROUP"
    assert one_of([long, short], short, behind={long: f" (sau đây gọi tắt là {short})"}).unit == unlisted(long)
    assert one_of([long, short], short).unit == unlisted(short)
    region = one_of(["Đảng ủy Sư đoàn 330", "Quân khu 9"], "Quân khu 9", behind={"Đảng ủy Sư đoàn 330": " (Quân khu 9)"})
    assert region.unit == unlisted("Quân khu 9")


def test_a_short_name_of_two_full_ones_is_ambiguous() -> None:
    names = ["Quận ủy Hoa Mai", "Quận ủy Hoa Lan", "Quận ủy"]
    found = one_of(names, "Quận ủy")
    assert (found.standing, found.candidates) == (
        Standing.AMBIGUOUS,
        tuple(sorted((unlisted("Quận ủy Hoa Lan", local=True), unlisted("Quận ủy Hoa Mai", local=True)))),
    )
    assert one_of(names[1:], "Quận ủy").unit == unlisted("Quận ủy Hoa Lan", local=True)


def test_a_short_name_is_never_one_unit_across_articles() -> None:
    found = resolve(
        [naming(["Quận ủy Hoa Mai", "Quận ủy"], path="a"), naming(["Quận ủy"], path="b"), naming(["Sở Y tế"], path="c")], Authority()
    )
    assert [found.names(0)["Quận ủy"].unit, found.names(1)["Quận ủy"].unit, found.names(2)["Sở Y tế"].unit] == [
        unlisted("Quận ủy Hoa Mai", local=True),
        None,
        None,
    ]
    assert found.names(1)["Quận ủy"].standing is Standing.AMBIGUOUS


def test_names_that_merely_fold_alike_are_two_units() -> None:
    found = resolve([naming(["Công ty Lê Lợi", "Công ty Lê Lôi"])], Authority())
    assert {name: one.unit for name, one in found.names(0).items()} == {
        name: unlisted(name) for name in ("Công ty Lê Lợi", "Công ty Lê Lôi")
    }
    assert unlisted("Công ty Lê Lợi") != unlisted("Công ty Lê Lôi")


def test_a_commune_of_unknown_place_is_not_that_of_a_known_one() -> None:
    known = authority_of(TWO_TIMES)
    articles = [naming(["xã Tân An", "UBND tỉnh Phú Thọ"], path="a"), naming(["xã Tân An"], path="b")]
    found = resolve(articles, known)
    assert found.units[found.names(0)["xã Tân An"].unit or ""].place == "p"
    assert (found.names(1)["xã Tân An"].standing, found.names(1)["xã Tân An"].candidates) == (
        Standing.AMBIGUOUS,
        (found.names(0)["xã Tân An"].unit,),
    )
    assert resolve(articles[1:], known).names(0)["xã Tân An"].unit == unlisted("xã Tân An", local=True)


def test_joint_granters_are_no_single_unit() -> None:
    found = one_of(["LĐLĐ tỉnh Hoa Mai, UBND tỉnh Hoa Mai", "UBND tỉnh Hoa Mai"], "LĐLĐ tỉnh Hoa Mai, UBND tỉnh Hoa Mai")
    assert (found.standing, found.unit) == (Standing.AMBIGUOUS, None)


@pytest.mark.parametrize(
    "name", ["chi bộ", "Chi bộ các cấp", "đảng bộ cơ sở", "Ban lãnh đạo", "Đơn vị", "Đảng và Nhà nước", "Nguyễn Văn An"]
)
def test_common_nouns_and_persons_are_no_unit(name: str) -> None:
    assert one_of([name, "Đảng ủy phường Hoa Mai"], name).standing is Standing.NO_UNIT


def test_what_follows_a_short_name_by_mistake_is_no_part_of_it() -> None:
    assert one_of(["Quận ủy Hoa Mai", "Ban Thường vụ Quận uỷ quản lý"], "Ban Thường vụ Quận uỷ quản lý").unit == unlisted(
        "Quận ủy Hoa Mai", local=True
    )


def test_an_acronym_of_a_name_in_the_article() -> None:
    found = one_of(["Chi cục Thuế Quận 4", "Đảng bộ CCTQ4", "Đảng bộ Chi cục Thuế Quận 4"], "Đảng bộ CCTQ4")
    assert found.unit == unlisted("Đảng bộ Chi cục Thuế Quận 4", local=True)


@lru_cache(maxsize=1)
def _all_cases() -> tuple[list[tuple[Article, Facts]], Resolved]:
    articles = [naming([n for n in c["names"] if n not in c["hosts"]], hosts=c["hosts"], date=c["date"], path=c["article"]) for c in CASES]
    return articles, resolve(articles, authority())


@settings(max_examples=8)
@given(st.permutations(range(len(CASES))))
def test_the_order_of_articles_changes_nothing(order: list[int]) -> None:
    articles, again = _all_cases()
    found = resolve([articles[position] for position in order], authority())
    assert found.units == again.units
    assert [found.names(order.index(position)) for position in range(len(CASES))] == [
        again.names(position) for position in range(len(CASES))
    ]


@settings(max_examples=30)
@given(st.lists(st.lists(st.sampled_from([name for case in CASES for name in case["names"]]), max_size=12), max_size=6), st.booleans())
def test_every_unit_named_is_in_the_archive(articles: list[list[str]], listed: bool) -> None:
    found = resolve(
        [naming(names, hosts=names[:1], path=str(n)) for n, names in enumerate(articles)], authority() if listed else Authority()
    )
    for position, names in enumerate(articles):
        assert set(found.names(position)) == set(names)
        for name in found.names(position).values():
            assert (name.unit is not None) == (name.standing in (Standing.LISTED, Standing.UNLISTED))
            assert {*([name.unit] if name.unit else []), *name.candidates} <= found.units.keys()
        assert all(unit == found.units[unit.id] for unit in found.hosts(position))
    for unit in found.units.values():
        assert {one for one in (unit.parent, unit.place) if one} <= found.units.keys()


MORE = (
    TWO_TIMES + "- {id: sao-p, name: Công ty Sao, kind: doanh-nghiep, place: p, source: s}\n"
    "- {id: sao-a, name: Công ty Sao, kind: doanh-nghiep, place: a-moi, source: s}\n"
    "- {id: xua, name: Công ty Xưa, kind: doanh-nghiep, valid_until: '2020', source: s}\n"
    "- {id: sau, name: Công ty Sau, kind: doanh-nghiep, valid_from: '2024', source: s}\n"
    "- {id: bao-p, name: Báo Phú Thọ, kind: bao-dai, place: p, sites: [baophutho.vn], source: s}\n"
)


def test_the_place_tells_one_of_two_companies() -> None:
    found = one_of(["Công ty Sao", "UBND tỉnh Phú Thọ"], "Công ty Sao", authority_of(MORE))
    assert (found.unit, found.basis) == ("sao-p", basis("only-place", place="tỉnh Phú Thọ"))
    assert one_of(["Công ty Sao"], "Công ty Sao", authority_of(MORE)).candidates == ("sao-a", "sao-p")


def test_a_unit_may_be_named_after_its_end_but_not_before_its_beginning() -> None:
    assert one_of(["Công ty Xưa"], "Công ty Xưa", authority_of(MORE)).unit == "xua"
    assert one_of(["Công ty Sau"], "Công ty Sau", authority_of(MORE)).standing is Standing.UNLISTED
    assert one_of(["Công ty Sau"], "Công ty Sau", authority_of(MORE), date="2024-05-01").unit == "sau"


def test_an_undated_name_with_a_district_is_older_than_their_end() -> None:
    found = resolve([naming(["Công an huyện Tri Tôn, tỉnh An Giang"], date=None)], authority_of(MORE))
    assert found.units[found.names(0)["Công an huyện Tri Tôn, tỉnh An Giang"].unit or ""].place == "a-cu"
    dateless = resolve([naming(["Công an tỉnh An Giang"], date=None)], authority_of(MORE))
    assert dateless.units[dateless.names(0)["Công an tỉnh An Giang"].unit or ""].place is None


def test_a_unit_is_called_as_most_articles_write_it_but_not_in_capitals() -> None:
    written = ["CÔNG TY TRĂNG", "CÔNG TY TRĂNG", "Công ty Trăng"]
    found = resolve([naming([name], path=str(n)) for n, name in enumerate(written)], Authority())
    assert [unit.name for unit in found.units.values()] == ["Công ty Trăng"]


def test_the_site_of_an_article_tells_its_province() -> None:
    found = resolve([naming(["Công an tỉnh"], url="https://baophutho.vn/1")], authority_of(MORE))
    one = found.names(0)["Công an tỉnh"]
    assert (found.units[one.unit or ""].place, one.basis) == ("p", basis("site", unit="Báo Phú Thọ"))
    assert one_of(["Công an tỉnh"], "Công an tỉnh", authority_of(MORE)).standing is Standing.AMBIGUOUS
