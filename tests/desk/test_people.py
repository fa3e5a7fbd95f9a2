"""Persons are told apart once for all articles: the entries of people.yml that the desk writes, and what it asks."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from generator.desk.files.people_file import Bearer, decided, with_bearer, with_person
from generator.desk.problems import DeskError
from generator.errors import AuthorityError
from generator.model.archive import Archive
from generator.model.facts import Facts, Person, Role
from generator.model.person import PersonDecision
from generator.resolution.people_proposals import namesakes
from generator.resolution.records.people_file import read_people
from generator.yaml_documents import load
from tests.desk.asking import Browser, browser
from tests.rendering.made_units import HERE, bare

A = "Nguyễn Văn An"
FILE = f"""\
# mine
- name: {A}   # the teacher
  same: [le, ky-niem]  # both at the school
  unsure:
  - gap-mat

- {{name: Lê B, same: [le]}}
"""
PATH = Path("people.yml")


def told(name: str, office: str) -> str:
    return (
        f"Phường Hoa {office} tổng kết công tác năm 2022\n\n"
        f"Ngày 5/1/2023, đồng chí {name}, Bí thư Đảng ủy phường Hoa {office}, dự hội nghị tổng kết năm 2022.\n"
    )


@pytest.fixture
def desk(archive: Path) -> Browser:
    for slug, office in (("mot", "Mai"), ("hai", "Lan"), ("ba", "Sen")):
        (archive / "seeds" / f"{slug}.txt").write_text(told("Lê Thị Lụa", office), encoding="utf-8")
    return again(archive)


def again(archive: Path) -> Browser:
    made = browser(archive)
    made.room.whole.now()
    return made


def shown(desk: Browser, address: str = "/people") -> list[str]:
    return [html.unescape(one) for one in re.findall(r'data-item="([^"]*)"', desk.ask(address).text)]


def test_only_the_entry_that_is_meant_is_rewritten() -> None:
    data = FILE.encode()
    made = decided(data, Bearer(A, ("le",)), (), [Bearer(A, ("gap-mat", "moi"))], "same", PATH).decode()
    assert made == FILE.replace("[le, ky-niem]  #", "[le, ky-niem, gap-mat, moi] #").replace("  unsure:\n  - gap-mat\n", "")
    made = decided(data, Bearer(A, ("xa",)), ("ky-niem",), [Bearer(A, ("moi",))], "apart", PATH).decode()
    assert "# mine" in made
    assert load(made.encode())[0]["not_same"] == ["moi"]
    made = decided(data, Bearer(A, ("xa",)), (), [Bearer("Nguyễn Văn Ân", ("moi",))], "new", PATH).decode()
    assert made.startswith(FILE)
    assert load(made.encode())[2:] == [
        {"name": A, "same": ["xa"], "not_same": ["moi"]},
        {"name": "Nguyễn Văn Ân", "same": ["moi"], "not_same": ["xa"]},
    ]
    made = with_bearer(data, "Lê B", "le", Bearer("Lê Bê", ("moi",)), PATH).decode()
    assert load(made.encode())[1] == {"name": "Lê B", "variants": ["Lê Bê"], "same": ["le", "moi"]}
    assert decided(None, Bearer(A, ("le",)), (), [Bearer("An", ("x",))], "same", PATH).decode() == (
        f"- name: {A}\n  variants: [An]\n  same: [le, x]\n"
    )


def test_what_does_not_fit_the_file_is_refused() -> None:
    with pytest.raises(AuthorityError):
        with_person(FILE.encode(), Bearer(A, ("le",)), PATH)
    with pytest.raises(DeskError):
        with_bearer(FILE.encode(), "Lê B", "gap-mat", Bearer("Lê Bê", ("moi",)), PATH)


@pytest.mark.parametrize("what", ["same", "apart", "new", "unsure"])
def test_a_decision_is_written_asked_no_more_and_taken_back(archive: Path, desk: Browser, what: str) -> None:
    before = shown(desk)
    assert len(before) == 2
    assert desk.post("/people", {"what": what, "name": before[0]}).status == 200
    assert shown(desk) == before[1:]
    base, own, _, other = json.loads(before[0])
    entries = read_people(archive / "seeds" / "people.yml")
    assert entries[0].name == base
    stated = {"same": entries[0].same[1:], "apart": entries[0].not_same, "new": entries[0].not_same, "unsure": entries[0].unsure}
    assert (entries[0].same[:1], stated[what]) == (tuple(own), tuple(other))
    assert len(entries) == (2 if what == "new" else 1)
    left = shown(again(archive))
    assert len(left) == 1
    assert other[0] not in json.loads(left[0])[3]
    assert desk.post("/undo", {}).status == 200
    assert not (archive / "seeds" / "people.yml").exists()
    assert shown(desk) == before


def test_two_decisions_about_one_person_are_one_entry(archive: Path, desk: Browser) -> None:
    first, second = shown(desk)
    assert desk.post("/people", {"what": "same", "name": first}).status == 200
    desk.room.whole.now()  # put together anew while the page was open
    desk.room.hidden.clear()
    assert desk.post("/people", {"what": "apart", "name": second}).status == 200
    (entry,) = read_people(archive / "seeds" / "people.yml")
    assert (len(entry.same), len(entry.not_same)) == (2, 1)
    assert shown(again(archive)) == []
    assert desk.post("/people", {"what": "apart", "name": second}).status == 422


def test_anyone_is_listed_or_merged_with_a_listed_person(archive: Path, desk: Browser) -> None:
    (archive / "seeds" / "bon.txt").write_text(told("Lê Thị Luạ", "Huệ"), encoding="utf-8")
    desk.room.whole.now()
    found = [one for one in shown(desk, "/people?q=le+thi+lua") if not one.startswith("[")]
    assert len(found) == 4
    assert [one for one in shown(desk, "/people?q=L%E1%BB%A5+th") if not one.startswith("[")] == found  # a name is typed by its beginnings
    assert desk.post("/people", {"what": "list", "name": found[0]}).status == 200
    (entry,) = read_people(archive / "seeds" / "people.yml")
    unit = json.dumps([entry.name, entry.same[0]], ensure_ascii=False)
    assert desk.post("/people", {"what": "join", "name": found[1], "unit": unit}).status == 200
    (entry,) = read_people(archive / "seeds" / "people.yml")
    assert len(entry.same) == 2
    assert [one for one in shown(desk, "/people?q=le+thi+lua") if not one.startswith("[")] == found[2:]


@pytest.mark.parametrize("data", [{}, {"name": "x", "what": "rm"}, {"name": "x", "what": "join"}, {"name": "x", "what": "list"}])
def test_requests_that_no_script_makes_are_refused(archive: Path, desk: Browser, data: dict[str, str]) -> None:
    assert desk.post("/people", data).status in {400, 422}
    assert desk.post("/people", {"name": shown(desk)[0], "what": "rm"}).status == 400
    assert not (archive / "seeds" / "people.yml").exists()


def test_names_a_letter_apart_are_proposed_where_they_share_an_office() -> None:
    def person(name: str, office: str) -> Facts:
        return Facts(people=(Person(evidence=HERE, rule="p", name=name, roles=(Role(office),)),))

    state = "Chủ tịch nước"
    archive = Archive((bare("x", person("Trần Đại Quang", state)), bare("y", person("Trần Đai Quang", state)),
                       bare("z", person("Trần Đại Quan", "Bí thư")), bare("w", person("Trần Đức Lương", state))))  # fmt: skip
    (pair,) = namesakes(archive)
    assert [bearer.articles for bearer in pair.bearers] == [("x",), ("y",)]
    assert "variants: [" in pair.entry
    for decision in (PersonDecision("Trần Đại Quang", ("x",), ("y",)), PersonDecision("Trần Đai Quang", ("y",), unsure=("x",))):
        assert namesakes(Archive(archive.entries, people=(decision,))) == ()
