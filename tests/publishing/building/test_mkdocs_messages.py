"""If MkDocs stops, its messages are reported, each with its page and line."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort, PluginError

from generator import pipeline
from generator.errors import LISTED, KyYeuError, PublishingError
from generator.messages import in_language
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.building.mkdocs_messages import hearing, stopped
from tests.messages.verbatim import Verbatim


def told(folder: ArchiveFolder) -> list[str]:
    with pytest.raises(KyYeuError) as caught:
        pipeline.build(folder)
    return [str(error).replace(str(folder.root), "") for error in caught.value.errors]


@pytest.mark.site
def test_each_page_and_link_is_named(archive: Path) -> None:
    page = archive / "docs" / "gioi-thieu.md"
    page.write_text("# Một\n\n[x](khong-co.md)\n\n[y]: ../ngoai/\n\n[z][y], [w](#khong-co), ![v](anh.png)\n", encoding="utf-8")
    first, *others = told(ArchiveFolder.at(archive))
    assert "4 errors" in first
    assert sorted(other.split(": ")[0].removeprefix("/") for other in others) == [f"docs/gioi-thieu.md:{line}" for line in (3, 5, 7, 7)]
    assert all(" MkDocs: Doc file 'gioi-thieu.md' contains " in other and "(correct the link" in other for other in others)
    assert {name for other in others for name in ("khong-co.md", "../ngoai/", "#khong-co", "anh.png") if f"'{name}'" in other} == {
        "khong-co.md", "../ngoai/", "#khong-co", "anh.png",
    }  # fmt: skip
    assert not (archive / "site").exists()


@pytest.mark.site
def test_settings_that_mkdocs_refuses_are_named(archive: Path) -> None:
    with (archive / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("\ndev_addr: [1, 2]\nnot_a_setting: 1\\n")
    first, *others = told(ArchiveFolder.at(archive))
    assert "MkDocs found 2 errors" in first
    assert all(other.startswith("/mkdocs.yml: MkDocs: Config value '") for other in others)
    assert [name for name in ("not_a_setting", "dev_addr") if not any(f"'{name}'" in other for other in others)] == []


def test_the_lines_are_bounded_and_each_is_said_once(archive: Path) -> None:
    folder, log = ArchiveFolder.at(archive), logging.getLogger("mkdocs.structure.pages")
    with hearing() as heard:
        log.info("not this")
        for number in (*range(LISTED * 2), 1):
            log.warning("Doc file 'p%d.md' contains a link '%s', but the target is not found", number, "a" * 5000)
    log.warning("nor this")
    errors = stopped(folder, Abort("stopped"), heard).errors
    assert len(errors) == LISTED + 1
    assert "100 errors" in str(errors[0])
    assert max(len(str(error)) for error in errors) < 700


def test_what_our_hook_handed_on_is_told_as_it_is(archive: Path) -> None:
    ours = PublishingError(Verbatim("ours"))
    with hearing() as heard:
        logging.getLogger("mkdocs").error("said")
    error, plugin = Abort("stopped"), PluginError("ours")
    error.__context__, plugin.__cause__ = plugin, ours
    assert stopped(ArchiveFolder.at(archive), error, heard) is ours


def test_it_speaks_the_language_around_it(archive: Path) -> None:
    folder = ArchiveFolder.at(archive)
    with hearing() as heard:
        logging.getLogger("mkdocs").warning("said")
    with in_language("vi"):
        assert [str(one).split(": ", 1)[1] for one in stopped(folder, Abort("stopped"), heard).errors] == [
            "MkDocs thấy một chỗ chưa đúng nên không tạo trang web; trang đã dựng trước đó vẫn giữ nguyên",
            "said",
        ]
    with hearing() as heard:
        pass
    assert str(stopped(folder, Abort("reason"), heard)).endswith("MkDocs stopped: reason")
