import { Form, Link } from "@remix-run/react";
import { useRef } from "react";
import type { ListedName } from "#app/domain/weeding/list-names.server.ts";
import { nameDecisions, stateAfter } from "#app/domain/weeding/name-review.ts";
import { countryName, formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ErrorText } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import { type NameFilter, namesAddress } from "./read-filter.ts";

type NameFormProps = {
  names: readonly ListedName[];
  next: string | null;
  filter: NameFilter;
  answer: Answer | undefined;
};

/** The names of one state, of which several are decided about at once. */
export function NameForm({ names, next, filter, answer }: NameFormProps) {
  const { names: say } = useWords().packs;
  const form = useRef<HTMLFormElement>(null);
  if (names.length === 0) return <NoNames filter={filter} />;
  const chooseAll = (checked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("[name=review]") ?? [])
      box.checked = checked;
  };
  const chosenFirst = answer?.errors.some(({ field }) => field === "review");
  const decisions = nameDecisions.filter((decision) => stateAfter[decision] !== filter.state);
  const alike = filter.state === "queued" && names.some((one) => one.alike > 0);
  return (
    <section aria-label={say.states[filter.state]}>
      <p className="explains">{say.explains[filter.state]}</p>
      <Form method="post" action={namesAddress(filter)} ref={form} preventScrollReset>
        <ErrorText name="review" error={chosenFirst ? say.chooseFirst : undefined} />
        <table className="names">
          <caption className="vh">{say.caption}</caption>
          <thead>
            <tr>
              <th className="choose">
                <label className="choose-all">
                  <input type="checkbox" onChange={({ currentTarget }) => chooseAll(currentTarget.checked)} />
                  <span className="vh">{say.chooseAll}</span>
                </label>
              </th>
              <th>{say.columns.name}</th>
              <th className="wide">{say.columns.reasons}</th>
              <th className="wide">{say.columns.signed}</th>
            </tr>
          </thead>
          <tbody>
            {names.map((one) => (
              <NameRow key={one.publicId} one={one} />
            ))}
          </tbody>
        </table>
        <div className="decide">
          {alike && (
            <label className="alike">
              <input type="checkbox" name="alike" value="on" /> {say.alikeBox}
            </label>
          )}
          <ul>
            {decisions.map((decision) => (
              <li key={decision}>
                <Button name="intent" value={decision} look={decision === "keep" ? "act" : "plain"}>
                  {say.decisions[decision]}
                </Button>
                <span className="hint">{say.decisionHints[decision]}</span>
              </li>
            ))}
          </ul>
        </div>
      </Form>
      {(next || filter.after) && (
        <nav className="pager" aria-label={say.tabs}>
          {filter.after && <Link to={namesAddress({ ...filter, after: null })}>{say.first}</Link>}
          {next && (
            <Link className="btn" to={namesAddress({ ...filter, after: next })}>
              {say.next}
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function NameRow({ one }: { one: ListedName }) {
  const { names: say } = useWords().packs;
  const locale = useLocale();
  const reasons = (
    <ul className="reasons">
      {one.reasons.map((reason) => (
        <li key={reason} className="kind k-wait">
          {say.reasons[reason]}
        </li>
      ))}
    </ul>
  );
  return (
    <tr>
      <td className="choose">
        <input
          type="checkbox"
          name="review"
          value={one.publicId}
          id={one.publicId}
          aria-label={say.choose(one.name)}
        />
      </td>
      <th scope="row">
        <label htmlFor={one.publicId}>
          <bdi>{one.name}</bdi>
        </label>
        <span className="beneath small muted">
          {countryName(locale, one.country)}
          {one.alike > 0 && `, ${say.alike(one.alike)}`}
        </span>
        <span className="narrow">{reasons}</span>
        {one.decidedAt && (
          <span className="beneath small muted">{say.by(one.decidedBy, writeMoment(one.decidedAt))}</span>
        )}
      </th>
      <td className="wide">{reasons}</td>
      <td className="wide muted">
        <time dateTime={one.signedAt}>{formatDate(locale, one.signedAt)}</time>
      </td>
    </tr>
  );
}

function NoNames({ filter }: { filter: NameFilter }) {
  const { names: say } = useWords().packs;
  const { title, text } = say.empty[filter.state];
  return (
    <section className="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      {filter.after && (
        <p className="acts">
          <Link to={namesAddress({ ...filter, after: null })}>{say.first}</Link>
        </p>
      )}
    </section>
  );
}
