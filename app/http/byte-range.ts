type Whole = { bytes: number; etag: string };

/**
 * Reads the one requested range of bytes, from `from` up to `to` (exclusive). Null, for the whole: no range,
 * several, or an If-Range that names another version.
 */
export function readRange(
  headers: Headers,
  { bytes, etag }: Whole,
): { from: number; to: number } | "unsatisfiable" | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(headers.get("range")?.trim() ?? "");
  const version = headers.get("if-range");
  if (!asked || (version !== null && version !== etag)) return null;
  const [, first = "", last = ""] = asked;
  if (first === "" && last === "") return null;
  if (first === "") {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? "unsatisfiable" : { from: bytes - length, to: bytes };
  }
  const from = Number(first);
  const to = last === "" ? bytes : Math.min(Number(last) + 1, bytes);
  if (last !== "" && Number(last) < from) return null;
  return from >= bytes ? "unsatisfiable" : { from, to };
}
