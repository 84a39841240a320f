import { type FormEvent, useState } from "react";
import { willingnesses } from "#app/domain/entries/pledges/pledge.ts";
import { pledgeWays } from "#app/domain/entries/pledges/pledge-way.ts";
import { daysAtMost, seriesActs } from "#app/domain/outgoing/updates/audience/acts.ts";
import { type Audience, audienceActions } from "#app/domain/outgoing/updates/audience/audience.ts";
import type { AudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import type { PledgedCompany } from "#app/domain/outgoing/updates/audience/list-companies.server.ts";
import { locales } from "#app/i18n/index.ts";
import { capitalized } from "#app/i18n/sentence.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import type { Country } from "#app/ui/country-select.tsx";
import { type FieldMessage, messageFor, Select, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { People } from "./people.tsx";

type AudienceFieldsProps = {
  audience: Audience;
  /** All countries to choose from. */
  countries: readonly Country[];
  companies: readonly PledgedCompany[];
  inArchive: boolean;
  people: AudienceSize | null;
  errors: readonly FieldMessage[];
  /** JavaScript saves and counts while boxes are checked. */
  works: boolean;
};

/** Asks whom the update is for, and counts those people now. */
export function AudienceFields({ audience, countries, people, errors, ...rest }: AudienceFieldsProps) {
  const { audience: say, languages } = useWords().updates;
  const { did } = audience;
  const [after, setAfter] = useState<string>(audience.after?.act ?? "");
  // Without JavaScript all fields are there, and those that do not apply are not read.
  const shows = (isOfOnce: boolean) => !rest.works || isOfOnce === (after === "");
  return (
    <div className="cols scroll-mt-24" id="audience">
      <div>
        <When audience={audience} errors={errors} onAct={setAfter} shows={shows(false)} />
        {shows(true) ? (
          <>
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
          </>
        ) : (
          <input type="hidden" name="did" value={did} />
        )}
        {locales.length > 1 && (
          <Boxes
            name="languages"
            legend={say.languages}
            hint={say.languagesHint}
            chosen={audience.languages}
            options={locales.map((code) => [code, languages[code] ?? code])}
          />
        )}
        <Countries all={countries} chosen={audience.countries} />
        <ByPledge audience={audience} companies={rest.companies} />
        {shows(true) && (
          <Check name="in_archive" label={say.archive} hint={say.archiveHint} checked={rest.inArchive} />
        )}
      </div>
      <div className="people stack max-[1100px]:pt-4" aria-live="polite">
        {people !== null && (
          <p>
            <People reach={people} byItself={after !== ""} />
          </p>
        )}
        {people?.isRounded && <p className="muted small">{say.rounded}</p>}
        <p className="muted small">
          {after !== ""
            ? say.ofLastDays
            : people !== null && !people.isRounded && people.people === 0
              ? say.nobody
              : say.counted}
        </p>
        {!rest.works && (
          <Button name="intent" value="count">
            {say.count}
          </Button>
        )}
      </div>
    </div>
  );
}

type WhenProps = Pick<AudienceFieldsProps, "audience" | "errors"> & {
  onAct: (act: string) => void;
  /** Shows what applies only to one that goes by itself. */
  shows: boolean;
};

/** Asks whether it goes once, or to each person some days after an act. */
function When({ audience: { after }, errors, onAct, shows }: WhenProps) {
  const { byItself: say } = useWords().updates;
  return (
    <>
      <Select
        name="after"
        label={say.field}
        hint={say.rule}
        error={messageFor(errors, "after")}
        defaultValue={after?.act ?? ""}
        onChange={(event) => onAct(event.currentTarget.value)}
      >
        <option value="">{say.once}</option>
        {seriesActs.map((act) => (
          <option key={act} value={act}>
            {say.option(act)}
          </option>
        ))}
      </Select>
      {shows && (
        <div className="pair">
          <TextInput
            type="number"
            name="days"
            label={say.days}
            hint={say.daysHint}
            error={messageFor(errors, "days")}
            defaultValue={after ? after.days || "" : 3}
            min={1}
            max={daysAtMost}
          />
          <Select
            name="unless"
            label={say.unless}
            error={messageFor(errors, "unless")}
            defaultValue={after?.unless ?? ""}
          >
            <option value="">{say.nobody}</option>
            {seriesActs.map((act) => (
              <option key={act} value={act}>
                {capitalized(say.acts[act].done)}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}

/** Counts the checked boxes of a section as they change. */
function useChecked(atFirst: number) {
  const [checked, setChecked] = useState(atFirst);
  const onChange = (event: FormEvent<HTMLElement>) =>
    setChecked(event.currentTarget.querySelectorAll("input:checked").length);
  return { checked, onChange };
}

/** A box for every country, the chosen ones first. */
function Countries({ all, chosen }: { all: readonly Country[]; chosen: readonly string[] }) {
  const { audience: say } = useWords().updates;
  const { checked, onChange } = useChecked(chosen.length);
  const ordered = [
    ...all.filter(({ code }) => chosen.includes(code)),
    ...all.filter(({ code }) => !chosen.includes(code)),
  ];
  return (
    <details className="my-4" id="countries" onChange={onChange}>
      <summary>
        {say.countries}: {checked === 0 ? say.allCountries : say.someCountries(checked)}
      </summary>
      <fieldset>
        <legend className="hint">{say.countriesHint}</legend>
        <div className="columns choices max-h-70 overflow-auto border-1 border-muted bg-raised p-3">
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

/** Filters by pledge: way of holding, what else they would do, and company. */
function ByPledge({ audience, companies }: Pick<AudienceFieldsProps, "audience" | "companies">) {
  const { updates, pledgeList } = useWords();
  const { audience: say } = updates;
  const { holding, willing, companies: chosen } = audience;
  const { checked, onChange } = useChecked(holding.length + willing.length + chosen.length);
  const offered = [
    ...companies,
    ...chosen
      .filter((slug) => companies.every((one) => one.slug !== slug))
      .map((slug) => ({ slug, name: slug })),
  ];
  return (
    <details className="my-4" id="by-pledge" onChange={onChange}>
      <summary>
        {say.byPledge}: {checked === 0 ? say.anyPledge : say.somePledge(checked)}
      </summary>
      <p className="hint">{say.byPledgeHint}</p>
      <Boxes
        name="holding"
        legend={say.holding}
        chosen={holding}
        options={pledgeWays.map((way) => [way, capitalized(say.ways[way])])}
      />
      <Boxes
        name="willing"
        legend={say.willing}
        chosen={willing}
        options={willingnesses.map((what) => [what, capitalized(pledgeList.willing[what])])}
      />
      {offered.length > 0 && (
        <Boxes
          name="companies"
          legend={say.companies}
          chosen={chosen}
          options={offered.map(({ slug, name }) => [slug, name])}
        />
      )}
    </details>
  );
}

type BoxesProps = {
  name: string;
  legend: string;
  hint?: string;
  chosen: readonly string[];
  options: readonly (readonly [value: string, label: string])[];
};

/** A group of boxes under their heading. */
function Boxes({ name, legend, hint, chosen, options }: BoxesProps) {
  return (
    <fieldset className="plain-set" id={name}>
      <legend>{legend}</legend>
      {hint && <p className="hint">{hint}</p>}
      <div className="columns choices">
        {options.map(([value, label]) => (
          <label key={value}>
            <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
