import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { pictureSize } from "#app/domain/pages/share-image.ts";
import { type JustDone, shareTexts, shareWays, type Way } from "#app/i18n/share-texts.ts";
import { Field } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { TextBox } from "./text-box.tsx";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Texts to share with the link. */
  campaign: Pick<Campaign, "title" | "standfirst" | "shareTexts"> &
    Partial<Pick<Campaign, "slug" | "shareImage">>;
  /** A personal share link, if they asked for one. */
  own?: ShareLink | null;
  /** What was just done: the message says so, and can be edited before sending (by `/share.js`). */
  just?: JustDone | null;
  /** Sharing is what to do next on this page. */
  isNext?: boolean;
};

const signalId = "for-signal";

/** Ways that reach friends from a phone. */
const direct = ["whatsapp", "sms"];

/**
 * Shows ways to share: the device's own (`/count.js` shows its button), two that reach a friend, the address
 * to copy, and networks behind a tap, those used most in the language first. Plain links that open a message
 * with the campaign's address. None identifies who shares, unless they asked for a personal link. Signal
 * cannot be opened from a page, so its message is there to copy.
 */
export function ShareLinks({ url, campaign, own, just = null, isNext = false }: ShareLinksProps) {
  const { share } = useWords().common;
  const locale = useLocale();
  const from = (source: string) => `${url}?source=${own?.code ?? source}`;
  const { message } = shareTexts(campaign, locale, from("bluesky"), just);
  const shareText = campaign.shareTexts[locale] ?? campaign.title;
  const ways = shareWays(campaign, locale, from, just);
  const others = [...new Set([...share.usedMost, ...Object.keys(ways)])].filter(
    (way) => !direct.includes(way),
  );
  const way = (name: string) => <WayToShare key={name} {...(ways[name] as Way)} />;
  return (
    <>
      <p className={isNext ? "share device next" : "share device"} hidden>
        <button type="button" data-share={just ? message : shareText} data-url={from("share")}>
          {share.device}
        </button>
      </p>
      <ul className={isNext ? "share direct next" : "share direct"}>
        {direct.map(way)}
        <li>
          <a href={own ? from("") : url} data-copy="" data-copied={share.copied}>
            {share.copy}
          </a>
        </li>
      </ul>
      <details className="for-signal">
        <summary>{share.more}</summary>
        <ul className="share">{others.map(way)}</ul>
        <h3>{share.signal.heading}</h3>
        <p className="small">{share.signal.how}</p>
        <p className="message" id={signalId}>
          <span data-body="">{message}</span> {from("signal")}
        </p>
        <p>
          <button type="button" data-copy={signalId} data-copied={share.signal.copied} className="btn" hidden>
            {share.signal.copy}
          </button>
        </p>
      </details>
      {just && <Card campaign={campaign} />}
      {just && (
        <div hidden>
          <Field name="share-message" label={share.message} hint={share.messageHint}>
            {({ name: _sentNowhere, ...wiring }) => (
              <TextBox {...wiring} rows={4} data-message="" defaultValue={message} />
            )}
          </Field>
        </div>
      )}
      <p className="small muted">{share.note}</p>
    </>
  );
}

/** Shows the picture that goes with the shared link. */
function Card({ campaign: { slug, shareImage } }: Pick<ShareLinksProps, "campaign">) {
  const { share } = useWords().common;
  if (!slug || !shareImage) return null;
  const { width, height } = pictureSize;
  return (
    <figure className="shared-card">
      <figcaption>{share.card}</figcaption>
      <img
        src={`/c/${slug}/share/${shareImage.file}`}
        alt={shareImage.alt}
        width={width}
        height={height}
        loading="lazy"
      />
    </figure>
  );
}

function WayToShare({ label, href, text }: Way) {
  return (
    <li>
      <a href={href} rel="noreferrer" data-text={text}>
        {label}
      </a>
    </li>
  );
}
