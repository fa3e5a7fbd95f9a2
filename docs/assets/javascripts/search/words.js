// The Vietnamese words of the search.

export const WORDS = {
  loading: "Đang tìm…",
  error: "Chưa tìm được: không đọc được chỉ mục tìm kiếm. Xin thử lại, hoặc xem theo đơn vị, năm, hình thức.",
  empty: "Gõ tên đơn vị, tên người, số văn bản hoặc cụm từ; đặt trong ngoặc kép để tìm đúng cụm từ.",
  none: "Không tìm thấy trang nào.",
  count: (number) => `${format(number)} kết quả`,
  shortened: "Câu tìm quá dài nên chỉ dùng phần đầu.",
  spelling: "Có phải bạn muốn tìm:",
  unfiltered: (number) => `Bỏ các bộ lọc: ${format(number)} kết quả`,
  more: (number) => `Xem thêm (còn ${format(number)})`,
  all: "Xem tất cả kết quả",
  names: "Gợi ý",
  clear: "Bỏ lọc",
  remove: (label) => `Bỏ lọc ${label}`,
  moreValues: (number) => `Thêm ${format(number)} mục`,
  filters: { "don-vi": "Đơn vị", nam: "Năm", "hinh-thuc": "Hình thức khen", muc: "Mức xếp loại", loai: "Loại trang" },
  kinds: {
    bai: "Bài",
    "don-vi": "Đơn vị",
    nam: "Năm",
    "hinh-thuc": "Hình thức",
    "xep-loai": "Xếp loại",
    "van-ban": "Văn bản",
    nguoi: "Người",
    "su-kien": "Sự kiện",
    "khen-thuong": "Sổ khen thưởng",
    trang: "Trang giới thiệu",
  },
};

/** A whole number as Vietnamese writes it: 5.645. */
export function format(number) {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** 2023-02-10 as 10/02/2023. */
export const date = (iso) => iso.slice(0, 10).split("-").reverse().join("/");
