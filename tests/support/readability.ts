import { retext } from "retext";
import retextReadability from "retext-readability";
import { textOfPage } from "./guard-rails.ts";

type Node = { type: string; children?: Node[] };

/** Shorter ones are labels. */
const minWords = 5;

/**
 * Returns how many sentences the texts have, each text once, and which of them four of seven formulas of
 * readability find too hard for a reader of this age.
 */
export function hardSentences(age: number, texts: readonly string[]) {
  const whole = [...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()))].join("\n\n");
  const reader = retext().use(retextReadability, { age, minWords });
  const { messages } = reader.processSync(whole);
  return {
    sentences: countSentences(reader.parse(whole) as Node),
    hard: messages.map(({ actual }) => actual ?? ""),
  };
}

const countSentences = ({ type, children = [] }: Node): number =>
  type === "SentenceNode"
    ? Number(children.filter((child) => child.type === "WordNode").length >= minWords)
    : children.reduce((sum, child) => sum + countSentences(child), 0);

/** The texts of a page that stand apart from each other: its headings, paragraphs, cells and labels. */
export const textsOfPage = (html: string): string[] =>
  textOfPage(
    html
      .replace(/<(select|textarea|svg)\b[\s\S]*?<\/\1>/gi, "")
      .replace(
        /<\/?(p|li|ul|ol|h\d|div|section|table|td|th|tr|label|dt|dd|summary|legend|button|blockquote)\b/gi,
        "\u2029$&",
      ),
  )
    .split("\u2029")
    .filter((text) => /\S/.test(text));
