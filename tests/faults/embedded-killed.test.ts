// The embedded PostgreSQL is killed under a running site while people sign: the site restarts it.
import { setTimeout as pass } from "node:timers/promises";
import postgres from "postgres";
import { expect, onTestFinished } from "vitest";
import { findPostmaster } from "#db/embedded/postmaster.ts";
import { aRunningCheckout } from "./checkout.ts";
import { further, tell, whole } from "./sizes.ts";

const kills = whole ? 10 : 3;
/** Seconds from the kill until `/readyz` answers 200 again. */
const within = 5;

further(
  "an embedded PostgreSQL that is killed runs again within five seconds, and nothing is lost",
  async () => {
    const { url, server, answers, acknowledged, sign } = await aRunningCheckout("embedded");
    // What migrations wrote is on the disk of a server that has run for five minutes.
    const superuser = postgres(server.url("superuser"), { max: 1 });
    await superuser`checkpoint`;
    await superuser.end();

    const under: Promise<number>[] = [];
    const timer = setInterval(() => under.push(sign()), 50);
    onTestFinished(() => clearInterval(timer));

    const postmaster = () => findPostmaster(server.data)?.pid ?? 0;
    const outages: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await pass(1000);
      const killed = postmaster();
      const at = Date.now();
      process.kill(killed, "SIGKILL");
      // An answer may wait for the server, so a short outage need not show as a 503.
      for (let again = false; !again; await pass(50)) {
        const isAnother = postmaster() !== killed;
        again = (await fetch(`${url}/readyz`)).status === 200 && isAnother;
      }
      outages.push((Date.now() - at) / 1000);
    }
    clearInterval(timer);
    await Promise.all(under);

    const sql = postgres(server.url("owner"), { max: 1 });
    onTestFinished(() => sql.end());
    // An answered signature waits sealed until the worker stores it.
    const waiting = async () => (await sql`select from waiting_forms`).length;
    await expect.poll(waiting, { timeout: 60_000 }).toBe(0);
    const rows = await sql<{ email: string }[]>`
      select p.email from signatures s join supporters p on p.id = s.supporter_id
      where p.email like '%@people.test'`;
    const stored = new Set(rows.map(({ email }) => email));
    const longest = Math.max(...outages);
    tell("embedded PostgreSQL killed", {
      times: kills,
      "longest outage": `${longest.toFixed(1)} s`,
      acknowledged: acknowledged().length,
      refused: answers.size - acknowledged().length,
      stored: stored.size,
    });
    expect(acknowledged().filter((email) => !stored.has(email))).toEqual([]);
    expect([...new Set(answers.values())].filter((status) => status !== 303 && status !== 503)).toEqual([]);
    expect(longest).toBeLessThan(within);
  },
);
