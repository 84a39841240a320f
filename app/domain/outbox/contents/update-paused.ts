import { sql } from "drizzle-orm";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import { tooOld } from "#app/domain/outbox/too-old.ts";
import { type PauseReason, unreadable } from "#app/domain/outgoing/updates/update.ts";

type Paused = { updateId: string; number: number; reason: PauseReason | null; problem: string | null };

const update: Subject<Paused> = {
  joins: sql`join updates u on u.id = d.update_id`,
  columns: sql`u.public_id as "updateId", u.number, u.pause_reason as reason, u.pause_problem as problem`,
};

/** Tells an update's approvers why it is paused. */
export const updatePaused = content({
  name: "update-paused",
  kind: "organizer",
  to: "organizer",
  about: update,
  outdated: sql`u.state <> 'paused' or o.disabled_at is not null or ${tooOld}`,
  write({ updateId, name, number, reason, problem, slug }, { common, url }) {
    if (reason === null || reason === "restored") return null;
    const isUnreadable = problem === unreadable;
    return {
      props: {
        ...common,
        name,
        number,
        reason: isUnreadable ? unreadable : reason,
        problem: isUnreadable ? null : problem,
        updateUrl: url(`/organize/c/${slug}/updates/${updateId}`),
      },
    };
  },
});
