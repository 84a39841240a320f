import { ExportForm, listOf } from "../domain/exports/export-form.ts";
import { exportSignatures as exportList } from "../domain/exports/export-signatures.server.ts";
import { isPledgeList, signaturePresets } from "../domain/exports/presets.ts";
import { words } from "../i18n/index.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";

const text = { type: "string" } as const;
const say = words("en").exchange.exports.errors;

/** Writes the list to standard output, and what it holds (its manifest) to standard error. */
export async function exportSignatures(args: string[]): Promise<number> {
  const { json, campaign, ...asked } = readOptions(args, {
    ...{ campaign: text, preset: text, from: text, to: text },
    ...{ countries: text, consent: text, format: text },
    state: { type: "string", multiple: true },
    bom: { type: "boolean" },
  });
  const campaignSlug = required(campaign, "campaign");
  required(asked.preset, "preset");
  const { preset, filter } = readList(asked);

  return withDatabase("export signatures", async ({ db, env }) => {
    const exported = await exportList(db, env.keys, { campaignSlug, preset, filter }, process.stdout);
    if (exported.outcome === "unknown-campaign") {
      throw new CommandFailed(`There is no campaign "${campaignSlug}".`);
    }
    if (exported.outcome === "frozen") {
      throw new CommandFailed(
        "The campaign is frozen: nothing leaves it until `unfreeze --campaign S` lifts that.",
      );
    }
    const { manifest } = exported;
    const line = json ? JSON.stringify(manifest) : `${manifest.rows} rows, sha256 ${manifest.sha256}`;
    process.stderr.write(`${line}\n`);
    return exitCodes.done;
  });
}

/** The same form as in the console: what it refuses is refused here. */
function readList({ bom, ...asked }: { bom?: boolean | undefined } & Record<string, unknown>) {
  const form = ExportForm.safeParse({ ...asked, ...(bom ? { bom: "on" } : {}) });
  const issue = form.error?.issues[0];
  if (issue?.path[0] === "preset") throw new UsageError(`--preset is one of ${signaturePresets.join(", ")}`);
  if (!form.success) {
    const field = String(issue?.path[0]);
    throw new UsageError(`--${field}: ${say[field] ?? issue?.message}`);
  }
  const list = listOf(form.data);
  if (isPledgeList(list)) throw new UsageError("pledges are exported by `export pledges`");
  return list;
}
