"""The one-page profile of a unit (“Hồ sơ thi đua”), and the printed reports of a year and of the archive."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.settings import SiteSettings
from generator.rendering.exports.tables import Row
from generator.rendering.handouts.awards import ROLES, Scope, adds_up, by_form, counted, in_sums, link_to, several, years_of
from generator.rendering.handouts.document import Block, Grid, Heading, Paragraph, document
from generator.rendering.handouts.sheets import Link
from generator.rendering.parts.links.page_addresses import page_address
from generator.rendering.words import wording
from generator.rendering.words.speaking import say

# What fits one A4 page with the longest texts that the clipping below leaves.
_MOST_RECEIVED, _MOST_GRANTED, _MOST_RATINGS, _MOST_QUOTES, _LONGEST_NAMES, _LONGEST_QUOTE = 7, 4, 4, 3, 200, 110
_MOST_LISTED = 150  #: awards of a year that its document lists; its workbook has all
_MOST_UNITS = 20


def unit_profile(scope: Scope, settings: SiteSettings) -> bytes:
    """Return the profile of a unit, on one page: honours received by year, granted, ratings, people, three quotes."""
    by_role = {role: scope.of_role(role) for role in ROLES}
    years = sorted({year for row in scope.awards for year in several(row["years"])})
    period = say("handouts.period", first=str(years[0]), last=str(years[-1])) if years else ""
    blocks: list[Block] = [Paragraph((_counts(by_role, period),))]
    received = sorted(by_role["received"], key=lambda row: max(several(row["years"]), default=0), reverse=True)
    if received:
        rows = [
            (years_of(row), str(row["award"]), _clip(row["granted_by"], 44), _decision(row), _clip(row["standard"], 48))
            for row in received[:_MOST_RECEIVED]
        ]
        heads = tuple(say(f"handouts.heads.{name}") for name in ("year", "award", "granter", "decision", "standard"))
        blocks += [Heading(say("handouts.received")), Grid(heads, (16, 38, 46, 29, 46), rows)]
        blocks += _more(len(received) - len(rows))
    granted = [(*key, of) for key, of in by_form(by_role["granted"]).items()]
    if granted:
        rows4 = [(year, award, kind, wording.number(len(of)), _sum(of)) for year, award, kind, of in granted[:_MOST_GRANTED]]
        blocks += [Heading(say("handouts.granted")), _forms(rows4)]
        blocks += _more(len(granted) - len(rows4))
    blocks += _ratings(scope)
    blocks += _people(by_role["people"])
    blocks += _quotes(received or in_sums(scope.awards), settings)
    return document(say("handouts.profile", unit=scope.title), (settings.site_name,), [*blocks, *_foot(scope, settings)])


def year_document(scope: Scope, settings: SiteSettings) -> bytes:
    """Return the report of a year: what was granted by form, and to whom."""
    rows = in_sums(scope.awards)
    forms = [(*key, of) for key, of in by_form(rows).items()]
    blocks: list[Block] = [Paragraph((_total(rows),))]
    if forms:
        grid = _forms([(year, award, kind, wording.number(len(of)), _sum(of)) for year, award, kind, of in forms])
        blocks += [Heading(say("handouts.summary")), grid]
    if rows:
        listed = [
            (_named(row), _with_number(row), _clip(row["granted_by"], 60), wording.date(str(row["date"] or "")) or "")
            for row in rows[:_MOST_LISTED]
        ]
        heads = tuple(say(f"handouts.heads.{name}") for name in ("recipients_names", "award", "granter", "date"))
        blocks += [Heading(say("handouts.list")), Grid(heads, (65, 45, 42, 23), listed), *_more(len(rows) - len(listed))]
    return document(scope.title, (settings.site_name,), [*blocks, *_foot(scope, settings)])


def archive_document(scope: Scope, settings: SiteSettings) -> bytes:
    """Return the report of the archive: honours by year, by form, and the units that received most."""
    rows = in_sums(scope.awards)
    years: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: max(several(row["years"]), default=0), reverse=True):
        years.setdefault(years_of(row), []).append(row)
    forms: dict[str, list[Row]] = {}
    for (_, award, _), of in by_form(rows).items():
        forms.setdefault(award, []).extend(of)
    units: dict[str, list[Row]] = {}
    for row in rows:
        for name in several(row["recipient_names"]):
            units.setdefault(name, []).append(row)
    most = sorted(units.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:_MOST_UNITS]
    blocks: list[Block] = [Paragraph((_total(rows),))]
    for title, head, found in (("by_year", "year", years.items()), ("by_form", "award", forms.items()), ("by_unit", "unit", most)):
        if found:
            heads = tuple(say(f"handouts.heads.{name}") for name in (head, "times", "recipients"))
            lines = [(name, wording.number(len(of)), _sum(of)) for name, of in found]
            blocks += [Heading(say(f"handouts.{title}")), Grid(heads, (115, 25, 35), lines, frozenset({1, 2}))]
    return document(scope.title, (settings.site_name,), [*blocks, *_foot(scope, settings)])


def _counts(by_role: dict[str, list[Row]], period: str) -> str:
    parts = [
        say(f"handouts.counts.{role}", n=len(rows), recipients=wording.number(counted(rows))) for role, rows in by_role.items() if rows
    ]
    return wording.joined((period, f"{'; '.join(parts)}." if parts else say("handouts.none")), " ")


def _total(rows: Sequence[Row]) -> str:
    return say("handouts.total", n=len(rows), recipients=wording.number(counted(rows)))


def _sum(rows: Sequence[Row]) -> str:
    """Return the number of recipients; with ``+`` where some awards state none, or only about how many."""
    return wording.number(counted(rows)) + ("+" if not all(map(adds_up, rows)) else "")


def _forms(rows: Sequence[Sequence[str]]) -> Grid:
    heads = tuple(say(f"handouts.heads.{name}") for name in ("year", "award", "kind", "times", "recipients"))
    return Grid(heads, (22, 68, 40, 20, 25), rows, frozenset({3, 4}))


def _ratings(scope: Scope) -> list[Block]:
    rows = sorted(scope.ratings, key=lambda row: int(row["year"]) if isinstance(row["year"], int) else 0, reverse=True)
    rows = [row for row in rows if row["sure"] and row["kind"] == "result"]
    if not rows:
        return []
    shown = [
        (str(row["year"] or ""), str(row["subject_label"] or ""), str(row["level_label"] or ""), _share(row))
        for row in rows[:_MOST_RATINGS]
    ]
    heads = tuple(say(f"handouts.heads.{name}") for name in ("year", "subject", "level", "share"))
    return [Heading(say("handouts.ratings")), Grid(heads, (18, 50, 77, 30), shown, frozenset({3})), *_more(len(rows) - len(shown))]


def _share(row: Row) -> str:
    count, percent = row["count"], row["percent"]
    parts = (
        wording.number(count) if isinstance(count, int) else None,
        f"{wording.number(percent)} %" if isinstance(percent, int | float) else None,
    )
    return wording.joined(parts, " · ")


def _people(rows: Sequence[Row]) -> list[Block]:
    honoured = [f"{', '.join(several(row['names']))} ({row['award']})" for row in rows if several(row["names"])]
    return [Heading(say("handouts.people")), Paragraph((_clip("; ".join(honoured), _LONGEST_NAMES),))] if honoured else []


def _quotes(rows: Sequence[Row], settings: SiteSettings) -> list[Block]:
    quoted: list[Block] = []
    for row in rows:
        if (quotes := several(row["quotes"])) and (link := link_to(row, settings)) and len(quoted) < _MOST_QUOTES:
            quoted.append(Paragraph((f"“{_clip(quotes[0], _LONGEST_QUOTE)}” ", Link(link.words, link.address)), quoted=True))
    return [Heading(say("handouts.quotes")), *quoted] if quoted else []


def _more(number: int) -> list[Block]:
    return [Paragraph((say("handouts.more", n=number),), small=True)] if number > 0 else []


def _foot(scope: Scope, settings: SiteSettings) -> list[Block]:
    address = page_address(settings, scope.page) if settings.site_url else None
    return [Paragraph((f"{say('handouts.how')} ", *([Link(address, address)] if address else ())), small=True)]


def _named(row: Row) -> str:
    names = "; ".join(dict.fromkeys((*several(row["recipient_names"]), *several(row["names"]))))
    return _clip(names, 300) or str(row["kind_label"] or "")


def _with_number(row: Row) -> str:
    count = row["count"]
    return f"{row['award']} ({wording.number(count)})" if isinstance(count, int) and count > 1 else str(row["award"])


def _decision(row: Row) -> str:
    date = wording.date(str(row["decision_date"])) if row["decision_date"] else None
    return wording.joined((str(row["decision_number"]) if row["decision_number"] else None, date), ", ")


def _clip(value: object, longest: int) -> str:
    words = " ".join(str(value or "").split())
    return words if len(words) <= longest else words[:longest].rpartition(" ")[0] + " …"
