"""The words as files that templates and scripts of the site read: so they need no hook, and any generator can build the site."""

from __future__ import annotations

import json

from generator.model.settings import SiteSettings
from generator.rendering.words.speaking import speaking, words

TEMPLATE = "overrides/words.html"  #: a template to import ``words`` from
SCRIPT = "assets/words.js"  #: a module that exports ``WORDS``
_MARK = "Generated from generator/rendering/words/ by kyyeu convert: do not edit."
_TEMPLATES = "site"
_SCRIPTS = ("numbers", "dates", "months", "scripts")


def word_files(settings: SiteSettings) -> dict[str, bytes]:
    """Return both files in the language of the site: path below docs/ → content."""
    with speaking(settings):
        template = f"{{#- {_MARK} -#}}\n{{%- set words = {_data(_TEMPLATES, strip=True)} -%}}\n"
        script = f"// {_MARK}\nexport const WORDS = {_data(*_SCRIPTS)};\n"
    return {TEMPLATE: template.encode(), SCRIPT: script.encode()}


def _data(*tables: str, strip: bool = False) -> str:
    """Return the words of ``tables`` as an object of JSON, which scripts and templates write alike."""
    found = {key: word for key, word in words().words.items() if key.partition(".")[0] in tables}
    return json.dumps({key.partition(".")[2] if strip else key: word for key, word in found.items()}, ensure_ascii=False, indent=0)
