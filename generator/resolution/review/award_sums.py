"""Awards and figures whose numbers contradict each other: names and counts, totals and their parts, shares and what they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.model.archive import Entry, ReviewItem, ReviewTopic
from generator.model.facts import Award, Figure
from generator.model.statement import Statement
from generator.resolution.review.items import cue, item, place, uncorrected
from generator.resolution.review.reasons import added, award_type, because
from generator.resolution.review.shares import agree, exact
from generator.text.folding import canonical

KIND = ReviewTopic.SUMS
_BREAKS_UP = re.compile(r"(?<!\w)(?:gồm|bao\s+gồm|cụ\s+thể|trong\s+đó)(?!\w)|[:(]")


def award_sums(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the contradictions among the numbers of the awards of ``entry``."""
    counted = [award for award in entry.facts.awards if award.count is not None and award.approximate is None and uncorrected((award,))]
    if len(counted) > 1 or any(award.names for award in counted):
        text = canonical(entry.article.text)
        for award in counted:
            yield from _names(entry, text, award)
        yield from _totals(entry, text, counted)


def _names(entry: Entry, text: str, award: Award) -> Iterator[ReviewItem]:
    count, names = award.count or 0, len(award.names)
    if names > count:
        yield item(KIND, entry, place(award), because("more-names", count=count, names=names, list=", ".join(award.names)))
    elif 1 < names < count:
        for span in award.evidence:
            first = text.find(canonical(award.names[0]), span.start, span.end)
            if first < 0:
                continue
            before = text[span.start : first]
            whole = ":" in before or cue("all-of-them").search(before) is not None
            if whole and not any(map(_open, (before, text[span.end : span.end + 12]))):
                yield item(KIND, entry, place(award), because("fewer-names", count=count, names=names))
                return


def _open(words: str) -> bool:
    """Return whether a list beside these words names only some."""
    return "…" in words or "..." in words or any(cue(name).search(words) for name in ("some-of-them", "among"))


def _totals(entry: Entry, text: str, awards: Sequence[Award]) -> Iterator[ReviewItem]:
    """Yield each total directly before its parts in one sentence (``30 giấy khen, gồm 12 tập thể và 17 cá nhân``)."""
    placed = sorted(awards, key=place)
    for index, total in enumerate(placed):
        here = place(total)
        if total.kind != "tap-the-va-ca-nhan" and not (total.type == "huy-hieu-dang" and total.rank is None):
            continue
        parts: list[Award] = []
        for part in placed[index + 1 :]:
            if part.type != total.type or part.status != total.status or (part.kind == total.kind and part.rank == total.rank):
                break
            if re.search(r"[.;]\s", text[here.start : place(part).start]):
                break
            parts.append(part)
        between = text[here.start : place(parts[0]).end] if parts else ""
        if len(parts) < 2 or not _BREAKS_UP.search(between):
            continue
        amount, whole = sum(part.count or 0 for part in parts), total.count or 0
        if amount > whole or (amount < whole and "trong đó" not in between):
            counts = added([part.count or 0 for part in parts])
            yield item(KIND, entry, here, because("parts", award=award_type(total.type), whole=whole, parts=counts, amount=amount))


def figure_sums(entry: Entry) -> Iterator[ReviewItem]:
    """Yield the figures of ``entry`` whose share is not that of their value in what it is of."""
    for figure in entry.facts.figures:
        if figure.value is None or figure.of is None or figure.percent is None or not uncorrected((figure,)):
            continue
        if not agree(figure.percent, figure.value, figure.of) and exact(figure, entry.article.text):
            yield item(KIND, entry, place(figure), _share(figure))


def _share(figure: Figure) -> Statement:
    value, of, percent = figure.value or 0, figure.of or 1, figure.percent or 0
    key = "share-turned" if value and agree(percent, of, value) else "share"
    return because(key, value=value, of=of, real=round(100 * value / of, 1), percent=percent)
