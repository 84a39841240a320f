import { campaign, command, done } from "#app/cli/command.ts";
import { flag, oneOf, otherwise, text } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { noteLook } from "#app/domain/record/note-view.server.ts";
import { listReviews } from "#app/domain/review/list-reviews.server.ts";
import { reviewStates } from "#app/domain/review/review.ts";

export default command({
  summary: "signatures held for review, in the order in which they were found",
  options: {
    campaign,
    state: otherwise(oneOf(reviewStates, "what was decided"), "queued"),
    names: flag("with names and addresses, which is recorded as an organizer's view is"),
    after: text("ID", "the page after, as the page before said"),
  },
  async run({ db, scope }, { state, names, after = null }) {
    const filter = { state, reason: null, after: after };
    const page = await listReviews(db, scope, filter);
    if (names) await noteLook(db, scope, { list: "review", rows: page.reviews.length, filter: { state } });
    const reviews = page.reviews.map(({ publicId, signedAt, country, score, reasons, name, email }) => ({
      publicId,
      signedAt,
      country,
      score,
      reasons,
      ...(names && { name, email }),
    }));
    const rows = reviews.map(({ publicId, signedAt, country, score, reasons, name, email }) => [
      publicId,
      signedAt.slice(0, 16).replace("T", " "),
      country,
      score,
      reasons.join(",") || "–",
      ...(name === undefined ? [] : [name, email ?? ""]),
    ]);
    const lines = table(
      ["id", "signed (UTC)", "country", "score", "reasons", ...(names ? ["name", "address"] : [])],
      rows,
    );
    const more = page.next ? [`There are more: --after ${page.next}`] : [];
    return done(
      { reviews, next: page.next },
      ...(lines.length ? lines : [state === "queued" ? "No signature is held back." : "None is there."]),
      ...more,
    );
  },
});
