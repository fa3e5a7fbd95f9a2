"""The file of a record by its key: the published values of FNV-1a, which the browser's script counts too."""

from __future__ import annotations

import pytest

from generator.text.shards import bucket


@pytest.mark.parametrize(("key", "digest"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_the_published_values(key: str, digest: int) -> None:
    assert bucket(key, 2**32) == digest


def test_a_key_is_its_bytes_in_utf_8() -> None:
    assert {bucket(key, 7) for key in ("hạng nhì", "hang nhi")} == {bucket("hạng nhì", 2**32) % 7, bucket("hang nhi", 2**32) % 7}
    assert bucket("hạng nhì", 2**32) != bucket("hang nhi", 2**32)
