// `npm start` and its PostgreSQL are killed in turns while sixteen people at a time sign as fast as they are answered.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pass } from "node:timers/promises";
import postgres from "postgres";
import { expect, onTestFinished } from "vitest";
import { findPostmaster } from "#db/embedded/postmaster.ts";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { makeCheckout } from "#tests/support/checkout.ts";
import { freePort } from "#tests/support/site.ts";
import { startAlone } from "#tests/support/site-process.ts";
import { further, tell, whole } from "./sizes.ts";

const kills = whole ? 10 : 4;
const signers = 16;

further(
  "whoever is answered is stored once and whole, however often server and database are killed under full load",
  async () => {
    const checkout = join(import.meta.dirname, `../../.cache/faults-signing-${process.pid}`);
    await makeCheckout(checkout);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const env = {
      ...{ PATH: process.env.PATH ?? "", NODE_ENV: "production" as const },
      ...{ PORT: String(port), TRUST_PROXY: "1" },
    };
    const start = () => startAlone(checkout, env, checkout);
    let site = await start();
    onTestFinished(async () => {
      await site.stop();
      await removeEmbedded(join(checkout, "var"));
      rmSync(checkout, { recursive: true, force: true });
    });
    const server = await startEmbedded({ folder: join(checkout, "var") });

    const answers = new Map<string, number>();
    let [n, over] = [0, false];
    const sign = async () => {
      const k = ++n;
      const email = `signer-${k}@people.test`;
      const answer = await fetch(`${url}/c/microsoft-ice/sign`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url, "x-forwarded-for": `10.${k >> 16}.${(k >> 8) & 255}.${k & 255}` },
        body: new URLSearchParams({
          ...{ name: "Ana", email, country: "US" },
          ...{ consent_sign: "on", consent_updates: "on", without_proof: "on" },
        }),
      }).catch(() => null);
      answers.set(email, answer?.status ?? 0);
      if (answer?.status !== 303) await pass(50);
    };
    const signing = Array.from({ length: signers }, async () => {
      while (!over) await sign();
    });
    const acknowledged = () => [...answers].flatMap(([email, status]) => (status === 303 ? email : []));

    for (let kill = 0; kill < kills; kill++) {
      const before = acknowledged().length;
      await expect.poll(() => acknowledged().length - before, { timeout: 60_000 }).toBeGreaterThan(300);
      if (kill % 2 === 0) {
        site.child.kill("SIGKILL");
        site = await start();
      } else process.kill(findPostmaster(server.data)?.pid ?? 0, "SIGKILL");
    }
    over = true;
    await Promise.all(signing);

    const sql = postgres(server.url("owner"), { max: 1 });
    onTestFinished(() => sql.end());
    const waiting = async () => (await sql`select from waiting_forms`).length;
    await expect.poll(waiting, { timeout: 120_000 }).toBe(0);
    const rows = await sql<{ email: string; parts: number[] }[]>`
      select p.email, array[
        (select count(*) from signatures where supporter_id = p.id),
        (select count(*) from consents where supporter_id = p.id),
        (select count(*) from signature_traces t join signatures s on s.id = t.signature_id where s.supporter_id = p.id),
        (select count(*) from deliveries where supporter_id = p.id and template = 'confirm-signature')]::int[] as parts
      from supporters p where p.email like '%@people.test'`;
    const stored = new Set(rows.map(({ email }) => email));
    tell("signing under kills", {
      ...{ kills, posts: answers.size, acknowledged: acknowledged().length, stored: stored.size },
    });
    expect(acknowledged().filter((email) => !stored.has(email))).toEqual([]);
    expect(rows.filter(({ parts }) => parts.join() !== "1,2,1,1")).toEqual([]);
    expect(stored.size).toBe(rows.length);
  },
);
