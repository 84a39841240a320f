import { useWords } from "./locale.tsx";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** What is said beside the link. */
  title: string;
};

/** Plain links that open a message with the campaign's address in it; none carries who shares. */
export function ShareLinks({ url, title }: ShareLinksProps) {
  const { common } = useWords();
  const link = (source: string) => encodeURIComponent(`${url}?source=${source}`);
  const text = encodeURIComponent(title);
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
