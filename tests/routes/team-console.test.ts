import { and, eq, sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { type OrganizerRole, rightsOf } from "#app/domain/access/organizer.ts";
import { auditEntries, campaignOrganizers, organizerInvitations, switches } from "#db/schema/index.ts";
import { aCampaign, rowsIn } from "#tests/support/builders.ts";
import { anOrganizer, aSession, aStolenSession } from "#tests/support/organizers.ts";
import { aWaitingMail } from "#tests/support/outbox.ts";
import { htmlOf } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

async function aTeam(role: OrganizerRole = "reviewer") {
  const campaign = await aCampaign(db);
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  const member = await anOrganizer(db, { campaign, role, name: "Max Member" });
  const headers = { cookie: `session=${await aSession(db, owner)}` };
  const team = `/organize/c/${campaign.slug}/team`;
  return { campaign, member, headers, team };
}

/** Fields of the rights on a page: what a browser sends back unchanged. */
function fieldsOf(html: string) {
  const form = /<div class="stack loose">[\s\S]*?<\/fieldset>/.exec(html)?.[0] ?? "";
  const mark = /name="shown" value="([^"]*)"/.exec(form)?.[1] ?? "";
  const role = /<option value="([^"]+)" selected/.exec(form)?.[1] ?? "";
  const right = [...form.matchAll(/<input[^>]*name="right"[^>]*>/g)]
    .filter(([input]) => input.includes('checked=""'))
    .map(([input]) => /value="([^"]+)"/.exec(input)?.[1] ?? "");
  return { shown: mark, role, right };
}

type Fields = ReturnType<typeof fieldsOf>;
const encoded = (fields: Fields & Record<string, string | string[]>) =>
  new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
  );

test("choosing a role for an invitation chooses its rights, without a press", async () => {
  const { campaign, headers, team } = await aTeam();
  const page = fieldsOf(await htmlOf(await site.get(team, headers)));
  expect(page.role).toBe("reviewer");
  const email = "new-organizer@example.org";
  const invited = await site.post(
    team,
    encoded({ ...page, role: "organizer", intent: "invite", email, days: "3" }),
    headers,
  );
  expect(invited.headers.get("location")).toBe(`${team}?done=invited`);
  const [row] = await rowsIn(db, organizerInvitations, { campaignId: campaign.id, email });
  expect(row).toMatchObject({ role: "organizer", rights: rightsOf.organizer });
});

test("rights that were ticked one by one are those that are given", async () => {
  const { campaign, headers, team } = await aTeam();
  const page = fieldsOf(await htmlOf(await site.get(team, headers)));
  const right = [...page.right, "write"];
  await site.post(
    team,
    encoded({ ...page, right, intent: "invite", email: "writer@example.org", days: "3" }),
    headers,
  );
  const [row] = await rowsIn(db, organizerInvitations, { campaignId: campaign.id });
  expect(row?.rights.toSorted()).toEqual([...rightsOf.reviewer, "write"].toSorted());
});

test("a changed role with old rights ticked shows the new role's rights first", async () => {
  const { campaign, headers, team } = await aTeam();
  const page = fieldsOf(await htmlOf(await site.get(team, headers)));
  const both = { ...page, role: "organizer", right: [...page.right, "write"] };
  const answer = await site.post(
    team,
    encoded({ ...both, intent: "invite", email: "both@example.org", days: "3" }),
    headers,
  );
  expect(answer.status).toBe(422);
  const html = await htmlOf(answer);
  expect(html).toContain("You changed both role and rights.");
  expect(fieldsOf(html)).toMatchObject({ role: "organizer", right: [...rightsOf.organizer] });
  expect(html).toContain('value="both@example.org"');
  expect(await db.$count(organizerInvitations, eq(organizerInvitations.campaignId, campaign.id))).toBe(0);
});

test("a member who is given another role has its rights", async () => {
  const { member, headers, team } = await aTeam("organizer");
  const page = `${team}/${member.id}`;
  const html = await htmlOf(await site.get(page, headers));
  const seen = /name="seen" value="([^"]*)"/.exec(html)?.[1] ?? "";
  const given = await site.post(
    page,
    encoded({ ...fieldsOf(html), role: "viewer", seen, intent: "change" }),
    headers,
  );
  expect(given.headers.get("location")).toBe(`${team}?done=changed`);
  const [row] = await rowsIn(db, campaignOrganizers, { organizerId: member.id });
  expect(row).toMatchObject({ role: "viewer", rights: ["view"] });
});

test("an owner resumes email from the overview, after reauthentication", async () => {
  const { campaign, member } = await aTeam("organizer");
  const owner = await anOrganizer(db, { campaign, role: "owner" });
  // Paused, nothing leaves, so the email stays; it is older than the pause, so the page asks about it.
  await db.insert(switches).values({ name: "sending-paused", reason: "the database went back in time" });
  onTestFinished(async () => void (await db.delete(switches).where(eq(switches.name, "sending-paused"))));
  await aWaitingMail(db);
  await db.update(switches).set({ since: sql`now()` });
  await db.execute(sql`insert into campaign_organizers (campaign_id, organizer_id, role, rights)
    select id, ${owner.id}::uuid, 'owner', array['view'] from campaigns on conflict do nothing`);
  const as = async (token: Promise<string>): Promise<Record<string, string>> => ({
    cookie: `session=${await token}`,
  });
  const headers = await as(aSession(db, owner));
  const overview = `/organize/c/${campaign.slug}`;
  const post = (more: Record<string, string>, by = headers) =>
    site.post(`${overview}?index`, { intent: "resume", ...more }, by);

  const html = await htmlOf(await site.get(overview, headers));
  for (const phrase of ["All email is paused", "The database went back in time, noticed", "Resume and send"])
    expect(html).toContain(phrase);
  const theirs = await htmlOf(await site.get(overview, await as(aSession(db, member))));
  expect(theirs).toContain("An owner of all campaigns, or the operator, can resume it.");
  expect(theirs).not.toContain("Resume and send");
  expect((await post({}, await as(aSession(db, member)))).status).toBe(403);
  const stolen = await post({}, await as(aStolenSession(db, owner)));
  expect([stolen.status, await stolen.text()]).toEqual([403, expect.stringContaining("confirm it’s you")]);
  expect((await post({}, { ...headers, origin: "https://elsewhere.example" })).status).toBe(403);
  expect(await db.$count(switches, eq(switches.name, "sending-paused"))).toBe(1);

  expect((await post({ queued: "send" })).headers.get("location")).toBe(`${overview}?done=resumed`);
  expect(await htmlOf(await site.get(`${overview}?done=resumed`, headers))).toContain("Email is resumed.");
  expect(await db.$count(switches, eq(switches.name, "sending-paused"))).toBe(0);
  const logged = and(
    eq(auditEntries.action, "sending-resumed"),
    eq(auditEntries.actor, `organizer:${owner.id}`),
  );
  expect(await db.$count(auditEntries, logged)).toBe(1);
  const again = await post({});
  expect([again.status, await htmlOf(again)]).toEqual([
    409,
    expect.stringContaining("Email was already resumed."),
  ]);
});
