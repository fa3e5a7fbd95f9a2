"""What every page of a site repeats and only scripts use, as files: the drawer of the menu, the theme's switches, settings and dialog.

Without a script none of them does anything but the drawer, in whose place the tabs are then shown (``site.css``). Each is a file named
by its content, which puts it where it was before the theme's own script runs. Only what is on a page as on ``404.html`` is moved,
links read from the site's root: the drawer of a page that the menu marks stays. Source of the names: mkdocs-material
9.8, ``base.html`` and ``partials``.
"""

from __future__ import annotations

import html
import json
import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

_UP = "\x01"  #: the way to the site's root
_SWITCHES = re.compile(r'<input class="md-toggle" data-md-toggle="drawer".*?<label class="md-overlay" for="__drawer"></label>', re.DOTALL)
_DRAWER = re.compile(r'<div class="md-sidebar md-sidebar--primary".*?</nav></div></div></div>', re.DOTALL)
_TOP = re.compile(r'<button type="button" class="md-top .*?</button>', re.DOTALL)
_END = re.compile(
    r'<div class="md-dialog" data-md-component="dialog">(?:(?!<script).)*<script id="__config" type="application/json">[^<]*</script>',
    re.DOTALL,
)
_FROM_DISK = re.compile(r""" data-from-disk=("[^"]*"|'[^']*') data-other-ways=("[^"]*"|'[^']*')""")
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_BASE = re.compile(r'"base":"([^"]*)"')
_LINK = re.compile(r'\b(href|src)="([^"]*)"')
_PUT = "(()=>{{const s=document.currentScript,up=s.getAttribute('src').slice(0,-{length});{script}}})();\n"
_INSERT = "s.insertAdjacentHTML('beforebegin',{part}.replaceAll({mark},up));"


@dataclass(frozen=True, slots=True)
class Furniture:
    """Each part as it is on a page at the site's root, and the path of its file; None for one that the theme's page does not have.
    With the ``end`` come the button that leads to the ``top``, the ``inline`` scripts behind the content, and the words ``from_disk``."""

    switches: tuple[str, str] | None = None
    drawer: tuple[str, str] | None = None
    end: tuple[str, str] | None = None
    top: str = ""
    inline: tuple[str, ...] = ()
    from_disk: str = ""

    def moved(self, page: str, address: str) -> str:
        """Return ``page`` (compact HTML) at ``address`` below the site with links to the files in the place of the parts."""
        folder = posixpath.dirname(address)
        up = "../" * (folder.count("/") + 1) if folder else "./"
        if self.switches and self.switches[0] in page:
            page = page.replace(self.switches[0], _linked(up, self.switches[1]), 1)
        if self.drawer and (found := _DRAWER.search(page)) and _as_at_root(found.group(), _place(folder)) == self.drawer[0]:
            page = page[: found.start()] + _linked(up, self.drawer[1]) + page[found.end() :]
        if self.end and (found := _END.search(page)) and _settings_as_at_root(found.group(), up.rstrip("/")) == self.end[0]:
            page = page[: found.start()] + _linked(up, self.end[1]) + page[found.end() :]
            for script in self.inline:
                page = page.replace(f"<script>{script}</script>", "", 1)
            for part in filter(None, (self.top, self.from_disk)):
                page = page.replace(part, "", 1)
        return page


def furniture_of(missing: str, write: Callable[[str], str], length: int) -> Furniture:
    """Return the furniture that ``missing`` (the compact page for wrong addresses, with links from the server's root) has; ``write``
    writes a script and returns its path in the site, which has ``length`` letters."""
    settings = _END.search(missing)
    base = _BASE.search(settings.group()) if settings else None
    if settings is None or base is None or not base[1].startswith("/"):
        return Furniture()
    root = base[1].rstrip("/") + "/"

    def put(part: str, before: str = "") -> tuple[str, str]:
        insert = _INSERT.format(part=_words(part), mark=_words(_UP))
        return part, write(_PUT.format(length=length, script=before + insert))

    switches, drawer, top = _SWITCHES.search(missing), _DRAWER.search(missing), _TOP.search(missing)
    behind = missing[content.end() :] if (content := re.search(r"</article>", missing)) else ""
    inline = tuple(found[1] for found in _INLINE.finditer(behind) if "currentScript" not in found[1])
    end, first = _settings_as_at_root(settings.group(), root.rstrip("/")), ""
    if top:
        first += f"document.querySelector('.md-main').insertAdjacentHTML('beforeend',{_words(top.group())});"
    if from_disk := _FROM_DISK.search(missing):
        disk, other = (_words(html.unescape(words[1:-1])) for words in from_disk.groups())
        first += f"Object.assign(document.querySelector('.ky-box').dataset,{{fromDisk:{disk},otherWays:{other}}});"
    return Furniture(
        put(switches.group()) if switches else None,
        put(_as_at_root(drawer.group(), "", root)) if drawer else None,
        put(end, first + "".join(f"{script};" for script in inline)),
        top.group() if top else "",
        inline,
        from_disk.group() if from_disk else "",
    )


def _linked(up: str, path: str) -> str:
    return f'<script src="{up}{path}"></script>'


def _words(part: str) -> str:
    return json.dumps(part, ensure_ascii=False).replace("</", "<\\/")


def _place(folder: str) -> str:
    """Return ``folder`` with any name for its last part: all pages beside one another have the same links."""
    above, name = posixpath.split(folder)
    return posixpath.join(above, "\x02") if name else ""


@lru_cache(maxsize=256)
def _as_at_root(part: str, folder: str, root: str | None = None) -> str:
    """Return ``part`` of a page in ``folder`` with each link into the site written from its root; ``root``: what such links begin with
    on the page for wrong addresses."""

    def rooted(found: re.Match[str]) -> str:
        address = html.unescape(found[2])
        if root is not None and address.startswith(root):
            address = address[len(root) :] or "."
        elif root is not None or address.startswith(("/", "#")) or ":" in address.partition("/")[0]:
            return found.group()
        path, mark, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr] # matches any text
        whole = posixpath.normpath(posixpath.join(folder, path))
        ends = "/" if whole != "." and (path.endswith("/") or posixpath.basename(path) in {".", ".."}) else ""
        return f'{found[1]}="{_UP}{html.escape("" if whole == "." else whole)}{ends}{mark}{html.escape(rest)}"'

    return _LINK.sub(rooted, part)


def _settings_as_at_root(part: str, base: str) -> str:
    """Return the theme's settings of a page to whose root ``base`` leads with ways from the site's root."""
    part = _BASE.sub(lambda found: f'"base":"{_UP}"' if found[1].rstrip("/") == base else found.group(), part, count=1)
    search = "" if base == "." else f"{base}/"
    return part.replace(f'"search":"{search}assets/', f'"search":"{_UP}assets/', 1)
