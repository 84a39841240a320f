import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";
import { expect } from "./fixtures.ts";

/** Without axe only the width is checked, in a tenth of the time. */
type View = { theme: "light" | "dark"; width: number; text: number; axe: boolean };
const light = { theme: "light", axe: true } as const;
const dark = { theme: "dark", axe: true } as const;
const measured = { theme: "light", axe: false } as const;

const every: View[] = [light, dark].flatMap((view) =>
  [320, 390, 760, 1280].flatMap((width) => [100, 200].map((text) => ({ ...view, width, text }))),
);

/** Measures each width and text size, and runs axe once for each; all combinations with FULL=1. */
const views: View[] = process.env.FULL
  ? every
  : [
      { ...light, width: 1280, text: 200 },
      { ...measured, width: 1280, text: 100 },
      { ...measured, width: 320, text: 200 },
      { ...dark, width: 320, text: 100 },
    ];

/**
 * The nth page, in one of the looks of axe (width and theme), and measured at the other width. The next page is
 * seen in the next look, so that parts that pages share are checked in each.
 */
function inTurn(nth: number, { large, axe = true }: { large: 320 | 1280; axe?: boolean }): View[] {
  if (process.env.FULL) return every;
  const asked = nth % 2 === 0 ? 320 : 1280;
  const theme = nth % 4 < 2 ? "light" : "dark";
  return ([320, 1280] as const).map((width) => ({
    theme,
    width,
    text: width === large ? 200 : 100,
    axe: axe && width === asked,
  }));
}

/** Checks the page as it is, in each view: no violation, and no sideways scrolling. Leaves it as it was. */
export async function check(page: Page, seen = views) {
  const before = page.viewportSize();
  for (const { theme, width, text, axe } of seen) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 });
    await setLetters(page, text);
    const where = `${page.url()} ${theme} ${width} px ${text} %`;
    if (axe) expect(await violationsOf(page), where).toEqual([]);
    const wide = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth <= clientWidth) return [];
      const all = [...document.querySelectorAll("body *")];
      const over = all.filter((element) => element.getBoundingClientRect().right > clientWidth);
      return over.map(
        ({ tagName, className, textContent }) => `${tagName} ${className} ${textContent?.slice(0, 40)}`,
      );
    });
    expect(wide, `${page.url()} scrolls sideways at ${width} px ${text} %`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
  if (before) await page.setViewportSize(before);
  await setLetters(page, 100);
}

const setLetters = (page: Page, size: number) =>
  page.evaluate((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? "" : `${percent}%`;
  }, size);

/** Checks the nth page in a language, with all its parts open. Axe runs in one, by turns of four pages. */
export async function checkOpened(page: Page, language: "en" | "es", nth = 0) {
  await openAll(page);
  await check(page, inTurn(nth, { large: 1280, axe: language === (nth % 8 < 4 ? "en" : "es") }));
}

/** How many pages of the console a test has checked. */
const checked = new WeakMap<Page, number>();

/** Checks a page of the console, in English; `nth` for a tab that tests share. */
export async function checkConsole(page: Page, nth = checked.get(page) ?? 0) {
  checked.set(page, nth + 1);
  await check(page, inTurn(nth, { large: 320 }));
}

export const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/**
 * Axe, with its private fields as properties: its colors keep them in weak maps, a hundred thousand per check
 * of a page, which took half the time.
 */
const program = `{
  class WeakMap {
    key = Symbol();
    get(of) { return of[this.key]; }
    has(of) { return this.key in of; }
    set(of, value) { of[this.key] = value; return this; }
  }
  class WeakSet extends WeakMap {
    add(one) { return this.set(one, true); }
  }
  ${readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")}
}`;

/**
 * Axe's findings on a page, which gets the program once: Playwright's builder opens a new page for each view.
 * Frames are checked as pages of their own.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(program);
    await page.evaluate(readColoursOnce);
  }
  return page.evaluate(async () => {
    // A button that is changing its color has too little contrast for a moment.
    for (const animation of document.getAnimations()) animation.cancel();
    const { axe: program } = globalThis as unknown as { axe: typeof axe };
    // Without the source of every element: nobody reads it here.
    program.configure({ noHtml: true });
    const { violations } = await program.run(document, {
      // Otherwise it fetches style sheets again, for a rule that is off.
      resultTypes: ["violations"],
      iframes: false,
      preload: false,
      rules: {
        // Off by default in axe: WCAG 2.2, 24 px or as much space around.
        "target-size": { enabled: true },
      },
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(" ")}`);
  });
}

/** Pages have some dozen colors. Unpatched, axe parses them again for every element: a third of its time. */
function readColoursOnce() {
  type Colour = { r: number; g: number; b: number; alpha: number; parseString(text: string): Colour };
  const { axe: program } = globalThis as unknown as {
    axe: { commons: { color: { Color: { prototype: Colour } } } };
  };
  const colour = program.commons.color.Color.prototype;
  const read = colour.parseString;
  const known = new Map<string, Pick<Colour, "r" | "g" | "b" | "alpha">>();
  colour.parseString = function (text) {
    const before = known.get(text);
    if (before) return Object.assign(this, before);
    read.call(this, text);
    const { r, g, b, alpha } = this;
    known.set(text, { r, g, b, alpha });
    return this;
  };
}

/** A preview may be gone by the time its frame requests it: the worker continues. */
export const withoutPreviews = (page: Page) =>
  page.route("**/preview/*", (route) =>
    route.fulfill({ body: "<title>A mail</title>", contentType: "text/html" }),
  );
