import type { Profile } from "#app/domain/base/jurisdictions/profile.ts";
import type { PledgeWay } from "#app/domain/entries/pledges/pledge-way.ts";
import { inLaw } from "#app/i18n/in-law.ts";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { KnownPerson } from "./form-state.ts";

type WhoProps = { way: PledgeWay; law: Profile; known: KnownPerson | undefined };

/** Shows how somebody holds, and who they are if known, with a way back that keeps everything typed. */
export function Who({ way, law, known }: WhoProps) {
  const { second, known: knownWords, ways } = useWords().pledge;
  return (
    <>
      <div className="who">
        <p>
          <b>{inLaw(ways[way].label, law)}</b>
          {known && (
            <>
              <br />
              {known.name}, <EmailAddress>{known.email}</EmailAddress>
            </>
          )}
        </p>
        <button type="submit" name="step" value="back" formNoValidate aria-label={second.changeOf}>
          {second.change}
        </button>
      </div>
      {known && <p className="hint">{knownWords.note}</p>}
    </>
  );
}
