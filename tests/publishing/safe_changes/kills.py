"""Kills builds and looks what is left: the old site or the new one, never none or half; the next build as clean as a first one.

    python -m tests.publishing.safe_changes.kills --runs 300 --seed 1 [--folder DIR]

Every run is a copy of a built archive whose articles were changed. A build of it is ended at the n-th change of files below the
archive, counted by an audit hook, or at a random moment; the processes are forked from one that has everything imported.
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator import cli
from generator.publishing.safe_changes import exchange
from tests.conftest import ARTICLE, new_archive
from tests.signals import heard

BEFORE = {"hoa-mai.txt": ARTICLE, "cu.txt": ARTICLE.replace("Hoa Mai", "Lan Tím")}
AFTER = {"hoa-mai.txt": ARTICLE.replace("12 đảng viên", "21 đảng viên"), "moi.txt": ARTICLE.replace("Hoa Mai", "Cúc Vàng")}
#: Audit events that change files, with the place of a path among their arguments; the last argument may be a folder's descriptor.
CHANGES = {"os.rename": 0, "os.remove": 0, "os.mkdir": 0, "os.rmdir": 0, "os.chmod": 0, "os.truncate": 0, "os.link": 0, "os.symlink": 1}
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
KILL = 9  # SIGKILL, which Windows does not name
Tree = Mapping[str, str]


@dataclass(frozen=True)
class Trial:
    """End of a build: at its n-th change of files (``at``) or after ``seconds``; by a signal, or by a disk that is full from there on
    (``full``). ``exchange``: the system can exchange names."""

    at: int = 0
    seconds: float = 0
    signal: int = KILL
    full: bool = False
    exchange: bool = True


def tree(folder: Path) -> Tree:
    """Return every file and folder below ``folder`` with its digest, and whether it is closed to others."""
    found = {}
    for here, below, names in os.walk(folder):
        for name in below:
            found[Path(here, name).relative_to(folder).as_posix() + "/"] = oct(Path(here, name).stat().st_mode)
        for name in names:
            path = Path(here, name)
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest() + oct(path.stat().st_mode)
    return found


def part(whole: Tree, name: str) -> Tree:
    """Return of a tree, what is in one folder."""
    return {path: content for path, content in whole.items() if path.startswith(f"{name}/")}


def edited(folder: Path, articles: Mapping[str, str]) -> None:
    """Make ``articles`` be those of the archive."""
    shutil.rmtree(folder / "seeds")
    (folder / "seeds").mkdir()
    for name, text in articles.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")


def forked(work: Callable[[], int], log: Path, seconds: float = 0, number: int = KILL) -> int:
    """Run ``work`` in a process of its own, which is sent a signal after ``seconds`` if that is not 0; gives its wait status."""
    child = os.fork()
    if not child:
        code = 99
        try:
            descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            os.dup2(descriptor, 1)
            os.dup2(descriptor, 2)
            code = work()
        except BaseException:  # noqa: BLE001 (reported in the log)
            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    if seconds:
        time.sleep(seconds)
        os.kill(child, number)  # not yet waited for, so it still is that process
    return os.waitpid(child, 0)[1]


def command(name: str, folder: Path, trial: Trial, count: Path | None = None) -> Callable[[], int]:
    """Return a command of ours on ``folder`` that ends as ``trial`` says; ``count`` is where it lists its changes of files."""

    def work() -> int:
        changes: list[str] = []

        def hear(event: str, arguments: tuple[object, ...]) -> None:
            if _changes(event, arguments, folder):
                changes.append(f"{event} {arguments[:2]}")
                if trial.full and trial.at and len(changes) >= trial.at and event in {"open", "os.mkdir"}:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))
                if not trial.full and len(changes) == trial.at:
                    os.kill(os.getpid(), trial.signal)

        if not trial.exchange:
            exchange.exchanged = lambda path, other: False  # noqa: ARG005
        os.umask(0o022)
        sys.addaudithook(hear)
        code = cli.main([name, "-C", str(folder)])
        if count is not None:
            count.write_text("\n".join(changes), encoding="utf-8")
        return code

    return work


def _changes(event: str, arguments: tuple[object, ...], folder: Path) -> bool:
    if event == "open":
        path, _, flags = arguments
        return isinstance(flags, int) and bool(flags & WRITING) and str(path).startswith(f"{folder}/")
    if event not in CHANGES:
        return False
    below = isinstance(arguments[-1], int) and arguments[-1] != -1 and event in {"os.remove", "os.rmdir"}
    return below or str(arguments[CHANGES[event]]).startswith(f"{folder}/")


class Scene:
    """A built archive to copy, and what its states are: built from the old articles, and from the new ones."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.log = folder, folder / "log"
        self.base, self.work = folder / "base", folder / "work"
        new_archive(self.base, {name: text.encode() for name, text in BEFORE.items()})
        clean = new_archive(folder / "clean", {name: text.encode() for name, text in AFTER.items()})
        for one in (self.base, clean):
            assert forked(command("build", one, Trial()), self.log) == 0, self.log.read_text(encoding="utf-8")
        self.old, self.new = tree(self.base), tree(clean)
        self.sites = (part(self.old, "site"), part(self.new, "site"))
        assert self.sites[0] != self.sites[1]
        self.changes = self._changes(exchange=True)
        self.changes_without = self._changes(exchange=False)

    def _changes(self, *, exchange: bool) -> list[str]:
        self.reset()
        start, count = time.monotonic(), self.folder / "count"
        assert forked(command("build", self.work, Trial(exchange=exchange), count), self.log) == 0, self.log.read_text(encoding="utf-8")
        self.seconds = time.monotonic() - start
        assert tree(self.work) == self.new
        return count.read_text(encoding="utf-8").splitlines()

    def reset(self) -> None:
        """Copy the built archive, with articles changed since."""
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.base, self.work)
        edited(self.work, AFTER)

    def errors(self, trial: Trial) -> Iterable[str]:
        """Yield what is wrong after a trial and after the build that follows it."""
        self.reset()
        status = forked(command("build", self.work, trial), self.log, trial.seconds, trial.signal)
        said, found = self.log.read_text(encoding="utf-8"), tree(self.work)
        if "Traceback" in said:
            yield f"a traceback: {said}"
        if not trial.exchange and not part(found, "site"):
            forked(command("index", self.work, Trial()), self.log)
            found = tree(self.work)
        if part(found, "site") not in self.sites:
            yield f"neither the old site nor the new: {sorted(set(found) - set(self.new))[:5]}"
        for path, content in part(found, "docs").items():
            if "/." not in path and path in self.old.keys() | self.new.keys() and content not in {self.old.get(path), self.new.get(path)}:
                yield f"{path} is neither the old nor the new"
        if trial.full or (trial.signal != KILL and os.waitstatus_to_exitcode(status) != 0):
            yield from self._clean_end(trial, status, said, found)
        if forked(command("build", self.work, Trial()), self.log) != 0:
            yield f"the next build fails: {self.log.read_text(encoding='utf-8')}"
        after = tree(self.work)
        if after != self.new:
            yield f"the next build differs: {sorted(path for path, _ in after.items() ^ self.new.items())[:5]}"

    def _clean_end(self, trial: Trial, status: int, said: str, found: Tree) -> Iterable[str]:
        left = sorted(path for path in found if path not in self.old and path not in self.new)
        if left:
            yield f"left behind: {left[:5]}"
        code = os.waitstatus_to_exitcode(status)
        if trial.full:
            if code != 1 or len(said.splitlines()) != 1:
                yield f"a full disk gives {code} and says {said!r}"
            if part(found, "site") != self.sites[0]:
                yield "the old site did not stay"
        elif code != 128 + trial.signal:
            yield f"signal {trial.signal} gives {code}"


def trials(scene: Scene, runs: int, seed: int) -> list[tuple[str, Trial]]:
    """As many trials of each kind, spread over the whole build, the same for the same seed."""
    chance = random.Random(seed)
    found: list[tuple[str, Trial]] = []
    last = len(scene.changes)
    ends = [signal.SIGTERM, signal.SIGHUP, signal.SIGINT]
    aside = next(number for number, change in enumerate(scene.changes_without, 1) if "old-site'" in change and "rename" in change)
    for number in range(runs):
        spread = min(last, 1 + int((number + chance.random()) / runs * last))
        kind = number % 10
        if kind < 5:
            found.append(("killed at a change", Trial(at=spread)))
        elif kind < 7:
            found.append(("killed at a moment", Trial(seconds=max(0.01, chance.random() * scene.seconds))))
        elif kind == 7:
            found.append(("told to end", Trial(at=spread, signal=ends[number // 10 % 3])))
        elif kind == 8:
            found.append(("disk full", Trial(at=chance.randrange(1, _last_write(scene.changes) + 1), full=True)))
        else:
            found.append(("killed without exchange", Trial(at=aside + chance.randrange(-2, 8), exchange=False)))
    return found


def _last_write(changes: list[str]) -> int:
    return max(number for number, change in enumerate(changes, 1) if change.startswith(("open ", "os.mkdir ")))


def run(folder: Path, runs: int, seed: int, tell: Callable[[str], object] = lambda _: None) -> list[str]:
    """Carries out the trials and gives what was wrong, one line each."""
    scene = Scene(folder)
    tell(f"{len(scene.changes)} changes of files in a build, {scene.seconds:.1f} s")
    wrong, done = [], Counter[str]()
    for number, (kind, trial) in enumerate(trials(scene, runs, seed)):
        errors = [f"{kind}, {trial}: {error}" for error in scene.errors(trial)]
        done[kind] += 1
        wrong += errors
        for error in errors:
            tell(error)
        if number % 20 == 19:
            tell(f"{number + 1} done, {len(wrong)} errors")
    tell(f"{dict(done)}: {len(wrong)} errors")
    return wrong


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path)
    wishes = parser.parse_args()
    with heard(), tempfile.TemporaryDirectory(dir=wishes.folder) as here:
        found = run(Path(here).resolve(), wishes.runs, wishes.seed, lambda line: sys.stdout.write(f"{line}\n") and sys.stdout.flush())
    sys.exit(bool(found))
