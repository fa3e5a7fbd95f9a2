"""By what an article is read: the program's rules and words, and the settings of a run. Two readings of one fingerprint are the same."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[2]
#: The packages on which the row of an article depends; all others only show what is in it, or run what makes it.
_RULES = ("model", "text", "lexicon", "reading", "extraction", "resolution", "rendering/words", "corpus/processing", "corpus/store")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: the text of the list of ``units``, and the ``language`` in which reasons are written out."""

    units: str
    language: str

    def to_json(self) -> str:
        """Return it as one line, the same for the same settings."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


@cache
def rules() -> str:
    """Return the hash of the program's rules and words, which every worker of a run must have alike."""
    digest = hashlib.sha256()
    for package in _RULES:
        for path in sorted((_PACKAGE / package).rglob("*")):
            if path.suffix in (".py", ".yml") and path.is_file():
                content = path.read_bytes().replace(b"\r\n", b"\n")
                digest.update(f"{path.relative_to(_PACKAGE).as_posix()}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:32]


def fingerprint(settings: Settings) -> str:
    """Return the hash of the rules and ``settings``."""
    return hashlib.sha256(f"{rules()}\0{settings.to_json()}".encode()).hexdigest()[:16]
