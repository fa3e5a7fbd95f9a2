"""Finds the language of messages before the command line is parsed, for what is wrong with it is said in that language too."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.messages import LANGUAGES
from generator.publishing.archive_folder.speaking import language_of_environment, language_of_new, spoken_language

#: The options that have a value, of all commands: what follows them is no option and no argument.
_WITH_VALUE = ("-C", "-a", "--address", "--kind", "--name", "--url", "--language", "--to", "--out", "--scheduler", "--workers")


def language_of(arguments: Sequence[str]) -> str:
    """Return the language in which the command in ``arguments`` speaks.

    That is the language of the archive in the folder that ``-C`` names, or the current one, as
    :func:`~generator.publishing.archive_folder.speaking.spoken_language` states it; ``kyyeu new`` speaks that of the
    archive it makes or updates.
    """
    folder, asked, update = Path(), "", False
    words: list[str] = []
    rest = iter(arguments)
    for word in rest:
        if word == "--":
            words += rest
        elif word.startswith("-C") and len(word) > len("-C"):
            folder /= word[len("-C") :]
        elif word.startswith("--language="):
            asked = word.partition("=")[2]
        elif word in _WITH_VALUE:
            value = next(rest, "")
            folder = folder / value if word == "-C" else folder
            asked = value if word == "--language" else asked
        elif word == "--update":
            update = True
        elif not word.startswith("-"):
            words.append(word)
    if words[:1] == ["new"] and not update:
        return language_of_new("" if language_of_environment() or asked not in LANGUAGES else asked)
    if words[:1] == ["new"] and len(words) > 1:
        folder /= words[1]
    return spoken_language(folder)
