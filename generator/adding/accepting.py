"""Writing what a person accepted: the text and its original, all or nothing, below ``seeds/`` and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from generator.adding.known import Known
from generator.adding.proposals import Proposal
from generator.errors import PublishingError
from generator.messages import message
from generator.publishing.archive_folder.folder import ArchiveFolder
from generator.publishing.archive_folder.links import is_inside
from generator.publishing.safe_changes.atomic import replace_all
from generator.publishing.safe_changes.staging import exclusively


@exclusively
def accept(folder: ArchiveFolder, proposals: Sequence[Proposal], known: Known | None = None) -> tuple[Path, ...]:
    """Write text and original of each proposal in one step and return the paths of the texts; ``known`` learns of them.

    Raises PublishingError, and writes nothing, when a place was taken meanwhile, leads out of ``seeds/`` (a link), or the disk refuses.
    """
    contents: dict[Path, bytes] = {}
    for proposal in proposals:
        files = [(proposal.place, proposal.text.encode())]
        if proposal.original is not None:
            files.append((proposal.original, proposal.fetched.data))
        for place, content in files:
            path = folder.root / place
            if not is_inside(path, folder.seeds) or not path.is_relative_to(folder.seeds):
                raise PublishingError(message("adding.outside"), path=path, fix=message("adding.fix.outside"))
            if path in contents or path.exists() or path.is_symlink():
                raise PublishingError(message("adding.taken"), path=path, fix=message("adding.fix.taken"))
            contents[path] = content
    replace_all(contents, folder.root)
    for proposal in proposals:
        if known is not None:
            known.note(proposal.place, proposal.article)
    return tuple(folder.root / proposal.place for proposal in proposals)
