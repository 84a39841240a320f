import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";

export type NoticeHeldProps = MailProps & {
  /** The organizer's. */
  name: string;
  /** The new petition's. */
  version: number;
  /** The petition's page in the console. */
  petitionUrl: string;
};

/** Tells approvers that the emails about a new petition are stopped, why, and what to do. */
export function noticeHeld(props: NoticeHeldProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).organizerMail.noticeHeld;
  return emailOf(props, { ...w, heading: w.subject }, [
    { kind: "paragraph", text: w.intro(props.name, props.version, campaign.title) },
    {
      kind: "facts",
      rows: [
        { label: w.why, value: w.because },
        { label: w.whatToDo, value: w.todo },
      ],
    },
    { kind: "button", label: w.button, url: props.petitionUrl },
  ]);
}
