"""Text on its way to a terminal."""

from __future__ import annotations


def printable(line: str) -> str:
    """``line`` with what a terminal would obey, such as an escape sequence in an article, shown instead."""
    return line if line.isprintable() else "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in line)
