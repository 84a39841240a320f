import { jurisdictionNames, jurisdictions } from "#app/domain/base/jurisdictions/index.ts";
import { nameField, otherLocales } from "#app/domain/campaign/company/company-names.ts";
import { Button } from "#app/ui/button.tsx";
import { type Country, CountrySelect } from "#app/ui/country-select.tsx";
import { messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { type FormState, messagesOf, wireFields } from "../form-state.ts";
import { SourceFields } from "./source-fields.tsx";

/** Choices of a company's country and time zone: from the server, so that hydration finds the same. */
export type CompanyChoices = { countries: readonly Country[]; zones: readonly string[] };

type CompanyFieldsProps = { form: FormState; choices: CompanyChoices; button: string };

/** Asks for everything organizers say about a company, with the button to save. */
export function CompanyFields({ form, choices, button }: CompanyFieldsProps) {
  const { company: say, errors } = useWords().meetings;
  const wire = wireFields(form, errors);
  const line = (name: string, label: string, hint?: string) => ({
    ...wire(name, label, hint),
    maxLength: 300,
    autoComplete: "off",
  });
  const { facts, hints } = say;
  return (
    <>
      <section className="step">
        <span className="n">1</span>
        <h3>{say.step.names}</h3>
        <TextInput {...line("name", facts.name, hints.name)} required />
        <TextInput {...line("legal_name", facts.legalName, hints.legalName)} optional />
        {otherLocales.map((locale) => (
          <TextInput key={locale} {...line(nameField(locale), facts.nameIn(locale), hints.nameIn)} optional />
        ))}
      </section>
      <section className="step">
        <span className="n">2</span>
        <h3>{say.step.listing}</h3>
        <div className="pair">
          <TextInput {...line("ticker", facts.ticker)} required />
          <TextInput {...line("exchange", facts.exchange)} required />
        </div>
        <Select {...wire("zone", facts.zone, hints.zone)} required>
          <option value="">{say.choose}</option>
          {choices.zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll("_", " ")}
            </option>
          ))}
        </Select>
        <TextInput {...line("share_votes", facts.shareVotes, hints.shareVotes)} optional />
      </section>
      <section className="step">
        <span className="n">3</span>
        <h3>{say.step.law}</h3>
        <CountrySelect
          label={facts.country}
          value={form.values.country}
          error={messageFor(messagesOf(form, errors), "country")}
          from={choices.countries}
        />
        <Select {...wire("jurisdiction", facts.jurisdiction, hints.jurisdiction)} required>
          <option value="">{say.choose}</option>
          {jurisdictionNames.map((name) => (
            <option key={name} value={name}>
              {jurisdictions[name].name}
            </option>
          ))}
        </Select>
        <TextInput {...line("incorporated_in", facts.incorporatedIn, hints.incorporatedIn)} optional />
        <div className="pair">
          <TextInput {...line("register", facts.register, hints.register)} optional />
          <TextInput {...line("register_number", facts.registerNumber)} optional />
        </div>
        <TextInput {...line("fiscal_year_end", facts.fiscalYearEnd, hints.fiscalYearEnd)} optional />
      </section>
      <section className="step">
        <span className="n">4</span>
        <h3>{say.step.contact}</h3>
        <p>{say.contactText}</p>
        <TextInput
          {...wire("investor_relations_url", facts.investorRelationsUrl, hints.https)}
          type="url"
          maxLength={2000}
          spellCheck={false}
          optional
        />
        <div className="pair">
          <TextInput {...line("investor_relations_email", facts.investorRelationsEmail)} optional />
          <TextInput {...line("investor_relations_phone", facts.investorRelationsPhone)} optional />
        </div>
        <TextInput {...line("secretary_address", facts.secretaryAddress)} optional />
      </section>
      <section className="step">
        <span className="n">5</span>
        <h3>{say.step.source}</h3>
        <SourceFields form={form} />
        <div className="act-row">
          <Button variant="act">{button}</Button>
        </div>
      </section>
    </>
  );
}
