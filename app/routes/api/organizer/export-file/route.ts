import { findKept } from "#app/domain/outgoing/exports/fetch-kept.server.ts";
import { problem } from "#app/http/api.server.ts";
import { refuseFrozen, scopeForPreset } from "#app/http/export-answers.server.ts";
import { fileDisposition, fileTypes, keptResponse } from "#app/http/kept-file.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireScope } from "#app/http/require-token.server.ts";
import { words } from "#app/i18n/index.ts";
import { isUuid } from "#app/lib/uuid.ts";

const say = words("en").api.problems;

/** Sends an export's file, or the range asked for. */
export async function loader(args: LoaderFunctionArgs) {
  const token = await requireScope(args, "export-signatures", "export-pledges");
  const { campaign, organizerId, scopes } = token;
  const { db } = args.context;
  await refuseFrozen(db, token);
  const id = args.params.export ?? "";
  const wanted = { id, campaignId: campaign.id, organizerId, by: { token: token.publicId } };
  const kept = isUuid(id) ? await findKept(db, wanted) : null;
  if (kept === null) return problem(404, "unknown-export", say["unknown-export"]);
  if ("outcome" in kept) {
    return kept.outcome === "over"
      ? problem(410, "over", say.over)
      : problem(409, "being-made", say["being-made"], { headers: { "Retry-After": "5" } });
  }
  if (!scopes.includes(scopeForPreset(kept.list.preset)))
    return problem(404, "unknown-export", say["unknown-export"]);
  const headers = {
    "Content-Type": fileTypes[kept.list.filter.format],
    ...fileDisposition(kept, campaign.slug),
  };
  return keptResponse(args, wanted, kept, headers);
}
