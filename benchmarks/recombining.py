"""Invented articles in any number, made by recombining sentences of the seeds and of the invented cases of the tests.

    python benchmarks/recombining.py FOLDER --count 10000 [--seed 1] [--per-folder 1000]

Each article reports one ceremony of one invented body in a real province, on a day of 2010 to 2026, with awards of several types; no two
have one host and day. Article ``i`` depends on the seed and on ``i`` alone: a larger number begins with the same articles. Bodies and their
leaders come back as in a real archive, so that units, persons and events of many articles are met too. With ``reprints``, every so
many articles are followed by one that another outlet prints again.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

import yaml

from generator.text.sentences import sentence_spans

ROOT = Path(__file__).resolve().parent.parent
FIRST_DAY, DAYS = dt.date(2010, 1, 4), 6_190  # to 2026-12-17

_PROVINCES = (
    "An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai", "Hà Tĩnh", "Hưng Yên",
    "Khánh Hòa", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Nghệ An", "Ninh Bình", "Phú Thọ", "Quảng Ngãi", "Quảng Ninh",
    "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa", "Tuyên Quang", "Vĩnh Long", "Bắc Giang", "Hải Dương", "Nam Định",
    "Thái Bình", "Bến Tre", "Kon Tum",
)  # fmt: skip
_FIRST = ("An", "Bình", "Cẩm", "Đông", "Hòa", "Kim", "Liên", "Minh", "Ngọc", "Phú", "Sơn", "Tân", "Thanh", "Thượng", "Vĩnh", "Xuân")
_SECOND = ("Cường", "Dương", "Giang", "Hải", "Khê", "Lạc", "Lâm", "Lộc", "Mỹ", "Phong", "Quang", "Sơn", "Thành", "Thịnh", "Trạch", "Yên")
_FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Phan", "Trương")
_MIDDLE = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Thanh", "Minh", "Quang", "Thu", "Xuân", "Đình", "Bích", "Công", "Hồng", "Thế", "Kim")
_GIVEN = (
    "An", "Bình", "Chi", "Dũng", "Duyên", "Giang", "Hà", "Hạnh", "Hiếu", "Hòa", "Hương", "Khánh", "Lan", "Long", "Mai", "Nam", "Nga",
    "Nhung", "Oanh", "Phúc", "Phượng", "Quân", "Sơn", "Tâm", "Thảo", "Thủy", "Tiến", "Toàn", "Trang", "Tuấn", "Vinh", "Yến",
)  # fmt: skip
#: Bodies: the name with its place, who leads it, what grants for it, and how many there are in a province.
_BODIES = (
    ("Huyện ủy {place}", "Bí thư Huyện ủy", "Ban Thường vụ Huyện ủy", 16),
    ("UBND huyện {place}", "Chủ tịch UBND huyện", "Chủ tịch UBND huyện", 16),
    ("Đảng ủy xã {place}", "Bí thư Đảng ủy xã", "Đảng ủy xã", 16),
    ("UBND xã {place}", "Chủ tịch UBND xã", "UBND xã", 16),
    ("Trường THPT {place}", "Hiệu trưởng Trường THPT", "Hiệu trưởng nhà trường", 8),
    ("Hội Nông dân huyện {place}", "Chủ tịch Hội Nông dân huyện", "Ban Thường vụ Hội Nông dân huyện", 8),
    ("Công ty Cổ phần {place}", "Giám đốc Công ty Cổ phần", "Công đoàn Công ty", 8),
)
_EVENTS = (
    "hội nghị tổng kết công tác năm {year}", "lễ trao tặng Huy hiệu Đảng", "hội nghị điển hình tiên tiến giai đoạn {before} - {year}",
    "hội nghị sơ kết phong trào thi đua “{theme}”", "lễ tuyên dương cá nhân, tập thể tiêu biểu năm {year}",
    "hội nghị kiểm điểm, đánh giá, xếp loại tổ chức đảng, đảng viên năm {year}", "lễ kỷ niệm {n} năm ngày thành lập",
)  # fmt: skip
_THEMES = ("Dân vận khéo", "Xây dựng nông thôn mới", "Dạy tốt, học tốt", "Lao động giỏi", "Vì người nghèo", "An toàn giao thông")
_AWARDS = (
    "{granter} tặng Giấy khen cho {n} tập thể và {m} cá nhân có thành tích xuất sắc năm {year}.",
    "Dịp này, {n} tập thể, {m} cá nhân được {granter} tặng Giấy khen vì đã có thành tích xuất sắc trong phong trào thi đua “{theme}”.",
    "UBND tỉnh {province} tặng Bằng khen cho {n} tập thể và {m} cá nhân hoàn thành xuất sắc nhiệm vụ năm {year}.",
    "Chủ tịch UBND tỉnh {province} tặng Bằng khen cho ông {person} đã có thành tích xuất sắc trong công tác.",
    "Tại buổi lễ, {n} đảng viên được trao tặng Huy hiệu {age} năm tuổi Đảng.",
    "Chủ tịch nước tặng thưởng Huân chương Lao động hạng {rank} cho {host}.",
    "{granter} công nhận {n} cá nhân đạt danh hiệu “Chiến sĩ thi đua cơ sở”, {m} cá nhân đạt danh hiệu “Lao động tiên tiến” năm {year}.",
    "UBND tỉnh {province} tặng Cờ thi đua cho {host} vì thành tích dẫn đầu phong trào thi đua năm {year}.",
    "Bộ trưởng Bộ Nội vụ tặng Kỷ niệm chương cho bà {person}.",
    "{host} biểu dương {n} tập thể và {m} hộ gia đình tiêu biểu trong phong trào “{theme}”.",
    "Theo Quyết định số {number}/QĐ-UBND ngày {decided} của Chủ tịch UBND tỉnh {province}, {n} cá nhân được tặng Bằng khen.",
    "Danh hiệu “Tập thể Lao động xuất sắc” được trao cho {n} tập thể.",
)  # fmt: skip
_RATINGS = (
    "Kết quả đánh giá, xếp loại năm {year}: {n} chi bộ hoàn thành xuất sắc nhiệm vụ, {m} chi bộ hoàn thành tốt nhiệm vụ.",
    "Năm {year}, {m} đảng viên hoàn thành xuất sắc nhiệm vụ, đạt {percent},{n}%; không có tổ chức nào không hoàn thành nhiệm vụ.",
    "Trong năm, Đảng bộ kết nạp {n} đảng viên, đạt {more}% kế hoạch.",
)  # fmt: skip
_OPENINGS = (
    "{part} {day}, {host} ({province}) tổ chức {event}.", "Ngày {day}, {host}, tỉnh {province} tổ chức {event}.",
    "({outlet}) - {part} {day}, tại hội trường trung tâm, {host}, tỉnh {province} long trọng tổ chức {event}.",
)  # fmt: skip
_HEADS = (
    "{host}: {n} tập thể, cá nhân được khen thưởng", "{host} tổ chức {event}", "{host} tôn vinh điển hình tiên tiến năm {year}",
    "{host} ({province}) khen thưởng {n} tập thể trong phong trào “{theme}”",
)  # fmt: skip
_STAMPS = ("Ngày đăng {date} | {time}  | Lượt xem: {views}", "{time} {date}", "{date} {time}", "Cập nhật: {time} {date}")
_DATED = re.compile(r"\d{1,2}\s?[/-]\s?\d{1,2}|(?i:ngày|tháng|sáng|chiều|tối)\s\d")
_GIVING = re.compile(r"(?i)khen|tặng|danh hiệu|huân chương|huy chương|giải|tuyên dương|biểu dương|tôn vinh|cờ thi đua")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NUMBER = re.compile(r"(?<![\d.,/\w-])([2-9]|[1-9]\d)(?=\s(?:tập thể|cá nhân|đồng chí|đảng viên|hộ|giải|em|chi bộ|đơn vị))")


def articles(count: int, seed: int = 1, *, reprints: int = 0) -> Iterator[tuple[str, str]]:
    """Yield ``count`` articles as the name of a file and its text; with ``reprints`` = N, each N articles are followed by another outlet's
    copy of one of them, which counts."""
    made = number = 0
    while made < count:
        yield f"a{number:08}.txt", article(number, seed)
        made, number = made + 1, number + 1
        if reprints and number % reprints == 0 and made < count:
            original = number - 1 - random.Random(f"reprint {seed} {number}").randrange(reprints)
            yield f"a{original:08}-in-lai.txt", reprinted(article(original, seed), seed)
            made += 1


def article(number: int, seed: int = 1) -> str:
    """Return the text of article ``number`` (from 0)."""
    draw = random.Random(f"{seed} {number}")
    hosts = _hosts()
    # A walk through all pairs of a host and a day: the factor has no divisor in common with their number, so none comes twice.
    pair = (number * 7_368_787 + seed * 104_729) % (len(hosts) * DAYS)
    (host, leader, granter, province), day = hosts[pair % len(hosts)], FIRST_DAY + dt.timedelta(pair // len(hosts))
    year = day.year if day.month > 6 else day.year - 1
    published = day + dt.timedelta(draw.randrange(3))
    values = {
        "host": host, "granter": granter, "province": province, "year": year, "before": year - 5, "theme": draw.choice(_THEMES),
        "day": f"{day.day}/{day.month}/{day.year}", "part": draw.choice(("Sáng", "Chiều", "Tối")), "date": published.strftime("%d/%m/%Y"),
        "time": f"{draw.randrange(6, 22):02}:{draw.randrange(60):02}", "views": draw.randrange(20, 9_000), "n": draw.randrange(2, 40),
        "outlet": draw.choice(("BTĐ", "TTXT", "BHM")),
    }  # fmt: skip
    values["event"] = draw.choice(_EVENTS).format_map(values)
    lines = [draw.choice(_HEADS).format_map(values), draw.choice(_STAMPS).format_map(values)]
    chief = _person(random.Random(f"{seed} {host} {province} {day.year // 5}"))
    lines.append(f"{draw.choice(_OPENINGS).format_map(values)} Dự hội nghị có đồng chí {chief}, {leader} {_place(host)}.")
    fillers, giving = _sentences()
    paragraphs = (draw.sample(fillers, draw.randrange(2, 5)) for _ in range(draw.randrange(1, 6)))
    lines += [" ".join(_dressed(one, draw, year) for one in paragraph) for paragraph in paragraphs]
    if draw.random() < 0.5:
        lines.append(_filled(draw.choice(_RATINGS), draw, values))
    lines.append(" ".join(_filled(one, draw, values) for one in draw.sample(_AWARDS, draw.randrange(1, 5))))
    if draw.random() < 0.4:
        lines.append(_dressed(draw.choice(giving), draw, year))
    lines.append(
        f"Phát biểu tại hội nghị, đồng chí {chief}, {leader} ghi nhận kết quả đạt được. {_dressed(draw.choice(fillers), draw, year)}"
    )
    lines.append(_person(draw))
    return "\n\n".join(lines) + "\n"


def reprinted(text: str, seed: int = 1) -> str:
    """Return what another outlet makes of ``text``: another headline, date line and signature, the same body."""
    draw = random.Random(f"{seed} {text}")
    _, stamp, *body, _ = text.rstrip("\n").split("\n\n")
    date = re.search(r"\d\d/\d\d/\d{4}", stamp)
    assert date is not None
    head = f"Tin vắn: {' '.join(body[0].split(',')[0].split())[:60]}"
    return "\n\n".join([head, f"Thứ Hai, {date.group()}", *body, _person(draw)]) + "\n"


def _filled(pattern: str, draw: random.Random, values: dict[str, object]) -> str:
    """Return a sentence with numbers, a name and a decision of its own."""
    own = {
        "n": draw.randrange(2, 60), "m": draw.randrange(2, 200), "age": draw.choice(range(30, 80, 5)), "person": _person(draw),
        "rank": draw.choice(("Nhất", "Nhì", "Ba")), "number": draw.randrange(100, 5_000), "percent": draw.randrange(10, 30),
        "more": draw.randrange(100, 180), "decided": values["day"],
    }  # fmt: skip
    words = pattern.format_map({**values, **own})
    return words[0].upper() + words[1:]


def _dressed(sentence: str, draw: random.Random, year: int) -> str:
    """Return a sentence of another article with this one's year, and numbers of its own."""
    return _NUMBER.sub(lambda _: str(draw.randrange(2, 90)), _YEAR.sub(str(year), sentence))


def _person(draw: random.Random) -> str:
    return f"{draw.choice(_FAMILY)} {draw.choice(_MIDDLE)} {draw.choice(_GIVEN)}"


def _place(host: str) -> str:
    return " ".join(host.split()[-2:])


@lru_cache(maxsize=1)
def _hosts() -> Sequence[tuple[str, str, str, str]]:
    """Return the bodies of all provinces: name, leader's office, who grants, province."""
    draw = random.Random("hosts")
    found = []
    for province in _PROVINCES:
        places = draw.sample([f"{one} {two}" for one in _FIRST for two in _SECOND if one != two], sum(body[3] for body in _BODIES))
        names = iter(places)
        found += [
            (body.format(place=next(names)), leader, granter, province) for body, leader, granter, number in _BODIES for _ in range(number)
        ]
    draw.shuffle(found)
    return tuple(found)


@lru_cache(maxsize=1)
def _sentences() -> tuple[Sequence[str], Sequence[str]]:
    """Return sentences without a day of their own, from the seeds and the invented cases: those about no award, and those that name one."""
    gold = sorted((ROOT / "tests" / "invented" / "gold").glob("*.yml"))
    titles = {yaml.safe_load(path.read_text(encoding="utf-8")).get("title") for path in gold}
    fillers: dict[str, None] = {}
    giving: dict[str, None] = {}
    for path in sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "invented" / "articles").glob("*.txt")]):
        text = path.read_text(encoding="utf-8")
        for start, end in sentence_spans(text):
            words = " ".join(text[start:end].split())
            if 60 <= len(words) <= 400 and words[0].isupper() and words[-1] == "." and words not in titles and not _DATED.search(words):
                (giving if _GIVING.search(words) else fillers)[words] = None
    return tuple(fillers), tuple(giving)


def write(folder: Path, count: int, seed: int = 1, *, per_folder: int = 1_000, reprints: int = 0) -> None:
    """Write articles into ``folder``, ``per_folder`` to each folder below it; with 0, all into ``folder`` itself."""
    for number, (name, text) in enumerate(articles(count, seed, reprints=reprints)):
        place = folder / f"{number // per_folder:05}" if per_folder else folder
        if not per_folder or number % per_folder == 0:
            place.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write a folder of articles."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--per-folder", type=int, default=1_000, help="files in a folder; 0: all in one")
    parser.add_argument("--reprints", type=int, default=0, help="each N articles are followed by a copy of one of them")
    asked = parser.parse_args()
    if asked.folder is None:
        texts = [text for _, text in articles(asked.count, asked.seed)]
        size = sum(len(text.encode()) for text in texts) / len(texts) / 1024
        print(f"{len(set(texts))} different articles of {size:.1f} KB on average; name a folder to write them")
        print(f"the shortest and the longest have {min(map(len, texts))} and {max(map(len, texts))} characters; one of them:\n")
        print(texts[asked.seed % len(texts)])
        return
    write(asked.folder, asked.count, asked.seed, per_folder=asked.per_folder, reprints=asked.reprints)


if __name__ == "__main__":
    main()
