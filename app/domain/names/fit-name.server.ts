import { type SQL, sql } from "drizzle-orm";

/**
 * True for a signature (`signatures.id`) whose name passed the name review: it was screened, and either looks
 * right or was kept by an organizer.
 */
export const nameIsFit = (signatureId: SQL) => sql`(
  not exists (select from names_awaiting_review n where n.signature_id = ${signatureId})
  and not exists (select from name_reviews v where v.signature_id = ${signatureId} and v.state <> 'kept'))`;

/**
 * Builds a condition: the comment may be handed over, since nothing looks wrong in it or an organizer kept
 * it.
 */
export const commentIsFit = (signatureId: SQL) => sql`not exists (select from comment_reviews w
  where w.signature_id = ${signatureId}
    and (w.state = 'hidden' or w.state = 'queued' and cardinality(w.reasons) > 0))`;
