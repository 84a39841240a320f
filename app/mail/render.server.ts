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
  /** The mail of one reader. The same reader gets the same bytes. */
  write(reader: UpdateReader): RenderedEmail;
};
export type CompileUpdate = (props: Omit<UpdateProps, keyof UpdateReader>) => Promise<CompiledUpdate>;

export const compileUpdate: CompileUpdate = () => Promise.reject(new Error("not written yet"));
