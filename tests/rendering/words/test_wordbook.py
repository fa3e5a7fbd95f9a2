"""The words of each language: one set of keys and placeholders, their forms, and the words that a site has of its own."""

from __future__ import annotations

import unicodedata

import pytest

from generator.errors import ConfigurationError
from generator.messages import FORMS, placeholders
from generator.model.settings import SiteSettings
from generator.rendering.words.speaking import say, speaking, translated, words
from generator.rendering.words.wordbook import LANGUAGES, Wordbook, wordbook
from tests.rendering.words.seen import bare

VI = wordbook()
OTHERS = [wordbook(language) for language in LANGUAGES[1:]]


@pytest.mark.parametrize("book", OTHERS, ids=lambda book: book.language)
def test_every_language_has_the_same_keys_in_the_same_order(book: Wordbook) -> None:
    assert list(dict.fromkeys(map(bare, book.words))) == list(dict.fromkeys(map(bare, VI.words)))


@pytest.mark.parametrize("book", OTHERS, ids=lambda book: book.language)
def test_every_language_puts_in_the_same(book: Wordbook) -> None:
    def put_in(words: dict[str, str]) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for key, word in words.items():
            found[bare(key)] = found.get(bare(key), frozenset()) | placeholders(word)
        return found

    assert put_in(dict(book.words)) == put_in(dict(VI.words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_text_in_nfc_and_a_form_does_not_stand_alone(language: str) -> None:
    book = wordbook(language)
    for key, word in book.words.items():
        assert word.strip(), key
        assert unicodedata.is_normalized("NFC", word), key
        if bare(key) != key:
            assert all(f"{bare(key)}.{form}" in book.words for form in FORMS), key
            assert "{n}" in word or key.startswith("kinds."), key


def test_a_form_goes_with_its_number() -> None:
    book = wordbook("en")
    assert [book.pattern("kinds.dang-vien", n) for n in (0, 1, 2, None)] == [
        "Party members",
        "Party member",
        "Party members",
        "Party members",
    ]
    assert book.say("award.in_a_row", n=5) == "5 years in a row"


def test_what_is_put_in_is_no_placeholder_and_is_escaped_in_templates() -> None:
    assert say("award.granter", granter="{granter} *A* <b>") == "Cơ quan khen thưởng: {granter} *A* <b>"
    assert translated("award.granter", granter="*A* <b>") == "Cơ quan khen thưởng: &#42;A&#42; &#60;b&#62;"
    with pytest.raises(KeyError):
        say("award.granter")
    with pytest.raises(KeyError):
        say("award.no_such_word")


def test_a_build_has_its_language_and_the_next_its_own() -> None:
    assert words().language == "vi"
    with speaking(SiteSettings(language="en")):
        assert (words().language, say("facts.awards"), words().number(5645.25)) == ("en", "Awards", "5,645.25")
    assert (words().language, say("facts.awards"), words().number(5645.25)) == ("vi", "Khen thưởng", "5.645,25")


def test_a_site_has_words_of_its_own() -> None:
    book = wordbook("vi", (("award.to", "tặng {recipients}"),))
    assert (book.say("award.to", recipients="A"), book.say("facts.awards")) == ("tặng A", "Khen thưởng")


@pytest.mark.parametrize(
    ("language", "own", "message", "fix"),
    [
        ("fr", (), "theme.language is fr", "write one of: vi, en"),
        ("vi", (("award.granted", "x"),), "'award.granted'", "'award.granter'"),
        ("vi", (("award.to", "cho {recipient}"),), "{recipient}", "'recipients'"),
        ("vi", (("facts.awards", "{n} đợt khen"),), "{n}", "this text has no placeholders"),
        ("vi", (("kinds.dang-vien.one", "x"),), "'kinds.dang-vien.one'", "'kinds.dang-vien'"),
        ("en", (("kinds.dang-vien", "x"),), "'kinds.dang-vien'", "kinds.dang-vien.one"),
    ],
)
def test_what_it_does_not_know_is_told_with_the_nearest(language: str, own: tuple[tuple[str, str], ...], message: str, fix: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        wordbook(language, own)
    assert message in str(caught.value)
    assert fix in str(caught.value.fix or "")
