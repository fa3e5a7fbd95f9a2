"""The forms in which a person writes a fact: every field of the contract with the names of the lexicons, never ids."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from generator.desk.problems import DeskError
from generator.lexicon.load import lexicon
from generator.messages import message
from generator.model.correction import ARTICLE_FIELDS
from generator.model.facts import CERTAINTY, GIFTS, Approximation, AwardStatus, Decision, Fact, Role, UnitRole
from generator.model.record import KINDS
from generator.rendering.words.labels import document_kind, labels
from generator.resolution.corrections.fields import ARTICLE_VALUES, FACT_FIELDS, PARTS_OF_DAY
from generator.resolution.yaml_values import Unfit
from generator.text.collation import alphabetical_key
from generator.yaml_documents import YamlError, compose

_ROLES = 2  #: empty lines offered for further positions of a person
_DIGITS = frozenset({"rank", "count", "consecutive_years", "year", "value", "of", "percent"})
_DATES = frozenset({"date", "date_end", "published"})
_LINES = frozenset({"names"})
_FLAGS = frozenset({"at_least", "posthumous"})
_WIDE = frozenset({"name", "title", "standard", "measure", "names", "granted_by", "issuer", "place"})


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: its ``widget`` (text, digits, date, select, lines, flag, years, period, decision, roles), its value as the form shows it,
    and the choices of a select, each with its value and its label."""

    name: str
    label: str
    widget: str
    value: Any
    options: tuple[tuple[str, str], ...] = ()
    needed: bool = False
    wide: bool = False


def form_of(kind: str, values: Mapping[str, Any]) -> tuple[FormField, ...]:
    """Return the form of a fact of ``kind``, or of a field of the article, filled with ``values``."""
    if kind in ARTICLE_FIELDS:
        label = labels().of("article_fields", kind)
        return (FormField(kind, label, _widget(kind, kind), _shown(values.get(kind)), (), ARTICLE_VALUES[kind].required, wide=True),)
    return tuple(
        FormField(
            name, labels().of("fields", name), _widget(kind, name), _shown(values.get(name, field.empty)), _options(kind, name),
            field.required, name in _WIDE,
        )
        for name, field in FACT_FIELDS[kind].items()
        if name not in CERTAINTY
    )  # fmt: skip


def values_of(fact: Fact) -> dict[str, Any]:
    """Return the values of a fact by field."""
    kind = next(kind.value for kind, of in KINDS.items() if isinstance(fact, of))
    return {field: getattr(fact, field) for field in FACT_FIELDS[kind]}


def read_form(kind: str, given: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """Return the values that a person wrote into the form of ``kind``.

    Raises DeskError, naming the field, for a value that it cannot take.
    """
    fields = {kind: ARTICLE_VALUES[kind]} if kind in ARTICLE_FIELDS else FACT_FIELDS[kind]
    table = "article_fields" if kind in ARTICLE_FIELDS else "fields"
    values: dict[str, Any] = {}
    for name, field in fields.items():
        if name in CERTAINTY:
            continue
        label = labels().of(table, name)
        try:
            raw = _READERS.get(_widget(kind, name), _text)(given, name)
            if raw in (None, []) and field.required:
                raise DeskError(message("desk.field", field=label, what=message("values.words")), fix=message("values.fix.words"))
            values[name] = field.empty if raw is None and field.empty is not None else field.read(_node(raw))
        except (Unfit, YamlError) as error:
            what = error.message if isinstance(error, Unfit) else message("values.words")
            fix = error.fix if isinstance(error, Unfit) else message("values.fix.words")
            raise DeskError(message("desk.field", field=label, what=what), fix=fix) from error
    return values


def _widget(kind: str, name: str) -> str:
    if _tables(kind, name):
        return "select"
    for widget, names in (("digits", _DIGITS), ("date", _DATES), ("lines", _LINES), ("flag", _FLAGS)):
        if name in names:
            return widget
    return name if name in {"years", "period", "decision", "roles"} else "text"


def _tables(kind: str, name: str) -> tuple[Callable[[], Sequence[str]], Callable[[str], str]] | None:
    def entry(*names: str) -> Callable[[], Sequence[str]]:
        return lambda: [each.id for lexicon_name in names for each in lexicon(lexicon_name).entries]

    def of(table: str) -> Callable[[str], str]:
        return lambda item: labels().of(table, item, 1)

    who = (entry("recipients"), of("kinds"))
    choices: dict[tuple[str, str], tuple[Callable[[], Sequence[str]], Callable[[str], str]]] = {
        ("awards", "type"): (lambda: [*entry("award-types")(), *GIFTS], of("award_types")),
        ("awards", "kind"): who,
        ("awards", "status"): (lambda: [each.value for each in AwardStatus], of("statuses")),
        ("awards", "approximate"): (lambda: [each.value for each in Approximation], of("approximations")),
        ("ratings", "subject"): who,
        ("ratings", "level"): (entry("rating-levels"), of("levels")),
        ("ratings", "kind"): (lambda: ("result", "target"), of("aims")),
        ("figures", "kind"): (lambda: ("result", "target"), of("aims")),
        ("documents", "kind"): (entry("document-kinds"), document_kind),
        ("units", "role"): (lambda: [role.value for role in UnitRole], of("roles")),
        ("event", "part_of_day"): (lambda: PARTS_OF_DAY, of("parts_of_day")),
    }
    return choices.get((kind, name))


def _options(kind: str, name: str) -> tuple[tuple[str, str], ...]:
    tables = _tables(kind, name)
    if tables is None:
        return ()
    ids, label = tables
    stated = [(item, label(item)[:1].upper() + label(item)[1:]) for item in ids()]
    if len(stated) > 8:
        stated.sort(key=lambda pair: alphabetical_key(pair[1]))
    return (*([] if FACT_FIELDS[kind][name].empty or FACT_FIELDS[kind][name].required else [("", "–")]), *stated)


def _shown(value: Any) -> Any:
    """Return a value as the form's inputs show it."""
    if value is None:
        return ""
    if isinstance(value, tuple) and value and isinstance(value[0], Role):
        return tuple((role.title, role.unit or "") for role in value)
    if isinstance(value, Decision):
        return (value.number or "", value.date or "", value.issuer or "")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value if isinstance(value, tuple | bool) else str(value)


def _node(value: Any) -> yaml.Node:
    node = compose(yaml.safe_dump(value, allow_unicode=True))
    assert node is not None
    return node


def _text(given: Mapping[str, Sequence[str]], name: str) -> str | None:
    return " ".join(" ".join(given.get(name, ())).split()) or None


def _digits(given: Mapping[str, Sequence[str]], name: str) -> int | float | str | None:
    """Return a number as Vietnamese or English writes it: 1.234 is a thousand, 98,45 has decimals."""
    words = _text(given, name)
    if words is None:
        return None
    plain = words.replace(" ", "").rstrip("%")
    head, dot, tail = plain.rpartition(".")
    if "," in plain:
        plain = plain.replace(".", "").replace(",", ".")
    elif dot and len(tail) == 3 and head:
        plain = plain.replace(".", "")
    try:
        return int(plain) if plain.isdigit() else float(plain)
    except ValueError:
        return words


def _date(given: Mapping[str, Sequence[str]], name: str) -> str | None:
    """Return a date as ISO 8601; 15/01/2022 and 01/2022 are taken too."""
    words = _text(given, name)
    parts = (words or "").replace("-", "/").split("/")
    if words and 2 <= len(parts) <= 3 and len(parts[-1]) == 4 and all(part.isdigit() for part in parts):
        return "-".join((parts[-1], *(f"{int(part):02}" for part in reversed(parts[:-1]))))
    return words


def _lines(given: Mapping[str, Sequence[str]], name: str) -> list[str]:
    return [" ".join(line.split()) for words in given.get(name, ()) for line in words.splitlines() if line.strip()]


def _flag(given: Mapping[str, Sequence[str]], name: str) -> bool:
    return bool(given.get(name))


def _years(given: Mapping[str, Sequence[str]], name: str) -> list[int | str]:
    words = " ".join(given.get(name, ())).replace(",", " ").replace(";", " ").split()
    return [int(word) if word.isdigit() else word for word in words]


def _period(given: Mapping[str, Sequence[str]], name: str) -> list[int | str] | None:
    return _years({name: [word.replace("–", " ").replace("-", " ") for word in given.get(name, ())]}, name) or None


def _decision(given: Mapping[str, Sequence[str]], name: str) -> dict[str, str] | None:
    parts = {part: _date(given, f"{name}.{part}") if part == "date" else _text(given, f"{name}.{part}") for part in
             ("number", "date", "issuer")}  # fmt: skip
    return {part: value for part, value in parts.items() if value} or None


def _roles(given: Mapping[str, Sequence[str]], name: str) -> list[dict[str, str]]:
    pairs = zip(given.get(f"{name}.title", ()), given.get(f"{name}.unit", ()), strict=False)
    stated = [(("title", title.strip()), ("unit", unit.strip())) for title, unit in pairs if title.strip()]
    return [{key: value for key, value in pair if value} for pair in stated]


_READERS: Mapping[str, Callable[[Mapping[str, Sequence[str]], str], Any]] = {
    "digits": _digits,
    "date": _date,
    "lines": _lines,
    "flag": _flag,
    "years": _years,
    "period": _period,
    "decision": _decision,
    "roles": _roles,
}
