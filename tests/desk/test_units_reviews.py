"""Organisations are told apart, and items for review decided, once for all articles and for good."""

from __future__ import annotations

import re
from itertools import starmap
from pathlib import Path

import pytest

from generator.desk.files.units_file import with_entry, with_sites, with_variants
from generator.desk.pages.reviews import without_ids
from generator.desk.problems import DeskError
from generator.errors import AuthorityError, CorrectionError
from generator.inspection import review, units
from generator.model.unit import Unit
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.yaml_documents import load
from tests.conftest import ARTICLE
from tests.desk.asking import Browser, browser

FILE = """\
# mine
- id: phuong-hoa-mai   # the ward
  name: Phường Hoa Mai # as it calls itself
  kind: phuong
  source: a

# below it
- {id: dang-uy-x, name: Đảng ủy X, variants: [X], source: 'b: c'}
"""
ODD = """\
Tổng kết công tác năm 2021

Sáng 15/01/2022, Đảng ủy phường Hoa Mai tổng kết. Toàn ngành có 1.361 tập thể lao động xuất sắc.

Năm 2021 có 10 chi bộ; hoàn thành xuất sắc nhiệm vụ: 3 chi bộ, hoàn thành tốt nhiệm vụ: 9 chi bộ.
"""


@pytest.fixture
def desk(archive: Path) -> Browser:
    (archive / "seeds" / "le.txt").write_text(ODD, encoding="utf-8")
    made = browser(archive)
    made.room.whole.now()
    return made


def names(archive: Path) -> list[str]:
    return [organisation.unit.name for organisation in units(ArchiveFolder.at(archive)).found.unlisted]


def shown(desk: Browser, address: str) -> list[str]:
    return re.findall(r'data-item="([^"]*)"', desk.ask(address).text)


def test_an_entry_is_rewritten_and_nothing_else() -> None:
    path = Path("units.yml")
    made = with_variants(FILE.encode(), "phuong-hoa-mai", ("Hoa Mai",), path).decode()
    assert made == FILE.replace("itself\n", "itself\n  variants: [Hoa Mai]\n")
    made = with_variants(FILE.encode(), "dang-uy-x", ("X", "XX"), path).decode()
    assert made == FILE.replace("[X]", "[X, XX]")
    made = with_sites(FILE.encode(), "dang-uy-x", ("seeds/a.txt",), path).decode()
    assert made == FILE.replace("[X]", "[X], sites: [seeds/a.txt]")


def test_what_does_not_fit_the_file_is_refused() -> None:
    path = Path("units.yml")
    with pytest.raises(AuthorityError):
        with_entry(FILE.encode(), {"id": "dang-uy-x", "name": "Y", "source": "z"}, path)
    with pytest.raises(DeskError):
        with_variants(FILE.encode(), "nobody", ("X",), path)
    with pytest.raises(DeskError):
        with_variants(b"- &a {id: x, name: !!python/object:os.system X, source: z}\n", "x", ("X",), path)


def test_a_proposal_becomes_a_unit_and_comes_back(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "units.yml").write_text(FILE, encoding="utf-8")
    desk.room.whole.now()
    name = names(archive)[0]
    assert name in shown(desk, "/units")
    assert desk.post("/units", {"what": "new", "name": name}).status == 200
    assert (archive / "seeds" / "units.yml").read_text(encoding="utf-8").startswith(FILE)
    assert name not in names(archive)
    assert name not in shown(desk, "/units")
    assert desk.post("/undo", {}).status == 200
    assert name in names(archive)
    assert name in shown(desk, "/units")


def test_a_name_is_merged_with_a_listed_unit(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "units.yml").write_text(FILE, encoding="utf-8")
    desk.room.whole.now()
    name = names(archive)[0]
    assert desk.post("/units", {"what": "merge", "name": name, "unit": "dang-uy-x"}).status == 200
    assert name not in names(archive)
    assert name in load((archive / "seeds" / "units.yml").read_bytes())[1]["variants"]


def test_what_is_no_organisation_is_not_proposed_again(archive: Path, desk: Browser) -> None:
    name = shown(desk, "/units")[0]
    assert desk.post("/units", {"what": "dismiss", "name": name}).status == 200
    assert name not in shown(browser_again(archive), "/units")
    (entry,) = load((archive / "seeds" / "reviews.yml").read_bytes())
    assert (entry["kind"], entry["words"], entry["by"]) == ("unknown-unit", name, "Lê Thị Lụa")


def browser_again(archive: Path) -> Browser:
    made = browser(archive)
    made.room.whole.now()
    return made


def test_an_item_once_decided_stays_so_until_it_changes(archive: Path, desk: Browser) -> None:
    folder = ArchiveFolder.at(archive)
    before = [finding.item for finding in review(folder).found]
    assert before
    name = shown(desk, "/reviews")[0]
    (archive / "seeds" / "khac.txt").write_text(ARTICLE.replace("Hoa Mai", "Hoa Lan"), encoding="utf-8")
    desk.room.whole.now()  # put together anew while the page was open
    asked = {"what": "dismissed", "name": name, "reason": "Đã hỏi phường."}
    assert desk.post("/reviews", asked).status == 200
    after = [finding.item for finding in review(folder).found]
    assert len(after) == len(before) - 1
    assert name not in shown(desk, "/reviews")
    assert load((archive / "seeds" / "reviews.yml").read_bytes())[0]["reason"] == "Đã hỏi phường."
    seed = archive / "seeds" / "le.txt"
    seed.write_text(ODD.replace("Toàn ngành", "Toàn ngành đã"), encoding="utf-8")
    assert len(review(folder).found) == len(before)


def test_decisions_that_cannot_be_read_are_told_with_their_line(archive: Path) -> None:
    (archive / "seeds" / "reviews.yml").write_text("- kind: sums\n  decision: perhaps\n  reason: x\n  by: y\n  on: 2024-05-01\n")
    with pytest.raises(CorrectionError) as error:
        review(ArchiveFolder.at(archive))
    assert "reviews.yml:2:" in str(error.value)


@pytest.mark.parametrize("data", [{}, {"name": "x", "what": "rm"}, {"name": "x", "what": "new"}, {"name": "x", "what": "merge"}])
def test_requests_that_no_script_makes_are_refused(archive: Path, desk: Browser, data: dict[str, str]) -> None:
    assert desk.post("/units", data).status in {400, 422}
    assert desk.post("/reviews", data).status in {400, 422}
    assert not (archive / "seeds" / "units.yml").exists()


@pytest.mark.parametrize(
    ("why", "shown"),
    [
        ("“Quận ủy” có thể là Quận ủy A (quan-a) hoặc Quận ủy B (quan-b)", "“Quận ủy” có thể là Quận ủy A hoặc Quận ủy B"),
        ("Quận ủy A (quan-a) hoặc Quận ủy A (quan-c)", "Quận ủy A (quan-a) hoặc Quận ủy A (quan-c)"),
        ("Quận ủy A (quan-x), lớp 5 (a)", "Quận ủy A (quan-x), lớp 5 (a)"),
    ],
)
def test_an_open_name_is_asked_about_without_ids_unless_two_bear_it(why: str, shown: str) -> None:
    units = {unit.id: unit for unit in starmap(Unit, (("quan-a", "Quận ủy A"), ("quan-b", "Quận ủy B"), ("quan-c", "Quận ủy A")))}
    assert without_ids(why, units) == shown
