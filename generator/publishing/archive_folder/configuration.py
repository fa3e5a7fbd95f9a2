"""Settings in an archive's ``mkdocs.yml``."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from generator.errors import ConfigurationError
from generator.messages import Listed, flat, message
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.publishing.archive_folder import colours, page_policy
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.settings_file import read_settings
from generator.rendering.exports.versions import LICENCES
from generator.rendering.words.wordbook import wordbook

_TAG = re.compile(r"<[A-Za-z/!?]")  #: what opens a tag, a comment or the like. Source: HTML, 13.2.5.6 "Tag open state"
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"'`\\]")


def configuration(folder: ArchiveFolder) -> dict[str, Any]:
    """Return the settings of ``mkdocs.yml`` and what it inherits as they are written, environment variables put in. Nothing of them is run.

    Raises ConfigurationError with its line if it is not YAML, contains a forbidden tag, or cannot be read.
    """
    return read_settings(folder.configuration)


def site_settings(folder: ArchiveFolder) -> SiteSettings:
    """Return the settings that pages need. Reports go to ``extra.issue_tracker`` (false: nowhere), or else to the issues of a ``repo_url``
    on GitHub or GitLab.

    The words of the interface are those of ``theme.language`` (Vietnamese without it), ``extra.words`` those of the site's own.

    Raises ConfigurationError as :func:`configuration` does, for a tracker that is not a web address, unreadable colours, an unknown
    language, and unknown texts of the interface.
    """
    settings = configuration(folder)
    _check_plain(settings, folder)
    site_url, site_name = settings.get("site_url"), settings.get("site_name")
    extra = settings.get("extra")
    unreadable = colours.error(extra.get("colours")) if isinstance(extra, dict) else None
    if unreadable:
        raise ConfigurationError(unreadable, path=folder.configuration, fix=message("configuration.fix.colours"))
    tracker = extra.get("issue_tracker") if isinstance(extra, dict) else None
    if tracker is None:
        tracker = _tracker_of(settings.get("repo_url"))
    elif tracker is False or tracker == "":
        tracker = None
    elif not _is_web_address(tracker):
        why, fix = message("configuration.tracker", tracker=tracker), message("configuration.fix.tracker")
        raise ConfigurationError(why, path=folder.configuration, fix=fix)
    page_policy.additions(extra, folder.configuration)
    language, words = _language(settings.get("theme")), _words(extra, folder)
    try:
        wordbook(language, words)
    except ConfigurationError as error:
        error.path = folder.configuration
        raise
    return SiteSettings(
        site_url=f"{site_url.rstrip('/')}/" if isinstance(site_url, str) and _is_web_address(site_url) else None,
        issue_tracker=tracker,
        directory_urls=settings.get("use_directory_urls") is not False,
        site_name=site_name if isinstance(site_name, str) and site_name.strip() else NO_SETTINGS.site_name,
        language=language,
        words=words,
        data_licence=_licence(extra, folder),
    )


def _licence(extra: Any, folder: ArchiveFolder) -> str | None:
    name = extra.get("data_licence") if isinstance(extra, dict) else None
    if name is None or name in LICENCES:
        return name
    fix = message("configuration.fix.licence", known=Listed(tuple(LICENCES)))
    raise ConfigurationError(message("configuration.licence", licence=repr(name)), path=folder.configuration, fix=fix)


def _check_plain(settings: dict[str, Any], folder: ArchiveFolder) -> None:
    """Check settings that the theme puts into pages unescaped. Only ``copyright`` may hold HTML, as MkDocs documents it.

    Raises ConfigurationError for a tag in one of them, and for an address that would end the attribute it is in.
    """
    for name in ("site_name", "site_description", "site_author", "site_url"):
        kind, pattern = ("address", _NOT_IN_ADDRESS) if name == "site_url" else ("tag", _TAG)
        value = settings.get(name)
        if isinstance(value, str) and (found := pattern.search(value)):
            what, fix = message(f"configuration.{kind}", name=name, found=found[0]), message(f"configuration.fix.{kind}")
            raise ConfigurationError(what, path=folder.configuration, fix=fix)


def _language(theme: Any) -> str:
    language = theme.get("language") if isinstance(theme, dict) else None
    return NO_SETTINGS.language if language is None else str(language)


def _words(extra: Any, folder: ArchiveFolder) -> tuple[tuple[str, str], ...]:
    """Return the site's own words by key, at any depth below ``extra.words``."""
    own = extra.get("words") if isinstance(extra, dict) else None
    if own is None:
        return ()
    if not isinstance(own, dict):
        raise ConfigurationError(message("words.no_table"), path=folder.configuration, fix=message("words.fix.no_table"))
    found = dict(flat(own))
    for key, word in found.items():
        if not isinstance(word, str) or not word.strip():
            raise ConfigurationError(message("words.no_text", key=key), path=folder.configuration, fix=message("words.fix.no_text"))
    return tuple(sorted(found.items()))


def _tracker_of(repository: Any) -> str | None:
    """Return where a repository's issues are written: ``/issues/new`` on GitHub, ``/-/issues/new`` on GitLab."""
    if not isinstance(repository, str) or not _is_web_address(repository):
        return None
    host, address = urlsplit(repository).hostname or "", repository.rstrip("/").removesuffix(".git")
    if host == "github.com" or host.startswith("github."):
        return f"{address}/issues/new"
    return f"{address}/-/issues/new" if host == "gitlab.com" or host.startswith("gitlab.") else None


def _is_web_address(value: Any) -> bool:
    return isinstance(value, str) and re.fullmatch(r"https?://[^\s/]+(?:/\S*)?", value) is not None
