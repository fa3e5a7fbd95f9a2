"""One article costs only itself: whatever goes wrong with a file is that file's error, and the others have their pages."""

from __future__ import annotations

import builtins
import re
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator import gathering, inspection, pipeline, readings
from generator.containment import contained
from generator.errors import DefectError, KyYeuError
from generator.messages import flat
from generator.model.archive import Archive
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading import bounds, limits
from generator.reading.bounds import OutOfTime, bounded
from generator.reading.text import article_from_text
from generator.rendering import site as pages
from tests.conftest import ARTICLE

OTHER = ARTICLE.replace("Hoa Mai", "Lan Anh")
EXCEPTIONS = sorted({one for one in vars(builtins).values() if isinstance(one, type)}, key=lambda one: one.__name__)


class _UnheardOfError(Exception):
    """An exception that nobody has heard of."""


def _raised(error: BaseException) -> Callable[..., object]:
    def work(*_: object) -> object:
        raise error

    return work


def _makeable(kind: type) -> bool:
    if not issubclass(kind, Exception) or issubclass(kind, Warning):
        return False
    try:
        kind()
    except TypeError:
        return False
    return True


KINDS = [kind for kind in EXCEPTIONS if _makeable(kind)] + [_UnheardOfError]  # every exception that Python knows, and one that it does not


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_any_exception_is_the_error_of_the_file(kind: type[Exception], tmp_path: Path) -> None:
    error = contained(tmp_path / "a.txt", _raised(kind()))
    assert isinstance(error, KyYeuError)
    assert error.path == tmp_path / "a.txt"
    assert error.fix
    assert "\n" not in str(error)
    assert kind is MemoryError or kind.__name__ in str(error)


@given(st.text(max_size=200))
def test_what_an_exception_says_is_not_told(text: str) -> None:
    error = contained(Path("a.txt"), _raised(_UnheardOfError(f"<{text}>")))
    assert str(error) == str(contained(Path("a.txt"), _raised(_UnheardOfError())))


def test_the_place_in_the_program_is_told_without_a_folder_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.reading.text.read_page", _raised(IndexError()))
    error = contained(Path("a.txt"), lambda: article_from_text("a", None))  # type: ignore[arg-type]
    assert isinstance(error, DefectError)
    assert re.search(r"\(IndexError, reading/text\.py:\d+\)", str(error))
    assert isinstance(error.__cause__, IndexError), "whoever looks for the defect has its traceback"


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_stops_the_program_stops_it(kind: type[BaseException]) -> None:
    with pytest.raises(kind):
        contained(Path("a.txt"), _raised(kind()))


def test_what_is_made_is_given() -> None:
    assert contained(Path("a.txt"), lambda: 42) == 42


def test_endless_recursion_tells_no_place_for_that_is_where_the_depth_of_calls_decides() -> None:
    circle: dict[str, object] = {}
    circle["a"] = circle
    assert "(RecursionError)" in str(contained(Path("a.txt"), lambda: list(flat(circle))))


def _loop() -> None:
    while True:
        pass


def _swallowing() -> None:
    for _ in range(3):
        try:
            _loop()
        except Exception:  # noqa: BLE001
            continue


def _backtracking() -> None:
    re.fullmatch(r"(?:aa|a)*c", "a" * 60)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer of computing time")
@pytest.mark.parametrize("work", [_loop, _swallowing, _backtracking])
def test_too_much_time_is_the_error_of_the_file(work: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "seconds", lambda _: 0.05)
    error = contained(Path("a.txt"), work)
    assert isinstance(error, KyYeuError)
    assert "computing time" in str(error)
    assert contained(Path("a.txt"), lambda: 42) == 42, "the next has its own"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer of computing time")
def test_the_timer_and_its_handler_are_as_before() -> None:
    def mine(*_: object) -> None: ...

    before = signal.signal(signal.SIGVTALRM, mine)
    try:
        with bounded(0):
            assert signal.getsignal(signal.SIGVTALRM) is not mine
        with pytest.raises(OutOfTime), bounded(0):
            raise OutOfTime
        assert signal.getsignal(signal.SIGVTALRM) is mine
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0, 0)
    finally:
        signal.signal(signal.SIGVTALRM, before)


def test_in_another_thread_there_is_no_timer_and_the_work_is_done() -> None:
    results: list[object] = []
    thread = threading.Thread(target=lambda: results.append(contained(Path("a.txt"), lambda: 42)))
    thread.start()
    thread.join()
    assert results == [42]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces a limit")
def test_too_much_memory_is_the_error_of_the_file() -> None:
    error = contained(Path("a.txt"), lambda: len(bytearray(2 * limits.memory(0))))
    assert isinstance(error, KyYeuError)
    assert "memory" in str(error)
    assert len(bytearray(limits.memory(0) // 10)) > 0


def test_where_nothing_can_be_bounded_the_work_is_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows has neither timer nor limits; macOS has both and does not say how much is used."""
    before = signal.getitimer(signal.ITIMER_VIRTUAL) if sys.platform != "win32" else ()
    monkeypatch.setattr(bounds, "_USED", tmp_path / "proc")
    assert contained(Path("a.txt"), lambda: len(bytearray(2 * limits.memory(0)))) == 2 * limits.memory(0)
    monkeypatch.setattr(bounds, "_resource", None)
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert contained(Path("a.txt"), lambda: 42) == 42
    assert isinstance(contained(Path("a.txt"), lambda: 1 // 0), KyYeuError)
    if sys.platform != "win32":
        assert signal.getitimer(signal.ITIMER_VIRTUAL) == before


def test_an_article_has_time_and_memory_in_proportion() -> None:
    assert limits.seconds(0) >= 60
    assert limits.seconds(limits.LARGEST) < 15 * 60, "the workflow that publishes has 30 minutes"
    assert limits.seconds(2 * limits.MB) - limits.seconds(limits.MB) >= 30
    assert limits.memory(limits.LARGEST) > limits.memory(0) > limits.LARGEST


def _failing_for(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, error: BaseException) -> None:
    """Make the function fail whenever what it is given reports phường Lan Anh."""
    work = getattr(owner, name)

    def now_and_then(*given: object, **named: object) -> object:
        if "Lan Anh" in str([_words(one) for one in given]):
            raise error
        return work(*given, **named)

    monkeypatch.setattr(owner, name, now_and_then)


def _words(one: object) -> str:
    if isinstance(one, Path) and one.is_file():
        return one.read_text(encoding="utf-8")
    if isinstance(one, Archive):
        return str([entry.article.text for entry in one.entries])
    return str(one)


STAGES = [(readings, "read"), (readings, "extract"), (gathering, "apply"), (gathering, "assemble")]


@pytest.mark.parametrize("kind", [IndexError, RecursionError, MemoryError, _UnheardOfError, OSError, UnicodeError])
@pytest.mark.parametrize("stage", STAGES, ids=[name for _, name in STAGES])
def test_any_exception_in_any_stage_costs_one_article(
    archive: Path, monkeypatch: pytest.MonkeyPatch, stage: tuple[object, str], kind: type[Exception]
) -> None:
    (archive / "seeds" / "lan-anh.txt").write_text(OTHER, encoding="utf-8")
    _failing_for(monkeypatch, *stage, kind())
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert report.articles == 1
    (error,) = report.errors
    assert error.path == archive / "seeds" / "lan-anh.txt"
    assert "12 đảng viên" in (archive / "docs" / "bai" / "hoa-mai.md").read_text(encoding="utf-8")
    assert "seeds/lan-anh.txt" in (archive / "docs" / "bai" / "lan-anh.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", ["each_page", "each_linked_file", "Data"])
def test_any_exception_while_rendering_costs_one_article(archive: Path, monkeypatch: pytest.MonkeyPatch, stage: str) -> None:
    (archive / "seeds" / "lan-anh.txt").write_text(OTHER, encoding="utf-8")
    _failing_for(monkeypatch, pipeline, stage, ZeroDivisionError())
    report = pipeline.convert(ArchiveFolder.at(archive))
    assert (report.articles, [error.path for error in report.errors]) == (1, [archive / "seeds" / "lan-anh.txt"])
    assert "Lan Anh" not in (archive / "docs" / "index.md").read_text(encoding="utf-8")


def test_a_defect_of_all_together_is_one_error_and_nothing_is_written(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    page = archive / "docs" / "bai" / "hoa-mai.md"
    before = page.read_bytes()
    (archive / "seeds" / "lan-anh.txt").write_text(OTHER, encoding="utf-8")
    each_page = pages.each_page

    def two(of: Archive, *others: object) -> Iterator[tuple[str, str]]:
        if len(of.entries) > 1:
            raise IndexError
        return each_page(of, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "each_page", two)
    with pytest.raises(DefectError, match="all articles together"):
        pipeline.convert(folder)
    assert page.read_bytes() == before


def test_all_articles_failing_leaves_the_last_pages(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = ArchiveFolder.at(archive)
    pipeline.convert(folder)
    before = (archive / "docs" / "bai" / "hoa-mai.md").read_bytes()
    monkeypatch.setattr(pipeline, "each_page", _raised(IndexError()))
    report = pipeline.convert(folder)
    assert (report.articles, len(report.errors)) == (0, 1)
    assert (archive / "docs" / "bai" / "hoa-mai.md").read_bytes() == before


def test_commands_that_only_look_go_on_too(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (archive / "seeds" / "lan-anh.txt").write_text(OTHER, encoding="utf-8")
    folder = ArchiveFolder.at(archive)
    with monkeypatch.context() as patched:
        _failing_for(patched, gathering, "assemble", IndexError())
        for looked in (inspection.review(folder), inspection.units(folder)):
            assert (looked.articles, [error.path for error in looked.errors]) == (1, [archive / "seeds" / "lan-anh.txt"])

    monkeypatch.setattr(inspection, "record", _raised(IndexError()))
    (told,) = inspection.records([archive / "seeds" / "hoa-mai.txt"], archive)
    assert isinstance(told, DefectError)
    monkeypatch.setattr(readings, "extract", _raised(IndexError()))
    with pytest.raises(DefectError):
        inspection.explain(archive / "seeds" / "hoa-mai.txt", archive)
