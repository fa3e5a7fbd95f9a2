"""Facts that persons confirmed, written as a gold standard."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from generator.errors import PublishingError
from generator.evaluation.checked import gold_file
from generator.messages import message
from generator.publishing.safe_changes.atomic import replace_all


def write_gold(folder: Path, gold: Mapping[str, Mapping[str, Any]]) -> None:
    """Write a file ``NAME.yml`` into ``folder``, which is made as needed, for each article of ``gold``.

    Raises PublishingError, and writes nothing, where a file of that name holds something else.
    """
    files = {folder / f"{name}.yml": gold_file(facts) for name, facts in gold.items()}
    for path, data in files.items():
        if path.exists() and (not path.is_file() or path.read_bytes() != data):
            raise PublishingError(message("gold.there"), path=path, fix=message("gold.fix.there"))
    folder.mkdir(parents=True, exist_ok=True)
    replace_all(files, folder)
