import { icuIn } from "../icu.ts";

export const tag = "en-US";

/** Says an ICU message in English. */
export const icu = icuIn(tag);
