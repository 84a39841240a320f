import { createHash } from "node:crypto";
import type { ReactElement } from "react";
import { firstNameOf } from "#app/lib/first-name.ts";
import type { Email } from "#emails/index.ts";
import type { UpdateProps } from "#emails/update.ts";

export type RenderedEmail = { subject: string; html: string; text: string };
/** `pieces`: the HTML in the pieces of a `Message`. */
export type Render = (email: Email) => Promise<RenderedEmail & { pieces: readonly string[] }>;

const loadLayouts = () => Promise.all([import("#emails/index.ts"), import("@react-email/render")]);

/** Cached layouts: a kind of email has a few in each language. */
const formsAtMost = 500;

/**
 * Returns a function that renders emails. The same email with the same props is the same bytes.
 *
 * What emails of one kind and language share is rendered once by `toHtml`, and each email's own words are
 * filled in. The result equals a full rendering byte for byte (tests/emails/filled.test.ts): frozen emails
 * are rendered again.
 *
 * Layouts are loaded with the first email: they take memory, and a web process hardly ever writes one.
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

/** What only one reader of an update gets. */
export type UpdateReader = { name: string; unsubscribeUrl: string };

export type CompiledUpdate = {
  /** Identifies the layout: 16 hexadecimal digits of the sha256 of all that is the same for every reader. */
  version: string;
  /** One reader's email, in pieces. The same reader gets the same bytes. */
  write(reader: UpdateReader): { subject: string; html: readonly string[]; text: readonly string[] };
};
export type CompileUpdate = (props: Omit<UpdateProps, keyof UpdateReader>) => Promise<CompiledUpdate>;

/**
 * Renders an update once for all its readers: `write` fills in each reader's own words, which takes
 * microseconds instead of milliseconds.
 *
 * The placeholders are made from the sha256 of the words, so no words can contain their own placeholders.
 * A reader's words go in last and are never read as a field.
 */
export const compileUpdate: CompileUpdate = async (props) => {
  const shared = JSON.stringify(props);
  const digest = createHash("sha256").update(shared).digest("hex").slice(0, 32);
  const linkGap = `link-${digest}`;
  // Short, since lines of the text part are broken around it.
  const mark = `n${digest.slice(0, 10)}`;
  if (shared.toLowerCase().includes(mark)) throw new Error("an update holds its own placeholder");
  const fallbacks: string[] = [];
  const firstName = (fallback: string) => `${mark}${fallbacks.push(fallback.replace(notPrinted, " ")) - 1}n`;
  const rendered = await render({
    name: "update",
    props: { ...props, name: "", unsubscribeUrl: linkGap, firstName },
  });
  const gap = new RegExp(`(${linkGap}|${mark}\\d+n)`, "i");
  const pieces = {
    subject: rendered.subject.split(gap),
    html: rendered.html.split(gap),
    text: rendered.text.split(gap),
  };
  for (const part of [pieces.html, pieces.text])
    if (part.filter((piece) => piece === linkGap).length !== 1)
      throw new Error("an update holds one link to unsubscribe");

  const shownToAll = (parts: readonly string[]) => parts.filter((_, at) => at % 2 === 0);
  const layout =
    fallbacks.length > 0
      ? [pieces, fallbacks]
      : [rendered.subject, shownToAll(pieces.html), shownToAll(pieces.text)];
  return {
    version: createHash("sha256").update(JSON.stringify(layout)).digest("hex").slice(0, 16),
    write: ({ name, unsubscribeUrl }) => {
      const first = firstNameOf(name);
      const fill = (piece: string) => {
        if (piece === linkGap) return unsubscribeUrl;
        const word = first ?? fallbacks[Number(piece.slice(mark.length, -1))] ?? "";
        // Headings are capitals in the text part.
        return piece.startsWith(mark) ? word : word.toLocaleUpperCase(props.locale);
      };
      const filled = (parts: readonly string[], encode: (text: string) => string) =>
        parts.map((piece, at) => (at % 2 === 0 ? piece : encode(fill(piece))));
      return {
        subject: filled(pieces.subject, String).join(""),
        html: filled(pieces.html, escapeHtml),
        text: filled(pieces.text, String),
      };
    },
  };
};

/** Control characters, line ends, and spaces that plain text cannot show. */
const notPrinted = /[\p{Cc}\p{Zl}\p{Zp}\u00a0]/gu;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#x27;",
};
/** Lone surrogates, which UTF-8 cannot encode. */
const halfCharacters = /\p{Cs}/gu;

/** Escapes like React in texts and attributes. */
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => entities[character] ?? "");
