"""The authority file: its contents, and every schema error with its line and fix."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import AuthorityError
from generator.model.article import Source
from generator.resolution.units.authority import Authority, read_authority
from tests.resolution.naming import SEEDS, authority_of

ONE = "- {id: a, name: Đảng ủy A, source: s}\n"


def errors_of(text: str) -> list[str]:
    with pytest.raises(AuthorityError) as raised:
        authority_of(text)
    return [str(error).split("units.yml:", 1)[1].strip() for error in raised.value.errors]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {id: a, name: A, source: s, nme: B}", "1: unknown key 'nme'"),
        ("- id: a\n  name: A\n  id: b\n  source: s", "3: the key 'id' occurs twice in this entry"),
        ("- {id: a, source: s}", "1: this entry has no name"),
        ("- {name: A, source: s}", "1: this entry has no id"),
        ("- {id: a, name: A}", "1: this entry has no source"),
        (ONE + "- {id: a, name: B, source: s}", "2: the id 'a' occurs twice (change one; the other is in line 1)"),
        (
            ONE + "- id: b\n  name: B\n  variants: [Đảng bộ A]\n  source: s",
            "4: 'a' (line 1) has the name 'Đảng bộ A' at the same time",
        ),
        ("- {id: a, name: A, source: s, parent: x}", "1: parent: no entry has the id 'x'"),
        ("- {id: a, name: A, source: s,\n  place: x}", "2: place: no entry has the id 'x'"),
        ("- {id: a, name: A, source: s, successor: [x]}", "1: successor: no entry has the id 'x'"),
        ("- {id: a, name: A, source: s, parent: a}", "1: parent: this leads back to 'a'"),
        (
            "- {id: a, name: A, source: s, valid_from: 2025-07, valid_until: '2025-06-30'}",
            "1: valid_from 2025-07 is after valid_until 2025-06-30",
        ),
        ("- {id: a, name: Quận A, kind: quan, source: s}", "1: there is no Quận after 2025-06-30, but this one has no valid_until"),
        (
            "- {id: a, name: Huyện ủy A, kind: huyen-uy, source: s,\n valid_until: '2025-07-01'}",
            "2: there is no Huyện ủy after 2025-06-30, but this one ends 2025-07-01",
        ),
        ("- {id: Đảng-A, name: A, source: s}", "1: id: 'Đảng-A' is not an ASCII slug"),
        ("- {id: a_b, name: A, source: s}", "1: id: 'a_b' is not an ASCII slug"),
        ("- {id: a, name: 12, source: s}", "1: name: 12 is a number, a date, yes or no here (put it in quotes)"),
        ("- {id: a, name: [A], source: s}", "1: name: expected text here, not a list"),
        ("- {id: a, name: A, source: }", "1: source: this is empty"),
        ("- {id: a, name: A, source: s, variants: B}", "1: variants: expected a list here"),
        ("- {id: a, name: A, source: s, variants: [yes]}", "1: variants: yes is a number, a date, yes or no here"),
        ("- {id: a, name: A, source: s, kind: lop}", "1: kind: unknown value 'lop'"),
        ("- {id: a, name: A, source: s, valid_from: 30/6/2025}", "1: valid_from: '30/6/2025' is not a date"),
        ("- {id: a, name: A, source: s, valid_from: 2025-02-30}", "1: valid_from: '2025-02-30' is not a date"),
        ("- {id: a, name: '…', source: s}", "1: name: '…' has no word"),
        ("- {id: a, name: A, source: s, place_basis: b}", "1: place_basis without place"),
        ("id: a", "1: not a list of entries"),
        ("- a\n- b", "1: this entry has no keys"),
        ("- {id: a\n- b: [", "2: this is not valid YAML:"),
        ("- id: a\n  name: 'A\n", "3: this is not valid YAML:"),
        (ONE + "---\n" + ONE, "2: this is not valid YAML:"),
    ],
)
def test_a_error_names_its_line(text: str, expected: str) -> None:
    assert errors_of(text)[0].startswith(expected)


@pytest.mark.parametrize("taken", ["index", "chua-ro", "readme", "404"])
def test_an_id_at_whose_address_the_site_has_a_page_of_its_own(taken: str) -> None:
    (told,) = errors_of(f"- name: A\n  source: s\n  id: '{taken}'")
    assert told == f"3: the id '{taken}' is the address of one of the site's own pages (choose another, such as {taken}-1)"
    authority_of(f"- {{id: {taken}-1, name: A, source: s}}")


@pytest.mark.parametrize("device", ["con", "nul", "aux", "prn", "com1", "lpt9", "com0"])
def test_an_id_of_which_windows_can_make_no_file(device: str) -> None:
    (told,) = errors_of(f"- {{id: {device}, name: A, source: s}}")
    assert told.startswith(f"1: the id '{device}' is a device on Windows")
    authority_of(f"- {{id: {device}a, name: A, source: s}}")


@pytest.mark.parametrize(("letters", "fits"), [(160, True), (161, False), (300, False), (100_000, False)])
def test_an_id_too_long_for_the_names_of_its_files(letters: int, fits: bool) -> None:
    text = f"- {{id: {'a' * letters}, name: A, source: s}}"
    if fits:
        authority_of(text)
    else:
        (told,) = errors_of(text)
        assert told.startswith("1: id: the id aaa")
        assert len(told) < 200


def test_all_errors_are_told_at_once_each_with_a_fix() -> None:
    text = "- {id: Á, name: A, source: s}\n- {id: b, nme: B}\n- {id: c, name: C, source: s, kind: x}\n"
    errors = errors_of(text)
    assert [error.split(":")[0] for error in errors] == ["1", "2", "2", "2", "3"]
    assert all(error.endswith(")") for error in errors)


def test_circles_by_way_of_others_are_told_at_each() -> None:
    text = "".join(f"- {{id: {a}, name: {a}{a}, source: s, parent: {b}}}\n" for a, b in ("ab", "bc", "ca", "da"))
    assert [error[:34] for error in errors_of(text)] == [f"{n}: parent: this leads back to '{a}' (b"[:34] for n, a in enumerate("abc", 1)]


def test_one_name_at_two_times_or_in_two_places_is_no_error() -> None:
    times = "- {id: a, name: Tỉnh A, source: s, valid_until: '2025-06-30'}\n- {id: b, name: Tỉnh A, source: s, valid_from: 2025-07}\n"
    places = "- {id: p, name: Tỉnh P, source: s}\n- {id: q, name: Tỉnh Q, source: s}\n" + "".join(
        f"- {{id: xa-{place}, name: Xã Hòa Bình, source: s, place: {place}}}\n" for place in "pq"
    )
    assert set(authority_of(times).units) == {"a", "b"}
    assert set(authority_of(places).units) == {"p", "q", "xa-p", "xa-q"}


def test_no_file_is_an_empty_authority(tmp_path: Path) -> None:
    assert read_authority(tmp_path / "units.yml") == Authority()
    assert authority_of("").units == {}
    assert authority_of("# nothing\n").units == {}


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "units.yml"
    path.write_bytes(b"- {id: a, name: \xff}")
    with pytest.raises(AuthorityError, match="not in UTF-8"):
        read_authority(path)
    path.unlink()
    path.mkdir()
    with pytest.raises(AuthorityError, match="this is a folder"):
        read_authority(path)


def test_what_an_entry_tells() -> None:
    unit = authority_of(
        "- {id: p, name: Tỉnh P, kind: tinh, source: luật}\n"
        "- {id: a, name: Đảng bộ A, variants: [Đảng bộ B], kind: dang-bo, place: p, place_basis: 'theo báo', valid_from: 2020, source: s}\n"
    ).units["a"]
    assert (unit.name, unit.variants, unit.place, unit.valid_from, unit.listed) == ("Đảng bộ A", ("Đảng bộ B",), "p", "2020", True)
    assert [(inference.field, inference.basis) for inference in unit.inferred] == [("place", "theo báo")]


def test_sources_of_a_unit() -> None:
    authority = authority_of("- {id: a, name: A B, source: s, sites: ['seeds/x/*.txt', LongBien.gov.vn]}\n")

    def of(path: str, url: str | None = None) -> list[str]:
        return [unit.id for unit in authority.of_source(Source(path, "0", "text", url))]

    assert (
        of("seeds/x/1.txt") == of("seeds/1.txt", "https://www.LongBien.gov.vn/bai") == of("seeds/1.txt", "http://longbien.gov.vn") == ["a"]
    )
    assert of("seeds/1.txt") == of("seeds/1.txt", "https://xlongbien.gov.vn") == of("seeds/1.txt", "https://a.vn/longbien.gov.vn") == []


def test_the_seeds_authority_has_the_provinces_of_both_times() -> None:
    units = read_authority(SEEDS / "units.yml").units.values()
    provinces = [unit for unit in units if unit.kind in ("tinh", "thanh-pho")]
    before = [unit for unit in provinces if (unit.valid_from or "") < "2025-07" and (unit.valid_until or "9") > "2025-06"]
    after = [unit for unit in provinces if unit.valid_until is None]
    assert (len(before), len(after), len([unit for unit in before if unit in after])) == (63, 34, 11)
    assert all(unit.successors and unit.valid_until for unit in provinces if unit not in after)
    assert {target for unit in before for target in unit.successors} <= {unit.id for unit in after}
