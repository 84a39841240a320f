import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { inject, onTestFinished } from "vitest";
import { scheduleUpdate } from "#app/domain/outgoing/updates/sending/schedule-update.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import type { Db } from "#db/index.ts";
import { aCampaign, organization } from "#tests/support/builders.ts";
import { copyOf, databaseUrl } from "#tests/support/cluster.ts";
import { anUpdate, approved } from "#tests/support/updates.ts";

/** What a worker of the scene is told besides its transport. */
export const appUrl = "https://sign.campaign.test";
export const secret = "Zk8wq2vN5yT1rB7mX4cP9sL6hD3fG0jA";
export const from = "Sample Campaign <news@campaign.test>";

/** A database with all rights on its rows, and as the running product reaches it. */
export type Ground = { db: Db; appUrl: string };

/** Makes a test's own database in the shared cluster. */
export async function aGround(): Promise<Ground> {
  const clusterUrl = inject("clusterUrl");
  const name = `f_${randomBytes(6).toString("hex")}`;
  const admin = postgres(clusterUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe(copyOf(inject("template"), name));
  const db = connect(databaseUrl(clusterUrl, name, "owner"), { max: 10, name: "undersigned faults" });
  onTestFinished(async () => {
    await disconnect(db);
    await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  });
  return { db, appUrl: databaseUrl(clusterUrl, name, "app") };
}

/** Makes a test's own folder. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "undersigned-faults-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Names a database's erasure log, which all its processes share. */
export function erasureLogOf({ appUrl }: Ground): string {
  // An address may name two hosts, which `URL` cannot read.
  const database = appUrl.slice(appUrl.lastIndexOf("@") + 1).replace(/\W+/g, "-");
  const file = join(tmpdir(), `undersigned-faults-${database}.log`);
  onTestFinished(() => rmSync(file, { force: true }));
  return file;
}

export const addressOf = (n: number) => `person-${n}@people.test`;

/**
 * Makes a campaign, `people` who agreed to get its updates (`person-1@people.test` and on), and an update
 * that is approved and not yet sent. Logs claims of batches as they happen, for `claims`.
 */
export async function aScene(ground: Ground, people: number) {
  const { db } = ground;
  const campaign = await aCampaign(db, { ...organization });
  await db.execute(sql`
    with person as (
      insert into supporters (email_canonical, email, name, country, created_at, confirmed_at)
      select mail, mail, 'Person ' || n, 'US', at, at
      from (select n, 'person-' || n || '@people.test' as mail, now() - interval '2 days' as at
        from generate_series(1, ${people}::int) n) made
      order by n returning id, confirmed_at)
    insert into consents (supporter_id, campaign_id, purpose, text_version, locale, granted_at)
    select id, ${campaign.id}, 'updates', '2026-11', 'en', confirmed_at from person`);
  await db.execute(sql`analyze`);
  await noteClaims(db);
  const update = await anUpdate(db, campaign, { ...approved, submittedAt: new Date("2026-03-02T00:00:00Z") });

  return {
    ...ground,
    campaign,
    update,
    people,
    /** Starts sending the update, as an organizer does. */
    async send() {
      const scheduled = await scheduleUpdate(
        db,
        { from, localMode: false, rehearsal: false },
        { campaignId: campaign.id, publicId: update.publicId, actor: "operator", sendAt: null },
      );
      if (scheduled.outcome !== "scheduled") throw new Error(`the update is ${scheduled.outcome}`);
    },
  };
}
export type Scene = Awaited<ReturnType<typeof aScene>>;

/** Logs every claim of a batch: its call's key, the start of the claim's transaction, and its owner. */
async function noteClaims(db: Db): Promise<void> {
  await db.execute(
    sql.raw(`
    create table fault_claims (batch_id bigint, key text, began_at timestamptz, by text);
    create index on fault_claims (batch_id);
    create function note_claim() returns trigger language plpgsql security definer
      set search_path = public as $$
    begin
      insert into fault_claims
        values (new.id, new.idempotency_key, now(), current_setting('application_name'));
      return null;
    end $$;
    create trigger email_batches_claims_noted after update on email_batches for each row
      when (new.lease_until > now()
        and new.lease_until is distinct from old.lease_until) execute function note_claim()`),
  );
}

/** Returns all claims by their call's key: when each began, in ms since 1970. */
export async function claims(db: Db): Promise<Map<string, number[]>> {
  const rows = await db.execute<{ key: string; began: number }>(
    sql`select key, extract(epoch from began_at)::float8 * 1000 as began from fault_claims order by began_at`,
  );
  const byKey = new Map<string, number[]>();
  for (const { key, began } of rows) byKey.set(key, [...(byKey.get(key) ?? []), began]);
  return byKey;
}
