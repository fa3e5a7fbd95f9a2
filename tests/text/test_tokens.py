"""The words of a text are those that a pattern finds, whatever spaces and lengths they have; a sieve finds what its test does."""

from __future__ import annotations

import pytest

from generator.text.tokens import TOKEN, Sieve, different_words, words_of_text


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
def test_each_word_is_there(text: str) -> None:
    assert [word for word in words_of_text(text) if word] == TOKEN.findall(text)
    assert different_words(text) == frozenset(TOKEN.findall(text))


def test_a_sieve_catches_what_its_test_holds_for_each_time() -> None:
    asked: list[str] = []

    def is_upper(word: str) -> bool:
        asked.append(word)
        return word.isupper()

    sieve = Sieve(is_upper)
    assert sieve.caught(frozenset({"A", "b"})) == sieve.caught(frozenset({"A", "b"})) == frozenset({"A"})
    assert sorted(asked) == ["A", "A", "b"]
