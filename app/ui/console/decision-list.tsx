import { type FormEvent, type ReactNode, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { ErrorText } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, type useFetcher } from "#app/ui/remix.ts";
import type { DecisionAnswer } from "./decision.ts";
import { listKeys } from "./list-keys.ts";

export type DecisionRow = {
  id: string;
  /** Label of the box: "Choose Ana". */
  choose: string;
  /** The thing to decide about, as the box's label. */
  head: ReactNode;
  /** Facts about it, one per line. */
  beneath: readonly ReactNode[];
  /** What looks wrong. */
  reasons: readonly string[];
  when: ReactNode;
};

/** A button of the list; `key`: its keyboard shortcut. */
type Decision = { value: string; label: string; hint: string; key: string };

type DecisionListProps = {
  rows: readonly DecisionRow[];
  decisions: readonly Decision[];
  /** The form's address. */
  action: string;
  decide: ReturnType<typeof useFetcher<DecisionAnswer>>;
  lastDecision: DecisionAnswer;
  say: {
    caption: string;
    columns: { what: string; reasons: string; when: string };
    chooseFirst: string;
    tooMany?: string;
    done: (count: number, decision: string) => string;
    doneNone: string;
    notAsked?: (count: number) => string;
    undone: (count: number) => string;
    tooLate: string;
  };
  explains: string;
  /** Shown if there are no rows. */
  empty: ReactNode;
  /** Above the buttons. */
  also?: ReactNode;
};

/**
 * Lists things that wait, to decide about several at once: by plain forms, and with JavaScript by keys,
 * immediately and with an undo. A refused decision shows its rows again.
 */
export function DecisionList(props: DecisionListProps) {
  const { rows, decisions, action, decide, lastDecision, say } = props;
  const words = useWords().decisions;
  const place = useRef<HTMLElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const press = (value: string) => () =>
    form.current?.querySelector<HTMLButtonElement>(`button[value="${value}"]`)?.click();
  const keys = listKeys(form, "review", {
    ...Object.fromEntries(decisions.map(({ key, value }) => [key, press(value)])),
    z: () => place.current?.querySelector<HTMLButtonElement>("[value=undo]")?.click(),
  });
  const quietly = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    const body = new FormData(event.currentTarget, submitter);
    if (event.currentTarget === form.current && !body.has("review")) return;
    event.preventDefault();
    keepPlace(place.current, new Set(body.getAll("review").map(String)));
    body.set("quiet", "on");
    decide.submit(body, { method: "post", action });
  };
  const chooseAll = (checked: boolean) => {
    for (const box of boxesIn(form.current)) box.checked = checked;
  };
  const wordsOf = {
    "choose-first": say.chooseFirst,
    "too-many": say.tooMany ?? words.unreadable,
    unreadable: words.unreadable,
  };
  const sent = new Set(decide.formData?.getAll("review").map(String));
  const visible = rows.filter(({ id }) => !sent.has(id));
  const shortcuts = [
    ["j", words.down],
    ["k", words.up],
    ["x", words.choose],
    ...decisions.map(({ key, label }) => [key, label] as const),
    ["z", words.undo],
  ] as const;
  return (
    <section ref={place} aria-label={say.caption} tabIndex={-1} onKeyDown={keys} className="decisions">
      <DecisionNote lastDecision={lastDecision} say={say} action={action} onSubmit={quietly} />
      {rows.length === 0 ? (
        props.empty
      ) : (
        <>
          <p className="small muted gap">{props.explains}</p>
          <Form method="post" action={action} ref={form} onSubmit={quietly} preventScrollReset>
            <ErrorText name="review" error={lastDecision.error ? wordsOf[lastDecision.error] : undefined} />
            <table className="names">
              <caption className="vh">{say.caption}</caption>
              <thead>
                <tr>
                  <th className="w-[40px]">
                    <label>
                      <input
                        type="checkbox"
                        onChange={({ currentTarget }) => chooseAll(currentTarget.checked)}
                      />
                      <span className="vh">{words.chooseAll}</span>
                    </label>
                  </th>
                  <th>{say.columns.what}</th>
                  <th className="wide w-40">{say.columns.reasons}</th>
                  <th className="wide w-40">{say.columns.when}</th>
                </tr>
              </thead>
              <tbody>
                {visible.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </tbody>
            </table>
            <div className="decide">
              {props.also}
              <ul>
                {decisions.map(({ value, label, hint }) => (
                  <li key={value}>
                    <Button name="intent" value={value} variant={value === "keep" ? "act" : "plain"}>
                      {label}
                    </Button>
                    <span className="hint">{hint}</span>
                  </li>
                ))}
              </ul>
              <div className="keys wide">
                <p>{words.keys}</p>
                <ul>
                  {shortcuts.map(([key, does]) => (
                    <li key={key}>
                      <kbd>{key}</kbd> {does}
                    </li>
                  ))}
                </ul>
              </div>
            </div>
          </Form>
        </>
      )}
    </section>
  );
}

const boxesIn = (within: ParentNode | null) => [
  ...(within?.querySelectorAll<HTMLInputElement>("[name=review]") ?? []),
];

/** Decided rows disappear with the focus: it moves to the next row that stays, after an undo to the list. */
function keepPlace(place: HTMLElement | null, leaving: ReadonlySet<string>) {
  const boxes = boxesIn(place);
  const last = boxes.findLastIndex(({ value }) => leaving.has(value));
  const stays = (box: HTMLInputElement) => !leaving.has(box.value);
  const next = boxes.slice(last + 1).find(stays) ?? boxes.slice(0, last).findLast(stays);
  ((leaving.size > 0 ? next : null) ?? place)?.focus();
}

function Row({ row }: { row: DecisionRow }) {
  const reasons = row.reasons.length > 0 && (
    <ul className="doubts">
      {row.reasons.map((reason) => (
        <li key={reason} className="kind k-wait">
          {reason}
        </li>
      ))}
    </ul>
  );
  return (
    <tr>
      <td>
        <input type="checkbox" name="review" value={row.id} id={row.id} aria-label={row.choose} />
      </td>
      <th scope="row">
        <label htmlFor={row.id}>{row.head}</label>
        {row.beneath.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a row never change their places
          <span key={place} className="beneath small muted">
            {line}
          </span>
        ))}
        <span className="narrow">{reasons}</span>
      </th>
      <td className="wide">{reasons}</td>
      <td className="wide muted">{row.when}</td>
    </tr>
  );
}

type DecisionNoteProps = Pick<DecisionListProps, "lastDecision" | "say" | "action"> & {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/** What was just done, with the button that undoes it. */
function DecisionNote({
  lastDecision: { done, count, notAsked, at },
  say,
  action,
  onSubmit,
}: DecisionNoteProps) {
  const words = useWords().decisions;
  if (done === null) return null;
  if (done === "undone") {
    return (
      <p className={count > 0 ? "banner" : "banner banner-error"} role="status">
        {count > 0 ? say.undone(count) : say.tooLate}
      </p>
    );
  }
  return (
    <div className="banner cluster loose" role="status">
      <p>{count > 0 ? say.done(count, done) : say.doneNone}</p>
      {notAsked > 0 && say.notAsked && <p>{say.notAsked(notAsked)}</p>}
      {count > 0 && at && (
        <Form method="post" action={action} onSubmit={onSubmit} preventScrollReset>
          <input type="hidden" name="at" value={at} />
          <button type="submit" name="intent" value="undo" className="text-button">
            {words.undo}
          </button>{" "}
          <span className="small">{words.undoHint}</span>
        </Form>
      )}
    </div>
  );
}
