"""Colours that can be read."""

from __future__ import annotations

import pytest

from generator.publishing.archive_folder.colours import contrast, error


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [("#000000", "#ffffff", 21.0), ("#ffffff", "#ffffff", 1.0), ("#767676", "#ffffff", 4.54)],
)
def test_contrast(one: str, other: str, told: float) -> None:
    assert round(contrast(one, other), 2) == round(contrast(other, one), 2) == told


@pytest.mark.parametrize("colours", [None, {}, {"primary": "#7a1712", "accent": "#b4532a"}, {"accent": "#003a70"}])
def test_colours_that_can_be_read(colours: object) -> None:
    assert error(colours) is None
