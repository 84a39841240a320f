import { listTeam } from "#app/domain/team/team.server.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed, required } from "./old.ts";
import { requireCampaign } from "./update.ts";

const text = { type: "string" } as const;

/** Options that name a member of a campaign's team. */
export const memberOptions = { campaign: text, email: text };

/** The member whom `--campaign` and `--email` name. */
export async function requireMember(
  opened: Pick<Opened, "db">,
  { campaign, email }: { campaign?: string | undefined; email?: string | undefined },
) {
  const { id: campaignId } = await requireCampaign(opened, required(campaign, "campaign"));
  const address = required(email, "email").trim().toLowerCase();
  const member = (await listTeam(opened.db, campaignId)).find((one) => one.email === address);
  if (!member)
    throw new CommandFailed("Nobody of that campaign's team has that address: see `organizer list`.");
  return { on: { campaignId, actor: "operator" as const, memberId: member.id }, member };
}

/** What a campaign without an owner would need. */
export const lastOwner = "It is the campaign's last owner: make somebody else an owner before.";
