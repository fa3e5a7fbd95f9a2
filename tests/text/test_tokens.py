"""The different words of a text are those that a pattern finds, whatever spaces and lengths they have."""

from __future__ import annotations

import pytest

from generator.text.tokens import TOKEN, different_words


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\r\n",
        "Chi bộ 2, chi bộ 3",
        "a\u00a0b c\x85d\re\x0bf",
        "một\r\nhai\t\tba một",
        "x" * 200 + " y",
        "x" * 450 + " y " + "x" * 50,
    ],
)
def test_each_word_is_there_once_in_order(text: str) -> None:
    assert different_words(text) == tuple(dict.fromkeys(TOKEN.findall(text)))
