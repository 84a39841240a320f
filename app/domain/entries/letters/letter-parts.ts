import type { Addressee } from "./letter.ts";
import type { OwnLetter } from "./queries.server.ts";

/** Lists what a writer confirms with a letter: the delivered words, to whom, and who else reads them. */
export const letterParts = (letter: OwnLetter, { office, company }: Addressee) => ({
  office: [office, company],
  name: letter.name,
  country: letter.country,
  address: letter.email,
  language: letter.emailLocale,
  text: letter.text,
  role: letter.role,
  display: letter.display,
  replyTo: letter.replyTo,
  updates: letter.agreed.includes("updates"),
});
