import { eq } from "drizzle-orm";
import type { Trace } from "#app/domain/entries/trace.ts";
import type { Db } from "#db/index.ts";
import { signatures, supporters } from "#db/schema/index.ts";
import { aSignatureInput } from "./builders.ts";
import { sign } from "./sign.ts";

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
    const [row] = await db
      .select({ id: signatures.id, publicId: signatures.publicId, supporterId: signatures.supporterId })
      .from(signatures)
      .innerJoin(supporters, eq(supporters.id, signatures.supporterId))
      .where(eq(supporters.email, to));
    if (!row) throw new Error("nobody signed");
    return row;
  }

  return { signed };
}
