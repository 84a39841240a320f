import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, footer } from "./parts/words.ts";

export type ManageLinkProps = MailProps & { name: string; personalUrl: string; personalUntil: Date };

/** The link to the page with everything held about one person, mailed on request. */
export function manageLink(props: ManageLinkProps): Letter {
  const { locale } = props;
  const w = words(locale).mail.manageLink;
  return {
    locale,
    subject: w.subject,
    preview: w.preview,
    heading: w.heading,
    blocks: [
      { kind: "paragraph", text: w.intro(props.name) },
      {
        kind: "button",
        label: w.button,
        url: props.personalUrl,
        note: w.buttonNote(day(locale, props.personalUntil)),
      },
      { kind: "paragraph", text: w.notYou },
    ],
    footer: footer(props, w.reason),
  };
}
