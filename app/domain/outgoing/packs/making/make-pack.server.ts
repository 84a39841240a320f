import { createHash } from "node:crypto";
import { Readable, Transform, type TransformCallback } from "node:stream";
import { ZipFile } from "yazl";
import { type LeftOut, manifestBytes, type PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { manifestFile, type PackFile, packFiles, signatureFile } from "#app/domain/outgoing/packs/pack.ts";
import { type PackKey, packKeyOf } from "#app/domain/outgoing/packs/pack-key.ts";
import { words } from "#app/i18n/index.ts";
import { publicKeys, signByNewest } from "#app/lib/keys.server.ts";
import { type Db, longWork } from "#db/index.ts";
import { abortPack, completePack, type StartedPack } from "./complete-pack.server.ts";
import type { StateSigners } from "./count-us-states.server.ts";
import { type PackContent, readPackContent, statesAre } from "./pack-content.server.ts";
import { measured, type PackMaking, type PackPorts } from "./pack-files.server.ts";

/**
 * Streams the file of a pack marked as started: a zip whose every part is of one moment. One page of a list
 * is in memory at a time. Records its figures, hashes and signature before the last block goes out, and a
 * broken transfer as such.
 */
export function makePack(db: Db, ports: PackPorts, pack: StartedPack): Readable {
  const made: { manifest?: Buffer; letters: PackMaking["letters"]; signers: StateSigners | null } = {
    letters: [],
    signers: null,
  };
  const output = new LastBlockHolder({
    whole: async (figures) => {
      const { manifest, letters, signers } = made;
      if (!manifest) throw new Error("a pack ended without its manifest");
      const signature = signByNewest(ports.keys, "pack", manifest);
      await completePack(db, pack, { ...figures, manifest, signature, letters, signers }, new Date());
    },
  });
  const gone = new Promise<never>((_resolve, reject) => {
    output.once("close", () => reject(new Error("the transfer of a pack broke off")));
  });
  gone.catch(() => {});

  const snapshot = { isolationLevel: "repeatable read", accessMode: "read only" } as const;
  const packing = longWork(db).transaction(async (tx) => {
    const content = await readPackContent(tx, pack);
    made.signers = content.states.signers;
    const making: PackMaking = { tx, ports, pack, content, files: [], letters: made.letters };
    await zipInto(output, making, gone, (manifest) => {
      made.manifest = manifest;
    });
  }, snapshot);
  packing.catch((error: Error) => output.destroy(error));
  output.once("close", () => {
    if (!output.writableFinished) void abortPack(db, pack, new Date()).catch(() => {});
  });
  return output;
}

async function zipInto(
  output: LastBlockHolder,
  making: PackMaking,
  gone: Promise<never>,
  keep: (manifest: Buffer) => void,
): Promise<void> {
  const zip = new ZipFile();
  let current: Readable | undefined;
  const mtime = making.content.asOf;
  const add = (name: string, open: () => Readable) =>
    zip.addReadStreamLazy(name, { mtime, mode: 0o100644 }, (give) => {
      current = open();
      // The library takes a stream as it is: one that breaks would leave it waiting.
      current.once("error", (error) => zip.emit("error", error));
      give(null, current);
    });
  for (const name of packFiles) add(name, () => measured(name, making));
  let manifest: Buffer = Buffer.alloc(0);
  add(manifestFile, () => {
    manifest = makeManifest(making);
    keep(manifest);
    return Readable.from([manifest]);
  });
  add(signatureFile, () => Readable.from([signByNewest(making.ports.keys, "pack", manifest)]));
  zip.end();

  const written = new Promise<void>((resolve, reject) => {
    zip.once("error", reject);
    zip.outputStream.once("end", () => resolve());
    zip.outputStream.once("error", reject);
  });
  zip.outputStream.pipe(output);
  try {
    await Promise.race([written, gone]);
  } finally {
    current?.destroy();
  }
}

function makeManifest({ ports, pack, content, files }: PackMaking): Buffer {
  const [raw] = publicKeys(ports.keys, "pack");
  if (!raw) throw new Error("there is no key to sign with");
  const { appUrl } = ports;
  const manifest = writeManifest({ about: pack, content, key: packKeyOf(raw), files, appUrl });
  const rows = (name: PackFile) => files.find((file) => file.name === name)?.rows;
  if (rows("signatures.csv") !== manifest.signatures.rows || rows("letters.csv") !== manifest.letters.rows) {
    throw new Error("the lists of a pack have other rows than were counted");
  }
  return manifestBytes(manifest);
}

type Figures = { bytes: number; sha256: Buffer };

type Options = {
  /** Called when all is made but before the last block is sent; if it fails, so does the file. */
  whole: (figures: Figures) => Promise<void>;
  /** Milliseconds without a block after which the transfer is aborted. */
  stallsAfter?: number;
};

/** Holds a file's last block back until its figures are recorded: an unrecorded file never arrives whole. */
class LastBlockHolder extends Transform {
  readonly #hash = createHash("sha256");
  readonly #options: Options;
  #bytes = 0;
  #held: Buffer | null = null;
  #stall: NodeJS.Timeout | undefined;

  constructor(options: Options) {
    super();
    this.#options = options;
    this.#expectBlock();
    // Without a listener, a transfer that fails early would end the process.
    this.on("error", () => {});
  }

  override _transform(block: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
    this.#expectBlock();
    this.#hash.update(block);
    this.#bytes += block.length;
    if (this.#held) this.push(this.#held);
    this.#held = block;
    done();
  }

  override _flush(done: TransformCallback) {
    clearTimeout(this.#stall);
    this.#options.whole({ bytes: this.#bytes, sha256: this.#hash.digest() }).then(
      () => done(null, this.#held),
      (error) => done(error),
    );
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void) {
    clearTimeout(this.#stall);
    super._destroy(error, done);
  }

  #expectBlock() {
    clearTimeout(this.#stall);
    const limit = this.#options.stallsAfter ?? 120_000;
    this.#stall = setTimeout(() => this.destroy(new Error("the transfer stalled")), limit);
    this.#stall.unref();
  }
}

type About = {
  publicId: string;
  number: number;
  askedAt: Date;
  approvedAt: Date;
  approval: "second" | "alone" | "operator";
};

type Input = {
  about: About;
  content: PackContent;
  key: PackKey;
  files: PackManifest["files"];
  appUrl: string;
};

function writeManifest({ about, content, key, files, appUrl }: Input): PackManifest {
  const say = words("en").packs;
  const { asOf, campaign, counts, states, totals, seal } = content;
  const page = `${appUrl}/c/${campaign.slug}`;
  const signatures = leftOutOf(counts.signaturesLeftOut, say.leftOut.signatures);
  const letters = leftOutOf(counts.lettersLeftOut, say.leftOut.letters);
  const { queued, hidden, asked } = counts.signaturesLeftOut;
  return {
    format: "undersigned-pack/1",
    pack: {
      id: about.publicId,
      number: about.number,
      campaign: campaign.slug,
      title: campaign.title,
      company: campaign.company,
      page,
      askedAt: about.askedAt.toISOString(),
      approvedAt: about.approvedAt.toISOString(),
      approval: say.approvals[about.approval],
    },
    asOf: asOf.toISOString(),
    key: { algorithm: "Ed25519", ...key, where: `${page}/pack-key.json` },
    seal,
    signatures: {
      rows: counts.signatures,
      byCountry: counts.byCountry,
      byUsState: states.byUsState,
      usStates: {
        ofPack: states.statesOfPack,
        words: say.manifest.usStates(statesAre(content), states.statesOfPack),
      },
      byPetitionVersion: counts.byPetitionVersion,
      leftOut: signatures,
      inAll: counts.signatures + sumOf(signatures),
    },
    letters: {
      rows: counts.letters,
      byState: counts.lettersByState,
      leftOut: letters,
      inAll: counts.letters + sumOf(letters),
    },
    pledges: {
      meeting: totals?.meeting.year ?? null,
      publishedAt: totals?.published?.publishedAt.toISOString() ?? null,
      words: say.manifest.pledges,
    },
    weeding: { kept: counts.kept, queued, hidden, asked, words: say.manifest.weeding },
    dedupe: say.manifest.dedupe,
    notes: say.manifest.notes,
    files,
  };
}

const leftOutOf = <Reason extends string>(
  counts: Record<Reason, number>,
  names: Record<Reason, string>,
): LeftOut =>
  (Object.keys(counts) as Reason[]).map((reason) => ({
    reason,
    count: counts[reason],
    words: names[reason],
  }));

const sumOf = (leftOut: LeftOut) => leftOut.reduce((sum, { count }) => sum + count, 0);
