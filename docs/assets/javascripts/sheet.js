// A table as .xlsx: one sheet with real numbers and days, a head that stays, a filter, and links. The same table gives the same bytes.
//
// Why not a library (looked at in November 2026): SheetJS' package at npm is years old and its newer ones come from its own host only;
// ExcelJS and xlsx-populate bring half a megabyte for what is here: a dozen lines of XML in a zip without compression.

const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
  let sum = at;
  for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum >>> 0;
});
const encoder = new TextEncoder();
const LONGEST = 32767; // characters of a cell, the most that spreadsheets take
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const xml = (text) => String(text).slice(0, LONGEST).replace(NOT_XML, "\ufffd").replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

/** The letters of a column: A, B, …, Z, AA. */
export function letters(column) {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}

/** The number by which a spreadsheet knows a day, given as 20240501; null before March 1900, when spreadsheets count wrongly. */
export function serial(day) {
  const [year, month, date] = [Math.floor(day / 10000), Math.floor(day / 100) % 100, day % 100];
  const days = Math.round((Date.UTC(year, month - 1, date) - Date.UTC(1899, 11, 30)) / 86400000);
  return date && days > 60 ? days : null;
}

/**
 * The bytes of a workbook with one sheet. `lines` stand above the table, `heads` are its columns' names; a cell is null, a number, or
 * {words, link} or {words, day} (as 20240501).
 */
export function workbook(name, lines, heads, rows) {
  const first = lines.length ? lines.length + 2 : 1;
  const links = [];
  const text = (at, words, style) => `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${xml(words)}</t></is></c>`;
  const cell = (value, row, column) => {
    const at = `${letters(column)}${row}`;
    if (value === null || value === undefined || value.words === "") return "";
    if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
    const days = value.day ? serial(value.day) : null;
    if (days) return `<c r="${at}" s="2"><v>${days}</v></c>`;
    if (value.link && links.length < 60000) links.push([at, value.link]);
    return text(at, value.words, value.link ? 3 : 0);
  };
  const made = [
    ...lines.map((line, at) => `<row r="${at + 1}">${text(`A${at + 1}`, line, at ? 0 : 1)}</row>`),
    `<row r="${first}">${heads.map((head, at) => text(`${letters(at)}${first}`, head, 1)).join("")}</row>`,
    ...rows.map((row, at) => `<row r="${first + 1 + at}">${row.map((value, column) => cell(value, first + 1 + at, column)).join("")}</row>`),
  ];
  const widths = heads.map((head, column) => Math.min(60, Math.max(10, String(head).length, ...rows.slice(0, 200).map((row) => String(row[column]?.words ?? row[column] ?? "").length)) + 2));
  const filter = rows.length ? `<autoFilter ref="A${first}:${letters(heads.length - 1)}${first + rows.length}"/>` : "";
  const hyperlinks = links.length ? `<hyperlinks>${links.map(([at], number) => `<hyperlink ref="${at}" r:id="rId${number + 1}"/>`).join("")}</hyperlinks>` : "";
  const sheet = `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>${made.join("")}</sheetData>${filter}${hyperlinks}</worksheet>`;
  const relation = (id, kind, target, external) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${xml(target)}"${external ? ' TargetMode="External"' : ""}/>`;
  const relations = (...all) => `<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  const title = name.replace(/[[\]:*?/\\']/g, " ").slice(0, 31).trim() || "1";
  const part = (path, kind) => `<Override PartName="/xl/${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const files = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook.xml", "sheet.main")}${part("worksheets/sheet1.xml", "worksheet")}${part("styles.xml", "styles")}</Types>`,
    "_rels/.rels": relations(relation("rId1", "officeDocument", "xl/workbook.xml")),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xml(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relations(relation("rId1", "worksheet", "worksheets/sheet1.xml"), relation("rId2", "styles", "styles.xml")),
    "xl/worksheets/sheet1.xml": sheet,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF7A1712"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/></cellXfs></styleSheet>`,
  };
  if (links.length) files["xl/worksheets/_rels/sheet1.xml.rels"] = relations(...links.map(([, link], at) => relation(`rId${at + 1}`, "hyperlink", link, true)));
  return zip(Object.entries(files).map(([path, content]) => [path, encoder.encode(HEAD + content)]));
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

// Files of a zip, stored as they are (APPNOTE.TXT 4.3.7 to 4.3.16), of 1 January 1980.
function zip(files) {
  const parts = [];
  const index = [];
  let at = 0;
  for (const [path, bytes] of files) {
    const name = encoder.encode(path);
    const common = [20, 0x0800, 0, 0, 0x21]; // version, names in UTF-8, stored, time, day
    const sizes = [crc(bytes), bytes.length, bytes.length];
    const local = numbers([4, 0x04034b50], ...common.map((value) => [2, value]), ...sizes.map((value) => [4, value]), [2, name.length], [2, 0]);
    index.push(numbers([4, 0x02014b50], [2, 20], ...common.map((value) => [2, value]), ...sizes.map((value) => [4, value]), [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name);
    parts.push(local, name, bytes);
    at += local.length + name.length + bytes.length;
  }
  const length = index.reduce((sum, part) => sum + part.length, 0);
  const end = numbers([4, 0x06054b50], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, length], [4, at], [2, 0]);
  const all = new Uint8Array(at + length + end.length);
  let place = 0;
  for (const part of [...parts, ...index, end]) {
    all.set(part, place);
    place += part.length;
  }
  return all;
}

/** Numbers of so many bytes each, the least first. */
function numbers(...pairs) {
  return Uint8Array.from(pairs.flatMap(([size, value]) => Array.from({ length: size }, (_, at) => Math.floor(value / 256 ** at) & 255)));
}
