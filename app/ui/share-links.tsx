import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { Field } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { type JustDone, shareTexts } from "./share-texts.ts";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Whose words are said beside the link. */
  campaign: Pick<Campaign, "title" | "standfirst" | "shareTexts">;
  /** Somebody's own link, where they asked for one. */
  own?: ShareLink | null;
  /** Then the message says so, and can be edited before it is sent: the page loads `/share.js`. */
  just?: JustDone | null;
};

const signalId = "for-signal";

/**
 * Shows ways to share: the device's own (`/count.js` shows its button), else the four networks used most in
 * the language, and more behind a tap. Plain links that open a message with the campaign's address. None
 * carries who shares, unless they asked for their own link's code. Signal cannot be opened from a page, so
 * its message is there to copy.
 */
export function ShareLinks({ url, campaign, own, just = null }: ShareLinksProps) {
  const { share } = useWords().common;
  const locale = useLocale();
  const from = (source: string) => `${url}?source=${own?.code ?? source}`;
  const link = (source: string) => encodeURIComponent(from(source));
  const texts = shareTexts(campaign, locale, from("bluesky"), just);
  const shareText = campaign.shareTexts[locale] ?? campaign.title;
  const subject = encodeURIComponent(campaign.title);
  const [text, mail, bluesky, mastodon, x] = [
    texts.message,
    `${texts.mail}\n\n`,
    texts.bluesky,
    texts.mastodon,
    texts.x,
  ].map(encodeURIComponent) as [string, string, string, string, string];
  const ways: Record<string, Way> = {
    whatsapp: { label: "WhatsApp", text, href: `https://wa.me/?text=${text}%20${link("whatsapp")}` },
    // Both ignore a sharer's text by design and show the page's own metadata (share-meta.ts).
    facebook: { label: "Facebook", href: `https://www.facebook.com/sharer/sharer.php?u=${link("facebook")}` },
    linkedin: {
      label: "LinkedIn",
      href: `https://www.linkedin.com/sharing/share-offsite/?url=${link("linkedin")}`,
    },
    x: { label: "X", text: x, href: `https://x.com/intent/post?text=${x}&url=${link("x")}` },
    telegram: {
      label: "Telegram",
      text,
      href: `https://t.me/share/url?url=${link("telegram")}&text=${text}`,
    },
    mail: { label: share.mail, text: mail, href: `mailto:?subject=${subject}&body=${mail}${link("mail")}` },
    bluesky: {
      label: "Bluesky",
      text: bluesky,
      href: `https://bsky.app/intent/compose?text=${bluesky}%20${link("bluesky")}`,
    },
    mastodon: {
      label: "Mastodon",
      text: mastodon,
      href: `https://share.joinmastodon.org/#text=${mastodon}%20${link("mastodon")}`,
    },
  };
  const others = Object.keys(ways).filter((way) => !share.usedMost.includes(way));
  return (
    <>
      {just && (
        <div hidden>
          <Field name="share-message" label={share.message} hint={share.messageHint}>
            {({ name: _sentNowhere, ...wiring }) => (
              <textarea {...wiring} rows={4} data-message="" defaultValue={texts.message} />
            )}
          </Field>
        </div>
      )}
      <p className="share device" hidden>
        <button type="button" data-share={just ? texts.message : shareText} data-url={from("share")}>
          {share.device}
        </button>
      </p>
      <ul className="share">
        {share.usedMost.map((way) => (
          <WayToShare key={way} {...(ways[way] as Way)} />
        ))}
      </ul>
      <details className="for-signal">
        <summary>{share.more}</summary>
        <ul className="share">
          <li>
            <a href={own ? from("") : url} data-copy="" data-copied={share.copied}>
              {share.copy}
            </a>
          </li>
          {others.map((way) => (
            <WayToShare key={way} {...(ways[way] as Way)} />
          ))}
        </ul>
        <h3>{share.signal.heading}</h3>
        <p className="small">{share.signal.how}</p>
        <p className="message" id={signalId}>
          <span data-body="">{texts.message}</span> {from("signal")}
        </p>
        <p>
          <button type="button" data-copy={signalId} data-copied={share.signal.copied} className="btn" hidden>
            {share.signal.copy}
          </button>
        </p>
      </details>
      <p className="small muted">{share.note}</p>
    </>
  );
}

/** `text`: what of its address an edited message takes the place of. */
type Way = { label: string; href: string; text?: string };

function WayToShare({ label, href, text }: Way) {
  return (
    <li>
      <a href={href} rel="noreferrer" data-text={text}>
        {label}
      </a>
    </li>
  );
}
