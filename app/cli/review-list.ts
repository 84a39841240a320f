import { listReviews } from "../domain/review/list-reviews.server.ts";
import { reviewStates } from "../domain/review/review.ts";
import { exitCodes, readOptions, required, tell, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";
import { requireCampaign } from "./on-update.ts";

const text = { type: "string" } as const;

/** One page of signatures that were held back, in the order in which they were found. Names and addresses stay in the console. */
export async function reviewList(args: string[]): Promise<number> {
  const { json, campaign, ...given } = readOptions(args, { campaign: text, state: text, after: text });
  const slug = required(campaign, "campaign");
  const state = reviewStates.find((one) => one === (given.state ?? "queued"));
  if (!state) throw new UsageError(`--state is one of ${reviewStates.join(", ")}`);
  return withDatabase("review list", async (opened) => {
    const { id } = await requireCampaign(opened, slug);
    const filter = { state, reason: null, after: given.after ?? null };
    const page = await listReviews(opened.db, { campaignId: id, organizerId: null }, filter);
    const reviews = page.reviews.map(({ publicId, signedAt, country, score, reasons }) => ({
      ...{ publicId, signedAt, country, score, reasons },
    }));
    const lines = reviews.map(({ publicId, signedAt, country, score, reasons }) =>
      [publicId, signedAt, country, score, reasons.join(",")].join("  "),
    );
    const more = page.next ? [`There are more: --after ${page.next}`] : [];
    tell(json, { reviews, next: page.next }, ...(lines.length ? lines : ["Nothing is there."]), ...more);
    return exitCodes.done;
  });
}
