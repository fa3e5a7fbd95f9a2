"""The desk's own texts, one file a language, and its pages filled with them."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from generator.messages import FORMS, fill, flat
from generator.rendering.words.wordbook import Wordbook, wordbook
from generator.yaml_documents import load_packaged

_FORM = re.compile(rf"\.(?:{'|'.join(FORMS)})$")


class DeskWords:
    """The texts of the desk in ``language``; numbers are written as ``book``, the site's words, writes them."""

    def __init__(self, language: str, own: tuple[tuple[str, str], ...] = ()) -> None:
        self.language, self.book = language, wordbook(language, own)
        texts = _file(language)
        own_keys = {_FORM.sub("", key) for key in texts}  # one that has forms takes the place of one of the site's that has none
        self._own = Wordbook(language, {key: text for key, text in self.book.words.items() if _FORM.sub("", key) not in own_keys} | texts)

    def say(self, key: str, /, **values: object) -> str:
        """Return the text at ``key`` with ``values`` in the place of its placeholders. Raises KeyError for one that there is not."""
        return fill(self._own.pattern(key, values.get("n")), {name: str(self.book.written(value)) for name, value in values.items()})

    def page(self, template: str, **view: Any) -> str:
        """Return the page that ``template`` makes of ``view``; what is put in is escaped."""
        return _environment().get_template(template).render(t=self.say, language=self.language, **view)


@lru_cache(maxsize=4)
def _file(language: str) -> dict[str, str]:
    return dict(flat(load_packaged((files("generator.desk.words") / f"{language}.yml").read_bytes())))


@lru_cache(maxsize=1)
def _environment() -> Environment:
    loader = PackageLoader("generator.desk")
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
