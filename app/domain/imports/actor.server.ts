import type { Actor } from "../audit/record.server.ts";

/** Who acted, as the log says it: no organizer is the operator. */
export const actorOf = (organizerId: string | null): Actor =>
  organizerId === null ? "operator" : `organizer:${organizerId}`;
