import { formatNumber, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { actBlocks, type Share } from "./parts/share.ts";
import { day, emailOf, type Next, type Undo, undoBlock } from "./parts/words.ts";
import {
  nextDispatch,
  type Personal,
  personalButton,
  type Rhythm,
  type Written,
  writtenFacts,
} from "./parts/written.ts";

export type LetterReceiptProps = MailProps &
  Written &
  Personal &
  Rhythm &
  Undo &
  Next &
  Share & {
    name: string;
    confirmedAt: Date;
    /** How many letters there were when it was queued; null if too few. */
    letters: number | null;
  };

/** Goes to the writer of a letter once, when they confirm it. */
export function letterReceipt(props: LetterReceiptProps): Letter {
  const { locale, campaign, name } = props;
  const { letterMail, personal } = words(locale);
  const { thanks } = personal;
  const countLine = props.letters === null ? [] : [thanks.written(formatNumber(locale, props.letters))];
  const w = letterMail.receipt;
  return emailOf(props, { ...w, heading: w.heading(name) }, [
    {
      kind: "paragraph",
      text: [w.intro(campaign.company, day(locale, props.confirmedAt)), ...countLine].join(" "),
    },
    { kind: "paragraph", text: nextDispatch(locale, props) },
    ...actBlocks(props, "written"),
    { kind: "line" },
    { kind: "facts", rows: writtenFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: letterMail.warning(campaign.company) },
    { ...personalButton(locale, props, "withdraw"), quiet: true },
    undoBlock(locale, props),
  ]);
}
