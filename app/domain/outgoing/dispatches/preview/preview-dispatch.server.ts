import { sql } from "drizzle-orm";
import { countWaiting, type Waiting } from "#app/domain/outgoing/dispatches/eligible.server.ts";
import { readFigures } from "#app/domain/outgoing/dispatches/figures.server.ts";
import {
  type GatheredPart,
  gatherFrame,
  gatherPart,
} from "#app/domain/outgoing/dispatches/parts/gather-part.server.ts";
import {
  type WritePorts,
  type WrittenPart,
  writePart,
} from "#app/domain/outgoing/dispatches/parts/write-part.server.ts";
import { type DispatchView, findDispatch } from "#app/domain/outgoing/dispatches/queries.server.ts";
import { readLetters, readNames } from "#app/domain/outgoing/dispatches/read-letters.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { locales, words } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db } from "#db/index.ts";
import { type Draft, planDraft } from "./plan-draft.server.ts";

/** One email of a dispatch; the first is 1. */
export type WhichMail = { campaignId: number; publicId: string; part?: number };

export type DispatchPreview = {
  /** The email exactly as it would be made now, with its files. */
  mail: WrittenPart;
  part: number;
  parts: number;
  /** In this email. */
  letters: number;
  names: number;
  /** Letters in it that state how many shares their writers hold. */
  holdings: number;
  /** In all of its emails, and what is left out. */
  inAll: { letters: number; names: number };
  waiting: Waiting;
};

/**
 * Writes one email of a dispatch as it would be now: for a draft, from what waits; for a submitted one, from
 * what was submitted. Null when there is no such dispatch or part, when nothing would be sent, and once it
 * has begun. `covered`: hides the number of shares in an individual letter.
 */
export async function previewDispatch(
  db: Db,
  { mailing, papers }: WritePorts & { mailing: Pick<Mailing, "keys"> },
  { campaignId, publicId, part = 1, covered = false }: WhichMail & { covered?: boolean },
): Promise<DispatchPreview | null> {
  const dispatch = await findDispatch(db, campaignId, publicId);
  if (!dispatch || dispatch.startedAt) return null;
  const gathered = dispatch.submittedAt
    ? await gatherSubmitted(db, mailing.keys, dispatch, part)
    : await gatherDraft(db, mailing.keys, { ...dispatch, campaignId }, part);
  if (!gathered || gathered.letters.length + gathered.names.length === 0) return null;
  const figures = await readFigures(db, dispatch.id);
  const whole = { ...gathered, dispatch: { ...gathered.dispatch, figures } };
  const mail = await writePart({ mailing, papers }, covered ? coverShares(whole) : whole);
  return {
    mail,
    part,
    parts: gathered.parts,
    letters: gathered.letters.length,
    names: gathered.names.length,
    holdings: gathered.letters.filter(({ shares }) => shares !== null).length,
    inAll: { letters: figures.letters, names: figures.names },
    waiting: await countWaiting(db, { campaignId, companyId: dispatch.companyId }),
  };
}

async function gatherSubmitted(
  db: Db,
  keys: Keys,
  { id }: DispatchView,
  part: number,
): Promise<GatheredPart | null> {
  const [row] = await db.execute<{ id: number }>(sql`
    select id::float8 as id from letter_parts where dispatch_id = ${id} and part = ${part}`);
  return row ? gatherPart(db, keys, row.id) : null;
}

async function gatherDraft(db: Db, keys: Keys, draft: Draft, part: number): Promise<GatheredPart | null> {
  const { planned, weighed } = await planDraft(db, draft);
  const one = planned[part - 1];
  if (!one) return null;
  const numbers = new Map(weighed.map(({ id }, place) => [id, place + 1]));
  const letters = await readLetters(db, keys, sql`l.id = any (${sql.param(one.letterIds)}::bigint[])`);
  const names = await readNames(db, sql`g.id = any (${sql.param(one.signatureIds)}::bigint[])`);
  return {
    part,
    parts: planned.length,
    ...(await gatherFrame(db, draft.id)),
    letters: letters.map((letter) => ({ ...letter, number: numbers.get(letter.id) ?? 0 })),
    names,
  };
}

/** Replaces a number that is not shown. */
const cover = "…";

/** Hides the number of shares in an individual letter, for readers whose view is not logged. */
function coverShares(gathered: GatheredPart): GatheredPart {
  if (gathered.dispatch.kind !== "individual") return gathered;
  const { company } = gathered.campaign;
  const letters = gathered.letters.map((letter) => {
    const { shares } = letter;
    if (shares === null) return letter;
    const sharesLines = locales.map((locale) => words(locale).letter.sharesLine);
    const text = sharesLines.reduce(
      (so, line) => so.replace(`\n\n${line(shares, company)}\n\n`, `\n\n${line(cover, company)}\n\n`),
      letter.text,
    );
    return { ...letter, shares: cover, text };
  });
  return { ...gathered, letters };
}
