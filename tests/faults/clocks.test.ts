// Web and worker with clocks that differ from each other's and the database's: no email waits for one.
import { sql } from "drizzle-orm";
import { expect, onTestFinished } from "vitest";
import { clockShiftedBy, findLibfaketime } from "#tests/support/faketime.mjs";
import { freePort } from "#tests/support/free-port.ts";
import { anOrganizer } from "#tests/support/organizers.ts";
import { createProvider } from "#tests/support/resend-provider.mjs";
import { aGround } from "./scene.ts";
import { further, tell, whole } from "./sizes.ts";
import { aSeededCampaign, aWeb } from "./web.ts";
import { aWorker, byResend } from "./worker.ts";

const library = findLibfaketime();
const signers = whole ? 100 : 20;
/** Seconds from request to provider: a worker polls every second, and a busy machine is slow. */
const within = 15;

for (const [name, shift] of [
  ["a web ten minutes ahead", { web: 600, worker: 0 }],
  ["a web eleven minutes behind", { web: -660, worker: 0 }],
  ["a worker ten minutes ahead", { web: 0, worker: 600 }],
  ["a worker ten minutes behind a web that is ten ahead", { web: 600, worker: -600 }],
] as const)
  further(`with ${name} every confirmation and every code is sent at once`, async ({ skip }) => {
    if (!library) return skip("libfaketime is not installed (Debian: apt-get install faketime)");
    const clock = (seconds: number) => (seconds === 0 ? {} : clockShiftedBy(library, seconds));
    const ground = await aGround();
    const campaign = await aSeededCampaign(ground);
    const provider = createProvider({ perSecond: 1000 });
    onTestFinished(provider.close);
    const port = await freePort();
    const APP_URL = `http://localhost:${port}`;
    const worker = await aWorker(ground, byResend(await provider.listen()), "worker", {
      APP_URL,
      ...clock(shift.worker),
    });
    const web = await aWeb(ground, { port, ...clock(shift.web) });
    const organizer = await anOrganizer(ground.db);

    const post = (path: string, fields: Record<string, string>) =>
      fetch(web.url + path, {
        method: "POST",
        redirect: "manual",
        headers: { origin: APP_URL, "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams(fields).toString(),
      });
    const asked = new Map<string, number>();
    const answered = await post("/sign-in", { email: organizer.email });
    expect(answered.status, web.lastWords()).toBe(200);
    const ahead = (Date.parse(answered.headers.get("date") ?? "") - Date.now()) / 1000;
    expect(Math.abs(ahead - shift.web), "the web has the clock it was given").toBeLessThan(30);
    asked.set(organizer.email, Date.now());
    for (let n = 1; n <= signers; n++) {
      const email = `signer-${n}@people.test`;
      const fields = { name: `Signer ${n}`, email, country: "US", consent_sign: "on", without_proof: "on" };
      expect((await post(`${campaign}/sign`, fields)).status, web.lastWords()).toBe(303);
      asked.set(email, Date.now());
    }
    const waits = () =>
      [...asked].map(([email, at]) => ((provider.ledger.get(email)?.[0]?.at ?? Number.NaN) - at) / 1000);
    const lost = () => waits().filter(Number.isNaN).length;
    await expect.poll(lost, { timeout: 60_000, message: worker.lastWords() }).toBe(0);
    const longest = Math.max(...waits());
    tell(`clocks: ${name}`, { emails: asked.size, "longest wait": `${longest.toFixed(1)} s` });
    expect(longest).toBeLessThan(within);
    const [late] = await ground.db.execute<{ n: number }>(
      sql`select count(*)::int as n from outbox where due_at > created_at + interval '30 minutes'`,
    );
    expect(late?.n).toBe(0);
  });
