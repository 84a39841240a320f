import { createHash } from "node:crypto";
import type { Email } from "#emails/index.ts";
import type { UpdateProps } from "#emails/update.ts";

export type RenderedEmail = { subject: string; html: string; text: string };
export type Render = (email: Email) => Promise<RenderedEmail>;

/**
 * Renders one mail. The same mail with the same props is the same bytes.
 *
 * The layouts are loaded with the first mail: they take 30 MB, and a web process hardly ever writes one.
 */
export const render: Render = async (email) => {
  const { htmlOf, textOf, write } = await import("#emails/index.ts");
  const { render: toHtml } = await import("@react-email/render");
  const letter = write(email);
  return { subject: letter.subject, html: await toHtml(htmlOf(letter)), text: textOf(letter) };
};

/** What is told to one reader of an update alone. */
export type UpdateReader = { name: string; unsubscribeUrl: string };

export type CompiledUpdate = {
  /** Tells layouts apart: 16 hexadecimal digits of the sha256 of all that is the same for every reader. */
  version: string;
  /** The mail of one reader, in pieces. The same reader gets the same bytes. */
  write(reader: UpdateReader): { subject: string; html: readonly string[]; text: readonly string[] };
};
export type CompileUpdate = (props: Omit<UpdateProps, keyof UpdateReader>) => Promise<CompiledUpdate>;

/**
 * Renders an update once for all its readers: what is told to each alone is left out and joined in by `write`,
 * which takes microseconds where a rendering takes milliseconds.
 *
 * The marks of the gaps are made from the sha256 of the words, so no words can hold their own marks.
 */
export const compileUpdate: CompileUpdate = async (props) => {
  const digest = createHash("sha256").update(JSON.stringify(props)).digest("hex").slice(0, 32);
  const gaps = { name: `name-${digest}`, unsubscribeUrl: `link-${digest}` };
  const { subject, html, text } = await render({ name: "update", props: { ...props, ...gaps } });
  const parts = { html: divide(html, gaps), text: divide(text, gaps) };
  return {
    version: createHash("sha256")
      .update(JSON.stringify([subject, parts.html, parts.text]))
      .digest("hex")
      .slice(0, 16),
    write: ({ name, unsubscribeUrl }) => {
      const line = name.replace(notPrinted, " ");
      return {
        subject,
        html: join(parts.html, escapeHtml(line), escapeHtml(unsubscribeUrl)),
        text: join(parts.text, line, unsubscribeUrl),
      };
    },
  };
};

/** What is the same for all, with the gaps between: each named gap is there exactly once, the name first. */
type Parts = readonly [start: string, middle: string, end: string];

function divide(rendered: string, gaps: UpdateReader): Parts {
  const [start, rest, ...more] = rendered.split(gaps.name);
  const [middle, end, ...others] = rest?.split(gaps.unsubscribeUrl) ?? [];
  if (start === undefined || middle === undefined || end === undefined || more.length || others.length) {
    throw new Error("an update names its reader once and holds one link to unsubscribe after that");
  }
  return [start, middle, end];
}

const join = ([start, middle, end]: Parts, name: string, url: string) => [start, name, middle, url, end];

/** Control characters, line ends among them, and spaces that a line of text does not tell from its own. */
const notPrinted = /[\p{Cc}\p{Zl}\p{Zp}\u00a0]/gu;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
