import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { listOpenRecipients } from "#app/domain/campaign/recipients/open-recipients.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import type { Addressee } from "#app/domain/entries/letters/letter.ts";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { findAsk } from "#app/domain/entries/letters/settings/save-settings.server.ts";
import type { AppLoadContext } from "./remix.server.ts";

/** Finds a letter's recipients at each company, and what it asks. If that fails, keeps what was `typed`. */
export async function readLetterPage(context: AppLoadContext, campaign: Campaign, typed: boolean) {
  const { db, locale } = context;
  try {
    const offices: Offices[] = [];
    for (const { id: companyId } of campaign.companies)
      offices.push(await readOffices(db, campaign.id, companyId));
    const ask = await findAsk(db, { campaignId: campaign.id, locale });
    return { offices, ask, rhythm: await findSettings(db, campaign.id) };
  } catch (error) {
    if (!typed) throw error;
    context.log.error({ err: error, requestId: context.requestId }, "whom letters go to could not be read");
    const unknown = { office: null, email: null, postalAddress: null, verified: false };
    const offices: Offices[] = campaign.companies.map(({ name }) => ({
      addressee: { ...unknown, company: name },
      recipients: [],
    }));
    return { offices, ask: null, rhythm: null };
  }
}

/** The recipient of a letter to a company, and others its writer may choose. */
type Offices = Awaited<ReturnType<typeof readOffices>>;

async function readOffices(db: AppLoadContext["db"], campaignId: number, companyId: number) {
  const addressee: Addressee = await findAddressee(db, campaignId, { companyId });
  const open = await listOpenRecipients(db, { campaignId, companyId });
  const recipients = open.map(({ publicId, name, email, postalAddress }) => ({
    publicId,
    addressee: { ...addressee, publicId, office: name, email, postalAddress, verified: true },
  }));
  return { addressee, recipients };
}
