import { icuIn } from "../icu.ts";

export const tag = "es-US";

/** Says an ICU message in Spanish. */
export const icu = icuIn(tag);
