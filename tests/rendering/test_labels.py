"""Every id that facts can have has a label in every language."""

from __future__ import annotations

import unicodedata
from dataclasses import fields

import pytest

from generator.lexicon.load import lexicon
from generator.model.facts import GIFTS, Award, Document, Event, Fact, Facts, Figure, Person, Rating, UnitMention
from generator.rendering.parts.records.index_values import KINDS
from generator.rendering.words.labels import document_kind, labels
from generator.rendering.words.wordbook import LANGUAGES, wordbook
from generator.rendering.words.wording import _FACT_WORDS


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("award-types", "award_types"),
        ("recipients", "kinds"),
        ("rating-levels", "levels"),
        ("unit-kinds", "unit_kinds"),
        ("document-kinds", "document_kinds"),
    ],
)
def test_what_the_lexicons_know_has_a_label(name: str, table: str) -> None:
    for language in LANGUAGES:
        book = wordbook(language)
        assert [entry.id for entry in lexicon(name).entries if not book.has(f"{table}.{entry.id}")] == []


def test_a_kind_of_document_is_called_as_in_the_lexicon() -> None:
    assert {entry.id: entry.label for entry in lexicon("document-kinds").entries} == {
        label: labels().of("document_kinds", label) for label in labels().order("document_kinds")
    }


def test_every_field_of_a_fact_has_a_label() -> None:
    kinds: tuple[type[Fact], ...] = (Award, Document, Event, Figure, Person, Rating, UnitMention)
    names = {field.name for kind in kinds for field in fields(kind)} - {"evidence", "rule", "inferred", "corrections", "checked"}
    assert names == set(labels().order("fields"))


def test_the_tables_name_what_there_is() -> None:
    assert [kind.key for kind in labels().facts if kind.key not in {field.name for field in fields(Facts)}] == []
    assert {kind.key for kind in labels().facts} == set(_FACT_WORDS) == {field.name for field in fields(Facts)} - {"years"}
    assert {kind.key for kind in labels().indexes} == set(KINDS)
    assert labels().gifts == GIFTS <= set(labels().order("award_types"))


def test_labels_are_nfc_and_in_the_press_spelling() -> None:
    for table in ("award_types", "kinds", "levels", "statuses", "roles", "aims", "fields", "article_fields", "unit_kinds", "unit_fields"):
        for label in (labels().of(table, label) for label in labels().order(table)):
            assert unicodedata.is_normalized("NFC", label)
            assert not {"uỷ", "hoà", "khoá", "hoá"} & set(label.split())


def test_an_unknown_id_is_shown_not_refused() -> None:
    assert labels().of("kinds", "mot-loai-moi") == "mot loai moi"
    assert document_kind("mot-loai-moi") == "Mot loai moi"
    assert document_kind("cong-van") == "Công văn"
