import { sql } from "drizzle-orm";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";
import { unsubscribeUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import { readUpdate } from "#app/domain/outgoing/updates/words/read-update.server.ts";

const update: Subject<{ updateId: number }> = {
  joins: sql`join updates u on u.id = d.update_id`,
  columns: sql`u.id::int as "updateId"`,
};

/** Sends an update to an organizer as its readers will get it, in the language they asked for. */
export const updateTest = content({
  name: "update-test",
  kind: "update",
  to: "organizer",
  about: update,
  async write({ updateId, publicId, name }, { db, mailing, locale, queuedAt: createdAt }) {
    const update = await readUpdate(db, mailing, updateId, locale);
    const link = unsubscribeUrl(mailing, { publicId, createdAt, locale });
    return update && { props: { ...update.props, name, unsubscribeUrl: link } };
  },
});
