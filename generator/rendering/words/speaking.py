"""The words of the build that is under way. What renders asks for words here; whoever begins a build says whose words these are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from markupsafe import Markup

from generator.messages import fill
from generator.model.settings import SiteSettings
from generator.rendering.escaping import markdown
from generator.rendering.words.wordbook import Wordbook, wordbook

_book: ContextVar[Wordbook | None] = ContextVar("words", default=None)


@contextmanager
def speaking(settings: SiteSettings) -> Iterator[Wordbook]:
    """Within it all texts are in the language of ``settings``. Raises ConfigurationError as :func:`wordbook` does."""
    token = _book.set(wordbook(settings.language, settings.words))
    try:
        yield words()
    finally:
        _book.reset(token)


def words() -> Wordbook:
    """Return the words of this build; Vietnamese where none is under way."""
    return _book.get() or wordbook()


def language() -> str:
    """Return the language of this build."""
    return words().language


def say(key: str, /, **values: object) -> str:
    """As :meth:`Wordbook.say`: plain text."""
    return words().say(key, **values)


def translated(key: str, /, **values: object) -> Markup:
    """Return the word at ``key`` as Markdown, for templates: what is put in is escaped, the word itself may hold Markdown."""
    book = words()
    shown = {name: str(markdown(book.written(value))) for name, value in values.items()}
    return Markup(fill(book.pattern(key, values.get("n")), shown))  # noqa: S704 (the words are ours or the site owner's, the values escaped)
