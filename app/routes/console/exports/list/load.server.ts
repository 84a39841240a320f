import { isFrozen } from "#app/domain/access/freeze.server.ts";
import { mayDo } from "#app/domain/access/organizer.ts";
import { chooseMeeting } from "#app/domain/campaign/meetings/meeting-settings.server.ts";
import { countSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { listCompaniesToExport } from "#app/domain/outgoing/exports/create-export.server.ts";
import { listFilters, type SavedFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { isPledgeList, neededConsent } from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import type { LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";

export const rights = ["export-signatures", "export-pledges"] as const;

/** From this many rows on, a file is prepared in the background by default. */
export const largeFrom = 100_000;

/** Loads the page of exports: the form, filled from a saved filter if chosen, and earlier exports. */
export async function loadExports(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, [...rights]);
  const { db } = args.context;
  const companies = await listCompaniesToExport(db, campaign.id);
  const known = companies.map(({ id }) => chooseMeeting(db, campaign.id, null, id));
  const [past, meetings, filters, counts, frozen] = await Promise.all([
    listExportsOf(db, scope),
    Promise.all(known),
    listFilters(db, campaign.id),
    countSignatures(db, scope),
    isFrozen(db, campaign.id),
  ]);
  const lists = (["signatures", "pledges"] as const).filter((_list, n) =>
    mayDo(campaign, rights[n] ?? "manage"),
  );
  const search = new URL(args.request.url).searchParams;
  const mine = filters.filter((filter) => lists.includes(isPledgeList(filter) ? "pledges" : "signatures"));
  const chosen = mine.find(({ publicId }) => publicId === search.get("filter"));
  const asked = chosen ? (isPledgeList(chosen) ? "pledges" : "signatures") : search.get("list");
  return {
    slug: campaign.slug,
    lists,
    list: lists.find((list) => list === asked) ?? lists[0] ?? "signatures",
    companies: companies.length > 1 ? companies.map(({ slug, name }) => ({ slug, name })) : [],
    years: [...new Set(meetings.flatMap(({ years }) => years))].sort((a, b) => b - a),
    frozen,
    done: search.get("done"),
    /** The export to fetch once this page is shown. */
    fetching: past.find(({ id, mine, kept }) => mine && !kept && id === search.get("fetch"))?.id ?? null,
    confirmed: counts.confirmed,
    large: counts.confirmed >= largeFrom,
    filters: mine.map(({ publicId, name }) => ({ publicId, name })),
    chosen: chosen ? { name: chosen.name, values: valuesOf(chosen) } : null,
    past: past.map(({ createdAt, completedAt, expiresAt, ...row }) => ({
      ...row,
      at: writeMoment(completedAt ?? createdAt),
      until: expiresAt && writeMoment(expiresAt),
    })),
  };
}

/** The form's fields for a saved filter. */
function valuesOf(saved: SavedFilter): Record<string, string | string[]> {
  const { from, to, bom, format, company } = saved.filter;
  const view = {
    preset: saved.preset,
    from: from ?? "",
    to: to ?? "",
    format,
    ...(company && { company }),
    ...(bom ? { bom: "on" } : {}),
  };
  if (isPledgeList(saved)) {
    const { state, meeting } = saved.filter;
    return { ...view, state: [state], meeting: meeting === null ? "" : String(meeting) };
  }
  const { states, countries, consent } = saved.filter;
  const needed = neededConsent[saved.preset].purpose;
  return {
    ...view,
    state: states.length ? [...states] : ["all"],
    countries: countries.join(" "),
    consent: consent === needed ? "needed" : consent === "updates" ? "updates" : "any",
  };
}
