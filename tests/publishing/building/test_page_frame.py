"""The theme's long scripts and the switch between light and dark are files that run where they stood."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.publishing.archive_folder.page_policy import Additions
from generator.publishing.building.content_security import inline_scripts
from generator.publishing.building.page_frame import FOLDER, LONG, finish_frames, frame_of

SCOPE = f'__md_scope=new URL("{{base}}",location){",x" * LONG}'
SWITCH = f"var palette=1{',x' * LONG}"
MADE = '<input class="md-option" aria-label="Nền “tối” &amp; \\ sáng" type="radio"><label hidden title="x">y</label>'
FORM = '<form class="md-header__option" data-md-component="palette">{made}</form>'
PAGE = (
    "<!doctype html><html><head><title>x</title><script>{scope}</script></head><body>{form} <script>{switch}</script>{body}</body></html>"
)


def page(base: str, made: str = MADE, switch: str = SWITCH, body: str = "", head: str = "") -> str:
    return PAGE.format(head=head, scope=SCOPE.format(base=base), form=FORM.format(made=made), switch=switch, body=body)


def site_of(folder: Path, **pages: str) -> Path:
    for name, text in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def scripts_of(path: Path, root: Path) -> list[str]:
    """Return the files of the scripts of a page, in their order; below ``root`` an address begins with a slash."""
    places = re.findall(r'<script src="([^"]*)">', path.read_text(encoding="utf-8"))
    return [(root / name[1:] if name.startswith("/") else path.parent / name).read_text(encoding="utf-8") for name in places]


def test_a_script_runs_where_it_stood_and_makes_the_switch_first(tmp_path: Path) -> None:
    site = site_of(tmp_path, **{"404": page("/"), "index": page("."), "bai__x__index": page("../.."), "nam__index": page("..")})
    finish_frames(site, Additions())
    for path, base in ((site / "404.html", "/"), (site / "index.html", "."), (site / "bai/x/index.html", "../..")):
        scope, switch = scripts_of(path, site)
        assert scope == SCOPE.format(base=base)
        words = MADE.replace("\\", "\\\\").replace('"', '\\"')
        assert switch == f'document.currentScript.previousElementSibling.innerHTML="{words}";{SWITCH}'
        text = path.read_text(encoding="utf-8")
        assert f"{FORM.format(made='')}<script src=" in text
        assert inline_scripts(text) == []
        assert "script-src 'self';" in text
    assert len(list((site / FOLDER).iterdir())) == 5 + 1  # a scope for each depth and for the page of none; the switch, and it alone


def test_it_is_the_same_when_it_is_done_again(tmp_path: Path) -> None:
    site = site_of(tmp_path, **{"404": page("/kho"), "index": page(".", body="<script>foreign()</script>")})
    finish_frames(site, Additions())
    before = {path: path.read_bytes() for path in site.rglob("*.*")}
    finish_frames(site, Additions())
    assert {path: path.read_bytes() for path in site.rglob("*.*")} == before
    assert inline_scripts((site / "index.html").read_text(encoding="utf-8")) == ["foreign()"]


@pytest.mark.parametrize("other", [page(".", switch=f"{SWITCH}+1"), page(".", made="<input>")])
def test_what_is_not_the_themes_stays(tmp_path: Path, other: str) -> None:
    site = site_of(tmp_path, **{"404": page("/"), "index": other})
    frame = frame_of(site, {0}, Additions())
    finished = frame.finished(other)
    own = re.findall(r"<script>(.*?)</script>", other)
    assert [script for script in own if script not in frame.scripts] == re.findall(r"<script>(.*?)</script>", finished)
    assert FORM.format(made="") not in finished


def test_the_way_to_the_files_is_the_themes_word_not_an_articles(tmp_path: Path) -> None:
    foreign = "<meta content='__md_scope=new URL(\"https://a.example/\",location)'>"
    site = site_of(tmp_path, **{"404": page("/"), "index": page(".", head=foreign)})
    finish_frames(site, Additions())
    assert len(scripts_of(site / "index.html", site)) == 2


def test_short_scripts_stay_and_are_named_by_their_hashes(tmp_path: Path) -> None:
    site = site_of(tmp_path, **{"404": page("/", body="<script>short()</script>"), "index": page(".", body="<script>short()</script>")})
    finish_frames(site, Additions())
    text = (site / "index.html").read_text(encoding="utf-8")
    assert inline_scripts(text) == ["short()"]
    assert text.count("'sha256-") == 1
