import { command, counted, done, notDone, UsageError } from "#app/cli/command.ts";
import { operand, option } from "#app/cli/options.ts";
import { readPackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";

const publicKey = option(
  "PUBLICKEY",
  "the public key you expect, 32 bytes in base64 or hex",
  (given, name) => {
    const key = readPackKey(given);
    if (key === null) throw new UsageError(`--${name} must be a public key, 32 bytes in base64 or hex`);
    return key;
  },
);

export default command({
  summary: "check a pack, without network, database or environment; exit code 1 if anything is wrong",
  options: { file: operand("FILE", "the pack"), key: publicKey },
  opens: "nothing",
  async run(_on, { file, key = null }) {
    const { findings, manifest, key: named, keyChecked } = await verifyPack(file, { key });
    const sound = findings.length === 0;
    return (sound ? done : notDone)(
      { outcome: sound ? "sound" : "differs", keyChecked, key: named, findings, manifest },
      ...findings.map(({ file: name, words }) => (name ? `${name}: ${words}.` : `${words}.`)),
      ...(sound && manifest
        ? [
            `Pack ${manifest.pack.number} of ${manifest.pack.page}, as of ${manifest.asOf}`,
            `${counted(manifest.signatures.rows, "signature", "signatures")} and ${counted(manifest.letters.rows, "letter", "letters")}; all files match the manifest.`,
            keyChecked
              ? `The signature matches your key (${named?.id}).`
              : `The signature matches the pack's own key, ${named?.publicKey}. Compare that key with ${manifest.key.where}, or give the key you expect with --key.`,
          ]
        : ["This pack is not as it was signed; see above."]),
    );
  },
});
