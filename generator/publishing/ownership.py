"""The list by which the writer knows the files of data it made: one path a line, from the folder that the list lies in.

It begins with a dot, so that MkDocs leaves it out of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

LIST = ".generated"
_HEAD = "# Các tệp do Kỷ Yếu tạo ra: đừng sửa ở đây."


def listing(names: Iterable[str]) -> bytes:
    """The list of ``names``, in one order."""
    return "".join(f"{line}\n" for line in (_HEAD, *sorted(names))).encode()


def listed(content: bytes) -> Iterator[str]:
    """The names in a list."""
    lines = content.decode("utf-8", "replace").splitlines()
    return (line for line in lines if line and not line.startswith("#"))
