import { aCampaign } from "#tests/support/builders.ts";
import { aSession, anOrganizer as aStoredOrganizer } from "#tests/support/organizers.ts";
import { anOrganizer, expect, reauthenticate, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

test("an organizer adds a passkey, and signs in with it", { tag: "@journey" }, async ({ page }) => {
  const organizer = await anOrganizer(page);
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  const options = {
    protocol: "ctap2",
    transport: "internal",
    hasResidentKey: true,
    hasUserVerification: true,
  };
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: { ...options, isUserVerified: true, automaticPresenceSimulation: true } as never,
  });
  await page.goto("/organize/second-factor");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await reauthenticate(page, organizer);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second factor turned on");
  await page.goto("/organize/account");
  await expect(page.getByText("Passkey on Chrome")).toBeVisible();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Overview" })).toBeVisible();
});

test("choosing a role for an invitation shows its rights at once", async ({ browser }) => {
  const scene = await inDatabase(async (db) => {
    const campaign = await aCampaign(db);
    const owner = await aStoredOrganizer(db, { campaign });
    return { slug: campaign.slug, session: await aSession(db, owner) };
  });
  const baseURL = process.env.E2E_URL ?? "";
  const context = await browser.newContext({ baseURL });
  await context.addCookies([{ name: "session", value: scene.session, url: baseURL }]);
  const page = await context.newPage();
  await page.goto(`/organize/c/${scene.slug}/team`);
  await page.getByLabel("Email").fill("somebody-new@example.org");
  const approves = page.getByLabel("Approve what others wrote");
  await expect(approves).not.toBeChecked();
  await page.getByLabel("Role").selectOption("Organizer");
  await expect(approves).toBeChecked();
  await page.getByRole("button", { name: "Send the invitation" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "somebody-new@example.org" })).toContainText(
    "organizer",
  );
  await context.close();
});
