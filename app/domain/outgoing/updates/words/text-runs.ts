import { isBlank as isBlankText } from "#app/domain/base/text.ts";
import type { Inline } from "#emails/parts/rich-text.ts";

/** Allows only whole addresses, without a user's name or marks of direction, which only mislead. */
export function isAllowed(url: string): boolean {
  if (/\p{Bidi_Control}/u.test(url)) return false;
  if (!/^(?:https?:\/\/[^\s\p{Cc}]+|mailto:[^\s\p{Cc}/@]+@[^\s\p{Cc}/]+)$/iu.test(url)) return false;
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return /^(?:https?|mailto):$/.test(protocol) && username === "" && password === "";
}

/** A web address with a user name: `https://microsoft.com@evil.test` leads to evil.test. */
export const addressWithUser = /https?:\/\/[^\s/?#@]*@[^\s<>"“”]*/iu;

/** Turns addresses in text into links. Marks at an address's end belong to the sentence. */
export function withLinks(text: string): Inline[] {
  const address = /https?:\/\/[^\s\p{Bidi_Control}<>"“”]*[^\s\p{Bidi_Control}<>"“”.,;:!?'’()[\]*_]/giu;
  const found: Inline[] = [];
  let from = 0;
  for (const { 0: url, index } of text.matchAll(address)) {
    if (!isAllowed(url)) continue;
    if (index > from) found.push(textRun(text.slice(from, index)));
    found.push({ kind: "link", url, of: [textRun(url)] });
    from = index + url.length;
  }
  if (from < text.length) found.push(textRun(text.slice(from)));
  return found;
}

export const textRun = (text: string): Inline => ({
  kind: "text",
  text: text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " "),
});

export const withBreaks = (lines: Inline[][]): Inline[] =>
  lines.flatMap((line, place) => (place === 0 ? line : [{ kind: "break" as const }, ...line]));

export const areBlank = (of: readonly Inline[]) => isBlankText(textOfRuns(of));

/** Joins the words in one line. */
export const textOfRuns = (of: readonly Inline[]): string =>
  of
    .map((run) => (run.kind === "text" ? run.text : run.kind === "break" ? " " : textOfRuns(run.of)))
    .join("");
