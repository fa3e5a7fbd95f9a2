"""Lists of honours: which lines head them, which are their rows, and whom the rows name.

A heading is a line whose words before a colon, or all of whose words, name a single award type (``II. Tặng Giấy khen cho đảng
viên …``, ``- Lao động tiên tiến: 389 cá nhân``), or the last sentence of a paragraph that ends in a colon. Its rows are behind
its colon and below it. Headings of kinds (``a) Tập thể:``) and of units between them are passed through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.extraction.awards.forms.form import forms_in, triggers
from generator.extraction.awards.lists.entries import RowEntry, badge_years, entries, opens_body
from generator.extraction.awards.lists.kind_headings import kind_heading, of_kind
from generator.extraction.awards.lists.layout import LayoutLine, lines_of, words_of_line
from generator.extraction.awards.lists.own_honours import own_honour
from generator.extraction.awards.lists.pairs import pairs_from
from generator.extraction.awards.lists.sections import (
    LONGEST_HEADING,
    UP,
    ListSection,
    ends_open,
    expects_persons,
    is_list_title,
    is_of_guests,
    section_of,
)
from generator.extraction.awards.lists.tabled import HonourTable, table_at
from generator.extraction.clauses import ArticleText, Sentence
from generator.extraction.engine import Passage
from generator.extraction.names.groups.recipients import groups_in
from generator.extraction.names.references.register import Register
from generator.lexicon.recipient_kinds import PERSONS
from generator.model.article import BlockKind
from generator.text.sentences import sentence_spans

_MOST_ROWS = 200
#: Honours named in an article: this many, and one more for each so many code points. Beyond that it is text made to be slow. The maximum
#: in 2,300 real articles is 109.
_MOST_HONOURS = 300
_PER_HONOUR = 4000
_LEAD = 12  # code points before an award type that leads its heading: Danh hiệu, Tặng
#: A prize whose winner is stated before the colon, which belongs to the next: giải X thuộc về A; giải Y: B.
_HELD = re.compile(r"(?<!\w)(?:thuộc về|về tay)\s[^:\n]{2,120}[;,]")
_COLON = re.compile(r"[:–\-\s](?:(?<=:)(?:(?<!\d:)(?!\d)|(?<=\d:)(?=\s))|(?<=\s[–-])(?=\s)(?!\s{1,2}(?:19|20)\d\d)|(?<=\s)\((?=[^()]*\)$))")


@dataclass(frozen=True, slots=True)
class Listing:
    """A heading with its rows.

    ``sentence`` is the heading's, ``rows`` the recipients they name, ``end`` where the last row ends. Without rows it is a list
    item that states an award in a sentence of its own.
    """

    sentence: Sentence
    rows: tuple[RowEntry, ...]
    end: int
    section: ListSection
    is_own: bool = False  # an honour without a recipient, of the unit or person that the heading is about

    @property
    def start(self) -> int:
        """The beginning of the list's heading."""
        return self.sentence.start


def arranged(text: ArticleText, register: Register) -> Iterator[tuple[Sentence, Listing | None]]:
    """Yield the sentences, with the headings of lists and tables of honours in the place of the sentences that these cover.

    ``register`` has the names of the article's people.
    """
    if not triggers(text.views, 0, len(text.views.canonical)):
        return
    sentences = _read_on(text)
    end = sentences[-1].end if sentences else 0
    reader = _ListReader(text, tuple(line for line in lines_of(text) if line.start < end), register)
    ahead = sorted(reader.read(), key=lambda listing: listing.start)
    at, covered = 0, -1
    for sentence in sentences:
        while at < len(ahead) and ahead[at].start < sentence.end:
            yield ahead[at].sentence, ahead[at]
            covered = max(covered, ahead[at].end)
            at += 1
        if sentence.start >= covered and not is_list_title(text, sentence):
            yield sentence, reader.item(sentence)


def _read_on(text: ArticleText) -> tuple[Sentence, ...]:
    """Return the sentences up to where an article names more honours than news does: see :data:`_MOST_HONOURS`."""
    left = _MOST_HONOURS + len(text.article.text) // _PER_HONOUR
    for at, sentence in enumerate(text.sentences):
        left -= triggers(text.views, sentence.start, sentence.end)
        if left < 0:
            return text.sentences[:at]
    return text.sentences


class _ListReader:
    def __init__(self, text: ArticleText, lines: tuple[LayoutLine, ...], register: Register) -> None:
        self.text, self.lines, self.register = text, lines, register
        self.whole = Passage(text.views, 0, len(text.article.text), text)
        self.count = 0
        self.by_block = {line.opens: at for at, line in enumerate(lines) if line.mark and line.mark != "run-on"}

    def read(self) -> Iterator[Listing]:
        at = 0
        while at < len(self.lines):
            table = table_at(self.text, self.lines, at, self.register)
            if table is not None:
                yield from self._tabled(table)
                at = table.after
            elif (found := self._listing(at)) is not None:
                listing, at = found
                yield listing
            elif pairs := pairs_from(self.text, self.lines, at, self.register):
                yield from self._paired(at, pairs)
                at += len(pairs)
            else:
                at += 1

    def item(self, sentence: Sentence) -> Listing | None:
        """Return the sentence as an item of a list, with the headings above it; None if it is not an item."""
        at = self.by_block.get(sentence.block.span.start)
        if at is None or not triggers(self.text.views, sentence.start, sentence.end):
            return None
        return Listing(sentence, (), sentence.end, section_of(self.text, self.lines, at))

    def _tabled(self, table: HonourTable) -> Iterator[Listing]:
        """Yield the lists of a table: one for each honour that its rows name, else one for the honour of the heading above it."""
        first, end = self.lines[table.first], self.lines[table.after - 1].end
        section = section_of(self.text, self.lines, table.first)
        if table.honours is not None:
            section = replace(section, context=(table.honours, *section.context))
        title = self._title_of(table.first)
        by_honour: dict[str, tuple[Passage, list[RowEntry]]] = {}
        for row in table.rows:
            honour = row.honour or title
            if honour is not None:
                words = " ".join(self.text.views.canonical[honour.start : honour.stop].split())
                by_honour.setdefault(words, (honour, []))[1].extend(row.entries)
        for honour, rows in by_honour.values():
            yield Listing(self._sentence(honour, first), tuple(rows), end, section)

    def _paired(self, at: int, pairs: list[tuple[RowEntry, Passage]]) -> Iterator[Listing]:
        """Yield the lists of rows that pair a person with an honour, one for each honour."""
        section = section_of(self.text, self.lines, at)
        kinds = [group.kind for group in groups_in(section.context[0]) if group.kind in PERSONS] if section.context else []
        by_honour: dict[str, tuple[Passage, list[RowEntry]]] = {}
        for entry, honour in pairs:
            form = forms_in(honour)[0]
            entry = replace(entry, kind=entry.kind or next(iter(kinds), None))
            by_honour.setdefault(self.text.views.canonical[form.start : form.end], (honour, []))[1].append(entry)
        for honour, rows in by_honour.values():
            yield Listing(self._sentence(honour, self.lines[at]), tuple(rows), self.lines[at + len(pairs) - 1].end, section)

    def _title_of(self, at: int) -> Passage | None:
        """Return the heading above a table that names a single award type, or None."""
        for line in reversed(self.lines[max(0, at - 2) : at]):
            if line.block.kind is BlockKind.TITLE or line.end - line.start > LONGEST_HEADING:
                return None
            label = self.whole.within(*words_of_line(self.text.article.text, line))
            if len(forms_in(label)) == 1 and not self.text.article.text[: line.end].endswith("."):
                return label
        return None

    def _sentence(self, heading: Passage, line: LayoutLine) -> Sentence:
        self.count -= 1  # no sentence of the article has a negative number
        return Sentence(self.count, heading.start, heading.stop, line.block)

    def _listing(self, at: int) -> tuple[Listing, int] | None:
        """Return the list that line ``at`` heads, and the index of the line behind it; None if it heads none."""
        line = self.lines[at]
        if line.block.kind is BlockKind.TITLE or line.mark == "run-on":
            return None
        label, tail = self._heading(line)
        if label is None or not self._is_heading(line, label):
            return None
        section = section_of(self.text, self.lines, at)
        if is_of_guests(label):
            section = replace(section, is_other=True)
        personal = expects_persons(label)
        rows: list[RowEntry] = []
        end = label.stop
        if tail is not None:
            rows = list(entries(tail, self.register, personal=personal, single=False))
            if not rows:
                return self._own(at, section)
            end = tail.stop
        after, below, last = self._rows(at, personal, is_open=tail is None)
        if not rows and not below:
            return self._own(at, section)
        if rows and below and not all(row.names for row in below):
            after, below, last = at + 1, [], end
        return Listing(self._sentence(label, line), (*rows, *below), max(end, last), section), after

    def _own(self, at: int, section: ListSection) -> tuple[Listing, int] | None:
        line = self.lines[at]
        item = self.whole.within(*words_of_line(self.text.article.text, line))
        owner = own_honour(item, section.context[0] if section.context else None, self.register) if line.mark else None
        if owner is None:
            return None
        return Listing(self._sentence(item, line), (owner,), item.stop, section, is_own=True), at + 1

    def _heading(self, line: LayoutLine) -> tuple[Passage | None, Passage | None]:
        """Return the words of a line that may head a list, and the words behind its colon."""
        text = self.text.article.text
        start, end = words_of_line(text, line)
        if not triggers(self.text.views, start, end):
            return None, None
        if text.endswith(":", 0, end):
            first = sentence_spans(text, start, end)[-1][0]
            return self.whole.within(first, end), None
        if end - start > LONGEST_HEADING * 4 or (not line.mark and len(sentence_spans(text, start, end)) != 1):
            return None, None
        for match in _COLON.finditer(text, start, end):
            label = self.whole.within(start, match.start())
            if not line.mark and match.group() != ":":
                continue
            if _HELD.search(self.text.views.canonical, start, match.start()):
                return None, None
            if len(forms_in(label)) == 1 and match.start() - start <= LONGEST_HEADING:
                return (label, self.whole.within(match.end(), end)) if line.mark or self._leads(line, label) else (None, None)
        if not line.mark:
            return None, None
        return (self.whole.within(start, end), None) if end - start <= LONGEST_HEADING else (None, None)

    def _leads(self, line: LayoutLine, label: Passage) -> bool:
        """Return whether the words before a colon are a heading, on a line without a mark: the award type or the honoured lead them."""
        form = forms_in(label)[0]
        if form.start - label.start <= _LEAD:
            return True
        return line.block.kind is BlockKind.PARAGRAPH and any(
            group.end <= form.start and (group.counted or group.several) for group in groups_in(label)
        )

    def _is_heading(self, line: LayoutLine, label: Passage) -> bool:
        forms = forms_in(label)
        return bool(forms) and (not line.mark or len(forms) == 1)

    # -- rows ---------------------------------------------------------------------------------------------------

    def _rows(self, at: int, personal: bool | None, *, is_open: bool) -> tuple[int, list[RowEntry], int]:
        """Return the rows below line ``at``: the line behind them, their recipients, where they end."""
        head = self.lines[at]
        found: list[RowEntry] = []
        last, after, unread = head.end, at + 1, 0
        badges = any(form.type == "huy-hieu-dang" and form.rank is None for form in forms_in(self.whole.within(head.start, head.end)))
        kind: RowEntry | None = None  # the kind heading above the rows being read
        below: list[RowEntry] = []
        through = {at}  # the heading and those of kinds below it
        for index in range(at + 1, min(at + 1 + _MOST_ROWS, len(self.lines))):
            line = self.lines[index]
            row = self.whole.within(*words_of_line(self.text.article.text, line))
            heading = kind_heading(row)
            if not self._is_below(through, index, is_open=is_open) and (heading is None or line.mark):
                break
            if heading is not None:
                found.extend(of_kind(kind, below))
                kind, below = heading, []
                through.add(index)
                if kind.count:  # - 08 tập thể;
                    after, last = index + 1, line.end
                continue
            expected = personal if kind is None or kind.personal is None else kind.personal
            rank, row = badge_years(row) if badges else (None, row)
            named = entries(row, self.register, personal=expected, single=line.mark != "" and rank is None)
            named = tuple(replace(entry, rank=rank) for entry in named)
            if not line.mark and not all(_is_sure(self.whole, entry) for entry in named):
                named = ()
            if not named:
                if not line.mark or forms_in(row):
                    break
                unread += 1
                continue
            below.extend(named)
            after, last = index + 1, line.end
        found.extend(of_kind(kind, below))
        return (after, found, last) if found and unread <= len(found) else (at + 1, [], head.end)

    def _is_below(self, through: set[int], index: int, *, is_open: bool) -> bool:
        """Return whether a line is below a heading, or below a kind heading under it (``through``)."""
        line = self.lines[index]
        if line.block.kind is BlockKind.TITLE:
            return False
        above: int | None = index
        for _ in range(UP if line.mark else 0):
            above = None if above is None else self.lines[above].parent
            if above in through:
                return True
        before = self.lines[index - 1]
        after_row = index - 1 in through or not before.mark
        opener = max(through)
        return not line.mark and is_open and after_row and ends_open(self.text, self.lines[opener])


def _is_sure(passage: Passage, entry: RowEntry) -> bool:
    """Return whether an entry's words alone show what it is, on a line without a mark."""
    return entry.personal is not False or opens_body(passage.views.canonical, entry.start)
