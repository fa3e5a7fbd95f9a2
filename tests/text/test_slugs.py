"""Addresses: ASCII, short, and different for different names whatever their order."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.slugs import distinct_slugs, slug

ROOT = Path(__file__).resolve().parents[2]
ADDRESS = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
NAMES = st.one_of(st.text(max_size=30), st.text(alphabet="aáàAbđĐd-2 ._/ủy", max_size=8))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Đảng ủy Khối Dân - Chính - Đảng TP.HCM", "dang-uy-khoi-dan-chinh-dang-tp-hcm"),
        ("đ Đ ð Ð", "d-d-d-d"),
        ("Hội nghị “Tổng kết” năm 2022!", "hoi-nghi-tong-ket-nam-2022"),
        ("  --  ", ""),
        ("😀", ""),
        ("../../etc/passwd", "etc-passwd"),
        ("Ủy ban", "uy-ban"),
        (unicodedata.normalize("NFD", "Uỷ ban"), "uy-ban"),
        ("Qui chế", "quy-che"),
    ],
)
def test_slug(name: str, address: str) -> None:
    assert slug(name) == address


def test_a_long_name_is_cut_at_a_hyphen() -> None:
    assert slug("một hai ba bốn", longest=10) == "mot-hai-ba"
    assert slug("một hai ba bốn", longest=9) == "mot-hai"
    assert slug("khongcodaucach", longest=5) == "khong"


@given(NAMES, st.integers(1, 20))
def test_property_a_slug_is_ascii_and_no_longer_than_allowed(name: str, longest: int) -> None:
    address = slug(name, longest=longest)
    assert len(address) <= longest
    assert not address or ADDRESS.fullmatch(address)


@given(st.lists(NAMES, max_size=12), st.randoms(use_true_random=False))
def test_property_addresses_differ_and_do_not_depend_on_the_order(names: list[str], chance: random.Random) -> None:
    addresses = distinct_slugs(names)
    assert addresses.keys() == set(names)
    assert len(set(addresses.values())) == len(addresses)
    assert all(ADDRESS.fullmatch(address) for address in addresses.values())
    chance.shuffle(names)
    assert distinct_slugs([*names, *names]) == addresses


def test_names_that_fold_alike_are_numbered_in_sorted_order() -> None:
    assert distinct_slugs(["Bà Rịa", "Ba Ria", "bá ria", "Ba Ria 2"]) == {
        "Ba Ria": "ba-ria",
        "Bà Rịa": "ba-ria-3",
        "bá ria": "ba-ria-4",
        "Ba Ria 2": "ba-ria-2",
    }
    assert distinct_slugs(["!", "?"], fallback="bai") == {"!": "bai", "?": "bai-2"}


def test_addresses_do_not_depend_on_the_hash_seed() -> None:
    program = "from generator.text.slugs import distinct_slugs as d; print(sorted(d({'Bà', 'bá', 'Ba', 'ba', 'bả', '!', '?'}).items()))"
    told = set()
    for seed in ("0", "1", "77"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, encoding="utf-8", check=True)
        told.add(done.stdout)
    assert len(told) == 1
