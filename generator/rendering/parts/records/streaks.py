"""Years in a row with one honour, and what the honours received are a condition of in law: a hint by the articles of the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.lexicon.granter_levels import level_of
from generator.lexicon.load import Entry, lexicon
from generator.model.archive import LedgerRow
from generator.rendering.words import wording
from generator.rendering.words.labels import labels
from generator.rendering.words.speaking import say
from generator.resolution.events.totals import is_received

_FEWEST = 2  #: years in a row from which on they are a run
_EVER = (0, 9999)


def runs(rows: Iterable[LedgerRow]) -> tuple[str, ...]:
    """Return the years in a row in which the same award was received, by form: ``Chiến sĩ thi đua cơ sở: 3 năm liền (2019–2021)``."""
    years: dict[str, set[int]] = {}
    for row in rows:
        if is_received(row):
            years.setdefault(wording.award_name(row.award), set()).update(row.years)
    return tuple(
        say("record.run", award=award, n=len(run), first=str(run[0]), last=str(run[-1]))
        for award, of in sorted(years.items())
        for run in runs_of(of)
    )


def hints(rows: Iterable[LedgerRow]) -> tuple[str, ...]:
    """Return what the honours among ``rows`` are a condition of in law (lexicon ``eligibility``), each with its article."""
    received = [row for row in rows if is_received(row)]
    return tuple(hint for rule in lexicon("eligibility").entries for hint in _hints(rule, received))


def _hints(rule: Entry, rows: Sequence[LedgerRow]) -> Iterator[str]:
    """Yield the hint of a rule; none where it does not apply."""
    times, first, last = int(rule.get("times")), rule.get("since", _EVER[0]), rule.get("until", _EVER[1])
    years = sorted({year for row in rows if row.award.type == rule.get("of") for year in row.years})
    stated = {"of": labels().of("award_types", rule.get("of")), "title": rule.get("title"), "times": times, "law": rule.get("law")}
    if rule.get("gaps"):
        before = sorted(year for row in rows if _is_before(rule, row) for year in row.years)
        after = [year for year in years if before and year > before[0]]
        if len(after) >= times and first <= after[-1] <= last:
            name = labels().of("award_types", rule.get("after"))
            level = lexicon("granter-levels").by_id[rule.get("after_level")].label
            yield say("record.hint_after", before=f"{name} ({level})", since=str(before[0]), n=len(after), **stated)
        return
    for run in runs_of(years, times):
        if first <= run[-1] <= last:
            yield say("record.hint", n=len(run), first=str(run[0]), last=str(run[-1]), **stated)
            return


def _is_before(rule: Entry, row: LedgerRow) -> bool:
    level = level_of(row.award.granted_by) if row.award.granted_by else None
    return row.award.type == rule.get("after") and level is not None and level.id == rule.get("after_level")


def runs_of(years: Iterable[int], least: int = _FEWEST) -> list[Sequence[int]]:
    """Return the runs of at least ``least`` years in a row among ``years``, the latest first."""
    found: list[list[int]] = []
    for year in sorted(set(years)):
        if found and found[-1][-1] == year - 1:
            found[-1].append(year)
        else:
            found.append([year])
    return [run for run in reversed(found) if len(run) >= least]
