import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { type Approving, approvingOf } from "#app/domain/organizers/approving.ts";
import { listApprovers } from "#app/domain/organizers/list-approvers.server.ts";
import { noteAtMost } from "#app/domain/review/bulk.ts";
import { type ListedBulk, listBulks } from "#app/domain/review/list-bulks.server.ts";
import { reviewReasons } from "#app/domain/review/signal.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { Button } from "#app/ui/button.tsx";
import { Approval } from "#app/ui/console/approval.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { ProveAgain } from "#app/ui/console/prove-again.tsx";
import { Select, TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { act } from "./act.server.ts";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const [bulks, approvers] = await Promise.all([listBulks(db, campaign.id), listApprovers(db, campaign.id)]);
  const me = scope.organizerId;
  return {
    bulks: bulks.map((bulk) => ({
      ...bulk,
      approving: bulk.state === "asked" ? approvingOf(approvers, me, [bulk.askedById]) : null,
    })),
    approvers: approvers.filter(({ id }) => id !== me).map(({ name }) => name),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Invalidate by conditions · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Bulk() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const say = useWords().review.bulk;
  if (answer && "proof" in answer) return <ProveAgain asked={answer.proof} />;
  const values: Record<string, unknown> = answer?.values ?? {};
  const typed = (name: string) => (typeof values[name] === "string" ? (values[name] as string) : "");
  const preview = answer && "preview" in answer ? answer.preview : null;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
        <Link to="../review">{say.back}</Link>
      </div>
      <DoneNote done={wordOf(say.done, page.done)} refused={wordOf(say.errors, answer?.error)} />
      <Form method="post" className="sign-form" noValidate>
        <Select name="reason" label={say.reason} defaultValue={typed("reason")}>
          <option value="">{say.any}</option>
          {reviewReasons.map((reason) => (
            <option key={reason} value={reason}>
              {wordOf(say.reasons, reason)}
            </option>
          ))}
        </Select>
        {(["domain", "country", "source", "from", "to"] as const).map((name) => (
          <TextInput
            key={name}
            name={name}
            label={say.fields[name]}
            defaultValue={typed(name)}
            autoComplete="off"
          />
        ))}
        <TextArea
          name="note"
          label={say.note}
          maxLength={noteAtMost}
          defaultValue={typed("note") || say.noteDefault}
        />
        {preview && (
          <section className="said" aria-live="polite">
            <p>{say.matched(preview.matched)}</p>
            <ul>
              {preview.sample.map(({ name, email, country }) => (
                <li key={email}>
                  <bdi>{name}</bdi>, <bdi>{email}</bdi>, {country}
                </li>
              ))}
            </ul>
          </section>
        )}
        <Button name="intent" value="preview" look={preview ? "plain" : "act"}>
          {say.preview}
        </Button>
        {preview && preview.matched > 0 && (
          <Button name="intent" value="ask" look="act">
            {say.ask(preview.matched)}
          </Button>
        )}
      </Form>
      <h2>{say.asked}</h2>
      {page.bulks.length === 0 && <p>{say.none}</p>}
      {page.bulks.map((bulk) => (
        <Entry key={bulk.number} bulk={bulk} approvers={page.approvers} />
      ))}
    </>
  );
}

type EntryProps = { bulk: ListedBulk & { approving: Approving | null }; approvers: readonly string[] };

function Entry({ bulk, approvers }: EntryProps) {
  const say = useWords().review.bulk;
  const { number, state, conditions, matched, invalidated } = bulk;
  const given = Object.entries(conditions).filter(([, value]) => value !== null);
  return (
    <section className="gap" aria-label={say.number(number)}>
      <h3>
        {say.number(number)}: {say.states[state]}
      </h3>
      <p>
        {given
          .map(([name, value]) => `${wordOf(say.names, name)} ${wordOf(say.reasons, value) ?? value}`)
          .join("; ")}
      </p>
      <p>
        <progress max={matched} value={invalidated} aria-label={say.progress(invalidated, matched)} />{" "}
        {say.progress(invalidated, matched)}. {say.by(bulk.askedBy, bulk.approvedBy, bulk.approvedAlone)}
      </p>
      {bulk.approving && (
        <Approval approving={bulk.approving} fields={{ number }} say={{ ...say, own: say.own(approvers) }} />
      )}
      <Form method="post" className="acts">
        <input type="hidden" name="number" value={number} />
        {(state === "asked" || state === "running") && (
          <Button name="intent" value="cancel" look="plain">
            {say.cancel}
          </Button>
        )}
        {(state === "done" || state === "cancelled") && invalidated > 0 && (
          <Button name="intent" value="undo" look="plain">
            {say.undo}
          </Button>
        )}
      </Form>
    </section>
  );
}
