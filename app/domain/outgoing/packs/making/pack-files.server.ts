import { createHash } from "node:crypto";
import { PassThrough, pipeline, Readable, Transform } from "node:stream";
import { csvLine } from "#app/domain/base/csv-line.ts";
import { lettersCsv } from "#app/domain/entries/letters/annex-csv.ts";
import type { Papers } from "#app/domain/entries/letters/papers.ts";
import { totalsJson } from "#app/domain/entries/pledges/totals/totals-json.ts";
import { presetColumns } from "#app/domain/outgoing/exports/presets.ts";
import type { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import type { PackFile } from "#app/domain/outgoing/packs/pack.ts";
import { formatDate, formatNumber, words } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import type { PackContent } from "./pack-content.server.ts";
import { packPaper } from "./pack-paper.ts";
import { totalsCsv } from "./pledge-totals.ts";
import { type PackSignature, readLettersOfPack, readSignatures } from "./read-pack.server.ts";
import type { StartedPack } from "./settle-pack.server.ts";

/** What a pack is made with. */
export type PackPorts = { keys: Keys; papers: Pick<Papers, "packPdf">; appUrl: string };

/** A pack under way: its finished files, and the letters passed so far. */
export type PackMaking = {
  tx: Tx;
  ports: PackPorts;
  pack: StartedPack;
  content: PackContent;
  files: PackManifest["files"];
  letters: { id: number; sha256: Buffer }[];
};

/** Counts and hashes one file on its way, for the manifest. */
export function measured(name: PackFile, making: PackMaking): Readable {
  const rows = { count: null as number | null };
  const hash = createHash("sha256");
  let bytes = 0;
  const meter = new Transform({
    transform(block: Buffer, _encoding, done) {
      hash.update(block);
      bytes += block.length;
      done(null, block);
    },
    flush(done) {
      making.files.push({ name, bytes, sha256: hash.digest("hex"), rows: rows.count });
      done();
    },
  });
  pipeline(openFile(name, making, rows), meter, () => {});
  return meter;
}

function openFile(name: PackFile, making: PackMaking, rows: { count: number | null }): Readable {
  const { tx, ports, pack, content } = making;
  const { campaignId, companyId } = pack;
  const about = { campaignId, companyId, company: content.campaign.company };
  const readAll = () => readLettersOfPack(tx, ports.keys, about);
  switch (name) {
    case "signatures.csv":
      return streamOf(inBlocks(signatureLines(readSignatures(tx, about), rows)));
    case "letters.csv":
      return streamOf(inBlocks(lettersCsv(noted(readAll(), making, rows))));
    case "pledge-totals.csv": {
      const csv = totalsCsv(content.totals);
      rows.count = csv.split("\r\n").length - 2;
      return streamOf([csv]);
    }
    case "pledge-totals.json": {
      const json = totalsJson(content.campaign, content.totals, content.asOf);
      return streamOf([`${JSON.stringify(json, null, 2)}\n`]);
    }
    case "petition-versions.txt":
      return streamOf([petitionText(content)]);
    case "cover-and-lists.pdf": {
      const to = new PassThrough();
      const { signatures, letters } = content.counts;
      const input = {
        ...packPaper(content, { number: pack.number, appUrl: ports.appUrl }),
        names: { count: signatures, rows: readSignatures(tx, about) },
        letters: { count: letters, rows: readAll() },
      };
      ports.papers.packPdf(input, to).catch((error: Error) => to.destroy(error));
      return to;
    }
  }
}

const streamOf = (parts: Iterable<string> | AsyncIterable<string>) =>
  Readable.from(parts, { objectMode: false });

async function* signatureLines(signatures: AsyncIterable<PackSignature>, rows: { count: number | null }) {
  rows.count = 0;
  yield csvLine(presetColumns.delivery);
  for await (const { receiptCode, signedOn, name, country, comment } of signatures) {
    rows.count++;
    yield csvLine([receiptCode, signedOn, name, country, comment]);
  }
}

/** Records which letters passed, with the hash of their text. */
async function* noted(
  letters: ReturnType<typeof readLettersOfPack>,
  making: PackMaking,
  rows: { count: number | null },
) {
  rows.count = 0;
  for await (const letter of letters) {
    rows.count++;
    making.letters.push({ id: letter.id, sha256: letter.sha256 });
    yield letter;
  }
}

const blockLength = 64 * 1024;

/** Few long pieces instead of many short ones. */
async function* inBlocks(lines: AsyncIterable<string>) {
  let block = "";
  for await (const line of lines) {
    block += line;
    if (block.length < blockLength) continue;
    yield block;
    block = "";
  }
  if (block) yield block;
}

/** Writes every version of the petition as signed, with how many in the pack signed it; lines end in LF. */
function petitionText({ campaign, petitions }: Pick<PackContent, "campaign" | "petitions">): string {
  const { paper: say } = words("en").packs;
  const versions = petitions.map(({ version, publishedAt, signatures, summary, body }) =>
    [
      `${say.petition(version)}. ` +
        say.petitionAbout(formatDate("en", publishedAt), formatNumber("en", signatures), signatures),
      summary,
      body.trim(),
    ].join("\n\n"),
  );
  return `${[campaign.title, ...versions].join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}
