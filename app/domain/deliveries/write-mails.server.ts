import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { unsubscribeUrl } from "../updates/unsubscribe-link.server.ts";
import { type WrittenUpdate, writeUpdate } from "../updates/write-update.server.ts";
import { localeOf } from "./common-props.ts";
import { type Frame, type FrameIn, partsThatDiffer } from "./frame.server.ts";
import type { Member } from "./lock-batch.server.ts";
import type { Mailing } from "./mailing.ts";
import { senderOf } from "./sender-of.ts";

/** Why nothing more of an update goes: a claim that it cites was taken back, or it says something else than was approved. */
export type WhyNot = "unreadable" | "differs";

/** The mails of an update cannot be written as they were approved. Nothing of it goes. */
export class Unwritable extends Error {
  readonly updateId: number;
  readonly why: WhyNot;

  constructor(updateId: number, why: WhyNot) {
    super(`the mails of an update cannot be written: ${why}`);
    this.updateId = updateId;
    this.why = why;
  }
}

/** The mails of an update to these people, in their order, as `approved`. Throws Unwritable where they are not. */
export type WriteMails = (
  updateId: number,
  members: readonly Member[],
  approved: Frame | null,
) => Promise<{ messages: Message[]; version: string }>;

/** Seconds for which a layout is used before what it says is read again. */
const rememberSeconds = 60;

/**
 * Writes mails of updates: the layout once for all readers of a language, then each reader's name and
 * link. The same people in the same order make the same mails, and none that says something else than was approved.
 */
export function createWriter(db: Db, mailing: Mailing): WriteMails {
  const remembered = new Map<string, { until: number; written: Promise<WrittenUpdate | null> }>();

  const read = (key: string, updateId: number, locale: string) => {
    const written = writeUpdate(db, mailing, updateId, localeOf(locale));
    written.catch(() => remembered.delete(key));
    remembered.set(key, { until: Date.now() + rememberSeconds * 1000, written });
    if (remembered.size > 100) remembered.clear();
    return written;
  };

  const find = async (updateId: number, locale: string, approved: FrameIn | null | undefined) => {
    const key = `${updateId} ${locale}`;
    const isSo = (written: WrittenUpdate | null) => partsThatDiffer(written?.frame, approved).length === 0;
    const known = remembered.get(key);
    if (known && known.until > Date.now()) {
      const written = await known.written;
      if (written && isSo(written)) return written;
    }
    // What was remembered may be as it was before another approval.
    const written = await read(key, updateId, locale);
    if (!written) throw new Unwritable(updateId, "unreadable");
    if (!isSo(written)) throw new Unwritable(updateId, "differs");
    return written;
  };

  return async (updateId, members, approved) => {
    const messages: Message[] = [];
    const versions = new Set<string>();
    for (const { publicId, createdAt, email, name, locale } of members) {
      const written = await find(updateId, locale, approved?.[localeOf(locale)]);
      const link = unsubscribeUrl(mailing, {
        publicId,
        createdAt: new Date(createdAt * 1000),
        locale: localeOf(locale),
      });
      versions.add(written.version);
      messages.push({
        deliveryId: publicId,
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
