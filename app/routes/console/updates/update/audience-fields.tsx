import { type Audience, audienceActions } from "#app/domain/outgoing/updates/audience/audience.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { capitalized } from "#app/i18n/sentence.ts";
import { Check } from "#app/ui/check.tsx";
import type { Country } from "#app/ui/country-select.tsx";
import { type FieldMessage, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type AudienceFieldsProps = {
  audience: Audience;
  /** Those to choose from. */
  countries: readonly Country[];
  inArchive: boolean;
  people: number | null;
  errors: readonly FieldMessage[];
};

/** Whom the update is for, with how many people that is now. */
export function AudienceFields({ audience, countries, inArchive, people, errors }: AudienceFieldsProps) {
  const { audience: say } = useWords().updates;
  const locale = useLocale();
  const { did } = audience;
  return (
    <div className="audience">
      <div>
        <Select name="did" label={say.did} error={messageFor(errors, "did")} defaultValue={did}>
          {audienceActions.map((action) => (
            <option key={action} value={action}>
              {capitalized(say.deeds[action])}
            </option>
          ))}
        </Select>
        <TextInput
          type="date"
          name="since"
          label={say.since}
          hint={say.sinceHint}
          error={messageFor(errors, "since")}
          defaultValue={audience.since ?? ""}
        />
        <Countries all={countries} chosen={audience.countries} />
        <Check name="in_archive" label={say.archive} hint={say.archiveHint} checked={inArchive} />
      </div>
      <div className="people" aria-live="polite">
        {people !== null && (
          <p>
            <b className="figure">{formatNumber(locale, people)}</b> {say.people(people)}
          </p>
        )}
        <p className="muted small">{people === 0 ? say.nobody : say.counted}</p>
      </div>
    </div>
  );
}

/** Every country to tick, the chosen ones first. */
function Countries({ all, chosen }: { all: readonly Country[]; chosen: readonly string[] }) {
  const { audience: say } = useWords().updates;
  const ordered = [
    ...all.filter(({ code }) => chosen.includes(code)),
    ...all.filter(({ code }) => !chosen.includes(code)),
  ];
  return (
    <details className="countries" id="countries">
      <summary>
        {say.countries}: {chosen.length === 0 ? say.allCountries : say.someCountries(chosen.length)}
      </summary>
      <fieldset>
        <legend className="hint">{say.countriesHint}</legend>
        <div className="country-list">
          {ordered.map(({ code, name }) => (
            <label key={code}>
              <input type="checkbox" name="countries" value={code} defaultChecked={chosen.includes(code)} />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </details>
  );
}
