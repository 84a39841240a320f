import { words } from "#app/i18n/index.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { day, emailOf, timeOfDay } from "./parts/words.ts";

export type ApproverChangedProps = MailProps & {
  /** Whose right changed, and whether the email is to them. */
  who: string;
  isYou: boolean;
  /** Whether they gained or lost the right to approve. */
  has: boolean;
  /** Who gave or took it; null: the operator. */
  by: string | null;
  /** When they begin or stop to count as a second person; null: at once, or they count no more. */
  until: Date | null;
  teamUrl: string;
};

/** Tells a team who may approve from now on, or may no more, while it can still be undone. */
export function approverChanged(props: ApproverChangedProps): Letter {
  const { locale, campaign, who, isYou, has, by, until, teamUrl } = props;
  const w = words(locale).organizerMail.approverChanged;
  const change = has ? w.given : w.taken;
  const counts = until && change.counts(`${day(locale, until)}, ${timeOfDay(locale, until)}`, isYou);
  return emailOf(props, { ...w, subject: change.subject, preview: change.preview, heading: change.subject }, [
    {
      kind: "paragraph",
      text: isYou
        ? change.you(by ?? w.operator, campaign.title)
        : change.other(who, by ?? w.operator, campaign.title),
    },
    ...(counts ? [{ kind: "paragraph", text: counts } as const] : []),
    { kind: "paragraph", text: w.wrong },
    { kind: "button", label: w.button, url: teamUrl },
  ]);
}
