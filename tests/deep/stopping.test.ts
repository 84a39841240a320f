import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect, onTestFinished, test } from "vitest";
import { anOrganizer, aSession } from "#tests/support/organizers.ts";
import { anAddress, aSiteAlone } from "#tests/support/site.ts";

/** Their comments exceed the buffers of the sockets between server and client. */
const people = 12_000;

test("at SIGTERM a list that is half sent arrives whole, then the process ends with 0", async () => {
  const site = await aSiteAlone();
  await site.db.execute(sql`
    with person as (
      insert into supporters (email_canonical, email, name, country, confirmed_at)
      select 'p' || n || '@example.org', 'p' || n || '@example.org', 'Person ' || n, 'US', now()
      from generate_series(1, ${people}) n returning id)
    insert into signatures (campaign_id, supporter_id, petition_version, state, comment, receipt_code,
      confirmed_at)
    select (select id from campaigns), id, 1, 'confirmed', repeat('x', 900),
      regexp_replace(lpad(translate(upper(to_hex(id)), 'ILOU', '0000'), 10, '0'), '(....)(....)(..)',
        '\\1-\\2-\\3'), now()
    from person`);
  const [campaign] = await site.db.execute<{ id: number }>(sql`select id from campaigns`);
  const organizer = await anOrganizer(site.db, { campaign: { id: campaign?.id ?? 0 } });
  const cookie = `session=${await aSession(site.db, organizer)}`;
  const asked = await site.post("/organize/c/microsoft-ice/exports", { preset: "full" }, { cookie });
  expect(asked.status).toBe(303);

  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(site.url + asked.headers.get("location"), { headers: { cookie } }, resolve).once("error", reject);
  });
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of answer) {
    if (bytes === 0) {
      site.child.kill("SIGTERM");
      const isAccepted = () => fetch(`${site.url}/healthz`).then(Boolean, () => false);
      await expect.poll(isAccepted).toBe(false);
    }
    hash.update(chunk);
    bytes += chunk.length;
  }
  expect(answer.complete).toBe(true);
  const [code] = site.child.exitCode === null ? await once(site.child, "exit") : [site.child.exitCode];
  expect(code).toBe(0);
  const [row] = await site.db.execute(
    sql`select rows::int, bytes::int, encode(sha256, 'hex') as sha256 from exports`,
  );
  expect(row).toEqual({ rows: people, bytes, sha256: hash.digest("hex") });
});

test("after a kill -9 the next start has every acknowledged signature exactly once", async () => {
  const site = await aSiteAlone();
  const acknowledged: string[] = [];
  let killed = false;
  const signer = async () => {
    while (!killed) {
      const email = anAddress();
      const fields = { name: "Ana", email, country: "US", consent_sign: "on" };
      const answer = await site.post("/c/microsoft-ice/sign", fields).catch(() => null);
      if (answer?.status === 303) acknowledged.push(email);
      else if (answer === null) return;
    }
  };
  const signers = Array.from({ length: 8 }, signer);
  await expect.poll(() => acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(100);
  site.child.kill("SIGKILL");
  killed = true;
  await Promise.all(signers);

  const program = join(import.meta.dirname, "../../build/server/index.js");
  const next = spawn(process.execPath, [program, "start", "--json"], {
    env: site.env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void next.kill("SIGKILL"));
  await once(next.stdout, "data");
  const missing = async () => {
    const rows = await site.db.execute<{ email: string }>(sql`
      select email from supporters p join signatures s on s.supporter_id = p.id
      where cardinality(s.asked_consents) = 1
        and (select count(*) from signature_traces where signature_id = s.id) = 1
        and (select count(*) from outbox where signature_id = s.id) = 1`);
    const stored = new Set(rows.map(({ email }) => email));
    return acknowledged.filter((email) => !stored.has(email));
  };
  await expect.poll(missing).toEqual([]);
  expect((await site.get("/readyz")).status).toBe(200);
  next.kill("SIGTERM");
  const [code] = await once(next, "exit");
  expect(code).toBe(0);
});
