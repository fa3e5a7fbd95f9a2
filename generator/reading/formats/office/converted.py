"""Documents of Word before 2007 and rich text (.doc, .rtf): converted by an installed LibreOffice, then read as .docx."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document
from generator.reading.formats.office import word
from generator.reading.formats.packages import damaged
from generator.reading.formats.signatures import OLE

_PROGRAMS = ("soffice", "libreoffice")
_LONGEST = 120  #: seconds
_LEAST = 3 * 512  #: bytes of a compound file: its header, a table of sectors, a directory ([MS-CFB] 2.1)


def document(data: bytes, path: Path) -> Document:
    """Return the document in a .doc or .rtf file. Raises ReadingError where LibreOffice is not installed, or cannot convert it."""
    if not data.startswith(b"{\\rtf") and not (data.startswith(OLE) and len(data) >= _LEAST):
        raise damaged(path)  # LibreOffice would take any bytes for a text
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise ReadingError(
            message("formats.no_libreoffice", suffix=path.suffix.lower()), path=path, fix=message("formats.fix.no_libreoffice")
        )
    with tempfile.TemporaryDirectory(prefix="kyyeu-") as folder:
        source = Path(folder, "source.rtf" if data.startswith(b"{\\rtf") else "source.doc")
        source.write_bytes(data)
        profile = Path(folder, "profile").as_uri()
        # A profile of its own, so that an open LibreOffice is not asked, and no macros run.
        command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore"]
        command += ["--convert-to", "docx", "--outdir", folder, str(source)]
        try:
            subprocess.run(command, check=True, capture_output=True, timeout=_LONGEST, env={**os.environ, "HOME": folder})
            made = source.with_suffix(".docx").read_bytes()
        except (subprocess.SubprocessError, OSError) as error:
            raise damaged(path) from error
    return word.document(made, path)
