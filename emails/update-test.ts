import { words } from "#app/i18n/index.ts";
import type { Letter } from "./parts/letter.ts";
import { type UpdateProps, update } from "./update.ts";

/** The very mail of an update, for the organizer who asked to see it. It says on top that it is a test. */
export function updateTest(props: UpdateProps): Letter {
  const w = words(props.locale).mail.updateTest;
  const letter = update(props);
  return {
    ...letter,
    subject: w.subject(letter.subject),
    blocks: [{ kind: "notice", text: w.notice }, ...letter.blocks],
  };
}
