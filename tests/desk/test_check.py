"""Facts are checked at the desk, and a build keeps what was decided."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator.gathering import gather
from generator.model.facts import Award
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.yaml_documents import load
from tests.desk.asking import Answer, Browser, browser

NAME = "hoa-mai.txt"


@pytest.fixture
def desk(archive: Path) -> Browser:
    return browser(archive)


def shown(answer: Answer | str) -> dict[str, dict[str, str]]:
    """Return the rows of a page by their keys: kind, state, standing, words."""
    html = answer if isinstance(answer, str) else answer.text
    found = {}
    for attributes, inside in re.findall(r'<li class="fact ([^>]*)>(.*?)</li>', html, re.DOTALL):
        row = dict(re.findall(r'data-(\w+)="([^"]*)"', attributes))
        row["standing"] = re.findall(r"s-(\w+)", attributes)[0]
        row["words"] = " ".join(re.sub("<[^>]+>", " ", inside).split())
        found[row["key"]] = row
    return found


def rows(desk: Browser, kind: str = "awards") -> list[dict[str, str]]:
    return [row for row in shown(desk.ask(f"/article?a={NAME}")).values() if row["kind"] == kind]


def decide(desk: Browser, what: str, row: dict[str, str] | None = None, **more: Any) -> Answer:
    known = {"key": row["key"], "state": row["state"]} if row else {}
    return desk.post("/decide", {"a": NAME, "what": what, **known, **more})


def awards(archive: Path) -> tuple[Award, ...]:
    ((_, facts),) = gather(ArchiveFolder.at(archive)).articles
    return facts.awards


def form(desk: Browser, query: str) -> dict[str, list[str]]:
    """Return what the form would send, unchanged."""
    html = desk.ask(f"/form?a={NAME}&{query}").json["form"]
    values: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input name="([\w.]+)" value="([^"]*)"', html):
        values.setdefault(name, []).append(value)
    for name, inside in re.findall(r'<select name="([\w-]+)">(.*?)</select>', html, re.DOTALL):
        values[name] = re.findall(r'<option value="([^"]*)" selected>', inside)
    for name, inside in re.findall(r'<textarea name="(\w+)"[^>]*>([^<]*)</textarea>', html):
        values[name] = [inside]
    values.pop("why", None)
    return values


def test_a_confirmed_fact_is_kept_with_who_and_when_and_asked_again_only_when_it_changes(archive: Path, desk: Browser) -> None:
    first, _ = rows(desk)
    assert first["standing"] == "open"
    assert decide(desk, "confirm", first).status == 200
    (entry,) = load((archive / "seeds/checks/hoa-mai.yml").read_bytes())
    assert entry["fact"] == "awards"
    assert entry["by"] == "Lê Thị Lụa"
    assert entry["is"]["count"] == 3
    kept = awards(archive)
    assert [award.checked.by if award.checked else None for award in kept] == ["Lê Thị Lụa", None]
    seed = archive / "seeds" / NAME
    seed.write_text(seed.read_text().replace("12 đảng viên", "14 đảng viên"))
    assert [bool(award.checked) for award in awards(archive)] == [True, False]
    seed.write_text(seed.read_text().replace("3 chi bộ", "4 chi bộ"))
    assert [bool(award.checked) for award in awards(archive)] == [False, False]
    assert rows(desk)[0]["standing"] == "open"


def test_a_changed_fact_says_that_it_was_checked_before(archive: Path, desk: Browser) -> None:
    decide(desk, "confirm", rows(desk)[0])
    seed = archive / "seeds" / NAME
    seed.write_text(seed.read_text().replace("hoàn thành xuất sắc nhiệm vụ năm 2021.", "hoàn thành tốt nhiệm vụ năm 2021."))
    row = next(row for row in rows(desk) if "3 " in row["words"])
    assert "changed since" in row["words"] or "đã đổi" in row["words"]


def test_a_wrong_fact_goes_and_comes_back(archive: Path, desk: Browser) -> None:
    assert decide(desk, "reject", rows(desk)[0]).status == 200
    assert [award.count for award in awards(archive)] == [12]
    removed = next(row for row in rows(desk) if row["standing"] == "removed")
    assert decide(desk, "reopen", removed).status == 200
    assert [award.count for award in awards(archive)] == [3, 12]
    assert not (archive / "seeds/corrections/hoa-mai.yml").exists()


def test_a_fact_is_corrected_twice_and_back(archive: Path, desk: Browser) -> None:
    row = rows(desk)[0]
    values = form(desk, f"key={row['key']}")
    assert values["kind"] == ["chi-bo"]
    assert decide(desk, "correct", row, values={**values, "count": ["5"], "names": ["Chi bộ 1\nChi bộ 2"]}).status == 200
    assert (awards(archive)[0].count, awards(archive)[0].names) == (5, ("Chi bộ 1", "Chi bộ 2"))
    row = next(row for row in rows(desk) if row["standing"] == "corrected")
    assert decide(desk, "correct", row, values={**values, "count": ["6"]}).status == 200
    (entry,) = load((archive / "seeds/corrections/hoa-mai.yml").read_bytes())
    assert entry["right"] == {"count": 6}
    row = next(row for row in rows(desk) if row["standing"] == "corrected")
    assert decide(desk, "correct", row, values=values).status == 200
    assert not (archive / "seeds/corrections/hoa-mai.yml").exists()
    assert awards(archive)[0].checked


def test_a_fact_is_added_from_selected_words(archive: Path, desk: Browser) -> None:
    text = desk.room.desk.judged(NAME).article.text
    start = text.index("giấy khen cho 3 chi bộ")
    query = f"start={start}&end={start + len('giấy khen cho 3 chi bộ')}&kind=awards"
    values = form(desk, query)
    assert values.pop("fact-kind") == ["awards"]
    assert (values["type"], values["kind"], values["count"]) == (["giay-khen"], ["chi-bo"], ["3"])
    at = text.index("hội nghị tổng kết")
    answer = decide(desk, "add", kind="awards", values={**values, "type": ["bang-khen"], "count": ["1"]}, start=at, end=at + 17)
    assert answer.status == 200
    assert ("bang-khen", 1) in {(award.type, award.count) for award in awards(archive)}
    added = next(row for row in rows(desk) if row["standing"] == "added")
    assert decide(desk, "reject", added).status == 200
    assert len(awards(archive)) == 2


@pytest.mark.parametrize(
    ("field", "value", "words"), [("count", "nhiều", "nhiều"), ("years", "năm ngoái", "năm ngoái"), ("period", "2022 2018", "2022")]
)
def test_a_value_that_a_field_cannot_take_is_told_and_nothing_saved(
    archive: Path, desk: Browser, field: str, value: str, words: str
) -> None:
    row = rows(desk)[0]
    answer = decide(desk, "correct", row, values={**form(desk, f"key={row['key']}"), field: [value]})
    assert answer.status == 422
    assert answer.json["error"]
    assert answer.json["fix"]
    assert not (archive / "seeds/corrections").exists(), words


def test_what_another_decided_meanwhile_is_not_overwritten(archive: Path, desk: Browser) -> None:
    other = browser(archive, person="Trần Văn Bê")
    row = rows(desk)[0]
    assert decide(other, "reject", row).status == 200
    answer = decide(desk, "confirm", row)
    assert answer.status == 409
    assert "removed" in {one["standing"] for one in shown(answer.json["facts"]).values()}
    assert [award.count for award in awards(archive)] == [12]


def test_a_page_goes_on_from_what_it_decided_itself_before_it_was_shown(archive: Path, desk: Browser) -> None:
    row, page = rows(desk)[0], re.findall(r'data-page="(\w+)"', desk.ask(f"/article?a={NAME}").text)[0]
    assert decide(desk, "confirm", row, page=page).status == 200
    assert decide(desk, "reopen", row, page=page).status == 200
    assert decide(desk, "reject", row, page=page).status == 200
    assert len(awards(archive)) == 1
    assert decide(desk, "confirm", row).status == 409, "another page has not seen it"
    assert decide(browser(archive, person="Trần Văn Bê"), "reopen", next(r for r in rows(desk) if r["standing"] == "removed")).status == 200
    other = next(one for one in rows(desk) if one["key"] == row["key"])
    assert decide(browser(archive, person="Trần Văn Bê"), "confirm", other).status == 200
    assert decide(desk, "reject", row, page=page).status == 409, "another person has decided since"


def test_a_fact_that_a_page_added_is_corrected_twice_by_it(archive: Path, desk: Browser) -> None:
    text = desk.room.desk.judged(NAME).article.text
    at = text.index("hội nghị tổng kết")
    values = {"type": ["bang-khen"], "kind": ["chi-bo"], "count": ["1"], "status": ["granted"]}
    assert decide(desk, "add", kind="awards", values=values, start=at, end=at + 17).status == 200
    added = next(row for row in rows(desk) if row["standing"] == "added")
    for count in ("2", "3"):
        assert decide(desk, "correct", added, values={**values, "count": [count]}, page="p").status == 200
    assert form(desk, f"key={added['key']}&state={added['state']}&page=p")["count"] == ["3"]
    assert decide(desk, "reject", added, page="p").status == 200
    assert len(awards(archive)) == 2


def test_undo_puts_back_each_step(archive: Path, desk: Browser) -> None:
    decide(desk, "confirm", rows(desk)[0])
    decide(desk, "reject", rows(desk)[1])
    assert desk.post("/undo", {}).status == 200
    assert [bool(award.checked) for award in awards(archive)] == [True, False]
    assert desk.post("/undo", {}).status == 200
    assert [bool(award.checked) for award in awards(archive)] == [False, False]
    assert desk.post("/undo", {}).json["about"] == ""


def test_the_whole_article_is_confirmed_until_its_text_changes(archive: Path, desk: Browser) -> None:
    assert decide(desk, "finish").status == 200
    folder = ArchiveFolder.at(archive)
    assert list(gather(folder).checked) == [f"seeds/{NAME}"]
    seed = archive / "seeds" / NAME
    seed.write_text(seed.read_text() + "\nDịp này, phường tặng bằng khen cho 1 cá nhân.\n")
    assert not gather(folder).checked


def test_fields_of_the_article_are_confirmed_and_corrected(archive: Path, desk: Browser) -> None:
    (title,) = rows(desk, "title")
    assert decide(desk, "confirm", title).status == 200
    (title,) = rows(desk, "title")
    assert title["standing"] == "checked"
    assert decide(desk, "correct", title, values={"title": ["Tổng kết năm 2021"]}).status == 200
    assert gather(ArchiveFolder.at(archive)).articles[0][0].title == "Tổng kết năm 2021"
    assert decide(desk, "reject", rows(desk, "title")[0]).status == 422


def test_a_persons_own_lines_stay(archive: Path, desk: Browser) -> None:
    file = archive / "seeds/corrections/hoa-mai.yml"
    file.parent.mkdir()
    expected = "Đảng ủy phường Hoa Mai tổng kết công tác năm 2021"
    mine = f"# của tôi\n- fact: title\n  expected: {expected}\n  right: Tổng kết\n  by: A\n  on: 2024-01-01\n  why: ngắn\n"
    file.write_text(mine)
    decide(desk, "reject", rows(desk)[0])
    assert file.read_text().startswith(mine)
    assert len(load(file.read_bytes())) == 2


def test_nobody_decides_without_a_name(archive: Path) -> None:
    desk = browser(archive, person="")
    row = rows(desk)[0]
    assert decide(desk, "confirm", row).status == 422
    desk.cookies["kyyeu-desk-name"] = "L%C3%AA%20Th%E1%BB%8B%20L%E1%BB%A5a"
    assert decide(desk, "confirm", row).status == 200
    assert load((archive / "seeds/checks/hoa-mai.yml").read_bytes())[0]["by"] == "Lê Thị Lụa"


@pytest.mark.parametrize("data", [{}, {"a": NAME}, {"a": NAME, "what": "eval", "key": "x", "state": "y"}, {"a": "../x", "what": "finish"}])
def test_requests_that_no_script_makes_are_refused(archive: Path, desk: Browser, data: dict[str, str]) -> None:
    assert desk.post("/decide", data).status in {400, 409, 422}
    assert not (archive / "seeds/checks").exists()
