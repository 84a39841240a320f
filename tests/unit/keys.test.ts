import { expect, test } from "vitest";
import { makeKeys, seal, unseal } from "#app/lib/keys.server.ts";

test("no two seals share a nonce, and each opens", () => {
  const keys = makeKeys(["s".repeat(64)]);
  const sealed = Array.from({ length: 1000 }, (_, n) =>
    seal(keys, "waiting-form", Buffer.from(`${n}`), `row ${n}`),
  );
  expect(new Set(sealed.map((one) => one.sealed.toString("hex", 0, 12))).size).toBe(1000);
  for (const [n, one] of sealed.entries())
    expect(unseal(keys, "waiting-form", one, `row ${n}`).toString()).toBe(`${n}`);
});
