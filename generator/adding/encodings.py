"""The question that a text of uncertain encoding asks: nothing is guessed, a person chooses what reads right."""

from __future__ import annotations

from generator.errors import ReadingError
from generator.messages import Listed, message
from generator.reading.damage.choices import Choice, choices_of


class UnsureEncodingError(ReadingError):
    """A text whose encoding is uncertain; ``choices`` are the encodings in which it reads as Vietnamese."""

    choices: tuple[Choice, ...] = ()


def question(data: bytes, error: ReadingError) -> ReadingError:
    """Return ``error``, met in reading the text file ``data``, as the question which of its encodings is right; itself without any."""
    choices = choices_of(data)
    if not choices:
        return error
    samples = Listed(tuple(message("adding.encoding_choice", encoding=each.encoding, sample=each.sample) for each in choices), "; ")
    asked = UnsureEncodingError(
        message("adding.which_encoding"), path=error.path, fix=message("adding.fix.which_encoding", choices=samples)
    )
    asked.choices = choices
    return asked
