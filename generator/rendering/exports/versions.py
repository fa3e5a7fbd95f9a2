"""The versions of the data and of its schema, and its licence."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from generator.model.archive import Archive
from generator.model.settings import SiteSettings

#: The version of tables, columns and linked data. The first number rises when something that programs read goes or changes its meaning, the
#: second when something is added.
SCHEMA = "1.0"
_DIGITS = 12

#: Licences of data by their SPDX ids. Source: https://spdx.org/licenses/
LICENCES: Mapping[str, str] = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC-BY-NC-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
}


def version(archive: Archive) -> str:
    """Return the version of the data: that of the latest entry of ``seeds/changes.yml``, or else a digest of sources and corrections."""
    if archive.changes:
        return archive.changes[0].version
    digest = hashlib.sha256()
    for entry in sorted(archive.entries, key=lambda entry: entry.slug):
        digest.update(f"{entry.slug}\0{entry.article.source.sha256}\0{len(entry.corrections)}\n".encode())
    return digest.hexdigest()[:_DIGITS]


def licence_of(settings: SiteSettings) -> dict[str, str] | None:
    """Return the licence of the data that the archive's owner states, with its address; None without any."""
    name = settings.data_licence
    return {"name": name, "path": LICENCES[name]} if name else None
