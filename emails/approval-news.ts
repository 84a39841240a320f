import { type Words, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { footer } from "./parts/words.ts";

export type ApprovalNewsProps = MailProps & {
  /** Of the organizer. */
  name: string;
  /** Who asked, or sent it back; null: the operator, or nobody. */
  by: string | null;
  kind: Parameters<Words["approvals"]["thing"]>[0];
  number: number | null;
  /** The page in the console on which it is approved. */
  url: string;
};

/** Asks somebody who may approve something for their decision. */
export const approvalAsked = (props: ApprovalNewsProps): Letter =>
  news(props, words(props.locale).approvals.askedMail);

/** Tells its author that something was sent back; the reason is on its page alone. */
export const approvalSentBack = (props: ApprovalNewsProps): Letter =>
  news(props, words(props.locale).approvals.sentBackMail);

type Say = Words["approvals"]["askedMail" | "sentBackMail"];

function news(props: ApprovalNewsProps, say: Say): Letter {
  const { locale, campaign, name, by, kind, number, url } = props;
  const what = words(locale).approvals.thing(kind, number);
  return {
    locale,
    subject: say.subject,
    preview: say.preview,
    heading: say.subject,
    blocks: [
      { kind: "paragraph", text: say.intro(name, by, what, campaign.title) },
      { kind: "paragraph", text: say.next },
      { kind: "button", label: say.button, url },
    ],
    footer: footer(props, say.reason),
  };
}
