import { type NounName, whatWasDone, whyNot } from "#app/i18n/en/acts.ts";
import { DoneNote } from "./done-note.tsx";

type ActNoteProps = {
  of: NounName;
  /** What was done, from the address; not shown once a button has an answer. */
  done: string | null | undefined;
  answer: { refused?: string | null } | null | undefined;
};

/** Says what the last button did to a thing, or why it did nothing. */
export const ActNote = ({ of, done, answer }: ActNoteProps) => (
  <DoneNote done={answer ? null : whatWasDone(of, done)} refused={whyNot(of, answer?.refused)} />
);
