import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { OwnLinkStats } from "#app/ui/own-link.tsx";
import { DeliverChoice, DisplayChoice } from "#app/ui/sign-form.tsx";
import { WithdrawForm } from "./entry-forms.tsx";
import type { StoredConsent, StoredSignature } from "./own-data.ts";

type OwnSignatureProps = { signature: StoredSignature; consents: readonly StoredConsent[] };

/** Tells if a signature can be changed, its campaign's consents included. */
export const isLive = ({ state }: StoredSignature) =>
  state === "confirmed" || state === "pending" || state === "imported";

/** Shows a signature with its consents, and the ways to hide, change or withdraw it. */
export function OwnSignature({ signature, consents }: OwnSignatureProps) {
  const { mail, personal } = useWords();
  const { manage } = personal;
  const locale = useLocale();
  const to = useLocalizedPath();
  const day = (time: Date) => formatDate(locale, time);
  return (
    <section className="own-section">
      <h2>{manage.signature}</h2>
      <DefinitionList
        items={[
          {
            term: manage.petition,
            detail: (
              <>
                <span lang={signature.titleLanguage}>{signature.title}</span>,{" "}
                <a href={to(`/c/${signature.campaign}/petition#version-${signature.petitionVersion}`)}>
                  {manage.petitionVersion(signature.petitionVersion)}
                </a>
              </>
            ),
          },
          { term: manage.state, detail: manage.states[signature.state] },
          { term: manage.signedOn, detail: day(signature.signedAt) },
          { term: manage.receipt, detail: <span className="code">{signature.receiptCode}</span> },
          { term: manage.comment, detail: signature.comment ?? manage.noneGiven },
          { term: manage.shownAs, detail: mail.parts.display[signature.display] },
        ]}
      />
      {isLive(signature) && <ChangeForms signature={signature} consents={consents} />}
      <details className="gap">
        <summary>{manage.historyHeading}</summary>
        <ul className="plain small">
          {consents.map(({ purpose, company, grantedAt, revokedAt }) => (
            <li key={`${purpose} ${company} ${grantedAt.toISOString()}`}>
              {manage.consentLine(
                company ? `${manage.purposes[purpose]} (${company})` : manage.purposes[purpose],
                day(grantedAt),
                revokedAt && day(revokedAt),
              )}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function ChangeForms({ signature, consents }: OwnSignatureProps) {
  const { personal, sign } = useWords();
  const { manage } = personal;
  const inForce = consents.filter(({ revokedAt }) => revokedAt === null);
  const nameTo = inForce.filter(({ purpose }) => purpose === "deliver_to_company");
  const meant = <input type="hidden" name="signature" value={signature.publicId} />;
  return (
    <>
      {signature.display !== "anonymous" && (
        <form method="post">
          {meant}
          <h3>{manage.hideHeading}</h3>
          <p className="small">{manage.hideText}</p>
          <Button name="intent" value="hide">
            {manage.hideButton}
          </Button>
        </form>
      )}
      <form method="post">
        {meant}
        <h3>{manage.consentsHeading}</h3>
        <Check
          name="consent_updates"
          label={sign.form.consents.updates}
          checked={inForce.some(({ purpose }) => purpose === "updates")}
        />
        {signature.companies.length > 1 ? (
          <DeliverChoice
            companies={signature.companies}
            chosen={signature.companies
              .filter(({ id }) => nameTo.some(({ companyId }) => companyId === id))
              .map(({ slug }) => slug)}
          />
        ) : (
          <Check name="consent_deliver" label={manage.deliverLabel} checked={nameTo.length > 0} />
        )}
        <DisplayChoice value={signature.display} hint={sign.form.displayHint} />
        {signature.comment && <p className="hint">{sign.form.commentHint}</p>}
        <Button name="intent" value="consent">
          {manage.consentsButton}
        </Button>
      </form>
      {signature.state === "confirmed" && (
        <OwnLinkStats link={signature.shareLink} address={signature.address} signature={signature.publicId} />
      )}
      {signature.state !== "pending" && <WithdrawForm meant={meant} say={manage} />}
    </>
  );
}
