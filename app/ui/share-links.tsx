import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { useLocale, useWords } from "./locale.tsx";
import { shareTexts } from "./share-texts.ts";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Whose words are said beside the link. */
  campaign: Pick<Campaign, "title" | "standfirst" | "shareTexts">;
  /** Somebody's own link, where they asked for one. */
  own?: ShareLink | null;
};

const signalId = "for-signal";

/**
 * Plain links that open a message with the campaign's address in it; none carries who shares, and the code of
 * somebody's own link only where they asked for it. Where the device has a way of its own to pass a link on,
 * `/count.js` shows a button for it. Signal opens nothing from a page: its message is there to copy.
 */
export function ShareLinks({ url, campaign, own }: ShareLinksProps) {
  const { common } = useWords();
  const locale = useLocale();
  const from = (source: string) => `${url}?source=${own?.code ?? source}`;
  const link = (source: string) => encodeURIComponent(from(source));
  const texts = shareTexts(campaign, locale, from("bluesky"));
  const said = campaign.shareTexts[locale] ?? campaign.title;
  const text = encodeURIComponent(texts.message);
  const post = (network: "bluesky" | "mastodon" | "x") => encodeURIComponent(texts[network]);
  const letter = encodeURIComponent(`${texts.mail}\n\n`);
  const subject = encodeURIComponent(campaign.title);
  const ways = [
    { label: common.share.mail, href: `mailto:?subject=${subject}&body=${letter}${link("mail")}` },
    { label: "WhatsApp", href: `https://wa.me/?text=${text}%20${link("whatsapp")}` },
    { label: "Telegram", href: `https://t.me/share/url?url=${link("telegram")}&text=${text}` },
    {
      label: "Bluesky",
      href: `https://bsky.app/intent/compose?text=${post("bluesky")}%20${link("bluesky")}`,
    },
    {
      label: "Mastodon",
      href: `https://share.joinmastodon.org/#text=${post("mastodon")}%20${link("mastodon")}`,
    },
    { label: "X", href: `https://x.com/intent/post?text=${post("x")}&url=${link("x")}` },
    // These two take no text from the person who shares, by design: what they show is the page's own head (share-meta.ts).
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
      <details className="for-signal">
        <summary>{common.share.signal.heading}</summary>
        <p className="small">{common.share.signal.how}</p>
        <p className="message" id={signalId}>{`${texts.message} ${from("signal")}`}</p>
        <p>
          <button
            type="button"
            data-copy={signalId}
            data-copied={common.share.signal.copied}
            className="btn"
            hidden
          >
            {common.share.signal.copy}
          </button>
        </p>
      </details>
      <p className="small muted">{common.share.note}</p>
    </>
  );
}
