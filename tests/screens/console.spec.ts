import { anAddress, anOrganizer, aSigner, test } from "#tests/e2e/fixtures.ts";
import { inDatabase } from "#tests/e2e/in-database.ts";
import { isPage } from "#tests/support/addresses.ts";
import { aConsoleScene } from "#tests/support/console-scene.ts";
import { consoleTable } from "#tests/support/console-table.ts";
import { aSession } from "#tests/support/organizers.ts";
import { aSignatureOnHold } from "#tests/support/reviews.ts";
import { aStoredSignature } from "#tests/support/signatures.ts";
import { picture } from "./picture.ts";

const pages = Object.entries(consoleTable).filter(([route, { elsewhere }]) => !elsewhere && isPage(route));

test("signing in, and the code", async ({ page }) => {
  await page.goto("/sign-in");
  await picture(page, "console", "sign-in");
  await page.getByLabel("Email").fill(anAddress());
  await page.locator("main form .btn").first().click();
  await page.getByLabel("Code").waitFor();
  await picture(page, "console", "sign-in-code");
});

test("every page of the console, in a campaign with one of everything", async ({ page }) => {
  const { scene, session } = await inDatabase(async (db) => {
    const scene = await aConsoleScene(db);
    return { scene, session: await aSession(db, { id: scene.memberId }) };
  });
  await page.context().addCookies([{ name: "session", value: session, url: process.env.E2E_URL ?? "" }]);
  for (const [route, row] of pages) {
    const answer = await page.goto(row.at(scene));
    if (answer?.status() !== (row.absent ? 404 : 200))
      throw new Error(`${route} answered ${answer?.status()}`);
    await picture(page, "console", route.replaceAll("/", "-"));
  }
});

test("the lists and the overview of a campaign that many have signed", async ({ page }) => {
  const hour = 3600_000;
  await inDatabase(async (db, campaign) => {
    for (let at = 0; at < 400; at += 1) {
      const signedAt = new Date(Date.now() - ((at * at) % 900) * hour);
      const who = { signedAt, country: ["US", "US", "DE", "MX", "FR"][at % 5] ?? "US" };
      if (at % 40 === 0)
        await aSignatureOnHold(db, campaign, {
          ...who,
          reasons: ["block", "domain", "cadence"],
          name: "Bo Burst",
        });
      else
        await aStoredSignature(db, campaign, {
          ...who,
          name: `Person ${at}`,
          state: at % 9 === 0 ? "pending" : "confirmed",
          ...(at % 7 === 0 && { comment: "My neighbors are afraid.", display: "public" as const }),
        });
    }
  });
  await aSigner(page, "Ana Sample");
  await anOrganizer(page);
  for (const path of [
    "",
    "/signatures",
    "/pledges",
    "/names",
    "/review?index",
    "/letters",
    "/exports",
    "/audit",
  ]) {
    await page.goto(`/organize/c/microsoft-ice${path}`);
    await picture(page, "console-full", path.replaceAll(/\W/g, "") || "overview");
  }
});
