import { eq } from "drizzle-orm";
import { neverWriteAbout } from "#app/domain/entries/never-write.server.ts";
import { letters } from "#db/schema/index.ts";
import { lockLetter } from "./lock-letter.server.ts";
import { withdrawLockedLetter } from "./withdraw-letter.server.ts";

/** `neverWriteAbout` for letters. A letter that was handed over is not withdrawn. */
export const neverWriteLetter = neverWriteAbout({
  lock: lockLetter,
  waits: ({ state }) => state === "email_pending",
  remove: (tx, { id }) => tx.delete(letters).where(eq(letters.id, id)),
  withdraw: withdrawLockedLetter,
});
