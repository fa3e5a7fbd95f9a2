"""Messages are worded in the language of the block; both languages have the same keys and placeholders."""

from __future__ import annotations

import errno

import pytest

from generator import messages
from generator.errors import KyYeuError, ReadingError
from generator.messages import LANGUAGES, in_language, message, placeholders
from generator.messages.system import refusal
from generator.yaml_documents import YamlError, load


def test_languages_have_the_same_messages_with_the_same_placeholders() -> None:
    first, *others = (messages._words(language) for language in LANGUAGES)
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


@pytest.mark.parametrize(
    "document",
    [
        "a: b: c\n",
        "a: 1\nb\nc: 2\n",
        "a:\n\t- b\n",
        "a: @x\n",
        "a: 'x\n",
        "a: [1 2\nb: 3\n",
        "- a\nb: 1\n",
        "a: [\n",
        "a: \x07\n",
        'a: "\\q"\n',
    ],
)
def test_what_is_wrong_with_yaml_is_told_in_the_language(document: str) -> None:
    with pytest.raises(YamlError) as found:
        load(document)
    problem = str(found.value.values["problem"])
    error = KyYeuError.of_yaml(found.value, "a.yml")
    with in_language("vi"):
        assert str(error).startswith(f"a.yml:{found.value.line}: tệp viết sai cách")
        assert problem not in str(error)


def test_what_the_system_refuses_is_told_in_the_language() -> None:
    full, odd = OSError(errno.ENOSPC, "No space left on device"), OSError(errno.EDOM, "Numerical argument out of domain")
    with in_language("vi"):
        assert str(refusal(full)) == "ổ đĩa hết chỗ trống"
        assert str(refusal(odd)) == "Numerical argument out of domain"
    assert (str(refusal(full)), str(refusal(OSError("odd")))) == ("No space left on device", "odd")


def test_an_unknown_language_is_english() -> None:
    with in_language("xx"):
        assert str(message("build.interrupted")).startswith("the build")


def test_an_unknown_key_is_an_error_of_ours() -> None:
    with pytest.raises(KeyError):
        str(message("no.such.key"))
