"""Units called by a common noun, resolved to the only full name given before."""

from __future__ import annotations

from generator.extraction.engine import Passage
from generator.extraction.names.organisations import organisations

_SCHOOLS = ("trường ", "đại học ", "học viện ")


def unit_in_full(passage: Passage, noun: str, start: int) -> str | None:
    """Return the full name before ``start`` that begins with ``noun``; None if there is none, or several that do not extend each other."""
    memory = passage.views.memory
    if unit_in_full not in memory:
        memory[unit_in_full] = [(one.span.start, str(one.value)) for one in organisations(Passage(passage.views))]
    told: list[tuple[int, str]] = memory[unit_in_full]
    heads = _SCHOOLS if noun == "trường" else (f"{noun} ",)
    names = {name for at, name in told if at < start and passage.views.canonical.startswith(heads, at)}
    whole_names = [one for one in sorted(names) if not one.split()[-1].islower()] or sorted(names)  # Trường X | đào tạo
    longest = max(whole_names, key=len, default=None)
    if longest is None or any(not (longest.startswith(one) or one.startswith(longest)) for one in names):
        return None
    return longest
