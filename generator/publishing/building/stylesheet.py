"""The site's one style sheet, put together from its parts: a screen waits for one file before it draws."""

from __future__ import annotations

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.colours import rules
from generator.publishing.archive_folder.configuration import configuration
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import STYLESHEET

FOLDER = "assets/stylesheets/parts"  #: below docs/; not published
#: What comes later wins.
PARTS = ("fonts", "site", "navigation", "evidence", "units", "charts", "home", "search", "linked", "reading", "lists", "touch")


def stylesheet(folder: ArchiveFolder) -> dict[str, bytes]:
    """Return the path below docs/ of the style sheet, and its bytes: all :data:`PARTS`, in their order, and the archive's own colours.

    Raises PublishingError for a part that is missing or cannot be read.
    """
    parts: list[bytes] = []
    for name in PARTS:
        path = folder.docs / FOLDER / f"{name}.css"
        try:
            parts.append(path.read_bytes())
        except OSError as error:
            why = message("disk.style_sheet", reason=refusal(error))
            raise PublishingError(why, path=path, fix=message("disk.fix.style_sheet")) from error
    extra = configuration(folder).get("extra") if folder.configuration.is_file() else None
    own = rules(extra.get("colours")) if isinstance(extra, dict) else ""
    return {STYLESHEET: b"\n".join([*parts, *([own.encode()] if own else [])])}
