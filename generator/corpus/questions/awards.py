"""Ready questions about awards: how many facts, and how many honours, by what one names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.corpus.store.schema import quoted_name

#: What awards may be counted by, with its SQL.
DIMENSIONS: Mapping[str, str] = {
    "type": "type",
    "year": "coalesce(list_max(years), year)",
    "event_year": "year",
    "month": "article_date[1:7]",
    "province": "province_name",
    "kind": "kind",
    "rank": "rank",
    "status": "status",
    "granter": "granted_by",
    "decision": "decision.number",
}


def awards_by(dimensions: Sequence[str]) -> str:
    """Return the SQL that counts awards by ``dimensions``, keys of :data:`DIMENSIONS`.

    Counted are awards that were granted, of copies only the first, and of an award that several articles report one report. ``awards``
    are the facts; ``honours`` the sum of the exact numbers of those that are sure; ``hedged`` how many facts state a number that is not
    exact; ``doubtful`` how many are not sure.
    """
    shown = [f"{DIMENSIONS[name]} AS {quoted_name(name)}" for name in dimensions]
    counted = "approximate IS NULL AND sure"
    numbers = (
        "count(*) AS awards",
        f"CAST(coalesce(sum(count) FILTER (WHERE {counted}), 0) AS BIGINT) AS honours",
        "count(*) FILTER (WHERE approximate IS NOT NULL) AS hedged",
        "count(*) FILTER (WHERE NOT sure) AS doubtful",
    )
    wanted = "" if "status" in dimensions else "WHERE status = 'granted'"
    by = f"GROUP BY ALL ORDER BY {', '.join(map(quoted_name, dimensions))}" if dimensions else ""
    return f"SELECT {', '.join((*shown, *numbers))} FROM counted_awards {wanted} {by}"
