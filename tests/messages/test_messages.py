"""Messages are worded in the language of the block; both languages have the same keys and placeholders."""

from __future__ import annotations

import pytest

from generator import messages
from generator.errors import ReadingError
from generator.messages import LANGUAGES, in_language, message, placeholders


def test_languages_have_the_same_messages_with_the_same_placeholders() -> None:
    first, *others = (messages._words(one) for one in LANGUAGES)
    for other in others:
        assert {key: placeholders(word) for key, word in first.items()} == {key: placeholders(word) for key, word in other.items()}
        assert all(word.strip() == word and word for word in other.values())


def test_an_error_is_worded_when_it_is_printed() -> None:
    error = ReadingError(message("build.interrupted"), path="a.txt", line=3, fix=message("build.interrupted"))
    english = str(error)
    with in_language("vi"):
        vietnamese = str(error)
    assert english.startswith("a.txt:3: the build was interrupted")
    assert vietnamese.startswith("a.txt:3: việc dựng trang bị ngắt")
    assert str(error) == english


def test_an_unknown_language_is_english() -> None:
    with in_language("xx"):
        assert str(message("build.interrupted")).startswith("the build")


def test_an_unknown_key_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        str(message("no.such.key"))
