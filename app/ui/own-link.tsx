import { arrivalStep, type ShareLink } from "#app/domain/campaign/share-links/share-link.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { Button } from "./button.tsx";
import { useLocale, useWords } from "./locale.tsx";

/** `address` with the code of a personal share link. */
const ownAddress = (address: string, { code }: Pick<ShareLink, "code">) => `${address}?source=${code}`;

/** Offers a personal share link to who has just signed, or says where they see its visits. */
export function OwnLinkChoice({ link }: { link: ShareLink | null }) {
  const { own } = useWords().common.share;
  return link ? (
    <p className="gap" role="status">
      {own.made}
    </p>
  ) : (
    <form method="post" className="gap">
      <p className="small">{own.offer}</p>
      <Button name="intent" value="own-link">
        {own.make}
      </Button>
    </form>
  );
}

/** Shows one's personal share link, its visits and a way to end it, or offers one. */
export function OwnLinkStats({
  link,
  address,
  signature,
}: {
  link: ShareLink | null;
  /** The campaign's address, with its origin. */
  address: string;
  signature: string;
}) {
  const { own } = useWords().common.share;
  const locale = useLocale();
  return (
    <form method="post">
      <input type="hidden" name="signature" value={signature} />
      <h3>{own.heading}</h3>
      {link ? (
        <>
          <p>
            <a href={ownAddress(address, link)}>{ownAddress(address, link)}</a>
          </p>
          <p>
            {own.arrived(
              formatNumber(locale, link.told || arrivalStep),
              formatDate(locale, link.createdAt),
              link.told > 0,
            )}
          </p>
          <p className="small muted">{own.steps}</p>
          <Button name="intent" value="forget-link">
            {own.forget}
          </Button>
        </>
      ) : (
        <>
          <p className="small">{own.offer}</p>
          <Button name="intent" value="own-link">
            {own.make}
          </Button>
        </>
      )}
    </form>
  );
}
