import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { footer, timeOfDay } from "./parts/words.ts";

export type OrganizerCodeProps = MailProps & {
  /** Six digits. */
  code: string;
  expiresAt: Date;
};

/** The code an organizer signs in with. It is in the body alone: lists of mails show subjects. */
export function organizerCode(props: OrganizerCodeProps): Letter {
  const { locale } = props;
  const w = words(locale).mail.organizerCode;
  return {
    locale,
    subject: w.subject,
    preview: w.preview,
    heading: w.heading,
    blocks: [
      { kind: "paragraph", text: w.intro },
      { kind: "code", label: w.code, code: props.code, note: w.codeNote(timeOfDay(locale, props.expiresAt)) },
      { kind: "paragraph", text: w.notYou },
    ],
    footer: footer(props, w.reason),
  };
}
