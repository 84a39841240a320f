import { eq, inArray, notInArray, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { decideWords, undoWords } from "#app/domain/moderation/decide-words.server.ts";
import { countWords } from "#app/domain/moderation/list-words.server.ts";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { listWatched, unwatchName, watchName } from "#app/domain/names/watch-names.server.ts";
import { sendDueEmails } from "#app/domain/outbox/sending/send-due-emails.server.ts";
import { correctSupporter } from "#app/domain/upkeep/own-data/change-own-data.server.ts";
import { auditEntries, namesAwaitingReview, outbox } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { aDatabase, openAs } from "#tests/support/database.ts";
import { aFileMailing, silent } from "#tests/support/mail.ts";
import { namesIn } from "#tests/support/name-scene.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { readOutbox } from "#tests/support/outbox.ts";

const db = await aDatabase();
const { aScene } = namesIn(db);
const namesOf = (names: readonly { name: string }[]) => names.map(({ name }) => name);

test("suspicious names of confirmed signatures wait once for a decision", async () => {
  const { scope, sign, inState } = await aScene();
  await sign("Żaneta Łoś-O'Brien");
  await sign("Free Palestine 2026");
  await sign("Mickey Mouse", { consents: ["sign"] });
  await sign("Donald Duck", { state: "pending" });
  expect(await countWords(db, scope)).toMatchObject({ unseen: 2, states: { queued: 0 } });
  expect(await screenNewNames(db)).toBeGreaterThanOrEqual(2);
  expect(await screenNewNames(db)).toBe(0);
  const [found, ...more] = await inState("queued");
  expect(found).toMatchObject({ name: "Free Palestine 2026", reasons: ["slogan", "digits"] });
  expect(more).toEqual([]);
  expect(await countWords(db, scope)).toMatchObject({ unseen: 0, states: { queued: 1 } });
});

test("names under way in another worker are awaited, so none is missing", async () => {
  const { sign } = await aScene();
  const { signature } = await sign("Ines Sample");
  const ofIt = eq(namesAwaitingReview.signatureId, signature.id);
  let looked: Promise<number> | undefined;
  await db.transaction(async (tx) => {
    await tx.select().from(namesAwaitingReview).where(ofIt).for("update");
    looked = screenNewNames(openAs("app", db));
    await expect
      .poll(async () => {
        const [waiting] = await db.execute<{ n: number }>(sql`
          select count(*)::int as n from pg_locks where not granted and pid in (
            select pid from pg_stat_activity where datname = current_database())`);
        return waiting?.n;
      })
      .toBe(1);
    await tx.delete(namesAwaitingReview).where(ofIt);
  });
  expect(await looked).toBe(0);
});

test("a corrected name is reviewed again, after any decision", async () => {
  const { sign, inState, decide } = await aScene();
  const [one, two] = [await sign("Darth Vader"), await sign("Super Mario")];
  await screenNewNames(db);
  await decide("Darth Vader", "hide");
  await decide("Super Mario", "keep");
  const rename = async ({ supporter }: typeof one, name: string) => {
    await correctSupporter(db, { supporterId: supporter.id, name, country: "US", postalCode: null });
    await screenNewNames(db);
  };
  await rename(one, "Dora Vanderbilt");
  await rename(two, "Batman");
  expect([await inState("hidden"), await inState("kept")]).toEqual([[], []]);
  expect(namesOf(await inState("queued"))).toEqual(["Batman"]);
});

test("asked signers get one email after the undo time, unless nobody asks now", async () => {
  const { scope, sign, inState, decide } = await aScene();
  const [asked, spared] = [await sign("Peter Pan"), await sign("Mary Poppins")];
  await screenNewNames(db);
  await decide("Peter Pan", "ask");
  const { at } = await decide("Mary Poppins", "ask");
  const mailsOf = () =>
    rowsIn(db, outbox, inArray(outbox.signatureId, [asked.signature.id, spared.signature.id]));
  for (const { id } of await mailsOf()) {
    const { dueIn = 0 } = (await readOutbox(db, id)) ?? {};
    expect(dueIn).toBeGreaterThan(540);
    expect(dueIn).toBeLessThanOrEqual(600);
  }
  expect(await undoWords(db, { ...scope, at })).toBe(1);
  expect(await mailsOf()).toHaveLength(1);
  expect(namesOf(await inState("asked"))).toEqual(["Peter Pan"]);
  expect(namesOf(await inState("queued"))).toEqual(["Mary Poppins"]);
  expect(await undoWords(db, { ...scope, at })).toBe(0);

  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.signatureId, asked.signature.id));
  // What other tests queued would be sent as well.
  const own = [asked.signature.id, spared.signature.id];
  await db.delete(outbox).where(sql`signature_id is null or ${notInArray(outbox.signatureId, own)}`);
  const { mailing, readAll } = await aFileMailing();
  await sendDueEmails(db, mailing, { log: silent });
  const [mail] = await readAll();
  expect(mail?.subject).toBe("Is your name spelled right?");
  expect(mail?.text).toContain("Peter Pan");
  expect(mail?.text).toMatch(/\/manage\/[A-Za-z0-9_-]{20,}/);
  expect(mail?.text?.replace(/\s+/g, " ")).toContain("the company doesn’t get your name");

  await decide("Mary Poppins", "ask");
  await decide("Mary Poppins", "keep");
  await db.update(outbox).set({ dueAt: sql`now()` }).where(eq(outbox.signatureId, spared.signature.id));
  await sendDueEmails(db, mailing, { log: silent });
  expect(await readAll()).toHaveLength(1);
});

test("decisions are the campaign's own, need the right, and are on record without a name", async () => {
  const { campaign, scope, sign, inState } = await aScene();
  await sign("Sherlock Holmes");
  await screenNewNames(db);
  const [review] = await inState("queued");
  const reviews = [review?.publicId ?? ""];
  const stranger = await anOrganizer(db, { campaign: await aCampaign(db) });
  const exporter = await anOrganizer(db, { campaign, role: "exporter" });
  for (const { id } of [stranger, exporter]) {
    const input = { ...scope, organizerId: id, decision: "keep", alike: true, reviews } as const;
    expect(await decideWords(db, input)).toMatchObject({ decided: 0 });
    expect(await watchName(db, { ...scope, organizerId: id, name: "Somebody" })).toEqual({ outcome: "gone" });
  }
  const elsewhere = await aScene();
  expect(await decideWords(db, { ...elsewhere.scope, decision: "hide", alike: true, reviews })).toMatchObject(
    { decided: 0 },
  );
  expect(await decideWords(db, { ...scope, decision: "hide", alike: false, reviews })).toMatchObject({
    decided: 1,
  });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.campaignId, campaign.id));
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({
    action: "names-decided",
    detail: { decision: "hide", names: 1, reviews },
  });
  expect(JSON.stringify(entries)).not.toContain("Sherlock");
});

test("a watched name shows earlier and later signers until it is unwatched", async () => {
  const { scope, sign, inState } = await aScene();
  await sign("Satya Example");
  await screenNewNames(db);
  expect(await watchName(db, { ...scope, name: "Satya" })).toEqual({ outcome: "watched" });
  expect(await watchName(db, { ...scope, name: "satya" })).toEqual({ outcome: "known" });
  await sign("Dr. Sátya Other");
  await screenNewNames(db);
  expect(namesOf(await inState("queued"))).toEqual(["Satya Example", "Dr. Sátya Other"]);
  const [watched] = await listWatched(db, scope.campaignId);
  expect(await unwatchName(db, { ...scope, id: watched?.id ?? 0 })).toEqual({ outcome: "unwatched" });
  await screenNewNames(db);
  expect(await inState("queued")).toEqual([]);
});

test("who decides about a name decides about no other that has come in its place", async () => {
  const { scope, sign, inState } = await aScene();
  const { supporter } = await sign("Darth Vader");
  await screenNewNames(db);
  const [seen] = await inState("queued");
  const corrected = { supporterId: supporter.id, name: "Fuck You All", country: "US", postalCode: null };
  await correctSupporter(db, corrected);
  await screenNewNames(db);
  const stale = { ...scope, decision: "keep", reviews: [seen?.publicId ?? ""], alike: false } as const;
  expect(await decideWords(db, stale)).toMatchObject({ decided: 0 });
  expect(namesOf(await inState("kept"))).toEqual([]);
  expect(namesOf(await inState("queued"))).toEqual(["Fuck You All"]);
});
