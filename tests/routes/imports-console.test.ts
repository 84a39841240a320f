import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { aFileHandedIn, aSheetTyped, found, scopeOf } from "#tests/support/imports.ts";
import { signedIn } from "#tests/support/signed-in.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const { db } = site;

const textOf = async (answer: Promise<Response>) =>
  (await (await answer).text()).replace(/<script[\s\S]*?<\/script>/g, "").replace(/<!-- -->/g, "");

test("paper signers appear next to the count, in public, data and console", async () => {
  const campaign = await aCampaign(db);
  expect(await textOf(site.get(`/c/${campaign.slug}`))).not.toContain("on paper");
  await aSheetTyped(db, await scopeOf(db, campaign), ["Ana Paper", "Ben Paper"]);

  await expect
    .poll(() => textOf(site.get(`/c/${campaign.slug}`)))
    .toContain("And 2 people signed on paper. Paper signatures can’t be confirmed by email");
  expect(await textOf(site.get(`/es/c/${campaign.slug}`))).toContain("Y 2 personas firmaron en papel.");
  const count = (await (await site.get(`/c/${campaign.slug}/count.json`)).json()) as object;
  expect(count).toMatchObject({ signatures: 0 });
  expect(Object.keys(count).sort()).toEqual(["asOf", "holders", "letters", "signatures", "wholeShares"]);
  const api = await site.get(`/api/v1/campaigns/${campaign.slug}/counts`);
  expect(await api.json()).toMatchObject({ signatures: 0, onPaper: 2 });

  const organizer = await signedIn(site, campaign);
  const base = `/organize/c/${campaign.slug}`;
  expect(await textOf(organizer.get(base))).toContain("counted separately: 2 on paper");
  expect(await textOf(organizer.get(`${base}/imports`))).toContain(
    "Counted separately: 0 imported people not confirmed here, 2 people on paper.",
  );
});

test("another campaign's organizer sees no page, row or act of an import", async () => {
  const [campaign, other] = [await aCampaign(db), await aCampaign(db)];
  const which = await aFileHandedIn(
    db,
    await scopeOf(db, campaign),
    "email,name,country\na@example.org,A,US\n",
  );
  const sheet = await aSheetTyped(db, await scopeOf(db, campaign), ["Ana Paper"]);
  const organizer = await signedIn(site, other);
  for (const slug of [campaign.slug, other.slug])
    for (const id of [which.publicId, sheet.publicId]) {
      const page = `/organize/c/${slug}/imports/${id}`;
      expect([page, (await organizer.get(page)).status]).toEqual([page, 404]);
      expect([page, (await organizer.get(`${page}/rows.csv`)).status]).toEqual([page, 404]);
      for (const intent of ["try", "start", "cancel", "undo"])
        expect([intent, (await organizer.post(page, { intent })).status]).toEqual([intent, 404]);
    }
  expect(await textOf(organizer.get(`/organize/c/${other.slug}/imports`))).not.toContain("Import 1");
  expect((await found(db, which)).state).toBe("received");
});
