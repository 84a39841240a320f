import { type ListedRequest, listRequests } from "#app/domain/upkeep/retention/requests.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { longDay } from "#app/ui/console/moment.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messageFor, TextArea, TextInput } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { act } from "./action.server.ts";

/** Lists requests for personal data, with the form to record one. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  const search = new URL(args.request.url).searchParams;
  return {
    slug: campaign.slug,
    requests: await listRequests(args.context.db, campaign.id),
    today: new Date().toISOString().slice(0, 10),
    done: search.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: words("en").requests.meta }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Requests() {
  const { slug, requests, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { requests: say, erase } = useWords();
  const errors = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: wordOf(say.problems, code) ?? say.problems.unreadable ?? "",
  }));
  const refused = errors.find(({ field }) => field === "form")?.message;
  const field = (name: string, otherwise = "") => {
    const typed = answer?.values[name];
    const error = messageFor(errors, name);
    return { name, error, defaultValue: typeof typed === "string" ? typed : otherwise };
  };
  return (
    <>
      <DoneNote done={answer ? undefined : wordOf(say.done, done)} refused={refused} />
      <PageHead title={say.title} text={say.text}>
        <p className="cluster loose">
          <a href={`/organize/c/${slug}/erase`}>{erase.link}</a>
          <a href={`/c/${slug}/transparency`}>{say.publicPage}</a>
        </p>
      </PageHead>
      <div className="cols even gap">
        <section aria-labelledby="form-title">
          <h2 id="form-title">{say.form.title}</h2>
          <ErrorSummary heading={say.summary} errors={errors.filter((each) => each.field !== "form")} />
          <Form method="post" action="?" className="sign-form" noValidate>
            <div className="pair">
              <TextInput {...field("received", today)} label={say.form.received} type="date" required />
              <TextInput
                {...field("due")}
                label={say.form.due}
                hint={say.form.dueHint}
                type="date"
                optional
              />
            </div>
            <TextArea {...field("note")} label={say.form.note} hint={say.form.noteHint} rows={4} />
            <div className="acts">
              <Button name="intent" value="note" variant="act">
                {say.form.save}
              </Button>
            </div>
          </Form>
        </section>
        <section aria-labelledby="noted">
          <h2 id="noted">{say.list}</h2>
          {requests.length === 0 ? (
            <Blank title={say.empty.title} text={say.empty.text} level={3} />
          ) : (
            <ul className="list gap">
              {requests.map((request) => (
                <Listed key={request.id} request={request} today={today} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  );
}

function Listed({ request, today }: { request: ListedRequest; today: string }) {
  const { requests: say } = useWords();
  const { id, receivedOn, dueOn, doneOn, note, by } = request;
  const status = doneOn ? say.doneOn(longDay(doneOn)) : dueOn < today ? say.overdue : say.open;
  return (
    <li>
      <p className={doneOn ? "kind k-good" : dueOn < today ? "kind k-stop" : "kind k-wait"}>{status}</p>
      <p>
        <b>{say.days(longDay(receivedOn), longDay(dueOn))}</b>
      </p>
      <p className="quote">{note}</p>
      <p className="small muted">{say.by(by ?? say.operator)}</p>
      <div className="acts">
        {!doneOn && (
          <Form method="post" action="?">
            <input type="hidden" name="request" value={id} />
            <Button name="intent" value="done">
              {say.finish}
            </Button>
          </Form>
        )}
        <AskedOnce
          intent="remove"
          fields={{ request: id }}
          summary={say.remove.summary}
          text={say.remove.text}
          button={say.remove.button}
        />
      </div>
    </li>
  );
}
