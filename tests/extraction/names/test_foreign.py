"""Where a foreign name may begin is told from the shapes of words alone, and misses none."""

from __future__ import annotations

import pytest

from generator.extraction.names.persons.foreign import foreign_name, foreign_starts
from generator.extraction.names.words import words_of
from generator.text.views import Views

NAMED = [
    ("Đồng chí Khăm-phủi Kẹo-đà-la phát biểu", ["Khăm-phủi Kẹo-đà-la"]),
    ("Đại sứ Lào tại Việt Nam Sengphet Houngboungnuang thăm tỉnh", ["Sengphet Houngboungnuang"]),
    ("Ông Pascal de Sarthe tặng sách", ["Pascal de Sarthe"]),
    ("huấn luyện viên Park Hang Seo cho biết", ["Park Hang Seo"]),
    ("Ông Lee Kim Min Jang-ho nhận bằng khen", ["Lee Kim Min Jang-ho"]),
    ("Đồng chí Nguyễn Văn An và Ban Chấp hành Đảng bộ", []),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_a_foreign_name_begins_where_one_may(text: str, names: list[str]) -> None:
    words = words_of(Views(text), 0, len(text))
    starts = foreign_starts(words)
    found = [foreign_name(words, at, ()) for at in range(len(words))]
    assert {name.first for name in found if name is not None} <= starts
    assert [words.written(name.first, name.after) for name in found if name is not None][: len(names)] == names
    assert bool(starts) == bool(names)
