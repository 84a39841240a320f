import { words } from "#app/i18n/index.ts";
import type { Letter } from "./parts/letter.ts";
import { type UpdateProps, update } from "./update.ts";

/** Writes an update's very email for the organizer who asked for it, marked as a test on top. */
export function updateTest(props: UpdateProps): Letter {
  const w = words(props.locale).mail.updateTest;
  const letter = update(props);
  return {
    ...letter,
    subject: w.subject(letter.subject),
    blocks: [{ kind: "notice", text: w.notice }, ...letter.blocks],
  };
}
