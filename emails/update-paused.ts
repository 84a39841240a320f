import { type Words, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";

export type UpdatePausedProps = MailProps & {
  /** The organizer's. */
  name: string;
  number: number;
  reason: keyof Words["organizerMail"]["updatePaused"]["reasons"];
  /** Our code for the provider's error. */
  problem: string | null;
  /** The update's page in the console. */
  updateUrl: string;
};

/** Tells those who may approve that an update has stopped by itself, why, and what to do. */
export function updatePaused(props: UpdatePausedProps): Letter {
  const { locale, campaign, problem } = props;
  const w = words(locale).organizerMail.updatePaused;
  const { why, whatToDo } = w.reasons[props.reason];
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(props.name, props.number, campaign.title) },
    {
      kind: "facts",
      rows: [
        { label: w.why, value: why },
        { label: w.whatToDo, value: whatToDo },
        ...(problem ? [{ label: w.problem, value: problem }] : []),
      ],
    },
    { kind: "button", label: w.button, url: props.updateUrl },
  ]);
}
