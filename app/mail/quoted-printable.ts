const [tab, lf, cr, space, equals] = [9, 10, 13, 32, 61];
const hex = Buffer.from("0123456789ABCDEF");

/** Characters of a line before the "=" that continues it: 76 with it (RFC 2045, 6.7). */
const width = 75;

const endsLine = (next: number | undefined) => next === undefined || next === lf || next === cr;

/** Encodes UTF-8 as quoted-printable (RFC 2045, 6.7): ASCII lines of up to 76 characters, ended by CRLF. */
export function quotedPrintable(text: string): string {
  const bytes = Buffer.from(text);
  // Three bytes for each, and three for each line of 73.
  const written = Buffer.allocUnsafe(bytes.length * 4);
  let at = 0;
  let column = 0;
  for (let n = 0; n < bytes.length; n++) {
    const byte = bytes[n] as number;
    if (byte === lf || (byte === cr && bytes[n + 1] === lf)) {
      if (byte === cr) n++;
      written[at++] = cr;
      written[at++] = lf;
      column = 0;
      continue;
    }
    const literal =
      byte > space
        ? byte < 127 && byte !== equals
        : (byte === space || byte === tab) && !endsLine(bytes[n + 1]);
    if (column + (literal ? 1 : 3) > width) {
      written[at++] = equals;
      written[at++] = cr;
      written[at++] = lf;
      column = 0;
    }
    if (literal) {
      written[at++] = byte;
      column += 1;
    } else {
      written[at++] = equals;
      written[at++] = hex[byte >> 4] as number;
      written[at++] = hex[byte & 15] as number;
      column += 3;
    }
  }
  return written.toString("latin1", 0, at);
}
