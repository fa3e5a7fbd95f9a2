"""An article is taken out with a reason, its address keeps a page, and it can be put back."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.adding.fetched import Fetched
from generator.adding.proposals import Proposal
from generator.gathering import gather
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.rendering.site import render
from generator.resolution.sources import without_source
from generator.yaml_documents import load
from tests.conftest import ARTICLE
from tests.desk.asking import Answer, Browser, browser
from tests.desk.test_check import shown

OTHER = ARTICLE.replace("Hoa Mai", "Hoa Sen").replace("2021", "2020").replace("3 chi bộ", "7 chi bộ").replace("12 đảng", "9 đảng")
WHY = "Theo yêu cầu của tòa soạn"


@pytest.fixture
def desk(archive: Path) -> Browser:
    seeds = archive / "seeds"
    (seeds / "hoa-sen.txt").write_text(OTHER, encoding="utf-8")
    (seeds / "hoa-sen.docx").write_bytes(b"the original")
    made = browser(archive)
    made.room.whole.now()
    return made


def out(desk: Browser, way: str, name: str = "hoa-sen.txt", reason: str = WHY) -> Answer:
    return desk.post("/take-out", {"a": name, "way": way, "reason": reason})


def ways(desk: Browser, name: str = "hoa-sen.txt") -> list[str]:
    return re.findall(r'name="way" value="(\w+)"', desk.ask(f"/article?a={name}").text)


def files(archive: Path) -> set[str]:
    return {path.relative_to(archive / "seeds").as_posix() for path in (archive / "seeds").rglob("*") if path.is_file()}


def site(archive: Path) -> dict[str, str]:
    return render(gather(ArchiveFolder.at(archive)).assembled()[0])


def test_an_article_is_hidden_and_put_back(archive: Path, desk: Browser) -> None:
    before = files(archive)
    assert out(desk, "hide").status == 200
    assert files(archive) == {*before, "hidden.yml"}
    (entry,) = load((archive / "seeds" / "hidden.yml").read_bytes())
    assert (entry["article"], entry["why"], entry["by"]) == ("hoa-sen.txt", WHY, "Lê Thị Lụa")
    pages = site(archive)
    assert WHY in pages["bai/hoa-sen.md"]
    assert "Lê Thị Lụa" not in "".join(pages.values())
    assert "Hoa Sen" not in "".join(pages.values())
    listed = desk.ask("/articles").text
    assert re.findall(r'<li class="is-\w+">\n<a href="/article\?a=([^"]*)"', listed) == ["hoa-mai.txt"]
    assert WHY in listed
    assert WHY in desk.ask("/article?a=hoa-sen.txt").text
    assert {entry.slug for entry in desk.room.whole.now().archive.entries} == {"hoa-mai"}
    assert desk.post("/put-back", {"name": "hoa-sen.txt"}).status == 200
    assert files(archive) == before
    assert "bai/hoa-sen.md" in site(archive)
    assert WHY not in "".join(site(archive).values())
    assert desk.post("/put-back", {"name": "hoa-sen.txt"}).status == 422


def test_deleting_takes_every_file_and_undo_brings_all_back(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "sources.csv").write_text("file,url\nhoa-sen.txt,https://a.example/1\nhoa-mai.txt,https://a.example/2\n")
    row = next(iter(shown(desk.ask("/article?a=hoa-sen.txt")).values()))
    assert desk.post("/decide", {"a": "hoa-sen.txt", "what": "confirm", "key": row["key"], "state": row["state"]}).status == 200
    before = {path: (archive / "seeds" / path).read_bytes() for path in files(archive)}
    assert "checks/hoa-sen.yml" in before
    assert out(desk, "delete").status == 200
    assert files(archive) == {"hoa-mai.txt", "hidden.yml", "sources.csv"}
    pages = site(archive)
    assert WHY in pages["bai/hoa-sen.md"]
    assert "Hoa Sen" not in "".join(pages.values())
    assert 'data-do="back"' not in desk.ask("/articles").text
    assert desk.post("/undo", {}).json["what"] == "Đã hoàn tác: gỡ bài"
    assert {path: (archive / "seeds" / path).read_bytes() for path in files(archive)} == before


def test_hidden_first_and_deleted_later_is_one_entry(archive: Path, desk: Browser) -> None:
    out(desk, "hide")
    assert out(desk, "delete", reason="Nguồn đã rút bài").status == 200
    (entry,) = load((archive / "seeds" / "hidden.yml").read_bytes())
    assert (entry["why"], entry["gone"]) == ("Nguồn đã rút bài", True)
    assert "hoa-sen.txt" not in files(archive)


def test_the_address_of_what_was_deleted_is_given_to_no_other(desk: Browser) -> None:
    out(desk, "delete")
    item = desk.room.inbox.take(Fetched(ARTICLE.replace("Hoa Mai", "Hoa Cúc").encode(), "hoa-sen.txt"))
    found = desk.room.inbox.proposal(item)
    assert isinstance(found, Proposal)
    assert found.place == "seeds/hoa-sen-2.txt"


def test_a_copy_leads_to_the_article_that_stays(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "ban-sao.txt").write_text(OTHER, encoding="utf-8")
    desk.room.whole.now()
    assert ways(desk) == ways(desk, "ban-sao.txt") == ["lead", "hide", "delete"]
    assert out(desk, "lead", "ban-sao.txt", "").status == 200
    assert load((archive / "seeds" / "redirects.yml").read_bytes()) == [{"old": "ban-sao", "new": "hoa-sen"}]
    assert "ban-sao.txt" not in files(archive)
    gathered, errors = gather(ArchiveFolder.at(archive)).assembled()
    assert errors == ()
    assert next(entry.former for entry in gathered.entries if entry.slug == "hoa-sen") == ("ban-sao",)


def test_what_nobody_can_have_seen_goes_without_a_trace(archive: Path, desk: Browser) -> None:
    assert ways(desk) == ["hide", "delete", "forget"]
    assert out(desk, "forget", reason="").status == 200
    assert files(archive) == {"hoa-mai.txt"}
    assert "bai/hoa-sen.md" not in site(archive)


def test_what_was_published_or_is_named_keeps_its_address(archive: Path, desk: Browser) -> None:
    (archive / "site" / "bai" / "hoa-sen").mkdir(parents=True)
    (archive / "seeds" / "people.yml").write_text("- {name: An, same: [hoa-mai]}\n")
    assert ways(desk) == ways(desk, "hoa-mai.txt") == ["hide", "delete"]
    assert out(desk, "forget").status == 400
    assert "hoa-sen.txt" in files(archive)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_what_git_knows_keeps_its_address(archive: Path, desk: Browser) -> None:
    for command in (["init", "--quiet", "."], ["add", "seeds/hoa-sen.txt"]):
        subprocess.run(["git", *command], cwd=archive, check=True)
    assert (ways(desk), ways(desk, "hoa-mai.txt")) == (["hide", "delete"], ["hide", "delete", "forget"])


def test_an_article_that_cannot_be_read_is_taken_out_too(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "hong.txt").write_bytes(b"\xff\x00")
    assert ways(desk, "hong.txt") == ["hide", "delete", "forget"]
    assert out(desk, "delete", "hong.txt").status == 200
    assert WHY in site(archive)["bai/hong.md"]


def test_no_reason_no_name_and_what_no_script_sends(archive: Path, desk: Browser) -> None:
    before = files(archive)
    assert out(desk, "hide", reason="  ").status == 422
    assert out(desk, "burn").status == 400
    assert out(desk, "hide", name="../mkdocs.yml").status == 400
    assert out(browser(archive, person=""), "hide").status == 422
    (archive / "seeds" / "hidden.yml").write_text("- article: none.txt\n")
    assert out(desk, "delete").status == 422  # the file is wrong already: nothing is deleted
    assert files(archive) == {*before, "hidden.yml"}


@pytest.mark.parametrize(
    ("table", "left"),
    [
        ("file,url\nhoa-sen.txt,x\nb.txt,y\n", "file,url\nb.txt,y\n"),
        ("\ufeffTệp;Ghi chú\r\nseeds\\hoa-sen.txt;x\r\n# a\r\nb.txt;y\r\n", "\ufeffTệp;Ghi chú\r\n# a\r\nb.txt;y\r\n"),
        ('url,file\n"a\nb",./hoa-sen.txt\nc,b.txt', "url,file\nc,b.txt"),
        ("url\nhoa-sen.txt\n", "url\nhoa-sen.txt\n"),
        ('file\n"hoa-sen.txt\n', 'file\n"hoa-sen.txt\n'),
    ],
)
def test_the_row_of_a_source_goes_and_no_other(table: str, left: str) -> None:
    assert without_source(table.encode(), "seeds/hoa-sen.txt").decode() == left
