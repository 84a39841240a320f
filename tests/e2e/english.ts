import type { Page } from "@playwright/test";

/** English words that are not Spanish. */
const english = /\b(the|and|of|with|this|that|your|you|from|are|was|were|been|for|who|is|by|not|has|have)\b/i;

/** Names that are the same in every language, and a proposal that a test added to the ballot. */
const names =
  /The New York Times|The Guardian|The Washington Post|The Business Times|Fight for the Future|Report on human-rights due diligence/g;

/** A receipt code may end in "BY", "IS" or "OF". */
const codes = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}\b/g;

const soundsEnglish = (text: string) => english.test(text.replace(names, "").replace(codes, ""));

/** Returns English on a Spanish page without a mark of its language: text, attributes and head. */
export async function englishOn(page: Page): Promise<string[]> {
  const texts = await page.evaluate(() => {
    if (document.documentElement.lang !== "es") return [];
    const inSpanish = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang") === "es";
    const found: string[] = [document.title];
    for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[content]"))
      if (/description|title|alt/.test(meta.name || (meta.getAttribute("property") ?? "")))
        found.push(meta.content);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement;
      if (!inSpanish(element) || element?.matches("script, style, option, textarea")) continue;
      if (node instanceof Element)
        for (const name of ["alt", "aria-label", "title", "placeholder"])
          found.push(node.getAttribute(name) ?? "");
      else found.push(node.textContent ?? "");
    }
    return found;
  });
  return texts.filter(soundsEnglish).map((text) => `${new URL(page.url()).pathname}: ${text.slice(0, 120)}`);
}

/** Finds English lines in Spanish emails. Ignores addresses. */
export const englishIn = (text: string) =>
  text.split("\n").filter((line) => soundsEnglish(line.replace(/\S*(:\/\/|@)\S*/g, "")));

/**
 * Returns the same for a page as sent, without a browser: its text and title, except parts marked as another
 * language.
 */
export const englishInPage = (html: string) =>
  englishIn(
    html
      .replace(/<(script|style|select|textarea)\b.*?<\/\1>/gs, "")
      .replace(/<(\w+)[^>]* lang="en".*?<\/\1>/gs, "")
      .replace(/<[^>]*>/g, "\n")
      .replaceAll(/&#?\w+;/g, " "),
  );
