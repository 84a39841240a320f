import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { type SignedPetition, signedFacts } from "./parts/signed.ts";
import { day, emailOf } from "./parts/words.ts";

export type AlreadySignedProps = MailProps &
  SignedPetition & { name: string; confirmedAt: Date; receiptCode: string; manageUrl: string };

/** Tells someone whose signature counts already that there is nothing to do. Holds no personal link. */
export function alreadySigned(props: AlreadySignedProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.alreadySigned;
  const code = { label: words(locale).mail.parts.receiptCode, value: props.receiptCode };
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(props.name, campaign.title, day(locale, props.confirmedAt)) },
    { kind: "facts", rows: [...signedFacts(locale, "youSigned", props), code] },
    { kind: "paragraph", text: w.notStored },
    { kind: "button", label: w.button, url: props.manageUrl, note: w.buttonNote },
    { kind: "paragraph", text: w.notYou },
    { kind: "link", text: w.share, url: campaign.url },
  ]);
}
