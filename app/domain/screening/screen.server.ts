import { createLog } from "#app/lib/log.server.ts";
import { Thread } from "#app/lib/thread.server.ts";
import type { CommentReason, HoldReason, NameReason } from "./reasons.ts";
import type { ScreenedLetter, Screenings } from "./screen-text.ts";

/** Milliseconds to screen one text. The rules need about one. */
const deadline = 250;

const thread = new Thread("screening-thread", new URL("./screening-thread.ts", import.meta.url), deadline);

/**
 * Screens a text off the event loop. If that takes too long the text is held, never passed. Call it outside
 * transactions, and use its answer only for this very text.
 */
async function ask<Kind extends keyof Screenings>(
  kind: Kind,
  ask: Screenings[Kind]["ask"],
  unscreened: Screenings[Kind]["answer"],
): Promise<Screenings[Kind]["answer"]> {
  try {
    return (await thread.ask({ kind, ask })) as Screenings[Kind]["answer"];
  } catch (error) {
    createLog().error({ err: error, kind }, "a text could not be screened and is held for review");
    return unscreened;
  }
}

export const screenLetter = (letter: { body: string; name: string }): Promise<ScreenedLetter> =>
  ask("letter", letter, { holdReason: "unscreened", links: 0, passage: null });

export const screenLetterName = (name: string): Promise<HoldReason | null> =>
  ask("letterName", name, "unscreened");

/** Screens a comment that others may read. */
export const screenComment = (comment: string): Promise<CommentReason[]> =>
  ask("comment", comment, ["unscreened"]);

/** Screens a name that is handed over or shown. */
export const screenName = (name: { name: string; watched: readonly string[] }): Promise<NameReason[]> =>
  ask("name", name, ["unscreened"]);
