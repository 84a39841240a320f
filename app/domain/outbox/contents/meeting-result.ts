import { sql } from "drizzle-orm";
import { z } from "zod";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import {
  changedInEmail,
  emailedVotes,
  PublicVotes,
  publicVotes,
} from "#app/domain/campaign/meetings/public-votes.ts";
import { percentFor } from "#app/domain/campaign/meetings/result.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { describeConfirmedPledge, type Pledged, pledgeSubject } from "#app/domain/outbox/subjects/pledge.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";
import { type CountedVotes, describeVotes } from "#app/i18n/describe-votes.ts";

/** Of another email `e` about the same meeting's result to the same person. */
const ofSameResult = sql`from outbox e join pledges ep on ep.id = e.pledge_id
  where e.supporter_id = d.supporter_id and e.template = d.template and ep.meeting_id = p.meeting_id`;

/** When an earlier one was queued that went, or may have gone. */
const emailedAt = sql`select max(e.created_at) ${ofSameResult} and e.id < d.id
  and e.state not in ('queued', 'skipped', 'suppressed', 'failed')`;

/** Tells a pledger how the meeting voted, or what the earlier email got wrong. */
export const meetingResult = content({
  name: "meeting-result",
  kind: "pledge",
  to: "supporter",
  about: {
    ...pledgeSubject,
    props: {} as Pledged & { emailed: unknown },
    columns: sql`${pledgeSubject.columns}, (select r.published from result_proposals r
      where r.meeting_id = p.meeting_id and r.approved_at <= (${emailedAt})
      order by r.approved_at desc limit 1) as emailed`,
  },
  outdated: sql`${tooOld} or p.status <> 'active' or not p.reminders
    or exists (select ${ofSameResult} and e.id > d.id)`,
  waits: sql`d.campaign_id in ${frozenCampaigns}`,
  async write(row, writing) {
    const found = await describeConfirmedPledge(row, writing);
    if (!found) return null;
    const { name, kind, company, meeting, campaign } = found.pledge;
    const votes = publicVotes(meeting.items);
    const titleOf = new Map(
      meeting.items.map(({ id, title, titleLanguage }) => [id, { title, titleLanguage }] as const),
    );
    const results = emailedVotes(votes).flatMap(({ id, number, title, ...of }) => {
      const percent = percentFor(BigInt(of.for), BigInt(of.against));
      return percent === null ? [] : [{ number, title, ...titleOf.get(id), percent }];
    });
    const changed =
      row.emailed === null ? null : changedInEmail(z.array(PublicVotes).parse(row.emailed), votes);
    if (changed?.length === 0 || (results.length === 0 && changed === null)) return null;
    const inWords = (votes: CountedVotes | null) => votes && describeVotes(writing.locale, votes);
    const corrected = (changed ?? []).map(({ id, number, title, was, is }) => ({
      number,
      title,
      ...titleOf.get(id),
      was: inWords(was),
      is: inWords(is),
    }));
    return {
      props: {
        ...writing.common,
        ...writing.personal(),
        name,
        fund: kind === "fund",
        company,
        year: meeting.year,
        corrected,
        results,
        manageUrl: writing.url("/manage"),
        totalsUrl: writing.url(`/c/${campaign}/pledges`),
      },
    };
  },
});
