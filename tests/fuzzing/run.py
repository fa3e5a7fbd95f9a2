"""One target in one process, its modules instrumented: ``python -m tests.fuzzing.run TARGET [libFuzzer's flags and folders]``."""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["generator"]):
    from tests.fuzzing.targets import MOST_BYTES, TARGETS

if __name__ == "__main__":
    target = TARGETS[sys.argv[1]]

    def once(data: bytes) -> None:
        target(data[:MOST_BYTES])

    atheris.Setup([sys.argv[0], *sys.argv[2:]], once)
    atheris.Fuzz()
