type Problems = {
  codes: Record<string, string>;
  /** The start of a code that carries a number. */
  startsWith: readonly (readonly [string, string])[];
};

/** Explains a problem's stored code; null for one that only the provider knows. */
export const describeProblem = ({ codes, startsWith }: Problems, code: string): string | null =>
  codes[code] ?? startsWith.find(([start]) => code.startsWith(start))?.[1] ?? null;
