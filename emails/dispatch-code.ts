import { words } from "#app/i18n/index.ts";
import type { OrganizerCodeProps } from "./organizer-code.ts";
import type { Letter } from "./parts/letter.ts";
import { footer, timeOfDay } from "./parts/words.ts";

export type DispatchCodeProps = OrganizerCodeProps & {
  /** Of the organizer. */
  name: string;
  number: number;
};

/** The code with which somebody approves alone a dispatch that they submitted. It is in the body alone. */
export function dispatchCode(props: DispatchCodeProps): Letter {
  const { locale, campaign } = props;
  const shared = words(locale).mail.approvalCode;
  const w = words(locale).letterPapers.dispatch.code;
  return {
    locale,
    subject: w.subject,
    preview: w.preview,
    heading: w.subject,
    blocks: [
      { kind: "paragraph", text: w.intro(props.name, props.number, campaign.title) },
      {
        kind: "code",
        label: shared.code,
        code: props.code,
        note: shared.codeNote(timeOfDay(locale, props.expiresAt)),
      },
      { kind: "paragraph", text: shared.notYou },
    ],
    footer: footer(props, w.reason),
  };
}
