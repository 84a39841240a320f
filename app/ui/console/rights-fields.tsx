import { type ChangeEvent, useEffect, useState } from "react";
import {
  type OrganizerRight,
  type OrganizerRole,
  organizerRights,
  organizerRoles,
  rightsMark,
  rightsOf,
} from "#app/domain/access/organizer.ts";
import { capitalized } from "#app/i18n/sentence.ts";
import { Button } from "#app/ui/button.tsx";
import { Select } from "#app/ui/field.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";

type RightsFieldsProps = {
  role: OrganizerRole;
  ticked: readonly string[];
  /** Rights that the person filling this in may give: only owners make owners. */
  may: { isOwner: boolean; own: readonly OrganizerRight[] };
};

/**
 * Asks for a role, and each right. Choosing a role ticks its rights; without scripts a button does. Without
 * pressing it, the role's rights are given all the same, since the form says what it showed.
 */
export function RightsFields(props: RightsFieldsProps) {
  const { role, ticked } = props;
  // The server's answer is a new form.
  return <Fields key={`${role} ${ticked.join()}`} {...props} />;
}

function Fields({ role, ticked, may }: RightsFieldsProps) {
  const { organize, team } = useWords();
  const { form: say, rights } = team;
  const roles = organizerRoles.filter((each) => may.isOwner || each !== "owner");
  const [current, setCurrent] = useState({ role, rights: ticked });
  const [isScripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const choose = ({ target }: ChangeEvent<HTMLSelectElement>) => {
    const chosen = organizerRoles.find((each) => each === target.value);
    if (chosen) setCurrent({ role: chosen, rights: rightsOf[chosen] });
  };
  return (
    <div className="stack loose">
      <input type="hidden" name="shown" value={rightsMark({ role: current.role, rights: current.rights })} />
      <div className="fields">
        <Select name="role" label={say.role} hint={say.roleHint} defaultValue={role} onChange={choose}>
          {roles.map((each) => (
            <option key={each} value={each}>
              {capitalized(organize.roles[each])}
            </option>
          ))}
        </Select>
        {!isScripted && (
          <Button name="intent" value="fill" formNoValidate>
            {say.fill}
          </Button>
        )}
      </div>
      <fieldset className="field" aria-describedby="rights-hint" key={current.rights.join()}>
        <legend>{say.rights}</legend>
        <p className="hint" id="rights-hint">
          {say.rightsHint}
        </p>
        <LearnMore about={say.aboutRights}>{say.rightsMore}</LearnMore>
        {organizerRights.map((right) => {
          const isTheirs = may.isOwner || may.own.includes(right) || current.rights.includes(right);
          return (
            <div className="check" key={right}>
              <input
                type="checkbox"
                id={`right-${right}`}
                name="right"
                value={right}
                defaultChecked={current.rights.includes(right)}
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
