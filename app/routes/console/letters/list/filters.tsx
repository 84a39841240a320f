import { letterRoles } from "#app/domain/entries/letters/letter.ts";
import { type LetterFilter, likenesses } from "#app/domain/entries/letters/list/letter-list.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import { listAddress, narrowing } from "./read-filter.ts";

/** Looks for a writer, in the body of a form. */
export function FindForm({ typed }: { typed: string }) {
  const { list: say } = useWords().letterConsole;
  return (
    <search className="find">
      <Form method="post" action="?index">
        <input type="hidden" name="intent" value="find" />
        <Field name="find" label={say.find}>
          {(wiring) => (
            <input
              type="search"
              {...wiring}
              key={typed}
              defaultValue={typed}
              aria-describedby="find-why"
              autoComplete="off"
              spellCheck={false}
              maxLength={300}
            />
          )}
        </Field>
        <Button>{say.findButton}</Button>
      </Form>
      <p className="hint" id="find-why">
        {say.findHint} {say.findWhy}
      </p>
    </search>
  );
}

type NarrowFormProps = { filter: LetterFilter; languages: readonly string[] };

/** What the list is narrowed down to, in the address: no person is in it. */
export function NarrowForm({ filter, languages }: NarrowFormProps) {
  const { list: say, ...words } = useWords().letterConsole;
  const set = narrowing(filter);
  const choices = [
    ["held", say.filters.held, filter.held ? "yes" : "", [["yes", say.heldOnly]]],
    ["words", say.filters.likeness, filter.likeness, likenesses.map((each) => [each, say.likenesses[each]])],
    ["as", say.filters.role, filter.role, letterRoles.map((role) => [role, words.roles[role]])],
    [
      ...(["locale", say.filters.locale, filter.locale] as const),
      languages.map((locale) => [locale, words.languages[locale] ?? locale]),
    ],
  ] as const;
  return (
    <details className="narrow-list" open={set > 0}>
      <summary>
        {say.narrow}
        {set > 0 && <span className="muted"> {say.narrowed(set)}</span>}
      </summary>
      <Form method="get" key={JSON.stringify(filter)}>
        {filter.state && <input type="hidden" name="state" value={filter.state} />}
        {choices.map(([name, label, value, options]) => (
          <Select key={name} name={name} label={label} defaultValue={value ?? ""}>
            <option value="">{say.any}</option>
            {options.map(([option, text]) => (
              <option key={option} value={option}>
                {text}
              </option>
            ))}
          </Select>
        ))}
        <div className="narrow-acts">
          <Button>{say.apply}</Button>
          {set > 0 && (
            <Link to={listAddress({ state: filter.state })} className="clear">
              {say.clear}
            </Link>
          )}
        </div>
      </Form>
    </details>
  );
}
