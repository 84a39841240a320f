import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { recordHandOver } from "#app/domain/outgoing/packs/record-hand-over.server.ts";
import { changeRights } from "#app/domain/team/change-rights.server.ts";
import { auditEntries, ballotItems, letters, meetings, outbox } from "#db/schema/index.ts";
import { rowsIn, storeRow } from "#tests/support/builders.ts";
import { dateFromNow } from "#tests/support/days.ts";
import { aBegunDispatch, aLetterCampaign } from "#tests/support/dispatches.ts";
import { aLetter } from "#tests/support/letters.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer, asRole } from "#tests/support/organizers.ts";
import { aMadePack } from "#tests/support/packs.ts";
import { nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

test("meeting facts are edited by command, and options left out change nothing", async () => {
  const { cli, db } = await anOperator(folder);
  const at = ["--year", `${nextYear}`, "--json"];
  const named = (...fields: string[]) => fields.flatMap((field) => ["--set", field]);
  expect((await cli("meeting", "list")).out).toBe("No meetings yet.\n");
  expect(await cli("meeting", "set", ...at, ...named("status=expected"))).toMatchObject({ code: 1 });
  const made = await cli(
    "meeting",
    "set",
    "--new",
    ...at,
    ...named("status=announced", `record_date=${nextYear}-10-01`, `meeting_on=${nextYear}-12-02`),
  );
  expect(jsonOf(made)).toMatchObject({ outcome: "saved", year: nextYear });
  const source = named("source_url=https://example.org/proxy", `as_of=${dateFromNow(-27)}`);
  expect(
    jsonOf(
      await cli(
        "meeting",
        "set",
        ...at,
        ...named(`proposal_deadline=${nextYear}-06-18`),
        ...source,
        "--checked",
      ),
    ),
  ).toEqual({ outcome: "saved", year: nextYear, changed: ["proposalDeadline", "sourceUrl", "asOf"] });
  const [meeting] = await db.select().from(meetings);
  expect(meeting).toMatchObject({
    status: "announced",
    recordDate: `${nextYear}-10-01`,
    meetingOn: `${nextYear}-12-02`,
    verifiedBy: "The operator",
  });
  expect(await cli("meeting", "set", ...at, ...named("moon=full"))).toMatchObject({ code: 2, out: "" });
  expect(await cli("meeting", "set", ...at, ...named("record_date=1"))).toMatchObject({ code: 2, out: "" });
  expect(await cli("meeting", "set", "--new", ...at, ...named("status=expected"))).toMatchObject({ code: 1 });

  const { id } = jsonOf(
    await cli("item", "set", ...at, ...named("title=Report on it", "status=filed", "number=4")),
  );
  expect(
    jsonOf(
      await cli(
        "item",
        "set",
        ...at,
        "--item",
        String(id),
        "--proposed-by",
        "shareholder",
        ...named("status=on_ballot"),
      ),
    ),
  ).toMatchObject({ changed: ["proposedBy", "status"] });
  expect(await cli("item", "set", ...at, "--item", "99", ...named("status=filed"))).toMatchObject({
    code: 1,
  });
  const [item] = await db.select().from(ballotItems);
  expect(item).toMatchObject({
    title: "Report on it",
    number: 4,
    proposedBy: "shareholder",
    verifiedBy: null,
  });
  expect((await cli("item", "list", "--year", `${nextYear}`)).out).toContain("Report on it");
  expect(jsonOf(await cli("meeting", "feature", ...at))).toEqual({ outcome: "featured", year: nextYear });

  const figures = named("shares_outstanding=7433038381", "as_of=2026-07-30");
  expect(jsonOf(await cli("figures", "add", "--json", ...figures))).toEqual({ outcome: "added" });
  expect(jsonOf(await cli("figures", "add", "--json", ...figures))).toEqual({ outcome: "already-there" });
  const rule = named(
    "dollars_1=2000",
    "years_1=3",
    "price_window_days=60",
    "words_at_most=500",
    "cure_days=14",
  );
  expect(jsonOf(await cli("rule", "set", "--json", ...rule))).toMatchObject({ outcome: "saved" });
  const kept = await db.select().from(auditEntries).where(eq(auditEntries.action, "meeting-changed"));
  expect(kept.map(({ actor }) => actor)).toEqual(["operator", "operator"]);
}, 400_000);

test("a company is edited by command, and a draft is given another one", async () => {
  const { cli, run, campaign } = await anOperator(folder);
  const named = (...fields: string[]) => fields.flatMap((field) => ["--set", field]);
  const changed = await cli("company", "set", "--json", ...named("name=Hoshino", "country=JP"));
  expect(jsonOf(changed)).toEqual({ outcome: "saved", changed: ["name", "country"] });
  expect((await cli("company", "show")).out).toContain("name=Hoshino\n");
  expect((await cli("company", "show")).out).toContain("not verified\n");
  expect(await cli("company", "set", ...named("zone=Moon"))).toMatchObject({ code: 2, out: "" });
  const other = [
    "name=Other Company",
    "ticker=OTHR",
    "exchange=Sample Exchange",
    "zone=Europe/London",
    "country=GB",
    "jurisdiction=other",
  ];
  const refused = await cli("company", "add", ...named(...other));
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining("Only a draft") });
  const draft = ["--from", campaign.slug, "--slug", "about-another", "--name", "About another"];
  expect(await run("campaign", "create", ...draft)).toMatchObject({ code: 0, err: "" });
  const of = ["--campaign", "about-another"];
  const added = await run("company", "add", "--json", ...of, ...named(...other));
  expect(jsonOf(added)).toEqual({ outcome: "added", slug: "other-company" });
  expect((await run("company", "list")).out).toMatch(/other-company +Other Company +OTHR .* 1\n/);
  const [first] = jsonOf(await run("company", "list", "--json")).companies;
  expect(first.name).toBe("Hoshino");
  const chosen = await run("company", "choose", "--json", ...of, "--company", first.slug);
  expect(jsonOf(chosen)).toEqual({ outcome: "chosen", name: "Hoshino" });
  expect(await run("company", "choose", ...of, "--company", "none")).toMatchObject({ code: 1 });
}, 400_000);

test("viewing letters by command is logged, naming the operator", async () => {
  const { cli, db, campaign } = await anOperator(folder);
  for (const _n of [1, 2]) await aLetter(db, campaign, { holdReason: "threat" });
  const { letters: onHold } = jsonOf(await cli("moderation", "list", "--json"));
  expect(onHold).toHaveLength(2);
  expect((await cli("moderation", "list")).out).toContain(onHold[0].publicId);
  const on = ({ publicId, seen }: { publicId: string; seen: string }) => [
    "--letter",
    publicId,
    "--seen",
    seen,
  ];
  expect(await cli("moderation", "release", ...on({ ...onHold[0], seen: "else" }))).toMatchObject({
    code: 1,
  });
  expect(jsonOf(await cli("moderation", "release", ...on(onHold[0]), "--json"))).toMatchObject({
    outcome: "released",
  });
  expect(await cli("moderation", "refuse", ...on(onHold[1]))).toMatchObject({ code: 2 });
  expect(await cli("moderation", "refuse", ...on(onHold[1]), "--reason", "moon")).toMatchObject({ code: 2 });
  expect(
    jsonOf(await cli("moderation", "refuse", ...on(onHold[1]), "--reason", "threat", "--json")),
  ).toMatchObject({ outcome: "refused" });
  expect(await cli("moderation", "list", "--kind", "moon")).toMatchObject({ code: 2 });
  const [refused] = await db.select().from(letters).where(eq(letters.publicId, onHold[1].publicId));
  expect(refused).toMatchObject({ state: "refused", moderationReason: "threat", moderatedById: null });
  const entries = await rowsIn(db, auditEntries, sql`action in ('letter-released', 'letter-refused')`);
  expect(entries.map(({ actor }) => actor)).toEqual(["operator", "operator"]);
}, 240_000);

test("a pack is approved, discarded and handed over by command, alone only if said", async () => {
  const { cli, db, campaign } = await anOperator(folder);
  await aStoredSignature(db, campaign, { consents: ["sign", "deliver_to_company"] });
  const owner = await anOrganizer(db, { campaign });
  await askForPack(db, { campaignId: campaign.id, actor: `organizer:${owner.id}` });
  const pack = (n: number) => ["--pack", String(n), "--json"];
  expect(await cli("pack", "approve", ...pack(9))).toMatchObject({ code: 1 });
  expect(jsonOf(await cli("pack", "approve", ...pack(1)))).toEqual({ outcome: "approved", pack: 1 });
  expect(await cli("pack", "approve", ...pack(1))).toMatchObject({ code: 1 });
  expect(await cli("pack", "discard", ...pack(1))).toMatchObject({ code: 1 });
  jsonOf(await cli("pack", "make", "--output", join(folder, "one.zip"), "--json"));
  const [today = "", time = ""] = new Date().toISOString().slice(0, 16).split("T");
  const when = ["--on", today, "--at", time, "--to", "An office", "--approve-alone"];
  expect(await cli("pack", "hand-over", ...pack(1), ...when.slice(0, 6))).toMatchObject({ code: 2 });
  expect(await cli("pack", "approve-hand-over", ...pack(1))).toMatchObject({ code: 1 });
  expect(await cli("pack", "hand-over", ...pack(1), "--on", "2020-01-01", ...when.slice(2))).toMatchObject({
    code: 1,
  });
  expect(jsonOf(await cli("pack", "hand-over", ...pack(1), ...when))).toMatchObject({
    outcome: "recorded",
    pack: 1,
  });

  expect(jsonOf(await cli("pack", "ask", "--json"))).toMatchObject({ outcome: "asked", number: 2 });
  expect(await cli("pack", "ask")).toMatchObject({ code: 1, out: "" });
  expect(await cli("pack", "approve", ...pack(2))).toMatchObject({ code: 1 });
  expect(jsonOf(await cli("pack", "approve", ...pack(2), "--approve-alone"))).toMatchObject({
    outcome: "approved",
  });
  jsonOf(await cli("pack", "make", "--output", join(folder, "two.zip"), "--json"));
  expect(jsonOf(await cli("pack", "discard", ...pack(2)))).toEqual({ outcome: "discarded", pack: 2 });
}, 300_000);

test("a handover that an organizer recorded counts once the operator approves it", async () => {
  const { cli, db, campaign } = await anOperator(folder);
  const made = await aMadePack(db, campaign);
  const on = { ...made.on, actor: made.team.asker };
  const handOver = { handedOverAt: new Date(), to: "An office" };
  expect(await recordHandOver(db, { ...on, ...handOver }, new Date(Date.now() + 60_000))).toEnd("waits");
  expect(jsonOf(await cli("pack", "take-back-hand-over", "--pack", "1", "--json"))).toMatchObject({
    outcome: "taken-back",
  });
  expect(await cli("pack", "take-back-hand-over", "--pack", "1")).toMatchObject({ code: 1, out: "" });
  expect(await recordHandOver(db, { ...on, ...handOver }, new Date(Date.now() + 60_000))).toEnd("waits");
  const asked = await cli("pack", "approve-hand-over", "--pack", "1");
  expect(asked).toMatchObject({ code: 1, err: expect.stringContaining("to An office") });
  const seen = /--seen ([0-9a-f]{64})/.exec(asked.err)?.[1] ?? "";
  const approve = ["pack", "approve-hand-over", "--pack", "1", "--seen", seen];
  const memberId = made.team.asker.replace("organizer:", "");
  const by = { campaignId: campaign.id, actor: made.team.approver };
  await changeRights(db, { ...by, memberId, seen: null, ...asRole("viewer") });
  expect(await cli(...approve)).toMatchObject({ code: 1, err: expect.stringContaining("--approve-alone") });
  expect(jsonOf(await cli(...approve, "--approve-alone", "--json"))).toMatchObject({ outcome: "recorded" });
}, 240_000);

test("a company's reply is recorded by command, and published alone only if said", async () => {
  const { run, db } = await anOperator(folder);
  const scene = await aLetterCampaign(db);
  const begun = await aBegunDispatch(db, scene, { letters: [await aLetter(db, scene.campaign)] });
  const cli = (...args: string[]) => run(...args, "--campaign", scene.campaign.slug);
  const file = join(folder, "reply.txt");
  writeFileSync(file, "We have received your letters.");
  const today = new Date().toISOString().slice(0, 10);
  const options = [
    "--dispatch",
    begun.publicId,
    "--on",
    today,
    "--from",
    "Investor Relations",
    "--file",
    file,
    "--json",
  ];
  expect(await cli("reply", "record", ...options.slice(2))).toMatchObject({ code: 2 });
  const { publicId, waits } = jsonOf(await cli("reply", "record", ...options));
  expect(waits).toBe(true);
  const on = ["--reply", publicId, "--json"];
  expect(await cli("reply", "approve", ...on)).toMatchObject({ code: 1 });
  expect(jsonOf(await cli("reply", "approve", ...on, "--approve-alone"))).toMatchObject({
    outcome: "approved",
  });
  expect(jsonOf(await cli("reply", "list", "--json")).replies).toMatchObject([
    { publicId, approvedAlone: true },
  ]);
  expect(jsonOf(await cli("reply", "remove", ...on))).toEqual({ outcome: "removed" });
  expect(await cli("reply", "remove", ...on)).toMatchObject({ code: 1 });
}, 300_000);

test("the mails that failed are listed by command, with whom they were to only on record", async () => {
  const { cli, db, campaign } = await anOperator(folder);
  expect((await cli("mail", "failed")).out).toBe("No failed emails.\n");
  const { supporter, signature } = await aStoredSignature(db, campaign);
  await storeRow(db, outbox, {
    campaignId: campaign.id,
    supporterId: supporter.id,
    signatureId: signature.id,
    template: "receipt",
    state: "bounced",
    problem: "hard-bounce",
  });
  const { mails } = jsonOf(await cli("mail", "failed", "--json", "--state", "bounced"));
  expect(mails).toMatchObject([
    { state: "bounced", kind: "signature", problem: "hard-bounce", person: null },
  ]);
  const views = and(eq(auditEntries.campaignId, campaign.id), eq(auditEntries.action, "people-listed"));
  expect((await cli("mail", "failed")).out).not.toContain("@");
  expect(await db.select().from(auditEntries).where(views)).toEqual([]);
  const named = await cli("mail", "failed", "--names");
  expect(named.out).toMatch(/^time \(UTC\) +state +email +problem +tag +to\n/);
  expect(named.out).toContain(`${supporter.name}, ${supporter.email}\n`);
  expect(await db.select().from(auditEntries).where(views)).toMatchObject([
    { actor: "operator", detail: { list: "deliveries", rows: 1 } },
  ]);
  expect((await cli("mail", "failed", "--kind", "update")).out).toBe("No failed emails.\n");
  expect(await cli("mail", "failed", "--state", "moon")).toMatchObject({ code: 2 });
}, 240_000);
