"""A page being read: pieces of its text, and kinds that can be decided before the article is examined.

Lines, the export's prefix, settings of crawlers, furniture, date lines, and what follows a closing date line.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.model.article import BlockKind
from generator.model.span import Span
from generator.reading import furniture
from generator.reading.bylines import byline_line
from generator.reading.sources import names_source
from generator.reading.stamps import date_of_setting, is_date_line, iso_of_setting, prefix_of, setting_of, stamp_of
from generator.reading.wrapping import HEADING, unwrapped

_STOPS = (".", "…", ";", ":", ".”", '."', "./")
_HEAD = 8  # lines at either end of a page among which its date line is
_LONGEST_PREFIX = 1000  # characters, white space before it included
_LONG_LINE = 100  # characters; such a line is prose even when its full stop was lost
_SOURCE_WORDS = 4  # the longest name of a newspaper, in words
#: What a setting above the article states, by the keys of crawlers and those of the README.
_SETTINGS = {
    **dict.fromkeys(("url", "link", "source_url", "địa chỉ"), "url"),
    **dict.fromkeys(("date", "published", "publish_date", "ngày đăng"), "published"),
    **dict.fromkeys(("publisher", "nguồn"), "publisher"),
    **dict.fromkeys(("retrieved", "accessed", "ngày truy cập"), "retrieved"),
    **dict.fromkeys(("archived", "bản lưu"), "archived"),
}
_STATED = {"title": BlockKind.TITLE, "author": BlockKind.BYLINE}  #: what a header states about the article: `# title = …`
LONGEST_TITLE = 400  # characters; a longer line is prose whatever its end


@dataclass(eq=False)
class Piece:
    """A piece of the page; ``kind`` None means undecided. ``level`` is that of a heading, 0 for none."""

    span: Span
    kind: BlockKind | None = None
    level: int = 0


@dataclass
class Page:
    """A page being read. Pieces are in reading order and cover every character except white space. ``stated`` is what lines above the
    article state of its source, by the field of :class:`~generator.model.article.Source`."""

    text: str
    pieces: list[Piece]
    published: tuple[str, Span | None] | None = None
    byline: Span | None = None
    title: Span | None = None
    stated: dict[str, str] = field(default_factory=dict)
    joins: tuple[int, ...] = ()

    def words(self, piece: Piece) -> str:
        return piece.span.of(self.text)

    def open(self) -> list[Piece]:
        """Return the pieces whose kind is undecided."""
        return [piece for piece in self.pieces if piece.kind is None]

    def split(self, piece: Piece, at: int) -> Piece:
        """Cuts ``piece`` at offset ``at``; gives the part after it."""
        rest = Piece(trimmed(self.text, at, piece.span.end))
        piece.span = trimmed(self.text, piece.span.start, at)
        self.pieces.insert(self.pieces.index(piece) + 1, rest)
        return rest


def read_page(text: str) -> Page:
    """Return the page in ``text``: all pieces, with the kinds of those that belong to the page itself."""
    whole = unwrapped(text)
    page = Page(whole.text, [], joins=whole.joins)
    page.pieces = [Piece(span) for span in _lines(page.text)]
    _take_settings(page)
    _take_headings(page)
    _take_prefix(page)
    _take_furniture(page)
    _take_stamps(page)
    _take_closing_lines(page)
    return page


def trimmed(text: str, start: int, end: int) -> Span:
    """``[start, end)`` without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        if line and not line.isspace():
            spans.append(trimmed(text, start, start + len(line)))
        start += len(line) + 1
    return spans


def is_prose(line: str) -> bool:
    """Return whether a line is of a paragraph rather than a headline, a menu or a name."""
    return line.endswith(_STOPS) or len(line) > LONGEST_TITLE or (line.endswith(("?", "!", "”", '"')) and len(line) > 250)


def _take_prefix(page: Page) -> None:
    first = next(iter(page.open()), None)
    if first is None:
        return
    before = first.span.start if first is not page.pieces[0] else 0
    found = prefix_of(page.text[before : before + _LONGEST_PREFIX])
    if found is None:
        return
    iso, span = found[0], Span(found[1].start + before, found[1].end + before)
    page.published = page.published or (iso, span)
    if first.span.end <= span.end:
        first.kind = BlockKind.STAMP
        return
    rest = page.split(first, span.end)
    first.kind = BlockKind.STAMP
    headline = furniture.section_prefix(page.text, rest.span.start, rest.span.end)
    if headline is not None:
        page.split(rest, headline)
        rest.kind = BlockKind.FURNITURE


def _take_settings(page: Page) -> None:
    for piece in page.open()[:_HEAD]:
        setting = setting_of(page.text, piece.span)
        if setting is None:
            return
        key, value = setting
        piece.kind = BlockKind.FURNITURE
        states = _SETTINGS.get(key)
        if states == "published" and page.published is None:
            iso = iso_of_setting(value)
            if iso is not None:
                piece.kind = BlockKind.STAMP
                page.published = (iso, Span(piece.span.end - len(value), piece.span.end))
        elif states == "retrieved":
            page.stated.setdefault(states, date_of_setting(value) or "")
        elif states is not None and states != "published":
            page.stated.setdefault(states, value)
        elif key in _STATED and value.strip():
            stated = page.split(piece, piece.span.end - len(value))
            stated.kind = _STATED[key]
            if key == "title":
                page.title = stated.span
            else:
                page.byline = stated.span


def _take_headings(page: Page) -> None:
    """Cut the marks off headings below the first sentence (``## Tập thể``): what they are is decided as for any other line."""
    pieces: list[Piece] = []
    begun = False
    for piece in page.pieces:
        words = page.words(piece)
        mark = HEADING.match(words) if begun and piece.kind is None else None
        begun = begun or (piece.kind is None and is_prose(words))
        if mark is not None:
            end = piece.span.start + mark.end(1)
            pieces.append(Piece(Span(piece.span.start, end), BlockKind.FURNITURE))
            piece.span, piece.level = trimmed(page.text, end, piece.span.end), len(mark[1]) - 1
        pieces.append(piece)
    page.pieces = pieces


def _take_furniture(page: Page) -> None:
    prose_seen = resting = False
    for piece in page.open():
        line = page.words(piece)
        use = furniture.use_of(line)
        if use == "opening" and is_date_line(page.text, piece.span):  # ``Lượt đọc: 806      Ngày đăng: 21/01/2022``
            continue
        if furniture.is_mark(line) or use in ("line", "opening", "rest"):
            piece.kind = BlockKind.FURNITURE
            resting = resting or (use == "rest" and prose_seen)
        elif resting and furniture.is_short(line) and not _ends_rest(page, piece):
            piece.kind = BlockKind.FURNITURE
        else:
            resting = resting and furniture.is_short(line)
            prose_seen = prose_seen or is_prose(line)


def _ends_rest(page: Page, piece: Piece) -> bool:
    """Return whether a date line is below related links, not one of them with its date (``… khen thưởng 5 chi bộ (19/05/2022)``)."""
    stamp = stamp_of(page.text, piece.span)
    if stamp is None or not is_date_line(page.text, piece.span):
        return False
    return stamp.rest is None or stamp.fielded or len(stamp.rest.of(page.text).split()) <= _SOURCE_WORDS


def _take_stamps(page: Page) -> None:
    pieces = page.open()
    for number, piece in enumerate(pieces):
        if _HEAD <= number < len(pieces) - _HEAD:
            continue
        stamp = stamp_of(page.text, piece.span)
        if stamp is None:
            continue
        if stamp.rest is not None:
            author = byline_line(page.text, stamp.rest)
            named = number < _HEAD and names_source(page.text, piece.span, stamp.span)  # Tin nhà trường - 01/06/2024
            if author is None and not stamp.fielded and not named:
                continue
        else:
            author = None
        if stamp.rest is not None and author is not None:
            page.byline = page.byline or author
            if stamp.rest.start > stamp.span.start:
                page.split(piece, stamp.rest.start).kind = BlockKind.BYLINE
                piece.kind = BlockKind.STAMP
            else:
                page.split(piece, stamp.rest.end).kind = BlockKind.STAMP
                piece.kind = BlockKind.BYLINE
        else:
            piece.kind = BlockKind.STAMP
        page.published = page.published or (stamp.published, stamp.span)


def _take_closing_lines(page: Page) -> None:
    """Section, tags and source that follow a date line at the page's end."""
    stamps = [at for at, piece in enumerate(page.pieces) if piece.kind is BlockKind.STAMP]
    if not stamps:
        return
    before = [piece for piece in page.pieces[: stamps[-1]] if piece.kind is None]
    after = [piece for piece in page.pieces[stamps[-1] + 1 :] if piece.kind is None]
    if len(after) > _HEAD or not any(is_prose(page.words(piece)) or len(piece.span) > _LONG_LINE for piece in before):
        return
    known = False
    for piece in after:
        line = page.words(piece)
        use = furniture.use_of(line)
        if use == "section" or furniture.is_tag_list(line):
            known = True
        elif not (use == "source" or (known and len(line.split()) <= _SOURCE_WORDS and furniture.is_short(line))):
            continue
        piece.kind = BlockKind.FURNITURE
