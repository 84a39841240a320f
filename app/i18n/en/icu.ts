import { icuIn } from "../icu.ts";

export const tag = "en-GB";

/** Says an ICU message in English. */
export const icu = icuIn(tag);
