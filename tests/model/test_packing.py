"""What is packed comes back as it was, frozen as before."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from generator.model.span import Span
from tests.rendering.handouts.test_handouts import archive
from tests.rendering.made import award


def test_an_archive_comes_back_as_it_was() -> None:
    entries = archive().entries
    assert entries
    for entry in entries:
        back = pickle.loads(pickle.dumps(entry))
        assert (back, back.facts.count) == (entry, entry.facts.count)
        with pytest.raises(FrozenInstanceError):
            back.slug = "x"


def test_an_object_of_a_class_with_a_base_comes_back_whole() -> None:
    given = award([Span(1, 4)], names=("An",))
    back = pickle.loads(pickle.dumps(given))
    assert (back, back.evidence, back.names) == (given, (Span(1, 4),), ("An",))
    assert replace(back, names=()) != given
