import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, timeOfDay } from "./parts/words.ts";

export type CodesAskedProps = MailProps & {
  /** A page that emails a code, for any browser. */
  signInUrl: string;
  expiresAt: Date;
};

/** Warns the owner of an address about code requests, and says how they can still sign in. */
export function codesAsked(props: CodesAskedProps): Letter {
  const { locale, expiresAt, signInUrl } = props;
  const w = words(locale).organizerMail.codesAsked;
  const until = `${day(locale, expiresAt)}, ${timeOfDay(locale, expiresAt)}`;
  return emailOf(props, { ...w, heading: w.subject }, [
    { kind: "paragraph", text: w.intro },
    { kind: "facts", rows: [{ label: w.still, value: w.ways }] },
    { kind: "button", label: w.button, url: signInUrl, note: w.buttonNote(until) },
    { kind: "facts", rows: [{ label: w.todo, value: w.todoText }] },
  ]);
}
