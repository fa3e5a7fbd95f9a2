"""The content security policy of a built site: by it no script runs but the site's own files and the theme's inline ones.

GitHub Pages and a page opened from disk send no headers, so the policy is in a ``<meta>`` at the beginning of each page's head. It names
the theme's inline scripts by their hashes (CSP Level 3), but for those that ``page_frame.py`` makes files of. These are taken from
``404.html`` alone: the theme puts the same scripts there, and no word of an article. A script in any other page that is not one of them is
foreign, and does not run.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable
from contextvars import ContextVar
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from generator.errors import PublishingError
from generator.messages import message
from generator.messages.system import refusal
from generator.publishing.archive_folder.page_policy import DIRECTIVES, INLINE, NO_ADDITIONS, NONE, Additions

#: Whether MkDocs serves the site that is built, and puts a script of its own into each page, different at every build.
LIVE_RELOAD: ContextVar[bool] = ContextVar("live reload", default=False)

_PARTS = r"(?:\"[^\"]*\"|'[^']*'|[^>\"'])*"
#: What may are before the policy: nothing of it loads or runs anything.
_BEFORE = re.compile(
    rf"\ufeff?(?:\s+|<!--(?!-?>).*?--!?>|<\?[^>]*>|<!doctype[^>]*>|<(?:html|head)(?=[\s/>]){_PARTS}>|<meta\s+charset={_PARTS}>)*",
    re.IGNORECASE | re.DOTALL,
)
_MARK = '<meta http-equiv="Content-Security-Policy" data-ky-policy content="'
_OURS = re.compile(rf'{re.escape(_MARK)}[^"]*">')
#: The one part of the theme's scripts that differs from page to page: the way to the site's root.
BASE = re.compile(r'(?<=__md_scope=new URL\(")[^"]*(?="[,)])')
_DATA = frozenset({"application/json", "application/ld+json"})  #: types of scripts that hold data and do not run
MISSING = "404.html"  #: the theme's page that holds no word of an article
_NAMES = "a, li, label"  #: Where the menu names pages; no script of the theme is in these.


def policy(scripts: Iterable[str], allowed: Additions = NO_ADDITIONS, *, live_reload: bool = False) -> str:
    """Return the policy by which the inline ``scripts`` run and no other; with ``live_reload`` any inline script does, no foreign one."""
    added = dict(allowed.sources)
    directives = {name: [*sources, *added.get(name, ())] for name, sources in DIRECTIVES.items()}
    script = directives["script-src"]
    if live_reload and INLINE not in script:
        script.append(INLINE)
    if INLINE not in script:  # beside a hash it has no effect
        script[1:1] = dict.fromkeys(f"'sha256-{_digest(script)}'" for script in scripts)
    for name, sources in directives.items():
        if len(sources) > 1 and NONE in sources:
            directives[name] = [source for source in sources if source != NONE] or [NONE]
    return "; ".join(f"{name} {' '.join(dict.fromkeys(sources))}" for name, sources in directives.items())


def with_policy(page: str, text: str | None) -> str:
    """Put the policy ``text`` at the beginning of the head of ``page`` (HTML), after its encoding; None takes away what is there."""
    before = _BEFORE.match(page)
    at = before.end() if before else 0
    there = _OURS.match(page, at)
    meta = "" if text is None else f'{_MARK}{html.escape(text, quote=False)}">'
    return page[:at] + meta + page[there.end() if there else at :]


def inline_scripts(page: str, below: str = "") -> list[str]:
    """List what the inline scripts of ``page`` (HTML) say that a browser would run, in their order, or those ``below`` what this
    selector finds; data is none."""
    scripts = LexborHTMLParser(page).css(f"{below} script:not([src])")
    return [script.text(deep=True) for script in scripts if (script.attributes.get("type") or "").strip().lower() not in _DATA]


def trusted(site: Path, depths: Iterable[int]) -> list[str]:
    """Return the theme's scripts, as they are on pages so many folders below ``site``.

    Raises PublishingError when the theme's page cannot be read.
    """
    missing = site / MISSING
    try:
        page = missing.read_text(encoding="utf-8", errors="replace") if missing.is_file() else ""
    except OSError as error:
        raise PublishingError(message("content_security.unwritable", reason=refusal(error)), path=missing) from error
    named = set(inline_scripts(page, f":is({_NAMES})"))
    own = [inline_script for inline_script in inline_scripts(page) if inline_script not in named]
    bases = ["/".join([".."] * depth) or "." for depth in sorted(depths)]
    found: dict[str, None] = dict.fromkeys(own)
    for script in own:
        found |= dict.fromkeys(BASE.sub(base, script, count=1) for base in bases)
    return list(found)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode("utf-8", "replace")).digest()).decode("ascii")
