import { rotateHoldings } from "../domain/pledges/rotate-holdings.server.ts";
import { exitCodes, readOptions, tell } from "./command.ts";
import { withDatabase } from "./environment.ts";

/** Encrypts every holding under the newest secret. Exits 1 where the secret of some is not in SECRET any more. */
export async function rotate(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const { rotated, missing } = await withDatabase("rotate", ({ db, env }) => rotateHoldings(db, env.keys));
  const left = Object.entries(missing);
  tell(
    json,
    { outcome: left.length === 0 ? "rotated" : "incomplete", rotated, missing },
    `${rotated} holdings are encrypted anew under the newest secret.`,
    ...left.map(
      ([key, holdings]) =>
        `${holdings} are left under the key ${key}, whose secret is not in SECRET: add it behind the others and run this again.`,
    ),
    left.length === 0
      ? "No holding needs an older secret. Links in mails and blocked addresses do, until nobody uses them any more."
      : "Nothing was lost.",
  );
  return left.length === 0 ? exitCodes.done : exitCodes.failed;
}
