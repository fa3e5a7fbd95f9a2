"""A build that fails within the server leaves the pages of the last good one, however far it came."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer

from generator.errors import AuthorityError, together
from generator.publishing.building.surviving import survive
from tests.messages.verbatim import Verbatim


class Server:
    """A development server whose builds end as given."""

    def __init__(self, root: Path) -> None:
        self.fails: BaseException | None = None
        self.seen: list[str] = []
        root.mkdir()
        (root / "index.html").write_text("good", encoding="utf-8")
        self.root = root
        self.server = LiveReloadServer(self.build, "127.0.0.1", 0, str(root))

    def build(self) -> None:
        self.seen = [path.name for path in self.root.iterdir()]
        (self.root / "index.html").write_text("half", encoding="utf-8")
        if self.fails is not None:
            raise self.fails
        (self.root / "index.html").write_text("whole", encoding="utf-8")

    def page(self) -> str:
        return (self.root / "index.html").read_text(encoding="utf-8")


@contextmanager
def surviving(folder: Path, *, keeps_site: bool = False) -> Iterator[Server]:
    one = Server(folder / "site")
    survive(one.server, keeps_site=keeps_site)
    try:
        yield one
    finally:
        one.server.server_close()
    assert [path.name for path in folder.iterdir()] == ["site"], "nothing is left over"


MANY = together([AuthorityError(Verbatim("first"), path="units.yml", line=1), AuthorityError(Verbatim("second"), path="units.yml", line=2)])


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MANY, ["units.yml:1: first", "units.yml:2: second"]),
        (Abort("Aborted with a BuildError!"), ["BuildError"]),
        (PluginError("a plugin"), ["a plugin"]),
        (OSError(28, "No space left on device"), ["No space left"]),
        (KeyError("a hook"), ["hook or plugin", "KeyError"]),
    ],
    ids=["ours", "abort", "plugin", "disk", "hook"],
)
def test_the_pages_stay_and_the_error_is_said(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, error: BaseException, words: list[str]
) -> None:
    with surviving(tmp_path) as one, caplog.at_level(logging.ERROR, "mkdocs"):
        one.fails = error
        one.server.builder()
        assert (one.page(), one.seen) == ("good", [])
        assert all(word in caplog.text for word in (*words, "last good build stay"))
        one.fails = None
        one.server.builder()
        assert one.page() == "whole"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(143)])
def test_a_signal_ends_it(tmp_path: Path, error: BaseException) -> None:
    with surviving(tmp_path) as one:
        one.fails = error
        with pytest.raises(type(error)):
            one.server.builder()
        assert one.page() == "good"


def test_a_build_that_goes_on_from_the_pages_finds_them(tmp_path: Path) -> None:
    with surviving(tmp_path, keeps_site=True) as one:
        one.server.builder()
        assert one.seen == ["index.html"]
