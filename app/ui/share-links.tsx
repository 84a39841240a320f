import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import { useLocale, useWords } from "./locale.tsx";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Whose words are said beside the link. */
  campaign: Pick<Campaign, "title" | "shareTexts">;
};

/** Plain links that open a message with the campaign's address in it; none carries who shares. */
export function ShareLinks({ url, campaign }: ShareLinksProps) {
  const { common } = useWords();
  const locale = useLocale();
  const link = (source: string) => encodeURIComponent(`${url}?source=${source}`);
  const text = encodeURIComponent(campaign.shareTexts[locale] ?? campaign.title);
  const ways = [
    { label: common.share.mail, href: `mailto:?subject=${text}&body=${link("mail")}` },
    { label: "WhatsApp", href: `https://wa.me/?text=${text}%20${link("whatsapp")}` },
    { label: "Telegram", href: `https://t.me/share/url?url=${link("telegram")}&text=${text}` },
    { label: "Bluesky", href: `https://bsky.app/intent/compose?text=${text}%20${link("bluesky")}` },
    { label: "Mastodon", href: `https://share.joinmastodon.org/#text=${text}%20${link("mastodon")}` },
  ];
  return (
    <>
      <ul className="share">
        <li>
          <a href={url} data-copy="" data-copied={common.share.copied}>
            {common.share.copy}
          </a>
        </li>
        {ways.map(({ label, href }) => (
          <li key={label}>
            <a href={href} rel="noreferrer">
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="small muted">{common.share.note}</p>
    </>
  );
}
