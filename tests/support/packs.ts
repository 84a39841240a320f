import { buffer } from "node:stream/consumers";
import { fromBufferPromise } from "yauzl";
import { approvePack } from "#app/domain/outgoing/packs/approve-pack.server.ts";
import { askForPack } from "#app/domain/outgoing/packs/ask-or-discard-pack.server.ts";
import { fetchPack } from "#app/domain/outgoing/packs/making/fetch-pack.server.ts";
import type { PackPorts } from "#app/domain/outgoing/packs/making/pack-files.server.ts";
import type { Db } from "#db/index.ts";
import { testKeys } from "./builders.ts";
import { anOrganizer } from "./organizers.ts";

/** Writes what a PDF would say as plain lines, at the pace of its reader. */
export const packPorts: PackPorts = {
  keys: testKeys,
  appUrl: "http://localhost:3000",
  papers: {
    packPdf: async (input, to) => {
      const { names, letters, ...rest } = input;
      to.write(`%PDF ${JSON.stringify(rest)}\n`);
      for await (const { name } of names.rows) to.write(`${name}\n`);
      for await (const { number, text } of letters.rows) to.write(`${number} ${text}`);
      to.end();
      return { pages: 1, bytes: 0, sha256: Buffer.alloc(32) };
    },
  },
};

/** Makes two organizers who make packs together. */
export async function aTeam(db: Db, campaign: { id: number }) {
  const [asker, approver] = [await anOrganizer(db, { campaign }), await anOrganizer(db, { campaign })];
  return { asker: `organizer:${asker.id}`, approver: `organizer:${approver.id}` } as const;
}

type Team = Awaited<ReturnType<typeof aTeam>>;

/** Asks for a pack as one and approves it as the other. */
export async function anApprovedPack(db: Db, campaign: { id: number }, team: Team, now = new Date()) {
  const asked = await askForPack(db, { campaignId: campaign.id, actor: team.asker }, now);
  if (asked.outcome !== "asked") throw new Error(asked.outcome);
  const on = { campaignId: campaign.id, publicId: asked.publicId };
  const approved = await approvePack(db, { ...on, actor: team.approver }, now);
  if (approved.outcome !== "approved") throw new Error(approved.outcome);
  return on;
}

/** Asks for a pack, approves it and returns its bytes. */
export async function aMadePack(db: Db, campaign: { id: number }, ports = packPorts, now = new Date()) {
  const team = await aTeam(db, campaign);
  const on = await anApprovedPack(db, campaign, team, now);
  const fetched = await fetchPack(db, ports, { ...on, actor: team.asker }, now);
  if (fetched.outcome !== "streaming") throw new Error(fetched.outcome);
  return { bytes: await buffer(fetched.file), on, team };
}

/** Reads a pack's files, by name. */
export async function unpack(pack: Buffer) {
  const zip = await fromBufferPromise(pack, { lazyEntries: true });
  const files = new Map<string, Buffer>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return files;
}
