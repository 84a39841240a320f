import {
  CommandFailed,
  campaign,
  command,
  counted,
  exitCodes,
  givenNames,
  missing,
  UsageError,
} from "#app/cli/command.ts";
import { flag, repeated, text } from "#app/cli/options.ts";
import { nothingLeaves } from "#app/cli/parts/refusals.ts";
import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { listFilters } from "#app/domain/outgoing/exports/filters.server.ts";
import {
  exportPledges,
  exportSignatures,
} from "#app/domain/outgoing/exports/making/export-as-operator.server.ts";
import {
  isPledgeList,
  type ListOf,
  pledgePresets,
  signaturePresets,
} from "#app/domain/outgoing/exports/presets.ts";
import { words } from "#app/i18n/index.ts";
import type { Db } from "#db/index.ts";

const say = words("en").exchange.exports.errors;

export const noSuchCompany = "The campaign is not about this company. Run `company list`.";

/** Options of a list, as in the console's form. */
export const listOptions = {
  preset: text("P", "the list and its columns"),
  format: text("csv|xlsx", "the file format"),
  state: repeated(text("S", "only this state, or all")),
  countries: text("US,DE", "only these countries"),
  meeting: text("YEAR", "only pledges for this meeting"),
  company: text("SLUG", "only this company"),
  from: text("DAY", "from this day"),
  to: text("DAY", "through this day"),
  consent: text("needed|updates|any", "only people with this consent"),
  bom: flag("add a byte order mark, for Excel"),
};

type Asked = { preset?: string | undefined; bom?: boolean; state?: string[] } & Record<string, unknown>;

/** Reads the console's form: what it refuses is refused here. */
export function readAnyList({ bom, state = [], ...asked }: Asked): { name: string; list: ListOf } {
  const given = { ...asked, ...(state.length > 0 && { state }), ...(bom && { bom: "on" }) };
  const form = ExportForm.safeParse(given);
  const issue = form.error?.issues[0];
  if (issue?.path[0] === "preset")
    throw new UsageError(`--preset must be one of ${[...signaturePresets, ...pledgePresets].join(", ")}`);
  if (!form.success) {
    const field = String(issue?.path[0]);
    if (issue?.message === "day-shape") throw new UsageError(`--${field} must be a date like 2026-11-24`);
    throw new UsageError(`--${field}: ${say[field] ?? issue?.message}`);
  }
  return { name: form.data.filter_name ?? "", list: listOf(form.data) };
}

export async function requireSaved(db: Db, campaignId: number, name: string) {
  const saved = (await listFilters(db, campaignId)).find((one) => one.name === name);
  if (!saved) throw new CommandFailed(`There is no saved filter “${name}”. Run \`export saved\`.`);
  return saved;
}

/** Makes a command that writes a list to standard output, and its manifest to standard error. */
export function exportCommand(kind: "signatures" | "pledges") {
  const requireKind = (list: ListOf) => {
    if (isPledgeList(list) === (kind === "pledges")) return list;
    const other = kind === "pledges" ? "signatures" : "pledges";
    const presets = kind === "pledges" ? pledgePresets : signaturePresets;
    throw new UsageError(
      `--preset must be one of ${presets.join(", ")}. For ${other}, use \`export ${other}\``,
    );
  };
  return command({
    summary: `export ${kind} to standard output; rows and SHA-256 go to standard error`,
    options: {
      campaign,
      ...listOptions,
      saved: text("NAME", "use a saved filter instead of the other options"),
    },
    read({ saved, ...asked }) {
      const [own] = givenNames(asked);
      if (saved !== undefined && own) throw new UsageError(`--saved cannot be combined with --${own}`);
      if (saved === undefined && !asked.preset) missing("preset");
      return { saved, chosen: saved === undefined ? requireKind(readAnyList(asked).list) : null };
    },
    async run({ db, env, json, campaign: { id, slug } }, { saved, chosen }) {
      const list = chosen ?? requireKind(await requireSaved(db, id, saved ?? ""));
      const exported = isPledgeList(list)
        ? await exportPledges(db, env.keys, { campaignSlug: slug, ...list }, process.stdout)
        : await exportSignatures(db, env.keys, { campaignSlug: slug, ...list }, process.stdout);
      if (exported.outcome === "unknown-company") throw new CommandFailed(noSuchCompany);
      if (exported.outcome !== "exported") throw new CommandFailed(nothingLeaves);
      const { manifest } = exported;
      const line = json
        ? JSON.stringify(manifest)
        : `${counted(manifest.rows ?? 0, "row", "rows")}, sha256 ${manifest.sha256}`;
      process.stderr.write(`${line}\n`);
      return exitCodes.done;
    },
  });
}
