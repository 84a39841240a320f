import { expect, test } from "vitest";
import { saveClaim } from "#app/domain/campaign/claims/save-claim.server.ts";
import { createCampaign } from "#app/domain/campaign/opening/create-campaign.server.ts";
import { savePetition } from "#app/domain/campaign/petition/save-petition.server.ts";
import type { ClaimWords } from "#app/domain/campaign/wording.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";

const folder = aFolder();

const words: ClaimWords = {
  section: "reported",
  kind: "reported",
  text: "It grew.",
  quotation: null,
  attribution: "A newsroom",
  publisher: null,
  publishedOn: null,
  publishedPrecision: null,
  sourceTitle: null,
  sourceUrl: null,
  urlVerifiedAt: null,
  archiveUrl: null,
  reviewBy: null,
  limits: null,
  openQuestion: null,
  brief: null,
  moreSources: [],
  picture: null,
  timeline: [],
};

test("a campaign is created empty or from a template, about a company", async () => {
  const { run } = await anOperator(folder);
  const create = (...args: string[]) => run("campaign", "create", "--name", "New", "--json", ...args);
  const made = await create("--slug", "from-template", "--begin", "template", "--company-name", "Hoshino");
  expect(made.code).toBe(0);
  expect(JSON.parse(made.out)).toEqual({ outcome: "created", slug: "from-template", claims: 7 });
  const about = (...args: string[]) => create("--slug", "empty-one", "--begin", "empty", ...args);
  expect(await about("--company", "no-such")).toMatchObject({
    code: 1,
    err: expect.stringContaining("There is no such company."),
  });
  expect(await about()).toMatchObject({ code: 2, err: expect.stringContaining("Give --company") });
  expect(await about("--company", "hoshino")).toMatchObject({ code: 0 });
  expect(await about("--company", "hoshino", "--from", "from-template")).toMatchObject({ code: 2 });
});

test("a campaign is created from another, under an address that is free", async () => {
  const { campaign, run } = await anOperator(folder);
  const create = (...args: string[]) => run("campaign", "create", "--from", campaign.slug, ...args);
  const made = await create("--slug", "the-second", "--name", "The second", "--json");
  expect([made.code, JSON.parse(made.out)]).toEqual([
    0,
    { outcome: "created", slug: "the-second", claims: 0 },
  ]);
  expect(await create("--slug", "the-second", "--name", "Again")).toEqual({
    code: 1,
    out: "",
    err: 'Campaign "the-second" already exists. Choose another --slug.\n',
  });
  expect(await create("--slug", "-bad", "--name", "Bad")).toMatchObject({ code: 2, out: "" });
  expect(await create("--slug", "good-one", "--name", "<b>Bad</b>")).toMatchObject({ code: 2, out: "" });
  expect(await run("campaign", "create", "--from", "no-such", "--slug", "other", "--name", "N")).toEqual({
    code: 1,
    out: "",
    err: 'There is no campaign "no-such". Run `campaign list`.\n',
  });
});

test("a draft campaign opens once its petition is published and its addresses are set", async () => {
  const { db, campaign, run } = await anOperator(folder);
  await createCampaign(db, {
    from: campaign.slug,
    slug: "the-second",
    name: "The second",
    actor: "operator",
  });
  const second = ["--campaign", "the-second"] as const;
  expect((await run("campaign", "open", ...second)).err).toBe(
    "No petition is published. Run `petition publish`.\n",
  );
  const put = await run("petition", "publish", ...second, "--meaning", "changed", "--json");
  expect([put.code, JSON.parse(put.out)]).toEqual([0, { outcome: "published", version: 1 }]);
  const organization = ["--operator", "O", "--postal-address", "P", "--funding-line", "F"];
  const addresses = ["--contact-email", "c@campaign.net", "--privacy-contact", "p@campaign.net"];
  expect(await run("campaign", "set", ...second, ...organization, ...addresses)).toMatchObject({ code: 0 });
  expect(await run("campaign", "open", ...second)).toEqual({
    code: 0,
    out: "Campaign the-second is open.\n",
    err: "",
  });
  const listed = JSON.parse((await run("campaign", "list", "--json")).out);
  expect(listed.campaigns).toMatchObject([
    { slug: campaign.slug, status: "open" },
    { slug: "the-second", status: "open", signatures: 0, organizers: 0, featured: false },
  ]);
  expect((await run("campaign", "list")).out).toMatch(
    /^campaign +state +signatures +organizers +title\nc-\w+ +open [\s\S]*\nthe-second +open +0 +0 +The second\n$/,
  );
  expect(db).toBeDefined();
});

test("claims are listed with what is missing, and published where nothing is", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  expect((await cli("claim", "list")).out).toBe("No claims yet.\n");
  const on = { campaignId: campaign.id, actor: "operator" as const };
  const bare = await saveClaim(db, { ...on, id: null, version: 0, words });
  const opinion = { ...words, kind: "opinion" as const, text: "We think so." };
  const good = await saveClaim(db, { ...on, id: null, version: 0, words: opinion });
  if (bare.outcome !== "saved" || good.outcome !== "saved") throw new Error("not saved");
  expect((await cli("claim", "list")).out).toMatch(
    /no source +reported +reported +It grew\.\n.*draft .*We think so\./,
  );
  const publish = (id: number | string, ...more: string[]) =>
    cli("claim", "publish", "--claim", `${id}`, ...more);
  expect(await publish(bare.id)).toMatchObject({
    code: 1,
    err: expect.stringContaining("needs a publisher"),
  });
  const done = await publish(good.id, "--json");
  expect([done.code, JSON.parse(done.out)]).toEqual([0, { outcome: "published", claim: good.id }]);
  expect(await publish(good.id)).toMatchObject({ code: 1, err: "It has no changes to publish.\n" });
  expect(await publish("x")).toMatchObject({ code: 1, err: expect.stringContaining("Run `claim list`") });
  const one = ["--claim", `${good.id}`];
  expect((await cli("claim", "due")).out).toBe("No claim has to be reviewed.\n");
  expect((await cli("claim", "review", ...one)).err).toContain("the day of the next review");
  expect((await cli("claim", "set", ...one, "--set", "review_by=2026-01-01")).err).toBe("");
  await publish(good.id);
  expect((await cli("claim", "due")).out).toMatch(/2026-01-01 +We think so\.\n/);
  expect((await cli("claim", "review", ...one, "--next", "2099-01-01")).code).toBe(0);
  expect((await cli("claim", "due")).out).toBe("No claim has to be reviewed.\n");
  expect(JSON.parse((await cli("claim", "list", "--json")).out).claims).toMatchObject([
    { id: bare.id, published: false, ready: false },
    { id: good.id, published: true },
  ]);
});

test("publishing a petition takes its meaning and the fate of earlier signers", async () => {
  const { db, campaign, cli } = await anOperator(folder);
  const publish = (...args: string[]) => cli("petition", "publish", ...args);
  expect(await publish("--meaning", "changed")).toMatchObject({
    code: 1,
    err: "The petition has no draft. Write one with `petition draft`.\n",
  });
  await aStoredSignature(db, campaign);
  const on = { campaignId: campaign.id, actor: "operator" as const };
  await savePetition(db, { ...on, version: 0, words: { summary: "We ask more.", body: "Much more." } });
  for (const wrong of [
    [],
    ["--meaning", "other"],
    ["--meaning", "same"],
    ["--meaning", "changed", "--earlier", "x"],
  ])
    expect(await publish(...wrong)).toMatchObject({ code: 2, out: "" });
  expect(await publish("--meaning", "changed")).toMatchObject({
    code: 1,
    err: expect.stringContaining("Say with --earlier"),
  });
  expect(await publish("--meaning", "changed", "--earlier", "apart")).toEqual({
    code: 0,
    out: expect.stringContaining("needs approval"),
    err: "",
  });
  expect(await cli("petition", "approve", "--approve-alone")).toEqual({
    code: 0,
    out: "People now sign version 2.\n",
    err: "",
  });
});
