"""The gold standard on disk: one ``NAME.yml`` an article, with the facts that a person read in it.

Its shape is ``shared/facts/facts.md``'s, with short forms: ``hosts`` are names, a person has one ``role``. An article
belongs to a gold file when their names are the same up to the first dot.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.errors import EvaluationError
from generator.yaml_documents import YamlError, document_bytes, load

_LISTS = {"hosts": str, "years": int, "awards": dict, "ratings": dict, "people": dict, "documents": dict, "figures": dict}
_NEEDED = {"awards": {"type"}, "ratings": {"subject", "level", "kind"}, "people": {"name"}, "documents": {"kind"}}


def name_of(path: Path | str) -> str:
    """The name by which gold and article find each other: up to the first dot, without folders."""
    return Path(path).name.partition(".")[0]


def read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """The gold standard in ``folder`` by article, in the order of the names.

    Raises EvaluationError, naming file and fix, for a folder without gold, or a file of another shape.
    """
    if not folder.is_dir():
        raise EvaluationError("no folder of this name", path=folder, fix="name the folder that holds the gold standard")
    gold = {name_of(path): _gold(path) for path in sorted(folder.glob("*.yml")) if path.is_file()}
    if not gold:
        raise EvaluationError("no gold standard in this folder", path=folder, fix="it holds one NAME.yml for each article")
    return gold


def _gold(path: Path) -> dict[str, Any]:
    try:
        data = load(document_bytes(path))
    except YamlError as error:
        raise EvaluationError.of_yaml(error, path) from error
    except OSError as error:
        raise EvaluationError(f"cannot be read: {error.strerror}", path=path, fix="make it a file that you may read") from error
    if not isinstance(data, dict):
        raise EvaluationError("not the facts of an article", path=path, fix="write `title: …`, `awards: [...]` and the like")
    if not isinstance(data.get("event") or {}, Mapping):
        raise EvaluationError("event is no mapping", path=path, fix="write `event: {date: …}`")
    for key, kind in _LISTS.items():
        rows = data.get(key) or []
        if not isinstance(rows, list) or not all(isinstance(row, kind) for row in rows):
            raise EvaluationError(f"{key} is no list of {kind.__name__}", path=path, fix="see the other gold files")
        for number, row in enumerate(rows, 1):
            if lacking := sorted(_NEEDED.get(key, set()) - set(row if isinstance(row, dict) else ())):
                raise EvaluationError(f"{key}, entry {number}: no {', '.join(lacking)}", path=path, fix="add what is lacking")
    return data


def articles_for(names: Sequence[str], folder: Path, suffixes: Sequence[str]) -> dict[str, Path]:
    """The file in ``folder``, or in a folder below it, for each of ``names`` that has one; only files with a suffix of ``suffixes``.

    Raises EvaluationError for a folder that is none, and for two files with one name.
    """
    if not folder.is_dir():
        raise EvaluationError("no folder of this name", path=folder, fix="name the folder that holds the articles")
    wanted = set(names)
    found: dict[str, Path] = {}
    for here, below, files in os.walk(folder):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for file in sorted(files):
            path = Path(here) / file
            name = name_of(path)
            if name not in wanted or path.suffix.lower() not in suffixes:
                continue
            if name in found:
                raise EvaluationError(f"{found[name]} has the same name", path=path, fix="name a folder with one of them")
            found[name] = path
    return found
