import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { keepCompanies } from "#app/domain/campaign/company/keep-companies.server.ts";
import { findCompanyId } from "#app/domain/campaign/company-of.server.ts";
import type { LetterAnswers } from "#app/domain/entries/letters/letter.ts";
import { findUnderWay, listUnconfirmed } from "#app/domain/entries/letters/lock-letter.server.ts";
import { canOpenShares, openShares, sealShares } from "#app/domain/entries/letters/shares/shares.server.ts";
import { confirmationsPerDay, maxUnmailed } from "#app/domain/entries/signatures/signature.ts";
import { mailsPerDay } from "#app/domain/queue/email.ts";
import { queueEmails } from "#app/domain/queue/queue-emails.server.ts";
import { queueSupporterEmail } from "#app/domain/queue/queue-supporter-email.server.ts";
import type { ConsentPurpose } from "#app/domain/supporters/consent.ts";
import { lockPerson, storeNewPersons, typedBy, type Who } from "#app/domain/supporters/person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx, Tx } from "#db/index.ts";
import { letters } from "#db/schema/index.ts";
import { findTooRecent } from "./next-letter.server.ts";

export type LetterInput = Who & {
  campaign: { id: number };
  /** A company of the campaign; by default, the first. */
  companyId?: number | undefined;
  answers: LetterAnswers;
  consents: readonly ConsentPurpose[];
};

/**
 * Records an unconfirmed letter and asks the owner of the address to confirm it. Nothing counts, no consent
 * is given and no letter is delivered before that. An emailed link only confirms what its email described: a
 * form that repeats a waiting letter is a resend, any other is a separate letter. So a stranger who types the
 * address can neither rewrite nor block what its owner writes: when the day's emails are used up, the letter
 * still waits on the owner's page. The first one confirmed is the letter. A person has one under way, and can
 * write another a week after its dispatch: until then they only get an email that says so. Returns nothing: a
 * visitor must not learn who has written.
 */
export async function writeLetter(
  db: DbOrTx,
  keys: Keys,
  input: LetterInput,
  now = new Date(),
): Promise<void> {
  await db.transaction(async (tx) => {
    const person = await lockPerson(tx, input, now);
    const campaignId = input.campaign.id;
    const companyId = await findCompanyId(tx, { campaignId, companyId: input.companyId });
    const whose = { campaignId, supporterId: person.id, companyId };
    const earlier = (await findUnderWay(tx, whose)) ?? (await findTooRecent(tx, whose, now));
    if (earlier) {
      const about = { campaignId, supporterId: person.id, letterId: earlier.id };
      await queueSupporterEmail(tx, { ...about, template: "already-written" }, now);
      return;
    }

    const content = { ...input, ...typedBy(person, input) };
    const waiting = await listUnconfirmed(tx, whose);
    const same = waiting.find((letter) => isSameLetter(keys, letter, content)) ?? null;
    const stored = same ?? (await insertLetter(tx, keys, { ...content, ...whose, at: now }));
    const mailed = await queueSupporterEmail(
      tx,
      {
        campaignId,
        supporterId: person.id,
        letterId: stored.id,
        template: "confirm-letter",
        limit: "kind",
        atMostPerDay: person.confirmedAt === null ? confirmationsPerDay : mailsPerDay,
      },
      now,
    );
    if (same) {
      if (mailed) await renew(tx, same, now);
    } else if (!mailed) {
      await dropUnmailed(tx, whose);
    }
  });
}

/**
 * Stores the letters of new addresses, each with the email that asks to confirm it, as `writeLetter` does.
 * Returns which of the forms were stored. The others are of somebody known.
 */
export async function writeLettersTogether(
  tx: Tx,
  keys: Keys,
  forms: readonly { input: LetterInput; at: Date }[],
): Promise<ReadonlySet<number>> {
  const persons = await storeNewPersons(
    tx,
    forms.map(({ input, at }) => ({ ...input, at })),
  );
  const written = forms.flatMap(({ input, at }, n) => {
    const supporterId = persons.get(n);
    if (supporterId === undefined) return [];
    const content = { ...input, typedName: input.name, typedCountry: input.country };
    return [{ ...content, campaignId: input.campaign.id, supporterId, at }];
  });
  if (written.length === 0) return new Set();
  const stored = await insertLetters(tx, keys, written);
  // First emails of people stored just now: no limit applies to them.
  await queueEmails(
    tx,
    "confirm-letter",
    {
      campaignId: sql`e.campaign_id`,
      supporterId: sql`e.supporter_id`,
      letterId: sql`e.id`,
      lane: "asked",
      createdAt: sql`e.created_at`,
    },
    sql`from letters e where e.id in ${stored.map(({ id }) => id)} order by e.id`,
  );
  return new Set(persons.keys());
}

type Row = typeof letters.$inferSelect;
type LetterContent = Pick<LetterInput, "answers" | "locale" | "consents"> & ReturnType<typeof typedBy>;

const answerColumns = (
  keys: Keys,
  publicId: string,
  { answers, locale, consents, ...typed }: LetterContent,
) => ({
  typedName: typed.typedName,
  typedCountry: typed.typedCountry,
  role: answers.role,
  body: answers.body,
  replyTo: answers.replyTo,
  display: answers.display,
  recipientId: answers.recipientId ?? null,
  ...sealShares(keys, publicId, answers.shares),
  locale,
  agreed: [...consents],
});

/** The emailed link derives from id and time, and expires with it. */
const waitingFrom = (now: Date) => ({ createdAt: now, remindedAt: null });

type NewLetter = LetterContent & {
  campaignId: number;
  companyId?: number | undefined;
  supporterId: number;
  at: Date;
};

export async function insertLetter(tx: Tx, keys: Keys, letter: NewLetter) {
  const [row] = await insertLetters(tx, keys, [letter]);
  if (!row) throw new Error("a letter was not stored");
  return row;
}

async function insertLetters(tx: Tx, keys: Keys, all: readonly NewLetter[]) {
  const named = all.flatMap(({ campaignId, companyId }) =>
    companyId === undefined ? [] : [{ campaignId, companyId }],
  );
  if (named.length > 0) await keepCompanies(tx, named, new Date());
  return tx
    .insert(letters)
    .values(
      all.map(({ campaignId, companyId, supporterId, at, ...content }) => {
        const publicId = randomUUID();
        return {
          publicId,
          campaignId,
          companyId,
          supporterId,
          ...answerColumns(keys, publicId, content),
          createdAt: at,
        };
      }),
    )
    .returning({ id: letters.id, publicId: letters.publicId });
}

const stillPending = ({ id }: Row) => and(eq(letters.id, id), eq(letters.state, "email_pending"));

/** Extends the wait for confirmation, once an email has gone out with the same words. */
const renew = (tx: Tx, pending: Row, now: Date) =>
  tx
    .update(letters)
    .set({
      ...waitingFrom(now),
      createdAt: sql`greatest(${letters.createdAt}, ${now.toISOString()}::timestamptz)`,
    })
    .where(stillPending(pending));

/** Limits what strangers can create: of unconfirmed letters without an email, keeps the newest ten. */
const dropUnmailed = (
  tx: Tx,
  { campaignId, supporterId, companyId }: { campaignId: number; supporterId: number; companyId: number },
) =>
  tx.execute(sql`
    delete from letters where id in (
      select l.id from letters l where l.campaign_id = ${campaignId} and l.supporter_id = ${supporterId}
        and l.company_id = ${companyId} and l.state = 'email_pending' and not exists (select
          from outbox d where d.letter_id = l.id)
      order by l.created_at desc, l.id desc offset ${maxUnmailed})`);

/** True where a form says of a letter exactly what is stored. */
export const tellsTheSame = (keys: Keys, stored: Row, answers: LetterAnswers): boolean =>
  canOpenShares(keys, stored) &&
  stored.body === answers.body &&
  stored.role === answers.role &&
  openShares(keys, stored) === answers.shares &&
  stored.replyTo === answers.replyTo &&
  stored.display === answers.display &&
  stored.recipientId === (answers.recipientId ?? null);

/** Compares also the language, the person and the consents. */
export function isSameLetter(
  keys: Keys,
  stored: Row,
  { answers, locale, consents, ...typed }: LetterContent,
): boolean {
  const agreed = (purposes: readonly string[]) => [...new Set(purposes)].sort().join();
  return [
    tellsTheSame(keys, stored, answers),
    stored.locale === locale,
    stored.typedName === typed.typedName,
    stored.typedCountry === typed.typedCountry,
    agreed(stored.agreed) === agreed(consents),
  ].every(Boolean);
}
