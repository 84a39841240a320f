import { type OrganizerRight, organizerRights, organizerRoles } from "#app/domain/organizers/organizer.ts";
import { capitalized } from "#app/i18n/sentence.ts";
import { Button } from "../button.tsx";
import { Select } from "../field.tsx";
import { useWords } from "../locale.tsx";

type RightsFieldsProps = {
  role: string;
  ticked: readonly string[];
  /** What whoever fills this in may give: owners are made by owners alone. */
  may: { isOwner: boolean; own: readonly OrganizerRight[] };
};

/** A role whose rights a button ticks, and each right by itself. */
export function RightsFields({ role, ticked, may }: RightsFieldsProps) {
  const { organize, team } = useWords();
  const { form: say, rights } = team;
  const roles = organizerRoles.filter((each) => may.isOwner || each !== "owner");
  return (
    <div className="rights">
      <div className="role-row">
        <Select name="role" label={say.role} hint={say.roleHint} defaultValue={role} key={role}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {capitalized(organize.roles[each])}
            </option>
          ))}
        </Select>
        <Button name="intent" value="fill" formNoValidate>
          {say.fill}
        </Button>
      </div>
      <fieldset className="field" aria-describedby="rights-hint" key={ticked.join()}>
        <legend>{say.rights}</legend>
        <p className="hint" id="rights-hint">
          {say.rightsHint}
        </p>
        {organizerRights.map((right) => {
          const isTheirs = may.isOwner || may.own.includes(right) || ticked.includes(right);
          return (
            <div className="check" key={right}>
              <input
                type="checkbox"
                id={`right-${right}`}
                name="right"
                value={right}
                defaultChecked={ticked.includes(right)}
                disabled={!isTheirs}
              />
              <label htmlFor={`right-${right}`}>
                {rights[right]}
                {!isTheirs && <span className="opt"> ({say.notYours})</span>}
              </label>
            </div>
          );
        })}
      </fieldset>
    </div>
  );
}
