import { findMailedLetter } from "#app/domain/entries/letters/queries.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { content } from "#app/domain/outbox/content.server.ts";
import {
  describeLetter,
  letter,
  letterWaitsNoLonger,
  type WrittenLetter,
} from "#app/domain/outbox/subjects/letter.ts";
import { inDays, type Writing } from "#app/domain/outbox/writing.server.ts";

/** Asks a writer to confirm a letter. */
export const confirmLetterEmail = content({
  name: "confirm-letter",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: letterWaitsNoLonger,
  write: confirmationOfLetter,
});

/** Writes the email that asks to confirm a letter; null when it is gone. */
export async function confirmationOfLetter(
  { letterId, askedSince }: WrittenLetter,
  { db, common, token, url }: Writing,
) {
  const letter = await findMailedLetter(db, letterId);
  if (!letter) return null;
  const { publicId, createdAt: writtenAt } = letter;
  const deletedAt = inDays(new Date(askedSince), confirmWithinDays);
  const confirmUrl = url(`/confirm/${token("confirm-letter", publicId, writtenAt, deletedAt)}`);
  return { props: { ...common, ...(await describeLetter(db, letter)), writtenAt, deletedAt, confirmUrl } };
}
