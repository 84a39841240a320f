import { ExportForm, listOf } from "#app/domain/outgoing/exports/export-form.ts";
import { exportPledges as exportPledgeList } from "#app/domain/outgoing/exports/export-pledges.server.ts";
import { exportSignatures as exportSignatureList } from "#app/domain/outgoing/exports/export-signatures.server.ts";
import { listFilters } from "#app/domain/outgoing/exports/filters.server.ts";
import {
  isPledgeList,
  type ListOf,
  pledgePresets,
  signaturePresets,
} from "#app/domain/outgoing/exports/presets.ts";
import { words } from "#app/i18n/index.ts";
import { type Opened, withDatabase } from "./environment.ts";
import { CommandFailed, counted, exitCodes, readOptions, required, UsageError } from "./old.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;
const say = words("en").exchange.exports.errors;

/** What a list can be asked for by, as in the form of the console. */
export const listOptions = {
  ...{ preset: text, from: text, to: text, meeting: text },
  ...{ countries: text, consent: text, format: text },
  state: { type: "string", multiple: true },
  bom: { type: "boolean" },
} as const;

type Asked = { preset?: string | undefined; bom?: boolean | undefined } & Record<string, unknown>;

/** The same form as in the console: what it refuses is refused here. */
export function readAnyList({ bom, ...asked }: Asked): { name: string; list: ListOf } {
  const form = ExportForm.safeParse({ ...asked, ...(bom ? { bom: "on" } : {}) });
  const issue = form.error?.issues[0];
  if (issue?.path[0] === "preset")
    throw new UsageError(`--preset is one of ${[...signaturePresets, ...pledgePresets].join(", ")}`);
  if (!form.success) {
    const field = String(issue?.path[0]);
    if (issue?.message === "day-shape") throw new UsageError(`--${field} is a day like 2026-11-24`);
    throw new UsageError(`--${field}: ${say[field] ?? issue?.message}`);
  }
  return { name: form.data.filter_name ?? "", list: listOf(form.data) };
}

/** The saved filter of that name, of a campaign. */
export async function requireSaved({ db }: Pick<Opened, "db">, campaignId: number, name: string) {
  const saved = (await listFilters(db, campaignId)).find((one) => one.name === name);
  if (!saved) throw new CommandFailed(`No filter is saved as “${name}”: see \`export saved\`.`);
  return saved;
}

/** Writes a list to standard output, and what it holds (its manifest) to standard error. */
const exportAs = (kind: "signatures" | "pledges") => async (args: string[]) => {
  const { json, campaign, saved, ...asked } = readOptions(args, {
    campaign: text,
    saved: text,
    ...listOptions,
  });
  const campaignSlug = required(campaign, "campaign");
  const requireKind = (list: ListOf) => {
    if (isPledgeList(list) === (kind === "pledges")) return list;
    const other = kind === "pledges" ? "signatures" : "pledges";
    const presets = kind === "pledges" ? pledgePresets : signaturePresets;
    throw new UsageError(
      `--preset is one of ${presets.join(", ")}: ${other} are exported by \`export ${other}\``,
    );
  };
  const [own] = Object.keys(asked);
  if (saved !== undefined && own) throw new UsageError(`--saved takes what is saved: leave --${own} out`);
  if (saved === undefined) required(asked.preset, "preset");
  const chosen = saved === undefined ? requireKind(readAnyList(asked).list) : null;

  return withDatabase(`export ${kind}`, async (opened) => {
    const { db, env } = opened;
    const { id } = await requireCampaign(opened, campaignSlug);
    const list = chosen ?? requireKind(await requireSaved(opened, id, saved ?? ""));
    const exported = isPledgeList(list)
      ? await exportPledgeList(db, env.keys, { campaignSlug, ...list }, process.stdout)
      : await exportSignatureList(db, env.keys, { campaignSlug, ...list }, process.stdout);
    if (exported.outcome !== "exported") {
      throw new CommandFailed(
        "The campaign is frozen: nothing leaves it until `unfreeze --campaign S` lifts that.",
      );
    }
    const { manifest } = exported;
    const line = json
      ? JSON.stringify(manifest)
      : `${counted(manifest.rows ?? 0, "row", "rows")}, sha256 ${manifest.sha256}`;
    process.stderr.write(`${line}\n`);
    return exitCodes.done;
  });
};

/** Exports signatures. */
export const exportSignatures = exportAs("signatures");
/** Exports pledges, with what is held. */
export const exportPledges = exportAs("pledges");
