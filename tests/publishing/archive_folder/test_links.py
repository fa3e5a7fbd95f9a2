"""Symbolic links lead from one place of an archive to another, never out of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.errors import ConfigurationError, KyYeuError, shown
from generator.gathering import gather
from generator.pipeline import convert
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.links import check_pages, check_seeds, is_inside
from tests.conftest import ARTICLE, Kyyeu

SECRET = "Bí mật của máy này"


@pytest.fixture
def outside(tmp_path: Path) -> Path:
    """Provide a folder beside the archive that holds what must not come in."""
    folder = tmp_path / "outside"
    (folder / "below").mkdir(parents=True)
    for name in ("secret.txt", "units.yml", "fonts.css", "main.html", "link.md", "below/more.txt"):
        (folder / name).write_text(f"{SECRET}\n\n{ARTICLE}", encoding="utf-8")
    return folder


def _link(archive: Path, name: str, target: Path | str) -> Path:
    path = archive / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    path.symlink_to(target)
    return path


def _told(call: Callable[[ArchiveFolder], object], archive: Path) -> list[tuple[str, str]]:
    with pytest.raises(ConfigurationError) as caught:
        call(ArchiveFolder.at(archive))
    assert all(error.fix for error in caught.value.errors)
    return [(Path(str(error.path)).relative_to(archive).as_posix(), str(error.message)) for error in caught.value.errors]


OUT = "this symbolic link leads out of the archive"


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("seeds", ""),
        ("seeds/units.yml", "units.yml"),
        ("seeds/units.yml", "none.yml"),
        ("seeds/redirects.yml", "units.yml"),
        ("seeds/corrections", ""),
        ("seeds/corrections/hoa-mai.yml", "units.yml"),
        ("seeds/corrections/2022", "below"),
        ("seeds/2022", "below"),
        ("seeds/2022/01", ""),
    ],
)
def test_what_leads_out_of_seeds_stops_all(archive: Path, outside: Path, name: str, target: str) -> None:
    _link(archive, name, outside / target)
    assert _told(gather, archive) == [(name, OUT)]


@pytest.mark.parametrize("name", ["docs/x.md", "docs/anh/a.png", "docs/assets/parts.css", "docs/theo-lien-ket.md"])
def test_what_is_no_file_among_the_pages_stops_all_before_anything_waits_for_it(archive: Path, name: str) -> None:
    path = archive / name
    path.parent.mkdir(exist_ok=True)
    os.mkfifo(path if "lien-ket" not in name else archive / "docs" / ".pipe")
    if "lien-ket" in name:
        path.symlink_to(".pipe")
    assert _told(check_pages, archive) == [(name, "this is a pipe, a socket or a device, not a file")]
    path.unlink()
    check_pages(ArchiveFolder.at(archive))


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("docs/link.md", "link.md"),
        ("docs/assets/pictures", ""),
        ("docs/assets/pictures/a.svg", "link.md"),
        ("docs/assets/stylesheets/parts/fonts.css", "fonts.css"),
        ("docs/overrides", ""),
        ("docs/overrides/main.html", "main.html"),
        ("docs/.hidden.md", "link.md"),
        ("docs/bai", "below"),
        ("docs", ""),
    ],
)
def test_what_leads_out_of_docs_stops_all_and_nothing_is_written(archive: Path, outside: Path, name: str, target: str) -> None:
    _link(archive, name, outside / target)
    before = _files(outside)
    assert _told(convert, archive) == [(name, OUT)]
    assert _files(outside) == before
    if name not in {"docs", "docs/bai"}:
        assert not (archive / "docs" / "bai").exists()


def test_templates_elsewhere_in_the_archive_are_looked_at_too(archive: Path, outside: Path) -> None:
    path = archive / "mkdocs.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("theme:\n", "theme:\n  custom_dir: own\n"), encoding="utf-8")
    _link(archive, "own/main.html", outside / "main.html")
    assert _told(check_pages, archive) == [("own/main.html", OUT)]


@pytest.mark.parametrize("target", ["secret.txt", "none.txt", "../outside/secret.txt"])
def test_an_article_that_is_a_link_out_is_left_out_alone(archive: Path, outside: Path, target: str) -> None:
    _link(archive, "seeds/2022/kin.txt", outside / target)
    (archive / "seeds" / "corrections").mkdir()
    gathered = gather(ArchiveFolder.at(archive))
    assert [article.source.path for article, _ in gathered.articles] == ["seeds/hoa-mai.txt"]
    assert [str(error) for error in gathered.errors] == [f"{shown(archive / 'seeds/2022/kin.txt')}: {OUT} (replace the link by its target)"]


@pytest.mark.parametrize("target", ["none.txt", "kin.txt", "a/none.txt"])
def test_an_article_that_is_a_link_to_nothing_is_left_out_alone(archive: Path, target: str) -> None:
    _link(archive, "seeds/kin.txt", target)
    gathered = gather(ArchiveFolder.at(archive))
    assert len(gathered.articles) == 1
    assert ["leads to nothing" in str(error) for error in gathered.errors] == [True]


def test_all_that_leads_out_is_told_at_once(archive: Path, outside: Path) -> None:
    _link(archive, "seeds/b", outside)
    _link(archive, "seeds/a", outside)
    _link(archive, "seeds/units.yml", outside / "units.yml")
    assert [path for path, _ in _told(gather, archive)] == ["seeds/a", "seeds/b", "seeds/units.yml"]


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ({"seeds/a": "."}, "leads back to a folder above it"),
        ({"seeds/a": ".."}, "leads back to a folder above it"),
        ({"seeds/2022/a": "../../seeds"}, "leads back to a folder above it"),
        ({"more/a": "../other", "other/b": "../more", "seeds/c": "../more"}, "reached through a link"),
        (
            {"l1/a": "../l2", "l1/b": "../l2", "l2/a": "../l3", "l2/b": "../l3", "l3/x": "../seeds", "seeds/l": "../l1"},
            "reached through a link",
        ),
        ({"docs/a": "../docs"}, "leads back to a folder above it"),
        ({"docs/a": "none"}, "leads to nothing"),
        ({"docs/a.md": "a.md"}, "leads to nothing"),
        ({"seeds/units.yml": "units.yml"}, "leads to nothing"),
        ({"seeds/corrections": "../none"}, "leads to nothing"),
    ],
)
def test_links_in_circles_and_to_nothing(archive: Path, links: dict[str, str], told: str) -> None:
    for name, target in links.items():
        _link(archive, name, target)
    assert all(told in what for _, what in _told(convert, archive))


def test_links_within_the_archive_are_followed_and_the_address_is_that_of_the_link(archive: Path) -> None:
    for name in ("more/2021/dau-nam.txt", "store/x.txt"):
        (archive / name).parent.mkdir(parents=True, exist_ok=True)
        (archive / name).write_text(ARTICLE.replace("Hoa Mai", f"Hoa {name[:4].title()}"), encoding="utf-8")
    (archive / "store" / "corrections.yml").write_text("", encoding="utf-8")
    (archive / "store" / "units.yml").write_text("- {id: dang-uy-a, name: Đảng ủy phường A, source: s}\n", encoding="utf-8")
    (archive / "store" / "page.md").write_text("# Trang\n", encoding="utf-8")
    _link(archive, "seeds/nam-truoc", "../more/2021")
    _link(archive, "seeds/tet.txt", archive / "store" / "x.txt")
    _link(archive, "seeds/units.yml", "../store/units.yml")
    _link(archive, "seeds/corrections/tet.yml", "../../store/corrections.yml")
    _link(archive, "docs/trang.md", "../store/page.md")
    gathered = gather(ArchiveFolder.at(archive))
    paths = ["seeds/hoa-mai.txt", "seeds/nam-truoc/dau-nam.txt", "seeds/tet.txt"]
    assert [article.source.path for article, _ in gathered.articles] == paths
    assert list(gathered.authority.units) == ["dang-uy-a"]
    assert convert(ArchiveFolder.at(archive)).errors == ()
    names = sorted(path.name for path in (archive / "docs" / "bai").glob("*.md"))
    assert names == ["hoa-mai.md", "index.md", "nam-truoc-dau-nam.md", "tet.md"]


def test_seeds_may_be_another_folder_of_the_archive(archive: Path) -> None:
    (archive / "seeds").rename(archive / "articles")
    (archive / "seeds").symlink_to("articles")
    gathered = gather(ArchiveFolder.at(archive))
    assert [article.source.path for article, _ in gathered.articles] == ["seeds/hoa-mai.txt"]


def test_the_archive_itself_may_be_reached_by_a_link(archive: Path) -> None:
    here = archive.parent / "link"
    here.symlink_to(archive)
    assert check_seeds(ArchiveFolder.at(here)) == {}
    assert [article.source.path for article, _ in gather(ArchiveFolder.at(here)).articles] == ["seeds/hoa-mai.txt"]


@pytest.mark.parametrize(
    ("path", "inside"),
    [("a", True), ("a/../b", True), (".", True), ("../root2/a", False), ("..", False), ("../root", True), ("none/x", True)],
)
def test_inside(tmp_path: Path, path: str, *, inside: bool) -> None:
    (tmp_path / "root").mkdir()
    (tmp_path / "root2").mkdir()
    assert is_inside(tmp_path / "root" / path, tmp_path / "root") is inside


@pytest.mark.slow
@pytest.mark.site
def test_no_page_names_the_machine_and_nothing_from_outside_is_published(archive: Path, outside: Path, kyyeu: Kyyeu) -> None:
    """Also with an article that cannot be read, one that is a link, words to review, and a site that is searched and fed."""
    telling = archive.parent / "tell-tale-folder"
    archive.rename(telling)
    (telling / "seeds" / "hong.txt").write_bytes(b"\xff\xfe\x00\x01\x02 \x81")
    _link(telling, "seeds/kin.txt", outside / "secret.txt")
    _link(telling, "seeds/trong.txt", telling / "more.txt")
    two = ARTICLE.replace("3 chi bộ", "5 chi bộ") + "\nTổng số 2 chi bộ trong 7 chi bộ được xếp loại.\n"
    (telling / "more.txt").write_text(two, encoding="utf-8")
    home = telling.parent / "home-of-telltale"
    home.mkdir()
    done = kyyeu("build", "-C", telling, HOME=str(home), USER="telltale-user", LOGNAME="telltale-user", SITE_URL="https://a.test/")
    assert done.returncode == 3
    assert "kin.txt: this symbolic link leads out" in done.stderr
    files = [path for path in (telling / "site").rglob("*") if path.is_file()]
    assert len(files) > 100
    assert {".sqlite", ".xml", ".json", ".html", ".bib"} <= {path.suffix for path in files}
    forbidden = [str(telling), telling.name, str(telling.parent), str(home), home.name, "telltale-user", str(outside), SECRET]
    for path in files:
        data = path.read_bytes()
        assert [word for word in forbidden if word.encode() in data or word.encode() in str(path.relative_to(telling)).encode()] == [], path


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_errors_are_the_programs_own(archive: Path, outside: Path) -> None:
    _link(archive, "seeds/a", outside)
    with pytest.raises(KyYeuError):
        convert(ArchiveFolder.at(archive))
