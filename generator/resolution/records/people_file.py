"""Reads ``seeds/people.yml``: who is who among those whom articles call by one name, as people decided it.

- name: Nguyễn Văn An
  id: nguyen-van-an-hoa-mai           # optional: the address nguoi/nguyen-van-an-hoa-mai/
  variants: [Nguyễn Văn Ân]           # optional: other names that articles write
  same: [le-khen-thuong, tong-ket]    # addresses bai/… of the articles in which the name means this person
  not_same: [hoi-nghi-xa-b]           # … in which it means somebody else
  unsure: [gap-mat]                   # … that were looked at and left open
  why: Cùng là hiệu trưởng Trường Hoa Mai

Entries are kept for ever: what they decide goes before every sign in the articles, and what they leave open is not proposed again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from generator.errors import AuthorityError
from generator.messages import message
from generator.model.archive import Archive
from generator.model.person import PersonDecision
from generator.reading.files import contents_if_any
from generator.resolution.addresses import DEVICES, RESERVED
from generator.resolution.yaml_rows import Error, Row, read_rows, refusal, slug_id
from generator.resolution.yaml_values import Field, many, words
from generator.text.folding import spelling_key

_LISTS = ("same", "not_same", "unsure")
_FIELDS = {
    "name": Field(words, required=True),
    "id": Field(slug_id),
    "variants": Field(many(words)),
    "same": Field(many(slug_id), required=True),
    "not_same": Field(many(slug_id)),
    "unsure": Field(many(slug_id)),
    "why": Field(words),
}


def read_people(path: Path, *, again: bool = False) -> tuple[PersonDecision, ...]:
    """Return the decisions in the file at ``path``; none without the file. ``again``: it is read after each small change.

    Raises AuthorityError with all errors of the file, each with its line and its fix.
    """
    data = contents_if_any(path, AuthorityError)
    return () if data is None else people_in(data, path, again=again)


def people_in(data: bytes, path: Path, *, again: bool = False) -> tuple[PersonDecision, ...]:
    """Return the decisions in ``data``, the file at ``path``. Raises as :func:`read_people`."""
    rows, errors = read_rows(data, _FIELDS, again=again)
    errors = errors or list(_checks(rows))
    if errors:
        in_order = sorted(errors, key=lambda error: (error.line or 0, str(error.message)))
        raise refusal(in_order, path, AuthorityError)
    return tuple(
        PersonDecision(
            row.values["name"], row.values["same"], row.values.get("not_same", ()), row.values.get("unsure", ()),
            row.values.get("variants", ()), row.values.get("id"), row.values.get("why"), row.line,
        )
        for row in rows
    )  # fmt: skip


def with_people(archive: Archive, decisions: Sequence[PersonDecision], path: str) -> Archive:
    """Return ``archive`` with ``decisions``; what they say of articles that it does not have is an error of the file at ``path`` (relative
    to the archive's folder), and holds none the less for the others."""
    known = {*archive.by_slug, *archive.missing, *(former for entry in archive.entries for former in entry.former)}
    known |= {address for hidden in archive.hidden if hidden.kind == "article" for address in hidden.addresses}
    errors = [
        AuthorityError(message("people.no_article", article=article), path=path, line=decision.line, fix=message("people.fix.no_article"))
        for decision in decisions
        for article in (*decision.same, *decision.not_same, *decision.unsure)
        if article not in known
    ]
    return replace(archive, people=tuple(decisions), errors=(*archive.errors, *errors))


def _checks(rows: Sequence[Row]) -> Iterator[Error]:
    ids: dict[str, int] = {}
    claimed: dict[tuple[str, str], int] = {}
    for row in rows:
        own = row.values.get("id")
        if own in RESERVED:
            why = message("ids.device" if own in DEVICES else "ids.taken", id=repr(own))
            yield Error(row.line_of("id"), why, message("ids.fix.another", example=f"{own}-1"))
        if own is not None and ids.setdefault(own, row.line) != row.line:
            yield Error(row.line_of("id"), message("ids.twice", id=repr(own)), message("ids.fix.twice", line=ids[own]))
        if not row.values["same"]:
            yield Error(row.line_of("same"), message("rows.empty"), message("people.fix.same"))
        keys = {key for name in (row.values["name"], *row.values.get("variants", ())) if (key := spelling_key(name))}
        for article in row.values["same"]:
            for key in sorted(keys):
                if claimed.setdefault((key, article), row.line) != row.line:
                    what = message("people.claimed", article=article, line=claimed[key, article])
                    yield Error(row.line_of("same"), what, message("people.fix.claimed"))
        yield from _twice(row)


def _twice(row: Row) -> Iterator[Error]:
    """Yield an article that is in two lists of an entry."""
    seen: dict[str, str] = {}
    for key in _LISTS:
        for article in dict.fromkeys(row.values.get(key, ())):
            if article in seen:
                what = message("people.both", article=article, one=seen[article], other=key)
                yield Error(row.line_of(key), what, message("people.fix.both"))
            seen.setdefault(article, key)
