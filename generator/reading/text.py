"""The text format: lines of a page, copied as they came, become an article."""

from __future__ import annotations

from dataclasses import replace

from generator.errors import ReadingError
from generator.messages import message
from generator.model.article import BODY_KINDS, Article, Block, BlockKind, Source
from generator.model.span import Span
from generator.reading import furniture
from generator.reading.bylines import byline_line, glued_byline
from generator.reading.captions import caption_end, is_caption, is_list_item
from generator.reading.headline import lines_above
from generator.reading.limits import MOST_LINES
from generator.reading.lines import below, describe, is_kicker, is_path
from generator.reading.page import LONGEST_TITLE, Page, Piece, is_prose, read_page, trimmed
from generator.reading.publishers import named_publisher
from generator.reading.runons import run_ons
from generator.reading.wrapping import LEAD
from generator.text.normalization import with_line_feeds
from generator.text.sentences import sentence_spans

_MENU = 6  # short lines before the first prose that make a menu
_SHORTEST_TITLE = 25  # characters of the first sentence that make do as a title
_BELOW = 20_000  # characters of the text that a headline's words are sought in
_LEAD = 40  # characters; a shorter line that comes twice is no lead


def article_from_text(text: str, source: Source) -> Article:
    """Return the article in the text of a page.

    Each character of the archived text except white space is in exactly one block. Raises ReadingError if no part of it is an article, or
    if it has more than :data:`~generator.reading.limits.MOST_LINES` lines.
    """
    if _has_many_lines(text):
        raise ReadingError(message("text.many_lines", most=MOST_LINES), path=source.path, fix=message("text.fix.many_lines"))
    page = read_page(text)
    _take_title(page)
    _take_ends(page)
    _take_repeats(page)
    _tell_body(page)
    _take_galleries(page)
    blocks = tuple(Block(piece.kind or BlockKind.PARAGRAPH, piece.span, piece.level) for piece in page.pieces)
    body = [block for block in blocks if block.kind in BODY_KINDS]
    if not body:
        raise ReadingError(message("text.no_article"), path=source.path, fix=message("text.fix.no_article"))
    title, title_span = _title(page, body)
    published, published_span = page.published or (None, None)
    return Article(
        source=_stated(page, source),
        text=page.text,
        blocks=blocks,
        title=title,
        title_span=title_span,
        title_is_headline=page.title is not None,
        published=published,
        published_span=published_span,
        byline=None if page.byline is None else " ".join(page.byline.of(page.text).split()),
        byline_span=page.byline,
        joins=page.joins,
    )


def _has_many_lines(text: str) -> bool:
    ends = text.count("\n") + text.count("\r")
    return ends >= MOST_LINES and sum(1 for line in with_line_feeds(text).split("\n") if line and not line.isspace()) > MOST_LINES


def _stated(page: Page, source: Source) -> Source:
    """Return ``source`` with what the page states of it."""
    stated = {"publisher": named_publisher(page), **page.stated}
    return replace(source, **{name: value for name, value in stated.items() if value and not getattr(source, name)})


def _take_title(page: Page) -> None:
    if page.title is not None:  # stated by a header
        return
    head: list[Piece] = []
    stamped: int | None = None
    pieces = page.open()
    first = pieces[0] if pieces else None
    for piece in page.pieces:
        if piece.kind is BlockKind.STAMP and head and stamped is None:
            stamped = len(head)
        if piece.kind is None:
            if is_prose(page.words(piece)) and not (piece is first and _is_kicker(page, pieces)):
                break
            head.append(piece)
    else:
        # No prose at all: short lines only; the first is the headline when something follows.
        head = head[:1] if len(head) > 1 else []
        stamped = None if stamped is None else min(stamped, len(head))
    head, stamped = _without_page(page, head, stamped)
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
    page.title = head[0].span


def _without_page(page: Page, head: list[Piece], stamped: int | None) -> tuple[list[Piece], int | None]:
    """Take what belongs to the page out of ``head``, and out of the count of its lines above the date line."""
    if len(head) < 2:
        for piece in head:
            piece.kind = BlockKind.FURNITURE if is_path(page.words(piece)) else None
        head = [piece for piece in head if piece.kind is None]
        return head, stamped and len(head)
    after = below(page.text[head[-1].span.end :][:_BELOW])
    lines = [describe(page.words(piece), after) for piece in head]
    above = lines_above(lines, stamped)
    for number, (piece, line) in enumerate(zip(head, lines, strict=True)):
        if number < above or line.is_path or (line.is_aside and len(head) > 1):
            piece.kind = BlockKind.FURNITURE
    return [piece for piece in head if piece.kind is None], stamped and sum(piece.kind is None for piece in head[:stamped])


def _is_kicker(page: Page, pieces: list[Piece]) -> bool:
    """Return whether the first line is a place above the headline (``Sông Xanh:``), not the first of what it announces."""
    if len(pieces) < 3 or not is_kicker(page.words(pieces[0])):
        return False
    following = page.words(pieces[1])
    return not is_prose(following) and not is_list_item(following)


def _take_ends(page: Page) -> None:
    """Mark the signature on the last lines or stuck to the last sentence, and buttons stuck there."""
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


def _take_repeats(page: Page) -> None:
    """Mark the repetition of a headline or lead. An item inside a list is not a lead."""
    title = "" if page.title is None else _plain(page.title.of(page.text))
    left = page.open()
    plain = [_plain(page.words(piece)) for piece in left]
    for number, piece in enumerate(left):
        words = plain[number]
        near = plain[number + 1 : number + 4]
        lead = len(words) >= _LEAD and not (number and _goes_on_list(page.words(left[number - 1]), page.words(piece)))
        if (title and words == title) or (lead and any(other.startswith(words) for other in near)):
            piece.kind = BlockKind.REPEAT


def _goes_on_list(before: str, line: str) -> bool:
    return is_list_item(line) and (is_list_item(before) or before.endswith(":"))


def _plain(line: str) -> str:
    words = " ".join(line.lower().split()).strip("*#_:;.,…- ")
    head, dash, rest = words.partition("- ")
    return rest.strip() if dash and head.strip().startswith("(") and head.strip().endswith(")") and len(head) < 25 else words


def _tell_body(page: Page) -> None:
    """List items, captions and paragraphs among what is left."""
    pieces: list[Piece] = []
    # What comes first is the lead even when its full stop was lost; short lines after a colon are its items.
    listing = len(page.open()) > 1
    for piece in page.pieces:
        pieces.append(piece)
        if piece.kind is not None:
            continue
        line = page.words(piece)
        end = None
        if is_list_item(line):
            piece.kind = BlockKind.LIST_ITEM
        elif not listing and is_caption(line):
            piece.kind = BlockKind.CAPTION
        elif (end := caption_end(page.text, piece.span)) is None:
            piece.kind = BlockKind.PARAGRAPH
        else:
            rest = trimmed(page.text, end, piece.span.end)
            piece.span, piece.kind = trimmed(page.text, piece.span.start, end), BlockKind.CAPTION
            pieces.append(Piece(rest, BlockKind.PARAGRAPH))
        pieces += _run_ons(page, pieces[-1])
        listing = line.endswith(":") or (listing and piece.kind is not BlockKind.CAPTION and not line.endswith((".", "…")))
    page.pieces = pieces


def _run_ons(page: Page, piece: Piece) -> list[Piece]:
    """Cut the captions out of ``piece`` that run on into its text; gives what is after its first part."""
    if piece.kind not in (BlockKind.PARAGRAPH, BlockKind.CAPTION):
        return []
    parts: list[Piece] = []
    at, end = piece.span.start, piece.span.end
    for caption in run_ons(page.text, piece.span):
        before = trimmed(page.text, at, caption.start)
        parts += [Piece(before, BlockKind.PARAGRAPH)] if len(before) else []
        is_lead = LEAD.match(page.text, caption.start) is not None
        parts.append(Piece(trimmed(page.text, caption.start, caption.end), BlockKind.PARAGRAPH if is_lead else BlockKind.CAPTION))
        at = caption.end
    if not parts:
        return []
    rest = trimmed(page.text, at, end)
    last = piece.kind if piece.kind is BlockKind.PARAGRAPH or is_caption(rest.of(page.text)) else BlockKind.PARAGRAPH
    piece.span, piece.kind = parts[0].span, parts[0].kind
    return [*parts[1:], Piece(rest, last)]


def _take_galleries(page: Page) -> None:
    for piece in reversed(page.pieces):
        if piece.kind in (BlockKind.PARAGRAPH, BlockKind.CAPTION) and furniture.is_gallery(page.words(piece)):
            piece.kind = BlockKind.FURNITURE
        elif piece.kind in BODY_KINDS and piece.kind is not BlockKind.BYLINE:
            return


def _title(page: Page, body: list[Block]) -> tuple[str, Span]:
    if page.title is not None:
        return " ".join(page.title.of(page.text).split()), page.title
    first = body[0].span
    sentences = sentence_spans(page.text, first.start, first.end)
    start = sentences[0][0]
    # A first sentence of a word or two is a dateline or a name that was cut (``VietNamNet``).
    end = next((stop for _, stop in sentences if stop - start >= _SHORTEST_TITLE), sentences[-1][1])
    words = page.text[start:end]
    if len(words) <= 2 * LONGEST_TITLE:
        return " ".join(words.split()), Span(start, end)
    cut = words.rfind(" ", 0, LONGEST_TITLE)
    span = Span(start, start + (cut if cut > 0 else LONGEST_TITLE))
    return " ".join(span.of(page.text).split()) + "…", span
