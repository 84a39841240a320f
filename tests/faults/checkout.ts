import { rmSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { removeEmbedded, startEmbedded } from "#db/embedded.ts";
import { makeCheckout } from "#tests/support/checkout.ts";
import { freePort } from "#tests/support/free-port.ts";
import { startAlone } from "#tests/support/site-process.ts";

/** Runs `npm start` in its own checkout, with the embedded PostgreSQL. Removed when the test is done. */
export async function aRunningCheckout(name: string) {
  const folder = join(import.meta.dirname, `../../.cache/faults-${name}-${process.pid}`);
  await makeCheckout(folder);
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const env = { PATH: process.env.PATH ?? "", NODE_ENV: "production" as const, PORT: port, TRUST_PROXY: "1" };
  const start = () => startAlone(folder, env, folder);
  let site = await start();
  onTestFinished(async () => {
    await site.stop();
    await removeEmbedded(join(folder, "var"));
    rmSync(folder, { recursive: true, force: true });
  });

  let signers = 0;
  const answers = new Map<string, number>();
  return {
    url,
    server: await startEmbedded({ folder: join(folder, "var") }),
    /** The status that each address was answered with; 0 for none. */
    answers,
    acknowledged: () => [...answers].flatMap(([email, status]) => (status === 303 ? email : [])),
    /** Kills the site with SIGKILL and starts it again. */
    async killAndStart() {
      site.child.kill("SIGKILL");
      site = await start();
    },
    /** The next person signs, from an address of their own. */
    async sign() {
      const n = ++signers;
      const email = `signer-${n}@people.test`;
      const answer = await fetch(`${url}/c/microsoft-ice/sign`, {
        method: "POST",
        redirect: "manual",
        headers: { origin: url, "x-forwarded-for": `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
        body: new URLSearchParams({
          name: "Ana",
          email,
          country: "US",
          consent_sign: "on",
          consent_updates: "on",
          without_proof: "on",
        }),
      }).catch(() => null);
      answers.set(email, answer?.status ?? 0);
      return answer?.status ?? 0;
    },
  };
}
