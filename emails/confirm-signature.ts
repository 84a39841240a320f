import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { type SignedPetition, signedFacts } from "./parts/signed.ts";
import { buttonUntil, day, emailOf } from "./parts/words.ts";

export type ConfirmSignatureProps = MailProps &
  SignedPetition & {
    signedAt: Date;
    confirmUrl: string;
    /** When an unconfirmed entry is deleted. */
    deletedAt: Date;
  };

/** Asks the owner of an address whether they signed. `reminder` is the one that follows after two days. */
export function confirmSignature(
  props: ConfirmSignatureProps,
  variant: "first" | "reminder" = "first",
): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.confirm;
  const own = variant === "reminder" ? words(locale).mail.reminder : w;
  return emailOf(props, own, [
    { kind: "paragraph", text: own.intro(campaign.title, day(locale, props.signedAt)) },
    buttonUntil(locale, w, props.confirmUrl, props.deletedAt),
    { kind: "facts", rows: signedFacts(locale, "youSign", props) },
    { kind: "paragraph", text: w.notYou },
  ]);
}

export const confirmReminder = (props: ConfirmSignatureProps) => confirmSignature(props, "reminder");
