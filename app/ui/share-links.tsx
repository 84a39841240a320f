import type { Campaign } from "#app/domain/campaign/campaign.ts";
import type { ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { type JustDone, shareTexts, shareWays, type Way } from "#app/i18n/share-texts.ts";
import { Field } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";
import { TextBox } from "./text-box.tsx";

type ShareLinksProps = {
  /** The campaign's address with its origin, without query. */
  url: string;
  /** Texts to share with the link. */
  campaign: Pick<Campaign, "title" | "standfirst" | "shareTexts">;
  /** A personal share link, if they asked for one. */
  own?: ShareLink | null;
  /** What was just done: the message says so, and can be edited before sending (by `/share.js`). */
  just?: JustDone | null;
};

const signalId = "for-signal";

/**
 * Shows ways to share: the device's own (`/count.js` shows its button), else the four networks used most in
 * the language, and more behind a tap. Plain links that open a message with the campaign's address. None
 * identifies who shares, unless they asked for a personal link. Signal cannot be opened from a page, so its
 * message is there to copy.
 */
export function ShareLinks({ url, campaign, own, just = null }: ShareLinksProps) {
  const { share } = useWords().common;
  const locale = useLocale();
  const from = (source: string) => `${url}?source=${own?.code ?? source}`;
  const { message } = shareTexts(campaign, locale, from("bluesky"), just);
  const shareText = campaign.shareTexts[locale] ?? campaign.title;
  const ways = shareWays(campaign, locale, from, just);
  const others = Object.keys(ways).filter((way) => !share.usedMost.includes(way));
  return (
    <>
      {just && (
        <div hidden>
          <Field name="share-message" label={share.message} hint={share.messageHint}>
            {({ name: _sentNowhere, ...wiring }) => (
              <TextBox {...wiring} rows={4} data-message="" defaultValue={message} />
            )}
          </Field>
        </div>
      )}
      <p className="share device" hidden>
        <button type="button" data-share={just ? message : shareText} data-url={from("share")}>
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
          <span data-body="">{message}</span> {from("signal")}
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

function WayToShare({ label, href, text }: Way) {
  return (
    <li>
      <a href={href} rel="noreferrer" data-text={text}>
        {label}
      </a>
    </li>
  );
}
