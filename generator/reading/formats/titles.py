"""The title of a document, where its layout says which part it is."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.document import Part, PartKind

_NEAR = 4  #: parts at the beginning among which a title is


def title_in(parts: Sequence[Part], styled: str | None = None) -> str | None:
    """Return ``styled``, the paragraph that is a title by its style, or the only highest heading near the beginning; else None."""
    if styled is not None:
        return styled
    headings = [part for part in parts if part.kind is PartKind.HEADING]
    highest = [part for part in headings if part.level == 1]
    if len(highest) == 1 and highest[0] in parts[:_NEAR] and highest[0] is headings[0]:
        return highest[0].text
    return None
