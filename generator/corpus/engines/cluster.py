"""Dask distributed as the engine: workers of this machine, or those of any cluster by the address of its scheduler.

The client holds the sources and the folder, so workers need neither; they need this program, of the same version. A batch is given to the
scheduler with its texts and kept there until its rows are here: when a worker is killed, another one gets it.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from dask import config
from distributed import Client, Future, LocalCluster, wait
from distributed.scheduler import KilledWorker

from generator.corpus.engines.engine import Batch, Done
from generator.corpus.processing.child import Child
from generator.corpus.processing.fingerprint import rules
from generator.errors import CorpusError
from generator.messages import message

_AHEAD = 2  #: batches that a worker has beside the one at work, so that it never waits
_KILLS = 50  #: so often may the workers of one batch be killed
_CONNECT = "30s"
_of_thread = threading.local()  # each thread of a worker has a process of its own


def rows_of(batch: Batch, settings: str, expected: str) -> list[bytes]:
    """Read ``batch`` on a worker; nothing if its program is not the ``expected`` one."""
    if rules() != expected:
        return []
    if not hasattr(_of_thread, "child"):
        _of_thread.child = Child()
    child: Child = _of_thread.child
    return child.rows(batch, settings)


@dataclass
class Cluster:
    """A client of a scheduler: that at ``address``, or one on this machine with ``workers`` (None: one a core)."""

    address: str | None = None
    workers: int | None = None
    most: int = field(default=0, init=False)
    _local: Any = field(default=None, init=False)
    _client: Any = field(default=None, init=False)

    def __post_init__(self) -> None:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # we report what happens to workers
        config.set({"distributed.comm.timeouts.connect": _CONNECT, "distributed.scheduler.allowed-failures": 3})
        try:
            if self.address is None:
                self._local = LocalCluster(n_workers=self.workers, threads_per_worker=1, processes=True, dashboard_address=None)
            self._client = Client(self._local or self.address, timeout=_CONNECT)
        except (OSError, TimeoutError, ValueError, ImportError) as error:
            self.close()
            where = self.address or "127.0.0.1"
            raise CorpusError(
                message("corpus.no_scheduler", address=where, reason=error), fix=message("corpus.fix.no_scheduler")
            ) from error

    def results(self, batches: Iterable[Batch], settings: str) -> Iterator[Done]:
        """Yield what becomes of each batch, as it is ready. A batch whose worker was killed is given out again."""
        waiting = iter(batches)
        at_work: dict[Future[Any], tuple[Batch, int]] = {}
        again: list[tuple[Batch, int]] = []
        try:
            while True:
                self.most = (1 + _AHEAD) * max(1, sum(self._client.nthreads().values()))
                while len(at_work) < self.most:
                    batch, kills = again.pop() if again else (next(waiting, None), 0)
                    if batch is None:
                        break
                    future = self._client.submit(rows_of, batch, settings, rules(), pure=False, retries=_KILLS)
                    at_work[future] = (batch, kills)
                if not at_work:
                    return
                done = wait(list(at_work), return_when="FIRST_COMPLETED").done
                for future in done:
                    batch, kills = at_work.pop(future)
                    found = self._rows(future)
                    if found is not None:
                        yield Done(len(batch), found)
                    elif kills < _KILLS:
                        again.append((batch, kills + 1))
                    else:
                        raise CorpusError(message("corpus.workers_die", n=kills), fix=message("corpus.fix.workers_die"))
        except (OSError, TimeoutError, ValueError) as error:
            raise self._lost(error) from error
        finally:
            for future in at_work:
                with contextlib.suppress(Exception):
                    future.cancel()

    def _rows(self, future: Future[Any]) -> tuple[bytes, ...] | None:
        """Return the rows; None where the worker was killed. Raises CorpusError for another program, or a scheduler that is gone."""
        try:
            found = tuple(future.result())
        except KilledWorker:
            return None
        except Exception as error:
            raise self._lost(error) from error
        finally:
            future.release()
        if not found:
            raise CorpusError(message("corpus.other_program"), fix=message("corpus.fix.other_program"))
        return found

    def _lost(self, error: BaseException) -> CorpusError:
        reason = next(iter(str(error).splitlines()), "") or type(error).__name__
        return CorpusError(message("corpus.lost_scheduler", reason=reason), fix=message("corpus.fix.lost_scheduler"))

    def close(self) -> None:
        """Leave the cluster; one of this machine is ended."""
        for it in (self._client, self._local):
            if it is not None:
                with contextlib.suppress(Exception):
                    it.close()
        self._client = self._local = None
