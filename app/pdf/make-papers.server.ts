import { createHash } from "node:crypto";
import PDFDocument from "pdfkit";
import type { Paper } from "#app/domain/entries/pledges/co-filing/co-filing-facts.ts";
import {
  type Packet,
  type PacketBlock,
  type PacketInput,
  packetOf,
  packetText,
} from "#app/domain/entries/pledges/co-filing/packet.ts";
import { words } from "#app/i18n/index.ts";
import { inks } from "#app/lib/colors.ts";
import { paperType, type Type } from "#app/lib/type-scale.ts";
import { canPrint, printable, type Typeface, typefaces } from "./typefaces.server.ts";

export type PapersAsked = { input: PacketInput; paper: Paper };

/**
 * Makes the PDF from a holder's details. A name that the typeface cannot print is left blank, with a note.
 */
export function makePapers({ input, paper }: PapersAsked): Promise<Buffer> {
  const nameLeftOut = input.name !== null && !canPrint("serif", input.name);
  const name = nameLeftOut ? null : input.name;
  return packetPdf(packetOf({ ...input, name, nameLeftOut }), paper, words(input.locale).coFile.papers);
}

type Foot = { page: (number: number, of: number) => string; hash: (sha256: string) => string };

const margins = { top: 56, left: 76, right: 76, bottom: 84 };
const { ink, muted } = inks.light;

/** When the papers' words last changed: the same text makes the same bytes. */
const revisedAt = new Date("2026-12-01T00:00:00Z");

/**
 * Writes the papers as a tagged PDF, each on its own page: embedded typefaces, and in each footer the page
 * number, the address of the campaign's page and the SHA-256 of `packetText`. The same papers make the same
 * bytes.
 */
export function packetPdf(packet: Packet, paper: Paper, foot: Foot): Promise<Buffer> {
  const pdf = new PDFDocument({
    size: paper === "a4" ? "A4" : "LETTER",
    margins,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    subset: "PDF/UA" as never,
    tagged: true,
    displayTitle: true,
    lang: packet.language,
    font: typefaces.serif as never,
    info: {
      Title: packet.title,
      Subject: packet.subject,
      Creator: "Undersigned",
      Producer: "Undersigned",
      CreationDate: revisedAt,
      ModDate: revisedAt,
    },
  });
  for (const [name, bytes] of Object.entries(typefaces)) pdf.registerFont(name, bytes);
  const parts: Buffer[] = [];
  pdf.on("data", (part) => parts.push(part));
  const whole = new Promise<Buffer>((resolve, reject) => {
    pdf.on("end", () => resolve(Buffer.concat(parts)));
    pdf.on("error", reject);
  });

  const tree = pdf.struct("Document");
  pdf.addStructure(tree);
  for (const { title, blocks } of packet.sheets) {
    pdf.addPage();
    const section = pdf.struct("Sect");
    tree.add(section);
    section.add(
      pdf.struct("H1", {}, () => {
        write(pdf, "semibold", paperType.title, title);
        pdf.moveDown(0.7);
      }),
    );
    for (const block of blocks) {
      section.add(draw(pdf, block));
      pdf.moveDown(block.kind === "heading" ? 0.25 : block.kind === "list" ? 0.45 : 0.7);
    }
    section.end();
  }
  tree.end();
  drawFeet(pdf, packet, foot);
  pdf.end();
  return whole;
}

type Pdf = InstanceType<typeof PDFDocument>;

function write(
  pdf: Pdf,
  face: Typeface,
  { size, leading }: Type,
  text: string,
  options: PDFKit.Mixins.TextOptions = {},
) {
  pdf.font(face).fontSize(size).fillColor(ink);
  const lineGap = leading - pdf.currentLineHeight(true);
  pdf.text(printable(face, text), { lineGap, ...options });
}

function draw(pdf: Pdf, block: PacketBlock): PDFKit.PDFStructureElement {
  if (block.kind === "list")
    return pdf.struct(
      "L",
      {},
      block.items.map((item) => drawItem(pdf, item)),
    );
  if (block.kind === "heading")
    return pdf.struct("H2", {}, () => {
      pdf.moveDown(0.3);
      write(pdf, "semibold", paperType.heading, block.text);
    });
  const room = block.kind === "signature" ? 1.4 : 0;
  const lines = "lines" in block ? block.lines : [block.text];
  return pdf.struct("P", {}, () => {
    pdf.moveDown(room / 2);
    for (const [index, line] of lines.entries()) {
      if (index > 0) pdf.moveDown(room);
      write(pdf, block.kind === "subject" ? "semibold" : "serif", paperType.form, line);
    }
  });
}

function drawItem(pdf: Pdf, item: string): PDFKit.PDFStructureElement {
  const indent = 14;
  return pdf.struct("LI", {}, [
    pdf.struct("Lbl", {}, () => write(pdf, "serif", paperType.form, "–")),
    pdf.struct("LBody", {}, () => {
      pdf.y -= paperType.form.leading;
      pdf.x += indent;
      write(pdf, "serif", paperType.form, item, {
        width: pdf.page.width - margins.left - margins.right - indent,
      });
      pdf.x -= indent;
      pdf.moveDown(0.15);
    }),
  ]);
}

/** Draws every page's footer, which screen readers skip. */
function drawFeet(pdf: Pdf, packet: Packet, foot: Foot) {
  const sha256 = createHash("sha256").update(packetText(packet)).digest("hex");
  const { count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index++) {
    pdf.switchToPage(index);
    const { width, height } = pdf.page;
    pdf.page.margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    const top = height - 56;
    pdf
      .moveTo(margins.left, top - 8)
      .lineTo(width - margins.right, top - 8)
      .lineWidth(0.5)
      .stroke(muted);
    pdf.font("sans").fontSize(paperType.foot.size).fillColor(muted);
    const line = { width: width - margins.left - margins.right, lineBreak: false };
    pdf.text(printable("sans", packet.url), margins.left, top, line);
    pdf.text(foot.page(index + 1, count), margins.left, top, { ...line, align: "right" });
    pdf.text(foot.hash(sha256), margins.left, top + paperType.foot.leading, line);
    pdf.endMarkedContent();
  }
}
