"""A text of uncertain encoding asks instead of guessing, in the command and at the desk."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.adding.encodings import UnsureEncodingError
from generator.adding.fetched import Fetched
from generator.adding.known import Known
from generator.adding.proposals import Changes, propose
from generator.cli import main
from generator.cli.reporting import FAILED
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.reading.damage.choices import ENCODINGS, choices_of, read_as
from tests.adding.made import in_bytes
from tests.conftest import ARTICLE
from tests.desk.asking import browser
from tests.desk.test_inbox import upload, waiting

TEXT = ARTICLE.replace("Hoa Mai", "Hoa Sen") + "\nÕng ẹo, VÕ VĂN TÁM được khen.\n"
UNSURE = in_bytes(TEXT, "viscii")  # its Õ is the no-break space


def test_the_best_reading_is_the_first_choice() -> None:
    choices = choices_of(UNSURE)
    assert choices[0].encoding == "viscii"
    assert choices[0].sample in " ".join(TEXT.split())
    for encoding in ("tcvn3", "vni", "viscii", "windows-1258"):
        assert choices_of(in_bytes(ARTICLE, encoding.replace("windows-", "cp")))[0].encoding == encoding
    assert choices_of(ARTICLE.encode()) == ()
    assert choices_of(b"\xff\xfe\0\0") == ()
    with pytest.raises(KeyError):
        read_as(b"", "latin-9")
    assert read_as(b"\xe9t\xe9", ENCODINGS[-1]) == "été"


def test_nothing_is_guessed_and_a_choice_is_followed(archive: Path) -> None:
    known = Known.of(ArchiveFolder.at(archive))
    with pytest.raises(UnsureEncodingError) as asked:
        propose(Fetched(UNSURE, "a.txt"), known)
    assert "--encoding viscii (“" in str(asked.value)
    assert "VÕ VĂN TÁM" in propose(Fetched(UNSURE, "a.txt"), known, Changes(encoding="viscii")).text
    assert "Hoa Sen" in propose(Fetched(TEXT.encode(), "a.txt"), known, Changes(encoding="viscii")).text, "UTF-8 is certain"


def test_the_command_says_what_to_choose(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "old.txt").write_bytes(UNSURE)
    assert main(["-C", str(archive), "add", str(tmp_path / "old.txt")]) == FAILED
    assert "--encoding viscii" in capsys.readouterr().err
    assert main(["-C", str(archive), "add", "--encoding", "VISCII", str(tmp_path / "old.txt")]) == 0
    assert "VÕ VĂN TÁM" in (archive / "seeds" / "old.txt").read_text(encoding="utf-8")


def test_the_desk_shows_the_choices(archive: Path) -> None:
    desk = browser(archive)
    upload(desk, "old.txt", UNSURE)
    page = desk.ask("/inbox").text
    assert re.findall(r'data-read="([\w-]+)"', page)[0] == "viscii"
    assert 'data-do="accept"' not in page
    (item,) = waiting(desk)
    assert desk.post("/inbox", {"what": "read_as", "id": item, "encoding": "latin-9"}).status == 400
    assert desk.post("/inbox", {"what": "read_as", "id": item, "encoding": "viscii"}).status == 200
    body = re.findall(r"<textarea[^>]*>(.*?)</textarea>", desk.ask(f"/inbox/item?id={item}").json["form"], re.DOTALL)[0]
    values = {"title": "Một nhan đề của người kiểm", "body": body}
    assert desk.post("/inbox", {"what": "change", "id": item, "values": values}).status == 200, "the choice stays"
    place = desk.post("/inbox", {"what": "accept", "id": item}).json["place"]
    assert place == "seeds/old.txt"
    assert "VÕ VĂN TÁM" in (archive / place).read_text(encoding="utf-8")
