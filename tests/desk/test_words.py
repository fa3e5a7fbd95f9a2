"""The desk speaks the languages of the site, and everything it says is in its word files."""

from __future__ import annotations

import re
from importlib.resources import files

from generator.desk.words import DeskWords, _file
from generator.messages import FORMS, placeholders
from generator.rendering.words.wordbook import LANGUAGES
from tests.conftest import ROOT

DESK = ROOT / "generator" / "desk"


def test_languages_have_the_same_texts_with_the_same_placeholders() -> None:
    first, other = (_file(language) for language in LANGUAGES)
    assert list(first) == list(other)
    assert {key: placeholders(text) for key, text in first.items()} == {key: placeholders(text) for key, text in other.items()}


def test_every_text_is_used_and_every_key_is_there() -> None:
    keys = {re.sub(rf"\.(?:{'|'.join(FORMS)})$", "", key) for key in _file("vi")}
    sources = [*DESK.rglob("*.jinja"), *DESK.rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    used = set(re.findall(r"\b(?:t|say)\(f?\"([a-z_.]+)[\"{]", text)) | set(re.findall(r"_no\(\"(\w+)", text))
    whole = {key for key in used if key in keys}
    begun = (*(key for key in used if key.endswith(".")), "refused.", "steps.")
    assert sorted(key for key in keys if key not in whole and not key.startswith(begun)) == []
    assert sorted(key for key in used if not key.endswith(".") and key not in keys and f"refused.{key}" not in keys) == []


def test_a_text_of_the_desk_takes_the_place_of_one_of_the_site() -> None:
    for language in LANGUAGES:
        words, own = DeskWords(language), _file(language)
        for key, text in own.items():
            base, _, form = key.rpartition(".")
            shown = words._own.pattern(base, 1 if form == FORMS[0] else 2) if form in FORMS else words._own.pattern(key)
            assert shown == text, key


def test_nothing_is_said_in_templates_and_scripts() -> None:
    letters = re.compile("[àáảãạăắằẳẵặâấầẩẫậèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵđ]", re.IGNORECASE)
    for path in (*DESK.rglob("*.jinja"), *DESK.rglob("*.js")):
        assert letters.findall(path.read_text(encoding="utf-8")) == [], path.name


def test_the_files_lie_in_the_package() -> None:
    assert (files("generator.desk") / "static" / "check.js").is_file()
