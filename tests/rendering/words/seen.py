"""Shared parts of the tests of texts."""

from __future__ import annotations

import re

from generator.messages import FORMS

#: A letter that Vietnamese has and English has not.
VIETNAMESE = re.compile("[À-ÖØ-öø-ÿĂăĐđĨĩŨũƠơƯưẠ-ỹ]")


def bare(key: str) -> str:
    """``key`` without the form of a number."""
    base, _, form = key.rpartition(".")
    return base if form in FORMS else key
