import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { isWithoutAddress } from "#app/domain/entries/imports/import.ts";
import { filledIn } from "#app/domain/entries/imports/mapping-form.ts";
import { findImport } from "#app/domain/entries/imports/queries.server.ts";
import { countOutcomes } from "#app/domain/entries/imports/running/outcomes.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { isUuid } from "#app/lib/uuid.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { countries } from "#app/ui/country-select.tsx";

/** Loads an import for its page. */
export async function loadImport(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  const { db } = args.context;
  const publicId = args.params.import ?? "";
  const found = orNotFound(
    isUuid(publicId) ? await findImport(db, { campaignId: campaign.id, publicId }) : null,
  );
  const [outcomes, frozen] = await Promise.all([countOutcomes(db, found.id), isFrozen(db, campaign.id)]);
  const { id: _id, mapping, reading, createdAt, finishedAt, undoneAt, expiresAt, wipedAt, ...one } = found;
  return {
    slug: campaign.slug,
    frozen,
    done: new URL(args.request.url).searchParams.get("done"),
    one: {
      ...one,
      at: writeMoment(createdAt),
      wiped: wipedAt !== null,
      percent: one.bytes ? Math.min(100, Math.floor((100 * one.bytesDone) / one.bytes)) : 0,
      columns: reading?.columns ?? [],
      hasOptIn: mapping?.columns.opt_in !== undefined,
      withoutAddress: mapping === null || isWithoutAddress(mapping),
    },
    values: filledIn({ reading, mapping }),
    countries: countries(args.context.locale),
    outcomes,
    today: new Date().toISOString().slice(0, 10),
  };
}

export type ImportPage = Awaited<ReturnType<typeof loadImport>>;
