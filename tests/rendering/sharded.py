"""Reads records that are kept many to a file, as the browser does."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.text.shards import bucket


def on_disk(site: Path, folder: str) -> dict[str, bytes]:
    """Return the files of ``folder`` of a built site, as :func:`record` takes them."""
    return {f"{folder}/{path.name}": path.read_bytes() for path in (site / folder).iterdir()}


def record(files: Mapping[str, bytes], folder: str, key: str) -> Any:
    """Return what the one file that may hold ``key`` says of it; None if nothing."""
    count = json.loads(files[f"{folder}/index.json"])["shards"]
    return json.loads(gzip.decompress(files[f"{folder}/{bucket(key, count)}.json.gz"])).get(key)
