import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { headingOf, listOf } from "./parts/rich-text.ts";
import { buttonUntil, day, emailOf } from "./parts/words.ts";

export type AskNameProps = MailProps & {
  name: string;
  confirmedAt: Date;
  personalUrl: string;
  personalUntil: Date;
  manageUrl: string;
};

/** Asks someone whether their name is written as they want it delivered. */
export function askName(props: AskNameProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.askName;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(campaign.title, day(locale, props.confirmedAt), campaign.company) },
    { kind: "facts", rows: [{ label: w.written, value: props.name }] },
    { kind: "rich", of: [headingOf(w.nextHeading), listOf([w.ifCorrect, w.ifChanged, w.ifNothing])] },
    buttonUntil(locale, w, props.personalUrl, props.personalUntil, props.manageUrl),
  ]);
}
