"""Contents of a new archive: ``{path: bytes}``, the program's part and the owner's."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.errors import StartingError
from generator.messages import message
from generator.publishing.starter import adapting
from generator.publishing.starter.sources import Source
from generator.rendering.escaping import markdown
from generator.rendering.site import shared_files
from generator.rendering.words.wordbook import LANGUAGES
from generator.yaml_documents import load_packaged

NAMES = {"vi": "Kho Kỷ Yếu", "en": "Kỷ Yếu Archive"}  #: of an archive that was given none
OWNERS_PICTURES = frozenset({"docs/assets/logo.svg", "docs/assets/favicon.svg"})  #: an update leaves them
_OUR_PICTURES = ("docs/assets/screenshot.webp", "docs/assets/social.png")  #: of this archive, with its name on them
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Wishes:
    """Wishes for a new archive: its name, the language of interface and hand-written pages, its address if it has one already.

    Raises StartingError for a name or an address that cannot are in settings and on pages.
    """

    language: str = LANGUAGES[0]
    name: str = ""
    url: str = ""

    def __post_init__(self) -> None:
        if not self.called.isprintable() or len(self.called) > _LONGEST or re.search("[<>]", self.called):
            raise StartingError(message("starting.name", name=repr(self.called[:60])), fix=message("starting.fix.name", limit=_LONGEST))
        if self.url and re.fullmatch(r"https?://[^\s/\"\\]+(?:/[^\s\"\\]*)?", self.url) is None:
            raise StartingError(message("starting.url", url=repr(self.url[:100])), fix=message("configuration.fix.address"))

    @property
    def called(self) -> str:
        """The name, or the one for archives that were given none."""
        return self.name.strip() or NAMES[self.language]


def program_files(source: Source, language: str) -> dict[str, bytes]:
    """Return the program's part, which an update replaces; ``language`` is that of the pages that belong to it."""
    files = dict(source.program())
    for folder in ("docs/assets", "docs/overrides"):
        files |= source.folder(folder)
    for name in (*OWNERS_PICTURES, *_OUR_PICTURES, *(f"docs/{shared_file}" for shared_file in shared_files())):
        files.pop(name, None)
    search = source.text("docs/tra-cuu.md")
    if language == "en":
        search = adapting.replaced(search, load_packaged((source.own / "en" / "tra-cuu.yml").read_bytes()))
    site = source.text("requirements/site.txt")
    texts = {
        ".gitignore": source.text(".gitignore"),
        ".github/workflows/pages.yml": source.text(".github/workflows/pages.yml"),
        ".github/workflows/test.yml": adapting.test_workflow(source.text(".github/workflows/test.yml")),
        "LICENSE": source.text("LICENSE"),
        "Makefile": adapting.makefile(source.text("Makefile")),
        "docs/tra-cuu.md": search,
        "mkdocs.base.yml": source.text("mkdocs.base.yml"),
        "pyproject.toml": adapting.project(source.text("pyproject.toml")),
        "requirements/dev.txt": adapting.test_requirements(source.text("requirements/dev.txt"), site),
        "requirements/desk.txt": source.text("requirements/desk.txt"),
        "requirements/site.txt": site,
        "tests/test_archive.py": (source.own / "tests" / "test_archive.py").read_text(encoding="utf-8"),
    }
    return files | _encoded(texts)


def own_files(source: Source, wishes: Wishes) -> dict[str, bytes]:
    """Return the owner's part: settings, pages, logo, the first article. An update leaves it alone."""
    known = adapting.known_units(source.text("seeds/units.yml"), wishes.language)
    parts = {name.replace("-", "_"): Markup(_measured(source, name)) for name in ("development", "certainty", "first-sight")}  # noqa: S704
    fill = _Templates(source.own, wishes, known=Markup(known), **parts)  # noqa: S704 (the program's own)
    texts = {
        "README.md": fill("README.md"),
        "mkdocs.yml": fill("mkdocs.yml"),
        "seeds/bai-vi-du.txt": (source.own / "seeds" / "bai-vi-du.txt").read_text(encoding="utf-8"),
        "seeds/units.yml": fill("units.yml"),
    }
    if wishes.language == "vi":
        texts |= {
            "docs/cac-cach-tra.md": source.text("docs/cac-cach-tra.md"),
            "docs/do-chinh-xac.md": adapting.accuracy(source.text("docs/do-chinh-xac.md")),
            "docs/gioi-thieu.md": adapting.about(source.text("docs/gioi-thieu.md"), fill("about.md")),
        }
    else:
        texts |= {f"docs/{page}.md": fill(f"{page}.md") for page in ("cac-cach-tra", "do-chinh-xac", "gioi-thieu")}
    pictures = {name: (source.rest / name).read_bytes() for name in OWNERS_PICTURES}
    return _encoded(texts) | pictures


def _measured(source: Source, part: str) -> str:
    return adapting.measured(source.text("docs/do-chinh-xac.md"), part)


def _yaml(text: str) -> Markup:
    """``text`` as YAML writes it in one line, between quotes: JSON is YAML."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704


class _Templates:
    """Fills the templates of one language with the owner's wishes; whatever is put in is Markdown on one line, or YAML."""

    def __init__(self, folder: Path, wishes: Wishes, **views: object) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder / wishes.language),
            autoescape=True,
            finalize=lambda value: value if isinstance(value, Markup) else markdown(value),
            undefined=StrictUndefined,
            keep_trailing_newline=True,
        )
        self._environment.filters["yaml"] = _yaml
        self._views = {"name": wishes.called, "url": wishes.url, **views}

    def __call__(self, name: str) -> str:
        return self._environment.get_template(f"{name}.jinja").render(self._views)


def _encoded(texts: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode("utf-8") for name, text in texts.items()}
