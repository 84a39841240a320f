import type { Email } from "#emails/index.ts";

type RenderedEmail = { subject: string; html: string; text: string };
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
