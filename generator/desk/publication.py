"""The build, the preview and git, each a process or a server of its own, so that the desk goes on."""

from __future__ import annotations

import os
import shlex
import socket
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from generator.publishing.archive_folder.folder import ArchiveFolder

_PACKAGE = Path(__file__).resolve().parents[2]
_GIT_TIME = 180  # seconds
_LONGEST = 20_000  # characters of output that are shown
#: What is committed: what the desk writes, without what waits in the inbox.
_PATHS = ("seeds", ":(exclude)seeds/.inbox")


@dataclass(frozen=True, slots=True)
class Done:
    """A command that ended: as one would type it, its exit code and what it said."""

    command: str
    code: int
    output: str


@dataclass
class Publication:
    """Building, previewing and committing the archive in ``folder``; messages are in ``language``."""

    folder: ArchiveFolder
    language: str
    last: Done | None = None
    _running: subprocess.Popen[str] | None = None
    _preview: str | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_building(self) -> bool:
        """Whether a build is under way."""
        return self._running is not None

    def build(self) -> bool:
        """Begin a build, unless one is under way; return whether it was begun."""
        with self._lock:
            if self._running is not None:
                return False
            command = [sys.executable, "-m", "generator", "-C", str(self.folder.root), "build"]
            path = os.pathsep.join(filter(None, (str(_PACKAGE), os.environ.get("PYTHONPATH"))))
            environment = {**os.environ, "KYYEU_LANGUAGE": self.language, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"}
            self._running = subprocess.Popen(
                command, cwd=self.folder.root, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                encoding="utf-8", errors="replace",
            )  # fmt: skip
            threading.Thread(target=self._wait, args=(self._running,), daemon=True, name="build").start()
            return True

    def _wait(self, process: subprocess.Popen[str]) -> None:
        output, _ = process.communicate()
        self.last = Done("kyyeu build", process.returncode, output[-_LONGEST:])
        self._running = None

    def end(self) -> None:
        """End a build that is under way; the site built before stays."""
        if (process := self._running) is not None:
            process.terminate()

    def preview(self) -> str:
        """Serve the built site on this machine, on a port of its own, so that its pages are no pages of the desk; return its address."""
        with self._lock:
            if self._preview is None:
                listening = socket.create_server(("127.0.0.1", 0))
                app = Starlette(
                    routes=[Mount("/", StaticFiles(directory=self.folder.site, html=True, check_dir=False))],
                    middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])],
                )
                server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, server_header=False))
                threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True, name="preview").start()
                self._preview = f"http://127.0.0.1:{listening.getsockname()[1]}/"
            return self._preview

    def has_site(self) -> bool:
        """Return whether there is a built site."""
        return (self.folder.site / "index.html").is_file()

    def built(self) -> int:
        """Return a number that changes with each build; 0 without a site."""
        try:
            return (self.folder.site / "index.html").stat().st_mtime_ns
        except OSError:
            return 0

    def has_git(self) -> bool:
        """Return whether the archive's folder is in a git repository."""
        return self._git("rev-parse", "--is-inside-work-tree").output.strip() == "true"

    def has(self, path: str) -> bool:
        """Return whether git knows the file at ``path``, relative to the archive, so that it may be published elsewhere."""
        return bool(self._git("ls-files", "--", f":(literal){path}").output.strip()) if self.has_git() else False

    def pending(self) -> str:
        """Return what git sees changed in ``seeds/``, a file a line."""
        return self._git("-c", "core.quotepath=off", "status", "--short", "--", *_PATHS).output

    def commands(self, words: str, person: str) -> list[list[str]]:
        """Return the git commands that commit what is pending with ``words``, and push it where there is a remote."""
        identity = (
            [] if self._git("config", "user.email").output.strip() else ["-c", f"user.name={person}", "-c", "user.email=desk@localhost"]
        )
        made = [["add", "--", *_PATHS], [*identity, "commit", "--message", words, "--", *_PATHS]]
        return [*made, ["push"]] if self._git("remote").output.strip() else made

    def commit(self, words: str, person: str) -> list[Done]:
        """Run these commands one after another, up to the first that fails."""
        done: list[Done] = []
        for command in self.commands(words, person):
            done.append(self._git(*command))
            if done[-1].code:
                break
        return done

    def _git(self, *arguments: str) -> Done:
        shown = shlex.join(("git", *arguments))
        environment = {**os.environ, "GIT_TERMINAL_PROMPT": "0"}
        try:
            ended = subprocess.run(
                ["git", *arguments], cwd=self.folder.root, env=environment, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
                errors="replace", timeout=_GIT_TIME, check=False,
            )  # fmt: skip
        except (OSError, subprocess.TimeoutExpired) as error:
            return Done(shown, 1, str(error))
        return Done(shown, ended.returncode, (ended.stdout + ended.stderr)[-_LONGEST:])
