import { createWriteStream, existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { withDatabase } from "#app/cli/environment.ts";
import { CommandFailed, counted, exitCodes, readOptions, required, tell } from "#app/cli/old.ts";
import { makePackAsOperator } from "#app/domain/outgoing/packs/make-as-operator.server.ts";

const text = { type: "string" } as const;

const refused = {
  "unknown-campaign": "There is no such campaign.",
  gone: "There is no such pack any more.",
  frozen:
    "The campaign is frozen: nothing leaves it until an organizer, or `unfreeze --campaign S`, lifts that.",
  over: "The pack was fetched just now: ask again for a new one.",
  busy: "A pack is being made just now: try again when it is done.",
};

/** Makes a pack into a private file that did not exist. */
export async function packMake(args: string[]): Promise<number> {
  const { json, campaign, output, ...given } = readOptions(args, {
    ...{ campaign: text, output: text },
    "approve-alone": { type: "boolean" },
  });
  const campaignSlug = required(campaign, "campaign");
  const file = required(output, "output");
  if (existsSync(file)) throw new CommandFailed(`${file} is there already and is never overwritten.`);

  return withDatabase("pack make", async ({ db, env }) => {
    const { packPdf } = await import("#app/pdf/pack-pdf.server.ts");
    const ports = { keys: env.keys, papers: { packPdf }, appUrl: env.appUrl };
    const input = { campaignSlug, approveAlone: given["approve-alone"] === true };
    const open = () => createWriteStream(file, { flags: "wx", mode: 0o600 });
    const made = await makePackAsOperator(db, ports, input, open).catch(async (error: Error) => {
      await rm(file, { force: true });
      throw error;
    });
    if (made.outcome === "waits") {
      throw new CommandFailed(
        `Pack ${made.number} waits for the approval of an organizer: they give it in the console, or give --approve-alone.`,
      );
    }
    if (made.outcome !== "made") throw new CommandFailed(refused[made.outcome]);
    const { number, signatures, letters, bytes, sha256, manifest } = made.pack;
    tell(
      json,
      { outcome: made.outcome, number, file, bytes, sha256, manifest },
      `Pack ${number}: ${counted(signatures ?? 0, "signature", "signatures")}, ${counted(letters ?? 0, "letter", "letters")}, ${bytes} bytes, sha256 ${sha256}`,
      `Check it: npm run cli -- verify-pack ${file} --key ${manifest?.key.publicKey}`,
    );
    return exitCodes.done;
  });
}
