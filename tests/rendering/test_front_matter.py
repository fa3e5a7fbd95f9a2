"""Front matter comes back as it was written, by PyYAML and by MkDocs."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from mkdocs.utils.meta import get_data

from generator.rendering.escaping import cleaned
from generator.rendering.parts.files.front_matter import MARK, front_matter

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [
        "---",
        "a\n---\nb",
        "...\n",
        "{{ x }}",
        "2022",
        "2023-03",
        "null",
        "~",
        "yes",
        "- a",
        "a: b",
        "# x",
        "'",
        '"',
        "\x85",
        "\u2028",
        "\x00",
        "😀",
        "\ufeff",
    ]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT
DATA = st.dictionaries(
    st.sampled_from(["name", "date", "unit", "years", "awards"]),
    st.recursive(
        SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3), max_leaves=8
    ),
    min_size=1,
)


@given(DATA)
def test_read_back_equal(data: dict[str, object]) -> None:
    text = front_matter(data)
    assert list(yaml.safe_load(text.split("---\n", 1)[1].rsplit("---\n", 1)[0])) == list(data)
    body, read_back = get_data(text + "\n# Nội dung\n")
    assert read_back == cleaned(data)
    assert body == "# Nội dung\n"


def test_what_the_theme_writes_into_html_is_html() -> None:
    words = """</title><script>'"& {{ x }}"""
    told = get_data(front_matter({"title": words, "description": words, "name": words}) + "\n")[1]
    assert told == {
        "title": """&lt;/title&gt;&lt;script&gt;'"&amp; {{ x }}""",
        "description": "&lt;/title&gt;&lt;script&gt;&#x27;&quot;&amp; {{ x }}",
        "name": words,
    }


def test_what_acts_unseen_is_shown() -> None:
    told = get_data(front_matter({"title": "a\x1b\ufffe\u202eb", "names": ["x\x02", {"y": "\u200f"}]}) + "\n")[1]
    assert told == {"title": "a\ufffd\ufffd\ufffdb", "names": ["x\ufffd", {"y": "\ufffd"}]}


def test_the_mark_comes_first() -> None:
    assert front_matter({"title": "Á"}) == f"---\n{MARK}\ntitle: Á\n---\n"


@pytest.mark.parametrize("value", ["2023-03", "2022", "12:30", "1_000", "0x1F", "yes", "Null"])
def test_strings_stay_strings(value: str) -> None:
    assert get_data(front_matter({"date": value}) + "\n")[1] == {"date": value}


def test_shared_values_are_written_out() -> None:
    shared = [1, 2]
    assert "&" not in front_matter({"a": shared, "b": shared})
