import { Fragment } from "react";
import { dayInZone } from "#app/domain/base/zone-clock.ts";
import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { formatDate, formatNumber } from "#app/i18n/index.ts";
import { Count, CountNotes } from "#app/ui/count.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { NotOpen } from "#app/ui/not-open.tsx";
import { QrCode } from "#app/ui/qr-code.tsx";
import { SignForm, WhatHappensNext } from "#app/ui/sign-form.tsx";

/** Shows count, petition in a sentence and form: next to the case, or after it on a phone. */
export function SignPanel({ campaign, argument, counts, milestone, asOf, signing, url }: CasePageData) {
  const { form } = useWords().sign;
  const locale = useLocale();
  const to = useLocalizedPath();
  const { petition } = campaign;
  return (
    <aside className="sign" id="sign" aria-labelledby="sign-heading">
      <Count campaign={campaign} signatures={counts.signatures} />
      <h2 id="sign-heading">{form.heading}</h2>
      <p className="petition">
        <span className="summary-of">
          <span lang={petition.language}>{petition.summary}</span> <InLanguage language={petition.language} />
        </span>{" "}
        <a href={to(`/c/${campaign.slug}/petition`)}>{form.fullText}</a>
      </p>
      {signing.outcome === "open" ? (
        <>
          <SignForm action={`/c/${campaign.slug}/sign`} companies={campaign.companies} />
          <WhatHappensNext
            privacyLink={<a href={to(`/c/${campaign.slug}/privacy`)}>{form.next.privacyLink}</a>}
          />
        </>
      ) : (
        <NotOpen signing={signing} />
      )}
      <div className="small muted counts">
        <CountNotes signatures={counts.signatures} asOf={asOf} milestone={milestone} zone={campaign.zone} />
        {counts.earlier > 0 && <p>{form.earlier(formatNumber(locale, counts.earlier), counts.earlier)}</p>}
        {counts.onPaper > 0 && <p>{form.onPaper(formatNumber(locale, counts.onPaper), counts.onPaper)}</p>}
      </div>
      <div className="print-only">
        <QrCode text={url} label={form.printed.code} />
        <p>
          {form.printed.signAt} <b>{brokenAtSlashes(url.replace(/^https?:\/\//, ""))}</b>.{" "}
          {form.printed.whole(argument.claims.length)}{" "}
          {form.printed.version(petition.version, formatDate(locale, dayInZone(campaign.zone, asOf)))}{" "}
          {campaign.method}
        </p>
      </div>
    </aside>
  );
}

/** An address that breaks after a slash only, never within a word. */
const brokenAtSlashes = (address: string) =>
  address.split(/(?<=\/)/).map((part, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one address never change their places
    <Fragment key={n}>
      {part}
      <wbr />
    </Fragment>
  ));
