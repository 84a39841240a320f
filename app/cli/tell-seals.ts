import type { SealCheck } from "../domain/audit/check-seals.server.ts";

/** What a check of the seals found, in lines for people. */
export const tellSeals = ({ seals, unsealed, broken }: SealCheck): string[] => [
  `Audit log: ${seals} seals checked, ${unsealed} entries not sealed yet.`,
  ...broken.map(({ id, fromId, toId, problem }) =>
    problem === "altered"
      ? `Seal ${id} does not fit: entries ${fromId} to ${toId} are not what was sealed.`
      : `Seal ${id} does not follow the one before it.`,
  ),
];
