import { render as toHtml } from "@react-email/render";
import { type Email, htmlOf, textOf, write } from "#emails/index.ts";

type RenderedEmail = { subject: string; html: string; text: string };
export type Render = (email: Email) => Promise<RenderedEmail>;

/** Renders one mail. The same mail with the same props is the same bytes. */
export const render: Render = async (email) => {
  const letter = write(email);
  return { subject: letter.subject, html: await toHtml(htmlOf(letter)), text: textOf(letter) };
};
