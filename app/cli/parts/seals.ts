import { counted } from "#app/cli/command.ts";
import type { SealCheck } from "#app/domain/record/check-seals.server.ts";

/** Describes the result of checking the seals. */
export const sealLines = ({ seals, unsealed, broken }: SealCheck): string[] => [
  `Audit log: ${counted(seals, "seal", "seals")} checked, ${counted(unsealed, "entry", "entries")} not sealed yet.`,
  ...broken.map(({ id, fromId, toId, problem }) =>
    problem === "altered"
      ? `Seal ${id} does not match: entries ${fromId} to ${toId} changed after they were sealed.`
      : `Seal ${id} does not follow the one before it.`,
  ),
];
