import type { PaperLetter } from "#app/domain/entries/letters/papers.ts";
import { formatNumber, type Locale, words } from "#app/i18n/index.ts";
import { paperType } from "#app/lib/type-scale.ts";
import type { Sheets } from "./sheets.server.ts";
import { heightOf, muted, type Style } from "./style.server.ts";

const gutter = 42;
const number: Style = { typeface: "semibold", ...paperType.letter };
const text: Style = { typeface: "serif", ...paperType.letter };
const proof: Style = { typeface: "sans", ...paperType.proof, colour: muted };

const between = 6;
/** Points: for the number's rule and the proof; for a letter's start on a page; for one kept on one page. */
const room = 18;
const beginning = 60;
const keptWhole = 200;

/** Sets a letter with its number in the margin, its whole text, and below it what proves the text. */
export async function writeLetter(sheets: Sheets, locale: Locale, letter: PaperLetter, sha256: string) {
  const w = words(locale).annexes;
  const place = { left: sheets.left + gutter, width: sheets.width - gutter };
  const set = await Promise.all(
    letter.text
      .trimEnd()
      .split(/\n{2,}/)
      .map((one) => sheets.set(one, text, place.width)),
  );
  // The signer's name and the proof are on the side where the letter's lines begin.
  const side = set[0]?.[0]?.rightToLeft ? "right" : "left";
  const heights = set.map((lines) => lines.reduce((sum, line) => sum + heightOf(line, text), 0) + between);
  const whole = heights.reduce((sum, height) => sum + height, 0) + room;
  const last = (heights.at(-1) ?? 0) + proof.leading;
  await sheets.need(whole <= keptWhole ? whole : beginning);

  const section = sheets.element("Sect");
  sheets.rule();
  sheets.y += 8;
  const top = sheets.y;
  await sheets.write(
    formatNumber(locale, letter.number),
    number,
    { left: sheets.left, width: gutter },
    sheets.element("H2", section),
  );
  sheets.y = top;
  for (const [index, lines] of set.entries()) {
    const isLast = index === set.length - 1;
    if (isLast && last <= keptWhole) await sheets.need(last);
    await sheets.flow(
      lines,
      text,
      { ...place, align: isLast ? side : "start" },
      sheets.element("P", section),
    );
    sheets.y += between;
  }
  const proved = w.textHash(letter.publicId, sha256);
  await sheets.write(proved, proof, { ...place, align: "left" }, sheets.element("P", section));
  section?.end();
  sheets.y += 12;
}
