"""Runs commands each in a process of its own, forked from one that has imported the program already.

A command acts, prints and returns as if started afresh, without the seconds of CPU that imports, rules and templates cost.
``python -m tests.forking`` is the process that forks: it reads one command a line and answers each with its exit code.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import pkgutil
import runpy
import select
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import generator

LONGEST = 1800  #: seconds that a command may take
#: What the interpreter itself reads as it starts, and a fork therefore does not heed.
AT_START = ("PYTHON", "LC_", "LANG")
#: What few commands import, or nobody may: it runs as it is imported.
_SELDOM = ("generator.__main__", "generator.corpus", "generator.desk", "generator.publishing.starter.archive")
_TEXT = "Phường Hoa Mai tổng kết\n\nĐảng ủy phường Hoa Mai tặng giấy khen cho 12 đảng viên hoàn thành xuất sắc nhiệm vụ năm 2021.\n"


class Forking:
    """Runs ``python -m generator`` in forks of one process, which the first command starts.

    ``before`` comes before its command line, such as ``setpriv`` with what the commands may not.
    """

    def __init__(self, root: Path, before: Sequence[str] = ()) -> None:
        self._root = root
        self._before = before
        self._environment = {**os.environ, "PYTHONPATH": str(root)}
        self._server: subprocess.Popen[str] | None = None

    def can(self, environment: Mapping[str, str]) -> bool:
        """Return whether a fork behaves as a fresh process with ``environment`` would."""
        changed = {name for name, _ in self._environment.items() ^ environment.items()}
        return hasattr(os, "fork") and not any(name.startswith(AT_START) for name in changed)

    def run(self, arguments: list[str], cwd: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run one command. Raises RuntimeError when the process that forks has ended, TimeoutExpired after :data:`LONGEST`."""
        if self._server is None:
            command = [*self._before, sys.executable, "-m", "tests.forking"]
            self._server = subprocess.Popen(
                command, cwd=self._root, env=self._environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
            )
        server = self._server
        assert server.stdin is not None
        assert server.stdout is not None
        with tempfile.TemporaryDirectory(prefix="kyyeu-forking-") as folder:
            said = [Path(folder) / name for name in ("output", "errors")]
            server.stdin.write(json.dumps([arguments, str(cwd), dict(environment), *map(str, said)]) + "\n")
            server.stdin.flush()
            if not select.select([server.stdout], [], [], LONGEST)[0]:
                with server as stuck:
                    stuck.kill()
                self._server = None
                raise subprocess.TimeoutExpired(arguments, LONGEST)
            answer = server.stdout.readline()
            if not answer:
                raise RuntimeError("the process that forks has ended")
            return subprocess.CompletedProcess(arguments, int(answer), *(path.read_text(encoding="utf-8") for path in said))

    def close(self) -> None:
        """End the process that forks."""
        if self._server is not None:
            self._server.communicate()


def _become(line: str) -> None:
    """Be the process of the command in ``line``; ends as that process would."""
    arguments, cwd, environment, *said = json.loads(line)
    for descriptor, path in enumerate([os.devnull, *said]):
        opened = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        os.dup2(opened, descriptor)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(cwd)
    sys.argv[1:] = arguments
    runpy.run_module("generator", run_name="__main__", alter_sys=True)


def _warm() -> None:
    """Do once what each command would begin with: import the program, read its words, compile its rules and templates.

    No file is written and no thread started: a fork would lack them.
    """
    for module in pkgutil.walk_packages(generator.__path__, f"{generator.__name__}."):
        if not module.name.startswith(_SELDOM):
            importlib.import_module(module.name)
    from generator.extraction.extract import extract  # noqa: PLC0415 -- only the process that forks needs it
    from generator.model.article import Source  # noqa: PLC0415
    from generator.model.settings import NO_SETTINGS  # noqa: PLC0415
    from generator.reading.text import article_from_text  # noqa: PLC0415
    from generator.rendering.linked.files import linked_files  # noqa: PLC0415
    from generator.rendering.site import render  # noqa: PLC0415
    from generator.resolution.assembly import assemble  # noqa: PLC0415

    article = article_from_text(_TEXT, Source("a.txt", "0" * 64, "text"))
    archive = assemble([(article, extract(article))])
    render(archive)
    linked_files(archive, NO_SETTINGS)
    gc.collect()
    gc.freeze()


def _serve() -> None:
    _warm()
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    commands = os.fdopen(os.dup(0), encoding="utf-8")
    while line := commands.readline():
        child = os.fork()
        if child == 0:
            _become(line)
            return
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        answers.write(f"{code}\n")
        answers.flush()


if __name__ == "__main__":
    _serve()
