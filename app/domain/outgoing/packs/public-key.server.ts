import { type Keys, publicKeys } from "#app/lib/keys.server.ts";
import { type PackKey, packKeyOf } from "./pack-key.ts";

/** The keys by which packs of this site can be checked, newest first: the first signs, older packs were signed by the others. */
export const packKeys = (keys: Keys): PackKey[] => publicKeys(keys, "pack").map(packKeyOf);
