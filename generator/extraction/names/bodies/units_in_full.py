"""Units called by a common noun, resolved to the only full name given before."""

from __future__ import annotations

from generator.extraction.engine import Passage
from generator.extraction.names.bodies.organisations import organisations

_SCHOOLS = ("trường ", "đại học ", "học viện ")


def unit_in_full(passage: Passage, noun: str, start: int) -> str | None:
    """Return the full name before ``start`` that begins with ``noun``; None if there is none, or several that do not extend each other."""
    memory = passage.views.memory
    if unit_in_full not in memory:
        memory[unit_in_full] = [(finding.span.start, str(finding.value)) for finding in organisations(Passage(passage.views))]
    known: list[tuple[int, str]] = memory[unit_in_full]
    heads = _SCHOOLS if noun == "trường" else (f"{noun} ",)
    names = {name for at, name in known if at < start and passage.views.canonical.startswith(heads, at)}
    whole_names = [name for name in sorted(names) if not name.split()[-1].islower()] or sorted(names)  # Trường X | đào tạo
    longest = max(whole_names, key=len, default=None)
    if longest is None or any(not (longest.startswith(name) or name.startswith(longest)) for name in names):
        return None
    return longest
