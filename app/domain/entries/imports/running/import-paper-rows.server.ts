import { sql } from "drizzle-orm";
import type { Job } from "#app/domain/entries/imports/job.ts";
import type { RowOutcome, RowRefusal } from "#app/domain/entries/imports/outcomes.ts";
import type { RowPerson } from "#app/domain/entries/imports/reading/read-row.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import { findRepeats } from "./find-repeats.server.ts";

type Of = Pick<Job, "id" | "campaignId" | "state" | "agreedOn">;

/**
 * Settles rows without addresses, unless in a dry run, and returns their outcomes. Rows are the same person
 * if name, country, postal code and day are equal: paper says no more.
 */
export async function importPaperRows(
  tx: Tx,
  keys: Keys,
  job: Of,
  read: readonly (RowPerson | RowRefusal)[],
): Promise<RowOutcome[]> {
  const marks = read.map((row) => (typeof row === "string" ? null : markOf(row, job)));
  const met = await findRepeats(tx, keys, job, [...new Set(marks.flatMap((mark) => mark ?? []))]);
  const known = await findOnPaper(tx, job, read);
  const seen = new Set<string>();
  const outcomes = read.map((row, n): RowOutcome => {
    if (typeof row === "string") return row;
    const mark = marks[n] ?? "";
    if (seen.has(mark) || met.has(mark)) return "repeat";
    seen.add(mark);
    const here = known.get(n);
    if (here) return here.mine ? "repeat" : "known";
    return "new";
  });
  if (job.state === "importing") {
    await addToPaper(
      tx,
      job,
      read.filter((row, n): row is RowPerson => typeof row !== "string" && outcomes[n] === "new"),
    );
  }
  return outcomes;
}

const markOf = ({ name, country, postalCode, signedOn }: RowPerson, { agreedOn }: Of) =>
  JSON.stringify([name.toLowerCase(), country, postalCode, signedOn ?? agreedOn]);

const asRow = ({ name, country, postalCode, signedOn }: RowPerson, { agreedOn }: Of) => ({
  name,
  country,
  postal_code: postalCode,
  on: signedOn ?? agreedOn,
});

async function findOnPaper(tx: Tx, job: Of, read: readonly (RowPerson | RowRefusal)[]) {
  const rows = read.flatMap((row, n) => (typeof row === "string" ? [] : { n, ...asRow(row, job) }));
  const found = await tx.execute<{ n: number; mine: boolean }>(sql`
    select r.n, bool_or(p.import_id = ${job.id}) as mine
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (n int, name text, country text, postal_code text, "on" date)
    join paper_signatures p on p.campaign_id = ${job.campaignId} and lower(p.name) = lower(r.name)
      and p.country = r.country and p.postal_code is not distinct from r.postal_code
      and (r."on" is null or p.signed_on = r."on")
    group by r.n`);
  return new Map(found.map(({ n, mine }) => [n, { mine }]));
}

async function addToPaper(tx: Tx, job: Of, people: readonly RowPerson[]): Promise<void> {
  const rows = people.map((person) => asRow(person, job));
  await tx.execute(sql`
    insert into paper_signatures (campaign_id, import_id, name, country, postal_code, signed_on)
    select ${job.campaignId}::int, ${job.id}::bigint, name, country, postal_code, "on"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r (name text, country text, postal_code text, "on" date)`);
}
