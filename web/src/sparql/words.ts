// The words of the widgets, which speak English only, in Vietnamese.

const WORDS: [RegExp, string][] = [
  [/^Table$/, "Bảng"],
  [/^Boolean$/, "Đúng hay sai"],
  [/^Response$/, "Nguyên văn"],
  [/^Error$/, "Lỗi"],
  [/^Simple view$/, "Gọn"],
  [/^Ellipse$/, "Cắt chữ dài"],
  [/^Filter query results$/, "Lọc kết quả"],
  [/^Page size:\s*$/, "Mỗi trang: "],
  [/^All$/, "Tất cả"],
  [/^True$/, "Đúng"],
  [/^False$/, "Sai"],
  [/^Run query$/, "Chạy câu hỏi"],
  [/^Show all$/, "Xem hết"],
  [/^Download [Rr]esults?$/, "Tải kết quả"],
  [/^Download not supported$/, "Không tải được"],
  [/^No data available in table$/, "Không có kết quả"],
  [/^No matching records found$/, "Không có dòng nào khớp"],
  [/^Shows (.+) view$/, "Xem dạng $1"],
  [/^View documentation of .+$/, "Tài liệu (tiếng Anh)"],
  [/^(\d+) results?$/, "$1 kết quả"],
  [/^(\d+) results? in (\d+)\.?(\d*) seconds?$/, "$1 kết quả trong $2,$3 giây"],
  [/^Response in (\d+)\.?(\d*) seconds?$/, "Trả lời trong $1,$2 giây"],
  [/^(.+): Activate to (?:sort|invert sorting|remove sorting)$/, "Xếp theo $1"],
  [/^pagination$/, "Các trang kết quả"],
  [/^First$/, "Trang đầu"],
  [/^Previous$/, "Trang trước"],
  [/^Next$/, "Trang sau"],
  [/^Last$/, "Trang cuối"],
  [/^Showing (\d+) to (\d+) of ([\d,]+) entr(?:y|ies)$/, "Dòng $1 đến $2 trong $3"],
  [/^Showing (\d+) to (\d+) of ([\d,]+) entr(?:y|ies) \(filtered from ([\d,]+) total entries\)$/, "Dòng $1 đến $2 trong $3 (lọc từ $4)"],
  [/^Unable to get response from endpoint\. Possible reasons:$/, "Không nhận được trả lời. Có thể vì:"],
  [/^Incorrect endpoint URL$/, "Địa chỉ sai"],
  [/^Endpoint is down$/, "Máy chủ không chạy"],
  [/^Try query in a new browser window$/, "Thử trong cửa sổ mới"],
  [/^Request has been terminated$/, "Đã dừng câu hỏi"],
];
/** The attributes that have words. */
export const NAMED = ["title", "aria-label", "placeholder"];

function said(text: string): string | undefined {
  const found = WORDS.find(([english]) => english.test(text.trim()));
  return found && text.trim().replace(...found).replace(/,(?= giây$)/, "").replace(/dạng (Table|Boolean|Response|Error)/, (_, name) => `dạng ${said(name)?.toLowerCase()}`);
}

/** Puts the widgets' own words into Vietnamese; what was found, and what people wrote, stays as it is. */
export function intoVietnamese(within: HTMLElement) {
  for (const element of within.querySelectorAll<HTMLElement>("*")) {
    if (element.closest("td:not(.dt-empty, .dataTables_empty), .CodeMirror, .yasr_response")) continue;
    for (const name of NAMED) {
      const told = said(element.getAttribute(name) ?? "");
      if (told) element.setAttribute(name, told);
    }
    for (const node of element.childNodes) {
      const told = node.nodeType === Node.TEXT_NODE && !element.closest("th") ? said(node.nodeValue ?? "") : undefined;
      if (told) node.nodeValue = told;
    }
  }
}
