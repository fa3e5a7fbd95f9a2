"""Letters in pictures of pages (OCR), by an installed Tesseract: only where a person asks for it, since it guesses."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from generator.errors import ReadingError
from generator.messages import message
from generator.model.document import Document, Part, PartKind
from generator.reading.formats.packages import damaged, without_text
from generator.reading.formats.pdf import opened
from generator.reading.formats.plain import paragraphs

_SCALE = 300 / 72  #: 300 points an inch
_LARGEST = 40_000_000  #: dots of a page
_LONGEST = 180  #: seconds a page


def recognised(data: bytes, path: Path) -> Document:
    """Return what Tesseract reads on the pages of a PDF, with a note that says so.

    Raises ReadingError where Tesseract or its Vietnamese is not installed, and where no page has a word.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise ReadingError(message("formats.no_tesseract"), path=path, fix=message("formats.fix.no_tesseract"))
    texts: list[str] = []
    with opened(data, path) as pdf:
        for number in range(len(pdf)):
            page = pdf[number]
            width, height = page.get_size()
            scale = min(_SCALE, (_LARGEST / max(1.0, width * height)) ** 0.5)
            bitmap = page.render(scale=scale, grayscale=True)
            rows = b"".join(bytes(bitmap.buffer[at * bitmap.stride : at * bitmap.stride + bitmap.width]) for at in range(bitmap.height))
            picture = b"P5\n%d %d\n255\n" % (bitmap.width, bitmap.height) + rows
            page.close()
            try:
                command = [program, "stdin", "stdout", "-l", "vie"]
                done = subprocess.run(command, input=picture, capture_output=True, timeout=_LONGEST, check=True)
            except subprocess.CalledProcessError as error:
                if b"vie" in error.stderr:
                    raise ReadingError(message("formats.no_tesseract"), path=path, fix=message("formats.fix.no_tesseract")) from error
                raise damaged(path) from error
            except (subprocess.SubprocessError, OSError) as error:
                raise damaged(path) from error
            texts.append(done.stdout.decode("utf-8", "replace"))
    parts = tuple(Part(PartKind.PARAGRAPH, " ".join(paragraph.split())) for text in texts for paragraph in paragraphs(text))
    if not parts:
        raise without_text(path)
    return Document(parts, notes=(message("formats.recognised"),))
