import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";
import { type Personal, personalButton } from "./parts/written.ts";

/** `refusedReason`: why an organizer rejected it, as a code. `answered`: replies reach the campaign. */
export type LetterRefusedProps = MailProps &
  Personal & { name: string; refusedReason: string; answered: boolean };

/** Tells a writer that their letter is not delivered, and why. */
export function letterRefused(props: LetterRefusedProps): Letter {
  const { locale, campaign, name } = props;
  const { letter, letterMail } = words(locale);
  const w = letterMail.refused;
  const reason = letter.refusedReasons[props.refusedReason] ?? letter.refusedOtherwise;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(name, campaign.company, reason) },
    { kind: "paragraph", text: props.answered ? `${w.writeAgain} ${w.mistake}` : w.writeAgain },
    personalButton(locale, props, "text"),
  ]);
}
