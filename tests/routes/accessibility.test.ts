import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { aCampaign } from "#tests/support/builders.ts";
import { aSite } from "#tests/support/site.ts";

const site = await aSite();
const read = async (path: string) => (await site.get(path)).text();

test("blocked users learn whom to write to, by campaign or among several", async () => {
  await site.db.execute(sql`update campaigns set contact_email = 'first@campaign.test'`);
  await expect.poll(() => read("/accessibility")).toContain("mailto:first@campaign.test");
  expect(await read("/accessibility")).not.toContain("Several campaigns share this site");

  const second = await aCampaign(site.db, { title: "End the sale", contactEmail: "second@campaign.test" });
  await expect.poll(() => read("/es/accessibility")).toContain("Varias campañas comparten este sitio");
  const html = await read("/es/accessibility");
  expect(html).toContain('Microsoft: fin a todos los acuerdos con ICE</span>: <a href="mailto:first@');
  expect(html).toContain(`<span lang="en">${second.title}</span>: <a href="mailto:second@campaign.test"`);
});
