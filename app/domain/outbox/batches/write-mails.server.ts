import { type WrittenUpdate, writeUpdate } from "#app/domain/outgoing/updates/sending/write-update.server.ts";
import { readerUrl } from "#app/domain/outgoing/updates/unsubscribe-link.server.ts";
import type { StopReason } from "#app/domain/outgoing/updates/update.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { type Frame, type FrameIn, partsThatDiffer } from "#app/domain/queue/frame.server.ts";
import type { Mailing } from "#app/domain/queue/mailing.ts";
import { senderOf } from "#app/domain/queue/sender-of.ts";
import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import type { Member } from "./lock-batch.server.ts";

/** The emails of an update cannot be rendered as approved. None is sent. */
export class Unwritable extends Error {
  readonly updateId: number;
  readonly why: StopReason;

  constructor(updateId: number, why: StopReason) {
    super(`the mails of an update cannot be written: ${why}`);
    this.updateId = updateId;
    this.why = why;
  }
}

/** An update's layout is missing: it is read and rendered outside the transaction that needs it. */
class Unprepared extends Error {
  readonly prepare: () => Promise<void>;

  constructor(prepare: () => Promise<void>) {
    super("an update is written before its layout was prepared");
    this.prepare = prepare;
  }
}

/**
 * Renders the emails of an update to these people, in order, as `approved`. It runs in a transaction, so it
 * waits for nothing: it throws Unprepared if a layout is missing. That prepares it, or throws Unwritable.
 */
export type WriteMails = (
  updateId: number,
  members: readonly Member[],
  approved: Frame | null,
) => { messages: Message[]; version: string };

/** Runs a claim. Where it is Unprepared it was rolled back: it runs again once what it needs is there. */
export async function prepared<T>(claim: () => T): Promise<Awaited<T>> {
  for (;;) {
    try {
      return await claim();
    } catch (error) {
      if (!(error instanceof Unprepared)) throw error;
      await error.prepare();
    }
  }
}

/** Seconds that a layout is cached. */
const rememberSeconds = 60;

/**
 * Renders emails of updates: the layout once per language, then each reader's name and link. The same people
 * in the same order make the same emails, and none that differs from what was approved.
 */
export function createWriter(db: Db, mailing: Mailing): WriteMails {
  const remembered = new Map<string, { until: number; written: WrittenUpdate }>();

  const isAsApproved = (written: WrittenUpdate | null, approved: FrameIn | null | undefined) =>
    partsThatDiffer(written?.frame, approved).length === 0;

  const prepare = async (updateId: number, locale: string, approved: FrameIn | null | undefined) => {
    const written = await writeUpdate(db, mailing, updateId, localeOf(locale));
    if (!written) throw new Unwritable(updateId, "unreadable");
    if (!isAsApproved(written, approved)) throw new Unwritable(updateId, "differs");
    if (remembered.size > 100) remembered.clear();
    remembered.set(`${updateId} ${locale}`, { until: Date.now() + rememberSeconds * 1000, written });
  };

  const find = (updateId: number, locale: string, approved: FrameIn | null | undefined) => {
    const known = remembered.get(`${updateId} ${locale}`);
    // The cached layout may be from before another approval.
    if (known && known.until > Date.now() && isAsApproved(known.written, approved)) return known.written;
    throw new Unprepared(() => prepare(updateId, locale, approved));
  };

  return (updateId, members, approved) => {
    const messages: Message[] = [];
    const versions = new Set<string>();
    for (const { publicId, supporterId, campaignId, createdAt, email, name, locale } of members) {
      const written = find(updateId, locale, approved?.[localeOf(locale)]);
      const link = readerUrl(mailing, {
        supporterId,
        campaignId,
        createdAt: new Date(createdAt * 1000),
        locale: localeOf(locale),
      });
      versions.add(written.version);
      messages.push({
        emailId: publicId,
        from: senderOf(mailing.from, written.sender),
        to: email,
        replyTo: written.replyTo,
        unsubscribeUrl: link,
        ...written.write({ name, unsubscribeUrl: link }),
      });
    }
    return { messages, version: [...versions].sort().join("-").slice(0, 64) };
  };
}
