import { type SQL, sql } from "drizzle-orm";

/**
 * True for a signature (`signatures.id`) whose name may be handed over as far as weeding goes: it was looked at, and
 * either looked right or was kept by an organizer.
 */
export const nameIsFit = (signatureId: SQL) => sql`(
  not exists (select from names_to_look_at n where n.signature_id = ${signatureId})
  and not exists (select from name_reviews v where v.signature_id = ${signatureId} and v.state <> 'kept'))`;
