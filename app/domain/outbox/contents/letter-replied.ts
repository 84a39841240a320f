import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { listRepliesToDispatch } from "#app/domain/entries/letters/queries.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a writer that the company has replied. */
export const letterReplied = content({
  name: "letter-replied",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or not exists (select from letter_replies r
    where r.dispatch_id = l.dispatch_id and r.removed_at is null and r.approved_at is not null)`,
  waits: sql`d.campaign_id in ${frozenCampaigns}`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    const newest = found && (await listRepliesToDispatch(writing.db, found.letter.dispatchId)).at(-1);
    if (!newest) return null;
    const { fromWhom: from, receivedOn } = newest;
    const lettersUrl = writing.url(`/c/${found.letter.campaign}/letters`);
    return {
      props: { ...found.props, ...writing.personal(), from, receivedOn: new Date(receivedOn), lettersUrl },
    };
  },
});
