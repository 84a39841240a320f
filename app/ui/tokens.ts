export const themes = ["light", "dark"] as const;
export type Theme = (typeof themes)[number];
type Values = Readonly<Record<string, string>>;

/** Reads the tokens of app/ui/styles/tokens.css by theme; dark inherits from light. */
export function readTokens(css: string): Record<Theme, Values> {
  const [light, dark] = [/^:root \{([^}]*)\}/m, /prefers-color-scheme: dark\) \{\s*:root \{([^}]*)\}/].map(
    (block) => {
      const lines = block.exec(css)?.[1]?.matchAll(/^\s*--([\w-]+): (.+);$/gm) ?? [];
      return Object.fromEntries([...lines].map(([, name = "", value = ""]) => [name, value]));
    },
  );
  return { light: { ...light }, dark: { ...light, ...dark } };
}

/** Names the tokens that are colors. */
export const colours = (values: Values): string[] =>
  Object.keys(values).filter((name) => /^#[0-9a-f]{3,6}$/i.test(values[name] ?? ""));

type Pair = { text: string; on: string; atLeast: number };
const pairs = (texts: string[], grounds: string[], atLeast: number): Pair[] =>
  texts.flatMap((text) => grounds.map((on) => ({ text, on, atLeast })));

/** Pairs of text and background tokens, with the contrast each needs (WCAG 2.2, 1.4.3 and 1.4.11). */
export const readOn: readonly Pair[] = [
  ...pairs(["ink", "muted", "act", "link"], ["paper", "raised", "good", "warning", "error"], 4.5),
  ...pairs(["reported", "record", "statement", "opinion"], ["paper", "raised"], 4.5),
  ...pairs(["on-act"], ["act", "act-hover"], 4.5),
  ...pairs(["paper"], ["ink"], 4.5),
];

/** Computes the contrast of two colors, 1 to 21 (WCAG 2.2: relative luminance). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const digits = hex.slice(1);
  const full = digits.length === 3 ? digits.replace(/./g, "$&$&") : digits;
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
