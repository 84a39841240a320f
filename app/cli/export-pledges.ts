import { exportPledges as exportList } from "../domain/exports/export-pledges.server.ts";
import { type PledgePreset, pledgePresets } from "../domain/exports/presets.ts";
import { CommandFailed, exitCodes, readOptions, required, UsageError } from "./command.ts";
import { withDatabase } from "./environment.ts";

const text = { type: "string" } as const;

/** Writes the list to standard output, and what it holds (its manifest) to standard error. */
export async function exportPledges(args: string[]): Promise<number> {
  const { json, campaign, preset } = readOptions(args, { campaign: text, preset: text });
  const input = {
    campaignSlug: required(campaign, "campaign"),
    preset: readPreset(required(preset, "preset")),
  };

  return withDatabase("export pledges", async ({ db, env }) => {
    const exported = await exportList(db, env.keys, input, process.stdout);
    if (exported.outcome === "unknown-campaign") {
      throw new CommandFailed(`There is no campaign "${input.campaignSlug}".`);
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

function readPreset(text: string): PledgePreset {
  const preset = pledgePresets.find((name) => name === text);
  if (!preset) throw new UsageError(`--preset is one of ${pledgePresets.join(", ")}`);
  return preset;
}
