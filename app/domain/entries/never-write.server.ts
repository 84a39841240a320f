import { hashesOfAddress } from "#app/domain/base/address-hashes.server.ts";
import { deleteWhole, dropForms, isOnlyEntry } from "#app/domain/supporters/delete-person.server.ts";
import { endLinks } from "#app/domain/supporters/person.server.ts";
import { suppressPerson } from "#app/domain/supporters/suppress-person.server.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Db, Tx } from "#db/index.ts";

/**
 * `deleted`: nothing of the person is confirmed, or left, so all of it is gone. `deleted-form`: the
 * unconfirmed entry is gone, confirmed ones stay. `withdrawn`: it had been confirmed. `handed-over`: the
 * letter cannot be recalled. `mails`: emails whose files must be removed.
 */
export type NeverOutcome =
  | { outcome: "suppressed"; did: "deleted" | "deleted-form" | "withdrawn" | "handed-over"; mails: string[] }
  | { outcome: "gone"; mails: string[] };

type Kind<Entry> = {
  /** Locks the person first, then finds the entry by its public id. */
  lock: (tx: Tx, publicId: string) => Promise<Entry | null>;
  /** True while it is unconfirmed. */
  waits: (entry: Entry) => boolean;
  remove: (tx: Tx, entry: Entry) => Promise<unknown>;
  withdraw: (tx: Tx, entry: Entry, now: Date, keys: Keys) => Promise<unknown>;
};

/**
 * Makes the command "This was not me: never write to me again" for a kind of entry, for the holder of its
 * confirmation link: suppresses the address as a keyed hash, deletes what is unconfirmed, withdraws what was
 * confirmed, and ends their earlier links.
 */
export const neverWriteAbout =
  <
    Entry extends {
      supporterId: number;
      emailCanonical: string;
      personConfirmedAt: Date | null;
      handedOverAt?: Date | null;
    },
  >({
    lock,
    waits,
    remove,
    withdraw,
  }: Kind<Entry>) =>
  (db: Db, keys: Keys, publicId: string, now = new Date()): Promise<NeverOutcome> =>
    db.transaction(async (tx): Promise<NeverOutcome> => {
      const entry = await lock(tx, publicId);
      if (!entry) return { outcome: "gone", mails: [] };
      const { supporterId: id, emailCanonical, personConfirmedAt: confirmedAt } = entry;
      const mails = await suppressPerson(tx, keys, entry, now);
      const outcome = "suppressed" as const;
      if (confirmedAt === null || (waits(entry) && (await isOnlyEntry(tx, id)))) {
        const whole = await deleteWhole(tx, keys, { id, emailCanonical }, "supporter", now);
        return { outcome, did: "deleted", mails: whole };
      }
      await endLinks(tx, id, now);
      await dropForms(tx, hashesOfAddress(keys, emailCanonical));
      if (waits(entry)) {
        await remove(tx, entry);
        return { outcome, did: "deleted-form", mails };
      }
      await withdraw(tx, entry, now, keys);
      return { outcome, did: entry.handedOverAt ? "handed-over" : "withdrawn", mails };
    });
