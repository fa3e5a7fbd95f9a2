"""Records many to a file, and the addresses without a page that are kept so."""

from __future__ import annotations

import json

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.settings import SiteSettings
from generator.rendering.linked.redirects import FOLDER, redirect_files
from generator.rendering.parts.files.shards import sharded, shards
from generator.rendering.site import render
from generator.resolution.pointers import pointers, sought_persons
from generator.text.shards import bucket
from tests.rendering.sharded import record
from tests.rendering.test_pages import SEEDS

ONE = SiteSettings(site_url="https://a.test/k/")
FILES = SiteSettings(directory_urls=False)


@settings(max_examples=40, deadline=None)
@given(st.dictionaries(st.text(max_size=8), st.integers(1, 400)), st.integers(100, 2000))
def test_each_key_is_in_the_file_of_its_hash_and_no_file_is_too_large(sizes: dict[str, int], most: int) -> None:
    files = shards(sizes, most)
    assert sorted(key for file in files for key in file) == sorted(sizes)
    assert len(files).bit_count() == 1
    for number, file in enumerate(files):
        assert all(bucket(key, len(files)) == number for key in file)
        assert len(file) < 2 or sum(sizes[key] for key in file) <= most


def test_records_are_found_as_the_browser_finds_them_and_their_order_is_nothing() -> None:
    records = {f"nguoi/{number}": [f"Bà Lụa {number}", {"a": number}] for number in range(300)}
    files = sharded("x", records, 2000)
    assert json.loads(files["x/index.json"]) == {"shards": len(files) - 1}
    assert len(files) > 4
    assert all(record(files, "x", key) == value for key, value in records.items())
    assert record(files, "x", "nguoi/none") is None
    assert files == sharded("x", dict(reversed(records.items())), 2000)
    assert sharded("x", {}, 2000).keys() == {"x/index.json", "x/0.json.gz"}, "a file that is not there is an error"


def test_an_address_without_a_page_is_in_the_table_or_has_a_page_that_leads_on() -> None:
    for given_settings, there in ((ONE, "{}/"), (FILES, "{}.html")):
        files = redirect_files(SEEDS, given_settings)
        known, pages = pointers(SEEDS), render(SEEDS, given_settings)
        assert known
        for pointer in known:
            own = record(files, FOLDER, pointer.old)
            page = f"{pointer.old}/index.html" if given_settings.directory_urls else f"{pointer.old}.html"
            assert (own is None) is (page in files), pointer
            there_now = [new for new in pointer.new if f"{new}.md" in pages]
            if own is not None and not there_now:
                assert own in {f"?{SEEDS.units[new.removeprefix('don-vi/')].name}" for new in pointer.new}
                continue
            if isinstance(own, str) and own.startswith("="):
                own = record(files, FOLDER, own[1:])
                assert isinstance(own, list)
            if pointer.moved and own is not None:
                assert own == there.format(pointer.new[0])
            elif own is not None:
                assert [address for address, _ in own] == [there.format(new) for new in there_now]
                assert all(name for _, name in own)
        bare = {f"don-vi/{unit.id}": unit.name for unit in SEEDS.units.values() if f"don-vi/{unit.id}.md" not in pages}
        assert bare
        for old, name in (sought_persons(SEEDS) | bare).items():
            assert record(files, FOLDER, old) == f"?{name}"
