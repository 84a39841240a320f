import { mayDo } from "#app/domain/access/organizer.ts";
import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { findClosingNote } from "#app/domain/campaign/closing/read-closing.server.ts";
import { listCompaniesOf } from "#app/domain/campaign/company/find-company.server.ts";
import { confirmedOf, countLetters } from "#app/domain/entries/letters/list/list-letters.server.ts";
import { countPledgesInForce } from "#app/domain/entries/pledges/list/list-pledges.server.ts";
import { countSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { countUpdates } from "#app/domain/outgoing/updates/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { Outlet, useLoaderData } from "#app/ui/remix.ts";

/** Loads the frame of a campaign's console: title, counts and what its organizer may open. */
export async function loader(args: LoaderFunctionArgs) {
  const { organizer, campaign, scope } = await requireCampaign(args, "view");
  const [counts, pledges, updates, letters, closing, companies] = await Promise.all([
    countSignatures(args.context.db, scope),
    countPledgesInForce(args.context.db, campaign.id),
    countUpdates(args.context.db, campaign.id),
    countLetters(args.context.db, campaign.id),
    findClosingNote(args.context.db, campaign),
    listCompaniesOf(args.context.db, campaign.id),
  ]);
  const { slug, title, role, rights } = campaign;
  return {
    slug,
    title,
    role,
    rights,
    who: organizer.name,
    isFrozen: campaign.frozenAt !== null,
    closing,
    companies: companies.map(({ slug, name, jurisdiction }) => {
      const { coFiling, recordDate } = profileOf(jurisdiction);
      return { slug, name, law: { rule: coFiling?.en ?? null, recordDate } };
    }),
    confirmed: counts.confirmed,
    onHold: counts.quarantined,
    updates,
    pledges,
    letters: confirmedOf(letters),
    mayExport: mayDo(campaign, "export-signatures") || mayDo(campaign, "export-pledges"),
  };
}

export { reloadWhenRefused as shouldRevalidate };

export default function Campaign() {
  const { who, title, ...campaign } = useLoaderData<typeof loader>();
  return (
    <ConsoleFrame who={who} title={title} campaign={campaign}>
      <Outlet />
    </ConsoleFrame>
  );
}
