// A worker is killed while making a file: the next continues from its last piece, and nobody is in it twice.
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { parse } from "csv-parse/sync";
import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { createExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { downloadKept, findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { type ExportFormat, usualFilter } from "#app/domain/outgoing/exports/presets.ts";
import { makeKeys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { auditEntries, listExports } from "#db/schema/index.ts";
import { aCampaign, existing } from "#tests/support/builders.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { unzipped } from "#tests/support/zip.ts";
import { aGround, secret } from "./scene.ts";
import { further, sizes, tell, whole } from "./sizes.ts";
import { isGone } from "./watch.ts";
import { aWorker, byResend } from "./worker.ts";

/** As if the seconds had passed after which a silent worker is considered dead. */
const endLeases = (db: Db) => db.execute(sql`update exports set lease_until = now() - interval '1 second'`);

/** The stored pieces of the file so far: a piece written again is another row. */
const piecesOf = async (db: Db, id: string) =>
  new Set(
    (
      await db.execute<{ piece: string }>(
        sql`select piece || ' ' || ctid::text as piece from file_pieces where file = ${id}`,
      )
    ).map(({ piece }) => piece),
  );

for (const [format, run] of [
  ["csv", test],
  ["xlsx", further],
] as const satisfies [ExportFormat, typeof further][])
  run(
    `a file of ${format} that is made through kills continues from its last piece and holds everybody once`,
    async () => {
      const { db, ...ground } = await aGround();
      const campaign = await aCampaign(db);
      // Gathered by five thousand at a time.
      const people = whole ? sizes.people * 20 : 12_000;
      await db.execute(sql`
      with person as (
        insert into supporters (email_canonical, email, name, country)
        select m, m, 'Person ' || n, 'US' from (select n, 'p-' || n || '@people.test' as m
          from generate_series(1, ${people}::int) n) made order by n returning id)
      insert into signatures (campaign_id, supporter_id, petition_version, state, signed_at, confirmed_at,
        receipt_code)
      select ${campaign.id}, id, 1, 'confirmed', now() - make_interval(secs => 900000 - id), now(),
        substr(lpad(id::text, 10, '0'), 1, 4) || '-' || substr(lpad(id::text, 10, '0'), 5, 4) || '-'
          || substr(lpad(id::text, 10, '0'), 9, 2)
      from person`);
      await db.execute(sql`analyze`);
      const organizer = await anOrganizer(db, { campaign });
      const scope = { campaignId: campaign.id, organizerId: organizer.id };
      const list = { preset: "full", filter: { ...usualFilter("full"), format } } as const;
      const worker = await aWorker({ db, ...ground }, byResend("http://127.0.0.1:9"));
      await expect
        .poll(() => db.execute(sql`select from pgboss.schedule`), { timeout: 20_000 })
        .not.toHaveLength(0);
      const id = existing(await createExport(db, { ...scope, ...list, kept: true, rowsExpected: people }));

      const row = async () =>
        (
          await db.select().from(listExports).where(eq(listExports.id, id))
        )[0] as typeof listExports.$inferSelect;
      let kills = 0;
      let ofFile = false;
      const until = Date.now() + 60_000 + people;
      for (let next = people / 4; ; ) {
        const { completedAt, rowsSoFar } = await row();
        if (completedAt) break;
        if (Date.now() > until)
          throw new Error(`it stands still at ${rowsSoFar} rows\n${worker.lastWords()}`);
        if (rowsSoFar >= next && rowsSoFar < people && kills < sizes.kills) {
          await isGone({ db }, await worker.kill());
          const before = await piecesOf(db, id);
          const reached = (await row()).rowsSoFar;
          await endLeases(db);
          const isFurther = async () =>
            (await row()).completedAt !== null || (await row()).rowsSoFar > reached;
          if (reached < people) await expect.poll(isFurther, { timeout: 60_000 }).toBe(true);
          const after = await piecesOf(db, id);
          if (!(await row()).completedAt)
            expect([...before].filter((piece) => !after.has(piece))).toEqual([]);
          kills++;
          next = reached + people / 8;
        }
        // Once more while the file is written from the collected rows.
        const written = await db.execute(sql`select from file_pieces where file = ${id} and piece >= 0`);
        if (written.length > 0 && kills > 0 && !ofFile) {
          ofFile = true;
          await isGone({ db }, await worker.kill());
          await endLeases(db);
        }
        await pause(5);
      }

      const keys = makeKeys([secret]);
      const kept = await findKept(db, { ...scope, id });
      if (!kept || "outcome" in kept) throw new Error("the file is not there");
      const pieces = [];
      const range = { from: 0, to: kept.bytes };
      for await (const piece of await downloadKept(db, keys, { ...scope, id, list }, range))
        pieces.push(piece);
      const file = Buffer.concat(pieces);
      expect(createHash("sha256").update(file).digest("hex")).toBe(kept.sha256);
      const addresses =
        format === "csv"
          ? (parse(file, { columns: true }) as { email: string }[]).map(({ email }) => email)
          : [
              ...((await unzipped(file))["xl/worksheets/sheet1.xml"] ?? "").matchAll(
                />(p-\d+@people\.test)</g,
              ),
            ].map(([, address]) => address);
      expect(addresses).toEqual(Array.from({ length: people }, (_none, n) => `p-${n + 1}@people.test`));
      expect(await row()).toMatchObject({ rows: people, rowsSoFar: people });
      const [completed, ...more] = await db
        .select()
        .from(auditEntries)
        .where(sql`subject = ${id} and action = 'export-completed'`);
      expect([completed?.detail, more]).toMatchObject([{ rows: people }, []]);
      tell(`export as ${format}`, { rows: people, kills, bytes: kept.bytes, "killed while written": ofFile });
      expect(kills).toBeGreaterThan(0);
    },
  );
