"""Kills a cluster while it reads a corpus, at random, and compares what comes out with what one process reads.

    python -m tests.corpus.kills --kills 20 --seed 1

Two workers, a scheduler and the client are processes of their own; each kill takes one of them (SIGKILL), after a drawn number of parts
more, and it is started again. ``python -m tests.corpus.kills client SOURCES OUT ADDRESS`` is the client.
"""

from __future__ import annotations

import argparse
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import Self

from generator.corpus.engines.cluster import Cluster
from generator.corpus.engines.here import Here
from generator.corpus.running import run
from generator.corpus.sources.reading import sources_at
from generator.errors import CorpusError
from tests.conftest import ROOT
from tests.corpus.small import SETTINGS, contents, folder_of
from tests.publishing.building.test_serve import free_port

BATCH = 3  #: articles
LONGEST = 600  #: seconds without a new part
_VICTIMS = ("worker", "worker", "worker", "worker", "client", "scheduler")


class Killed:
    """A cluster whose processes are killed and started again."""

    def __init__(self, sources: Path, out: Path) -> None:
        self.sources, self.out = sources, out
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self.killed: Counter[str] = Counter()
        self._processes: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        self._cluster()
        self._start("client", "tests.corpus.kills", "client", str(self.sources), str(self.out), self.address)
        return self

    def __exit__(self, *_: object) -> None:
        for name in list(self._processes):
            self._kill(name)

    def go(self, kills: int, seed: int) -> None:
        """Kill so often, then wait for the end. Raises AssertionError when nothing goes on."""
        draw = random.Random(seed)
        for _ in range(kills):
            if not self._more(draw.randrange(1, 4)):
                break
            time.sleep(draw.random() / 2)
            victim = draw.choice(_VICTIMS)
            self.killed[victim] += 1
            if victim == "worker":
                name = draw.choice(("worker-0", "worker-1"))
                self._kill(name)
                self._worker(name)
            elif victim == "scheduler":
                for name in ("scheduler", "worker-0", "worker-1"):
                    self._kill(name)
                self._cluster()
            else:
                self._kill("client")
                self._client()
        while self._more(10**9):
            pass

    def _more(self, parts: int) -> bool:
        """Wait for so many parts more; return False where the client has finished."""
        wanted, until = self._parts() + parts, time.monotonic() + LONGEST
        while self._parts() < wanted:
            code = self._processes["client"].poll()
            if code == 0:
                return False
            if code is not None:  # it lost its scheduler, said so, and the same command goes on
                assert code == 1, code
                self._client()
            assert time.monotonic() < until, "nothing goes on"
            time.sleep(0.05)
        return True

    def _parts(self) -> int:
        return sum(1 for _ in self.out.glob("parts/*/??/*.parquet"))

    def _cluster(self) -> None:
        port = self.address.rpartition(":")[2]
        self._start("scheduler", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard", "--no-jupyter")
        for name in ("worker-0", "worker-1"):
            self._worker(name)

    def _worker(self, name: str) -> None:
        place = str(self.out.parent / "workers")
        self._start(
            name, "distributed.cli.dask_worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", place
        )

    def _client(self) -> None:
        self._start("client", "tests.corpus.kills", "client", str(self.sources), str(self.out), self.address)

    def _start(self, name: str, *module: str) -> None:
        log = (self.out.parent / f"{name}.log").open("ab")
        with log:
            self._processes[name] = subprocess.Popen([sys.executable, "-m", *module], cwd=ROOT, stdout=log, stderr=log)

    def _kill(self, name: str) -> None:
        process = self._processes.pop(name)
        process.kill()
        process.wait()


def whole(sources: Path, out: Path) -> None:
    """Read ``sources`` in one process."""
    engine = Here()
    try:
        run(sources_at([sources], {}), out, engine, SETTINGS, batch=BATCH)
    finally:
        engine.close()


def client(sources: Path, out: Path, address: str) -> int:
    """Read ``sources`` on the cluster; return the exit code."""
    try:
        engine = Cluster(address)
        try:
            run(sources_at([sources], {}), out, engine, SETTINGS, batch=BATCH)
        finally:
            engine.close()
    except CorpusError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


def compared(place: Path, count: int, kills: int, seed: int) -> Counter[str]:
    """Read ``count`` articles under ``kills``, and in one process. Raises AssertionError where the tables differ; return who was killed."""
    sources = folder_of(place / "bai", count, seed=seed)
    out = place / "killed"
    with Killed(sources, out) as cluster:
        cluster.go(kills, seed)
    whole(sources, place / "whole")
    assert contents(out / "tables") == contents(place / "whole" / "tables")
    return cluster.killed


def main() -> int:
    """Kill, compare, print."""
    if sys.argv[1:2] == ["client"]:
        return client(Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kills", type=int, default=5)
    parser.add_argument("--articles", type=int, default=120)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kyyeu-kills-")))
        killed = compared(place, asked.articles, asked.kills, asked.seed)
        sys.stdout.write(f"{asked.articles} articles, killed {dict(sorted(killed.items()))}: the tables are those of one process\n")
        shutil.rmtree(place / "workers", ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
