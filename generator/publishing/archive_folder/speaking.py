"""Which language the program speaks to the person who runs it."""

from __future__ import annotations

import os
from pathlib import Path

from generator.errors import KyYeuError
from generator.messages import LANGUAGES
from generator.model.settings import NO_SETTINGS
from generator.publishing.archive_folder.settings_file import read_settings

VARIABLE = "KYYEU_LANGUAGE"  #: of the environment; names one of the languages and overrides all else
#: In the order in which POSIX lets them decide. Source: POSIX.1-2017, 8.2 "Internationalization Variables"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def spoken_language(root: Path | None) -> str:
    """Return the language of messages: what the environment asks for, or that of the archive in ``root``, or of the locale, or English.

    Never fails: settings that cannot be read do not say a language.
    """
    return language_of_environment() or (_of_archive(root) if root is not None else None) or _of_locale() or LANGUAGES[0]


def language_of_new(asked: str) -> str:
    """Return the language in which an archive is made: ``asked``, which its maker named, or that of the person who makes it, as the
    environment or the locale says it; Vietnamese, as the articles are, where none of them says one."""
    return asked or language_of_environment() or _of_locale() or NO_SETTINGS.language


def language_of_environment() -> str | None:
    """Return the language that the environment asks for, or None."""
    asked = os.environ.get(VARIABLE, "").strip().lower()
    return asked if asked in LANGUAGES else None


def _of_archive(root: Path) -> str | None:
    """Return the language of the interface of the site; None without an archive, or if the program does not have its language."""
    try:
        theme = read_settings(root / "mkdocs.yml").get("theme")
        language = theme.get("language") if isinstance(theme, dict) else None
        if language is None and (root / "seeds").is_dir():
            language = NO_SETTINGS.language
    except (KyYeuError, OSError, ValueError, RecursionError):
        return None
    return language if isinstance(language, str) and language in LANGUAGES else None


def _of_locale() -> str | None:
    """Return the language of the locale, or English for one that the program does not speak; None for a locale of no language."""
    locale = next((value for name in _LOCALE if (value := os.environ.get(name))), "")
    language = locale.lower().replace("-", "_").split("_")[0].split(".")[0]
    if language in {"", "c", "posix"}:
        return None
    return "vi" if language == "vi" else LANGUAGES[0]
