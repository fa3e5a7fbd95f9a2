"""The article made by hand with its facts corrected, for the tests of pages."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from generator.model.archive import Archive
from generator.model.settings import SiteSettings
from generator.resolution.assembly import assemble
from generator.resolution.corrections.apply import apply
from generator.resolution.corrections.entries import entries
from tests.rendering.made import FULL, FULL_FACTS

SETTINGS = SiteSettings("https://archive.test/ky-yeu/", "https://github.com/org/repo/issues/new")
PATH = "seeds/corrections/bai-mau.yml"
CORRECTIONS = """\
- fact: awards
  quote: 3 chi bộ
  expected: {type: giay-khen, count: 3, standard: Hoàn thành xuất sắc nhiệm vụ}
  right: {count: 2, standard: null}
  right_quote: Khu phố 1 Chi bộ Khu phố 2
  by: Lê Thị Lụa
  on: 2024-05-01
  why: Danh sách chỉ có hai <b>chi bộ</b>.
- fact: awards
  quote: Đề nghị cấp trên khen 1 đảng viên
  expected: {status: proposed}
  remove: true
  by: Thu Sương
  on: 2024-05-02
  why: Đề nghị đã được rút.
- fact: people
  quote: Bà Lê Thị Lụa
  occurrence: 2
  add: {name: Trần Văn Mận, roles: [{title: Phó Bí thư, unit: Đảng ủy phường Hoa Mai}]}
  by: Thu Sương
  on: 2024-05-02
  why: Người trong ảnh.
- fact: event
  quote: mở hội nghị tổng kết
  expected: {date: 2022-01-15}
  right: {date: 2022-01-14}
  by: Thu Sương
  on: 2024-05-02
  why: Giấy mời ghi ngày 14.
- fact: title
  expected: Đảng ủy phường Hoa Mai tổng kết năm 2021
  right: Đảng ủy phường Hoa Mai tổng kết *năm* 2021
  by: Thu Sương
  on: 2024-05-02
  why: Theo trang gốc.
- fact: published
  expected: 2022-01-16T07:30
  right: 2022-01-17
  by: Thu Sương
  on: 2024-05-02
  why: Dòng ngày là của lần sửa sau.
- fact: byline
  expected: Thu Sương
  right: null
  by: Thu Sương
  on: 2024-05-02
  why: Tôi không viết bài này.
- fact: years
  expected: [2021]
  right: [2020, 2021]
  by: Thu Sương
  on: 2024-05-02
  why: Hội nghị tổng kết cả hai năm.
"""


@cache
def corrected() -> Archive:
    """Return the archive of that article, as the pipeline would make it."""
    read, errors = entries(CORRECTIONS, PATH)
    done = apply(FULL, FULL_FACTS, read)
    assert (errors, done.errors) == ((), ())
    archive = assemble([(done.article, done.facts)])
    return replace(archive, entries=tuple(replace(entry, corrections=done.applied) for entry in archive.entries))
