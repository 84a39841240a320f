import { sql } from "drizzle-orm";
import type { LetterState } from "#app/domain/entries/letters/letter.ts";
import type { EmailState } from "#app/domain/queue/email.ts";
import type { Transport } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";

/** One email of a dispatch. */
export type PartProgress = {
  publicId: string;
  part: number;
  /** As it was submitted. */
  letters: number;
  names: number;
  /** The email as last written, with the sha256 (hex) of its content. Null: not written yet. */
  frozen: {
    at: string;
    letters: number;
    names: number;
    mailSha256: string;
    textSha256: string;
    fileSha256s: string[];
  } | null;
  /** Null before the dispatch begins. */
  state: EmailState | null;
  transport: Transport["name"] | null;
  attempts: number;
  dueAt: string | null;
  settledAt: string | null;
  providerId: string | null;
  problem: string | null;
  /** For a failed email: letters not yet back in the queue, and names, which the next annex takes. */
  back: { letters: number; names: number };
};

const gone = ["waiting", "elsewhere", "withdrawn", "refused", "erased"] as const;
type Gone = (typeof gone)[number];

export type DispatchProgress = {
  parts: PartProgress[];
  /** Submitted letters by current state; together they are `submitted`. */
  letters: Partial<Record<LetterState, number>>;
  submitted: number;
  /**
   * Letters no longer in any of its emails: they wait for another, went with another or in person, were
   * withdrawn, or their writer was erased.
   */
  left: Record<Gone, number>;
};

/** Reads how far a dispatch is now: a row per email, and its letters by state. */
export async function dispatchProgress(db: Db, dispatchId: number): Promise<DispatchProgress> {
  const read = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  return db.transaction(async (tx) => {
    const rows = await tx.execute<PartRow>(sql`
      select p.public_id as "publicId", p.part, cardinality(p.letter_ids) as letters,
        cardinality(p.signature_ids) as names, p.frozen_at as "frozenAt", p.letters as "frozenLetters",
        p.names as "frozenNames", encode(p.mail_sha256, 'hex') as "mailSha256",
        encode(p.text_sha256, 'hex') as "textSha256", array(select encode(f, 'hex')
          from unnest(p.file_sha256s) f) as "fileSha256s",
        d.state, d.transport, coalesce(d.attempts, 0) as attempts, d.due_at as "dueAt",
        d.settled_at as "settledAt", d.provider_id as "providerId", d.problem,
        (select count(*)::int from letters l where d.state in ('bounced', 'failed', 'suppressed')
          and l.dispatch_id = p.dispatch_id
          and l.id = any (p.letter_ids) and l.state = 'bounced') as "backLetters",
        (select count(*)::int from returned_names b where b.part_id = p.id) as "backNames"
      from letter_parts p left join outbox d on d.letter_part_id = p.id
      where p.dispatch_id = ${dispatchId} order by p.part`);
    const fates = await tx.execute<{ fate: LetterState | Gone; n: number }>(sql`
      select case when l.id is null then 'erased'
          when l.dispatch_id is distinct from p.dispatch_id
            and l.state in ('confirmed', 'queued') then 'waiting'
          when l.dispatch_id is distinct from p.dispatch_id
            and l.state not in ('withdrawn', 'refused') then 'elsewhere'
          else l.state::text end as fate, count(*)::int as n
      from letter_parts p cross join unnest(p.letter_ids) as one (id) left join letters l on l.id = one.id
      where p.dispatch_id = ${dispatchId} group by 1`);
    const count = (fate: string) => fates.find((one) => one.fate === fate)?.n ?? 0;
    const isGone = (fate: string) => gone.some((one) => one === fate);
    return {
      parts: rows.map(asPart),
      letters: Object.fromEntries(fates.filter(({ fate }) => !isGone(fate)).map(({ fate, n }) => [fate, n])),
      submitted: fates.reduce((sum, { n }) => sum + n, 0),
      left: Object.fromEntries(gone.map((fate) => [fate, count(fate)])) as Record<Gone, number>,
    };
  }, read);
}

type PartRow = Omit<PartProgress, "frozen" | "back"> & {
  backLetters: number;
  backNames: number;
  frozenAt: string | null;
  frozenLetters: number;
  frozenNames: number;
  mailSha256: string;
  textSha256: string;
  fileSha256s: string[];
};

const iso = (text: string | null) => (text === null ? null : new Date(text).toISOString());

function asPart(row: PartRow): PartProgress {
  const { frozenAt, frozenLetters, frozenNames, mailSha256, textSha256, fileSha256s, ...rest } = row;
  const { backLetters, backNames, ...part } = rest;
  const at = iso(frozenAt);
  return {
    ...part,
    back: { letters: backLetters, names: backNames },
    dueAt: iso(part.dueAt),
    settledAt: iso(part.settledAt),
    frozen:
      at === null
        ? null
        : { at, letters: frozenLetters, names: frozenNames, mailSha256, textSha256, fileSha256s },
  };
}
