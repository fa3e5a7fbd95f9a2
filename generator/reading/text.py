"""The text format: lines of a page, copied as they came, become an article."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.errors import ReadingError
from generator.model.article import BODY_KINDS, Article, Block, BlockKind, Source
from generator.model.span import Span
from generator.reading import furniture
from generator.reading.bylines import byline_line, glued_byline
from generator.reading.captions import caption_end, is_caption, is_list_item
from generator.reading.stamps import date_of_setting, prefix_of, setting_of, stamp_of
from generator.text.normalization import archived
from generator.text.sentences import sentence_spans

_STOPS = (".", "…", ";", ":", ".”", '."', "./")
_HEAD = 8  # lines at either end of a page among which its date line stands
_MENU = 6  # short lines before the first prose that make a menu
_LONGEST_TITLE = 400
_SHORTEST_TITLE = 25
_LEAD = 40  # characters; a shorter line that comes twice is no lead


@dataclass
class _Piece:
    """A stretch of the page; ``kind`` None means that it is still to be told."""

    span: Span
    kind: BlockKind | None = None


@dataclass
class _Page:
    """A page being read. Pieces stand in reading order and cover every character that is no white space."""

    text: str
    pieces: list[_Piece]
    published: tuple[str, Span | None] | None = None
    byline: Span | None = None
    title: Span | None = None
    url: str | None = None

    def words(self, piece: _Piece) -> str:
        return piece.span.of(self.text)

    def open(self) -> list[_Piece]:
        """The pieces whose kind is still to be told."""
        return [piece for piece in self.pieces if piece.kind is None]

    def split(self, piece: _Piece, at: int) -> _Piece:
        """Cuts ``piece`` at offset ``at``; gives the part after it."""
        rest = _Piece(_trimmed(self.text, at, piece.span.end))
        piece.span = _trimmed(self.text, piece.span.start, at)
        self.pieces.insert(self.pieces.index(piece) + 1, rest)
        return rest


def article_from_text(text: str, source: Source) -> Article:
    """The article in the text of a page.

    Each character of the archived text that is no white space stands in exactly one block. Raises ReadingError when
    nothing of it is an article.
    """
    page = _Page(archived(text), [])
    page.pieces = [_Piece(span) for span in _lines(page.text)]
    _take_prefix(page)
    _take_settings(page)
    _take_furniture(page)
    _take_stamps(page)
    _take_closing_lines(page)
    _take_title(page)
    _take_ends(page)
    _take_repeats(page)
    _tell_body(page)
    _take_galleries(page)
    blocks = tuple(Block(piece.kind or BlockKind.PARAGRAPH, piece.span) for piece in page.pieces)
    body = [block for block in blocks if block.kind in BODY_KINDS]
    if not body:
        raise ReadingError("the file holds no article, only the page around one", path=source.path, mend="add the article's text")
    title, title_span = _title(page, body)
    published, published_span = page.published or (None, None)
    return Article(
        source=source if page.url is None else replace(source, url=source.url or page.url),
        text=page.text,
        blocks=blocks,
        title=title,
        title_span=title_span,
        title_is_headline=page.title is not None,
        published=published,
        published_span=published_span,
        byline=None if page.byline is None else " ".join(page.byline.of(page.text).split()),
        byline_span=page.byline,
    )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _lines(text: str) -> list[Span]:
    spans, start = [], 0
    for line in text.split("\n"):
        span = _trimmed(text, start, start + len(line))
        if len(span):
            spans.append(span)
        start += len(line) + 1
    return spans


def _is_prose(line: str) -> bool:
    return line.endswith(_STOPS) or len(line) > _LONGEST_TITLE or (line.endswith(("?", "!", "”", '"')) and len(line) > 250)


def _take_prefix(page: _Page) -> None:
    found = prefix_of(page.text)
    if found is None or not page.pieces:
        return
    iso, span = found
    page.published = (iso, span)
    first = page.pieces[0]
    if first.span.end <= span.end:
        first.kind = BlockKind.STAMP
        return
    rest = page.split(first, span.end)
    first.kind = BlockKind.STAMP
    headline = furniture.section_prefix(page.text, rest.span.start, rest.span.end)
    if headline is not None:
        page.split(rest, headline)
        rest.kind = BlockKind.FURNITURE


def _take_settings(page: _Page) -> None:
    for piece in page.open()[:_HEAD]:
        setting = setting_of(page.text, piece.span)
        if setting is None:
            return
        key, value = setting
        piece.kind = BlockKind.FURNITURE
        if key in ("url", "link", "source_url"):
            page.url = value
        elif key in ("date", "published", "publish_date") and page.published is None:
            iso = date_of_setting(value)
            if iso is not None:
                piece.kind = BlockKind.STAMP
                page.published = (iso, Span(piece.span.end - len(value), piece.span.end))


def _take_furniture(page: _Page) -> None:
    prose_seen = resting = False
    for piece in page.open():
        line = page.words(piece)
        use = furniture.use_of(line)
        if furniture.is_mark(line) or use in ("line", "opening", "rest"):
            piece.kind = BlockKind.FURNITURE
            resting = resting or (use == "rest" and prose_seen)
        elif resting and furniture.is_short(line) and stamp_of(page.text, piece.span) is None:
            piece.kind = BlockKind.FURNITURE
        else:
            resting = resting and furniture.is_short(line)
            prose_seen = prose_seen or _is_prose(line)


def _take_stamps(page: _Page) -> None:
    pieces = page.open()
    for number, piece in enumerate(pieces):
        if _HEAD <= number < len(pieces) - _HEAD:
            continue
        stamp = stamp_of(page.text, piece.span)
        if stamp is None:
            continue
        if stamp.rest is not None:
            author = byline_line(page.text, stamp.rest)
            if author is None:
                continue
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


def _take_closing_lines(page: _Page) -> None:
    """Section, tags and source that follow a date line at the page's end."""
    stamps = [at for at, piece in enumerate(page.pieces) if piece.kind is BlockKind.STAMP]
    prose = [at for at, piece in enumerate(page.pieces) if piece.kind is None and (_is_prose(page.words(piece)) or len(piece.span) > 100)]
    if not stamps:
        return
    after = [piece for piece in page.pieces[stamps[-1] + 1 :] if piece.kind is None]
    if len(after) > _HEAD or not any(at < stamps[-1] for at in prose):
        return
    known = False
    for piece in after:
        line = page.words(piece)
        use = furniture.use_of(line)
        if use == "section" or furniture.is_tag_list(line):
            known = True
        elif not (use == "source" or (known and len(line.split()) <= 4 and furniture.is_short(line))):
            continue
        piece.kind = BlockKind.FURNITURE


def _take_title(page: _Page) -> None:
    head: list[_Piece] = []
    stamped: int | None = None
    for piece in page.pieces:
        if piece.kind is BlockKind.STAMP and head and stamped is None:
            stamped = len(head)
        if piece.kind is None:
            if _is_prose(page.words(piece)):
                break
            head.append(piece)
    else:
        # No prose at all: short lines only; the first is the headline when something follows.
        head = head[:1] if len(head) > 1 else []
    if len(head) > 1 and furniture.use_of(page.words(head[0])) == "section":
        head.pop(0).kind = BlockKind.FURNITURE
        stamped = None if stamped is None else stamped - 1
    if stamped and stamped > 1 and len(page.words(head[0]).split()) <= 5 < len(page.words(head[stamped - 1]).split()):
        head.pop(0).kind = BlockKind.FURNITURE
    elif len(head) >= _MENU and not stamped:
        kept = len(head) - 1
        while kept and len(page.words(head[kept - 1])) >= 45:
            kept -= 1
        for piece in head[:kept]:
            piece.kind = BlockKind.FURNITURE
        head = head[kept:]
    if head and furniture.use_of(page.words(head[0])) == "section":
        head.pop(0).kind = BlockKind.FURNITURE
    if not head or is_list_item(page.words(head[0])):
        return
    head[0].kind = BlockKind.TITLE
    line = page.words(head[0])
    bare = line.lstrip("#* ") or line
    start = head[0].span.end - len(bare)
    page.title = Span(start, start + len(bare.rstrip("* ") or bare))


def _take_ends(page: _Page) -> None:
    """The signature, on the last lines or stuck to the last sentence, and buttons stuck there."""
    left = page.open()
    if not left:
        return
    for piece in left[-1:]:
        glued = furniture.glued_end(page.text, piece.span)
        if glued is not None:
            page.split(piece, glued.start).kind = BlockKind.FURNITURE
    if page.byline is not None:
        return
    for piece in reversed(left[-4:]):
        who = byline_line(page.text, piece.span) if len(left) > 1 or page.title else None
        if who is not None:
            page.byline, piece.kind = who, BlockKind.BYLINE
            return
        glued_who = glued_byline(page.text, piece.span)
        if glued_who is not None:
            signature, page.byline = glued_who
            page.split(piece, signature.start).kind = BlockKind.BYLINE
            return
        if not is_caption(page.words(piece)):
            return


def _take_repeats(page: _Page) -> None:
    """A headline or lead that comes twice: the repetition is kept as such."""
    title = "" if page.title is None else _plain(page.title.of(page.text))
    left = page.open()
    plain = [_plain(page.words(piece)) for piece in left]
    for number, piece in enumerate(left):
        words = plain[number]
        if title and words == title:
            piece.kind = BlockKind.REPEAT
        elif len(words) >= _LEAD and any(plain[later].startswith(words) for later in range(number + 1, min(number + 4, len(left)))):
            piece.kind = BlockKind.REPEAT


def _plain(line: str) -> str:
    words = " ".join(line.lower().split()).strip("*#_:;.,…- ")
    head, dash, rest = words.partition("- ")
    return rest.strip() if dash and head.strip().startswith("(") and head.strip().endswith(")") and len(head) < 25 else words


def _tell_body(page: _Page) -> None:
    # What comes first is the lead even when its full stop was lost; short lines after a colon are its items.
    listing = len(page.open()) > 1
    for piece in page.open():
        line = page.words(piece)
        if is_list_item(line):
            piece.kind = BlockKind.LIST_ITEM
        elif not listing and is_caption(line):
            piece.kind = BlockKind.CAPTION
        else:
            end = caption_end(page.text, piece.span)
            if end is not None:
                rest = page.split(piece, end)
                piece.kind, rest.kind = BlockKind.CAPTION, BlockKind.PARAGRAPH
            else:
                piece.kind = BlockKind.PARAGRAPH
        listing = line.endswith(":") or (listing and piece.kind is not BlockKind.CAPTION and not line.endswith((".", "…")))


def _take_galleries(page: _Page) -> None:
    for piece in reversed(page.pieces):
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and furniture.is_gallery(page.words(piece)):
            piece.kind = BlockKind.FURNITURE
        elif piece.kind in BODY_KINDS and piece.kind is not BlockKind.BYLINE:
            return


def _title(page: _Page, body: list[Block]) -> tuple[str, Span]:
    if page.title is not None:
        return " ".join(page.title.of(page.text).split()), page.title
    first = body[0].span
    sentences = sentence_spans(page.text, first.start, first.end)
    start = sentences[0][0]
    # A first sentence of a word or two is a dateline or a name that was cut (``VietNamNet``).
    end = next((stop for _, stop in sentences if stop - start >= _SHORTEST_TITLE), sentences[-1][1])
    words = page.text[start:end]
    if len(words) <= 2 * _LONGEST_TITLE:
        return " ".join(words.split()), Span(start, end)
    cut = words.rfind(" ", 0, _LONGEST_TITLE)
    span = Span(start, start + (cut if cut > 0 else _LONGEST_TITLE))
    return " ".join(span.of(page.text).split()) + "…", span
