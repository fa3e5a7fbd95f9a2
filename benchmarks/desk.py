"""The desk with much to decide: milliseconds of CPU of each page, and of each decision, in one process without a browser.

    python benchmarks/desk.py [ARTICLES]      articles in the archive, and as many more in the inbox (default: 350, over 600 decisions)

The archive and the inbox hold articles made by chance, each with units of its own. No page may take more than 200 ms once the archive was
read; decisions are saved in the background of the page. Figures of one machine and one run.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.adding.fetched import pasted
from generator.desk.app import prepare
from generator.yaml_documents import load
from tests.conftest import new_archive
from tests.desk.asking import Browser, browser

_SYLLABLES = (
    "An", "Bình", "Cẩm", "Dương", "Đông", "Giang", "Hà", "Hải", "Hòa", "Hưng", "Khánh", "Lâm", "Long", "Minh", "Nam", "Ninh", "Phong",
    "Phú", "Quang", "Sơn", "Tân", "Thái", "Thanh", "Tiến", "Trung", "Vân",
)  # fmt: skip
MOST = 200  # milliseconds


def article(chance: random.Random, number: int) -> str:
    """Return an article on a yearly review, with a Party committee and a company of its own."""
    ward, firm = (" ".join(chance.sample(_SYLLABLES, 3)) for _ in range(2))
    year = 2010 + number % 14
    awards = "\n\n".join(
        f"Đảng ủy phường {ward} tặng giấy khen cho {chance.randint(2, 40)} {kind} hoàn thành xuất sắc nhiệm vụ năm {year}."
        for kind in ("chi bộ", "đảng viên", "tập thể", "cá nhân")
    )
    return (
        f"Đảng ủy phường {ward} tổng kết công tác năm {year}\n\n"
        f"Ngày 15/01/{year + 1}, Đảng ủy phường {ward} tổ chức hội nghị tổng kết. Dự có Công ty Cổ phần {firm}.\n\n{awards}\n"
    )


def measured(name: str, times: list[float], limit: float | None = MOST) -> bool:
    """Print median and worst, and return whether the worst is within ``limit`` milliseconds."""
    within = limit is None or max(times) <= limit
    print(f"{name:<44} {statistics.median(times):8.1f} {max(times):8.1f}{'' if within else '  too slow'}")
    return within


def timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of CPU that ``work`` takes, whatever else the machine has to do."""
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


def pages(desk: Browser, address: str) -> list[float]:
    """Return the milliseconds of a page, asked for five times."""
    return [timed(lambda: desk.ask(address)) for _ in range(5)]


def main(number: int) -> int:
    """Measure, and return 1 if a page was too slow."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        archive = new_archive(Path(folder) / "archive", {f"bai-{at}.txt": article(chance, at).encode() for at in range(number)})
        desk = browser(archive)
        for at in range(number):
            desk.room.inbox.take(pasted(article(chance, at)))
        print("reading the archive and the inbox for the first time …")
        prepare(desk.room)
        desk.ask("/articles")  # compiles the templates
        print(f"{'milliseconds':<44} {'median':>8} {'worst':>8}")
        addresses = ["/", "/inbox", "/inbox?page=4", "/articles", "/article?a=bai-7.txt", "/units", "/units?page=9", "/reviews", "/publish"]
        good = not [address for address in addresses if not measured(address, pages(desk, address))]
        whole = desk.room.whole.now()
        names = [organisation.unit.name for organisation in whole.found.unlisted][: 2 * number]
        times = [timed(lambda name=name: desk.post("/units", {"what": "new", "name": name})) for name in names]  # type: ignore[misc]
        measured(f"{len(times)} decisions about units (POST)", times, None)
        after = ("/units", "/articles", "/reviews")
        good &= not [address for address in after if not measured(f"{address} after these", pages(desk, address))]
        listed = len(load((archive / "seeds" / "units.yml").read_bytes()))
        print(f"{listed} units are listed")
        return 0 if good and listed == len(names) else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 350))
