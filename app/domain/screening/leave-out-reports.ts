import { automaton } from "./lexicon.ts";
import type { Word } from "./read-words.ts";

const opening = /["“«„]/;
/** Characters of a quotation at most. */
const quotedAtMost = 400;

/**
 * Leaves out what a letter reports that others said, between quotation marks, unless the sentence around it
 * turns to the reader.
 */
export function leaveOutReports(words: readonly Word[], text: string): readonly Word[] {
  if (!opening.test(text)) return words;
  const kept: Word[] = [];
  const quotes = readQuotes(text);
  let next = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as Word;
    while (next < quotes.length && (quotes[next]?.end ?? 0) <= word.start) next += 1;
    const quote = quotes[next];
    if (quote && word.start >= quote.start && word.start < quote.end) {
      quote.reported ??= isQuoteReported(words, at, quote);
      if (quote.reported) continue;
    }
    kept.push(word);
  }
  return kept;
}

type Quote = { start: number; end: number; reported?: boolean };

function readQuotes(text: string): Quote[] {
  const quotes: Quote[] = [];
  const closing: Record<string, string> = { '"': '"', "“": "”", "«": "»", "„": "“" };
  let open: { start: number; close: string } | null = null;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (open) {
      if (char === open.close || (char === '"' && open.close === "”")) {
        if (at - open.start <= quotedAtMost) quotes.push({ start: open.start, end: at + 1 });
        open = null;
      } else if (char === "\n") open = null;
      continue;
    }
    const close = closing[char];
    if (close !== undefined) open = { start: at, close };
  }
  return quotes;
}

const toReader = new Set("you your usted ustedes vosotros te tu ti".split(" "));

function isQuoteReported(words: readonly Word[], at: number, quote: Quote): boolean {
  const is = (n: number, name: string) => automaton.isOf(words[n]?.id ?? 0, name);
  let reported = false;
  for (let n = at - 1, marks = 0; n >= 0 && n > at - 24; n--) {
    const word = words[n] as Word;
    if (word.word === "|" && (word.end > quote.start || word.mark === ":" ? ++marks > 2 : true)) break;
    if (toReader.has(word.word)) return false;
    if (is(n, "REPORT") || is(n, "ES_REPORT") || is(n, "QUOTED")) {
      if (is(n - 1, "FIRST") || is(n - 2, "FIRST")) return false;
      reported = true;
    }
  }
  let n = at;
  while (n < words.length && (words[n] as Word).start < quote.end) n += 1;
  for (const last = n + 12; n < words.length && n < last; n++) {
    const word = words[n] as Word;
    if (word.word === "|") break;
    if (toReader.has(word.word)) return false;
    if (is(n, "REPORT") || is(n, "ES_REPORT")) reported = true;
  }
  return reported;
}
