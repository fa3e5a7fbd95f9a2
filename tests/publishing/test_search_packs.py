"""What results show of pages lies in few files, each of neighbours."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from generator.publishing.search.index import A_PACK, index_site


def read(path: Path) -> Any:
    return json.loads(gzip.decompress(path.read_bytes()))


def test_each_page_is_in_its_place_and_no_pack_is_large(tmp_path: Path) -> None:
    sizes = [10, 20, A_PACK, 30, *([300] * 30), 2 * A_PACK, 5]
    for number, size in enumerate(sizes):
        page = tmp_path / "bai" / f"{number:03}" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(
            f'<article><h1>Bài {number}</h1><p>{"x" * size}</p><div data-search=\'{{"loai": "bai"}}\'></div></article>', encoding="utf-8"
        )
    index_site(tmp_path)
    manifest = json.loads((tmp_path / "search" / "manifest.json").read_text())
    folder = tmp_path / "search" / manifest["folder"]
    counts = read(folder / "facets.bin")["packs"]
    packs = [read(folder / "d" / f"{number}.bin") for number in range(manifest["packs"])]
    assert len(list((folder / "d").iterdir())) == len(packs) < len(sizes) / 2
    assert [len(pack) for pack in packs] == counts
    assert [one["title"] for pack in packs for one in pack] == [f"Bài {number}" for number in range(len(sizes))]
    assert all(len(pack) == 1 or sum(len("".join(one["text"])) for one in pack) <= A_PACK for pack in packs)
