import { words } from "#app/i18n/index.ts";
import type { Block, MailProps } from "./letter.ts";

type AboutPledge = MailProps & { pledge: { kind: "direct" | "fund" | "institution" } };

/** Says what every email about a pledge discloses, with who pays: an email has no page's foot. */
export function disclosures({ locale, campaign, pledge: { kind } }: AboutPledge): Block {
  const { pledge, pledgeMail, common } = words(locale);
  return {
    kind: "notes",
    heading: pledge.disclosuresHeading,
    items: [
      ...pledge.disclosures(campaign.company, kind === "fund"),
      pledgeMail.whoPays(campaign.operator, campaign.fundingLine ?? common.footer.fundingMissing),
    ],
  };
}
