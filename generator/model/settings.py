"""What the pages need to know of the site that they are for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """What an archive's ``mkdocs.yml`` says about the site.

    ``site_url`` is its address with a slash at its end, ``issue_tracker`` the address at which one writes a new report;
    each None where there is none. ``directory_urls``: a page's address ends in a slash, not in ``.html``. ``site_name`` is what
    feeds and citations call the archive.
    """

    site_url: str | None = None
    issue_tracker: str | None = None
    directory_urls: bool = True
    site_name: str = "Kỷ Yếu"


NO_SETTINGS = SiteSettings()
