"""The key of a name: what its written forms share, and what keeps two organisations apart."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.lexicon.load import lexicon
from generator.resolution.units.names import head_of, heads, name_words, without_actor, words_of
from generator.text.tone import _TO_PRESS
from tests.resolution.naming import HERE

NAMES = sorted({name for case in yaml.safe_load((HERE / "cases" / "names.yml").read_text(encoding="utf-8")) for name in case["names"]})
_TO_SCHOOL = {press: school for school, press in _TO_PRESS.items()}


def name_key(name: str) -> str:
    """Return what the written forms of one name share."""
    return " ".join(name_words(name))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Ban Thường vụ Đảng uỷ Khối DN quận Long Biên", "đảng bộ khối doanh nghiệp quận long biên"),
        ("ĐẢNG ỦY KHỐI DOANH NGHIỆP QUẬN LONG BIÊN", "đảng bộ khối doanh nghiệp quận long biên"),
        ("Tập thể Ban Chấp hành Đảng bộ Khối DN quận Long Biên", "đảng bộ khối doanh nghiệp quận long biên"),
        ("Đảng bộ khối HCSN- DN", "đảng bộ khối hành chính sự nghiệp doanh nghiệp"),
        ("Quận ủy Quận 4", "đảng bộ quận 4"),
        ("Thị ủy Sơn Tây", "đảng bộ thị xã sơn tây"),
        ("Chi ủy Chi bộ 2", "chi bộ 2"),
        ("Chi uỷ trường THPT A", "chi bộ trường trung học phổ thông a"),
        ("Thành ủy TP.HCM", "đảng bộ thành phố hồ chí minh"),
        ("BTV Tỉnh uỷ Nghệ An", "đảng bộ tỉnh nghệ an"),
        ("Đảng ủy Ban Quản lý các KCX và CN TP", "đảng bộ ban quản lý các khu chế xuất công nghiệp thành phố"),
        ("Ban Chấp hành Trung ương", "ban chấp hành trung ương"),
        ("BCH Trung ương Đảng", "trung ương đảng"),
        ("T.Ư Đoàn TNCS Hồ Chí Minh", "trung ương đoàn"),
        ("BCH LĐLĐ TP. Hà Nội", "liên đoàn lao động thành phố hà nội"),
        ("Chủ tịch UBND tỉnh An Giang", "ủy ban nhân dân tỉnh an giang"),
        ("Bộ Lao động, Thương binh và Xã hội", "bộ lao động thương binh xã hội"),
        ("Bộ LĐ-TB&XH", "bộ lao động thương binh xã hội"),
        ("Huyện đoàn Nam Đàn", "đoàn thanh niên huyện nam đàn"),
        ("huyện Đoàn Hùng", "huyện đoàn hùng"),
        ("Hội Cựu chiến binh (CCB) huyện Đăk R’Lấp", "hội cựu chiến binh huyện đắk r'lấp"),
        ("Quận ủy viên", "quận ủy viên"),
        ("Chủ tịch nước", "chủ tịch nước"),
        ("Sở DN", "sở dn"),  # DN is written out only in phrases that identify it
        ("CĐ Y tế", "cđ y tế"),  # Công đoàn or Cao đẳng
        ("BTC", "btc"),
        ("Ban Thường vụ", "ban thường vụ"),
        ("…", ""),
    ],
)
def test_key(written: str, expected: str) -> None:
    assert name_key(written) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Chi bộ Lê Lợi", "Chi bộ Lê Lôi"),
        ("Đảng ủy phường 1", "UBND phường 1"),
        ("Đảng bộ Sở Y tế", "Sở Y tế"),
        ("Công đoàn Sở Y tế", "Đảng bộ Sở Y tế"),
        ("Đoàn Thanh niên Sở Y tế", "Công đoàn Sở Y tế"),
        ("Ban Tổ chức Quận ủy Long Biên", "Quận ủy Long Biên"),
        ("UBKT Quận ủy Long Biên", "Ban Tổ chức Quận ủy Long Biên"),
        ("Văn phòng Quận ủy Long Biên", "Quận ủy Long Biên"),
        ("HĐND tỉnh An Giang", "UBND tỉnh An Giang"),
        ("Thành ủy Hải Dương", "Tỉnh ủy Hải Dương"),
        ("Chi bộ 1", "Chi bộ 11"),
    ],
)
def test_two_organisations(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


def test_a_key_is_its_own_key_and_a_form_without_its_actor_has_it() -> None:
    assert NAMES
    for name in NAMES:
        assert name_key(name_key(name)) == name_key(name)
        assert name_key(without_actor(name)) == name_key(name)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("BTV Quận ủy Long Biên", "Quận ủy Long Biên"),
        ("Ban Thường vụ (BTV) Huyện ủy Thới Lai", "Huyện ủy Thới Lai"),
        ("Chủ tịch UBND TP.HCM", "UBND TP.HCM"),
        ("Tập thể Ban Thường vụ Thành ủy Hà Nội", "Thành ủy Hà Nội"),
        ("Ban Tổ chức Quận ủy", "Ban Tổ chức Quận ủy"),
    ],
)
def test_without_actor(written: str, expected: str) -> None:
    assert without_actor(written) == expected


def _school(text: str) -> str:
    for press, school in _TO_SCHOOL.items():
        text = text.replace(press + " ", school + " ")
    return text


@given(st.sampled_from(NAMES), st.data())
def test_case_tones_normal_form_and_spaces_do_not_count(name: str, data: st.DataObject) -> None:
    forms = [
        name.upper(),
        name.lower(),
        unicodedata.normalize("NFD", name),
        _school(name + " "),
        "  ".join(name.split(" ")),
        f" {name}\u00a0",
    ]
    assert name_key(data.draw(st.sampled_from(forms))) == name_key(name)


@given(st.text(max_size=30))
def test_any_text_has_a_key_that_is_its_own(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)


def test_what_abbreviations_stand_for_is_not_written_out_again() -> None:
    for entry in lexicon("unit-abbreviations").entries:
        if not entry.get("ambiguous"):
            assert name_words(name_key(entry.label)) == name_words(entry.label)


def test_ambiguous_abbreviations_stay_as_they_are() -> None:
    for entry in lexicon("unit-abbreviations").entries:
        if entry.get("ambiguous"):
            assert name_words(entry.label) == words_of(entry.label), entry.id


def test_no_head_opens_two_kinds() -> None:
    owners: dict[tuple[str, ...], set[str]] = {}
    for entry in lexicon("unit-kinds").entries:
        for head in entry.get("heads"):
            owners.setdefault(name_words(head), set()).add(entry.id)
            assert name_words(head) in heads()[0] or head_of(name_words(head)), head
    assert {head: ids for head, ids in owners.items() if len(ids) > 1} == {}
