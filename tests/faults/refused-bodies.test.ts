// Bodies that are too large, sent through nginx: senders get 413, not the proxy's 502.
import { expect, test } from "vitest";
import { freePort } from "#tests/support/free-port.ts";
import { anNginx, findProgram } from "#tests/support/proxies.ts";
import { aGround } from "./scene.ts";
import { aSeededCampaign, aWeb } from "./web.ts";

const nginx = findProgram("nginx");
const megabyte = 1_000_000;

test("a body that is too large is refused with 413 through nginx", async ({ skip }) => {
  if (!nginx) return skip("nginx is not installed (Debian: apt-get install nginx-light)");
  const ground = await aGround();
  const campaign = await aSeededCampaign(ground);
  const [port, web] = [await freePort(), await freePort()];
  const origin = `http://localhost:${port}`;
  await aWeb(ground, { port: web, appUrl: origin, TRUST_PROXY: "1" });
  const proxy = await anNginx(nginx, { port, webs: [web, web] });

  const post = async (path: string, bytes: number) => {
    const headers = { origin, "content-type": "application/x-www-form-urlencoded" };
    const answer = await fetch(origin + path, { method: "POST", headers, body: Buffer.alloc(bytes, "x") });
    return [answer.status, (await answer.text()) !== ""];
  };
  const form = `${campaign}/sign`;
  for (const [path, size, times] of [
    [form, 2, 30],
    [form, 8, 4],
    ["/organize/c/microsoft-ice/edit", 2, 10],
  ] as const) {
    const answers = await Promise.all(Array.from({ length: times }, () => post(path, size * megabyte)));
    const others = answers.filter(([status, isExplained]) => status !== 413 || !isExplained);
    expect([path, size, others], proxy.written()).toEqual([path, size, []]);
  }
});
