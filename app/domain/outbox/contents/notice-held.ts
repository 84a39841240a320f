import { sql } from "drizzle-orm";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";

const heldNotice: Subject<{ version: number }> = {
  joins: sql`join petition_notices n on n.id = d.notice_id`,
  columns: sql`n.version`,
};

/** Tells approvers that a notice to earlier signers is paused. */
export const noticeHeld = content({
  name: "notice-held",
  kind: "organizer",
  to: "organizer",
  about: heldNotice,
  outdated: sql`n.paused_at is null or n.cancelled_at is not null or o.disabled_at is not null or ${tooOld}`,
  write: ({ name, version, slug }, { common, url }) => ({
    props: { ...common, name, version, petitionUrl: url(`/organize/c/${slug}/edit/petition#told`) },
  }),
});
