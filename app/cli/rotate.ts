import { rotateShares } from "../domain/letters/rotate-shares.server.ts";
import { rotateHoldings } from "../domain/pledges/rotate-holdings.server.ts";
import { exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";

/**
 * Encrypts every holding, and what letters tell of shares, under the newest secret. Exits 1 where some are left: their
 * secret is missing, or they are damaged.
 */
export async function rotate(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const { holdings, shares } = await withDatabase("rotate", async ({ db, env }) => ({
    holdings: await rotateHoldings(db, env.keys),
    shares: await rotateShares(db, env.keys),
  }));
  const rotated = holdings.rotated + shares.rotated;
  const missing = { ...holdings.missing };
  for (const [key, many] of Object.entries(shares.missing)) missing[key] = (missing[key] ?? 0) + many;
  const damaged = [...holdings.damaged, ...shares.damaged];
  const left = Object.entries(missing);
  const whole = left.length === 0 && damaged.length === 0;
  tell(
    json,
    { outcome: whole ? "rotated" : "incomplete", rotated, missing, damaged },
    `${rotated} holdings are encrypted anew under the newest secret.`,
    ...left.map(
      ([key, many]) =>
        `${many} are left under the key ${key}, whose secret is not in SECRET: add it behind the others and run this again.`,
    ),
    ...holdings.damaged.map(
      (id) => `The holding of pledge ${id} is damaged: no key opens it. Its holder can pledge anew.`,
    ),
    ...shares.damaged.map(
      (id) => `What letter ${id} tells of shares is damaged: no key opens it. Its writer can withdraw it.`,
    ),
    whole
      ? "No holding needs an older secret. Links in mails, blocked addresses and the record of who looked at a holding still do."
      : "Nothing was lost.",
  );
  return whole ? exitCodes.done : exitCodes.failed;
}
