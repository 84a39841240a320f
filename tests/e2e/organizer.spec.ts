import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { aCampaign } from "#tests/support/builders.ts";
import { aSession, anOrganizer as aStoredOrganizer } from "#tests/support/organizers.ts";
import { anInvitedOrganizer, aSigner, codeFor, expect, operator, reauthenticate, test } from "./fixtures.ts";
import { inDatabase } from "./in-database.ts";

test("an organizer accepts an invitation, finds a signer and downloads the list", {
  tag: "@journey",
}, async ({ page }) => {
  const name = `Zoë "Z" O’Brien, ${Date.now()}`;
  const { email } = await aSigner(page, name);
  const organizer = await anInvitedOrganizer(page);

  await page.goto("/organize/c/microsoft-ice/signatures");
  await page.getByLabel("Find a person").fill(email.toUpperCase());
  await page.getByRole("button", { name: "Find people" }).click();
  await expect(page.getByText("One person matches.")).toBeVisible();
  await expect(page.getByRole("table")).toContainText(name);
  expect(page.url()).not.toContain(encodeURIComponent(email));

  await page.goto("/organize/c/microsoft-ice/exports");
  await page.getByRole("radio", { name: "Full list" }).check();
  await page.getByRole("button", { name: "Export the list" }).click();
  const started = page.waitForEvent("download");
  await reauthenticate(page, organizer);
  const download = await started;
  const file = readFileSync(await download.path());
  const rows = parse(file, { columns: true }) as Record<string, string>[];
  expect(rows.find((row) => row.email === email)).toMatchObject({ name, country: "US", status: "confirmed" });

  await page.goto("/organize/c/microsoft-ice/exports");
  const sha256 = createHash("sha256").update(file).digest("hex");
  await expect(page.locator(".past")).toContainText(sha256.slice(0, 8));
  expect(operator("verify", "--json").toString()).toContain('"outcome"');
});

test("an organizer signs out and back in by code, second step and passkey", { tag: "@journey" }, async ({
  page,
}) => {
  const { email, code, recovery } = await anInvitedOrganizer(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await page.goto("/organize/c/microsoft-ice/signatures");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");

  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send me a code" }).click();
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Code").fill(await codeFor(email, code));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Confirm with your second factor");
  await page.getByLabel("App code").fill(recovery[0] ?? "");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Signatures" })).toBeVisible();

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
  await reauthenticate(page, { recovery });
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
