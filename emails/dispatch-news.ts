import { type Words, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";

type DispatchNewsProps = MailProps & {
  /** The organizer's. */
  name: string;
  number: number;
  /** The dispatch's page in the console. */
  dispatchUrl: string;
};

/** Tells those who may approve that a dispatch of letters was drafted and waits for them. */
export function dispatchWaits(props: DispatchNewsProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).organizerMail.dispatchWaits;
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(props.name, props.number, campaign.title) },
    { kind: "button", label: w.button, url: props.dispatchUrl },
  ]);
}

export type DispatchPausedProps = DispatchNewsProps & {
  reason: keyof Words["organizerMail"]["dispatchPaused"]["reasons"];
};

/** Tells those who may approve that a dispatch of letters has stopped by itself, why, and what to do. */
export function dispatchPaused(props: DispatchPausedProps): Letter {
  const { locale, campaign } = props;
  const w = words(locale).organizerMail.dispatchPaused;
  const { why, whatToDo } = w.reasons[props.reason];
  return emailOf(props, w, [
    { kind: "paragraph", text: w.intro(props.name, props.number, campaign.title) },
    {
      kind: "facts",
      rows: [
        { label: w.why, value: why },
        { label: w.whatToDo, value: whatToDo },
      ],
    },
    { kind: "button", label: w.button, url: props.dispatchUrl },
  ]);
}
