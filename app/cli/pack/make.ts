import { existsSync } from "node:fs";
import { CommandFailed, campaign, command, counted, done } from "#app/cli/command.ts";
import { company } from "#app/cli/company/parts/company.ts";
import { approveAlone, required, text } from "#app/cli/options.ts";
import { writeWhole } from "#app/cli/parts/new-file.ts";
import { makePackAsOperator } from "#app/domain/outgoing/packs/making/make-as-operator.server.ts";

const refused = {
  "unknown-campaign": "There is no such campaign. Run `campaign list`.",
  gone: "This pack no longer exists. Run `pack list`.",
  frozen:
    "The campaign is frozen: nothing leaves it until an organizer or `unfreeze --campaign S` lifts the freeze.",
  over: "The pack was just downloaded. Ask for a new one.",
  busy: "Another pack is being made. Try again in a few minutes.",
};

export default command({
  summary: "make a pack as a new private file",
  options: { campaign, company, output: required(text("FILE", "the new file")), approveAlone },
  read({ output: file, company, approveAlone }) {
    if (existsSync(file))
      throw new CommandFailed(`${file} already exists and is not overwritten. Choose another file.`);
    return { file, company, approveAlone };
  },
  async run({ db, env, campaign: { slug } }, { file, company, approveAlone }) {
    const { packPdf } = await import("#app/pdf/pack-pdf.server.ts");
    const ports = { keys: env.keys, papers: { packPdf }, appUrl: env.appUrl };
    const input = { campaignSlug: slug, companyId: company?.id, approveAlone };
    const made = await writeWhole(file, (open) => makePackAsOperator(db, ports, input, open));
    if (made.outcome === "waits") {
      throw new CommandFailed(
        `Pack ${made.number} needs approval by an organizer in the console. Or add --approve-alone.`,
      );
    }
    if (made.outcome !== "made") throw new CommandFailed(refused[made.outcome]);
    const { number, signatures, letters, bytes, sha256, manifest } = made.pack;
    const signed = counted(signatures ?? 0, "signature", "signatures");
    const written = counted(letters ?? 0, "letter", "letters");
    return done(
      { outcome: made.outcome, number, file, bytes, sha256, manifest },
      `Pack ${number}: ${signed}, ${written}, ${bytes} bytes, sha256 ${sha256}`,
      `Check it: npm run cli -- verify-pack ${file} --key ${manifest?.key.publicKey}`,
    );
  },
});
