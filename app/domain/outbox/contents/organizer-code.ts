import { sql } from "drizzle-orm";
import { organizerCode as codeOf } from "#app/domain/access/sign-in/code.server.ts";
import type { ProofFor } from "#app/domain/access/sign-in/proof-for.ts";
import { content, type Subject } from "#app/domain/outbox/content.server.ts";

/** `proves`: what the code confirms; null: it signs in. */
const ceremony: Subject<{ tokenHash: Buffer; codeExpiresAt: string; proves: ProofFor["kind"] | null }> = {
  joins: sql`join organizer_ceremonies k on k.id = d.ceremony_id`,
  columns: sql`k.token_hash as "tokenHash", k.expires_at as "codeExpiresAt", k.proves`,
};

/** Sends an organizer a code to sign in or reauthenticate. */
export const organizerCodeEmail = content({
  name: "organizer-code",
  kind: "organizer",
  to: "organizer",
  about: ceremony,
  outdated: sql`k.used_at is not null or k.expires_at < now() or o.disabled_at is not null`,
  goesWhilePaused: true,
  write({ tokenHash, codeExpiresAt, proves }, { common, mailing }) {
    const code = codeOf(mailing.keys, tokenHash);
    return { props: { ...common, code, expiresAt: new Date(codeExpiresAt), proves } };
  },
});
