"""``seeds/people.yml``: its schema, what it says of articles that are gone, and what ``kyyeu people`` proposes for it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.cli.reporting import FAILED
from generator.errors import AuthorityError
from generator.model.archive import Archive, Hidden
from generator.model.facts import Facts, Person, Role
from generator.model.person import PersonDecision
from generator.resolution.people_proposals import listing, namesakes
from generator.resolution.records.people_file import read_people, with_people
from tests.rendering.made_units import HERE, bare

A = "Nguyễn Văn A"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "people.yml"


def archive(*slugs: str, name: str = A) -> Archive:
    """Return an archive in which each article gives the name another office."""
    person = {slug: Person(evidence=HERE, rule="p", name=name, roles=(Role(f"Bí thư {slug}"),)) for slug in slugs}
    return Archive(tuple(bare(slug, Facts(people=(person[slug],))) for slug in slugs))


def test_reads_each_entry_with_its_line(file: Path) -> None:
    file.write_text(
        f"# …\n- name: {A}\n  id: a-hoa-mai\n  variants: [Nguyễn A]\n  same: [x, y]\n  not_same: [z]\n  unsure: [w]\n  why: Đã hỏi\n"
        "- {name: Lê B, same: [x]}\n",
        encoding="utf-8",
    )
    assert read_people(file) == (
        PersonDecision(A, ("x", "y"), ("z",), ("w",), ("Nguyễn A",), "a-hoa-mai", "Đã hỏi", 2),
        PersonDecision("Lê B", ("x",), line=9),
    )
    assert read_people(file.with_name("none.yml")) == ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (f"- name: {A}\n", ":1: this entry has no same"),
        (f"- {{name: {A}, same: []}}\n", ":1: this is empty"),
        (f"- {{name: {A}, same: [x], sam: [y]}}\n", ":1: unknown key 'sam'"),
        (f"- name: {A}\n  same: [x]\n  unsure: [x]\n", ":3: the article x is both in same and in unsure"),
        (f"- {{name: {A}, same: [x]}}\n- {{name: {A}, same: [x]}}\n", ":2: the article x is in another entry of this name, in line 1"),
        (f"- {{name: {A}, id: a, same: [x]}}\n- {{name: Lê B, id: a, same: [x]}}\n", ":2: the id 'a' occurs twice"),
        (f"- {{name: {A}, id: index, same: [x]}}\n", ":1:"),
    ],
)
def test_each_error_has_its_line(file: Path, written: str, told: str) -> None:
    file.write_text(written, encoding="utf-8")
    with pytest.raises(AuthorityError) as raised:
        read_people(file)
    assert told in str(raised.value)


def test_an_article_that_is_gone_is_an_error_and_the_rest_holds() -> None:
    found = with_people(archive("x", "y"), (PersonDecision(A, ("x", "y", "gone"), line=3),), "seeds/people.yml")
    assert [(error.line, str(error.path)) for error in found.errors] == [(3, "seeds/people.yml")]
    assert found.people[0].same == ("x", "y", "gone")


def test_an_article_that_is_hidden_is_no_error() -> None:
    hidden = Hidden("article", "2024-05-01", "theo yêu cầu", ("gone",))
    assert with_people(replace(archive("x"), hidden=(hidden,)), (PersonDecision(A, ("x", "gone")),), "p").errors == ()


def test_proposals_are_of_what_nobody_decided() -> None:
    told = archive("x", "y", "z")
    (one,) = namesakes(told)
    assert one.entry == f"- {{name: {A}, same: [x], unsure: [y, z]}}"
    assert [bearer.offices for bearer in one.bearers] == [("Bí thư x",), ("Bí thư y",), ("Bí thư z",)]
    kept = replace(told, people=(PersonDecision(A, ("x",), ("y",), line=4),))
    (left,) = namesakes(kept)
    assert ([bearer.articles for bearer in left.bearers], left.line) == ([("x",), ("z",)], 4)
    assert list(listing((left,)))[-1].startswith("# - {name")
    assert namesakes(replace(told, people=(PersonDecision(A, ("x",), ("y",), ("z",)),))) == ()
    assert namesakes(archive("x")) == ()


def test_the_command_prints_lines_to_paste_and_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("seeds", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    for name, unit in (("mot", "Hoa Mai"), ("hai", "Hoa Lan")):
        text = (
            f"Phường {unit} tổng kết\n\nNgày 5/1/2023, đồng chí Lê Thị Lụa, Bí thư Đảng ủy phường {unit}, dự hội nghị tổng kết năm 2022.\n"
        )
        (tmp_path / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    assert main(["-C", str(tmp_path), "people"]) == 0
    assert "- {name: Lê Thị Lụa, same: [hai], unsure: [mot]}" in capsys.readouterr().out.splitlines()
    assert main(["-C", str(tmp_path), "people", "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)] == ["Lê Thị Lụa"]
    (tmp_path / "seeds" / "people.yml").write_text("- {name: Lê Thị Lụa, same: [mot], unsure: [hai]}\n", encoding="utf-8")
    assert main(["-C", str(tmp_path), "people", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    (tmp_path / "seeds" / "people.yml").write_text("- {nme: Lê Thị Lụa}\n", encoding="utf-8")
    assert main(["-C", str(tmp_path), "people"]) == FAILED
    assert "people.yml:1: " in capsys.readouterr().err
