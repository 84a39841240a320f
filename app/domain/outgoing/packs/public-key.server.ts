import { type Keys, publicKeys } from "#app/lib/keys.server.ts";
import { type PackKey, packKeyOf } from "./pack-key.ts";

/** Returns the keys that check packs of this site, newest first. The first one signs. */
export const packKeys = (keys: Keys): PackKey[] => publicKeys(keys, "pack").map(packKeyOf);
