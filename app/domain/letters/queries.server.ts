import { asc, eq, sql } from "drizzle-orm";
import type { Keys } from "#app/lib/keys.server.ts";
import type { DbOrTx } from "#db/index.ts";
import {
  campaigns,
  letterDispatches,
  letterEvents,
  letterReplies,
  letters,
  supporters,
  targets,
} from "#db/schema/index.ts";
import { localeOf } from "../deliveries/common-props.ts";
import type { HeldLetter, LetterShown } from "./held-letter.ts";
import { letterText } from "./letter-text.ts";
import { canOpenShares, openShares } from "./shares.server.ts";

/** A letter with all that its writer reads of it, but what happened to it. Null when it is gone. */
export async function findOwnLetter(db: DbOrTx, keys: Keys, publicId: string): Promise<LetterShown | null> {
  const [row] = await readLetters(db, eq(letters.publicId, publicId));
  return row ? shown(keys, row) : null;
}

/** Every letter of one person with its ledger and the answers to it: for that person alone. */
export async function listHeldLetters(db: DbOrTx, keys: Keys, supporterId: number): Promise<HeldLetter[]> {
  const rows = await readLetters(db, eq(letters.supporterId, supporterId));
  return Promise.all(
    rows.map(async (row) => ({
      ...shown(keys, row),
      events: await listEvents(db, row.letter.id),
      replies: await listReplies(db, row.letter.dispatchId),
    })),
  );
}

const readLetters = (db: DbOrTx, which: ReturnType<typeof eq>) =>
  db
    .select({
      letter: letters,
      person: {
        publicId: supporters.publicId,
        name: supporters.name,
        country: supporters.country,
        confirmedAt: supporters.confirmedAt,
      },
      campaign: { slug: campaigns.slug, title: campaigns.title },
      company: targets.name,
      dispatch: { number: letterDispatches.number, kind: letterDispatches.kind },
    })
    .from(letters)
    .innerJoin(supporters, eq(supporters.id, letters.supporterId))
    .innerJoin(campaigns, eq(campaigns.id, letters.campaignId))
    .innerJoin(targets, eq(targets.id, campaigns.targetId))
    .leftJoin(letterDispatches, eq(letterDispatches.id, letters.dispatchId))
    .where(which)
    .orderBy(asc(letters.id));

type Row = Awaited<ReturnType<typeof readLetters>>[number];

function shown(keys: Keys, { letter, person, campaign, company, dispatch }: Row): LetterShown {
  const { id: _id, sharesEnc, keyId, nearestLetterId, search, moderatedById, ...rest } = letter;
  const unreadable = !canOpenShares(keys, letter);
  const shares = unreadable ? null : openShares(keys, letter);
  const locale = localeOf(letter.locale);
  const { name, country } = person;
  return {
    ...rest,
    ...{ locale, shares, unreadable, name, country, company, dispatch },
    ...{ supporterPublicId: person.publicId, campaign: campaign.slug, title: campaign.title },
    sentSha256: letter.sentSha256?.toString("hex") ?? null,
    selfSentWay: letter.selfSentWay === "post" || letter.selfSentWay === "mail" ? letter.selfSentWay : null,
    text: letterText({ locale, body: letter.body, shares, name, country, company }),
  };
}

const listEvents = (db: DbOrTx, letterId: number) =>
  db
    .select({ at: letterEvents.at, event: letterEvents.event, problem: letterEvents.problem })
    .from(letterEvents)
    .where(eq(letterEvents.letterId, letterId))
    .orderBy(asc(letterEvents.id));

async function listReplies(db: DbOrTx, dispatchId: number | null) {
  if (dispatchId === null) return [];
  return db
    .select({
      receivedOn: letterReplies.receivedOn,
      fromWhom: letterReplies.fromWhom,
      text: letterReplies.text,
    })
    .from(letterReplies)
    .where(sql`${letterReplies.dispatchId} = ${dispatchId} and ${letterReplies.removedAt} is null`)
    .orderBy(asc(letterReplies.id));
}
