import { content } from "#app/domain/outbox/content.server.ts";
import { letter, letterWaitsNoLonger } from "#app/domain/outbox/subjects/letter.ts";
import { confirmationOfLetter } from "./confirm-letter.ts";

/** Asks a writer once more to confirm a letter. */
export const confirmLetterReminder = content({
  name: "confirm-letter-reminder",
  kind: "letter",
  to: "supporter",
  about: letter,
  outdated: letterWaitsNoLonger,
  write: confirmationOfLetter,
});
