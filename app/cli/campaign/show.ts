import { CommandFailed, campaign, command, done } from "#app/cli/command.ts";
import { findOrganization } from "#app/domain/campaign/organization/find-organization.server.ts";
import { readSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { readProposal } from "#app/domain/campaign/petition/propose-petition.server.ts";
import { readEditedPetition, readEditedWords } from "#app/domain/campaign/read-edit.server.ts";
import type { Db } from "#db/index.ts";

export default command({
  summary: "print its texts, drafts and sender",
  options: { campaign },
  async run({ db, campaign: { id, slug } }) {
    const words = await readEditedWords(db, id);
    if (!words) throw new CommandFailed(`There is no campaign "${slug}". Run \`campaign list\`.`);
    const [sender, organization] = [await readSender(db, id), await findOrganization(db, id)];
    const { version, live, draft } = words;
    const petition = await readPetition(db, id);
    const written = (value: unknown) =>
      value === null || value === "" ? "(none)" : typeof value === "string" ? value : JSON.stringify(value);
    const linesOf = (texts: object) =>
      Object.entries(texts).map(([name, value]) => `${`${name}:`.padEnd(15)} ${written(value)}`);
    return done(
      { outcome: "shown", version, live, draft, sender, imprint: organization, petition },
      ...linesOf(live),
      ...linesOf(sender ?? {}),
      ...petition.versions.map(
        (one) =>
          `petition ${`${one.version}:`.padEnd(6)} ${one.signatures} signed it${one.version === petition.inForce ? "; in force" : ""}`,
      ),
      ...(petition.waiting ? ["A petition text needs approval."] : []),
      ...(draft === null ? ["No drafts."] : ["", "Drafts:", ...linesOf(draft)]),
    );
  },
});

/** The text in force, the number of signers of each text, and the one that waits. */
async function readPetition(db: Db, campaignId: number) {
  const { inForce, versions } = await readEditedPetition(db, campaignId);
  const listed = versions.map(({ version, sameMeaningAs, publishedAt, inForceAgainAt, signatures }) => ({
    version,
    sameMeaningAs,
    publishedAt,
    inForceAgainAt,
    signatures,
  }));
  const waiting = await readProposal(db, campaignId);
  return { inForce: inForce?.version ?? null, versions: listed, waiting };
}
