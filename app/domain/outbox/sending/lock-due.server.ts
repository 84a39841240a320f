import { type SQL, sql } from "drizzle-orm";
import type { Content } from "#app/domain/outbox/content.server.ts";
import { contents } from "#app/domain/outbox/contents/index.ts";
import { beganWithLease } from "#app/domain/outbox/record-email-outcome.server.ts";
import { isSingleEmail, urgency } from "#app/domain/queue/single-email.ts";
import { type LastTry, lastTry } from "#app/domain/queue/tries.server.ts";
import type { Db, Tx } from "#db/index.ts";

type Locked = LastTry & {
  id: number;
  template: Content["name"];
  lane: "asked" | "free" | "bulk";
  urgency: number;
  /** Emails in a call with it at most. */
  together: number;
};

/** An email that is due, with what decides whether it may be sent. */
export type Due = Locked & { content: Content; address: string; outdated: boolean; unsure: boolean };

const list = (parts: SQL[], between = ", ") => sql.join(parts, sql.raw(between));
const named = ({ name }: Content) => sql.raw(`'${name}'`);

/** True for an email `d` that this worker knows and nothing keeps in the queue. */
export const mayGo = () => sql`d.template::text in (${list(contents.map(named))})
  and not case d.template::text ${list(
    contents.flatMap((one) => (one.waits ? [sql`when ${named(one)} then ${one.waits}`] : [])),
    " ",
  )} else false end
  and (d.template::text in (${list(contents.filter((one) => one.goesWhilePaused).map(named))})
    or not exists (select from switches where name = 'sending-paused'))`;

/**
 * Locks up to `limit` due emails of the most urgent kind from `from` on, the oldest first. Updates wait in
 * batches. `outdated`: what the email says is no longer so; `unsure`: that is uncertain at the moment.
 */
export async function lockDue(tx: Tx, limit: number, from = 0): Promise<Due[]> {
  // Forces the order of the index: the queue changes faster than its statistics, and each claim of a wave
  // would sort all rows.
  await tx.execute(sql`set local enable_sort = off`);
  const found = await tx.execute<Locked>(sql`
    select d.id::int, d.template, d.lane, ${urgency} as urgency, ${together} as together,
      ${lastTry(beganWithLease)}
    from outbox d
    where ${isSingleEmail} and ${urgency} >= ${from} and d.due_at <= now() and ${mayGo()}
    order by ${urgency}, d.id
    limit ${limit}
    for update skip locked`);
  const locked = found.filter(({ urgency }) => urgency === found[0]?.urgency);
  const due = new Map<number, Due>();
  for (const content of contents) {
    const ofKind = locked.filter(({ template }) => template === content.name);
    if (ofKind.length === 0) continue;
    const ids = ofKind.map(({ id }) => id);
    const checked = await tx.execute<Pick<Due, "id" | "address" | "outdated">>(
      sql`${content.checked} where d.id in ${ids}`,
    );
    const unsure = await content.unsure?.find(tx, ids);
    for (const mail of ofKind) {
      const { address = "", outdated = false } = checked.find(({ id }) => id === mail.id) ?? {};
      due.set(mail.id, { ...mail, content, address, outdated, unsure: unsure?.has(mail.id) ?? false });
    }
  }
  return locked.flatMap(({ id }) => due.get(id) ?? []);
}

/**
 * A quarter of a call whose worker died before it was made: an email that ends workers is alone at its fourth
 * try, and the others are sent before they have none left.
 */
export const together = sql`case when d.state = 'claimed' and d.transport is null
  then greatest(d.together / 4, 1) else d.together end`;

/** Says how urgent the next due email is (`urgency`); null when none is due. */
export async function nextUrgency(db: Db): Promise<number | null> {
  const isDue = (one: number) => sql`exists (select from outbox d
    where ${isSingleEmail} and ${urgency} = ${sql.raw(String(one))} and d.due_at <= now() and ${mayGo()})`;
  const [next] = await db.execute<{ urgency: number | null }>(sql`
    select case when ${isDue(0)} then 0 when ${isDue(1)} then 1 when ${isDue(2)} then 2 end as urgency`);
  return next?.urgency ?? null;
}
