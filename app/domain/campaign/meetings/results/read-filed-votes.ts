/** Votes of one row of a filed table, in plain digits; null: the table has no such column. */
export type FiledVotes = Record<"for" | "against" | "abstain" | "brokerNonVotes", string | null>;

/** Why an item has no votes here: what was voted on, percentages in place of counts, or no row at all. */
export const unreadReasons = ["nominees", "years", "percentages", "none"] as const;
export type Unread = (typeof unreadReasons)[number];

/** An item of a filed report. `votes`: of its only row, if that counts both for and against. */
export type FiledItem = { number: number; title: string; votes: FiledVotes | null; unread?: Unread };

type Column = keyof FiledVotes | "withheld" | "years" | "percent";
type Row = { label: string | null; votes: Map<Column, string> };

const entities: Record<string, string> = { nbsp: " ", amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Longest text that is read: a report with its exhibits is shorter. */
export const maxFilingLength = 400_000;

/**
 * Reads the table of an 8-K's Item 5.07, as HTML or as text copied from a page. It knows columns by their
 * heads, so it fills only what a person then compares with the filing.
 */
export function readFiledVotes(pasted: string): FiledItem[] {
  const items: { number: number; title: string; rows: Row[] }[] = [];
  let columns: Column[] = [];
  let head = false;
  let label: string | null = null;
  let values: string[] = [];
  for (const cell of cellsOf(pasted)) {
    const item = items.at(-1);
    const column = columnOf(cell);
    if (column !== null) {
      columns = head ? [...columns, column] : [column];
      [head, values, label] = [true, [], null];
      continue;
    }
    head = false;
    const count = countOf(cell);
    if (count !== null) {
      if (columns.length === 0 || !item) continue;
      values.push(count);
      if (values.length < columns.length) continue;
      const votes = new Map(columns.map((of, n) => [of, values[n] ?? ""]));
      item.rows.push({ label, votes });
      [values, label] = [[], null];
      continue;
    }
    const begun = itemOf(cell);
    if (begun) {
      items.push({ ...begun, rows: [] });
      [columns, values, label] = [[], [], null];
    } else if (item && item.title === "") item.title = cell;
    else if (columns.length > 0) [values, label] = [[], cell];
  }
  return items.map(({ number, title, rows }) => {
    const votes = only(rows);
    return { number, title: title.slice(0, 200), votes, ...(votes === null && { unread: whyUnread(rows) }) };
  });
}

function whyUnread([row, ...others]: readonly Row[]): Unread {
  if (!row) return "none";
  if (row.votes.has("years")) return "years";
  return others.length > 0 || row.votes.has("withheld") ? "nominees" : "percentages";
}

/** The votes of an item's only row, if it counts both for and against. */
function only([row, ...others]: readonly Row[]): FiledVotes | null {
  if (!row || others.length > 0) return null;
  const of = (column: keyof FiledVotes) => row.votes.get(column) ?? null;
  if (isNoCount(of("for")) || isNoCount(of("against"))) return null;
  if ([of("abstain"), of("brokerNonVotes")].some((votes) => votes !== null && isNoCount(votes))) return null;
  return {
    for: of("for"),
    against: of("against"),
    abstain: of("abstain"),
    brokerNonVotes: of("brokerNonVotes"),
  };
}

/** True for a percentage, or nothing, where a count should be. */
const isNoCount = (votes: string | null) => votes === null || !/^\d+$/.test(votes);

/** Splits a text into the cells of its tables; other paragraphs are a cell each. */
function cellsOf(pasted: string): string[] {
  const text = /<t[dr][\s>]/i.test(pasted) ? textOf(pasted) : pasted.replaceAll("\u00a0", " ");
  return text
    .split(/[\t\n\r|]+| {2,}/)
    .map((cell) => cell.replace(/\s+/g, " ").trim())
    .filter((cell) => cell !== "")
    .flatMap((cell) => partsOf(cell));
}

/** Lines that were copied with single spaces: heads, or counts, in a row. */
function partsOf(cell: string): string[] {
  if (/^[\d,]+(?: (?:[\d,]+|[-–—]))+$/.test(cell)) return cell.split(" ");
  const heads = cell.match(/For|Against|Abstain(?:ed)?|Abstentions|Withheld|Broker Non-?\s?Votes/gi);
  return heads && heads.length > 1 && heads.join(" ").length === cell.length ? heads : [cell];
}

const textOf = (html: string) =>
  html
    .replace(/\s+/g, " ")
    .replace(/<\/?(?:td|th|tr|p|div|table|li|br|h\d)\b[^<>]*>/gi, "\n")
    .replace(/<[^<>]*>/g, "")
    .replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi, (whole, hex, digits, name) =>
      name === undefined ? codePoint(hex, digits) : (entities[name.toLowerCase()] ?? whole),
    )
    .replace(/[\u00a0 ]+/g, " ");

function codePoint(hex: string | undefined, digits: string | undefined): string {
  const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : " ";
}

function columnOf(cell: string): Column | null {
  const head = cell
    .toLowerCase()
    .replace(/^(?:votes?|shares) /, "")
    .replace(/ votes?$/, (end) => (cell.toLowerCase().includes("broker") ? end : ""));
  if (head === "for") return "for";
  if (head === "against") return "against";
  if (/^(?:abstain(?:ed)?|abstentions?)$/.test(head)) return "abstain";
  if (/^broker[ -]?non[ -]?votes?$/.test(head)) return "brokerNonVotes";
  if (/^withh(?:eld|old)$/.test(head)) return "withheld";
  if (/^(?:1|2|3|one|two|three) years?$/.test(head)) return "years";
  return /^(?:% ?for|percent(?:age)? for)$/.test(head) ? "percent" : null;
}

/** A count with or without separators; a dash is none. */
function countOf(cell: string): string | null {
  if (/^(?:[-–—]|n\/a|none)$/i.test(cell)) return "0";
  if (/^\d{1,3}(?:,\d{3}){1,4}$/.test(cell)) return cell.replaceAll(",", "");
  if (/^\d{1,3}(?:\.\d+)?\s?%$/.test(cell)) return cell;
  return /^\d{1,15}$/.test(cell) ? cell : null;
}

/** `5.` or `Proposal 5: …`, not the `Item 5.07` of the form. */
function itemOf(cell: string): { number: number; title: string } | null {
  if (/^item \d+\.\d\d/i.test(cell)) return null;
  const found =
    /^\(?(\d{1,2})[.):]{1,3} ?(.*)$/s.exec(cell) ??
    /^(?:proposal|item)(?: no\.?| number)? ?#?(\d{1,2})\b ?[.):–—-]{0,3} ?(.*)$/is.exec(cell);
  const [, digits, title = ""] = found ?? [];
  return digits === undefined ? null : { number: Number(digits), title };
}
