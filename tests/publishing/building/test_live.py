"""While the whole site is built, an edited article shows at once, and goes on to show when the built site takes its place."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator import pipeline
from generator.cache import store
from generator.preview import preview
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building import live_server
from generator.publishing.building.live_files import LiveFiles
from generator.publishing.building.live_page import make_pages
from generator.publishing.building.live_server import LiveServer
from tests.conftest import ARTICLE, ROOT, new_archive


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    for name in ("docs/bai", "docs/assets", "seeds/2024", "seeds/corrections"):
        (tmp_path / "a" / name).mkdir(parents=True)
    for name in ("mkdocs.yml", "docs/index.md", "docs/bai/x.md", "docs/own.md", "seeds/2024/x.txt", "seeds/.hidden"):
        (tmp_path / "a" / name).write_text("site_name: Kho\n", encoding="utf-8")
    return ArchiveFolder.at(tmp_path / "a")


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("seeds/2024/x.txt", True), ("seeds/2024/y.txt", True), ("seeds/corrections/x.yml", True), ("docs/own.md", True),
        ("mkdocs.yml", True), ("theme/main.html", True), ("docs/bai/x.md", False), ("docs/index.md", False), ("seeds/.hidden", False),
        ("site/index.html", False),
    ],
)  # fmt: skip
def test_what_persons_write_is_looked_at(folder: ArchiveFolder, path: str, seen: bool) -> None:
    (folder.root / "theme").mkdir()
    files = LiveFiles(folder)
    files.watch(folder.root / "theme")
    assert not files.changed()
    place = folder.root / path
    place.parent.mkdir(exist_ok=True)
    place.write_text("longer than it was", encoding="utf-8")
    assert files.changed() == ({place} if seen else set())
    place.unlink()
    assert files.changed() == ({place} if seen else set())
    assert not files.changed()


def test_a_circle_of_links_is_looked_at_once(folder: ArchiveFolder) -> None:
    (folder.seeds / "2024" / "again").symlink_to(folder.seeds, target_is_directory=True)
    files = LiveFiles(folder)
    (folder.seeds / "2024" / "x.txt").write_text("other", encoding="utf-8")
    assert files.changed() == {folder.seeds / "2024" / "x.txt"}


class Served:
    """A server whose builds copy the article into the site, and wait for a file ``go`` before they end."""

    def __init__(self, folder: ArchiveFolder, site: Path) -> None:
        self.folder, self.site = folder, site
        self.article, self.go, self.begun = folder.seeds / "2024" / "x.txt", folder.root / "go", folder.root / "begun"
        site.mkdir()
        self.go.touch()
        self.server = LiveServer(folder, self.preview, builder=self.builder, host="127.0.0.1", port=0, root=str(site))
        self.builder()
        self.go.unlink()
        self.begun.unlink()
        self.thread = threading.Thread(target=self.server._build_loop)
        self.thread.start()

    def preview(self, edited: Collection[Path], site: Path) -> bool:
        words = [path.read_text(encoding="utf-8") for path in edited]
        (site / "x.html").write_text(f"first {words[0]}", encoding="utf-8")
        return True

    def builder(self) -> None:
        def build(new: Path, last: Path) -> None:
            words = self.article.read_text(encoding="utf-8")
            if words == "wrong":
                raise ValueError(last)
            self.begun.touch()
            wait_until(self.go.exists)
            (new / "x.html").write_text(f"whole {words}", encoding="utf-8")

        self.server.whole(build)

    def edit(self, words: str) -> None:
        self.article.write_text(words, encoding="utf-8")

    def page(self) -> str:
        return (self.site / "x.html").read_text(encoding="utf-8")


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture
def served(folder: ArchiveFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(live_server, "_INTERVAL", 0.01)
    monkeypatch.setattr("generator.publishing.building.live_files._SETTLES", 0.01)
    (tmp_path / "www").mkdir()
    one = Served(folder, tmp_path / "www" / "site")
    yield one
    one.server.shutdown()
    one.thread.join()
    assert [path.name for path in (tmp_path / "www").iterdir()] == ["site"], "nothing is left over"


def test_an_edit_shows_before_the_whole_is_built_and_stays(served: Served) -> None:
    before = served.server._visible_epoch
    served.edit("one")
    wait_until(lambda: served.page() == "first one")
    wait_until(lambda: served.server._visible_epoch > before)
    wait_until(served.begun.exists)
    served.edit("two, while the whole is built")
    wait_until(lambda: served.page() == "first two, while the whole is built")
    assert served.server._visible_epoch == served.server._wanted_epoch, "no request waits"
    seen: list[str] = []
    served.go.touch()

    def whole() -> bool:
        seen.append(served.page())
        return seen[-1].startswith("whole two")

    wait_until(whole)
    assert {words for words in seen if words.startswith("first")} <= {"first two, while the whole is built"}
    assert "whole one" not in seen, "the site that is shown is never behind what was shown before"


def test_a_build_that_fails_leaves_what_is_shown(served: Served) -> None:
    served.server.builder = lambda: None  # as the hook's own, which says what was wrong
    served.edit("wrong")
    wait_until(lambda: served.page() == "first wrong")
    wait_until(lambda: served.server._builds is None)
    assert served.page() == "first wrong"


@pytest.mark.slow
@pytest.mark.site
def test_the_page_that_shows_first_is_that_of_the_whole_build(tmp_path: Path) -> None:
    """Of an article that nothing connects with others."""
    archive = ArchiveFolder.at(new_archive(tmp_path / "archive", {"hoa-mai.txt": ARTICLE.encode()}))
    pipeline.build(archive)
    site, beside = tmp_path / "served", tmp_path / "beside"
    shutil.copytree(archive.site, site)
    beside.mkdir()
    path = archive.seeds / "hoa-mai.txt"
    path.write_text(f"{path.read_text(encoding='utf-8')}\nTác giả viết thêm một câu.\n", encoding="utf-8")
    config = load_config(str(archive.configuration), site_dir=str(beside), hooks=[str(ROOT / "generator" / "hook.py")])
    assert make_pages(config, preview(archive, [path]), site) == ["bai/hoa-mai/"]
    pipeline.build(archive)
    place = "bai/hoa-mai/index.html"
    assert "viết thêm" in (site / place).read_text(encoding="utf-8")
    assert (site / place).read_bytes() == (archive.site / place).read_bytes()
    assert store.folder_of(archive.root).is_dir()


def test_nothing_is_shown_first_where_something_is_hidden(folder: ArchiveFolder) -> None:
    folder.hidden.write_text("- {article: seeds/2024/x.txt, on: 2024-05-01, why: theo yêu cầu}\n", encoding="utf-8")
    assert preview(folder, [folder.seeds / "2024" / "x.txt"]) == {}
