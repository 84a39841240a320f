import { sql } from "drizzle-orm";
import type { Db } from "#db/index.ts";
import { insertDraft, isOwnDraft } from "./create-draft.server.ts";
import { lockUpdate, type OnUpdate } from "./lock-update.server.ts";

/**
 * Begins a draft with the words and the audience of an update that was sent, for those who have joined since:
 * somebody who had an email of it, or of a draft like this one, is left out. It needs an approval of its own.
 * `too-old`: who had one is no longer known.
 * `draftId` came with the form, so that a form sent twice makes one.
 */
export async function continueUpdate(
  db: Db,
  input: OnUpdate & { draftId: string },
  now = new Date(),
): Promise<{ outcome: "created" | "not-sent" | "too-old" | "gone" }> {
  return db.transaction(async (tx) => {
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    if (update.state !== "sent") return { outcome: "not-sent" };

    const draft = { campaignId: input.campaignId, publicId: input.draftId, actor: input.actor };
    const root = update.continuesId ?? update.id;
    const forgotten = await tx.execute(sql`select from old_update_mails
      where update_id in (select id from updates where id = ${root} or continues_id = ${root})`);
    if (forgotten.length > 0) return { outcome: "too-old" };
    const id = await insertDraft(tx, draft, { ...update.content, continuesId: root }, now);
    if (id === null) {
      return { outcome: (await isOwnDraft(tx, draft, sql`continues_id = ${root}`)) ? "created" : "gone" };
    }
    await tx.execute(sql`
      insert into update_texts (update_id, locale, subject, body, greeting)
      select ${id}, locale, subject, body, greeting from update_texts where update_id = ${update.id}`);
    return { outcome: "created" };
  });
}
