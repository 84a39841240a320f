import { CommandFailed, campaign, command, done, type OfCampaign, UsageError } from "#app/cli/command.ts";
import { atLeastOnce, id, option, repeated, required, text } from "#app/cli/options.ts";
import { askerGone, whileFrozen } from "#app/cli/parts/refusals.ts";
import { BulkConditions } from "#app/domain/review/bulk/bulk.ts";
import type { Changed } from "#app/domain/review/bulk/change-bulk.server.ts";
import { decideReviews } from "#app/domain/review/decide-reviews.server.ts";
import { type ReviewDecision, reviewUndoMinutes } from "#app/domain/review/review.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

/** Makes a command that decides on signatures on hold. */
export const decideOnReviews = (summary: string, decision: ReviewDecision) =>
  command({
    summary,
    options: { campaign, review: atLeastOnce(repeated(id("the signature", "review list"))) },
    async run({ db, operator }, { review: reviews }) {
      const { decided, at } = await decideReviews(db, { ...operator, decision, reviews });
      if (decided === 0)
        throw new CommandFailed(
          "Nothing was changed: already decided, or there is no such review. Run `review list`.",
        );
      return done(
        { decision, decided, at: at.toISOString() },
        `${decided} decided: ${decision}.`,
        `To undo within ${reviewUndoMinutes} minutes: review undo --at ${at.toISOString()}`,
      );
    },
  });

/** Conditions of a bulk invalidation; all that are given must match. */
export const conditionOptions = {
  reason: text("R", "only on hold for this reason"),
  domain: text("D", "only addresses at this domain"),
  country: text("C", "only this country"),
  source: text("W", "only those who came by this link"),
  block: text("HASH", "only this network, from `review bulk blocks`"),
  from: text("DAY", "from this day"),
  to: text("DAY", "through this day"),
};

/** Reads the conditions as the console's form does. */
export function readConditions(given: { [Name in keyof typeof conditionOptions]?: string | undefined }) {
  const entered = Object.keys(conditionOptions).map((name) => [
    name,
    given[name as keyof typeof conditionOptions] ?? null,
  ]);
  const conditions = BulkConditions.safeParse(Object.fromEntries(entered));
  if (conditions.success) return conditions.data;
  const [issue] = conditions.error.issues;
  const errors: Record<string, string> = words("en").review.bulk.errors;
  throw new UsageError(errors[issue?.message ?? ""] ?? `--${String(issue?.path[0])} is not valid`);
}

export const bulk = required(
  option("N", "the bulk invalidation, by number", (given, name) => {
    const number = Number(given);
    if (Number.isInteger(number) && number >= 1) return number;
    throw new UsageError(`--${name} must be a number from \`review bulk list\``);
  }),
);

type OnBulk = OfCampaign["operator"] & { number: number };

/** Says what a change of one bulk invalidation came to; throws where it was refused. */
export function changed(number: number, end: string, { outcome }: Changed) {
  if (outcome === "frozen") throw new CommandFailed(whileFrozen);
  if (outcome === "asker") throw new CommandFailed(askerGone);
  if (outcome === "own")
    throw new CommandFailed(
      "You asked for it, so an organizer must approve it in the console. Or add --approve-alone.",
    );
  if (outcome !== "changed")
    throw new CommandFailed(words("en").review.bulk.errors[outcome] ?? "Nothing was changed.");
  return done({ outcome: end, number }, `Number ${number}: ${end}.`);
}

/** Makes a command that changes one bulk invalidation. */
export const changeBulk = (summary: string, end: string, act: (db: Db, on: OnBulk) => Promise<Changed>) =>
  command({
    summary,
    options: { campaign, number: bulk },
    run: async ({ db, operator }, { number }) => changed(number, end, await act(db, { ...operator, number })),
  });
