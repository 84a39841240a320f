import { rotateHoldings } from "../domain/pledges/rotate-holdings.server.ts";
import { exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";

/** Encrypts every holding under the newest secret. Exits 1 where some are left: their secret is missing, or they are damaged. */
export async function rotate(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const { rotated, missing, damaged } = await withDatabase("rotate", ({ db, env }) =>
    rotateHoldings(db, env.keys),
  );
  const left = Object.entries(missing);
  const whole = left.length === 0 && damaged.length === 0;
  tell(
    json,
    { outcome: whole ? "rotated" : "incomplete", rotated, missing, damaged },
    `${rotated} holdings are encrypted anew under the newest secret.`,
    ...left.map(
      ([key, holdings]) =>
        `${holdings} are left under the key ${key}, whose secret is not in SECRET: add it behind the others and run this again.`,
    ),
    ...damaged.map(
      (id) => `The holding of pledge ${id} is damaged: no key opens it. Its holder can pledge anew.`,
    ),
    whole
      ? "No holding needs an older secret. Links in mails, blocked addresses and the record of who looked at a holding still do."
      : "Nothing was lost.",
  );
  return whole ? exitCodes.done : exitCodes.failed;
}
