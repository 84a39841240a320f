import { words } from "#app/i18n/index.ts";
import { disclosures } from "./parts/disclosures.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { type Pledged, pledgedFacts } from "./parts/pledged.ts";
import { buttonUntil, day, emailOf } from "./parts/words.ts";

export type ConfirmPledgeProps = MailProps &
  Pledged & {
    pledgedAt: Date;
    confirmUrl: string;
    /** Whether another version is in force, or in review. */
    replaces: boolean;
    /** When an unconfirmed entry is deleted. */
    deletedAt: Date;
  };

/** Asks the owner of an address whether they pledged. `reminder` is the one that follows after two days. */
export function confirmPledge(props: ConfirmPledgeProps, variant: "first" | "reminder" = "first"): Letter {
  const { locale, campaign, pledge } = props;
  const { pledgeMail, pledgeSummary } = words(locale);
  const w = pledgeMail.confirm;
  const own = variant === "reminder" ? pledgeMail.reminder : w;
  const intro = pledge.kind === "fund" ? w.introFund : w.intro;
  const meeting = pledgeSummary.told.meetingOf(campaign.company, pledge.meeting.year);
  return emailOf(props, own, [
    {
      kind: "paragraph",
      text: [intro(meeting, day(locale, props.pledgedAt)), ...(props.replaces ? [w.replaces] : [])].join(" "),
    },
    buttonUntil(locale, w, props.confirmUrl, props.deletedAt),
    { kind: "facts", rows: pledgedFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: w.notYou },
    disclosures(props),
  ]);
}

export const confirmPledgeReminder = (props: ConfirmPledgeProps) => confirmPledge(props, "reminder");
