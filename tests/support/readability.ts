import { retext } from "retext";
import retextReadability from "retext-readability";
import { textOfPage } from "./guard-rails.ts";

type Node = { type: string; children?: Node[] };

/** Shorter texts are labels. */
const minWords = 5;

/** Proper names of campaigns, their sources and law: equally long in every sentence about them. */
const names = [
  "US Immigration and Customs Enforcement",
  "Department of Homeland Security",
  "Religious of the Sacred Heart of Mary",
  "Web Content Accessibility Guidelines",
  "Example Campaign Association",
  "Microsoft’s investor relations",
  "The (?:Guardian|New York Times|Washington Post)",
  "Associated Press|GeekWire|\\+972 Magazine|Local Call|Syracuse University",
  "President (?:Biden|Trump)|Donald Trump|Justice Department|Border Patrol",
  "Lisa Monaco|Renee Good|Alex Pretti|Simpson Thacher|Jenner & Block|Satya Nadella|Brad Smith",
  "GitHub|OnMSFT|Truthout|Reuters|Bloomberg|Startuprise|globalbusinessandhumanrights\\.com|AT&T|PepsiCo",
  "Ada Sample|Ana Sample|Zoë O’Brien|Olga Marsh|Teo Marchetti|Ben Adeyemi|Ann",
  "United States|European Union|New Hampshire|Minneapolis|Redmond|Delaware|Israel|Congress",
  "Microsoft|Azure|ProxyVote\\.com|JavaScript|Social Security|401\\(k\\)|Eko|[A-Z]{2,}",
];

/** The site's subjects. No easier word means the same, and every reader meets them on the first page. */
const subjects = [
  "campaigns?|company|companies|emails?|organizers?|signatures?",
  "shareholders?|shareholdings?|proposals?|agreements?|human-rights(?: due diligence)?",
  "immigration|surveillance|detention|deportation|terabytes?",
];

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
const whole = (words: readonly string[]) => `(?<!\\p{L})(?:${words.join("|")})(?!\\p{L})`;
const quotations = /“[^”]*”/gu;
const addresses = /https?:\/\/\S+|\/c\/[\w/-]+|[\w.]+@[\w.]+\w|(?:www\.|localhost:)[\w./-]+\w/gu;
const dates = new RegExp(`(?<!\\p{L})(?:${months})(?: \\d{1,2},)?(?: \\d{4})?(?!\\p{L})`, "gu");
const anyName = new RegExp(whole(names), "gu");
const anySubject = new RegExp(whole(subjects), "giu");

/** Returns a text with a short, familiar word in the place of each name, date, address and quotation. */
const inFamiliarWords = (text: string) =>
  text
    .replace(addresses, "here")
    .replace(quotations, "“Bob”")
    .replace(dates, "May")
    .replace(anyName, "Bob")
    .replace(anySubject, ([first = ""]) => (/\p{Lu}/u.test(first) ? "Friend" : "friend"));

/**
 * Returns how many sentences the texts have, each text once, and which of them four of seven formulas of
 * readability find too hard for a reader of this age.
 */
export function hardSentences(age: number, texts: readonly string[]) {
  const all = texts.map((text) => inFamiliarWords(text).replace(/\s+/g, " ").trim());
  const one = [...new Set(all)].join("\n\n");
  const reader = retext().use(retextReadability, { age, minWords });
  const { messages } = reader.processSync(one);
  return {
    sentences: countSentences(reader.parse(one) as Node),
    hard: messages.map(({ actual }) => actual ?? ""),
  };
}

const countSentences = ({ type, children = [] }: Node): number =>
  type === "SentenceNode"
    ? Number(children.filter((child) => child.type === "WordNode").length >= minWords)
    : children.reduce((sum, child) => sum + countSentences(child), 0);

/** Program text, the numbers of notes, and a source that only organizers see. */
const notSentences =
  /<pre\b[\s\S]*?<\/pre>|<a class="note-ref"[\s\S]*?<\/a>|<span class="candidate"[^>]*>[\s\S]*?<\/span>/gi;

/** Bold words at the start of a paragraph, as "Limits": a label of what follows. */
const label = /(<(?:p|td|span)\b[^>]*>)\s*<b\b[^>]*>([^<]*)<\/b>/gi;

/** Splits a page into its separate texts: headings, paragraphs, cells and labels. */
export const textsOfPage = (html: string): string[] =>
  textOfPage(
    html
      .replace(/<(select|textarea|svg)\b[\s\S]*?<\/\1>/gi, "")
      .replace(notSentences, "")
      .replace(label, "$1$2\u2029")
      .replace(
        /<\/?(p|li|ul|ol|h\d|div|section|table|td|th|tr|label|dt|dd|summary|legend|button|blockquote|figcaption|span class="(hint|kind|what|whose))\b/gi,
        "\u2029$&",
      )
      .replace(/<\/(b|bdi|span|strong|time)>/gi, "$& "),
  )
    .split("\u2029")
    .filter((text) => /\S/.test(text));
