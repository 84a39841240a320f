import { expect, test } from "vitest";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { findCampaignOfUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { aSecondCompany } from "#tests/support/companies.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { htmlOf } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;
const page = "/organize/new";

/** Somebody who keeps the facts of three companies, and a company that they do not keep. */
async function aScene() {
  const campaign = await aCampaign(db, { status: "draft" });
  const names = ["Aoi", "Kumo"];
  const others = [];
  for (const [n, name] of names.entries()) others.push(await aSecondCompany(db, campaign, { name }, n + 2));
  const [first] = await listCompaniesOf(db, campaign.id);
  const [second, third] = others;
  if (!first || !second || !third) throw new Error("a company is missing");
  const organizer = await anOrganizer(db, { campaign });
  const headers = { cookie: `session=${await aSession(db, organizer)}` };
  const foreign = await aSecondCompany(db, await aCampaign(db), { name: "Foreign" });
  const fields = { begin: "empty", name: "Several companies", language: "es" };
  const post = (slug: string, given: Record<string, string>, more: readonly string[] = []) =>
    site.post(
      page,
      new URLSearchParams([
        ...Object.entries({ ...fields, slug, ...given }),
        ...more.map((one): [string, string] => ["more", one]),
      ]),
      headers,
    );
  return { first, second, third, foreign, headers, post };
}
const companiesOf = async (slug: string) => {
  const campaign = await findCampaignOfUpdates(db, slug);
  return campaign && (await listCompaniesOf(db, campaign.id)).map((company) => company.slug);
};
/** The values of the ticked boxes. */
const ticked = (html: string) =>
  [...html.matchAll(/<input[^>]*name="more"[^>]*>/g)]
    .filter(([box]) => box.includes("checked"))
    .map(([box]) => /value="([^"]*)"/.exec(box)?.[1]);

test("the form begins a campaign about the company chosen and those ticked with it, each once", async () => {
  const { first, second, third, foreign, headers, post } = await aScene();
  const form = await htmlOf(await site.get(page, headers));
  expect(ticked(form)).toEqual([]);
  for (const { slug } of [first, second, third]) expect(form).toContain(`id="more_${slug}"`);
  expect(form).not.toContain(foreign.slug);

  const begun = await post("begun-of-three", { company: second.slug }, [first.slug, second.slug, third.slug]);
  expect(begun.headers.get("location")).toBe("/organize/c/begun-of-three/edit?done=created");
  expect(await companiesOf("begun-of-three")).toEqual([second.slug, first.slug, third.slug]);
  expect((await post("begun-of-new", { company: "", company_name: "Mizu" }, [third.slug])).status).toBe(303);
  expect(await companiesOf("begun-of-new")).toEqual(["mizu", third.slug]);
  // A copy includes its source's companies.
  expect((await post("begun-as-copy", { begin: "copy", from: "begun-of-new" }, [first.slug])).status).toBe(
    303,
  );
  expect(await companiesOf("begun-as-copy")).toEqual(["mizu", third.slug]);
});

test("a form that comes back keeps what was ticked, and says at its field what is wrong", async () => {
  const { first, second, third, foreign, post } = await aScene();
  const taken = { company: second.slug };
  expect((await post("taken-before", taken)).status).toBe(303);
  const wrong: [Promise<Response>, number, string][] = [
    [post("-bad", taken, [first.slug, third.slug]), 422, "slug"],
    [post("no-name", { ...taken, name: "" }, [first.slug, third.slug]), 422, "name"],
    [post("no-company", { company: "" }, [first.slug, third.slug]), 422, "company_name"],
    [post("taken-before", taken, [first.slug, third.slug]), 409, "slug"],
    [post("not-kept", taken, [first.slug, third.slug, foreign.slug]), 409, "company"],
  ];
  for (const [answer, status, field] of wrong) {
    const html = await htmlOf(await answer);
    expect([field, (await answer).status, new Set(ticked(html))]).toEqual([
      field,
      status,
      new Set([first.slug, third.slug]),
    ]);
    expect(html).toContain(`href="#${field}"`);
    expect(html).toContain(`id="${field}-error"`);
  }
  expect(await companiesOf("not-kept")).toBeNull();
  expect(await companiesOf("taken-before")).toEqual([second.slug]);

  const many = Array.from({ length: 20 }, (_, n) => `company-${n}`);
  const answer = await post("too-many", taken, [first.slug, ...many]);
  const html = await htmlOf(answer);
  expect([answer.status, ticked(html)]).toEqual([422, [first.slug]]);
  expect(html).toContain('<a href="#more">A campaign has twenty companies at most.</a>');
  expect(html).toContain('id="more-error"');
  expect(await companiesOf("too-many")).toBeNull();
});
