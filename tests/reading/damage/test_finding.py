"""Damaged texts are reported with line and fix; good ones are not accused, however odd."""

from __future__ import annotations

import functools
import random
from pathlib import Path

import pytest

from benchmarks import damage as ways
from generator.errors import ReadingError
from generator.messages import LANGUAGES, in_language
from generator.reading import read
from generator.reading.damage.finding import damage_of
from generator.reading.damage.repair import repaired

ROOT = Path(__file__).parents[3]
SEEDS = {path.stem[:3]: path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))}


@functools.cache
def cases() -> list[tuple[str, bytes, str | None]]:
    return [one for name, text in SEEDS.items() for one in ways.damaged(name, text)]


def test_there_are_enough_ways() -> None:
    assert len(ways.DAMAGES) + len(ways.WRAPPINGS) + len(ways.ENCODINGS) >= 30
    assert len(cases()) >= 700


@pytest.mark.slow
def test_damaged_seeds_are_reported_and_no_repair_is_wrong() -> None:
    sample = random.Random(12).sample(cases(), 100)
    assert [name for name, data, _ in sample if not ways.reported(data)] == []
    wrong = []
    for name, data, good in sample[:40]:
        repair = repaired(data)
        if repair is not None and repair.certain and (good is None or ways.compared(repair.after, name) != ways.compared(good, name)):
            wrong.append(name)
    assert wrong == []


@pytest.mark.parametrize("name", SEEDS)
def test_seeds_are_not_accused(name: str) -> None:
    assert damage_of(SEEDS[name]) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Ministry of Home Affairs awarded 12 officials in Ha Noi; naïve café owners, Müller, Šimek and Nuñez among them.",
        "Le Président a décoré Mme Éloïse Lefèvre à l'hôtel de ville « Général de Gaulle » où l'été s'achève, déjà très fêté.",
        "Dang uy phuong Hoa Mai tong ket cong tac nam 2021, tang giay khen cho 4 chi bo va 12 dang vien.",
        "ĐẢNG ỦY PHƯỜNG HOA MAI TỔNG KẾT; GD&ĐT, LĐTB&XH, NĐ-CP, CNVC-LĐ, CĐ, TƯ, “LĐ”, ĐHQG, ĐVTN",
        "Đảng ủy xã khen H’Lụa Niê, Y Bhăm Êban, K'Brêu, Hơ Mĩuh, Đinh Ngăi, Krông Pắk, Đắk Lắk, Ksor Blăm, Siu H'Wưt.",
        "Vì sao? Ai khen? Có nên?Không. Xem https://vidu.vn/bai?id=4&muc=t%E1%BA%B7ng và a.vn/?q=a?b?c?d hoặc hỏi?đáp.",
        "Diện tích 20m², 30m², 40m³, 50 µm, ±5°, ½, «A», ©2013, §12, ®, 100‰, €5, ™ là các dấu thường gặp, không phải lỗi.",
        "Phòng 20m² ở, nhà 400m², đất 1.000m², ruộng 36m², 12,5m² ở tầng 2 và 3m³ nước.",
        "Lots of 20m², 30m², 40m² and 50m² are for sale, 60m² ones are sold.",
        "Bác sĩ và y tá, thuốc và y cụ, dược và y học, khoa và y tế, bệnh và y đức.",
        "Số 12 đ. Lê Lợi; 500.000 đ, 20.000 đ ăn trưa; y tế xã, bác sĩ y khoa, trạm y tế, h. Sóc Sơn, t. Phú Thọ, p. An Khê.",
        "Đ ẢNG ủy xã tổng kết công tác năm 2021, tặng giấy khen cho 4 chi bộ.",  # a drop cap
        "a < b > c, 5 < 7; x <br> y; thẻ <title> là gì; P<0,05; AT&T; R&D; Q&A; A&B;",
        "---\nĐảng ủy xã tổng kết\n---\nNgày 5/1, Đảng ủy xã họp.",
        "+++\nNgày 5/1, Đảng ủy xã họp.",
        "Tên:\tA\tB\nĐiểm:\t9\t8\n1.279\t133\t31\nĐạt\t✓\t✗",
        "Họp.",
        "",
        "Ông Trần Văn Quýt, bà Lý Quýt, anh Huýt, chị Tuýt ở Roòn, Leá, Neáng.",
    ],
)
def test_good_texts_are_not_accused(text: str) -> None:
    assert damage_of(text) is None
    assert repaired(text.encode()) is None


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("Tin.\n\n§¶ng ñy x· ®· tÆng GiÊy khen cho 4 chi bé.", 3, "TCVN3"),
        ("Tin.\r\nÑaûng uûy xaõ ñaõ taëng Giaáy khen.", 2, "VNI"),
        ("Ä\x90áº£ng á»§y", 1, "“Đảng ủy”, UTF-8"),
        ("??ng ?y xã ?ã t?ng Gi?y khen", 1, "lost"),
        ("Đảng ủy xã đã t\ufffdng", 1, "lost"),
        ("T ại h ội ngh ị, Đ ảng ủ y xã đã t ặng Gi ấy khen cho 4 chi b ộ.", 1, "torn apart"),
        ("T ẠI H ỘI NGH Ị, Đ ẢNG ỦY XÃ T ẶNG", 1, "torn apart"),
        ("Tin\n<p>Đảng ủy</p><p>họp</p>", 2, "HTML"),
        ("<html lang='vi'>Đảng ủy", 1, "HTML"),
        ("Đảng ủy\n&#272;&#7843;ng &#7911;y x&atilde;", 2, "“Đảng ủy xã”"),
        ('---json\n{"title": "A"}\n---\n<p>Ng&agrave;y</p>', 1, "to line 3"),
        ("---\ntitle: A\n---\nNgày 5/1", 1, "front matter"),
        ('+++\ntitle = "A"\n+++\nNgày 5/1', 1, "front matter"),
        ("\\u0110\\u1ea3ng \\u1ee7y x\\u00e3 t\\u1eb7ng", 1, "codes"),
    ],
)
def test_damage_is_named_with_its_line(text: str, line: int, words: str) -> None:
    damage = damage_of(text)
    assert damage is not None
    assert damage.line == line
    assert words in str(damage.message)
    for language in LANGUAGES:
        with in_language(language):
            assert str(damage.message)
            assert str(damage.fix)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("§¶ng ñy x· ®· tÆng GiÊy khen".encode("latin-1"), "TCVN3"),
        ("Ñaûng uûy xaõ ñaõ taëng Giaáy khen".encode("latin-1"), "VNI"),
        ("Ðäng üy xã ðã t£ng Gi¤y khen".encode("latin-1"), "VISCII"),
        ("ÐaÒng uÒy xaÞ ðaÞ tãòng Giâìy khen".encode("cp1252"), "Windows-1258"),
        ("Đảng ủy xã họp".encode("utf-16-le"), "UTF-16 without"),
        ("Đảng ủy xã họp".encode("utf-16-be"), "UTF-16 without"),
        ("Đảng ủy xã họp".encode("utf-32-le"), "UTF-32 without"),
    ],
)
def test_legacy_bytes_are_named_and_repairable(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "bai.txt"
    path.write_bytes(data)
    with pytest.raises(ReadingError, match=words) as caught:
        read(path, tmp_path)
    assert "kyyeu repair" in str(caught.value.fix)
    assert caught.value.path == path
    repair = repaired(data)
    assert repair is not None
    assert repair.certain
    assert repair.after.startswith("Đảng ủy xã")
