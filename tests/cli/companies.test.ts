import { join } from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { changeCompanies } from "#app/domain/campaign/company/change-companies.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { auditEntries, coFilingRules, letterRecipients } from "#db/schema/index.ts";
import { aCampaign, changeRows, firstOf } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { dateFromNow } from "#tests/support/days.ts";
import { aDispatch } from "#tests/support/dispatches.ts";
import { aLetter, aRecipient } from "#tests/support/letters.ts";
import { aFolder, anOperator, jsonOf } from "#tests/support/operator.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { aMeeting, aPledge, nextYear } from "#tests/support/pledges.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();
const { db, run } = await anOperator(folder);

type Status = "draft" | "open" | "closed";

async function aScene(status: Status = "draft") {
  const campaign = await aCampaign(db, { status, ...(status === "closed" && { closedAt: new Date() }) });
  const first = firstOf(await listCompaniesOf(db, campaign.id));
  const cli = (...args: string[]) => run(...args, "--campaign", campaign.slug);
  const slugs = async () => (await listCompaniesOf(db, campaign.id)).map(({ slug }) => slug);
  return {
    campaign,
    first,
    cli,
    slugs,
    json: async (...args: string[]) => jsonOf(await cli(...args, "--json")),
  };
}

/** A campaign about two companies, with a function that refuses another campaign's. */
async function aPair(status: Status = "draft") {
  const scene = await aScene(status);
  return { ...scene, second: await aSecondCompany(db, scene.campaign) };
}

const facts = (...fields: string[]) => fields.flatMap((field) => ["--set", field]);
const hoshino = (name: string) =>
  facts(
    `name=${name}`,
    "ticker=7201",
    "exchange=Tokyo",
    "zone=Asia/Tokyo",
    "country=JP",
    "jurisdiction=other",
  );
const failed = (line: string) => ({ code: 1, out: "", err: `${line}\n` });

test("a draft gets companies that are new or known, in order, and loses one that nothing names", async () => {
  const { campaign, first, cli, slugs, json } = await aScene();
  expect(await json("company", "add", "--also", ...hoshino("Aoi Works"))).toEqual({
    outcome: "changed",
    companies: [first.slug, "aoi-works"],
  });
  const { first: known } = await aScene();
  expect(await cli("company", "choose", "--also", "--company", known.slug)).toEqual({
    code: 0,
    out: `${campaign.slug} is about ${first.slug}, aoi-works, ${known.slug}.\n`,
    err: "",
  });
  const order = (...companies: string[]) =>
    cli("company", "order", ...companies.flatMap((slug) => ["--company", slug]));
  expect(await order("aoi-works", known.slug, first.slug)).toMatchObject({ code: 0, err: "" });
  expect(await slugs()).toEqual(["aoi-works", known.slug, first.slug]);

  const listed = jsonOf(await run("company", "list", "--of", campaign.slug, "--json"));
  expect(listed.companies.map(({ slug }: { slug: string }) => slug)).toEqual(await slugs());
  expect((await run("company", "list", "--of", campaign.slug)).out).toMatch(
    /^company +name .*\naoi-works +Aoi Works +7201 +Tokyo +1\n.*\n.*\n$/,
  );
  expect(jsonOf(await run("company", "list", "--json")).companies.length).toBeGreaterThan(3);
  expect(await run("company", "list", "--of", "no-such")).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no campaign "no-such".'),
  });

  expect(await json("company", "remove", "--company", "aoi-works")).toEqual({
    outcome: "changed",
    companies: [known.slug, first.slug],
  });
  const actions = await db
    .select({ action: auditEntries.action, actor: auditEntries.actor, detail: auditEntries.detail })
    .from(auditEntries)
    .where(eq(auditEntries.campaignId, campaign.id));
  expect(actions).toHaveLength(4);
  for (const entry of actions)
    expect(entry).toMatchObject({ action: "companies-changed", actor: "operator" });
  expect(actions.at(-1)?.detail).toMatchObject({ removed: ["aoi-works"] });
});

test("a company that is there, unknown, or not the campaign's is refused, and nothing changes", async () => {
  const { campaign, first, second, cli, slugs } = await aPair();
  const { second: foreign } = await aPair();
  const before = await slugs();
  const known =
    "Name companies by their slugs: `company list`; with `company order` all of the campaign's, once each.";
  const there = "The campaign is about these companies already, in this order.";
  const refusals: [string[], string][] = [
    [["choose", "--also", "--company", "nobody"], known],
    [["choose", "--also", "--company", second.slug], there],
    [["remove", "--company", foreign.slug], known],
    [["order", "--company", second.slug], known],
    [["order", "--company", second.slug, "--company", second.slug], known],
    [["order", "--company", second.slug, "--company", foreign.slug], known],
    [["order", "--company", first.slug, "--company", second.slug], there],
    [["approve"], "Nobody has asked for other companies."],
    [["withdraw"], "Nobody has asked for other companies."],
  ];
  for (const [args, line] of refusals)
    expect([args, await cli("company", ...args)]).toEqual([args, failed(line)]);
  for (const wrong of [["order"], ["remove"], ["choose", "--also"], ["add", "--also", "--set", "name="]])
    expect([wrong, await cli("company", ...wrong)]).toMatchObject([wrong, { code: 2, out: "" }]);
  for (const alone of [
    ["add", ...hoshino("Kumo")],
    ["choose", "--company", foreign.slug],
  ])
    expect(await cli("company", ...alone, "--approve-alone")).toMatchObject({
      code: 2,
      err: expect.stringContaining("--approve-alone goes with --also"),
    });
  expect(await slugs()).toEqual(before);

  expect(await cli("company", "remove", "--company", second.slug)).toMatchObject({ code: 0 });
  expect(await cli("company", "remove", "--company", second.slug)).toEqual(failed(known));
  expect(await cli("company", "show", "--company", second.slug)).toEqual(
    failed(`${campaign.slug} is not about "${second.slug}", but about ${first.slug}.`),
  );
  expect(await cli("company", "remove", "--company", first.slug)).toEqual(
    failed("A campaign needs at least one company."),
  );
});

test("an open campaign's companies wait for a second person; a closed one keeps them", async () => {
  const { campaign, first, second, cli, slugs, json } = await aPair("open");
  const remove = ["company", "remove", "--company", second.slug];
  expect(await cli(...remove)).toEqual({
    code: 0,
    out: "Asked for: an organizer approves it in the console, or add --approve-alone.\n",
    err: "",
  });
  expect(await slugs()).toEqual([first.slug, second.slug]);
  expect(await cli("company", "order", "--company", second.slug, "--company", first.slug)).toEqual(
    failed("Another change waits. Run `company approve` or `company withdraw`."),
  );
  expect(await cli("company", "approve")).toEqual(
    failed("You asked for it, so an organizer must approve it in the console. Or add --approve-alone."),
  );
  expect(await json("company", "withdraw")).toEqual({
    outcome: "withdrawn",
    companies: [first.slug, second.slug],
  });
  expect(await json(...remove, "--approve-alone")).toEqual({ outcome: "changed", companies: [first.slug] });

  // The operator is an organizer's second person.
  const organizer = await anOrganizer(db, { campaign });
  const scope = { campaignId: campaign.id, organizerId: organizer.id };
  expect(await changeCompanies(db, { scope, change: { add: second.slug } })).toEqual({ outcome: "unknown" });
  expect(await json("company", "choose", "--also", "--company", second.slug)).toMatchObject({
    outcome: "asked",
  });
  expect(await json("company", "approve", "--approve-alone")).toEqual({
    outcome: "approved",
    companies: [first.slug, second.slug],
  });
  expect(await changeCompanies(db, { scope, change: { order: [second.slug, first.slug] } })).toEnd("asked");
  expect(await json("company", "approve")).toMatchObject({ companies: [second.slug, first.slug] });
  const logged = await db
    .select({ detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.campaignId, campaign.id), eq(auditEntries.action, "companies-changed")))
    .orderBy(asc(auditEntries.id));
  expect(logged.map(({ detail }) => (detail as { alone?: boolean }).alone)).toEqual([true, true, false]);

  const closed = await aPair("closed");
  expect(await closed.cli("company", "remove", "--company", closed.second.slug)).toEqual(
    failed("The campaign is closed."),
  );
});

test("what names a company keeps it, and the command says what", async () => {
  const { campaign, first, second, cli, slugs } = await aPair();
  const remove = () => cli("company", "remove", "--company", second.slug);
  const refused = (what: string) => failed(`Hoshino cannot be removed. The campaign has of it: ${what}.`);
  const recipient = await aRecipient(db, campaign, { companyId: second.id });
  expect(await remove()).toEqual(refused("recipients"));
  await changeRows(db, letterRecipients, recipient.id, { retiredAt: new Date() });
  await aLetter(db, campaign, { companyId: second.id });
  expect(await remove()).toEqual(refused("letters, consents"));
  const meeting = await aMeeting(db, { targetId: second.id, zone: "Asia/Tokyo" });
  const { supporter } = await aStoredSignature(db, campaign);
  await aPledge(db, { campaignId: campaign.id, supporterId: supporter.id, meetingId: meeting.id });
  expect(await remove()).toEqual(refused("letters, pledges, consents"));
  expect(await cli("pack", "ask", "--company", second.slug)).toMatchObject({ code: 0 });
  expect(await remove()).toEqual(refused("letters, pledges, packs, consents"));
  expect(await slugs()).toEqual([first.slug, second.slug]);
});

test("facts, meetings, proposals, figures and the rule are of the company that a command names", async () => {
  const { campaign, first, second, cli, json } = await aPair();
  const { second: foreign } = await aPair();
  const of = ["--company", second.slug];
  const year = ["--year", `${nextYear}`];
  expect(await json("company", "set", ...of, ...facts("legal_name=Hoshino K.K."))).toMatchObject({
    outcome: "saved",
    changed: ["legalName"],
  });
  expect((await cli("company", "show", ...of)).out).toContain("legal_name=Hoshino K.K.\n");
  expect((await cli("company", "show")).out).toContain("name=Sample Corporation\n");
  expect((await cli("company", "show")).out).not.toContain("Hoshino");

  const meeting = facts("status=announced", `meeting_on=${nextYear}-06-20`, "meeting_time=10:00");
  expect(await json("meeting", "set", "--new", ...of, ...year, ...meeting)).toMatchObject({
    outcome: "saved",
  });
  expect((await json("meeting", "list")).meetings).toEqual([]);
  expect((await json("meeting", "list", ...of)).meetings).toMatchObject([
    // Ten in the morning at its own exchange.
    { year: nextYear, zone: "Asia/Tokyo", meetingAt: `${nextYear}-06-20T01:00:00.000Z` },
  ]);
  const none = failed(`There is no meeting of ${nextYear}. Run \`meeting list\`.`);
  expect(await cli("meeting", "feature", ...year)).toEqual(none);
  expect(await json("meeting", "feature", ...of, ...year)).toMatchObject({ year: nextYear });

  const item = facts("title=Report on the works", "status=proposed");
  expect(await cli("item", "set", ...year, ...item)).toEqual(none);
  expect(await json("item", "set", ...of, ...year, ...item)).toMatchObject({ outcome: "saved" });
  expect(await cli("item", "list", ...year)).toEqual(none);
  expect((await json("item", "list", ...of, ...year)).items).toMatchObject([
    { title: "Report on the works" },
  ]);

  const figures = facts("shares_outstanding=1000000", `as_of=${dateFromNow(-9)}`);
  for (const company of [of, []]) {
    expect(await json("figures", "add", ...company, ...figures)).toEqual({ outcome: "added" });
    expect(await json("figures", "add", ...company, ...figures)).toEqual({ outcome: "already-there" });
  }
  const rule = facts(
    "price_window_days=60",
    "words_at_most=500",
    "cure_days=14",
    "dollars_1=2000",
    "years_1=3",
  );
  expect(await json("rule", "set", ...rule)).toMatchObject({ outcome: "saved" });
  // Its law has no rule for proposals, so a rule would never be shown.
  expect(await cli("rule", "set", ...of, ...rule)).toEqual(
    failed(
      "Nothing was saved: pages under this company's law show no rule for proposals. " +
        "If the law is wrong, correct it with `company set --set jurisdiction=us`.",
    ),
  );
  const rules = () =>
    db
      .select({ company: coFilingRules.targetId, words: coFilingRules.wordsAtMost })
      .from(coFilingRules)
      .orderBy(asc(coFilingRules.targetId));
  expect(await rules()).toEqual([{ company: first.id, words: 500 }]);

  expect(await json("company", "set", ...of, ...facts("jurisdiction=us"))).toMatchObject({
    outcome: "saved",
  });
  expect(await json("rule", "set", ...of, ...rule.map((fact) => fact.replace("=500", "=300")))).toMatchObject(
    { outcome: "saved" },
  );
  expect(await rules()).toEqual([
    { company: first.id, words: 500 },
    { company: second.id, words: 300 },
  ]);

  const commands = [
    ["company", "show"],
    ["company", "set", ...facts("ticker=TAKEN")],
    ["meeting", "list"],
    ["meeting", "set", "--new", ...year, ...meeting],
    ["meeting", "feature", ...year],
    ["item", "list", ...year],
    ["item", "set", ...year, ...item],
    ["figures", "add", ...figures],
    ["rule", "set", ...rule],
    ["recipient", "add", "--name", "IR", "--email", "ir@hoshino.test"],
    ["recipient", "list"],
    ["dispatch", "list"],
    ["co-filer", "list"],
    ["pack", "ask"],
    ["pack", "list"],
    ["pack", "make", "--output", join(folder, "foreign.zip"), "--approve-alone"],
  ];
  for (const args of commands)
    for (const company of [foreign.slug, "nobody"])
      expect([args, await cli(...args, "--company", company)]).toEqual([
        args,
        failed(`${campaign.slug} is not about "${company}", but about ${first.slug}, ${second.slug}.`),
      ]);
});

test("recipients, dispatches and packs are of the company that a command names", async () => {
  const { campaign, first, second, cli, json } = await aPair();
  const of = ["--company", second.slug];
  const office = (address: string) => ["--name", "Board", "--email", address];
  const added = await json("recipient", "add", ...of, ...office("board@hoshino.test"));
  expect(added).toMatchObject({ outcome: "added" });
  expect(await json("recipient", "add", ...office("board@sample.test"))).toMatchObject({ outcome: "added" });
  const addresses = async (...company: string[]) =>
    (await json("recipient", "list", ...company)).recipients.map(({ email }: { email: string }) => email);
  expect(await addresses()).toEqual(["board@sample.test"]);
  expect(await addresses("--company", first.slug)).toEqual(["board@sample.test"]);
  expect(await addresses(...of)).toEqual(["board@hoshino.test"]);

  const { id } = await anOrganizer(db, { campaign });
  await aDispatch(db, { campaign, recipient: added }, `organizer:${id}`);
  expect(await cli("dispatch", "list")).toEqual({ code: 0, out: "No dispatches yet.\n", err: "" });
  expect((await json("dispatch", "list", ...of)).dispatches).toMatchObject([
    { number: 1, recipient: "Board" },
  ]);

  // Each company has its own waiting pack; numbers are per campaign.
  expect(await json("pack", "ask", ...of)).toMatchObject({ number: 1 });
  expect(await cli("pack", "ask", ...of)).toEqual(failed("Pack 1 is already waiting. Run `pack list`."));
  expect(await json("pack", "ask", "--company", first.slug)).toMatchObject({ number: 2 });
  const numbers = async (...company: string[]) =>
    (await json("pack", "list", ...company)).packs.map(({ number }: { number: number }) => number);
  expect([await numbers(...of), await numbers("--company", first.slug)]).toEqual([[1], [2]]);

  const to = (file: string) => ["--output", join(folder, file)];
  expect(await cli("pack", "make", ...of, ...to("waits.zip"))).toEqual(
    failed("Pack 1 needs approval by an organizer in the console. Or add --approve-alone."),
  );
  const made = await json("pack", "make", ...of, ...to("second.zip"), "--approve-alone");
  expect(made).toMatchObject({ outcome: "made", number: 1 });
  expect((await json("pack", "list", "--company", first.slug)).packs).toMatchObject([{ state: "asked" }]);
});

test("a campaign begins about several companies, the first first", async () => {
  const [{ first: one }, { first: other }] = [await aScene(), await aScene()];
  const create = (slug: string, ...args: string[]) =>
    run("campaign", "create", "--slug", slug, "--name", "Several", ...args);
  const about = (...slugs: string[]) => slugs.flatMap((slug) => ["--company", slug]);
  const listed = async (slug: string) =>
    jsonOf(await run("company", "list", "--of", slug, "--json")).companies.map(
      (each: { slug: string }) => each.slug,
    );
  const empty = ["--begin", "empty"];
  expect(await create("begun-two", ...empty, ...about(other.slug, one.slug, other.slug))).toMatchObject({
    code: 0,
  });
  expect(await listed("begun-two")).toEqual([other.slug, one.slug]);
  expect(await create("begun-new", ...empty, "--company-name", "Kumo", ...about(one.slug))).toMatchObject({
    code: 0,
  });
  expect(await listed("begun-new")).toEqual(["kumo", one.slug]);
  expect(await create("begun-copy", "--from", "begun-two")).toMatchObject({ code: 0 });
  expect(await listed("begun-copy")).toEqual([other.slug, one.slug]);

  expect(await create("begun-none", ...empty, ...about(one.slug, "nobody"))).toEqual(
    failed("There is no such company. Run `company list`."),
  );
  const many = about(...Array.from({ length: 21 }, (_, n) => `company-${n}`));
  expect(await create("begun-many", ...empty, ...many)).toMatchObject({
    code: 2,
    err: expect.stringContaining("--company can be given twenty times at most"),
  });
  for (const named of [about(one.slug), ["--company-name", "Kumo"]])
    expect(await create("begun-both", "--from", "begun-two", ...named)).toMatchObject({
      code: 2,
      err: expect.stringContaining("A copy is about the companies of its source"),
    });
  expect(await run("company", "list", "--of", "begun-both")).toMatchObject({ code: 1 });
});
