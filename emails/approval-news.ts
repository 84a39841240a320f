import { type Words, words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { emailOf } from "./parts/words.ts";

export type ApprovalNewsProps = MailProps & {
  /** The organizer's. */
  name: string;
  /** Who asked, or sent it back; null: the operator, or nobody. */
  by: string | null;
  kind: Parameters<Words["approvals"]["thing"]>[0];
  number: number | null;
  /** What the approver wants changed; null: nothing was sent back, or the reason was erased. */
  why: string | null;
  /** Its page in the console. */
  url: string;
};

/** Asks an approver for their decision. */
export const approvalAsked = (props: ApprovalNewsProps): Letter =>
  news(props, words(props.locale).approvals.askedMail);

/** Tells the author that something was sent back, and why. */
export const approvalSentBack = (props: ApprovalNewsProps): Letter =>
  news(props, words(props.locale).approvals.sentBackMail);

/** Tells those who were asked that their approval is no longer needed. */
export const approvalWithdrawn = (props: ApprovalNewsProps): Letter =>
  news(props, words(props.locale).approvals.withdrawnMail);

type Say = Words["approvals"]["askedMail" | "sentBackMail" | "withdrawnMail"];

function news(props: ApprovalNewsProps, say: Say): Letter {
  const { locale, campaign, name, by, kind, number, why, url } = props;
  const { thing, sendBack } = words(locale).approvals;
  const what = thing(kind, number);
  const lines = why?.split("\n").filter((line) => line.trim() !== "") ?? [];
  return emailOf(props, { ...say, heading: say.subject }, [
    { kind: "paragraph", text: say.intro(name, by, what, campaign.title) },
    ...(lines.length > 0
      ? [{ kind: "facts" as const, rows: [{ label: sendBack.label, value: lines }] }]
      : []),
    { kind: "paragraph", text: say.next },
    { kind: "button", label: say.button, url },
  ]);
}
