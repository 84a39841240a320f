import { createHash } from "node:crypto";
import { and, asc, eq, isNotNull, notInArray, sql } from "drizzle-orm";
import { companyName } from "#app/domain/campaign/company/find-company.server.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { personOf } from "#app/domain/supporters/person.server.ts";
import type { Locale } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import {
  campaigns,
  letterDispatches,
  letterEvents,
  letterRecipients,
  letterReplies,
  letters,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { letterText, selfSentWays } from "./letter.ts";
import type { MailedLetter, TrackedLetter, WriterLetter } from "./letter-view.ts";
import { canOpenShares, openShares } from "./shares/shares.server.ts";

/** A letter with the address and language of our emails to its writer. */
export type OwnLetter = WriterLetter & { email: string; emailLocale: Locale };

/** Finds a letter with all its writer reads of it, except its history. Null when gone. */
export async function findOwnLetter(db: DbOrTx, keys: Keys, publicId: string): Promise<OwnLetter | null> {
  const [row] = await readLetters(db, eq(letters.publicId, publicId));
  if (!row) return null;
  const { email, locale } = row.person;
  return { ...writerLetter(keys, row), email, emailLocale: localeOf(locale) };
}

/** Lists one person's letters with ledger and answers: for that person alone. */
export async function listOwnLetters(db: DbOrTx, keys: Keys, supporterId: number): Promise<TrackedLetter[]> {
  const rows = await readLetters(db, eq(letters.supporterId, supporterId));
  return Promise.all(
    rows.map(async (row) => ({
      ...writerLetter(keys, row),
      events: await listEvents(db, row.letter.id),
      replies: await listRepliesToDispatch(db, row.letter.dispatchId),
    })),
  );
}

const readLetters = (db: DbOrTx, which: ReturnType<typeof eq>) =>
  db
    .select({
      letter: letters,
      person: {
        publicId: supporters.publicId,
        ...personOf(letters),
        email: supporters.email,
        locale: supporters.locale,
      },
      campaign: { slug: campaigns.slug, title: campaigns.title },
      company: companyName(supporters.locale),
      recipient: sql<string | null>`case when ${letters.handedOverAt} is not null
        then ${letterDispatches.recipientName} else ${letterRecipients.name} end`,
      dispatch: { number: letterDispatches.number, kind: letterDispatches.kind },
    })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(targets, eq(targets.id, letters.companyId))
    .leftJoin(letterDispatches, eq(letterDispatches.id, letters.dispatchId))
    .leftJoin(
      letterRecipients,
      and(eq(letterRecipients.id, letters.recipientId), isNotNull(letterRecipients.openedAt)),
    )
    .where(which)
    .orderBy(asc(letters.id));

type Row = Awaited<ReturnType<typeof readLetters>>[number];

/** Finds a letter for its emails: decrypts nothing. */
export async function findMailedLetter(db: DbOrTx, publicId: string): Promise<MailedLetter | null> {
  const [row] = await readLetters(db, eq(letters.publicId, publicId));
  return row ? { ...unopened(row), tellsShares: row.letter.sharesEnc !== null } : null;
}

function unopened({ letter, person, campaign, company, recipient, dispatch }: Row) {
  const {
    id: _id,
    sharesEnc: _sealed,
    keyId: _key,
    nearestLetterId: _near,
    search: _search,
    typedName: _name,
    typedCountry: _country,
    holdReason: heldReason,
    ...rest
  } = letter;
  const { selfSentWay, sentSha256 } = letter;
  return {
    ...rest,
    heldReason,
    locale: localeOf(letter.locale),
    name: person.name,
    country: person.country,
    company,
    recipient,
    dispatch,
    supporterPublicId: person.publicId,
    campaign: campaign.slug,
    title: campaign.title,
    sentSha256: sentSha256?.toString("hex") ?? null,
    selfSentWay: selfSentWays.find((way) => way === selfSentWay) ?? null,
  };
}

function writerLetter(keys: Keys, row: Row): WriterLetter {
  const { letter, company } = row;
  const unreadable = !canOpenShares(keys, letter);
  const shares = unreadable ? null : openShares(keys, letter);
  const rest = unopened(row);
  const { locale, body, name, country } = rest;
  const text = letterText({ locale, body, shares, name, country, company });
  const { sentSha256 } = rest;
  // Withdrawing wipes the number of shares, which alone changes the text.
  const correctedSince =
    letter.state !== "withdrawn" &&
    !unreadable &&
    sentSha256 !== null &&
    createHash("sha256").update(text).digest("hex") !== sentSha256;
  return { ...rest, shares, unreadable, text, correctedSince };
}

const listEvents = (db: DbOrTx, letterId: number) =>
  db
    .select({ at: letterEvents.at, event: letterEvents.event, problem: letterEvents.problem })
    .from(letterEvents)
    .where(eq(letterEvents.letterId, letterId))
    .orderBy(asc(letterEvents.id));

/** Lists the company's answers to a dispatch, in recorded order. */
export async function listRepliesToDispatch(db: DbOrTx, dispatchId: number | null) {
  if (dispatchId === null) return [];
  return db
    .select({
      receivedOn: letterReplies.receivedOn,
      fromWhom: letterReplies.fromWhom,
      text: letterReplies.text,
    })
    .from(letterReplies)
    .where(sql`${letterReplies.dispatchId} = ${dispatchId} and ${letterReplies.removedAt} is null
      and ${letterReplies.approvedAt} is not null`)
    .orderBy(asc(letterReplies.id));
}

/** Returns whether someone has a confirmed letter in any later state except withdrawn or refused. */
export async function hasWritten(
  db: DbOrTx,
  { supporterId, campaignId }: { supporterId: number; campaignId: number },
): Promise<boolean> {
  const written = and(
    eq(letters.supporterId, supporterId),
    eq(letters.campaignId, campaignId),
    notInArray(letters.state, ["email_pending", "withdrawn", "refused"]),
  );
  return (await db.$count(letters, written)) > 0;
}
