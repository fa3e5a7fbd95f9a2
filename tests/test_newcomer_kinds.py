"""The newcomer of ``test_newcomer.py`` follows the how-tos of what is a word, a row of a table or a page of the desk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_newcomer import ARTICLE, ROOT, Newcomer

pytestmark = pytest.mark.slow
DATA = "generator/lexicon/data"
AWARDS = "generator/extraction/awards"


@pytest.fixture
def newcomer(tmp_path: Path) -> Newcomer:
    return Newcomer(tmp_path)


def _replace(newcomer: Newcomer, path: str, old: str, new: str) -> None:
    text = (newcomer.folder / path).read_text(encoding="utf-8")
    assert old in text, f"{path} does not hold {old!r}"
    newcomer.write(path, text.replace(old, new, 1))


def _append(newcomer: Newcomer, path: str, lines: str) -> None:
    newcomer.write(path, (newcomer.folder / path).read_text(encoding="utf-8").rstrip("\n") + f"\n{lines}\n")


def _python(newcomer: Newcomer, code: str) -> str:
    """Return what ``code`` prints in the newcomer's copy; modules of the tests are those of this repository."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(newcomer.folder), str(ROOT)))}
    done = subprocess.run([sys.executable, "-c", code], cwd=newcomer.folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_a_short_form(newcomer: Newcomer) -> None:
    """Both lexicons: one that articles use, one with several meanings that readers only type."""
    code = "from generator.publishing.search.names import spelled_out; print(*spelled_out('{}'), sep='|')"
    assert [_python(newcomer, code.format(form)) for form in ("BQLKVC", "KVC")] == ["bqlkvc", "kvc"]
    _append(
        newcomer, f"{DATA}/unit-abbreviations.yml", "- {id: bqlkvc, label: Ban Quản lý khu vui chơi, variants: [BQLKVC], source: initials}"
    )
    _append(
        newcomer,
        f"{DATA}/search-short-forms.yml",
        "- {id: kvc, label: khu vui chơi, also: [kênh vườn chùa], variants: [KVC], source: initials}",
    )
    assert _python(newcomer, code.format("BQLKVC")) == "ban quan li khu vui choi"
    assert _python(newcomer, code.format("KVC")).split("|") == ["khu vui choi", "kenh vuon chua"]


def test_a_way_of_listing_awards(newcomer: Newcomer) -> None:
    """A missing word of lists, here what heads a column, is in ``list-words.yml``."""
    table = "Danh sách khen thưởng:\n\nSTT\tGia chủ\tHình thức\n1\tNguyễn Văn Bình\tGiấy khen\n2\tLê Thị Lụa\tGiấy khen"
    assert newcomer.facts(table)["awards"] == []
    _replace(newcomer, f"{DATA}/list-words.yml", "variants: [họ tên,", "variants: [gia chủ, họ tên,")
    (award,) = newcomer.facts(table)["awards"]
    assert (award["type"], award["names"]) == ("giay-khen", ["Nguyễn Văn Bình", "Lê Thị Lụa"])


def test_a_way_of_stating_a_rating(newcomer: Newcomer) -> None:
    sentence = "Năm 2023, 12 chi bộ được xếp loại hoàn thành mỹ mãn nhiệm vụ."
    assert newcomer.facts(sentence)["ratings"] == []
    _replace(newcomer, f"{DATA}/rating-levels.yml", "variants: [HTXSNV,", "variants: [HTXSNV, hoàn thành mỹ mãn nhiệm vụ,")
    (rating,) = newcomer.facts(sentence)["ratings"]
    assert (rating["subject"], rating["level"], rating["count"]) == ("chi-bo", "hoan-thanh-xuat-sac", 12)


def test_a_way_of_stating_a_grant(newcomer: Newcomer) -> None:
    sentence = "Ba chi bộ được Quận ủy Sao Mai chấp bút giấy khen."
    before = newcomer.facts(sentence)["awards"]
    _replace(newcomer, f"{DATA}/award-cues.yml", "variants: [trao, tặng,", "variants: [trao, tặng, chấp bút,")
    (award,) = newcomer.facts(sentence)["awards"]
    assert [award] != before
    assert (award["type"], award["kind"], award["count"], award["granted_by"]) == ("giay-khen", "chi-bo", 3, "Quận ủy Sao Mai")


def test_a_way_of_stating_a_winner(newcomer: Newcomer) -> None:
    sentence = "Kết quả, 3 giải nhất đã đi theo chân học sinh."
    assert [award["kind"] for award in newcomer.facts(sentence)["awards"]] != ["hoc-sinh"]
    newcomer.insert(
        f"{AWARDS}/prizes.py",
        '    WinnerConstruction(\n        "for",',
        """    WinnerConstruction(
        "follows home",
        r"\\s+đã\\s+đi\\s+theo\\s+chân\\s+{who}",
        Example("[[3 giải nhất]] đã đi theo chân học sinh.", "hoc-sinh"),
        "3 giải nhất, học sinh đi theo chân thầy.",
        behind=True,
    ),
""",
    )
    (award,) = newcomer.facts(sentence)["awards"]
    assert (award["kind"], award["count"]) == ("hoc-sinh", 3)


def test_praise_that_is_no_award(newcomer: Newcomer) -> None:
    sentence = "Tại hội nghị, Quận ủy Sao Mai biểu dương 3 chi bộ bằng một tràng pháo tay."
    assert [award["type"] for award in newcomer.facts(sentence)["awards"]] == ["bieu-duong"]
    newcomer.insert(
        f"{AWARDS}/forms/praise.py",
        '    PraiseConstruction(\n        "speech",',
        """    PraiseConstruction(
        "applause",
        Example("Quận ủy [[biểu dương]] 3 chi bộ bằng một tràng pháo tay."),
        "Quận ủy biểu dương 3 chi bộ bằng giấy khen.",
        behind=r"[^.;]{1,80}\\sbằng\\s+một\\s+tràng\\s+pháo\\s+tay",
    ),
""",
    )
    assert newcomer.facts(sentence)["awards"] == []


def test_a_calling_and_a_position(newcomer: Newcomer) -> None:
    sentence = "Chân sút Nguyễn Văn Bình và đồng chí Lê Thị Lụa, Chánh thủ từ Quận ủy Sao Mai, dự hội nghị."
    before = newcomer.facts(sentence)["people"]
    assert ("Nguyễn Văn Bình", "Chánh thủ từ") not in [(person["name"], role["title"]) for person in before for role in person["roles"]]
    _append(newcomer, f"{DATA}/occupations.yml", "- {id: chan-sut, label: chân sút, source: the sports pages}")
    _append(newcomer, f"{DATA}/roles.yml", "- {id: chanh-thu-tu, label: Chánh thủ từ, source: the statute of the temple}")
    people = {person["name"]: person["roles"] for person in newcomer.facts(sentence)["people"]}
    assert set(people) == {"Nguyễn Văn Bình", "Lê Thị Lụa"}
    assert [(role["title"], role["unit"]) for role in people["Lê Thị Lụa"]] == [("Chánh thủ từ", "Quận ủy Sao Mai")]


def test_a_page_of_the_desk(newcomer: Newcomer) -> None:
    newcomer.facts("Năm 2023, Quận ủy tặng giấy khen cho 3 chi bộ.")
    newcomer.write(
        "generator/desk/pages/greeting.py",
        '''"""A page that greets."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from generator.desk.room import Room


def routes(room: Room) -> list[Route]:
    """Return the routes of the greeting."""

    def greeting(request: Request) -> Response:
        with room.speaking():
            return room.page(request, "greeting.html.jinja", articles=len(room.desk.shelf.names()))

    return [Route("/greeting", greeting)]
''',
    )
    newcomer.write(
        "generator/desk/templates/greeting.html.jinja",
        '{% extends "frame.html.jinja" %}\n{% block main %}\n<h1>{{ t("greeting.title", n=articles) }}</h1>\n{% endblock %}\n',
    )
    for language in ("vi", "en"):
        _append(newcomer, f"generator/desk/words/{language}.yml", "greeting:\n  title: 'Chào: {n}'")
    app = "generator/desk/app.py"
    _replace(newcomer, app, "import check, inbox,", "import check, greeting, inbox,")
    newcomer.insert(app, "            *publish.routes(room),", "            *greeting.routes(room),\n")
    code = "from pathlib import Path; from tests.desk.asking import browser; print(browser(Path.cwd()).ask('/greeting').text)"
    assert "<h1>Chào: 1</h1>" in _python(newcomer, code)


def test_a_field_of_crawlers(newcomer: Newcomer) -> None:
    """A corpus reads records whose text is in a field of another name."""
    record = {"noi_dung_bai": ARTICLE.format("Quận ủy Sao Mai tặng giấy khen cho 3 chi bộ."), "id": "a"}
    newcomer.write("a.jsonl", json.dumps(record, ensure_ascii=False) + "\n")
    _replace(newcomer, "generator/corpus/sources/fields.yml", "text: [text,", "text: [noi_dung_bai, text,")
    newcomer.run("corpus", "run", "a.jsonl", "--out", "corpus", "--workers", "0")
    assert "giay-khen" in newcomer.run("corpus", "query", "corpus", "SELECT type, count FROM awards")


def test_debris(newcomer: Newcomer) -> None:
    newcomer.facts("Năm 2023, Quận ủy tặng giấy khen cho 3 chi bộ.")
    newcomer.write("seeds/~khoi.txt", "x")
    code = (
        "from pathlib import Path; from generator.publishing.archive_folder.folder import ArchiveFolder as A; print(*A(Path()).articles())"
    )
    assert "~khoi.txt" in _python(newcomer, code)
    newcomer.insert("generator/reading/debris.yml", "  - {name: thumbs.db,", "  - {name: '~*.txt', of: an editor, most: 40}\n")
    assert _python(newcomer, code) == "seeds/a.txt"


def test_a_condition_of_the_law(newcomer: Newcomer) -> None:
    for year in (2022, 2023):
        text = (
            ARTICLE.format("Quận ủy Sao Mai tặng giấy khen cho đồng chí Lê Thị Lụa, Bí thư Chi bộ Hoa Mai.")
            .replace("2023", str(year))
            .replace("2024", str(year + 1))
        )
        newcomer.write(f"seeds/{year}.txt", text)
    newcomer.insert(
        f"{DATA}/eligibility.yml",
        "- {id: toan-quoc-2003,",
        "- {id: vanh-khan, label: Vành khăn, title: Vành khăn danh dự, of: giay-khen, times: 2, "
        "law: 'Điều lệ Vành khăn', source: the statute}\n",
    )
    newcomer.run("convert")
    pages = [path.read_text(encoding="utf-8") for path in (newcomer.folder / "docs/nguoi").glob("*.md")]
    assert any("Vành khăn danh dự" in page and "Điều lệ Vành khăn" in page for page in pages)
