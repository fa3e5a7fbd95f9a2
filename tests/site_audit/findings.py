"""What an audit of a built site finds fault with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: by which ``rule``, on which ``page`` (its address below the site), ``where`` on it, and how it was looked at."""

    rule: str
    page: str
    where: str
    view: str = ""

    def __str__(self) -> str:
        return " | ".join(filter(None, (self.rule, self.page or "(home)", self.view, self.where)))


def told(findings: Iterable[Finding]) -> list[str]:
    """One line for each, in order; what a test compares with nothing."""
    return [str(one) for one in sorted(findings)]


def pages(site: Path) -> list[str]:
    """The addresses of all HTML pages of ``site``, below it: "" for the home page, "bai/x/", "404.html"."""
    found = (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    return sorted(one.removesuffix("index.html") if one.endswith("index.html") else one for one in found)


def file_of(site: Path, page: str) -> Path:
    """Where the page with this address lies."""
    return site / page / "index.html" if page.endswith("/") or not page else site / page


def kinds(site: Path) -> list[str]:
    """One page of each kind: all that stand at the top of ``site``, and the heaviest in each folder."""
    heaviest: dict[str, str] = {}
    for page in pages(site):
        folder = page.rpartition("/")[0].rpartition("/")[0] or page  # a page at the top stands for itself
        heaviest[folder] = max(heaviest.get(folder, page), page, key=lambda one: (_weight(site, one), one))
    return sorted(heaviest.values())


def _weight(site: Path, page: str) -> int:
    return file_of(site, page).stat().st_size
