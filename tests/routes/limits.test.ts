import { expect, test } from "vitest";
import { anAddress, aSite } from "#tests/support/site.ts";

const site = await aSite();
const sign = (headers: Record<string, string> = {}) =>
  site.post(
    "/c/microsoft-ice/sign",
    { name: "Ana Sample", email: anAddress(), country: "US", consent_sign: "on", comment: "Kept words" },
    headers,
  );

test("asking for mails too often gives the form back with the address that was typed", async () => {
  const ask = (path: string) => site.post(path, { email: "kept@example.org" });
  for (let batch = 0; batch < 6; batch++) {
    await Promise.all(Array.from({ length: 10 }, () => ask("/c/microsoft-ice/resend")));
  }
  for (const path of ["/c/microsoft-ice/resend", "/manage"]) {
    const answer = await ask(path);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("kept@example.org");
  }
});

test("an office of 80 behind one address signs undisturbed; a made-up header does not lift the limit", async () => {
  const office = await Promise.all(Array.from({ length: 80 }, () => sign()));
  expect(new Set(office.map(({ status }) => status))).toEqual(new Set([303]));

  const flood: number[] = [];
  for (let batch = 0; batch < 5; batch++) {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        sign({ "x-forwarded-for": `198.51.${batch}.${n}`, "x-real-ip": `203.0.113.${n}` }),
      ),
    );
    flood.push(...answers.map(({ status }) => status));
  }
  expect(flood.filter((status) => status === 303)).toHaveLength(220);
  expect(flood.filter((status) => status === 429)).toHaveLength(30);

  const refused = await sign();
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  const html = await refused.text();
  expect(html).toContain("Please wait a few minutes");
  expect(html).toContain("Kept words");

  const letter = await site.post("/c/microsoft-ice/letter", { body: "A letter that is kept" });
  expect(letter.status).toBe(429);
  expect(await letter.text()).toContain("A letter that is kept");
});
