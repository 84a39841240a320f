import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, type Undo, undoBlock } from "./parts/words.ts";
import { type Personal, personalButton, type Written, writtenFacts } from "./parts/written.ts";

/** `holdReason`: a code of app/domain/screening/reasons.ts. */
export type LetterHeldProps = MailProps &
  Written &
  Personal &
  Undo & { name: string; confirmedAt: Date; holdReason: string };

/** Says why a letter is on hold for review, as its receipt. */
export function letterHeld(props: LetterHeldProps): Letter {
  const { locale, campaign, name } = props;
  const { letter, letterMail } = words(locale);
  const w = letterMail.heldBack;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(name, campaign.company, day(locale, props.confirmedAt)) },
    { kind: "notice", text: w.why(letter.heldReasons[props.holdReason] ?? letter.heldOtherwise) },
    { kind: "facts", rows: writtenFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: letterMail.warning(campaign.company) },
    personalButton(locale, props, "withdraw"),
    undoBlock(locale, props),
  ]);
}
