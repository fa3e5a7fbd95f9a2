"""Containment: any failure on one file, in its data or in the program, becomes an error of that file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from traceback import walk_tb
from typing import TypeVar

from generator.errors import DefectError, KyYeuError, ReadingError
from generator.messages import message
from generator.reading import limits
from generator.reading.bounds import OutOfTime, bounded

_Made = TypeVar("_Made")
_PACKAGE = Path(__file__).resolve().parent


def contained(path: Path, work: Callable[[], _Made]) -> _Made | KyYeuError:
    """Do ``work``, which is about the file ``path``, within the limits of an article of its size.

    Returns its result or the error of this file: only interruptions are raised.
    """
    size = _size(path)
    try:
        with bounded(size):
            return work()
    except KyYeuError as error:
        if error.path is None:
            error.path = path
        return error
    except OutOfTime:
        reason = message("left_out.out_of_time", seconds=round(limits.seconds(size)))
    except MemoryError:
        reason = message("left_out.out_of_memory")
    except Exception as error:  # noqa: BLE001 - a defect of ours, whatever it is, costs this article only
        return defect(error, path)
    return ReadingError(reason, path=path, fix=message("left_out.fix.defect"))


def defect(error: Exception, path: Path) -> DefectError:
    """Return the error of the file ``path`` for an exception due to a defect of the program, with the line that raised it."""
    found = DefectError(message("left_out.defect", error=named(error)), path=path, fix=message("left_out.fix.defect"))
    found.__cause__ = error
    return found


def named(error: Exception) -> str:
    """Return the class of ``error`` and its place in the program, such as ``IndexError, reading/text.py:69``: without its text, which may
    contain anything, and without a place if the call depth determines it."""
    name = type(error).__name__
    if isinstance(error, RecursionError | MemoryError):
        return name
    places = [(Path(frame.f_code.co_filename), line) for frame, line in walk_tb(error.__traceback__)]
    ours = [(path.relative_to(_PACKAGE).as_posix(), line) for path, line in places if path.is_relative_to(_PACKAGE)]
    return f"{name}, {ours[-1][0]}:{ours[-1][1]}" if ours else name


def _size(path: Path) -> int:
    try:
        return min(path.stat().st_size, limits.LARGEST)
    except (OSError, ValueError):
        return 0
