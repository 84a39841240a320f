import { words } from "#app/i18n/index.ts";
import type { OrganizerCodeProps } from "./organizer-code.ts";
import type { Letter } from "./parts/letter.ts";
import { footer, timeOfDay } from "./parts/words.ts";

export type PackCodeProps = OrganizerCodeProps & {
  /** Of the organizer. */
  name: string;
  number: number;
};

/** The code with which somebody approves alone the pack they asked for. It is in the body alone. */
export function packCode(props: PackCodeProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).packs.code;
  return {
    locale,
    subject: w.subject,
    preview: w.preview,
    heading: w.heading,
    blocks: [
      { kind: "paragraph", text: w.intro(props.name, props.number, campaign.title) },
      { kind: "code", label: w.code, code: props.code, note: w.codeNote(timeOfDay(locale, props.expiresAt)) },
      { kind: "paragraph", text: w.notYou },
    ],
    footer: footer(props, w.reason),
  };
}
