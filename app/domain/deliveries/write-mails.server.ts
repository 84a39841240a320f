import type { Message } from "#app/mail/transport.ts";
import type { Db } from "#db/index.ts";
import { unsubscribeUrl } from "../updates/unsubscribe-link.server.ts";
import { type WrittenUpdate, writeUpdate } from "../updates/write-update.server.ts";
import { localeOf } from "./common-props.ts";
import type { Member } from "./lock-batch.server.ts";
import type { Mailing } from "./mailing.ts";
import { senderOf } from "./sender-of.ts";

/** The words of an update cannot be read any more, because a claim that they cite was taken back. Nothing of it goes. */
export class Unreadable extends Error {
  readonly updateId: number;

  constructor(updateId: number) {
    super("the words of an update cannot be read");
    this.updateId = updateId;
  }
}

/** The mails of an update to these people, in their order. Null when its words cannot be read. */
export type WriteMails = (
  updateId: number,
  members: readonly Member[],
) => Promise<{ messages: Message[]; version: string } | null>;

/** Seconds for which a layout is used before what it says is read again. */
const rememberSeconds = 60;

/**
 * Writes mails of updates: the layout once for all readers of a language, then each reader's name and
 * link. The same people in the same order make the same mails.
 */
export function createWriter(db: Db, mailing: Mailing): WriteMails {
  const remembered = new Map<string, { until: number; written: Promise<WrittenUpdate | null> }>();

  const find = (updateId: number, locale: string) => {
    const key = `${updateId} ${locale}`;
    const known = remembered.get(key);
    if (known && known.until > Date.now()) return known.written;
    const written = writeUpdate(db, mailing, updateId, localeOf(locale));
    written.catch(() => remembered.delete(key));
    remembered.set(key, { until: Date.now() + rememberSeconds * 1000, written });
    if (remembered.size > 100) remembered.clear();
    return written;
  };

  return async (updateId, members) => {
    const messages: Message[] = [];
    const versions = new Set<string>();
    for (const { publicId, createdAt, email, name, locale } of members) {
      const written = await find(updateId, locale);
      if (!written) return null;
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
