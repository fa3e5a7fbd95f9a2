"""Articles in any number, made by chance from a seed: for what must hold among thousands of others."""

from __future__ import annotations

import html
import json
import random
from collections.abc import Iterator
from pathlib import Path


def _listed(words: str) -> list[str]:
    return words.split("|")


_BODIES = _listed(
    "Đảng ủy|Chi bộ|Đảng bộ|Ban Thường vụ|Công đoàn|Hội Nông dân|Hội Phụ nữ|Đoàn Thanh niên|Ủy ban nhân dân|Trường Tiểu học|Công ty"
)
_NAMES = _listed(
    "An|Bình|Cường|Dũng|Đông|Giang|Hà|Hải|Hòa|Hùng|Hương|Khánh|Lan|Lâm|Long|Mai|Minh|Nam|Nga|Phong|Phú|Quang|Sơn|Tân|Thanh|Thịnh|Thu|Trung|Tuấn|Vân|Việt|Xuân|Yến"
)
_FAMILIES = _listed("Nguyễn|Trần|Lê|Phạm|Hoàng|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý")
_PLACES = _listed("xã|phường|huyện|quận|thị trấn")
_DOINGS = _listed(
    "tổ chức hội nghị tổng kết|sơ kết công tác|trao tặng giấy khen cho|biểu dương|phát động phong trào thi đua|quán triệt "
    "nghị quyết|đánh giá, xếp loại chất lượng|hoàn thành tốt nhiệm vụ|hoàn thành xuất sắc nhiệm vụ|kết nạp đảng viên mới|kiểm "
    "tra, giám sát|xây dựng nông thôn mới|chăm lo đời sống nhân dân|học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí "
    "Minh"
)
_ENDS = _listed(
    "trong năm qua|với nhiều cách làm sáng tạo|theo kế hoạch đã đề ra|được nhân dân đồng tình ủng hộ|góp phần phát triển kinh "
    "tế - xã hội|tại hội trường|nhân dịp kỷ niệm ngày thành lập|đạt kết quả quan trọng|bảo đảm an sinh xã hội|nâng cao chất "
    "lượng sinh hoạt chi bộ"
)
_SYLLABLES = _listed(
    "công|tác|nhiệm|vụ|tổ|chức|cơ|sở|đảng|viên|lãnh|đạo|chỉ|đạo|phát|triển|chất|lượng|tập|thể|cá|nhân|phong|trào|đoàn|kết|xây|dựng|kinh|tế|văn|hóa|giáo|dục|an|ninh|quốc|phòng|nông|nghiệp|sản|xuất|dịch|vụ|môi|trường|đất|đai|cải|cách|hành|chính|dân|vận|tuyên|truyền|kiểm|tra|giám|sát|nghị|quyết|chương|trình|hành|động|kế|hoạch|chỉ|tiêu|thu|nhập|hộ|nghèo|việc|làm|thanh|niên|phụ|nữ|cựu|chiến|binh|người|cao|tuổi|học|sinh|thầy|cô"
)


def sentence(chance: random.Random) -> str:
    """Return one sentence, some twenty words long."""
    who = f"{chance.choice(_BODIES)} {chance.choice(_PLACES)} {chance.choice(_NAMES)} {chance.choice(_NAMES)}"
    person = f"đồng chí {chance.choice(_FAMILIES)} {chance.choice(('Văn', 'Thị', chance.choice(_NAMES)))} {chance.choice(_NAMES)}"
    words = " ".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(3, 12)))
    number = f"{chance.randint(1, 400)} {chance.choice(('đảng viên', 'tập thể', 'cá nhân', 'hộ'))}"
    day = f"ngày {chance.randint(1, 28)}/{chance.randint(3, 12)}"
    parts = [who, chance.choice(_DOINGS), number, words, chance.choice(_ENDS)]
    return ", ".join([*chance.sample((person, day), chance.randint(0, 2)), " ".join(parts)]).capitalize() + "."


def article(number: int) -> tuple[str, list[str]]:
    """Title and paragraphs of the article with this number: some 5 KB."""
    chance = random.Random(number)
    return sentence(chance)[:-1], [" ".join(sentence(chance) for _ in range(4)) for _ in range(9)]


def built_pages(count: int) -> Iterator[tuple[str, str]]:
    """``count`` articles as a site's generator leaves them: address below the site and HTML."""
    for number in range(count):
        title, paragraphs = article(number)
        chance = random.Random(-number)
        year, unit = chance.randint(2015, 2024), chance.randint(1, 900)
        facts = {
            "loai": "bai", "ngay": f"{year}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}", "nam": [[str(year), str(year)]],
            "don-vi": [[f"don-vi-{unit}", f"Đơn vị {unit}"]], "hinh-thuc": [["giay-khen", "Giấy khen"]], "muc": [],
            "khen": [f"Giấy khen cho {unit} đảng viên"],
        }  # fmt: skip
        said = html.escape(json.dumps(facts, ensure_ascii=False))
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
        head = f"<!doctype html><html lang=vi><title>{number}</title><article><h1>{html.escape(title)}</h1>"
        page = f'{head}<div class="ky-text">{body}</div><div data-search="{said}" hidden></div></article>'
        yield f"bai/khac-{number:05}/", page


def add(site: Path, count: int) -> None:
    """Put ``count`` built pages among those of a built site."""
    for address, page in built_pages(count):
        (site / address).mkdir(parents=True)
        (site / address / "index.html").write_text(page, encoding="utf-8")
