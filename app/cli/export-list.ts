import { forgetFilter, listFilters, saveFilter } from "#app/domain/outgoing/exports/filters.server.ts";
import { isPledgeList } from "#app/domain/outgoing/exports/presets.ts";
import { listExportsOf } from "#app/domain/outgoing/exports/queries.server.ts";
import { wipeExport } from "#app/domain/outgoing/exports/wipe-exports.server.ts";
import { listOptions, readAnyList, requireSaved } from "./export-run.ts";
import { CommandFailed, exitCodes, required, tell } from "./old.ts";
import { idOf, onCampaign } from "./on-campaign.ts";
import { table } from "./table.ts";

const text = { type: "string" } as const;

/** What was exported and asked for, newest first. */
export const exportList = onCampaign(
  "export list",
  {},
  () => null,
  async ({ opened, json, scope }) => {
    const exports = await listExportsOf(opened.db, scope);
    const rows = exports.map(({ id, createdAt, preset, state, kept, rows, by, byOperator }) => [
      ...[id, createdAt.toISOString().slice(0, 16).replace("T", " "), preset],
      ...[
        kept ? `${state}, kept` : state,
        rows ?? "–",
        byOperator ? "the operator" : (by ?? "somebody who is gone"),
      ],
    ]);
    tell(
      json,
      { exports },
      ...(rows.length > 0
        ? table(["id", "time (UTC)", "list", "state", "rows", "by"], rows)
        : ["Nothing was exported yet."]),
    );
    return exitCodes.done;
  },
);

/** Removes a file that is kept for an organizer, before its time. */
export const exportWipe = onCampaign(
  "export wipe",
  { export: text },
  (given) => idOf(given.export, "export", "export list"),
  async ({ opened, json, scope }, id) => {
    if (!(await wipeExport(opened.db, { ...scope, id })))
      throw new CommandFailed("No file is kept of that export: see `export list`.");
    tell(json, { outcome: "wiped" }, "The file is removed.");
    return exitCodes.done;
  },
);

/** What a filter asks for, in one line. */
const narrowed = (filter: object) =>
  Object.entries(filter)
    .filter(([, value]) => value !== null && value !== false && [value].flat().length > 0)
    .map(([name, value]) => `${name} ${[value].flat().join(",")}`)
    .join(", ");

/** The saved filters of a campaign. */
export const exportSaved = onCampaign(
  "export saved",
  {},
  () => null,
  async ({ opened, json, scope }) => {
    const saved = await listFilters(opened.db, scope.campaignId);
    const rows = saved.map(({ name, preset, filter }) => [name, preset, narrowed(filter)]);
    tell(
      json,
      { saved },
      ...(rows.length > 0 ? table(["name", "list", "narrowed to"], rows) : ["No filter is saved."]),
    );
    return exitCodes.done;
  },
);

/** Saves what an export asks for under a name; another of that name is replaced. */
export const exportSave = onCampaign(
  "export save",
  { name: text, ...listOptions },
  ({ name, ...asked }) => {
    required(asked.preset, "preset");
    return readAnyList({ ...asked, filter_name: required(name, "name") });
  },
  async ({ opened, json, scope }, { name, list }) => {
    await saveFilter(opened.db, { ...scope, name, list });
    tell(
      json,
      { outcome: "saved", name },
      `Saved as “${name}”: \`export ${isPledgeList(list) ? "pledges" : "signatures"} --saved "${name}"\` takes it.`,
    );
    return exitCodes.done;
  },
);

/** Forgets a saved filter. */
export const exportForget = onCampaign(
  "export forget",
  { name: text },
  ({ name }) => required(name, "name"),
  async ({ opened, json, scope }, name) => {
    const { publicId } = await requireSaved(opened, scope.campaignId, name);
    await forgetFilter(opened.db, { ...scope, publicId });
    tell(json, { outcome: "forgotten" }, `“${name}” is forgotten.`);
    return exitCodes.done;
  },
);
