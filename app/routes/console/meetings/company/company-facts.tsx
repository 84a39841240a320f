import { profileOf } from "#app/domain/base/jurisdictions/index.ts";
import { nameField, otherLocales } from "#app/domain/campaign/company/company-names.ts";
import type { SourceOnPage } from "#app/domain/campaign/meetings/page-facts.ts";
import type { Country } from "#app/ui/country-select.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { SourceNote } from "#app/ui/meetings/source-note.tsx";

type CompanyFactsProps = {
  fields: Readonly<Record<string, string>>;
  source: SourceOnPage;
  countries: readonly Country[];
};

/** Lists what is known of the company, and its source. */
export function CompanyFacts({ fields, source, countries }: CompanyFactsProps) {
  const { company: say, source: words } = useWords().meetings;
  const { facts } = say;
  const {
    ticker,
    exchange,
    zone = "",
    country,
    jurisdiction = "",
    register,
    register_number: number,
  } = fields;
  const rows = [
    [facts.name, fields.name],
    [facts.legalName, fields.legal_name],
    ...otherLocales.map((locale) => [facts.nameIn(locale), fields[nameField(locale)]] as const),
    [facts.listing, `${exchange}: ${ticker}`],
    [facts.zone, zone.replaceAll("_", " ")],
    [facts.shareVotes, fields.share_votes],
    [facts.country, countries.find(({ code }) => code === country)?.name ?? country],
    [facts.jurisdiction, profileOf(jurisdiction).name],
    [facts.incorporatedIn, fields.incorporated_in],
    [facts.registerNumber, number && `${register} ${number}`],
    [facts.fiscalYearEnd, fields.fiscal_year_end],
    [facts.investorRelationsUrl, fields.investor_relations_url],
    [facts.investorRelationsEmail, fields.investor_relations_email],
    [facts.investorRelationsPhone, fields.investor_relations_phone],
    [facts.secretaryAddress, fields.secretary_address],
  ] as const;
  return (
    <div className="stands">
      <section aria-labelledby="facts">
        <h2 id="facts">{say.known}</h2>
        <dl className="dates">
          {rows.map(
            ([term, value]) =>
              value && (
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </section>
      <section aria-labelledby="origin">
        <h2 id="origin">{words.heading}</h2>
        <SourceNote source={source} />
      </section>
    </div>
  );
}
