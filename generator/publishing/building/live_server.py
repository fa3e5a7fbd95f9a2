"""The development server of an archive: an edit shows at once, however large the archive, and the whole site follows.

The pages of an edited article are made alone and put into the site that is served, while a process beside builds the whole into another
folder; when it is done, the two folders change places. Source of the server: MkDocs 1.6, ``livereload`` and ``commands/serve.py``.
"""

from __future__ import annotations

import contextlib
import contextvars
import logging
import os
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Collection
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.messages import message
from generator.processes import apart
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.live_files import LiveFiles
from generator.publishing.safe_changes.exchange import exchanged

log = logging.getLogger("mkdocs.plugins.kyyeu")
#: Makes the pages of articles (files) and puts them into a site; whether there were any.
Preview = Callable[[Collection[Path], Path], bool]

_INTERVAL = 0.5  #: seconds from one look at the files to the next, at least
_SHARE = 4  #: and so many times what a look takes


class LiveServer(LiveReloadServer):
    """Serves the site of ``folder``; ``preview`` makes what is shown first after an edit."""

    def __init__(self, folder: ArchiveFolder, preview: Preview, /, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._preview = preview
        self._folder = folder
        self._seeds = folder.seeds
        self._files = LiveFiles(folder)
        self._beside = Path(tempfile.mkdtemp(prefix=f"{Path(self.root).name}-", dir=Path(self.root).parent))
        self._built: Path | None = None  #: the whole site when it has been built and is not yet shown
        self._builds: threading.Thread | None = None
        self._process: BaseProcess | None = None
        self._edited: set[Path] = set()  #: since the build under way began

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:  # noqa: ARG002 - MkDocs' own
        """See MkDocs; what belongs to the archive is watched already."""
        place = os.path.abspath(path)  # noqa: PTH100 - a link is watched by its name
        if place not in self._watched_paths:
            self._watched_paths[place] = 1
            self._files.watch(Path(place))

    def unwatch(self, path: str) -> None:
        """See MkDocs."""
        place = os.path.abspath(path)  # noqa: PTH100
        del self._watched_paths[place]
        self._files.unwatch(Path(place))

    def whole(self, build: Callable[[Path, Path], None]) -> None:
        """Let ``build`` make the whole site, in a process of its own: it is given a folder, and that of the site served until then.

        The first site is served from then on; another is when :meth:`serve` comes to it. Raises what ``build`` raises.
        """
        new = self._beside / "new"
        for former in (new, self._beside / "old"):
            shutil.rmtree(former, ignore_errors=True)
        new.mkdir(mode=0o700)
        apart(partial(build, new, Path(self.root)), self._begun)
        self._built = new
        if self._builds is None:
            self._take_over()

    def shutdown(self, wait: bool = False) -> None:
        """See MkDocs."""
        with contextlib.suppress(ValueError, AttributeError):  # it has ended
            if self._process is not None:
                self._process.terminate()
        if self._builds is not None:
            self._builds.join()
        super().shutdown(wait)
        shutil.rmtree(self._beside, ignore_errors=True)

    def _begun(self, process: BaseProcess) -> None:
        self._process = process

    def _build_loop(self) -> None:
        """Follow the files until the end."""
        self._prepare()
        stale = False
        while True:
            with self._rebuild_cond:
                seconds = max(_INTERVAL, _SHARE * self._files.cost)
                self._rebuild_cond.wait_for(lambda: self._shutdown or self._has_ended, timeout=seconds)
                if self._shutdown:
                    return
            if self._has_ended:
                self._end_build()
            changed = self._files.changed()
            if changed:
                log.info("%s", message("serving.changed", n=len(changed)))
                stale = True
                self._edited |= changed
                if self._show(changed, Path(self.root)):
                    self._reload()
            if stale and self._builds is None:
                stale = False
                self._begin_build()

    def _prepare(self) -> None:
        """Make one article's pages for nobody: rules and templates are compiled then, and processes begun later need not do it."""
        for path in self._folder.seed_files()[:1]:
            with contextlib.suppress(Exception), tempfile.TemporaryDirectory(dir=self._beside) as nowhere:
                self._preview([path], Path(nowhere) / "site")

    @property
    def _has_ended(self) -> bool:
        return self._builds is not None and not self._builds.is_alive()

    def _begin_build(self) -> None:
        self._edited = set()
        context = contextvars.copy_context()  # what MkDocs and the hook have set for this server
        self._builds = threading.Thread(target=context.run, args=(self._build,), daemon=True)
        self._builds.start()
        if sys.platform != "linux":  # there it is done in this process, and nothing beside it
            self._builds.join()

    def _build(self) -> None:
        with contextlib.suppress(SystemExit):  # the process was ended with the server
            self.builder()
        with self._rebuild_cond:
            self._rebuild_cond.notify_all()

    def _end_build(self) -> None:
        assert self._builds is not None
        self._builds.join()
        self._builds = None
        if self._built is not None:
            self._show(self._edited, self._built)  # else they would show as they were before
            self._take_over()
            self._reload()

    def _take_over(self) -> None:
        """Serve the site that was built."""
        assert self._built is not None
        new, site = self._built, Path(self.root)
        self._built = None
        if not exchanged(new, site):
            site.rename(self._beside / "old")
            new.rename(site)

    def _show(self, changed: Collection[Path], site: Path) -> bool:
        """Put the pages of edited articles into ``site``; return whether there were any. What is wrong, the build of the whole says."""
        edited = [path for path in changed if path.is_relative_to(self._seeds) and path.is_file()]
        if not edited:
            return False
        began = time.monotonic()
        try:
            shown = apart(partial(self._preview, edited, site))
        except Exception:  # noqa: BLE001 - whatever it is, the whole build comes upon it too
            return False
        if shown:
            log.info("%s", message("serving.shown", n=len(edited), seconds=round(time.monotonic() - began, 1)))
        return shown

    def _reload(self) -> None:
        """Let the browsers load their page anew."""
        with self._epoch_cond:
            epoch = max(self._visible_epoch + 1, int(time.time() * 1000))
            self._visible_epoch = self._wanted_epoch = epoch
            self._epoch_cond.notify_all()
