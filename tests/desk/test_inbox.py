"""Files and texts wait, are shown as they would be read, and become articles when a person accepts them."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.conftest import ARTICLE
from tests.desk.asking import ORIGIN, Answer, Browser, browser

OTHER = ARTICLE.replace("Hoa Mai", "Hoa Sen").replace("2021", "2020").replace("3 chi bộ", "7 chi bộ")
HEAD, _, LEAD = OTHER.splitlines()[:3]
PAGE = f"<html><head><title>x</title></head><body><article><h1>{HEAD}</h1><p>{LEAD}</p></article></body></html>"


@pytest.fixture
def desk(archive: Path) -> Browser:
    return browser(archive)


def upload(desk: Browser, name: str, data: bytes) -> Answer:
    return desk.ask("/inbox/file", "POST", data, origin=ORIGIN, x_desk_token=desk.room.access.token, x_desk_name=quote(name))


def paste(desk: Browser, text: str) -> Any:
    return desk.post("/inbox/text", {"text": text}).json


def waiting(desk: Browser) -> list[str]:
    return re.findall(r'data-item="([^"]*)"', desk.ask("/inbox").text)


def articles(archive: Path) -> set[str]:
    return {path.name for path in ArchiveFolder.at(archive).articles()}


def test_a_file_waits_and_is_accepted_and_comes_back(archive: Path, desk: Browser) -> None:
    assert upload(desk, "Hoa Sen.txt", OTHER.encode()).json["taken"] == 1
    assert "Đảng ủy phường Hoa Sen tổng kết công tác năm 2020" in desk.ask("/inbox").text
    assert articles(archive) == {"hoa-mai.txt"}
    (item,) = waiting(desk)
    assert desk.post("/inbox", {"what": "accept", "id": item}).json["place"] == "seeds/hoa-sen.txt"
    assert articles(archive) == {"hoa-mai.txt", "hoa-sen.txt"}
    assert (archive / "seeds" / "hoa-sen.orig").read_bytes() == OTHER.encode()
    assert waiting(desk) == []
    assert desk.post("/undo", {}).status == 200
    assert articles(archive) == {"hoa-mai.txt"}
    assert waiting(desk) == [item]


def test_what_waits_survives_the_end_of_the_desk(archive: Path, desk: Browser) -> None:
    paste(desk, OTHER)
    (item,) = waiting(desk)
    values = {"title": "Phường Hoa Sen tổng kết", "published": "2021-02-01", "body": OTHER, "address": "https://hoasen.example/tin/1"}
    assert desk.post("/inbox", {"what": "change", "id": item, "values": values}).status == 200
    again = browser(archive)
    assert waiting(again) == [item]
    assert "Phường Hoa Sen tổng kết" in again.ask("/inbox").text
    assert again.post("/inbox", {"what": "accept", "id": item}).status == 200
    text = (archive / "seeds" / "phuong-hoa-sen-tong-ket.txt").read_text(encoding="utf-8")
    assert "https://hoasen.example/tin/1" in text
    assert text.count("Phường Hoa Sen tổng kết") == 1
    article = browser(archive).ask("/article?a=phuong-hoa-sen-tong-ket.txt").text
    assert "01/02/2021" in article


@pytest.mark.parametrize("text", [ARTICLE, ARTICLE.replace("hội nghị", "Hội nghị"), ARTICLE.replace("\n\n", "\n\n\n")])
def test_what_is_there_already_is_told_and_not_taken_with_the_others(archive: Path, desk: Browser, text: str) -> None:
    paste(desk, text)
    assert "seeds/hoa-mai.txt" in desk.ask("/inbox").text
    assert desk.post("/inbox", {"what": "accept_all"}).json["count"] == 0
    assert articles(archive) == {"hoa-mai.txt"}


def test_twins_in_the_inbox_are_told(archive: Path, desk: Browser) -> None:
    upload(desk, "a.txt", OTHER.encode())
    upload(desk, "b.txt", OTHER.encode())
    assert desk.post("/inbox", {"what": "accept_all"}).json["count"] == 1
    assert len(waiting(desk)) == 1
    assert "seeds/a.txt" in desk.ask("/inbox").text
    assert articles(archive) == {"hoa-mai.txt", "a.txt"}


def test_damaged_text_is_told_and_refused(archive: Path, desk: Browser) -> None:
    upload(desk, "hong.txt", OTHER.encode("utf-8").decode("cp1252", "replace").encode("utf-8"))
    (item,) = waiting(desk)
    assert desk.post("/inbox", {"what": "accept", "id": item}).status == 422
    assert articles(archive) == {"hoa-mai.txt"}
    assert desk.post("/inbox", {"what": "drop", "id": item}).status == 200
    assert waiting(desk) == []


def test_an_archive_of_files_gives_its_members(archive: Path, desk: Browser) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("../../evil.txt", OTHER)
        file.writestr("page.html", PAGE)
    assert upload(desk, "a.zip", packed.getvalue()).json["taken"] == 2
    desk.post("/inbox", {"what": "accept_all"})
    assert not (archive.parent / "evil.txt").exists()
    assert not (archive / "evil.txt").exists()
    assert articles(archive) >= {"hoa-mai.txt", "evil.txt"}


def test_a_list_of_addresses_is_taken_one_after_another_and_never_a_private_one(desk: Browser) -> None:
    assert paste(desk, "https://a.example/1\nhttps://a.example/2\n")["addresses"] == ["https://a.example/1", "https://a.example/2"]
    answer = desk.post("/inbox/text", {"text": "http://127.0.0.1:8010/"})
    assert answer.status == 422
    assert answer.json["error"]
    assert waiting(desk) == []


@pytest.mark.parametrize("folder", ["../out", "/tmp", "a/../../b", "..\\x"])
def test_a_folder_outside_the_seeds_is_refused(archive: Path, desk: Browser, folder: str) -> None:
    paste(desk, OTHER)
    (item,) = waiting(desk)
    values = {"title": "T", "body": OTHER, "folder": folder}
    assert desk.post("/inbox", {"what": "change", "id": item, "values": values}).status == 422
    assert desk.post("/inbox", {"what": "accept", "id": item}).status == 200
    assert len(articles(archive)) == 2
    assert all(path.is_relative_to(archive / "seeds") for path in ArchiveFolder.at(archive).articles())


@pytest.mark.parametrize("data", [{}, {"what": "accept", "id": "../../x"}, {"what": "drop", "id": "none"}, {"what": "change", "id": "x"}])
def test_requests_that_no_script_makes_are_refused(desk: Browser, data: dict[str, str]) -> None:
    assert desk.post("/inbox", data).status in {400, 422}


def test_an_empty_file_is_told(desk: Browser) -> None:
    assert upload(desk, "a.txt", b"").status == 422
    assert desk.post("/inbox/text", {"text": "  \n"}).status == 422
