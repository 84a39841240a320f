import { openEnv } from "#app/cli/environment.ts";
import { exitCodes, readOptions, tell } from "#app/cli/old.ts";
import { pemOf } from "#app/domain/outgoing/packs/pack-key.ts";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";

/** Prints the public keys by which packs of this site can be checked, newest first. */
export async function packKey(args: string[]): Promise<number> {
  const { json } = readOptions(args, {});
  const keys = packKeys(openEnv().keys).map((key) => ({ ...key, pem: pemOf(key) }));
  tell(
    json,
    { algorithm: "Ed25519", keys },
    ...keys.map(({ id, publicKey }, n) => `${publicKey}  ${id}  ${n === 0 ? "signs" : "signed older packs"}`),
  );
  return exitCodes.done;
}
