import { sql } from "drizzle-orm";
import { frozenCampaigns } from "#app/domain/access/freeze.server.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import { findConfirmed, letter } from "#app/domain/outbox/subjects/letter.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

/** Tells a writer that a letter was sent to the company. */
export const letterSent = content({
  name: "letter-sent",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: sql`${tooOld} or l.handed_over_at is null`,
  waits: sql`d.campaign_id in ${frozenCampaigns}`,
  async write(row, writing) {
    const found = await findConfirmed(row, writing);
    if (!found) return null;
    const { handedOverAt, dispatch, sentSha256: sha256, state, withdrawnAt } = found.letter;
    if (!handedOverAt || !sha256) return null;
    const sent = { handedOverAt, dispatch, sha256, withdrawnAt, filed: state === "filed" };
    return { props: { ...found.props, ...writing.personal(), ...sent } };
  },
});
