import type { SourceOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { TrustLabel } from "./labels.tsx";

/** Names a value's source, who checked it and when; warns if it cannot be relied on. */
export function SourceNote({ source }: { source: SourceOnPage }) {
  const { source: say } = useWords().meetings;
  const locale = useLocale();
  const { trust, asOf, url, checkedBy, checkedOn } = source;
  return (
    <div>
      <p>
        <TrustLabel trust={trust} />
      </p>
      {trust !== "verified" && <p>{say[trust]}</p>}
      {checkedBy !== null && checkedOn !== null && (
        <p>{say.checked(checkedBy, formatDate(locale, checkedOn))}</p>
      )}
      <p className="muted">{asOf === null ? say.noAsOf : say.asOf(formatDate(locale, asOf))}</p>
      <p className="muted">
        {url === null ? (
          say.noSource
        ) : (
          <a href={url} rel="noreferrer">
            {hostOf(url)}
          </a>
        )}
      </p>
    </div>
  );
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).host : url);
