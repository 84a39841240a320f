import { formatNumber, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { ownersBlock, type VoteOf } from "./parts/owners.ts";
import { actBlocks, type Share } from "./parts/share.ts";
import { type SignedPetition, signedFacts } from "./parts/signed.ts";
import { day, emailOf, type Next, ownPageLink, type Undo, undoBlock } from "./parts/words.ts";

export type ReceiptProps = MailProps &
  Undo &
  Next &
  Share &
  SignedPetition & {
    name: string;
    confirmedAt: Date;
    receiptCode: string;
    /** How many had signed when it was queued. */
    signatures: number | null;
    /** Companies whose vote of this year may be open. */
    ownersOf: VoteOf[];
    /** This person's own page, and when its link expires. */
    personalUrl: string;
    personalUntil: Date;
    /** The page that emails a new link. */
    manageUrl: string;
  };

/** Goes to the owner of a signature once, when it is confirmed. */
export function receipt(props: ReceiptProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.receipt;
  const { signatures } = props;
  const number = formatNumber(locale, signatures ?? 0);
  const subject = signatures === null ? w.subject : w.numbered(number);
  const thanks = signatures === null ? [] : [w.count(signatures, number)];
  const label = words(locale).mail.parts.receiptCode;
  const receiptCode = { label, value: [props.receiptCode, w.codeNote] };
  return emailOf(props, { ...w, subject, heading: w.heading(props.name) }, [
    {
      kind: "paragraph",
      text: [...thanks, w.intro(campaign.title, day(locale, props.confirmedAt))].join(" "),
    },
    ...props.ownersOf.map((company) => ownersBlock(locale, company, true)),
    ...actBlocks(props, "signed"),
    { kind: "line" },
    { kind: "facts", rows: [receiptCode, ...signedFacts(locale, "youSigned", props)] },
    ownPageLink(locale, w, props),
    undoBlock(locale, props),
  ]);
}
