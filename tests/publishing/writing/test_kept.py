"""User files below docs/ are kept and reported, whatever their name and whichever version wrote the pages."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from generator import pipeline
from generator.errors import PublishingError
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.writing import targets
from generator.publishing.writing.addressing import Addressing
from generator.publishing.writing.ownership import LIST
from generator.publishing.writing.targets import PathLimit
from generator.publishing.writing.writer import Written, write
from generator.rendering.parts.files.front_matter import MARK, front_matter
from generator.resolution.addresses import DEVICES, LONGEST
from tests.conftest import new_archive

PAGE = front_matter({"title": "Bài"}) + "\n# Bài\n"
NEWER = PAGE + "\nmới\n"
PAGES = {"index.md": PAGE, "bai/index.md": PAGE, "bai/a.md": PAGE, "don-vi/index.md": PAGE, "don-vi/hoa-mai.md": PAGE}
DATA = {
    "du-lieu/bai.csv": b"id\r\n1\r\n", "du-lieu/ky-yeu.sqlite": b"\0\1", "bai/cu/index.html": b"<p>", "assets/words.js": b"words",
    "assets/stylesheets/kyyeu.css": b"css",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> ArchiveFolder:
    (tmp_path / "docs").mkdir()
    return ArchiveFolder(tmp_path)


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def put(path: Path, content: bytes | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(folder: ArchiveFolder, *names: str, pages: dict[str, str] = PAGES, data: dict[str, bytes] = DATA, urls: bool = True) -> str:
    """Return what is reported of each of ``names``, when nothing was written."""
    before = tree(folder.root)
    with pytest.raises(PublishingError) as caught:
        write(folder, pages, data, Addressing(urls))
    assert tree(folder.root) == before, "nothing is written"
    assert sorted(str(error.path) for error in caught.value.errors) == sorted(str(folder.docs / name) for name in names)
    assert all(error.fix for error in caught.value.errors)
    return "\n".join(map(str, caught.value.errors))


def edits() -> dict[str, Callable[[bytes], bytes]]:
    return {
        "text added": lambda content: content + b"\nT\xc3\xb4i vi\xe1\xba\xbft.\n",
        "mark removed": lambda content: content.replace(MARK.encode(), b"") + b".",
        "all replaced": lambda _: b"# Trang c\xe1\xbb\xa7a t\xc3\xb4i\n",
        "emptied": lambda _: b"",
        "one character": lambda content: content[:-1] + b"!",
    }


EDITS = edits()


@pytest.mark.parametrize(
    ("name", "edit", "then"),
    [
        *((name, "text added", then) for name in (*PAGES, *DATA) for then in ("the same", "renewed", "stale")),
        *((name, edit, "renewed") for name in ("bai/a.md", "du-lieu/bai.csv") for edit in EDITS),
    ],
)
def test_an_edited_page_or_file_stops_the_build_and_stays(folder: ArchiveFolder, name: str, edit: str, then: str) -> None:
    write(folder, PAGES, DATA)
    path = folder.docs / name
    put(path, EDITS[edit](path.read_bytes()))
    pages = {one: text + ("mới\n" if then == "renewed" else "") for one, text in PAGES.items() if then != "stale" or one != name}
    data = {one: content + (b"2" if then == "renewed" else b"") for one, content in DATA.items() if then != "stale" or one != name}
    assert "changed by hand" in refused(folder, name, pages=pages, data=data)
    path.unlink()
    write(folder, pages, data)
    made = {one: text.encode() for one, text in pages.items()} | data
    assert {one: content for one, content in tree(folder.docs).items() if one != LIST} == made


def test_every_edited_page_is_told_at_once_but_not_without_end(folder: ArchiveFolder) -> None:
    pages = {f"bai/a{number}.md": PAGE for number in range(60)}
    write(folder, pages)
    for name in pages:
        put(folder.docs / name, "mine")
    with pytest.raises(PublishingError) as caught:
        write(folder, pages)
    assert len(caught.value.errors) == 21
    assert "40 more" in str(caught.value.errors[-1])


def test_a_newer_program_s_rendering_is_no_edit(folder: ArchiveFolder) -> None:
    write(folder, PAGES, DATA)
    assert write(folder, dict.fromkeys(PAGES, NEWER), DATA) == Written(5, 5, 0)
    assert write(folder, {"index.md": NEWER}, {}) == Written(0, 1, 9)


def test_line_ends_are_no_edit(folder: ArchiveFolder) -> None:
    write(folder, PAGES, DATA)
    for name in PAGES:
        put(folder.docs / name, PAGE.replace("\n", "\r\n"))
    assert write(folder, PAGES, DATA) == Written(5, 5, 0)


def test_what_a_crash_left_is_no_edit(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever file it was at: the next conversion is that of a clean folder."""
    newer, replace = {**dict.fromkeys(PAGES, NEWER), "nam/2022.md": PAGE}, Path.replace
    write(folder, PAGES, DATA)
    clean = shutil.copytree(folder.root, folder.root.parent / "clean")
    write(ArchiveFolder(clean), newer)
    for number in range(8):
        left = number

        def crash(self: Path, target: Path) -> Path:
            nonlocal left
            left -= 1
            if left < 0:
                raise OSError(28, "No space left on device")
            return replace(self, target)

        work = ArchiveFolder(shutil.copytree(folder.root, folder.root.parent / f"work{number}"))
        monkeypatch.setattr(Path, "replace", crash)
        with pytest.raises(PublishingError, match="No space"):
            write(work, newer)
        monkeypatch.undo()
        assert write(work, newer).notes == ()
        assert tree(work.root) == tree(clean)


@pytest.mark.parametrize("name", ["bai/cua-toi.md", "bai/rieng/cua-toi.md", "nam/2022.md", "cua-toi.md", "tin/cua-toi.md"])
def test_a_copied_page_stays_and_is_told(folder: ArchiveFolder, name: str) -> None:
    write(folder, PAGES, DATA)
    mine = put(folder.docs / name, PAGE + "\nThêm của tôi.\n")
    for pages in (PAGES, dict.fromkeys(PAGES, NEWER), {"index.md": NEWER}):
        done = write(folder, pages, {})
        assert mine.read_text(encoding="utf-8").endswith("của tôi.\n")
        (note,) = done.notes
        assert (note.path, MARK in str(note.fix)) == (mine, True)
    put(mine, mine.read_text(encoding="utf-8").replace(f"{MARK}\n", ""))
    assert write(folder, PAGES, {}).notes == ()
    assert mine.exists()


def test_a_copied_page_at_the_address_of_a_new_one_stops_the_build(folder: ArchiveFolder) -> None:
    write(folder, PAGES, DATA)
    put(folder.docs / "bai" / "b.md", PAGE + "\nThêm.\n")
    assert "of your own" in refused(folder, "bai/b.md", pages={**PAGES, "bai/b.md": PAGE})


SAME = [
    "bai.md", "don-vi.md", "bai/README.md", "README.md", "bai/a/index.md", "bai/a/README.md", "bai/a/index.html", "bai/index.html",
    "Bai.md", "bai/A.md", "BAI/a.md", "bai/cu.md", "bai/cu/index.md", "index.html", "bai/a.markdown", "bai/a", "du-lieu/bai.csv/x.txt",
]  # fmt: skip
FLAT = ["bai/README.md", "README.md", "bai/a.html", "bai/index.html", "Bai/A.html", "index.html", "bai/a.mkd", "bai/cu/index.md"]


@pytest.mark.parametrize(("name", "urls"), [*((name, True) for name in SAME), *((name, False) for name in FLAT)])
def test_an_own_page_with_the_address_of_a_generated_one(folder: ArchiveFolder, name: str, urls: bool) -> None:
    put(folder.docs / name, "# Của tôi\n")
    if name == "du-lieu/bai.csv/x.txt":
        error = refused(folder, "du-lieu/bai.csv", urls=urls)
    else:
        error = refused(folder, name, urls=urls)
        assert "docs/" in error
    (folder.docs / name).rename(folder.root / "elsewhere")
    if name == "du-lieu/bai.csv/x.txt":
        (folder.docs / "du-lieu/bai.csv").rmdir()
    write(folder, PAGES, DATA, Addressing(urls))


@pytest.mark.parametrize(
    ("name", "urls"),
    [
        ("bai.md", False), ("bai/a/index.md", False), ("bai/a/anh.jpg", True), ("bai/ghi-chu.md", True), ("bai/.a.md", True),
        ("gioi-thieu.md", True), ("templates/bai/a.md", True), ("tim-kiem.md", True), ("bai/a.md.txt", True), ("robots.txt", True),
        ("search.md", False), ("404.md", True), ("assets/search/x.js", True), ("du-lieu/cua-toi.csv", True),
    ],
)  # fmt: skip
def test_other_own_pages_stay_and_hinder_nothing(folder: ArchiveFolder, name: str, urls: bool) -> None:
    mine = put(folder.docs / name, "# Của tôi\n")
    for pages, data in ((PAGES, DATA), (dict.fromkeys(PAGES, NEWER), DATA), ({}, {})):
        assert write(folder, pages, data, Addressing(urls)).notes == ()
        assert mine.read_text(encoding="utf-8") == "# Của tôi\n"


@pytest.mark.parametrize("name", ["search.md", "search/index.md", "search/quan-trong.txt", "Search/x.css", "search", "search/README.md"])
def test_own_files_in_the_folder_of_the_search(folder: ArchiveFolder, name: str) -> None:
    put(folder.docs / name, "# Của tôi\n")
    assert "search" in refused(folder, name)


@pytest.mark.parametrize("name", ["404.html", "sitemap.xml"])
def test_own_files_that_the_theme_would_replace(folder: ArchiveFolder, name: str) -> None:
    put(folder.docs / name, "của tôi")
    assert "theme" in refused(folder, name)


def test_two_own_pages_with_one_address(folder: ArchiveFolder) -> None:
    put(folder.docs / "tin.md", "1")
    put(folder.docs / "tin" / "index.md", "2")
    assert "docs/tin.md" in refused(folder, "tin/index.md") or sys.platform == "win32"


def test_an_own_page_that_is_not_published_has_no_address(folder: ArchiveFolder) -> None:
    put(folder.docs / "bai.md", "1")
    write(folder, PAGES, DATA, Addressing(exclude_docs="/bai.md\n"))
    assert (folder.docs / "bai.md").read_bytes() == b"1"


def test_how_mkdocs_publishes_is_read_from_its_settings(folder: ArchiveFolder) -> None:
    put(folder.configuration, "use_directory_urls: false\nexclude_docs: |\n  /x.md\n")
    assert Addressing.of(folder) == Addressing(False, "/x.md\n")
    put(folder.configuration, "site_name: x\n")
    assert Addressing.of(folder) == Addressing()


@pytest.mark.parametrize("name", ["bai", "don-vi", "du-lieu", "assets", "bai/cu", "assets/stylesheets"])
def test_a_file_with_the_name_of_a_folder(folder: ArchiveFolder, name: str) -> None:
    put(folder.docs / name, "của tôi")
    assert "name of a folder" in refused(folder, name)


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights there")
@pytest.mark.parametrize("link", ["bai", "bai/a.md", "du-lieu"])
def test_a_link_is_not_written_through(folder: ArchiveFolder, link: str) -> None:
    mine = folder.docs / "rieng"
    mine.mkdir()
    (folder.docs / link).parent.mkdir(exist_ok=True)
    (folder.docs / link).symlink_to(mine)
    with pytest.raises(PublishingError, match="symbolic link"):
        write(folder, PAGES, DATA)
    assert list(mine.iterdir()) == []


def before(folder: ArchiveFolder, pages: dict[str, str], data: dict[str, bytes]) -> None:
    """As the version without digests left them: pages known by their mark, data by a list in each folder."""
    for name, text in pages.items():
        put(folder.docs / name, text)
    for top in {name.partition("/")[0] for name in data}:
        below = sorted(name.partition("/")[2] for name in data if name.startswith(f"{top}/"))
        put(folder.docs / top / LIST, "# Các tệp\n" + "".join(f"{name}\n" for name in below))
    for name, content in data.items():
        put(folder.docs / name, content)


def test_pages_of_the_version_before_that_are_the_same_are_taken_over(folder: ArchiveFolder) -> None:
    before(folder, PAGES, DATA)
    assert write(folder, PAGES, DATA) == Written(0, 10, 0)
    assert [path for path in tree(folder.docs) if path.endswith(LIST)] == [LIST]
    assert not (folder.root / "before-update").exists()
    put(folder.docs / "bai" / "a.md", PAGE + "\nThêm.\n")
    assert "changed by hand" in refused(folder, "bai/a.md")


def test_pages_of_the_version_before_that_differ_are_laid_aside(folder: ArchiveFolder) -> None:
    """It cannot be known whether a newer program or a person made the difference, so the old ones are kept, once."""
    old = {**PAGES, "bai/a.md": PAGE + "\nSửa tay.\n", "bai/cua-toi.md": PAGE + "\nChép lại.\n"}
    before(folder, old, {**DATA, "du-lieu/nam/2022.csv": b"cu", "assets/words.js": b"sua tay"})
    put(folder.docs / "bai" / "ghi-chu.md", "# Của tôi\n")
    done = write(folder, PAGES, DATA)
    laid = {name.removeprefix("before-update/generated/"): content for name, content in tree(folder.root).items() if "before" in name}
    assert laid == {
        "bai/a.md": old["bai/a.md"].encode(), "bai/cua-toi.md": old["bai/cua-toi.md"].encode(), "du-lieu/nam/2022.csv": b"cu",
        "assets/words.js": b"sua tay",
    }  # fmt: skip
    assert (len(done.notes), "4 generated files" in str(done.notes[0])) == (1, True)
    assert {name for name in tree(folder.docs) if name != LIST} == {*PAGES, *DATA, "bai/ghi-chu.md"}
    assert write(folder, PAGES, DATA) == Written(0, 10, 0)


def test_what_was_laid_aside_is_never_overwritten(folder: ArchiveFolder) -> None:
    for text in ("một", "hai", "hai", "ba"):
        before(folder, {"bai/a.md": PAGE + text}, {"du-lieu/bai.csv": b"id"})
        (folder.docs / LIST).unlink(missing_ok=True)
        write(folder, PAGES, DATA)
    laid = {name: content.decode().removeprefix(PAGE) for name, content in tree(folder.root / "before-update").items() if "a.md" in name}
    assert laid == {"generated/bai/a.md": "một", "generated/bai/a.md.2": "hai", "generated/bai/a.md.3": "ba"}


def test_a_version_before_that_ran_again_is_seen(folder: ArchiveFolder) -> None:
    write(folder, PAGES, DATA)
    before(folder, dict.fromkeys(PAGES, NEWER), DATA)
    assert write(folder, PAGES, DATA).changed == 5, "no edits: the other version wrote them"


@pytest.mark.parametrize("path", [f"don-vi/{'a' * 300}.md", f"bai/{'ữ' * 100}.md"])
def test_a_name_too_long_stops_before_the_first_page(folder: ArchiveFolder, path: str) -> None:
    with pytest.raises(PublishingError, match="more than 255 bytes"):
        write(folder, {**PAGES, path: PAGE}, DATA)
    assert tree(folder.docs) == {}


@pytest.mark.parametrize("path", ["don-vi/con.md", "bai/aux.x.md", "nguoi/com1.md", "du-lieu/nam/nul.csv", "bai/lpt9/index.html"])
def test_a_name_that_windows_keeps_stops_before_the_first_page(folder: ArchiveFolder, path: str) -> None:
    with pytest.raises(PublishingError, match="Windows"):
        write(folder, PAGES | ({path: PAGE} if path.endswith(".md") else {}), DATA | ({} if path.endswith(".md") else {path: b"x"}))
    assert tree(folder.docs) == {}


def test_a_path_too_long_stops_before_the_first_page(folder: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "LIMIT", PathLimit(len(str(folder.docs)) + 40))
    write(folder, PAGES, DATA)
    with pytest.raises(PublishingError, match="path longer than"):
        write(folder, {**PAGES, f"bai/{'a' * 60}.md": PAGE}, DATA)


def test_an_edit_stops_the_conversion_of_an_archive_and_a_copy_is_noted(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    assert pipeline.convert(folder).notes == ()
    page = folder.docs / "bai" / "hoa-mai.md"
    written = page.read_bytes()
    put(page, written + "\nThêm tay.\n".encode())
    before = tree(archive)
    with pytest.raises(PublishingError, match=r"hoa-mai\.md: .*changed by hand"):
        pipeline.build(folder)
    assert tree(archive) == before
    put(page, written)
    mine = put(folder.docs / "bai" / "cua-toi.md", written)
    (note,) = pipeline.convert(folder).notes
    assert (note.path, mine.read_bytes()) == (mine, written)


def test_every_name_that_an_article_can_have_is_a_file_everywhere(tmp_path: Path) -> None:
    """Names of ours, of devices, and the longest that there are: none stops the writer, and each article has a page of its own."""
    text = (
        "Đảng ủy {0} tổng kết năm {1}\n\nSáng 15/01/{1}, Đảng ủy {0} tổ chức hội nghị. Dịp này, Đảng ủy {0} tặng giấy khen cho 3 chi bộ.\n"
    )
    names = [
        "index",
        "readme",
        "chua-ro",
        "404",
        "con",
        "nul",
        "aux.b",
        "com1",
        "lpt9",
        "search",
        "bai",
        "a" * 250,
        f"{'b' * 200}/{'c' * 200}",
    ]
    units = {"a" * LONGEST: "phường Hoa Mai", "b" * LONGEST: "xã An Bình"}
    articles = {f"{name}.txt": text.format(f"xã Số {at}", 2010 + at).encode() for at, name in enumerate(names)}
    for unit, name in units.items():  # two articles of each, so that it has an event's page too
        articles |= {f"{unit[0]}-{of}.txt": text.format(name, 2020).encode() + f"\nTin {of}.\n".encode() for of in (1, 2)}
    archive = new_archive(tmp_path / "a", articles)
    entries = [f"- {{id: {unit}, name: Đảng ủy {name}, sites: [seeds/{unit[0]}-*], source: s}}\n" for unit, name in units.items()]
    put(archive / "seeds" / "units.yml", "".join(entries))
    folder = ArchiveFolder.at(archive)
    report = pipeline.convert(folder)
    assert (report.errors, report.notes) == ((), ())
    pages = [path.stem for path in (folder.docs / "bai").glob("*.md")]
    assert len([page for page in pages if page != "index"]) >= len(names) + 2
    made = tree(folder.docs)
    assert all(f"don-vi/{unit}.md" in made for unit in units)
    assert max(len(part.encode()) for path in made for part in path.split("/")) <= targets.LONGEST_NAME
    assert not [path for path in made if {part.split(".")[0] for part in path.split("/")} & DEVICES]
