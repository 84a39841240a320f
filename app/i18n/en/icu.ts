import { icuIn } from "../icu.ts";

export const tag = "en-GB";

/** Says an ICU message in English. */
export const icu = icuIn(tag);

/** Says an ICU message about `count`. */
export const counting = (message: string) => (count: number) => icu(message, { count });
