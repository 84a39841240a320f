import { counted, exitCodes, readOptions, tell, UsageError } from "#app/cli/command.ts";
import { readPackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { verifyPack as verify } from "#app/domain/outgoing/packs/verify-pack.server.ts";

/**
 * Checks a pack without a network, a database, an environment or a secret; exits 1 with a line for each thing that is
 * wrong.
 */
export async function verifyPack(args: string[]): Promise<number> {
  const [file, ...rest] = args;
  if (file === undefined || file.startsWith("--"))
    throw new UsageError("The file comes first: verify-pack FILE");
  const { json, key: given } = readOptions(rest, { key: { type: "string" } });
  const key = given === undefined ? null : readPackKey(given);
  if (given !== undefined && key === null)
    throw new UsageError("--key is a public key, 32 bytes in base64 or hex");

  const { findings, manifest, key: named, keyChecked } = await verify(file, { key });
  const sound = findings.length === 0;
  tell(
    json,
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
  return sound ? exitCodes.done : exitCodes.failed;
}
