import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { listOpenRecipients } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { findAsk } from "#app/domain/entries/letters/settings/find-template.server.ts";
import type { AppLoadContext } from "./remix.server.ts";

/** To whom a letter goes, and what it asks. Nothing that was `typed` is lost where that cannot be read. */
export async function readLetterPage(context: AppLoadContext, campaign: Campaign, typed: boolean) {
  const { db, locale } = context;
  try {
    const addressee = await findAddressee(db, campaign.id);
    const open = await listOpenRecipients(db, { campaignId: campaign.id });
    const recipients = open.map(({ publicId, name, email, postalAddress }) => ({
      publicId,
      addressee: { ...addressee, publicId, office: name, email, postalAddress, verified: true },
    }));
    const ask = await findAsk(db, { campaignId: campaign.id, locale });
    return { addressee, recipients, ask, rhythm: await findSettings(db, campaign.id) };
  } catch (error) {
    if (!typed) throw error;
    context.log.error({ err: error, requestId: context.requestId }, "whom letters go to could not be read");
    const unknown = { office: null, email: null, postalAddress: null, verified: false };
    return { addressee: { ...unknown, company: campaign.company }, recipients: [], ask: null, rhythm: null };
  }
}
