import { sql } from "drizzle-orm";
import { periods } from "#app/domain/base/periods.ts";
import { content } from "#app/domain/outbox/content.server.ts";

/**
 * Warns an organizer that codes are being requested for their address, with ways to sign in, such as a link.
 */
export const codesAsked = content({
  name: "codes-asked",
  kind: "organizer",
  to: "organizer",
  outdated: sql`d.created_at < now() - make_interval(hours => ${periods.signInLinkHours})
    or o.disabled_at is not null`,
  goesWhilePaused: true,
  write({ personId }, { common, queuedAt, token, url }) {
    const expiresAt = new Date(queuedAt.getTime() + periods.signInLinkHours * 3_600_000);
    const link = token("sign-in", personId, queuedAt, expiresAt);
    return { props: { ...common, expiresAt, signInUrl: url(`/sign-in/${link}`) } };
  },
});
