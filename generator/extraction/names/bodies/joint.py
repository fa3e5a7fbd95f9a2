"""Several bodies named jointly before their place: ``Đảng bộ, chính quyền và nhân dân huyện Anh Sơn``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.extraction.engine import Passage
from generator.text.sentences import UPPER

#: Đảng bộ, chính quyền và nhân dân huyện Anh Sơn; Huyện ủy, HĐND, UBND huyện …
_JOINT = re.compile(
    r"(?:(?:Đảng bộ|Cán bộ|cán bộ|Chính quyền|chính quyền|Quân|quân|[Ll]ực lượng vũ trang)(?:,| và)\s+"
    r"(?:(?:chính quyền|lực lượng vũ trang|quân|cán bộ|chiến sĩ)(?:,| và)\s+)*"
    r"(?:[Nn]hân dân|quân dân|dân)(?: các dân tộc)?"
    r"|[Nn]hân dân(?:,| và) (?:các lực lượng vũ trang|cán bộ|Đảng bộ|LLVT)"
    r"|(?:(?:Huyện ủy|Thị ủy|Thành ủy|Tỉnh ủy|Quận ủy|Đảng ủy|HĐND|UBND|Hội đồng [Nn]hân dân|[ỦU][yỷ] ban [Nn]hân dân)(?:,| và|-)\s*){2,}"
    r"(?:[ỦU][yỷ] ban (?:MTTQ|Mặt trận Tổ quốc)(?: Việt Nam)?|UBMTTQ|UB MTTQ|MTTQ|UBND|[ỦU][yỷ] ban [Nn]hân dân))"
    r"\s+(?:tỉnh|huyện|xã|phường|quận|thị xã|thành phố|TP|thị trấn)"
    rf"(?:\.? ?[{UPPER}][\w’]*)(?: [{UPPER}][\w’]*)*"
)


def joint_bodies(passage: Passage) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of the bodies that are named jointly."""
    if not passage.holds("dân", "mttq", "mặt trận", "ubnd"):
        return
    for match in _JOINT.finditer(passage.views.text, passage.start, passage.stop):
        yield match.start(), match.end(), " ".join(match.group().split())
