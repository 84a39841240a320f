import type { NotReady } from "#app/domain/campaign/campaign.ts";
import {
  findCampaignOfUpdates,
  findUpdateId,
} from "#app/domain/outgoing/updates/find-by-reference.server.ts";
import { findUpdate } from "#app/domain/outgoing/updates/queries.server.ts";
import { chooseTransport } from "#app/mail/choose.server.ts";
import { createMailing } from "#app/mail/mailing.server.ts";
import type { Opened } from "./environment.ts";
import { CommandFailed } from "./old.ts";

export async function requireCampaign({ db }: Pick<Opened, "db">, slug: string) {
  const campaign = await findCampaignOfUpdates(db, slug);
  if (!campaign) throw new CommandFailed(`There is no campaign "${slug}".`);
  return campaign;
}

/** The update that `reference` names: its id, or its number in the campaign. */
export async function requireUpdate(opened: Pick<Opened, "db">, slug: string, reference: string) {
  const campaign = await requireCampaign(opened, slug);
  const publicId = await findUpdateId(opened.db, campaign.id, reference);
  const update = publicId ? await findUpdate(opened.db, campaign.id, publicId) : null;
  if (!update) throw new CommandFailed(`The campaign has no update "${reference}": see \`update list\`.`);
  return { campaign, campaignId: campaign.id, publicId: update.publicId, update };
}

/** Works with what it takes to write a mail, and closes it. */
export async function withMailing<T>(
  { env }: Pick<Opened, "env">,
  work: (mailing: ReturnType<typeof createMailing>) => Promise<T>,
): Promise<T> {
  const transport = chooseTransport(env.mail);
  try {
    return await work(createMailing(env, transport));
  } finally {
    await transport.close();
  }
}

const howToSet: Record<NotReady, string> = {
  operator: "who runs the campaign (`campaign set --campaign S --operator …`)",
  "postal-address": "the postal address (`campaign set --campaign S --postal-address …`)",
  contact: "the contact address (`campaign set --campaign S --contact-email …`)",
  funding: "who pays (`campaign set --campaign S --funding-line …`)",
  "privacy-contact": "the privacy contact (`campaign set --campaign S --privacy-contact …`)",
  "campaign-sender": "the campaign's own sender (`sender set --campaign S`)",
  sender: "the sender (MAIL_FROM)",
  "base-url": "the address of the site (APP_URL)",
};

export const notReady = (missing: readonly NotReady[]) =>
  new CommandFailed(
    `Not set, or still an example: ${missing.map((what) => howToSet[what]).join(", ")}. Nothing was sent.`,
  );
