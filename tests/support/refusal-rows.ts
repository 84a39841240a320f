import { eq } from "drizzle-orm";
import type { Refusal } from "#app/domain/upkeep/refusals/refusal.ts";
import type { Db } from "#db/index.ts";
import { auditEntries } from "#db/schema/index.ts";

/** Makes refusals, and reads what the audit log says of them. */
export function refusalsIn(db: Db) {
  /** Each test has its own day, so that it does not count another's. */
  let day = 0;

  const aNoon = () => new Date(Date.UTC(2026, 0, 1 + 20 * day++, 12, 10));

  const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000);

  const aRefusal = (values: Partial<Refusal> = {}): Refusal => {
    const nobody = { organizerId: null, campaign: null, page: null, network: null };
    return Object.assign({ why: "unknown-address", n: 1 }, nobody, values) as Refusal;
  };

  const entriesOf = async (actor: string) =>
    (await db.select().from(auditEntries).where(eq(auditEntries.actor, actor))).map(
      ({ detail }) => detail as { why: string; times: number; more?: true; page?: string },
    );

  return { aNoon, later, aRefusal, entriesOf };
}
