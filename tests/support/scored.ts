import type { Trace } from "#app/domain/entries/trace.ts";
import type { Db } from "#db/index.ts";
import { aSignatureInput } from "./builders.ts";
import { sign, signatureOf } from "./sign.ts";

/** Signs people, each with the trace of their form. */
export function scoredIn(db: Db) {
  const nobody: Trace = { network: null, honeypot: false, foreignLanguage: false, proof: "not-asked" };

  let people = 0;

  async function signed(
    campaign: { id: number; petitionVersion: number },
    {
      at = new Date(),
      to = `scored-${++people}x@example.org`,
      name = "Ana Sample",
      ...trace
    }: Partial<Trace> & { at?: Date; to?: string; name?: string } = {},
  ) {
    await sign(db, aSignatureInput(campaign, { to, name, trace: { ...nobody, ...trace } }), at);
    const { signature: row } = await signatureOf(db, to);
    return row;
  }

  return { signed };
}
