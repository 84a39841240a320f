import type { PaperName } from "#app/domain/entries/letters/papers.ts";
import { paperType } from "#app/lib/type-scale.ts";
import type { Line } from "./set-lines.server.ts";
import type { Sheets } from "./sheets.server.ts";
import { type Drawn, muted, type Style } from "./style.server.ts";

const columns = 4;
const gap = 10;
const style: Style = { typeface: "serif", ...paperType.name, fixed: true };
const countryStyle: Style = { typeface: "sans", ...paperType.country, colour: muted, fixed: true };
const countryWidth = 11;
/** Names are begun on a page with at least this many free lines. */
const linesAtLeast = 4;
/** Names after which other work gets a turn. */
const atOnce = 50;

type Set = { name: Line[]; country: Line[] };

/** Fills pages with names, column by column. Holds only the rest of one page in memory. */
export class NameColumns {
  readonly #sheets: Sheets;
  readonly #width: number;
  #held: Set[] = [];
  #lines = 0;
  #added = 0;

  constructor(sheets: Sheets) {
    this.#sheets = sheets;
    this.#width = (sheets.width - gap * (columns - 1)) / columns;
  }

  async add({ name, country }: PaperName) {
    const sheets = this.#sheets;
    const line = name.replace(/\s+/g, " ");
    const set = {
      name: await sheets.set(line, style, this.#width - countryWidth, country),
      country: await sheets.set(country, countryStyle, 40),
    };
    this.#held.push(set);
    this.#lines += set.name.length;
    if (this.#lines >= this.#fits * columns) await this.#page();
    if (++this.#added % atOnce === 0) await sheets.breathe();
  }

  /** Lines per column on this page, or on the next if this one is full. */
  get #fits(): number {
    const { y, bottom, fullPage } = this.#sheets;
    const here = Math.floor((bottom - y) / style.leading);
    return here >= linesAtLeast ? here : Math.floor(fullPage / style.leading);
  }

  async end() {
    while (this.#held.length > 0) await this.#page();
  }

  /** Draws what fits on this page; on the last page, evenly over the columns. */
  async #page() {
    const sheets = this.#sheets;
    await sheets.need(linesAtLeast * style.leading);
    const fits = this.#fits;
    const even = Math.max(Math.ceil(this.#lines / columns), 1);
    const depth = Math.min(fits, even);
    let [column, row, drawn] = [0, 0, 0];
    let groups: Drawn[] = [];
    const draw = () => {
      const element = sheets.element("P");
      sheets.draw(groups, element);
      element?.end();
      groups = [];
    };
    for (const set of this.#held) {
      const lines = set.name.length;
      if (row > 0 && row + lines > depth) {
        draw();
        [column, row] = [column + 1, 0];
      }
      if (column >= columns) break;
      const left = sheets.left + column * (this.#width + gap);
      const top = sheets.y + row * style.leading;
      const place = { left: left + countryWidth, width: this.#width - countryWidth, align: "left" } as const;
      groups.push({ lines: set.country, style: countryStyle, place: { left, width: countryWidth }, top });
      groups.push({ lines: set.name, style, place, top });
      row += lines;
      this.#lines -= lines;
      drawn++;
    }
    if (groups.length > 0) draw();
    this.#held = this.#held.slice(drawn);
    sheets.y += depth * style.leading;
  }
}
