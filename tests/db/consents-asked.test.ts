import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/index.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aDatabase } from "#tests/support/database.ts";
import { aFolder, bringUpToDate, withoutFunctions } from "#tests/support/migrations.ts";

// Remove with the next release: then nobody upgrades from a schema before it.

/** By name of person: consents in force, revoked ones, and those waiting with their signature. */
async function consentsOf(db: Db) {
  const rows = await db.execute<{
    name: string;
    inForce: string[];
    revoked: string[];
    asked: string[] | null;
  }>(sql`
    select p.name,
      to_jsonb(array(select purpose from consents c where c.supporter_id = p.id and revoked_at is null
        order by 1)) as "inForce",
      to_jsonb(array(select purpose from consents c where c.supporter_id = p.id and revoked_at is not null
        order by 1)) as revoked,
      to_jsonb((select asked_consents from signatures where supporter_id = p.id)) as asked
    from supporters p order by p.id`);
  return Object.fromEntries(rows.map(({ name, ...of }) => [name, of]));
}

test("consents that nobody confirmed wait with their signature, or end where it was deleted", async () => {
  const db = await aDatabase({ bare: true });
  // Today's functions are for today's tables.
  await bringUpToDate(db, withoutFunctions(aFolder({ only: 16 })));
  const campaign = await aCampaign(db);
  const person = async (name: string, confirmedAt: string | null) => {
    const [row] = await db.execute<{ id: number }>(sql`
      insert into supporters (email_canonical, email, name, country, confirmed_at)
      values (${`${name}@example.org`}, ${`${name}@example.org`}, ${name}, 'US', ${confirmedAt})
      returning id::float8 as id`);
    return row?.id ?? 0;
  };
  const signed = (id: number, state: "pending" | "confirmed", at: string, confirmedAt: string | null) =>
    db.execute(sql`
      insert into signatures (campaign_id, supporter_id, petition_version, state, receipt_code, signed_at,
        confirmed_at)
      values (${campaign.id}, ${id}, 1, ${state}, ${`AAAA-AAAA-A${id}`}, ${at}, ${confirmedAt})`);
  const agreed = (id: number, purpose: string, at: string) =>
    db.execute(sql`
      insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
      values (${id}, ${campaign.id}, ${purpose}, '2027-02', 'en', ${at})`);
  const [first, second, third] = ["2026-11-24T10:00Z", "2026-11-24T11:00Z", "2026-11-24T12:00Z"] as const;

  const stranger = await person("unconfirmed", null);
  await signed(stranger, "pending", first, null);
  await agreed(stranger, "sign", first);
  await agreed(stranger, "updates", second);

  const holder = await person("pledged", second);
  await signed(holder, "pending", first, null);
  await agreed(holder, "sign", first);
  await agreed(holder, "updates", first);
  await agreed(holder, "pledge", second);
  await agreed(holder, "deliver_to_company", third);

  const purged = await person("purged", second);
  await agreed(purged, "updates", first);
  await agreed(purged, "pledge", second);

  const signer = await person("signed", second);
  await signed(signer, "confirmed", first, second);
  await agreed(signer, "sign", first);
  await agreed(signer, "updates", first);

  await bringUpToDate(db);
  expect(await consentsOf(db)).toEqual({
    unconfirmed: { inForce: [], revoked: [], asked: ["sign", "updates"] },
    pledged: { inForce: ["deliver_to_company", "pledge"], revoked: [], asked: ["sign", "updates"] },
    purged: { inForce: ["pledge"], revoked: ["updates"], asked: null },
    signed: { inForce: ["sign", "updates"], revoked: [], asked: null },
  });
});
