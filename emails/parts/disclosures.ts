import { words } from "#app/i18n/index.ts";
import type { Block, MailProps } from "./letter.ts";

/** What stands in every mail about a pledge, with who pays for it: a mail has no page's foot to lead to. */
export function disclosures({ locale, campaign }: MailProps): Block {
  const { pledge, pledgeMail, common } = words(locale);
  return {
    kind: "notes",
    heading: pledge.disclosuresHeading,
    items: [
      ...pledge.disclosures(campaign.company),
      pledgeMail.whoPays(campaign.operator, campaign.fundingLine ?? common.footer.fundingMissing),
    ],
  };
}
