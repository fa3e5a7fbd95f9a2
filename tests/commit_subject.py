"""Checks a commit's subject, as the hook of `.pre-commit-config.yaml` does: ``python -m tests.commit_subject FILE``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

LONGEST = 72  # characters; git and its hosts cut longer ones in their lists
_SUBJECT = re.compile(r"[a-z][\w./-]*(?:, [a-z][\w./-]*)*: (?:[^\W\d_A-Z].*[^.\s]|\d+(?:\.\d+){2})")
_BY_GIT = re.compile(r"Merge |Revert |fixup! |squash! ")


def error(subject: str) -> str | None:
    """Return what is wrong with ``subject``, or None."""
    if _BY_GIT.match(subject):
        return None
    if len(subject) > LONGEST:
        return f"{len(subject)} characters, at most {LONGEST}"
    if not _SUBJECT.fullmatch(subject):
        return "write `area: imperative`, such as `search: find a name without its tones`"
    return None


def main(path: Path) -> int:
    """Check the first line of the message in ``path``; return the exit code."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = error(lines[0] if lines else "")
    if found:
        print(f"subject of the commit: {found}", file=sys.stderr)  # noqa: T201
    return int(found is not None)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
