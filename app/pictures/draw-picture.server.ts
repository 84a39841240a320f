import { Resvg } from "@resvg/resvg-js";
import type { ReactNode } from "react";
import satori, { type Font } from "satori";
import { type PictureWords, pictureSize } from "#app/domain/pages/share-image.ts";
import { inks } from "#app/lib/colors.ts";
import { headlineLeading, headlineSizes, pictureType, type Type } from "#app/lib/type-scale.ts";
import { faceOf, findFaces, hanOf } from "#app/pdf/faces.server.ts";
import { typefaces } from "#app/pdf/typefaces.server.ts";
import display from "./fonts/display.ttf?inline";
import label from "./fonts/label.ttf?inline";

const bytesOf = (dataUrl: string) => Buffer.from(dataUrl.slice(dataUrl.indexOf(",") + 1), "base64");

const fonts: Font[] = [
  { name: "Display", data: bytesOf(display), weight: 600 },
  { name: "Label", data: bytesOf(label), weight: 600 },
  { name: "Serif", data: typefaces.serif, weight: 400 },
  { name: "Semibold", data: typefaces.semibold, weight: 600 },
];

/** A picture has no other theme. */
const { ink, muted, rule, paper } = inks.light;
const edge = 76;
const width = pictureSize.width - 2 * edge;

type Style = Record<string, string | number>;

const set = ({ size, leading }: Type): Style => ({ fontSize: size, lineHeight: leading / size });

/** An element as satori reads it. Boxes lay out by flex alone. */
const box = (style: Style, ...children: unknown[]): ReactNode => named(null, style, ...children);

const named = (key: string | null, style: Style, ...children: unknown[]): ReactNode =>
  ({ type: "div", key, props: { style: { display: "flex", ...style }, children } }) as unknown as ReactNode;

/** The × that a line to sign on begins with, so many points wide. */
const cross = (size: number, stroke: number, style: Style): ReactNode =>
  ({
    type: "svg",
    props: {
      width: size,
      height: size,
      viewBox: "0 0 10 10",
      style,
      children: {
        type: "path",
        props: { d: "M1 1l8 8M9 1 1 9", stroke: ink, "stroke-width": stroke, fill: "none" },
      },
    },
  }) as unknown as ReactNode;

/** What a headline has in height: less where the chart of the case is under it. */
const roomIn = ({ evidence }: PictureWords) => (evidence ? 178 : 292);

/** Largest size that may fit: a letter of the display cut is a little under half as wide as its size. */
function startSize({ title, ...words }: PictureWords): number {
  const room = roomIn({ title, ...words });
  const longest = Math.max(...title.split(/\s+/).map((word) => word.length));
  const fits = (size: number) =>
    longest * size * 0.55 < width &&
    title.length * size * 0.4 < width * Math.floor(room / (size * headlineLeading));
  return Math.max(0, headlineSizes.findIndex(fits));
}

const headline = (title: string, size: number, room: number): ReactNode =>
  named(
    "headline",
    {
      display: "block",
      flexShrink: 0,
      width,
      fontFamily: "Display, Semibold, Serif",
      fontWeight: 600,
      fontSize: size,
      lineHeight: headlineLeading,
      letterSpacing: "-0.018em",
      color: ink,
      // One that fits at no size is cut; to balance its lines would cut more.
      ...(size === headlineSizes.at(-1)
        ? { lineClamp: Math.floor(room / (size * headlineLeading)) }
        : { textWrap: "balance" }),
    },
    title,
  );

/** The way to the next step: what is done in ink, and the × where it has come to. */
const way = (done: number): ReactNode =>
  box(
    { width, height: 6, backgroundColor: rule },
    box({ width: `${Math.max(0.5, done * 100)}%`, height: 6, backgroundColor: ink }),
  );

type Bar = NonNullable<PictureWords["evidence"]>["bars"][number];

const barHeight = 30;

/** One value: what it is over its bar, which is cut into blocks that can be counted. */
const bar = ({ month, amount, share }: Bar, blocks: number, isLast: boolean): ReactNode =>
  box(
    { flexDirection: "column", gap: 7 },
    box(
      { alignItems: "baseline", gap: 14, ...set(pictureType.value) },
      box({ fontFamily: "Serif", color: muted }, month),
      box({ fontFamily: "Semibold", fontWeight: 600, color: ink }, amount),
    ),
    box(
      {
        position: "relative",
        width: Math.max(4, share * width),
        height: barHeight,
        backgroundColor: isLast ? ink : muted,
      },
      ...Array.from({ length: Math.ceil(share * blocks) - 1 }, (_, n) =>
        box({
          position: "absolute",
          top: 0,
          left: ((n + 1) * width) / blocks - 1,
          width: 3,
          height: barHeight,
          backgroundColor: paper,
        }),
      ),
    ),
  );

/** The chart of the case as its page draws it, with whose figures they are. */
const chart = ({ bars, blocks, source }: NonNullable<PictureWords["evidence"]>): ReactNode =>
  box(
    { flexDirection: "column", gap: 14, width },
    ...bars.map((one, n) => bar(one, blocks, n === bars.length - 1)),
    box(
      { display: "block", lineClamp: 1, width, fontFamily: "Serif", ...set(pictureType.note), color: muted },
      source,
    ),
  );

const wordmark = (product: string): ReactNode =>
  box(
    { alignItems: "flex-end", gap: 11, paddingBottom: 9, borderBottom: `4px solid ${ink}` },
    cross(19, 1.6, { marginBottom: 6 }),
    box(
      {
        fontFamily: "Display",
        fontWeight: 600,
        ...set(pictureType.wordmark),
        letterSpacing: "-0.012em",
        color: ink,
      },
      product,
    ),
  );

const foot = ({ evidence, figure, foot: line }: PictureWords): ReactNode => {
  const style = { fontFamily: "Serif", ...set(evidence ? pictureType.body : pictureType.lead), color: ink };
  return figure
    ? box(
        { alignItems: "baseline", gap: evidence ? 14 : 20 },
        box(
          {
            fontFamily: "Display",
            fontWeight: 600,
            ...set(evidence ? pictureType.lesserFigure : pictureType.figure),
            letterSpacing: "-0.02em",
            color: ink,
          },
          figure.number,
        ),
        box(style, figure.of),
      )
    : box(style, line);
};

/** What is between headline and foot: the chart of the case, else the progress to the next step. */
const between = ({ evidence, figure }: PictureWords): ReactNode[] => {
  if (evidence) return [chart(evidence), box({ width, height: 2, marginTop: -10, backgroundColor: ink })];
  return figure ? [way(figure.done)] : [];
};

function layout(words: PictureWords, size: number): ReactNode {
  return box(
    {
      flexDirection: "column",
      justifyContent: "space-between",
      ...pictureSize,
      boxSizing: "border-box",
      padding: words.evidence ? `48px ${edge}px 40px` : `66px ${edge}px 62px`,
      backgroundColor: paper,
    },
    box(
      { flexDirection: "column", gap: words.evidence ? 18 : 26 },
      box(
        {
          display: "block",
          fontFamily: "Label, Serif",
          fontWeight: 600,
          ...set(pictureType.kind),
          letterSpacing: "0.09em",
          textTransform: "uppercase",
          color: muted,
          width,
          lineClamp: 1,
        },
        words.eyebrow,
      ),
      headline(words.title, size, roomIn(words)),
    ),
    box(
      { flexDirection: "column", gap: words.evidence ? 24 : 34 },
      ...between(words),
      box({ justifyContent: "space-between", alignItems: "flex-end" }, foot(words), wordmark(words.product)),
    ),
  );
}

/** Draws the picture of a shared link, in the type and the inks of the pages. */
export async function drawPicture(words: PictureWords): Promise<Buffer> {
  const svg = await layOut(words, startSize(words));
  return new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng();
}

/** Lays out with the size of that place, and with the next smaller one where the headline has no room. */
async function layOut(words: PictureWords, place: number): Promise<string> {
  const size = headlineSizes[place] ?? 0;
  let height = 0;
  const svg = await satori(layout(words, size), {
    ...pictureSize,
    fonts,
    loadAdditionalAsset: otherScript,
    onNodeDetected: (node) => {
      if (node.key === "headline") height = node.height;
    },
  });
  return height > roomIn(words) + 1 && place < headlineSizes.length - 1 ? layOut(words, place + 1) : svg;
}

/** Faces for letters that the carried typefaces lack: those of papers. */
async function otherScript(_language: string, segment: string): Promise<Font[]> {
  const han = hanOf(segment);
  await findFaces("semibold", han, segment);
  const faces = new Set([...segment].map((letter) => faceOf("semibold", han, letter)));
  return [...faces].flatMap((face) =>
    face ? [{ name: face.key, data: face.bytes, weight: 600 as const }] : [],
  );
}
