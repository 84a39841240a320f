import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { headingOf, listOf } from "./parts/rich-text.ts";
import { day, footer, freshLink } from "./parts/words.ts";

export type AskNameProps = MailProps & {
  name: string;
  confirmedAt: Date;
  personalUrl: string;
  personalUntil: Date;
  manageUrl: string;
};

/** Asks someone whether their name is written as they want it handed over. */
export function askName(props: AskNameProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).mail.askName;
  return {
    locale,
    subject: w.subject,
    preview: w.preview,
    heading: w.heading,
    blocks: [
      { kind: "paragraph", text: w.intro(campaign.title, day(locale, props.confirmedAt), campaign.company) },
      { kind: "facts", rows: [{ label: w.written, value: props.name }] },
      { kind: "rich", of: [headingOf(w.nextHeading), listOf([w.ifCorrect, w.ifChanged, w.ifNothing])] },
      {
        kind: "button",
        label: w.button,
        url: props.personalUrl,
        note: w.buttonNote(day(locale, props.personalUntil)),
        fresh: freshLink(locale, props.manageUrl),
      },
    ],
    footer: footer(props, w.reason),
  };
}
