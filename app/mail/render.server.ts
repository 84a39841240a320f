import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import type { Email } from "#emails/index.ts";
import type { UpdateProps } from "#emails/update.ts";

export type RenderedEmail = { subject: string; html: string; text: string };
/** `pieces`: the HTML in the pieces of a `Message`. */
export type Render = (email: Email) => Promise<RenderedEmail & { pieces: readonly string[] }>;

const loadLayouts = () => Promise.all([import("#emails/index.ts"), import("@react-email/render")]);

/** Forms that are remembered: a kind of mail has a few in each language. */
const formsAtMost = 500;

/**
 * Returns a function that renders mails. The same mail with the same props is the same bytes.
 *
 * What mails of one kind and language share is rendered once by `toHtml`, and each mail fills its own words
 * in. It is the same to the byte as the mail rendered whole (tests/emails/filled.test.ts): frozen mails are
 * made again.
 *
 * The layouts are loaded with the first mail: they take memory, and a web process hardly ever writes one.
 */
export function createRender(toHtml?: (element: ReactElement) => Promise<string>): Render {
  const forms = new Map<string, Promise<string[]>>();
  let loading: ReturnType<typeof loadLayouts> | undefined;

  return async (email) => {
    loading ??= loadLayouts();
    const [layouts, { render }] = await loading;
    const { bindLetter, htmlOf, partLetter, splitAtGaps, textOf, write } = layouts;
    const whole = toHtml ?? render;
    const letter = bindLetter(write(email));
    const text = textOf(letter);
    const parted = partLetter(letter);
    if (!parted) return inPieces([await whole(htmlOf(letter))], letter.subject, text);

    const { key, words } = parted;
    let form = forms.get(key);
    if (!form) {
      form = whole(htmlOf(parted.form)).then(splitAtGaps);
      form.catch(() => forms.delete(key));
      if (forms.size >= formsAtMost) forms.clear();
      forms.set(key, form);
    }
    const escaped = words.map((word) => escapeHtml(word.replace(halfCharacters, "\ufffd")));
    const pieces = (await form).map((part, place) =>
      place % 2 === 0 ? part : (escaped[Number(part)] ?? ""),
    );
    return inPieces(pieces, letter.subject, text);
  };
}

const inPieces = (pieces: readonly string[], subject: string, text: string) => ({
  subject,
  html: pieces.join(""),
  text,
  pieces,
});

export const render = createRender();

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
 * Renders an update once for all its readers: what is told to each alone is left out and joined in by
 * `write`, which takes microseconds where a rendering takes milliseconds.
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
/** Halves of a pair that are alone: bytes have no place for them. */
const halfCharacters = /\p{Cs}/gu;

/** As React writes it in a text and in an attribute. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
