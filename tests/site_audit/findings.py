"""Findings of an audit of a built site."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One error: by which ``rule``, on which ``page`` (its address below the site), ``where`` on it, and how it was looked at."""

    rule: str
    page: str
    where: str
    view: str = ""

    def __str__(self) -> str:
        return " | ".join(filter(None, (self.rule, self.page or "(home)", self.view, self.where)))


def told(findings: Iterable[Finding]) -> list[str]:
    """Return one line for each, in order; what a test compares with nothing."""
    return [str(finding) for finding in sorted(findings)]


def pages(site: Path) -> list[str]:
    """Return the addresses of all HTML pages of ``site``, below it: "" for the home page, "bai/x/", "404.html"."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(finding.removesuffix("index.html") if finding.endswith("index.html") else finding for finding in found)


def file_of(site: Path, page: str) -> Path:
    """Return where the page with this address lies."""
    return site / page / "index.html" if page.endswith("/") or not page else site / page


def by_folder(site: Path) -> dict[str, list[str]]:
    """Return the pages of each folder, the heaviest first; one at the top of ``site`` means itself."""
    folders: dict[str, list[str]] = {}
    for page in pages(site):
        folders.setdefault(page.rpartition("/")[0].rpartition("/")[0] or page, []).append(page)
    return {folder: sorted(within, key=lambda page: (-file_of(site, page).stat().st_size, page)) for folder, within in folders.items()}


def kinds(site: Path) -> list[str]:
    """Return one page of each kind: all at the top of ``site``, and the heaviest in each folder."""
    return sorted(within[0] for within in by_folder(site).values())
