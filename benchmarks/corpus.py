"""``kyyeu corpus`` in numbers: articles a second a core, what a second worker gains, memory, tables, merging, questions.

    python benchmarks/corpus.py [--count 2000] [--rounds 3] [--asked 200000]

Run by ``make bench``. One and two workers, and one and two processes without an engine, take turns over the same batches after a warm-up,
and medians count: the ratio of the gains is to be trusted where the machine's seconds are not. The question is asked over the awards of
``--asked`` articles, which are those of ``--count`` multiplied.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import duckdb
import psutil

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.recombining import articles  # noqa: E402
from generator.corpus.engines.cluster import Cluster  # noqa: E402
from generator.corpus.engines.engine import Batch  # noqa: E402
from generator.corpus.engines.here import Here  # noqa: E402
from generator.corpus.merging.merging import merge  # noqa: E402
from generator.corpus.processing.fingerprint import Settings  # noqa: E402
from generator.corpus.questions.asking import asked  # noqa: E402
from generator.corpus.questions.awards import awards_by  # noqa: E402
from generator.corpus.running import run  # noqa: E402
from generator.corpus.sources.given import Given  # noqa: E402
from generator.corpus.sources.reading import sources_at  # noqa: E402
from generator.corpus.store.folder import CorpusFolder  # noqa: E402
from generator.corpus.store.seen import seen_in  # noqa: E402
from generator.publishing.starter.adapting import known_units  # noqa: E402
from generator.publishing.starter.sources import source  # noqa: E402

BATCH = 50  #: articles; small, so that the last batches do not leave a worker idle for long
_MB = 1024 * 1024


def settings() -> Settings:
    """Return those of a run that names none."""
    return Settings(known_units(source().text("seeds/units.yml"), "vi"), "vi")


def batches(count: int) -> list[Batch]:
    """Return ``count`` articles in batches."""
    given = [Given(name, ".txt", text.encode()) for name, text in articles(count)]
    return [given[at : at + BATCH] for at in range(0, count, BATCH)]


def with_engine(work: Sequence[Batch], workers: int) -> tuple[float, list[float]]:
    """Return the seconds that the workers of an engine take, and their memory in MB, all together, after each tenth of the work."""
    engine = Cluster(workers=workers)
    try:
        for _ in engine.results(work[: 2 * workers], settings().to_json()):
            pass
        memory: list[float] = []
        start = time.perf_counter()
        for number, _ in enumerate(engine.results(work, settings().to_json()), 1):
            if number % max(1, len(work) // 10) == 0:
                memory.append(sum(child.memory_info().rss for child in psutil.Process().children(recursive=True)) / _MB)
        return time.perf_counter() - start, memory
    finally:
        engine.close()


def without_engine(count: int, processes: int) -> float:
    """Return the seconds that independent processes take for the same articles, each for its part, from when all are warm."""
    command = [sys.executable, "-m", "benchmarks.corpus", "--alone", str(count), str(processes)]
    started = [
        subprocess.Popen([*command, str(part)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) for part in range(processes)
    ]
    for process in started:
        assert process.stdout is not None
        process.stdout.readline()
    start = time.perf_counter()
    for process in started:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.flush()
    for process in started:
        process.communicate()
    return time.perf_counter() - start


def alone(count: int, processes: int, part: int) -> None:
    """Work on every so many-th batch, once it may begin."""
    engine = Here()
    work = batches(count)
    for _ in engine.results(work[:2], settings().to_json()):
        pass
    print("warm", flush=True)
    sys.stdin.readline()
    for _ in engine.results(work[part::processes], settings().to_json()):
        pass
    engine.close()


def jsonl(path: Path, count: int) -> None:
    """Write ``count`` articles, one in 25 printed again, as JSON Lines."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=1) as file:
        for _, text in articles(count, reprints=25):
            file.write(f"{json.dumps({'text': text}, ensure_ascii=False)}\n")


def client_milliseconds(path: Path, room: Path) -> float:
    """Return the client's own CPU an article: reading, hashing, remembering."""
    start, number = time.process_time(), 0
    with seen_in(room) as seen:
        for _, contents in sources_at([path], {}):
            for item in contents:
                assert isinstance(item, Given)
                seen.add([(item.id, item.place)])
                number += 1
    return 1000 * (time.process_time() - start) / number


def multiplied(corpus: Path, place: Path, times: int) -> CorpusFolder:
    """Make a corpus whose awards are those of ``corpus`` so many times."""
    for year in sorted((corpus / "tables" / "awards").iterdir()):
        target = place / "tables" / "awards" / year.name
        target.mkdir(parents=True)
        with duckdb.connect() as base:
            base.execute(
                f"COPY (SELECT a.* REPLACE (article || '-' || n AS article) FROM read_parquet('{year}/part.parquet', hive_partitioning = "
                f"false) a, range({times}) AS t(n) ORDER BY article, number) TO '{target}/part.parquet' (FORMAT parquet, COMPRESSION zstd)"
            )
    (place / "corpus.json").write_bytes((corpus / "corpus.json").read_bytes())
    return CorpusFolder.at(place)


def seconds_of(folder: CorpusFolder) -> tuple[float, int]:
    """Return how long the question about awards by type, year and province takes, with its views, and the number of rows."""
    start = time.perf_counter()
    with asked(folder, awards_by(["type", "year", "province"])) as answer:
        rows = sum(len(portion) for portion in answer.rows)
    return time.perf_counter() - start, rows


@dataclass(frozen=True, slots=True)
class Round:
    """The seconds of one and two ``workers``, of one and two ``processes``, and the ``memory`` of the former."""

    workers: tuple[float, float]
    processes: tuple[float, float]
    memory: tuple[list[float], list[float]]


def rounds(count: int, times: int) -> Iterator[Round]:
    """Yield what each took, in turn."""
    work = batches(count)
    for _ in range(times):
        first, memory = with_engine(work, 1)
        process = without_engine(count, 1)
        second, both = with_engine(work, 2)
        yield Round((first, second), (process, without_engine(count, 2)), (memory, both))


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--alone"]:
        alone(*map(int, sys.argv[2:5]))
        return
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--asked", type=int, default=200_000)
    given = parser.parse_args()
    count = given.count
    system = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, DuckDB {duckdb.__version__}"
    print(f"{system}; {count} articles")
    measured_workers(list(rounds(count, given.rounds)), count)
    with tempfile.TemporaryDirectory(prefix="kyyeu-bench-") as folder:
        measured_corpus(Path(folder), count, given.asked)


def measured_workers(found: Sequence[Round], count: int) -> None:
    """Print what workers and processes took."""
    workers = [count / statistics.median(row.workers[at] for row in found) for at in range(2)]
    processes = [count / statistics.median(row.processes[at] for row in found) for at in range(2)]
    print(f"articles a second: 1 worker {workers[0]:.1f}, 2 workers {workers[1]:.1f}; 1 process {processes[0]:.1f}, 2 {processes[1]:.1f}")
    gains = [(row.workers[0] / row.workers[1]) / (row.processes[0] / row.processes[1]) for row in found]
    each = ", ".join(f"{gain:.2f}" for gain in gains)
    print(f"gain of the second worker / of the second process: {statistics.median(gains):.2f} (rounds: {each})")
    ratios = [row.processes[1] / row.workers[1] for row in found]
    print(f"2 workers / 2 independent processes: {statistics.median(ratios):.2f} (rounds: {', '.join(f'{ratio:.2f}' for ratio in ratios)})")
    for number, memory in enumerate(found[-1].memory, 1):
        print(f"memory in MB, all processes of {number} worker(s), by tenths of the work: {', '.join(f'{part:.0f}' for part in memory)}")


def measured_corpus(place: Path, count: int, number: int) -> None:
    """Print what a run, merging and a question take."""
    jsonl(place / "bai.jsonl.gz", count)
    print(f"client: {client_milliseconds(place / 'bai.jsonl.gz', place):.3f} ms of CPU an article for reading, hashing, remembering")
    engine = Here()
    start, cpu = time.perf_counter(), time.process_time()
    run(sources_at([place / "bai.jsonl.gz"], {}), place / "corpus", engine, settings())
    engine.close()
    cpu = time.process_time() - cpu
    print(f"a run in one process: {time.perf_counter() - start:.1f} s, of it {cpu:.1f} s CPU of the client, with the tables")
    sizes = {name: sum(path.stat().st_size for path in (place / "corpus" / name).rglob("*.parquet")) for name in ("parts", "tables")}
    print(f"on the disk: {', '.join(f'{size / count / 1024:.2f} KB an article in {name}' for name, size in sizes.items())}")
    start, cpu = time.perf_counter(), time.process_time()
    merged = merge(place / "corpus")
    print(f"merge: {time.perf_counter() - start:.1f} s, {time.process_time() - cpu:.1f} s CPU; {merged}")
    many = multiplied(place / "corpus", place / "many", max(1, number // count))
    answers = [seconds_of(many) for _ in range(3)]
    print(f"awards by type, year and province over {number} articles: {min(answers)[0]:.2f} s, {answers[0][1]} rows")


if __name__ == "__main__":
    main()
