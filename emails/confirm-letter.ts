import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { buttonUntil, day, emailOf } from "./parts/words.ts";
import { type Written, writtenFacts } from "./parts/written.ts";

export type ConfirmLetterProps = MailProps &
  Written & {
    writtenAt: Date;
    confirmUrl: string;
    /** When an unconfirmed letter is deleted. */
    deletedAt: Date;
  };

/**
 * Asks the owner of an address whether they wrote a letter, without its words: anyone may have typed them.
 * `reminder` is the one that follows after two days.
 */
export function confirmLetter(props: ConfirmLetterProps, variant: "first" | "reminder" = "first"): Letter {
  const { locale, campaign } = props;
  const { letterMail } = words(locale);
  const w = letterMail.confirm;
  const own = variant === "reminder" ? letterMail.reminder : w;
  return emailOf(props, own, [
    { kind: "paragraph", text: w.intro(campaign.company, day(locale, props.writtenAt)) },
    buttonUntil(locale, w, props.confirmUrl, props.deletedAt),
    { kind: "facts", rows: writtenFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: letterMail.warning(campaign.company) },
    { kind: "paragraph", text: w.notYou },
  ]);
}

export const confirmLetterReminder = (props: ConfirmLetterProps) => confirmLetter(props, "reminder");
