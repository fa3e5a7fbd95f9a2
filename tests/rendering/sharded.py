"""Reads records that are kept many to a file, as the browser does."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from typing import Any

from generator.text.shards import bucket


def record(files: Mapping[str, bytes], folder: str, key: str) -> Any:
    """Return what the one file that may hold ``key`` says of it; None if nothing."""
    count = json.loads(files[f"{folder}/index.json"])["shards"]
    return json.loads(gzip.decompress(files[f"{folder}/{bucket(key, count)}.json.gz"])).get(key)
