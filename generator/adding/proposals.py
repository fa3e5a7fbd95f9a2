"""What would be added: nothing is written yet, and a person may change it first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from generator.adding.encodings import question
from generator.adding.fetched import Fetched
from generator.adding.known import Duplicate, Known
from generator.errors import ReadingError
from generator.messages import Message, message
from generator.model.article import Article, Source
from generator.model.document import Document, Part, PartKind
from generator.reading.damage.choices import is_utf8, read_as
from generator.reading.damage.finding import damage_of
from generator.reading.formats import document_of, suffix_of
from generator.reading.formats.pdf.recognition import recognised
from generator.reading.formats.writing import text_of
from generator.reading.text import article_from_text
from generator.resolution.addresses import RESERVED
from generator.resolution.assembly import source_address
from generator.text.slugs import slug

_LONGEST_NAME = 80  #: characters of a file's name that is made from a title


@dataclass(frozen=True, slots=True)
class Changes:
    """What a person corrects before accepting; None leaves what was read. ``body`` replaces all parts by a text; ``folder`` is below
    ``seeds/``; ``encoding`` (of :data:`~generator.reading.damage.choices.ENCODINGS`) is that of a text file, and ``ocr`` reads the letters
    of a scan."""

    title: str | None = None
    published: str | None = None
    author: str | None = None
    publisher: str | None = None
    address: str | None = None
    body: str | None = None
    folder: str | None = None
    encoding: str | None = None
    ocr: bool = False


@dataclass(frozen=True, slots=True)
class Proposal:
    """One article as it would be added. Places are relative to the archive, with forward slashes.

    ``text`` is the file to be written at ``place``, and ``article`` what is read from it. ``original`` is the place of the bytes as they
    came; None where the text is all there is. ``duplicates`` are already there; ``damage`` is what is wrong with the words, if anything;
    ``warnings`` are for whoever accepts.
    """

    fetched: Fetched = field(repr=False)
    document: Document = field(repr=False)
    text: str = field(repr=False)
    article: Article = field(repr=False)
    place: str
    original: str | None
    duplicates: tuple[Duplicate, ...] = ()
    damage: Message | None = None
    warnings: tuple[Message, ...] = ()


_TEXTS = frozenset({".txt", ".md"})  #: formats whose files do not say in what encoding they are
_UNCHANGED = Changes()


def propose(fetched: Fetched, known: Known, changes: Changes = _UNCHANGED, taken: Iterable[str] = ()) -> Proposal:
    """Return what adding ``fetched`` would write. ``taken`` are places that other proposals have.

    Raises ReadingError when it cannot be read or holds no article; the error's path is the name that it came under.
    """
    document = _changed(_document(fetched, changes), changes)
    address = changes.address or fetched.address or document.address
    first = article_from_text(text_of(document), Source(fetched.name, "", "text"))
    place = _free(known, _stem(fetched, first.title), changes.folder or "", frozenset(taken))
    suffix = _suffix(fetched)
    original = None if suffix is None else str(PurePosixPath(place).with_suffix(suffix))
    header = {
        "url": address,
        "retrieved": fetched.retrieved,
        "original": None if original is None else fetched.name,
        "sha256": None if original is None else fetched.sha256,
        "publisher": document.publisher,
    }
    text = text_of(document, header)
    article = article_from_text(text, Source(place, "", "text", address))
    damage = damage_of(text)
    warnings = [*document.notes]
    if not article.title_is_headline:
        warnings.append(message("adding.no_title"))
    if article.published is None:
        warnings.append(message("adding.no_date"))
    found = known.duplicates(fetched.sha256, address, article)
    said = None if damage is None else damage.message
    return Proposal(fetched, document, text, article, place, original, found, said, tuple(warnings))


def changed(proposal: Proposal, known: Known, changes: Changes, taken: Iterable[str] = ()) -> Proposal:
    """Return ``proposal`` with what a person corrected; what is None in ``changes`` is as it was read from the file."""
    return propose(proposal.fetched, known, changes, taken)


def _document(fetched: Fetched, changes: Changes) -> Document:
    name = Path(fetched.name) if fetched.name else Path("bai.txt")
    is_text = suffix_of(fetched.data, name, fetched.media_type) in _TEXTS
    if changes.encoding is not None and is_text and not is_utf8(fetched.data):
        return document_of(read_as(fetched.data, changes.encoding).encode(), name, fetched.media_type)
    try:
        return document_of(fetched.data, name, fetched.media_type)
    except ReadingError as error:
        if error.message.key == "formats.scan" and changes.body is not None:
            return Document((), notes=(message("formats.recognised"),))
        if error.message.key == "formats.scan" and changes.ocr:
            return recognised(fetched.data, name)
        asked = question(fetched.data, error) if is_text else error
        if asked is error:
            raise
        raise asked from error


def _changed(document: Document, changes: Changes) -> Document:
    parts, title = document.parts, document.title
    if changes.body is not None:
        parts = tuple(Part(PartKind.PARAGRAPH, line) for line in changes.body.split("\n") if line.strip())
    return replace(
        document,
        parts=parts,
        title=title if changes.title is None else changes.title,
        published=document.published if changes.published is None else changes.published,
        author=document.author if changes.author is None else changes.author,
        publisher=document.publisher if changes.publisher is None else changes.publisher,
    )


def _stem(fetched: Fetched, title: str) -> str:
    """Return the name of the text's file: that of a file that a person named, else of the title, since it becomes an address."""
    own = "" if fetched.address else slug(PurePosixPath(fetched.name).stem, longest=_LONGEST_NAME)
    own = own or slug(title, longest=_LONGEST_NAME) or "bai"
    return f"{own}-bai" if own in RESERVED else own


def _free(known: Known, stem: str, folder: str, taken: frozenset[str]) -> str:
    """Return the first place for ``stem`` below seeds/ that neither a file nor another proposal has, and whose address is given to no
    article that is gone. Raises ReadingError for a folder that leads out of seeds/."""
    below = PurePosixPath("seeds", folder)
    if below.is_absolute() or ".." in below.parts or "\0" in folder or "\\" in folder or below.parts[0] != "seeds":
        raise ReadingError(message("adding.folder", folder=folder), fix=message("adding.fix.folder"))
    here = known.root / below
    there = {name.stem.casefold() for name in here.iterdir()} if here.is_dir() else set()
    given = known.addresses_given
    number, name = 1, stem
    while name.casefold() in there or (place := str(below / f"{name}.txt")) in taken or source_address(Source(place, "", "text")) in given:
        number += 1
        name = f"{stem}-{number}"
    return place


def _suffix(fetched: Fetched) -> str | None:
    """Return the suffix under which the original is kept: its own, ``.orig`` for a text file; None for what a person pasted."""
    if not fetched.name:
        return None
    own = suffix_of(fetched.data, Path(fetched.name), fetched.media_type)
    return ".orig" if own == ".txt" else own
