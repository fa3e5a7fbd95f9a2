"""Names of organisations as one would say them."""

from __future__ import annotations

import pytest

from generator.resolution.units.spoken_names import spoken


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Hội Cựu chiến binh (CCB) xã Hoa Mai", "Hội Cựu chiến binh xã Hoa Mai"),
        ("Tổng cục Hoa Mai (XDLL)", "Tổng cục Hoa Mai"),
        ("Đảng bộ CHI CỤC THUẾ QUẬN 4", "Đảng bộ Chi Cục Thuế Quận 4"),
        ("Sở Y tế (cũ)", "Sở Y tế (cũ)"),
        ("UBND TP HCM", "UBND TP HCM"),
        ("Công ty UBND TPHCM", "Công ty UBND TPHCM"),
        ("ĐẢNG ỦY XÃ HOA MAI", "ĐẢNG ỦY XÃ HOA MAI"),
        ("(CCB)", "(CCB)"),
    ],
)
def test_spoken(written: str, expected: str) -> None:
    assert spoken(written) == expected
