"""Every reference of a built site leads somewhere: links, anchors, pictures, scripts, styles, feeds, the site map, the data.

Offline: a reference to another host is not followed. One to the site's own address is sought in its folder.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.site_audit.findings import Finding, file_of, pages
from tests.site_audit.serving import site_url

_REFERRING = ("href", "src", "action", "formaction", "poster", "data", "cite")  # attributes that hold one address
_LOCAL = "http://site.invalid/"  # where a site is thought to lie that was built without an address
_STYLED = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_FILES = (".xml", ".json", ".jsonl", ".csv", ".txt", ".bib", ".svg", ".gz")
_OURS_ALONE = re.compile(r"#(?::~:text=.*)?$")


def broken(site: Path) -> list[Finding]:
    """Return the references of ``site`` that lead nowhere: the page or file that has them, and the reference as it is there."""
    root = site_url(site) or _LOCAL
    found: list[Finding] = []
    for page, file, references in _referring(site, root):
        for reference in sorted(set(references)):
            error = _error(site, root, urljoin(root + page, reference.strip()))
            if error:
                found.append(Finding(error, file, reference))
    return found


def _referring(site: Path, root: str) -> Iterator[tuple[str, str, list[str]]]:
    """Yield (the address below ``root`` that references start from, the file's name, its references)."""
    for page in pages(site):
        yield page, page, list(_of_page(file_of(site, page).read_text(encoding="utf-8"), root))
    for path in sorted(site.rglob("*.css")):
        name = path.relative_to(site).as_posix()
        yield name, name, _STYLED.findall(path.read_text(encoding="utf-8"))
    own = re.compile(re.escape(root) + r"[^\s\"'<>\\|,)}\]]*")
    for path in sorted(one for one in site.rglob("*") if one.suffix in _FILES):
        name = path.relative_to(site).as_posix()
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        yield name, name, own.findall(content.decode("utf-8"))


def _of_page(html: str, root: str) -> Iterator[str]:
    for node in LexborHTMLParser(html).css("*"):
        attributes = node.attributes
        for name in _REFERRING:
            if name in attributes:
                yield attributes[name] or ""
        for part in (attributes.get("srcset") or "").split(","):
            if part.strip():
                yield part.split()[0]
        yield from _STYLED.findall(attributes.get("style") or "")
        if node.tag == "meta" and (attributes.get("content") or "").startswith(root):
            yield attributes["content"] or ""
        if node.tag == "style":
            yield from _STYLED.findall(node.text())


def _error(site: Path, root: str, address: str) -> str:
    """Return what is wrong with this absolute address; "" for nothing."""
    whole = urlsplit(address)
    if not address.startswith(root):
        outside = whole.scheme in {"http", "https"} and whole.netloc == urlsplit(root).netloc
        return "link outside the site" if outside else ""
    below = unquote(whole.path.removeprefix(urlsplit(root).path))
    file = file_of(site, below)
    if not file.is_file():
        return "link without slash" if (file / "index.html").is_file() else "broken link"
    if _OURS_ALONE.search(f"#{whole.fragment}") or file.suffix != ".html":
        return ""
    return "" if unquote(whole.fragment) in _anchors(file) else "broken anchor"


@cache
def _anchors(file: Path) -> frozenset[str]:
    tree = LexborHTMLParser(file.read_text(encoding="utf-8"))
    named = [node.attributes.get(name) for node in tree.css("[id], a[name]") for name in ("id", "name")]
    return frozenset(one for one in named if one)
