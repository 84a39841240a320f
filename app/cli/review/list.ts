import { withDatabase } from "#app/cli/environment.ts";
import { exitCodes, readOptions, required, tell, UsageError } from "#app/cli/old.ts";
import { table } from "#app/cli/table.ts";
import { requireCampaign } from "#app/cli/update.ts";
import { noteLook } from "#app/domain/record/note-look.server.ts";
import { listReviews } from "#app/domain/review/list-reviews.server.ts";
import { reviewStates } from "#app/domain/review/review.ts";

const text = { type: "string" } as const;

/**
 * One page of signatures that were held back, in the order in which they were found. `--names`: with names and addresses,
 * which is recorded as the look of an organizer is.
 */
export async function reviewList(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, {
    ...{ campaign: text, state: text, after: text },
    names: { type: "boolean" },
  });
  const slug = required(campaign, "campaign");
  const state = reviewStates.find((one) => one === (given.state ?? "queued"));
  if (!state) throw new UsageError(`--state is one of ${reviewStates.join(", ")}`);
  return withDatabase("review list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const filter = { state, reason: null, after: given.after ?? null };
    const scope = { campaignId: id, organizerId: null };
    const page = await listReviews(opened.db, scope, filter);
    if (given.names)
      await noteLook(opened.db, scope, { list: "review", rows: page.reviews.length, filter: { state } });
    const reviews = page.reviews.map(({ publicId, signedAt, country, score, reasons, name, email }) => ({
      ...{ publicId, signedAt, country, score, reasons },
      ...(given.names && { name, email }),
    }));
    const rows = reviews.map(({ publicId, signedAt, country, score, reasons, name, email }) => [
      ...[publicId, signedAt.slice(0, 16).replace("T", " "), country, score, reasons.join(",") || "–"],
      ...(name === undefined ? [] : [name, email ?? ""]),
    ]);
    const lines = table(
      [...["id", "signed (UTC)", "country", "score", "reasons"], ...(given.names ? ["name", "address"] : [])],
      rows,
    );
    const more = page.next ? [`There are more: --after ${page.next}`] : [];
    tell(
      json,
      { reviews, next: page.next },
      ...(lines.length ? lines : [state === "queued" ? "No signature is held back." : "None is there."]),
      ...more,
    );
    return exitCodes.done;
  });
}
