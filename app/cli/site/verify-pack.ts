import { command, counted, done, notDone, UsageError } from "#app/cli/command.ts";
import { operand, option } from "#app/cli/options.ts";
import { readPackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { verifyPack } from "#app/domain/outgoing/packs/verifying/verify-pack.server.ts";

const publicKey = option("PUBLICKEY", "the key you know it by, 32 bytes in base64 or hex", (given, name) => {
  const key = readPackKey(given);
  if (key === null) throw new UsageError(`--${name} is a public key, 32 bytes in base64 or hex`);
  return key;
});

export default command({
  summary: "check a pack, without network, database or environment; exit code 1 where anything is wrong",
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
            `${counted(manifest.signatures.rows, "signature", "signatures")} and ${counted(manifest.letters.rows, "letter", "letters")}; every file is what the manifest tells.`,
            keyChecked
              ? `The signature fits the key you gave (${named?.id}).`
              : `The signature fits the key that the pack itself names, ${named?.publicKey}. Compare it with ${manifest.key.where} as you reach it yourself, or give it with --key.`,
          ]
        : ["This pack is not what was signed; see above."]),
    );
  },
});
