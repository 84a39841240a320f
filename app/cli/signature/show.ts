import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { flag, operand } from "#app/cli/options.ts";
import { aligned } from "#app/cli/parts/table.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import {
  type CountedAs,
  type ExplainedSignature,
  explainSignature,
} from "#app/domain/review/explain-signature.server.ts";
import { words } from "#app/i18n/index.ts";

const reasons: Record<CountedAs, string> = {
  yes: "yes",
  apart: "separately: its petition text asks for something else than today's",
  pending: "no: not confirmed yet; deleted 7 days after our email",
  withdrawn: "no: its signer withdrew it",
  invalidated: "no: it was invalidated",
  imported: "no: it was imported and its signer has not confirmed it here",
  quarantined: "no: it is on hold for review",
};

const minute = (at: string) => `${at.slice(0, 16).replace("T", " ")} UTC`;

function reviewOf({ review, exclusionReason }: ExplainedSignature) {
  if (exclusionReason?.startsWith("bulk-"))
    return `invalidated with number ${exclusionReason.slice(5)} of \`review bulk list\``;
  if (!review) return "not suspicious, or not scored yet";
  const why = worded(words("en").review.reasons, review.reasons);
  return `${review.state}, score ${review.score}: ${why} (id ${review.publicId})`;
}

/** Writes codes with what the console says for them: "Repeated name (name)". */
const worded = (say: Readonly<Record<string, string>>, codes: readonly string[]) =>
  codes.map((code) => (say[code] ? `${say[code]} (${code})` : code)).join(", ");

function handoverOf({ counts, mayBeHandedOver, awaitsScreening, nameReview }: ExplainedSignature) {
  if (!mayBeHandedOver) return "name not handed over: no consent";
  if (counts !== "yes") return "name not handed over: it does not count";
  if (awaitsScreening) return "name on hold: not screened yet";
  if (!nameReview || nameReview.state === "kept") return "name is handed over";
  const why = worded(words("en").packs.names.reasons, nameReview.reasons);
  return `name on hold: ${why}; ${nameReview.state} (id ${nameReview.publicId})`;
}

export default command({
  summary: "say why a signature counts or does not",
  options: {
    campaign,
    signature: operand("CODE|ID", "a receipt code, or an id from `signature list` or `review list`"),
    names: flag("include name and address; logged as a view"),
  },
  async run({ db, env, scope }, { signature: typed, names }) {
    const { campaignId } = scope;
    const found = await explainSignature(db, env.keys, { campaignId, typed: typed.trim() });
    if (!found)
      throw new CommandFailed(
        "No such signature. Unconfirmed ones are deleted 7 days after our email. Run `signature find`.",
      );
    if (names) await noteListView(db, scope, { list: "signatures", rows: 1 });
    const { name, email, ...rest } = found;
    const { confirmation, alike, suppressions } = found;
    const ends = [
      ["confirmed", found.confirmedAt],
      ["withdrawn", found.withdrawnAt],
      ["invalidated", found.invalidatedAt],
    ] as const;
    const rows: [string, string][] = [
      ["counts", reasons[found.counts]],
      ["id", found.publicId],
      ["receipt code", found.receiptCode],
      ...(names ? ([["signer", `${name}, ${found.country}, ${email}`]] as [string, string][]) : []),
      ["signed", `${minute(found.signedAt)}, petition version ${found.petitionVersion}`],
      ...ends.flatMap(([what, at]): [string, string][] => (at ? [[what, minute(at)]] : [])),
      ["email to confirm", confirmation ? `${confirmation.state}, ${minute(confirmation.queuedAt)}` : "none"],
      ["address", suppressions.length > 0 ? `suppressed: ${suppressions.join(", ")}` : "gets email"],
      ["review", reviewOf(found)],
      ["alike", alike.map(({ kind, others }) => `${kind}: ${others}`).join(", ") || "none in 7 days"],
      ["handover", handoverOf(found)],
    ];
    return done({ signature: { ...rest, ...(names && { name, email }) } }, ...aligned(rows));
  },
});
