/** Ratio between two steps of the scale: `--ratio` of app/ui/styles/tokens.css, as on a phone. */
export const ratio = 1.25;

/** Sizes of a medium by step from the body text's size; half steps are allowed. Rounded to `grain`. */
const scale = (read: number, grain: number) => (step: number) =>
  Math.round((read * ratio ** step) / grain) * grain;

/** A font size with its line height. */
export type Type = { size: number; leading: number };

/** Pages on a phone, in CSS pixels: the sizes in app/ui/styles, by their use. */
const ofPages = (step: number) => 18 * ratio ** step;
export const pageType = {
  title: ofPages(4),
  formTitle: ofPages(3),
  section: ofPages(2),
  heading: ofPages(1),
  lead: ofPages(1),
  body: ofPages(0),
  note: Math.round(ofPages(-1)),
  kind: Math.round(ofPages(-2)),
} as const;

/** PDFs, in points. */
const pt = scale(10, 0.5);
export const paperType = {
  figure: { size: pt(6.5), leading: 50 },
  cover: { size: pt(4), leading: 28 },
  title: { size: pt(3), leading: 24 },
  section: { size: pt(2.5), leading: 21 },
  heading: { size: pt(1), leading: 16 },
  lead: { size: pt(1), leading: 17 },
  /** What the campaign writes. */
  body: { size: pt(0.5), leading: 15.5 },
  /** What people fill in and send. */
  form: { size: pt(0), leading: 15 },
  /** Letters printed one after another. */
  letter: { size: pt(0), leading: 13.5 },
  aside: { size: pt(-0.5), leading: 13 },
  cell: { size: pt(-0.5), leading: 15 },
  note: { size: pt(-1), leading: 12 },
  kind: { size: pt(-1), leading: 12 },
  columnHead: { size: pt(-1), leading: 15 },
  /** One of thousands of names in columns. */
  name: { size: pt(-1), leading: 10 },
  foot: { size: pt(-1.5), leading: 10 },
  proof: { size: pt(-2), leading: 10 },
  country: { size: pt(-2.5), leading: 10 },
} as const satisfies Record<string, Type>;

/** Share images, in pixels of their 1200 × 630. */
const dot = scale(30, 1);
export const pictureType = {
  figure: { size: dot(4.5), leading: dot(4.5) },
  /** Next to a chart, with less room. */
  lesserFigure: { size: dot(3), leading: dot(3) },
  wordmark: { size: dot(1.5), leading: dot(1.5) },
  lead: { size: dot(1), leading: dot(1) },
  body: { size: dot(0), leading: dot(0) },
  value: { size: dot(-0.5), leading: dot(-0.5) },
  kind: { size: dot(-1), leading: 29 },
  note: { size: dot(-1.5), leading: 25 },
} as const satisfies Record<string, Type>;

/** Sizes tried for a headline, largest first, and its line height. */
export const headlineSizes: readonly number[] = [6, 5.5, 5, 4.5, 4, 3.5, 3, 2.5, 2, 1.5].map(dot);
export const headlineLeading = 1.06;

/** Emails, in whole CSS pixels. */
const px = scale(pageType.body, 1);
export const mailType = {
  title: { size: px(3), leading: 38 },
  titleOnPhone: { size: px(2), leading: 32 },
  code: { size: px(2.5), leading: 36 },
  section: { size: px(1), leading: 28 },
  wordmark: { size: px(0.5), leading: 22 },
  body: { size: px(0), leading: 29 },
  heading: { size: px(0), leading: 24 },
  button: { size: px(0), leading: 20 },
  aside: { size: px(-0.5), leading: 24 },
  foot: { size: px(-1), leading: 21 },
  kind: { size: px(-1.5), leading: 18 },
} as const satisfies Record<string, Type>;
