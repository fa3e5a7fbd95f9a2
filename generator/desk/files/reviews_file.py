"""Decisions about items for review as entries of ``seeds/reviews.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.desk.files.yaml_lists import YamlList
from generator.resolution.review.memory import reviews_in


def with_decision(data: bytes | None, entry: Mapping[str, Any], path: Path) -> bytes:
    """Return the file with ``entry`` at its end. Raises CorrectionError for one that cannot be read again."""
    made = YamlList.of(data).appended(entry).data or b""
    reviews_in(made, path, again=True)
    return made
