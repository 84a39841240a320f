import { createHash } from "node:crypto";
import { PassThrough, pipeline, Readable, Transform } from "node:stream";
import { sql } from "drizzle-orm";
import { csvLine } from "#app/domain/base/csv-line.ts";
import { letterIsForAnother } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { type LetterRow, lettersCsv } from "#app/domain/entries/letters/annex-csv.ts";
import { letterText } from "#app/domain/entries/letters/letter.ts";
import type { Papers } from "#app/domain/entries/letters/papers.ts";
import { decryptHolding } from "#app/domain/entries/pledges/holding.server.ts";
import { totalsJson } from "#app/domain/entries/pledges/totals/totals-json.ts";
import { commentIsFit, nameIsFit } from "#app/domain/names/fit-name.server.ts";
import { presetColumns } from "#app/domain/outgoing/exports/presets.ts";
import type { PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import type { PackFile } from "#app/domain/outgoing/packs/pack.ts";
import { localeOf } from "#app/domain/queue/common-props.ts";
import { formatDate, formatNumber, words } from "#app/i18n/index.ts";
import type { Keys } from "#app/lib/keys.server.ts";
import type { Tx } from "#db/index.ts";
import type { StartedPack } from "./complete-pack.server.ts";
import type { PackContent } from "./pack-content.server.ts";
import { packPaper } from "./pack-paper.ts";
import { totalsCsv } from "./pledge-totals.ts";

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

const pageOfSignatures = 2000;
const pageOfLetters = 200;

/** A signature as the company gets it. */
type PackSignature = {
  receiptCode: string;
  signedOn: string;
  name: string;
  country: string;
  comment: string | null;
};

/** The person's consent to give it to the company, in force. */
const agreed = (of: "s" | "l", companyId: number) => {
  const row = sql.raw(of);
  const purpose = of === "s" ? "deliver_to_company" : "deliver_letter";
  return sql`exists (select from consents c where c.supporter_id = ${row}.supporter_id
    and c.campaign_id = ${row}.campaign_id and c.company_id = ${companyId} and c.purpose = ${purpose}
    and c.revoked_at is null)`;
};

type SignatureRow = {
  id: string;
  at: string;
  code: string;
  day: string;
  name: string;
  country: string;
  comment: string | null;
};

/** Yields a pack's signatures in the order of signing, a page in memory at a time. */
export async function* readSignatures(
  tx: Tx,
  { campaignId, companyId }: { campaignId: number; companyId: number },
): AsyncGenerator<PackSignature> {
  let after: SignatureRow | undefined;
  for (;;) {
    const page: readonly SignatureRow[] = await tx.execute<SignatureRow>(sql`
      select s.id, s.signed_at::text as at, s.receipt_code as code,
        to_char(s.signed_at at time zone 'UTC', 'YYYY-MM-DD') as day, p.name, p.country,
        case when ${commentIsFit(sql`s.id`)} then s.comment end as comment
      from signatures s join supporters p on p.id = s.supporter_id
      where s.campaign_id = ${campaignId} and s.state = 'confirmed' and ${agreed("s", companyId)}
        and ${nameIsFit(sql`s.id`)}
        ${after ? sql`and (s.signed_at, s.id) > (${after.at}::timestamptz, ${after.id}::bigint)` : sql``}
      order by s.signed_at, s.id limit ${pageOfSignatures}`);
    for (const { code, day, name, country, comment } of page)
      yield { receiptCode: code, signedOn: day, name, country, comment };
    after = page.at(-1);
    if (page.length < pageOfSignatures) return;
  }
}

type LetterOfPack = LetterRow & { id: number };

type Row = {
  id: string;
  publicId: string;
  at: string;
  day: string;
  locale: string;
  body: string;
  sharesEnc: Buffer | null;
  keyId: string | null;
  name: string;
  country: string;
};

type About = { campaignId: number; companyId: number; company: string };

/**
 * Yields a pack's letters in the order of writing, with the exact text handed over and its sha256: confirmed,
 * agreed to, neither in review nor refused, and not for a recipient that its writer chose over the default.
 * Throws where a number of shares cannot be decrypted: then the letter is not what its writer confirmed.
 */
async function* readLettersOfPack(tx: Tx, keys: Keys, about: About): AsyncGenerator<LetterOfPack> {
  let after: Row | undefined;
  for (let number = 1; ; ) {
    const page: readonly Row[] = await tx.execute<Row>(sql`
      select l.id, l.public_id as "publicId", l.created_at::text as at,
        to_char(l.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, l.locale, l.body,
        l.shares_enc as "sharesEnc", l.key_id as "keyId", p.name, p.country
      from letters l join supporters p on p.id = l.supporter_id
      where l.campaign_id = ${about.campaignId} and l.company_id = ${about.companyId}
        and l.state not in ('email_pending', 'withdrawn', 'refused')
        and (l.hold_reason is null or l.moderated_at is not null) and ${agreed("l", about.companyId)}
        and not ${letterIsForAnother(sql`l`)}
        ${after ? sql`and (l.created_at, l.id) > (${after.at}::timestamptz, ${after.id}::bigint)` : sql``}
      order by l.created_at, l.id limit ${pageOfLetters}`);
    for (const row of page) yield letterOf(keys, row, about.company, number++);
    after = page.at(-1);
    if (page.length < pageOfLetters) return;
  }
}

function letterOf(keys: Keys, row: Row, company: string, number: number): LetterOfPack {
  const { publicId, body, name, country, day: writtenOn } = row;
  const sealed = { publicId, sharesEnc: row.sharesEnc, bucketEnc: null, keyId: row.keyId };
  const shares = decryptHolding(keys, sealed)?.shares ?? null;
  const text = letterText({ locale: localeOf(row.locale), body, shares, name, country, company });
  const sha256 = createHash("sha256").update(text).digest();
  return { id: Number(row.id), number, publicId, writtenOn, name, country, shares, text, sha256 };
}
