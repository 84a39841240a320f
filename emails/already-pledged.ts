import { words } from "#app/i18n/index.ts";
import { disclosures } from "./parts/disclosures.ts";
import type { Letter, MailProps } from "./parts/letter.ts";
import { type Pledged, pledgedFacts } from "./parts/pledged.ts";
import { day, emailOf } from "./parts/words.ts";

export type AlreadyPledgedProps = MailProps &
  Pledged & {
    name: string;
    confirmedAt: Date;
    /** True while it waits for review. */
    inReview: boolean;
    manageUrl: string;
  };

/** Tells someone whose pledge is in force that there is nothing to do. Holds no personal link. */
export function alreadyPledged(props: AlreadyPledgedProps): Letter {
  const { locale, campaign, pledge } = props;
  const { pledgeSummary, pledgeMail } = words(locale);
  const w = pledgeMail.alreadyPledged;
  const meeting = pledgeSummary.told.meetingOf(campaign.company, pledge.meeting.year);
  const intro = props.inReview ? w.introInReview : w.intro;
  return emailOf(props, w, [
    { kind: "paragraph", text: intro(props.name, meeting, day(locale, props.confirmedAt)) },
    { kind: "facts", rows: pledgedFacts(locale, props, campaign.company) },
    { kind: "paragraph", text: w.unchanged },
    { kind: "button", label: w.button, url: props.manageUrl, note: w.buttonNote },
    { kind: "paragraph", text: w.notYou },
    disclosures(props),
  ]);
}
