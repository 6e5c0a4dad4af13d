// The 63 provinces before 1 July 2025, each on a tile about where it lies, west to east, north to south.

export const ROWS = [
  ["", "", "", "Hà Giang", "Cao Bằng", "", ""],
  ["Lai Châu", "Lào Cai", "Yên Bái", "Tuyên Quang", "Bắc Kạn", "Lạng Sơn", ""],
  ["Điện Biên", "Sơn La", "Phú Thọ", "Vĩnh Phúc", "Thái Nguyên", "Bắc Giang", "Quảng Ninh"],
  ["", "", "Hòa Bình", "Hà Nội", "Bắc Ninh", "Hải Dương", "Hải Phòng"],
  ["", "", "", "Hà Nam", "Hưng Yên", "Thái Bình", ""],
  ["", "", "Thanh Hóa", "Ninh Bình", "Nam Định", "", ""],
  ["", "", "Nghệ An", "", "", "", ""],
  ["", "", "", "Hà Tĩnh", "", "", ""],
  ["", "", "", "Quảng Bình", "Quảng Trị", "Thừa Thiên Huế", ""],
  ["", "", "", "", "Quảng Nam", "Đà Nẵng", ""],
  ["", "", "", "", "Kon Tum", "Quảng Ngãi", ""],
  ["", "", "", "", "Gia Lai", "Bình Định", ""],
  ["", "", "", "Đắk Nông", "Đắk Lắk", "Phú Yên", ""],
  ["", "", "", "Bình Phước", "Lâm Đồng", "Khánh Hòa", ""],
  ["", "Tây Ninh", "Bình Dương", "Đồng Nai", "Bình Thuận", "Ninh Thuận", ""],
  ["", "Long An", "Hồ Chí Minh", "Bà Rịa - Vũng Tàu", "", "", ""],
  ["An Giang", "Đồng Tháp", "Tiền Giang", "Bến Tre", "", "", ""],
  ["Kiên Giang", "Cần Thơ", "Vĩnh Long", "Trà Vinh", "", "", ""],
  ["", "Hậu Giang", "Sóc Trăng", "", "", "", ""],
  ["Cà Mau", "Bạc Liêu", "", "", "", "", ""],
];

/** A name without what kind of place it is, without diacritics and gaps: `Tỉnh Khánh Hoà` and `Khánh Hòa` are one. */
export const keyOf = (name: string): string =>
  name.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d").replace(/^(tinh|thanh pho|tp\.?)\s+/, "").replace(/[^a-z]/g, "");
