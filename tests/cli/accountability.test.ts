import { expect, test } from "vitest";
import { sealAuditEntries } from "#app/domain/record/seal.server.ts";
import { aFolder, anOperator } from "#tests/support/operator.ts";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";

const folder = aFolder();
const { db, campaign, cli, run } = await anOperator(folder);

test("a request is noted, done, listed and removed, and the log tells it in words, narrowed", async () => {
  const given = ["--received", "2026-10-05", "--note", "A court, about twelve signers"];
  const noted = await cli("request", "note", ...given, "--json");
  expect(noted).toMatchObject({ code: 0, err: "" });
  const { id } = JSON.parse(noted.out);
  expect((await cli("request", "list")).out).toMatch(/2026-10-05 +2026-11-05 +open +A court/);
  expect((await run("request", "done", "--request", id)).code).toBe(0);
  expect((await run("request", "done", "--request", id)).code).toBe(1);
  const { requests } = JSON.parse((await cli("request", "list", "--json")).out);
  expect(requests).toMatchObject([{ id, dueOn: "2026-11-05", doneOn: expect.stringMatching(/^\d{4}-/) }]);
  expect((await run("request", "remove", "--request", id)).code).toBe(0);
  expect((await cli("request", "list")).out).toBe("No requests recorded.\n");

  const log = await cli("audit", "list", "--subject", id, "--kind", "words");
  expect(log.code).toBe(0);
  expect(log.out.trim().split("\n")).toHaveLength(3);
  expect(log.out).toContain("The operator marked a data request as done");
  const { entries, older } = JSON.parse((await cli("audit", "list", "--limit", "1", "--json")).out);
  expect([entries.length, typeof older]).toEqual([1, "number"]);
  const others = await cli("audit", "list", "--subject", id, "--kind", "exports");
  expect(others.out).toBe("No matching entries.\n");
});

test("what cannot be read or is nobody's is refused", async () => {
  const wrong = await cli("request", "note", "--received", "2026-10-05", "--note", "a@b.example");
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("--note outlives every erasure")]);
  expect(await cli("audit", "list", "--kind", "nothing")).toMatchObject({ code: 2 });
  expect(await cli("audit", "list", "--who", "nobody@example.org")).toMatchObject({ code: 1 });
});

test("the log is exported with its seals, and checked", async () => {
  const given = ["--received", "2026-10-05", "--note", "A court, about one signer"];
  const { id } = JSON.parse((await cli("request", "note", ...given, "--json")).out);
  await run("request", "remove", "--request", id);
  await sealAuditEntries(db);
  const sound = await run("audit", "check", "--json");
  expect([sound.code, JSON.parse(sound.out)]).toMatchObject([0, { outcome: "sound", broken: [] }]);
  const exported = await cli("audit", "export");
  expect(exported.code).toBe(0);
  expect(exported.out).toContain("data-request-noted");
  expect(exported.out).toMatch(/^seal,/m);
  expect(exported.err).toMatch(/^\d+ bytes, sha256 [0-9a-f]{64}\n$/);
  expect((await cli("audit", "list", "--kind", "exports")).out).toContain("downloaded this log");
});

test("the operator sees where somebody is signed in and ends it, which the log tells", async () => {
  const organizer = await anOrganizer(db, { campaign });
  await aSession(db, organizer);
  const { sessions } = JSON.parse(
    (await run("organizer", "sessions", "--email", organizer.email, "--json")).out,
  );
  expect(sessions).toHaveLength(1);
  expect((await run("organizer", "sign-out", "--email", organizer.email)).out).toBe("Sessions ended: 1.\n");
  expect((await run("organizer", "sessions", "--email", organizer.email)).out).toBe(
    "They are not signed in.\n",
  );
  expect((await run("organizer", "sessions", "--email", "nobody@example.org")).code).toBe(1);
  expect((await cli("audit", "list", "--scope", "site", "--who", "operator")).out).toContain(
    "ended sessions",
  );
});

test("recipients are listed with whether they are verified", async () => {
  expect((await cli("recipient", "list")).out).toBe("No recipients yet.\n");
});
