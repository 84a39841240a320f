import { command, done } from "#app/cli/command.ts";
import { openEnv } from "#app/cli/environment.ts";
import { pemOf } from "#app/domain/outgoing/packs/pack-key.ts";
import { packKeys } from "#app/domain/outgoing/packs/public-key.server.ts";

export default command({
  summary: "print this site's public keys for checking packs, newest first",
  options: {},
  opens: "nothing",
  async run() {
    const keys = packKeys(openEnv().keys).map((key) => ({ ...key, pem: pemOf(key) }));
    return done(
      { algorithm: "Ed25519", keys },
      ...keys.map(
        ({ id, publicKey }, n) => `${publicKey}  ${id}  ${n === 0 ? "signs" : "signed older packs"}`,
      ),
    );
  },
});
