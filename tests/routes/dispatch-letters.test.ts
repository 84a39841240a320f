import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { draftDispatch } from "#app/domain/outgoing/dispatches/drafting/draft-dispatch.server.ts";
import { withdrawDispatchApproval } from "#app/domain/outgoing/dispatches/revert-to-draft.server.ts";
import { submitDispatch } from "#app/domain/outgoing/dispatches/submit-dispatch.server.ts";
import { auditEntries, campaignOrganizers, letterDispatches, letters } from "#db/schema/index.ts";
import { aCampaign, changeRows, rowIn, rowsIn } from "#tests/support/builders.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { htmlOf, signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const threat = "We will burn your offices down if you do not stop.";

/** A dispatch of these letters, submitted by one organizer and waiting for another's approval. */
async function aScene(bodies: readonly string[]) {
  const campaign = await aCampaign(db);
  const recipient = await aRecipient(db, campaign);
  const written: Awaited<ReturnType<typeof aLetter>>[] = [];
  for (const [n, body] of bodies.entries())
    written.push(await aLetter(db, campaign, { name: `Writer ${n + 1}`, body }));
  const asker = await signedIn(site, campaign, "owner", { name: "Teo Marchetti" });
  const approver = await signedIn(site, campaign, "organizer", { name: "Olga Marsh" });
  const actor = `organizer:${asker.organizer.id}` as const;
  const drafted = await draftDispatch(db, {
    campaignId: campaign.id,
    actor,
    kind: "consolidated",
    cause: "organizer",
    recipientPublicId: recipient.publicId,
  });
  if (drafted.outcome !== "drafted") throw new Error(drafted.outcome);
  const { publicId } = drafted;
  await submitDispatch(db, { campaignId: campaign.id, publicId, actor, version: 1 });
  const page = `/organize/c/${campaign.slug}/letters/dispatches/${publicId}`;
  return { campaign, written, asker, approver, publicId, page };
}

const nextOf = (html: string) => /<a [^>]*rel="next"[^>]*href="([^"]+)"/.exec(html)?.[1] ?? null;
const viewsOf = (campaign: { id: number }) =>
  db
    .select({ actor: auditEntries.actor, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id), eq(auditEntries.action, "people-listed")))
    .orderBy(asc(auditEntries.id));

test("an approver reads every letter in place, by page, with marked findings", async () => {
  const plain = Array.from({ length: 11 }, (_, n) => `I ask you for letter ${n + 1}: end these agreements.`);
  const scene = await aScene([...plain, `Hello.\n${threat}\nGoodbye.`]);
  const { page, approver, campaign, publicId } = scene;
  const { number } = await rowIn(db, letterDispatches, { publicId });
  const first = await approver.get(`${page}/letters`);
  expect(first.status).toBe(200);
  expect(first.headers.get("cache-control")).toContain("no-store");
  const html = await htmlOf(first);
  for (const n of [1, 10]) expect(html).toContain(`letter ${n}: end these agreements.`);
  expect(html).not.toContain("letter 11:");
  expect(html).toContain("You opened 10 of 12 letters");
  const next = nextOf(html);
  expect(next).toMatch(/^[^@]*\?after=[0-9a-f-]{36}$/);
  const second = await approver.read(
    new URL(next ?? "", `http://x${page}/letters`).pathname +
      new URL(next ?? "", `http://x${page}/letters`).search,
  );
  expect(second).toContain("letter 11: end these agreements.");
  expect(second).toContain("<mark>We will burn your offices down if you do not stop.");
  expect(second).toContain("May contain a threat");
  expect(second).toContain("You opened 12 of 12 letters");
  expect(nextOf(second)).toBeNull();
  expect(second).toMatch(/rel="prev"/);
  const by = `organizer:${approver.organizer.id}`;
  expect(await viewsOf(campaign)).toEqual([
    { actor: by, detail: { list: "dispatch", rows: 10, dispatch: number } },
    { actor: by, detail: { list: "dispatch", rows: 2, dispatch: number, paged: true } },
  ]);
});

test("a dispatch and its approval's entry say who opened how many letters", async () => {
  const scene = await aScene(["One.", "Two.", "Three."]);
  const { page, approver, asker, publicId } = scene;
  const before = await approver.read(page);
  expect(before).toContain("No organizer has opened them yet.");
  await approver.get(`${page}/letters`);
  const html = await asker.read(page);
  expect(html).toContain("Olga Marsh opened 3 of 3 letters");
  const frame = /name="frame" value="([0-9a-f]{64})"/.exec(await approver.read(page))?.[1];
  const approved = await approver.post(page, { intent: "approve", version: "1", frame: frame ?? "" });
  expect(approved.headers.get("location")).toBe(`${page}?done=approved`);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.subject, publicId));
  expect(entries.find(({ action }) => action === "dispatch-approved")?.detail).toMatchObject({
    letters: 3,
    opened: 3,
  });
});

test("a reviewer takes a letter out where it is read, and it is not delivered", async () => {
  const scene = await aScene(["Fine.", threat]);
  const { page, approver, written } = scene;
  const html = await approver.read(`${page}/letters`);
  const bad = written[1];
  const seen = new RegExp(
    `name="letter" value="${bad?.publicId}"/><input type="hidden" name="seen" value="([^"]+)"`,
  ).exec(html)?.[1];
  const refusal = { letter: bad?.publicId ?? "", seen: seen ?? "", refusal: "threat" };
  const gone = await approver.post(`${page}/letters`, refusal);
  expect(gone.status).toBe(303);
  const [row] = await rowsIn(db, letters, { publicId: bad?.publicId ?? "" });
  expect(row?.state).toBe("refused");
  const again = await approver.read(`${page}/letters?done=refused`);
  expect(again).not.toContain(threat);
  expect(again).toContain("of 1 letter");
  const silent = await approver.post(`${page}/letters`, { ...refusal, refusal: "" });
  expect(silent.status).toBe(422);
});

test("a dispatch's letters open only for those who may see names there", async () => {
  const scene = await aScene(["Only for some."]);
  const { campaign, page, approver } = scene;
  const viewer = await signedIn(site, campaign, "viewer", { name: "Vera Viewer" });
  const other = await aScene(["Elsewhere."]);
  expect((await site.get(`${page}/letters`)).headers.get("location")).toBe("/sign-in");
  expect((await viewer.get(`${page}/letters`)).status).toBe(403);
  expect((await other.approver.get(`${page}/letters`)).status).toBe(404);
  const moved = page.replace(campaign.slug, other.campaign.slug);
  expect((await other.approver.get(`${moved}/letters`)).status).toBe(404);
  await db
    .update(campaignOrganizers)
    .set({ role: "viewer", rights: ["view", "approve"] })
    .where(eq(campaignOrganizers.organizerId, approver.organizer.id));
  expect((await approver.get(`${page}/letters`)).status).toBe(403);
});

test("the page names a missing right to readers, and to writers before submission", async () => {
  const { campaign, publicId, page, asker, approver } = await aScene(["I ask you to end these agreements."]);
  expect(await approver.read(page)).toContain('value="approve"');
  await changeRows(
    db,
    campaignOrganizers,
    { campaignId: campaign.id, organizerId: approver.organizer.id },
    { role: "viewer", rights: ["view", "approve"] },
  );
  expect((await approver.get(`${page}/letters`)).status).toBe(403);
  const theirs = await approver.read(page);
  expect(theirs).toContain("You also need the right “See lists of people”.");
  expect(theirs).not.toContain('value="approve"');
  const unread = "Nobody else can open and approve this";
  expect(await asker.read(page)).toContain(unread);
  const actor = `organizer:${asker.organizer.id}` as const;
  await withdrawDispatchApproval(db, { campaignId: campaign.id, publicId, actor });
  expect(await asker.read(page)).toContain(unread);
});
