"""The sentences that review items are made of, in Vietnamese; rendering has them in every language, under the same keys (``reasons``)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.lexicon.load import lexicon
from generator.model.sentence import Part, Sentence, Term
from generator.text.numbers import written

REASONS: Mapping[str, str] = {
    "may-mean": "“{name}” có thể là {candidates}",
    "not-told-which": "“{name}” không nói rõ là đơn vị nào",
    "or": "{one} hoặc {other}",
    "list-with-one": "Thêm vào seeds/units.yml, ở đúng một trong các đơn vị ấy: variants: [{name}]",
    "list-anew": "Thêm vào seeds/units.yml một đơn vị với tên đầy đủ và variants: [{name}]",
    "correct": "Nếu sai, sửa ở {files}",
    "add": "Nếu là dữ kiện, thêm ở {file}",
    "more-names": "Số lượng là {count} nhưng nêu {names} tên: {list}",
    "fewer-names": "Số lượng là {count} nhưng danh sách chỉ có {names} tên",
    "parts": "{award}: tổng ghi {whole}, các phần cộng lại {parts} = {amount}",
    "share": "{value}/{of} là {real}%, nhưng bài ghi {percent}%",
    "share-turned": "{value}/{of} là {real}%, nhưng bài ghi {percent}%; {of}/{value} mới là {percent}%",
    "differs": "{award}: {differences}, khác với bài “{other}”",
    "difference": "{field} {one} và {two}",
    "percent": "{number}%",
    "quoted": "“{words}”",
    "uncounted": "Có “{words}” và con số {number} mà không dữ kiện nào của bài nêu",
    "unnamed": "Có “{words}” và “{name}” nhưng bài không có dữ kiện nào về hình thức này",
    "unreceived": "Có “{verb} … {words}” nhưng bài không có dữ kiện nào về hình thức này",
    "unrated": "Có mức “{words}” và con số {number} mà không dữ kiện nào của bài nêu",
    "doubtful-award": "Khen thưởng này có thể đọc nhầm",
    "doubtful-award-because": "Khen thưởng này có thể đọc nhầm: {doubt}",
    "doubtful-rating": "Xếp loại này có thể đọc nhầm",
    "doubtful-rating-because": "Xếp loại này có thể đọc nhầm: {doubt}",
    "doubtful-person": "Người này có thể đọc nhầm",
    "doubtful-person-because": "Người này có thể đọc nhầm: {doubt}",
    "inferred": "{field} là suy ra: {basis}",
    "inferred-value": "{field} “{value}” là suy ra: {basis}",
    "inferred-often": "{field} là suy ra: {basis} (cho {count} dữ kiện)",
    "inferred-value-often": "{field} “{value}” là suy ra: {basis} (cho {count} dữ kiện)",
    "too-high": "Bài ghi {granter} tặng {award}, nhưng cấp này ({level}) không tặng hình thức ấy",
    "too-low": "Bài ghi {granter} tặng {award}, nhưng hình thức này thuộc thẩm quyền từ cấp {level} trở lên",
    "in-year": "{subject} năm {year}",
    "beyond-all": "Các mức xếp loại của {whom} cộng lại {parts} = {total}%, vượt 100%; có thể một tỉ lệ là “trở lên”",
    "other-share": "{whom}: {percent}% “{level}”, nhưng theo số đếm là {count}/{whole} = {real}%",
    "other-totals": "Hai tổng số không khớp của {whom}: {one} và {two}",
    "implied": "{count} là {percent}% (tổng khoảng {whole})",
    "above-ceiling": "{best} {whom} hoàn thành xuất sắc trên {both} hoàn thành tốt trở lên là {share}%, vượt mức trần {most}%",
    "share-above-ceiling": "{percent}% {whom} hoàn thành xuất sắc là {share}% số hoàn thành tốt trở lên, vượt mức trần {most}%",
    "level-ended": "Xếp loại năm {year} ghi mức “{level}”, nhưng mức này chỉ dùng đến năm {until}",
    "level-not-yet": "Xếp loại năm {year} ghi mức “{level}” cho tổ chức đảng, nhưng mức này có từ năm {since}",
    "decided-later": "Quyết định khen thưởng ghi ngày {day}, sau ngày đăng bài {published}",
    "no-such-badge": "Bài ghi Huy hiệu {years} năm tuổi Đảng, nhưng Huy hiệu Đảng không có mốc {years} năm",
    "turning": "Có ký tự đổi chiều chữ ({codes}), {n} chỗ; trang hiện mỗi ký tự điều khiển là �",
    "control": "Có ký tự điều khiển ({codes}), {n} chỗ; trang hiện mỗi ký tự là �",
    "invisible": "Có ký tự không nhìn thấy ({codes}), {n} chỗ",
    "delete": "Nếu không thuộc về bài, xóa khỏi {file}",
    "after-districts": "{name} hoạt động sau {day}, ngày cuối của cấp huyện; ngày hoặc tên có thể sai",
}
_PLACE = re.compile(r"\{([a-z]+)\}")


def said(key: str, **parts: Part) -> Sentence:
    """Return the sentence ``key`` of :data:`REASONS` with ``parts`` put in: numbers as Vietnamese writes them, several parted by
    semicolons."""
    told = {name: _text(part) for name, part in parts.items()}
    return Sentence(_PLACE.sub(lambda match: told[match[1]], REASONS[key]), f"reasons.{key}", tuple(parts.items()))


def capitalised(sentence: Sentence) -> Sentence:
    """``sentence`` with its first letter large."""
    return Sentence(sentence[:1].upper() + sentence[1:], sentence.key, sentence.parts)


def either(names: list[str]) -> Part:
    """Return one or the other of ``names``."""
    found: Part = names[0]
    for name in names[1:]:
        found = said("or", one=found, other=name)
    return found


def award(id: str) -> Term:
    """Return the form of award ``id`` by name."""
    known = lexicon("award-types").by_id.get(id)
    return Term("award_types", id, known.label if known is not None else id)


def level(id: str) -> Term:
    """Return the level ``id`` of the yearly appraisal by name."""
    return Term("levels", id, lexicon("rating-levels").by_id[id].label)


def subjects(id: str, year: int | None) -> Part:
    """Return the kind of subjects ``id``, of ``year`` where it is stated."""
    term = Term("kinds", id, lexicon("recipients").by_id[id].label)
    return said("in-year", subject=term, year=str(year)) if year else term


def _text(part: Part) -> str:
    if isinstance(part, Term):
        return part.text
    if isinstance(part, tuple):
        return "; ".join(map(_text, part))
    return written(part) if isinstance(part, int | float) else part
