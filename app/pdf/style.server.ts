import type PDFDocument from "pdfkit";
import { inks } from "#app/lib/colors.ts";
import type { Line } from "./set-lines.server.ts";
import type { Typeface } from "./typefaces.server.ts";

/** A color as a page's operators set it: each part from 0 to 1. */
const fill = (hex: string) =>
  `${[1, 3, 5].map((at) => Number((Number.parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3))).join(" ")} rg`;
export const ink = fill(inks.light.ink);
export const muted = fill(inks.light.muted);

/** `size` and `leading` in points. With `fixed`, scripts that need more leading do not get it. */
export type Style = { typeface: Typeface; size: number; leading: number; colour?: string; fixed?: boolean };
/** Lines start at the left or right by their reading direction, unless `align` says otherwise. */
export type Place = { left: number; width: number; align?: "start" | "left" | "right"; country?: string };

export type Drawn = { lines: readonly Line[]; style: Style; place: Place; top: number };

export type Pdf = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

/** Returns a line's height: its style's, or more if its script needs it. */
export const heightOf = (line: Line, { size, leading, fixed }: Style) =>
  fixed ? leading : Math.max(leading, (line.height * size * 0.92) / 1000);

export const baselineOf = (height: number, { size, leading }: Style) =>
  (height - leading) * 0.6 + (leading + size * 0.66) / 2;
