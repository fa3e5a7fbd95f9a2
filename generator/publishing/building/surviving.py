"""MkDocs' development server, so that it lives on: a build that fails leaves the pages of the last good one, and every address answers.

MkDocs' own builds into the folder that it serves, and once a build has failed it answers nothing until one succeeds.
"""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

from generator.errors import KyYeuError
from generator.messages import message

log = logging.getLogger("mkdocs.plugins.kyyeu")
_LONGEST = 4096  #: characters of a path that is answered; no file has a longer one. Source: PATH_MAX of Linux


def survive(server: LiveReloadServer, *, keeps_site: bool) -> None:
    """Make ``server`` survive builds that fail and paths that no file can have.

    With ``keeps_site`` the builder goes on from what the folder holds, as ``mkdocs serve --dirty`` does, or builds elsewhere, so it is not
    set aside.
    """
    build = server.builder
    root = Path(server.root)

    def builder(*arguments: Any, **named: Any) -> None:
        try:
            if keeps_site:
                build(*arguments, **named)
            else:
                with _set_aside(root):
                    build(*arguments, **named)
        except KyYeuError as error:
            for cause in error.errors:
                log.error("%s", cause)
        except MkDocsException as error:  # it has said why, but for what it raises before the build begins
            log.error("%s", error.format_message())
        except OSError as error:
            log.error("%s", message("serving.refused", reason=error))
        except Exception:  # a hook or plugin of the archive's: its author needs to see where
            log.exception("%s", message("serving.failed"))
        else:
            return
        log.error("%s", message("serving.stays"))

    server.builder = builder
    server.set_app(_answering(server))


@contextmanager
def _set_aside(site: Path) -> Iterator[None]:
    """Put the pages in ``site`` back if the block fails; it begins with an empty folder."""
    kept = site.with_name(f"{site.name}-kept")
    site.rename(kept)
    try:
        site.mkdir(mode=0o700)
        yield
    except BaseException:
        shutil.rmtree(site, ignore_errors=True)
        kept.rename(site)
        raise
    shutil.rmtree(kept, ignore_errors=True)


def _answering(server: LiveReloadServer) -> Callable[..., Iterable[bytes]]:
    """Return the server's answers, with "not found" for a path that the system would refuse to look for."""

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = str(environ.get("PATH_INFO", ""))
        if "\0" not in path and len(os.fsencode(path)) <= _LONGEST:
            return server.serve_request(environ, start_response)
        start_response("404 Not Found", [("Content-Type", "text/html")])
        return [server.error_handler(404) or b"404 Not Found"]

    return answer
