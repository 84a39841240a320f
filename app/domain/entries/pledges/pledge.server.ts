import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { confirmationsPerDay, maxUnmailed } from "#app/domain/entries/signatures/signature.ts";
import { mailsPerDay } from "#app/domain/queue/email.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { lockPerson, storeNewPersons, typedBy } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import type { pledges } from "#db/schema/index.ts";
import type { PledgeAnswers } from "./pledge.ts";
import { saysTheSame } from "./same-version.server.ts";
import { findSeries, insertVersion, insertVersions, renewPending } from "./store-version.server.ts";

export type PledgeInput = {
  campaign: { id: number };
  meetingId: number;
  name: string;
  email: { address: string; canonical: string };
  country: string;
  answers: PledgeAnswers;
  locale: string;
  consents: readonly ConsentPurpose[];
};

/**
 * Records a form as an unconfirmed version and asks the owner of the address to confirm it. Nothing counts,
 * no consent is given and no pledge in force changes before that. An emailed link only confirms what its
 * email described: a form that repeats a waiting version is a resend, any other is a separate version. So a
 * stranger who types the address can neither rewrite nor block what its owner pledges: when the day's emails
 * are used up, it still waits on the owner's page. The version that is confirmed is in force. Returns
 * nothing: a visitor must not learn who holds shares.
 */
export async function pledge(db: DbOrTx, keys: Keys, input: PledgeInput, now = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, input, now);
    const about = { campaignId: input.campaign.id, supporterId: person.id, meetingId: input.meetingId };
    const version = { ...about, answers: input.answers, agreed: input.consents, ...typedBy(person, input) };
    const { series, nextVersion, unconfirmed, reminders } = await findSeries(tx, version);
    const place = { series, version: nextVersion, reminders };
    const same = await findSame(tx, keys, unconfirmed, version);
    const stored = same ?? (await insertVersion(tx, keys, version, place, now));

    const mailed = await queueSupporterEmail(
      tx,
      {
        campaignId: about.campaignId,
        supporterId: person.id,
        pledgeId: stored.id,
        template: "confirm-pledge",
        limit: "kind",
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
      },
      now,
    );
    if (same) {
      if (mailed) await renewPending(tx, same, now);
    } else if (!mailed) {
      await dropUnmailed(tx, series);
    }
  });
}

/**
 * Stores the pledges of new addresses, each with the email that asks to confirm it, as `pledge` does. Returns
 * which of the forms were stored. The others are of somebody known.
 */
export async function pledgeTogether(
  tx: Tx,
  keys: Keys,
  forms: readonly { input: PledgeInput; at: Date }[],
): Promise<ReadonlySet<number>> {
  const persons = await storeNewPersons(
    tx,
    forms.map(({ input, at }) => ({ ...input, at })),
  );
  const versions = forms.flatMap(({ input, at }, n) => {
    const supporterId = persons.get(n);
    if (supporterId === undefined) return [];
    const { campaign, meetingId, answers, consents: agreed, name: typedName, country: typedCountry } = input;
    const version = {
      campaignId: campaign.id,
      supporterId,
      meetingId,
      answers,
      agreed,
      typedName,
      typedCountry,
    };
    return [{ version, place: { series: randomUUID(), version: 1, reminders: true }, at }];
  });
  if (versions.length === 0) return new Set();
  const stored = await insertVersions(tx, keys, versions);
  // First emails of people stored just now: no limit applies to them.
  await queueEmails(
    tx,
    "confirm-pledge",
    {
      campaignId: sql`e.campaign_id`,
      supporterId: sql`e.supporter_id`,
      pledgeId: sql`e.id`,
      lane: "asked",
      createdAt: sql`e.created_at`,
    },
    sql`from pledges e where e.id in ${stored.map(({ id }) => id)} order by e.id`,
  );
  return new Set(persons.keys());
}

async function findSame(
  tx: Tx,
  keys: Keys,
  unconfirmed: readonly (typeof pledges.$inferSelect)[],
  typed: Parameters<typeof saysTheSame>[3],
) {
  for (const stored of unconfirmed) if (await saysTheSame(tx, keys, stored, typed)) return stored;
  return null;
}

/** Limits what strangers can create: of unconfirmed versions without an email, keeps the newest ten. */
const dropUnmailed = (tx: Tx, series: string) =>
  tx.execute(sql`
    delete from pledges where id in (
      select p.id from pledges p where p.series = ${series} and p.status = 'email_pending'
        and not exists (select from outbox d where d.pledge_id = p.id)
      order by p.created_at desc, p.id desc offset ${maxUnmailed})`);
