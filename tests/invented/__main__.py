"""Write the floors: ``python -m tests.invented``, with ``--lower`` where something became worse."""

from __future__ import annotations

import sys

from tests.invented.corpus import fallen, floors, measured, write

if __name__ == "__main__":
    worse = fallen(measured(), floors())
    if worse and "--lower" not in sys.argv[1:]:
        sys.exit("\n".join([*worse, "worse on purpose? --lower, and the reason in the commit"]))
    write(measured())
