import type { Rule } from "./phrases.ts";

/** What a rule finds. */
export type Kind = "threat" | "personal-attack";

/**
 * Takes `guards`: `n` not after a negation, `q` not in a question, `t` not near words that temper, `o` not
 * after somebody else who acts, `f` not after a word of fear, `c` certain: what it finds is held with any
 * weights. A report of what others said is never found.
 */
export const threat = (guards: string, source: string): Rule<Kind> => ({ kind: "threat", guards, source });
export const attack = (guards: string, source: string): Rule<Kind> => ({
  kind: "personal-attack",
  guards,
  source,
});
