import { words } from "#app/i18n/index.ts";
import type { Block, FootLink, MailProps } from "./letter.ts";

/** Links that each open a message to share. */
export type Share = { share: FootLink[] };

/** Lists ways to share, and the address for others. */
export const shareBlock = ({ locale, campaign, share }: MailProps & Share): Block => ({
  kind: "links",
  text: words(locale).mail.parts.share,
  links: share,
  address: campaign.url,
});
