import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Face } from "./faces.server.ts";
import { GlyphWriter, type PdfFont } from "./glyph-writer.server.ts";
import { baselineOf, type Drawn, type Element, heightOf, ink, type Pdf } from "./style.server.ts";

type Page = { fonts: Record<string, unknown>; xobjects: Record<string, unknown> };
type Internals = { _font: PdfFont; page: Page; addContent: (operators: string) => void };

/** Draws text of any script on a document's current page. */
export class Pen {
  readonly #pdf: Pdf;
  readonly #tagged: boolean;
  readonly #fonts = new Map<Face, PdfFont>();

  constructor(pdf: Pdf, { tagged }: { tagged: boolean }) {
    this.#pdf = pdf;
    this.#tagged = tagged;
  }

  /** Draws lines on this page, each group from its height; one element contains them all. */
  draw(groups: readonly Drawn[], element: Element | null) {
    const writer = new GlyphWriter((face) => this.#fontOf(face), this.#pdf.page.height);
    for (const { lines, style, place, top } of groups) {
      const { left, width, align = "start" } = place;
      const pen = { size: style.size, colour: style.colour ?? ink };
      let y = top;
      for (const line of lines) {
        const wide = (line.width * style.size) / 1000;
        const atRight = align === "start" ? line.rightToLeft : align === "right";
        const height = heightOf(line, style);
        writer.line(line, atRight ? left + width - wide : left, y + baselineOf(height, style), pen);
        y += height;
      }
    }
    this.#mark(element, () => this.#internals.addContent(writer.operators()));
  }

  /** Draws operators that screen readers skip. */
  decorate(operators: string) {
    this.#artifact(() => this.#internals.addContent(operators));
  }

  /** Draws a picture that is filled in later under this name, skipped like `decorate`. */
  stamp(name: string, picture: PDFKit.PDFKitReference, operators: string) {
    this.#artifact(() => {
      this.#internals.page.xobjects[name] = picture;
      this.#internals.addContent(operators);
    });
  }

  /** Returns the document's font for a face, embedding it at its first use. */
  font(face: Face): PdfFont {
    const known = this.#fonts.get(face);
    if (known) return known;
    this.#pdf.font(face.font as never, face.key);
    const font = this.#internals._font;
    this.#fonts.set(face, font);
    return font;
  }

  get #internals(): Internals {
    return this.#pdf as unknown as Internals;
  }

  #fontOf(face: Face): PdfFont {
    const font = this.font(face);
    this.#internals.page.fonts[font.id] ??= font.ref();
    return font;
  }

  #mark(element: Element | null, draw: () => void) {
    if (!element) return this.#tagged ? this.#artifact(draw) : draw();
    const kind = (element as unknown as { dictionary: { data: { S: string } } }).dictionary.data.S;
    const content = this.#pdf.markStructureContent(kind as never);
    draw();
    this.#pdf.endMarkedContent();
    element.add(content);
  }

  #artifact(draw: () => void) {
    if (!this.#tagged) return draw();
    this.#pdf.markContent("Artifact", { type: "Layout" } as never);
    draw();
    this.#pdf.endMarkedContent();
  }
}

/** Destination of a file while it is made: written no faster than it is read. */
export class Outlet {
  readonly #to: Writable;
  #full = false;
  #failure: Error | null = null;

  constructor(to: Writable) {
    this.#to = to;
    to.on("error", (error) => {
      this.#failure ??= error;
    });
    to.on("close", () => {
      if (!to.writableFinished) this.#failure ??= new Error("the paper was no longer taken");
    });
  }

  write(part: Buffer) {
    this.#full = !this.#to.write(part);
  }

  /** Gives other work a turn, and waits until everything written is read. Throws once the reader is gone. */
  async breathe() {
    await nextTurn();
    if (this.#full && this.#to.writableNeedDrain && !this.#failure) await taken(this.#to);
    if (this.#failure) throw this.#failure;
    this.#full = false;
  }

  /** Resolves when everything is read. */
  async end() {
    await this.breathe();
    this.#to.end();
    await finished(this.#to, { readable: false });
  }
}

/** Resolves when a stream accepts more, or has ended. */
const taken = (to: Writable) =>
  new Promise<void>((resolve) => {
    const done = () => {
      to.off("drain", done).off("close", done);
      resolve();
    };
    to.on("drain", done).on("close", done);
  });
