"""Errors as GitHub shows them beside the file: workflow commands, which its runner reads from what a step prints.

Source: GitHub Docs, "Workflow commands for GitHub Actions"; what must be escaped: ``actions/toolkit``, packages/core/src/command.ts.
"""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import KyYeuError

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def annotating() -> bool:
    """Return whether a GitHub workflow runs the program."""
    return os.environ.get("GITHUB_ACTIONS") == "true"


def annotation(error: KyYeuError, level: str = "error") -> str:
    """Word ``error`` as a workflow command of ``level`` (error, warning): its file as seen from the repository, its line, its fix."""
    properties = []
    if error.path is not None:
        properties.append(f"file={_escaped(_place(Path(error.path)), _PROPERTY)}")
        properties += [f"line={error.line}"] if error.line is not None else []
    words = f"{error.message} ({error.fix})" if error.fix else str(error.message)
    return f"::{level}{' ' if properties else ''}{','.join(properties)}::{_escaped(' '.join(words.split()), _DATA)}"


def harmless(line: str) -> str:
    """``line`` so that the runner sees no command in it: a file's name may be one."""
    return line.replace("##[", "## [")


def _place(path: Path) -> str:
    """``path`` from the repository's root, or as it is where it lies outside."""
    root = Path(os.environ.get("GITHUB_WORKSPACE") or ".").absolute()
    absolute = Path(os.path.normpath(path.absolute()))
    return (absolute.relative_to(root) if absolute.is_relative_to(root) else absolute).as_posix()


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
