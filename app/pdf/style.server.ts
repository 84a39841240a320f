import type PDFDocument from "pdfkit";
import type { Line } from "./set-lines.server.ts";
import type { Typeface } from "./typefaces.server.ts";

export const ink = "0.09 0.098 0.118 rg";
export const muted = "0.349 0.369 0.412 rg";

/** `size` and `leading` in points. A `fixed` leading is kept by scripts that would have more. */
export type Style = { typeface: Typeface; size: number; leading: number; colour?: string; fixed?: boolean };
/** Lines start at the left or at the right by the direction they are read in, unless it is said where. */
export type Place = { left: number; width: number; align?: "start" | "left" | "right"; country?: string };

export type Drawn = { lines: readonly Line[]; style: Style; place: Place; top: number };

export type Pdf = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

/** A line is as high as its style says, and higher where its script needs it. */
export const heightOf = (line: Line, { size, leading, fixed }: Style) =>
  fixed ? leading : Math.max(leading, (line.height * size * 0.92) / 1000);

export const baselineOf = (height: number, { size, leading }: Style) =>
  (height - leading) * 0.6 + (leading + size * 0.66) / 2;
