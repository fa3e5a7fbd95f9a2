"""The front page of yearly volumes: the way to each, and one search over all of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from generator.model.settings import SiteSettings
from generator.rendering.words.speaking import say, speaking


@dataclass(frozen=True, slots=True)
class Volume:
    """A volume: the ``folder`` of its site, its ``year`` (None: the articles without one), and how many ``articles`` it has."""

    folder: str
    year: int | None
    articles: int


def front_page(volumes: Sequence[Volume], name: str, language: str) -> str:
    """Return the page for ``volumes``, in their order, of what is called ``name``."""
    with speaking(SiteSettings(language=language)):
        shown = [
            {
                "folder": volume.folder,
                "name": say("volumes.undated") if volume.year is None else say("volumes.year", year=str(volume.year)),
                "size": say("volumes.articles", n=volume.articles),
            }
            for volume in volumes
        ]
        words = {key: say(f"volumes.{key}") for key in ("label", "button", "heading")}
        about = say("volumes.about", n=sum(volume.articles for volume in volumes))
        return _template().render(name=name, language=language, volumes=shown, about=about, **words)


@cache
def _template() -> Template:
    text = (files("generator.rendering") / "templates" / "volumes.html.jinja").read_text(encoding="utf-8")
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, keep_trailing_newline=True).from_string(text)
