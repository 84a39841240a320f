import type { Profile } from "#app/domain/base/jurisdictions/profile.ts";
import type { PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { inLaw } from "#app/i18n/in-law.ts";
import { countryName } from "#app/i18n/index.ts";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { type FormState, type KnownPerson, typed } from "./form-state.ts";
import { PersonFields, personFieldNames } from "./person-fields.tsx";

type WhoProps = {
  state: FormState;
  way: PledgeWay;
  law: Profile;
  known: KnownPerson | undefined;
  asks: boolean;
};

/** Shows who pledges and how they hold, from the first step, with a way back that keeps everything typed. */
export function Who({ state, way, law, known, asks }: WhoProps) {
  const { second, institution, known: knownWords, ways } = useWords().pledge;
  const locale = useLocale();
  const asked = asks || personFieldNames.some((name) => state.errors.some(({ field }) => field === name));
  const { name, email } = known ?? { name: typed(state, "name"), email: typed(state, "email") };
  return (
    <>
      <div className="who">
        <p>
          <b>{inLaw(ways[way].label, law)}</b>
          {!asked && (
            <>
              <br />
              {name}, <EmailAddress>{email}</EmailAddress>
              {!known && `, ${countryName(locale, typed(state, "country"))}`}
            </>
          )}
        </p>
        <button type="submit" name="step" value="back" formNoValidate aria-label={second.changeOf}>
          {second.change}
        </button>
      </div>
      {!known &&
        (asked ? (
          <div className="ask">
            <PersonFields state={state} />
          </div>
        ) : (
          personFieldNames.map((field) => (
            <input key={field} type="hidden" name={field} value={typed(state, field)} />
          ))
        ))}
      {known && <p className="hint">{knownWords.note}</p>}
      {way === "institution" && !known && <p className="hint">{institution.name}</p>}
    </>
  );
}
