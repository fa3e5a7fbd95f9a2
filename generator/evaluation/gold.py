"""The gold standard on disk: a file ``NAME.yml`` for each article, with the facts that a person read in it.

Its shape is that of ``architecture/facts.md``, with short forms: ``hosts`` are names, a person has a single ``role``. An
article belongs to a gold file if their names are the same up to the first dot.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.errors import EvaluationError
from generator.messages import Listed, message
from generator.messages.system import refusal
from generator.yaml_documents import YamlError, compose, document_bytes, line_of, value

_LISTS = {"hosts": str, "years": int, "awards": dict, "ratings": dict, "people": dict, "documents": dict, "figures": dict}
_NEEDED = {"awards": {"type"}, "ratings": {"subject", "level", "kind"}, "people": {"name"}, "documents": {"kind"}}


def name_of(path: Path | str) -> str:
    """Return the name by which gold and article are matched: up to the first dot, without folders."""
    return Path(path).name.partition(".")[0]


def read_gold(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the gold standard in ``folder`` by article, in the order of the names.

    Raises EvaluationError, naming file and fix, for a folder without gold, or a file of another shape.
    """
    if not folder.is_dir():
        raise EvaluationError(message("gold.no_folder"), path=folder, fix=message("gold.fix.name_gold_folder"))
    gold = {name_of(path): _gold(path) for path in sorted(folder.glob("*.yml")) if path.is_file()}
    if not gold:
        raise EvaluationError(message("gold.empty_folder"), path=folder, fix=message("gold.fix.one_file_each"))
    return gold


def _gold(path: Path) -> dict[str, Any]:
    try:
        root = compose(document_bytes(path))
        data = value(root)
    except YamlError as error:
        raise EvaluationError.of_yaml(error, path) from error
    except OSError as error:
        raise EvaluationError(message("gold.unreadable", reason=refusal(error)), path=path, fix=message("gold.fix.readable")) from error
    if not isinstance(data, dict) or not isinstance(root, yaml.MappingNode):
        raise EvaluationError(message("gold.not_facts"), path=path, fix=message("gold.fix.facts"))
    nodes = {key.value: node for key, node in root.value}
    if not isinstance(data.get("event") or {}, Mapping):
        raise EvaluationError(message("gold.event"), path=path, line=_line(nodes.get("event")), fix=message("gold.fix.event"))
    for key, kind in _LISTS.items():
        rows = data.get(key) or []
        if not isinstance(rows, list) or not all(isinstance(row, kind) for row in rows):
            what = message("gold.not_a_list", key=key, kind=kind.__name__)
            raise EvaluationError(what, path=path, line=_line(nodes.get(key)), fix=message("gold.fix.others"))
        for number, row in enumerate(rows, 1):
            if lacking := sorted(_NEEDED.get(key, set()) - set(row if isinstance(row, dict) else ())):
                what = message("gold.lacking", key=key, number=number, fields=Listed(tuple(lacking)))
                raise EvaluationError(what, path=path, line=_line(nodes.get(key), number - 1), fix=message("gold.fix.add"))
    return data


def _line(node: yaml.Node | None, item: int | None = None) -> int | None:
    """Return the line of ``node``, or of an item of its list; None where the key is merged in from elsewhere."""
    if item is not None and isinstance(node, yaml.SequenceNode):
        return line_of(node.value[item])
    return None if node is None else line_of(node)


def articles_for(names: Sequence[str], folder: Path, suffixes: Sequence[str]) -> dict[str, Path]:
    """Return the file in ``folder``, or in a folder below it, for each of ``names`` that has one; only files with a suffix of ``suffixes``.

    Raises EvaluationError for a folder that does not exist, and for two files with the same name.
    """
    if not folder.is_dir():
        raise EvaluationError(message("gold.no_folder"), path=folder, fix=message("gold.fix.name_articles_folder"))
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
                raise EvaluationError(message("gold.same_name", other=found[name]), path=path, fix=message("gold.fix.one_of_them"))
            found[name] = path
    return found
