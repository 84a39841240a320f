import { sql } from "drizzle-orm";
import type { Job } from "#app/domain/entries/imports/job.ts";
import { hmac, type Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";

/**
 * Finds which of `marks`, which tell people apart, a dry run met in an earlier slice, and notes the others as
 * met. A real import finds them among those it has taken in.
 */
export async function findRepeats(
  tx: Tx,
  keys: Keys,
  job: Pick<Job, "id" | "state">,
  marks: readonly string[],
): Promise<Set<string>> {
  if (job.state !== "trying") return new Set();
  const byHash = new Map(
    marks.map((mark) => [hmac(keys, "import-address", mark).digest.toString("hex"), mark]),
  );
  const fresh = await tx.execute<{ hash: string }>(sql`
    insert into import_addresses (import_id, address_hash)
    select ${job.id}::bigint, decode(hash, 'hex')
    from jsonb_array_elements_text(${JSON.stringify([...byHash.keys()])}::jsonb) as hash
    on conflict do nothing
    returning encode(address_hash, 'hex') as hash`);
  for (const { hash } of fresh) byHash.delete(hash);
  return new Set(byHash.values());
}
