import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { run } from "#app/cli/main.ts";
import { aCampaign } from "#tests/support/builders.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { aSite } from "#tests/support/site.ts";

const read = (file: string) => readFileSync(join(import.meta.dirname, "../..", file), "utf8");
const { version } = JSON.parse(read("package.json")) as { version: string };
const site = await aSite();

test("liveness tells which version runs", async () => {
  const answer = await site.get("/healthz");
  expect([answer.headers.get("undersigned-version"), await answer.text()]).toEqual([version, "ok"]);
});

test("the console says in its footer which version runs, and no public page does", async () => {
  const campaign = await aCampaign(site.db);
  const ada = await anOrganizer(site.db, { campaign });
  const headers = { cookie: `session=${await aSession(site.db, ada)}` };
  const footer = new RegExp(`<footer[^>]*>Version ${version.replaceAll(".", "[.]")}</footer>`);
  for (const page of ["/organize/account", `/organize/c/${campaign.slug}`])
    expect(await (await site.get(page, headers)).text()).toMatch(footer);
  expect(await (await site.get(`/c/${campaign.slug}`)).text()).not.toContain(`Version ${version}`);
});

test("--version prints the version, and needs no database", async () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(await run(["--version"])).toBe(0);
    expect(written.mock.calls).toEqual([[`${version}\n`]]);
  } finally {
    written.mockRestore();
  }
});

test("the version is the newest in the list of changes", () => {
  expect(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(version);
});
