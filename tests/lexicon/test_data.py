"""The data files: each is used, each entry is known to the contract or to the code, and no word means two things."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.lexicon.load import lexicon

GENERATOR = Path(__file__).resolve().parents[2] / "generator"
DATA = GENERATOR / "lexicon" / "data"
NAMES = sorted(path.stem for path in DATA.glob("*.yml"))
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(GENERATOR.rglob("*.py")))

#: Lexicons whose entries the code asks for one by one.
BY_ID = ["award-cues", "doubt-cues", "name-parts", "rating-cues", "review-cues"]

#: Attributes for whoever reads the file: the last year in which a level was in force.
DESCRIPTIVE: set[str] = set()
#: Types that the contract records and never scores; no rule gives them yet.
GIFTS = {"tang-hoa", "tang-qua", "tien-thuong"}

#: The ids of the contract (shared/facts/facts.md).
AWARD_TYPES = [
    "huan-chuong-sao-vang",
    "huan-chuong-ho-chi-minh",
    "huan-chuong-doc-lap",
    "huan-chuong-quan-cong",
    "huan-chuong-lao-dong",
    "huan-chuong-bao-ve-to-quoc",
    "huan-chuong-chien-cong",
    "huan-chuong-dai-doan-ket",
    "huan-chuong-dung-cam",
    "huan-chuong-huu-nghi",
    "huan-chuong-khang-chien",
    "huy-chuong",
    "anh-hung-lao-dong",
    "anh-hung-luc-luong-vu-trang",
    "me-viet-nam-anh-hung",
    "nha-giao-nhan-dan",
    "nha-giao-uu-tu",
    "thay-thuoc-nhan-dan",
    "thay-thuoc-uu-tu",
    "nghe-si-nhan-dan",
    "nghe-si-uu-tu",
    "nghe-nhan-nhan-dan",
    "nghe-nhan-uu-tu",
    "giai-thuong-ho-chi-minh",
    "giai-thuong-nha-nuoc",
    "ky-niem-chuong",
    "bang-khen",
    "giay-khen",
    "co-thi-dua",
    "chien-si-thi-dua-toan-quoc",
    "chien-si-thi-dua-cap-bo-tinh",
    "chien-si-thi-dua-co-so",
    "chien-si-thi-dua",
    "lao-dong-tien-tien",
    "tap-the-lao-dong-xuat-sac",
    "tap-the-lao-dong-tien-tien",
    "don-vi-quyet-thang",
    "don-vi-tien-tien",
    "chien-si-tien-tien",
    "huy-hieu-dang",
    "trong-sach-vung-manh",
    "giai-thuong",
    "danh-hieu",
    "bieu-duong",
    "khen-thuong",
    "bang-cong-nhan",
    "tang-hoa",
    "tang-qua",
    "tien-thuong",
]
RECIPIENTS = [
    "to-chuc-dang",
    "dang-bo",
    "dang-bo-co-so",
    "chi-bo",
    "chi-bo-co-so",
    "to-chuc-co-so-dang",
    "chi-dang-bo",
    "cap-uy",
    "dang-vien",
    "tap-the",
    "don-vi",
    "tap-the-lanh-dao",
    "ca-nhan",
    "ca-nhan-lanh-dao",
    "can-bo",
    "cong-chuc-vien-chuc",
    "nguoi-lao-dong",
    "doan-vien",
    "hoi-vien",
    "giao-vien",
    "hoc-sinh",
    "ho-gia-dinh",
    "doanh-nghiep",
    "cong-doan-co-so",
    "doan-co-so",
    "hoi-co-so",
    "tap-the-va-ca-nhan",
    "khac",
]
LEVELS = ["hoan-thanh-xuat-sac", "hoan-thanh-tot", "hoan-thanh", "khong-hoan-thanh", "trong-sach-vung-manh", "yeu-kem", "du-tu-cach"]
DOCUMENT_KINDS = [
    "nghi-quyet",
    "chi-thi",
    "quyet-dinh",
    "quy-dinh",
    "ket-luan",
    "huong-dan",
    "ke-hoach",
    "de-an",
    "cong-van",
    "bao-cao",
    "thong-bao",
    "thong-tu",
    "nghi-dinh",
    "luat",
    "chuong-trinh",
    "to-trinh",
]


def in_code(word: str) -> bool:
    return f'"{word}"' in CODE or f"'{word}'" in CODE


@pytest.mark.parametrize("name", NAMES)
def test_is_read_by_some_module(name: str) -> None:
    lexicon(name)
    assert in_code(name), f"{name}.yml is read by nobody: remove it"


@pytest.mark.parametrize("name", sorted(set(re.findall(r'lexicon\("([^"]+)"\)', CODE))))
def test_what_the_code_reads_is_there(name: str) -> None:
    assert name in NAMES


@pytest.mark.parametrize("name", NAMES)
def test_no_two_entries_share_a_variant_and_each_has_a_source(name: str) -> None:
    variants = [variant for entry in lexicon(name).entries for variant in entry.variants]
    assert len(variants) == len(set(variants))
    assert all(entry.source.strip() for entry in lexicon(name).entries)


@pytest.mark.parametrize("name", NAMES)
def test_every_attribute_is_read_by_some_module(name: str) -> None:
    attributes = {key for entry in lexicon(name).entries for key in entry.attributes}
    assert not [key for key in sorted(attributes - DESCRIPTIVE) if not in_code(key)]


@pytest.mark.parametrize("name", BY_ID)
def test_every_entry_asked_for_by_id_is_used(name: str) -> None:
    assert not [one for one in lexicon(name).by_id if not in_code(one)]


@pytest.mark.parametrize(("name", "id"), sorted(set(re.findall(r'lexicon\("([^"]+)"\)\.by_id\["([^"]+)"\]', CODE))))
def test_every_id_that_the_code_asks_for_is_there(name: str, id: str) -> None:
    assert id in lexicon(name).by_id


@pytest.mark.parametrize("id", sorted(set(re.findall(r'_cue\("([^"]+)"\)', CODE))))
def test_every_cue_that_the_code_asks_for_is_there(id: str) -> None:
    assert id in lexicon("award-cues").by_id


@pytest.mark.parametrize("id", sorted(set(re.findall(r'parts(?:\(\))?\["([a-z]+-[a-z-]+)"\]', CODE))))
def test_every_part_of_a_name_that_the_code_asks_for_is_there(id: str) -> None:
    assert id in lexicon("name-parts").by_id


@pytest.mark.parametrize(("name", "ids"), [("award-types", AWARD_TYPES), ("recipients", RECIPIENTS), ("rating-levels", LEVELS)])
def test_ids_are_the_contract_s(name: str, ids: list[str]) -> None:
    assert lexicon(name).by_id.keys() == set(ids) - GIFTS


def test_document_kinds_hold_the_contract_s() -> None:
    assert set(DOCUMENT_KINDS) <= lexicon("document-kinds").by_id.keys()


def test_an_award_type_s_own_recipient_is_a_kind_of_the_contract() -> None:
    told = {entry.get("recipient") for entry in lexicon("award-types").entries} - {None}
    assert told <= set(RECIPIENTS)
