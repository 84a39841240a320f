import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf, timeOfDay } from "./parts/words.ts";

export type OrganizerCodeProps = MailProps & {
  /** Six digits. */
  code: string;
  expiresAt: Date;
  /** What the code reauthenticates for; null: it signs in. */
  proves: keyof ReturnType<typeof words>["organizerMail"]["proofCode"]["purposes"] | null;
};

/**
 * Writes the code to sign in or reauthenticate with, and then says what for. It is in the body alone: lists
 * of emails show subjects.
 */
export function organizerCode(props: OrganizerCodeProps): Letter {
  const { locale, proves, campaign } = props;
  const { organizerCode: signIn, proofCode: proof } = words(locale).organizerMail;
  const w =
    proves === null ? signIn : { ...proof, intro: proof.intro(proof.purposes[proves], campaign.title) };
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro },
    { kind: "code", label: w.code, code: props.code, note: w.codeNote(timeOfDay(locale, props.expiresAt)) },
    { kind: "paragraph", text: w.notYou },
  ]);
}
