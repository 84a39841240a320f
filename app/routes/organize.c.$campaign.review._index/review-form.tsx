import { Form, Link, type useFetcher } from "@remix-run/react";
import { useRef } from "react";
import type { ListedReview, ReviewFilter } from "#app/domain/review/list-reviews.server.ts";
import { reviewDecisions, stateAfterReview } from "#app/domain/review/review.ts";
import { countryName } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { listKeys } from "#app/ui/console/list-keys.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ErrorText } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { Answer } from "./act.server.ts";
import { reviewAddress } from "./read-filter.ts";

type ReviewFormProps = {
  reviews: readonly ListedReview[];
  next: string | null;
  filter: ReviewFilter;
  error: Answer["error"];
  decide: ReturnType<typeof useFetcher<Answer>>;
};

/** The signatures of one state, of which several are decided about at once. */
export function ReviewForm({ reviews, next, filter, error, decide }: ReviewFormProps) {
  const { review: say } = useWords();
  const form = useRef<HTMLFormElement>(null);
  const decisions = reviewDecisions.filter((decision) => stateAfterReview[decision] !== filter.state);
  const press = (value: string) => () =>
    form.current?.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click();
  const buttons = {
    ...{ y: press("keep"), n: press("invalidate") },
    z: () => document.querySelector<HTMLButtonElement>("#undo-review button")?.click(),
  };
  const keys = listKeys(form, "review", buttons);
  const chooseAll = (checked: boolean) => {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("[name=review]") ?? [])
      box.checked = checked;
  };
  // What was sent is gone from the list at once; what was refused stands there again.
  const sent = new Set(decide.formData?.getAll("review").map(String));
  const shown = reviews.filter(({ publicId }) => !sent.has(publicId));
  if (reviews.length === 0) return <NoReviews filter={filter} />;
  return (
    <section aria-label={say.states[filter.state]}>
      <p className="explains">
        {say.explains[filter.state]} <span className="wide">{say.keys}</span>
      </p>
      <Form
        method="post"
        action={reviewAddress(filter)}
        ref={form}
        onKeyDown={keys}
        onSubmit={(event) => {
          const { submitter } = event.nativeEvent as SubmitEvent;
          const body = new FormData(event.currentTarget, submitter);
          if (!body.has("review")) return;
          event.preventDefault();
          body.set("quiet", "on");
          decide.submit(body, { method: "post", action: reviewAddress(filter) });
        }}
      >
        <ErrorText
          name="review"
          error={error ? (error === "choose-first" ? say.chooseFirst : say.unreadable) : undefined}
        />
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
              <th>{say.columns.signer}</th>
              <th className="wide">{say.columns.reasons}</th>
              <th className="wide">{say.columns.signed}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <ReviewRow key={one.publicId} one={one} />
            ))}
          </tbody>
        </table>
        <div className="decide">
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
          {filter.after && <Link to={reviewAddress({ ...filter, after: null })}>{say.first}</Link>}
          {next && (
            <Link className="btn" to={reviewAddress({ ...filter, after: next })}>
              {say.next}
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}

function ReviewRow({ one }: { one: ListedReview }) {
  const { review: say } = useWords();
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
          <bdi>{one.email}</bdi>
        </span>
        <span className="beneath small muted">
          {[countryName(locale, one.country), one.source && say.from(one.source), say.score(one.score)]
            .filter(Boolean)
            .join(", ")}
        </span>
        <span className="narrow">{reasons}</span>
        {one.decidedAt && (
          <span className="beneath small muted">{say.by(one.decidedBy, writeMoment(one.decidedAt))}</span>
        )}
      </th>
      <td className="wide">{reasons}</td>
      <td className="wide muted">
        <time dateTime={one.signedAt}>{writeMoment(one.signedAt)}</time>
      </td>
    </tr>
  );
}

function NoReviews({ filter }: { filter: ReviewFilter }) {
  const { review: say } = useWords();
  const { title, text } = say.empty[filter.state];
  return (
    <section className="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      {(filter.after || filter.reason) && (
        <p className="acts">
          <Link to={reviewAddress({ ...filter, after: null, reason: null })}>{say.first}</Link>
        </p>
      )}
    </section>
  );
}
