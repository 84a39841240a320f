import { sql } from "drizzle-orm";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { recordAudit } from "#app/domain/record/record.server.ts";
import type { Db } from "#db/index.ts";
import { lockUpdate, type OnUpdate } from "./lock-update.server.ts";
import { testsAnHour } from "./update.ts";

/** `organizerId`: who gets it. */
export type TestInput = OnUpdate & { organizerId: string; locale: string };

/** Queues a test of an update to an organizer's own address, in one language, at most 20 an hour. */
export async function testUpdate(
  db: Db,
  input: TestInput,
  now = new Date(),
): Promise<{ outcome: "queued" | "too-many" | "gone" }> {
  const { campaignId, publicId, organizerId, locale, actor } = input;
  return db.transaction(async (tx) => {
    await tx.execute(
      sql`select pg_advisory_xact_lock(hashtextextended(${`update-tests:${organizerId}`}, 0))`,
    );
    const update = await lockUpdate(tx, input, "write");
    if (!update) return { outcome: "gone" };
    const [sent] = await tx.execute<{ n: number }>(sql`
      select count(*)::int as n from outbox
      where organizer_id = ${organizerId} and template = 'update-test'
        and created_at > ${now.toISOString()}::timestamptz - interval '1 hour'`);
    if ((sent?.n ?? 0) >= testsAnHour) return { outcome: "too-many" };

    const email = { campaignId, organizerId, locale, updateId: update.id, createdAt: now };
    await queueEmails(tx, "update-test", email);
    const detail = { locale, version: update.version };
    await recordAudit(tx, { actor, action: "update-tested", campaignId, subject: publicId, detail }, now);
    return { outcome: "queued" };
  });
}
