import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { screenNewNames } from "#app/domain/names/screen-new-names.server.ts";
import { connect, disconnect } from "#db/connection.ts";
import { unzipped } from "#tests/support/zip.ts";
import {
  anAddress,
  anOrganizer,
  expect,
  fillSignForm,
  linkIn,
  mailTo,
  operator,
  reauthenticate,
  test,
} from "./fixtures.ts";

const campaign = "/organize/c/microsoft-ice";
const letters = () => [...randomBytes(6)].map((byte) => "bdklmnrstvaeiou"[byte % 15]).join("");

/** Does immediately what the worker does every five minutes. */
async function screenNamesOfTest() {
  const db = connect(process.env.DATABASE_URL ?? "", { max: 1, name: "undersigned tests" });
  await screenNewNames(db);
  await disconnect(db);
}

test("a suspicious name is left out of a pack that two people approve and verify", async ({ page }, {
  outputDir,
}) => {
  test.slow();
  const [person, slogan] = [`Wilma ${letters()}`, `Abolish ${letters()}`];
  for (const name of [person, slogan]) {
    const email = anAddress();
    await page.goto("/c/microsoft-ice");
    await fillSignForm(page, email, name);
    await page.getByText("Show my name, or say why").first().click();
    await page.locator("#consent_deliver").check();
    await page.locator(".sign-form").getByRole("button", { name: "Sign the petition" }).click();
    await page.goto(linkIn(await mailTo(email), "confirm"));
    await page.getByRole("button", { name: "Confirm my signature" }).click();
    await expect(page.locator("h1 + .standfirst")).toHaveText("Your signature is counted.");
  }
  await screenNamesOfTest();

  const context = await page
    .context()
    .browser()
    ?.newContext({ baseURL: process.env.E2E_URL ?? "" });
  if (!context) throw new Error("there is no browser");
  const theirs = await context.newPage();
  const approver = await anOrganizer(theirs);
  const asker = await anOrganizer(page);
  await page.goto(`${campaign}/names`);
  await expect(page.getByText(person)).toHaveCount(0);
  await page.getByLabel(`Choose ${slogan}`).check();
  await page.getByRole("button", { name: "Leave out" }).click();
  await expect(page.getByRole("status")).toContainText("1 left out.");

  await page.goto(`${campaign}/packs`);
  await page.getByRole("button", { name: "Ask for a pack" }).click();
  await expect(page.getByRole("status")).toContainText("Requested. It needs approval.");
  await expect(page.getByText("You asked for it, so someone else must approve it")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Approve/ })).toHaveCount(0);

  await theirs.goto(`${campaign}/packs`);
  await theirs.getByRole("button", { name: "Approve this pack" }).click();
  await reauthenticate(theirs, approver);
  await expect(theirs.getByRole("status")).toContainText("Approved. It can be downloaded once.");
  await context.close();

  await page.reload();
  await page.getByRole("button", { name: "Download the pack" }).click();
  await reauthenticate(page, asker);
  await expect(page.getByRole("heading", { name: "Identity confirmed" })).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the pack" }).click();
  const pack = await coming;
  const file = `${outputDir}/${pack.suggestedFilename()}`;
  await pack.saveAs(file);
  await page.getByRole("link", { name: "Back", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Packs" })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("Signed with key").first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Download the pack" })).toHaveCount(0);

  const { outcome, manifest } = JSON.parse(operator("verify-pack", file, "--json").toString());
  expect(outcome).toBe("sound");
  expect(manifest.weeding.hidden).toBeGreaterThanOrEqual(1);
  const names = (await unzipped(readFileSync(file)))["signatures.csv"];
  expect(names, JSON.stringify(manifest)).toContain(person);
  expect(names).not.toContain(slogan);
});
