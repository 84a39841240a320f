import { hmacsByEveryKey, type Keys } from "#app/lib/keys.server.ts";
import { formsOfAddress } from "./address.ts";

/** Returns every hash under which an address may be stored: of each of its forms, with each key. */
export const hashesOfAddress = (keys: Keys, address: string): Buffer[] =>
  formsOfAddress(address).flatMap((form) => hmacsByEveryKey(keys, "address", form));
