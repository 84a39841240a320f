import { areLinksEnded } from "#app/domain/supporters/person.server.ts";
import type { OpenedToken } from "#app/lib/token.server.ts";
import type { Db } from "#db/index.ts";

type Known = Exclude<OpenedToken, { outcome: "invalid" }>;

/** Tells whether a thanks page may still show personal data: for a day, unless its reader undid an entry. */
export const mayShowPersonalData = async (
  db: Db,
  { outcome, issuedAt }: Known,
  { supporterPublicId }: { supporterPublicId: string },
): Promise<boolean> => outcome === "valid" && !(await areLinksEnded(db, supporterPublicId, issuedAt));
