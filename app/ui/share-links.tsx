import type { Campaign } from "#app/domain/campaigns/campaign.ts";
import type { ShareLink } from "#app/domain/share-links/share-link.ts";
import { useLocale, useWords } from "./locale.tsx";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Whose words are said beside the link. */
  campaign: Pick<Campaign, "title" | "shareTexts">;
  /** Somebody's own link, where they asked for one. */
  own?: ShareLink | null;
};

/** Characters of a post beside its link, of which X takes the fewest: 280, of which an address is counted as 23, and a space. */
const postAtMost = 280 - 23 - 1;

/** A text cut at a word where it is too long. */
function fitTo(most: number, text: string): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 1))}…`;
}

/**
 * Plain links that open a message with the campaign's address in it; none carries who shares, and the code of somebody's own
 * link only where they asked for it. Where the device has a way of
 * its own to pass a link on, `/count.js` shows a button for it; Signal has no other.
 */
export function ShareLinks({ url, campaign, own }: ShareLinksProps) {
  const { common } = useWords();
  const locale = useLocale();
  const from = (source: string) => `${url}?source=${own?.code ?? source}`;
  const link = (source: string) => encodeURIComponent(from(source));
  const said = campaign.shareTexts[locale] ?? campaign.title;
  const { texts } = common.share;
  const text = encodeURIComponent(texts.message(said));
  const post = encodeURIComponent(fitTo(postAtMost, said));
  const letter = encodeURIComponent(`${texts.mail(said)}\n\n`);
  const subject = encodeURIComponent(campaign.title);
  const ways = [
    { label: common.share.mail, href: `mailto:?subject=${subject}&body=${letter}${link("mail")}` },
    { label: "WhatsApp", href: `https://wa.me/?text=${text}%20${link("whatsapp")}` },
    { label: "Telegram", href: `https://t.me/share/url?url=${link("telegram")}&text=${text}` },
    { label: "Bluesky", href: `https://bsky.app/intent/compose?text=${post}%20${link("bluesky")}` },
    { label: "Mastodon", href: `https://share.joinmastodon.org/#text=${post}%20${link("mastodon")}` },
    { label: "X", href: `https://x.com/intent/post?text=${post}&url=${link("x")}` },
    // These two take the words from the page itself.
    { label: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${link("facebook")}` },
    { label: "LinkedIn", href: `https://www.linkedin.com/sharing/share-offsite/?url=${link("linkedin")}` },
  ];
  return (
    <>
      <ul className="share">
        <li hidden>
          <button type="button" data-share={said} data-url={from("share")}>
            {common.share.device}
          </button>
        </li>
        <li>
          <a href={own ? from("") : url} data-copy="" data-copied={common.share.copied}>
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
