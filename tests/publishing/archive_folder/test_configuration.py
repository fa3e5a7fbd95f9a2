"""Settings of mkdocs.yml for pages: the site's address, and where errors are reported."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.errors import ConfigurationError
from generator.model.settings import NO_SETTINGS, SiteSettings
from generator.publishing.archive_folder.configuration import site_settings
from generator.publishing.archive_folder.folder import ArchiveFolder
from tests.conftest import ROOT

GITHUB = "https://github.com/o/r/issues/new"


@pytest.mark.parametrize(
    ("written", "settings"),
    [
        ("site_name: A\n", SiteSettings(site_name="A")),
        ("site_name: [A]\n", NO_SETTINGS),
        ("", NO_SETTINGS),
        ("site_url: https://a.test/b\n", SiteSettings("https://a.test/b/")),
        ('site_url: !ENV [KYYEU_NOT_SET, "https://a.test/"]\n', SiteSettings("https://a.test/")),
        ("use_directory_urls: false\n", SiteSettings(directory_urls=False)),
        ("repo_url: https://github.com/o/r\n", SiteSettings(issue_tracker=GITHUB)),
        ("repo_url: https://github.com/o/r.git/\n", SiteSettings(issue_tracker=GITHUB)),
        ("repo_url: https://gitlab.com/o/r\n", SiteSettings(issue_tracker="https://gitlab.com/o/r/-/issues/new")),
        ("repo_url: https://gitlab.a.test/o/r\n", SiteSettings(issue_tracker="https://gitlab.a.test/o/r/-/issues/new")),
        ("repo_url: https://notgithub.com/o/r\n", NO_SETTINGS),
        ("repo_url: github.com/o/r\n", NO_SETTINGS),
        (f"repo_url: https://gitlab.com/o/r\nextra: {{issue_tracker: '{GITHUB}'}}\n", SiteSettings(issue_tracker=GITHUB)),
        ("repo_url: https://github.com/o/r\nextra: {issue_tracker: false}\n", NO_SETTINGS),
        ("repo_url: https://github.com/o/r\nextra: {generator: false}\n", SiteSettings(issue_tracker=GITHUB)),
        ("theme: material\n", NO_SETTINGS),
        ("theme: {name: material, language: en}\n", SiteSettings(language="en")),
        (
            "extra: {words: {award: {to: 'tặng {recipients}'}, facts.awards: Khen}}\n",
            SiteSettings(words=(("award.to", "tặng {recipients}"), ("facts.awards", "Khen"))),
        ),
        (
            "theme: {language: en}\nextra: {words: {kinds: {dang-vien: {one: comrade, other: comrades}}}}\n",
            SiteSettings(language="en", words=(("kinds.dang-vien.one", "comrade"), ("kinds.dang-vien.other", "comrades"))),
        ),
    ],
)
def test_settings(tmp_path: Path, written: str, settings: SiteSettings) -> None:
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    assert site_settings(ArchiveFolder(tmp_path)) == settings


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("site_name: [\n", "mkdocs.yml:2: this is not valid YAML"),
        ("extra: {issue_tracker: javascript:alert(1)}\n", "extra.issue_tracker is not a web address: javascript:alert(1)"),
        ('extra: {colours: {primary: "#ffcc00"}}\n', "extra.colours.primary is too pale to be readable: #ffcc00 has a contrast of 1.4"),
        ("extra: {colours: {primary: red}}\n", "extra.colours.primary is not a colour"),
        ('extra: {colours: {accent: "#000000;}"}}\n', "extra.colours.accent is not a colour"),
        ("extra: {colours: {primary: 7}}\n", "extra.colours.primary is not a colour"),
        ('extra: {colours: {band: "#7a1712"}}\n', "extra.colours may have only primary, accent"),
        ("extra: {colours: red}\n", "extra.colours may have only primary, accent"),
        ("extra: {issue_tracker: [https://a.test]}\n", "extra.issue_tracker is not a web address"),
        ("theme: {language: fr}\n", "mkdocs.yml: theme.language is fr, but the interface has no texts in it (write one of: vi, en"),
        ("extra: {words: [a]}\n", "mkdocs.yml: extra.words is not a table of texts"),
        ("extra: {words: {facts.awards: 3}}\n", "mkdocs.yml: extra.words: facts.awards is not text (put it in quotes"),
        (
            "extra: {words: {facts: {award: Khen}}}\n",
            "mkdocs.yml: extra.words has 'facts.award', which is not a text of the interface (the nearest is 'facts.awards')",
        ),
        (
            "extra: {words: {award.to: 'cho {name}'}}\n",
            "extra.words: award.to has {name}, which is not a placeholder of this text (the nearest is 'recipients')",
        ),
    ],
)
def test_errors(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(written, encoding="utf-8")
    with pytest.raises(ConfigurationError) as error:
        site_settings(ArchiveFolder(tmp_path))
    assert told in str(error.value)


def test_what_is_inherited_counts(tmp_path: Path) -> None:
    (tmp_path / "base.yml").write_text("site_name: A\nuse_directory_urls: false\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: B\n", encoding="utf-8")
    assert site_settings(ArchiveFolder(tmp_path)) == SiteSettings(site_name="B", directory_urls=False)


def test_what_is_inherited_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml\nsite_name: B\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"mkdocs\.yml:1: there is no file base\.yml to inherit from"):
        site_settings(ArchiveFolder(tmp_path))


def test_no_list_stands_in_both_settings_files() -> None:
    """MkDocs would take the archive's own for the program's, Zensical would join them."""

    def lists(settings: dict[str, Any], path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
        for key, value in settings.items():
            if isinstance(value, list):
                yield (*path, key)
            elif isinstance(value, dict):
                yield from lists(value, (*path, key))

    own, base = (set(lists(_plain(ROOT / name))) for name in ("mkdocs.yml", "mkdocs.base.yml"))
    assert ("nav",) in own
    assert ("extra_javascript",) in base
    assert own & base == set()


def _plain(path: Path) -> dict[str, Any]:
    settings = yaml.safe_load(path.read_text(encoding="utf-8").replace("!ENV ", ""))
    assert isinstance(settings, dict)
    return settings


def test_our_own_archive_has_a_tracker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SITE_URL", raising=False)
    assert site_settings(ArchiveFolder.at(ROOT)) == SiteSettings(
        "https://ky-yeu.github.io/ky-yeu/", "https://github.com/ky-yeu/ky-yeu/issues/new"
    )


@pytest.mark.parametrize("name", ["site_name", "site_description", "site_author"])
@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "A</title><img src=x>", "<!--", "a <b> c"])
def test_no_tag_in_what_the_theme_puts_into_pages_as_it_is(tmp_path: Path, name: str, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"{name}: '{value}'\n", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=f"{name} contains <"):
        site_settings(ArchiveFolder(tmp_path))


@pytest.mark.parametrize("value", ['https://a.test/"onclick=x', "https://a.test/<script>", "https://a.test/a b", "https://a.test/'x"])
def test_no_address_that_ends_its_attribute(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_url": value}), encoding="utf-8")
    with pytest.raises(ConfigurationError, match="site_url contains"):
        site_settings(ArchiveFolder(tmp_path))


@pytest.mark.parametrize("value", ["1 < 2 > 0", 'Kỷ yếu "Hoa Mai" & bạn', "a -> b", "<3"])
def test_other_marks_may_stand_there(tmp_path: Path, value: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump({"site_name": value, "copyright": "<a href='x'>c</a>"}), encoding="utf-8")
    assert site_settings(ArchiveFolder(tmp_path)).site_name == value
