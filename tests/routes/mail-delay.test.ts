import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();
// As if the worker had ended an hour ago: it no longer records that it runs.
await site.db.execute(sql`
  update pgboss.version set cron_on = now() - interval '1 hour', maintained_on = null, monitored_on = null`);
await site.db.execute(sql`create rule ended as on update to pgboss.version do instead nothing`);
// It still runs, and would send an invitation before its page is read.
await site.db.execute(sql`
  create function unsent() returns trigger language plpgsql as 'begin return null; end'`);
await site.db.execute(sql`
  create trigger unsent before update on outbox for each row when (new.state = 'claimed') execute function unsent()`);

test("no page says that an email comes soon while no worker runs", async () => {
  const soon = /within a minute|on its way|less than a minute|en un minuto|en camino o llegó/;
  const email = anAddress();
  const code = await site.post("/sign-in", { email });
  const pages = {
    inbox: await site.get("/c/microsoft-ice/check-your-inbox"),
    "inbox in Spanish": await site.get("/es/c/microsoft-ice/check-your-inbox"),
    manage: await site.post("/manage", { email }),
    "manage in Spanish": await site.post("/es/manage", { email }),
    code: code.status === 200 ? code : await site.get(code.headers.get("location") ?? ""),
  };
  for (const [name, answer] of Object.entries(pages)) {
    expect([name, answer.status]).toEqual([name, 200]);
    const html = await answer.text();
    expect([name, soon.exec(html)?.[0]]).toEqual([name, undefined]);
    expect([name, /delayed today|se retrasan hoy/.test(html)]).toEqual([name, true]);
  }
});

test("the team's page does not say that an invitation is on its way while no worker runs", async () => {
  const campaign = await aCampaign(site.db);
  const owner = await anOrganizer(site.db, { campaign });
  const headers = { cookie: `session=${await aSession(site.db, owner)}` };
  const team = `/organize/c/${campaign.slug}/team`;
  const textAfter = async (fields: Record<string, string>) => {
    const done = await site.post(team, fields, headers);
    expect(done.status).toBe(303);
    const html = await (await site.get(done.headers.get("location") ?? "", headers)).text();
    return /on its way/.exec(html)?.[0] ?? html.match(/mails are delayed today/g)?.length;
  };
  const invite = { intent: "invite", email: anAddress(), role: "viewer", days: "3" };
  expect(await textAfter(invite)).toBe(2);
  const [invitation] = await site.db.execute<{ id: string }>(sql`
    select id from organizer_invitations where campaign_id = ${campaign.id}`);
  expect(await textAfter({ intent: "renew", invitation: invitation?.id ?? "" })).toBe(2);
});
