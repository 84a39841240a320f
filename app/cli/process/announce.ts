import { sql } from "drizzle-orm";
import type { Opened } from "#app/cli/environment.ts";
import { hasOrganizers } from "#app/domain/access/queries.server.ts";
import { inviteOrganizer } from "#app/domain/team/invite.server.ts";
import { mayAddDemo } from "./demo.ts";

/** Prints where the product is and, until somebody is an organizer, how to become the first. */
export async function announce(
  { db, env }: Opened,
  address: string,
  json: boolean | undefined,
): Promise<void> {
  const invitation = await firstInvitation(db, env.appUrl);
  const mailbox = env.localMode ? `${address}/dev/mailbox` : undefined;
  if (json) {
    process.stdout.write(`${JSON.stringify({ address, mailbox, invitation })}\n`);
    return;
  }
  const lines = [
    ["The campaign", address],
    ["Its emails", mailbox],
    ["First organizer (works once, 24 hours)", invitation],
    ["Sample data to try it", (await mayAddDemo({ db, env })) ? "npm run cli -- seed --demo" : undefined],
  ].filter(([, value]) => value !== undefined);
  const width = Math.max(...lines.map(([label]) => label?.length ?? 0));
  process.stdout.write(
    `\n${lines.map(([label, value]) => `  ${label?.padEnd(width)}  ${value}`).join("\n")}\n\n`,
  );
}

/** A link for the first organizer, until somebody is one. */
async function firstInvitation(db: Opened["db"], appUrl: string): Promise<string | undefined> {
  if (await hasOrganizers(db)) return undefined;
  const [campaign] = await db.execute<{ slug: string }>(sql`
    select slug from campaigns where status <> 'closed' order by featured desc, id limit 1`);
  if (!campaign) return undefined;
  const invited = await inviteOrganizer(db, { campaignSlug: campaign.slug, role: "owner", by: "operator" });
  return invited.outcome === "invited" ? `${appUrl}/invite/${invited.token}` : undefined;
}
