import { eq } from "drizzle-orm";
import type { DbOrTx } from "#db/index.ts";
import { organizers, petitionProposals } from "#db/schema/index.ts";
import { waits } from "./propose-petition.server.ts";

/** Reads the text that waits for its approval, with who asked for it. Null where none does. */
export async function readProposal(db: DbOrTx, campaignId: number) {
  const p = petitionProposals;
  const [row] = await db
    .select({
      publicId: p.publicId,
      draftVersion: p.draftVersion,
      again: p.again,
      tell: p.tell,
      note: p.note,
      locale: p.locale,
      noteIn: p.noteIn,
      translations: p.translations,
      translatedBy: p.translatedBy,
      askedAt: p.askedAt,
      askedById: p.askedById,
      askedBy: organizers.name,
      editedById: p.editedById,
    })
    .from(p)
    .leftJoin(organizers, eq(organizers.id, p.askedById))
    .where(waits(campaignId));
  return row ? { ...row, askedAt: row.askedAt.toISOString() } : null;
}
