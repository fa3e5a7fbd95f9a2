"""An archive's own colours, ``extra: colours:`` in its ``mkdocs.yml``: that words in them, and white words on them, can be read."""

from __future__ import annotations

import re
from typing import Any

from generator.messages import Listed, Message, message

KEYS = ("primary", "accent")
_WHITE, _GROUND = "#fff8ec", "#fdfbf7"  #: words in the header, and the pages' ground: site.css
_LEAST = 4.5  #: WCAG 2.2, 1.4.3
_PRIMARY = """\
:root [data-md-color-primary="custom"] {
  --md-primary-fg-color: COLOUR;
  --md-primary-fg-color--light: color-mix(in srgb, COLOUR 85%, #fff);
  --md-primary-fg-color--dark: color-mix(in srgb, COLOUR 80%, #000);
  --md-footer-bg-color: color-mix(in srgb, COLOUR 25%, #000);
  --md-footer-bg-color--dark: color-mix(in srgb, COLOUR 25%, #000);
}
:root [data-md-color-scheme="default"] { --md-typeset-a-color: COLOUR; }
:root [data-md-color-scheme="slate"] { --md-typeset-a-color: color-mix(in srgb, COLOUR 35%, #fff); }
"""
_ACCENT = """\
:root [data-md-color-accent="custom"] {
  --md-accent-fg-color: COLOUR;
  --md-accent-fg-color--transparent: COLOUR1a;
}
:root [data-md-color-scheme="slate"][data-md-color-accent="custom"] {
  --md-accent-fg-color: color-mix(in srgb, COLOUR 45%, #fff);
  --md-accent-fg-color--transparent: COLOUR33;
}
"""


def error(colours: Any) -> Message | None:
    """Return the error in ``colours``, or None if they are valid or absent."""
    if colours is None:
        return None
    if not isinstance(colours, dict) or not set(colours) <= set(KEYS):
        return message("configuration.colours", keys=Listed(KEYS))
    for key, colour in colours.items():
        if not isinstance(colour, str) or re.fullmatch("#[0-9a-fA-F]{6}", colour) is None:
            return message("configuration.colour", key=key, colour=colour)
        least = min(contrast(colour, _WHITE), contrast(colour, _GROUND))
        if least < _LEAST:
            return message("configuration.pale", key=key, colour=colour, contrast=f"{least:.1f}", least=_LEAST)
    return None


def rules(colours: Any) -> str:
    """Return the rules of a style sheet that set ``colours``, which are valid; on a dark ground they are mixed with white."""
    colours = colours or {}
    primary, accent = colours.get("primary"), colours.get("accent")
    return (_PRIMARY.replace("COLOUR", primary) if primary else "") + (_ACCENT.replace("COLOUR", accent) if accent else "")


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (``#rrggbb``), 1 to 21, as WCAG 2.2 reckons it."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
