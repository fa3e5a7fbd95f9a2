"""Settings of the site that the pages need."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """Settings of the site from an archive's ``mkdocs.yml``.

    ``site_url`` is its address with a slash at its end, ``issue_tracker`` the address at which one writes a new report; each None where
    there is none. ``directory_urls``: a page's address ends in a slash, not in ``.html``. ``site_name`` is what feeds and citations call
    the archive. ``language`` is that of the interface, ``words`` are the site's own words in the place of some of it (key, word).
    ``data_licence`` is the SPDX id of the licence under which the archive's owner gives the data.
    """

    site_url: str | None = None
    issue_tracker: str | None = None
    directory_urls: bool = True
    site_name: str = "Kỷ Yếu"
    language: str = "vi"
    words: tuple[tuple[str, str], ...] = ()
    data_licence: str | None = None


NO_SETTINGS = SiteSettings()
