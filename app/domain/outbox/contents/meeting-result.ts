import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { proposerOf } from "#app/domain/campaign/meetings/items/proposer.ts";
import { percentFor } from "#app/domain/campaign/meetings/result.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { describeConfirmedPledge, pledgeSubject } from "#app/domain/outbox/subjects/pledge.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a pledger how the meeting voted. */
export const meetingResult = content({
  name: "meeting-result",
  kind: "pledge",
  to: "supporter",
  about: pledgeSubject,
  outdated: sql`${tooOld} or p.status <> 'active' or not p.reminders`,
  waits: sql`d.campaign_id in ${frozenCampaigns}`,
  async write(row, writing) {
    const found = await describeConfirmedPledge(row, writing);
    if (!found) return null;
    const { pledge } = found;
    const { name, company, meeting, campaign } = pledge;
    const voted = meeting.items.filter((item) => item.status === "voted" && proposerOf(item) !== "company");
    const ours = voted.filter(({ campaignRecommendation }) => campaignRecommendation !== null);
    const results = (ours.length > 0 ? ours : voted).flatMap(({ number, title, votesFor, votesAgainst }) => {
      const percent = votesFor === null || votesAgainst === null ? null : percentFor(votesFor, votesAgainst);
      return percent === null ? [] : [{ number, title, percent }];
    });
    if (results.length === 0) return null;
    return {
      props: {
        ...writing.common,
        ...writing.personal(),
        name,
        company,
        year: meeting.year,
        results,
        manageUrl: writing.url("/manage"),
        totalsUrl: writing.url(`/c/${campaign}/pledges`),
      },
    };
  },
});
