import { campaign, command, done } from "#app/cli/command.ts";
import { flag, id, oneOf, otherwise, text } from "#app/cli/options.ts";
import { table } from "#app/cli/parts/table.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { listReviews } from "#app/domain/review/list-reviews.server.ts";
import { reviewStates } from "#app/domain/review/review.ts";

export default command({
  summary: "list signatures on hold for review, in order found",
  options: {
    campaign,
    state: otherwise(oneOf(reviewStates, "the decision"), "queued"),
    for: id("only this signature or review, in any state", "signature show"),
    names: flag("include names and addresses; logged as a view"),
    after: text("ID", "next page: the value the page before printed"),
  },
  async run({ db, scope }, { state, for: about = null, names, after = null }) {
    const filter = { state, reason: null, about, after };
    const page = await listReviews(db, scope, filter);
    if (names)
      await noteListView(db, scope, { list: "review", rows: page.reviews.length, filter: { state } });
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
    const more = page.next ? [`More: --after ${page.next}`] : [];
    return done(
      { reviews, next: page.next },
      ...(lines.length ? lines : [state === "queued" ? "No signatures on hold." : "No signatures."]),
      ...more,
    );
  },
});
