import { listRequests } from "#app/domain/upkeep/retention/list-requests.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { words } from "#app/i18n/index.ts";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { DoneNote, wordOf } from "#app/ui/console/done-note.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/console-closing.css?url";
import { act } from "./act.server.ts";
import { Listed } from "./listed.tsx";
import { RequestForm } from "./request-form.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Lists demands for personal data, with the form to note or correct one. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "manage");
  const search = new URL(args.request.url).searchParams;
  return {
    slug: campaign.slug,
    requests: await listRequests(args.context.db, campaign.id),
    correct: search.get("correct"),
    done: search.get("done"),
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: words("en").requests.meta }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Requests() {
  const { slug, requests, correct, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { requests: say, erase } = useWords();
  const typed: Record<string, string | string[]> = answer?.values ?? {};
  const wanted = answer ? typed.request : correct;
  const correcting = requests.find(({ id }) => id === wanted) ?? null;
  const errors = (answer?.errors ?? []).map(({ field, code }) => ({
    field,
    message: wordOf(say.problems, code) ?? say.problems.unreadable ?? "",
  }));
  const refused = errors.find(({ field }) => field === "form")?.message;
  return (
    <div className="requests">
      <DoneNote done={answer ? undefined : wordOf(say.done, done)} refused={refused} />
      <PageHead title={say.title} text={say.text}>
        <p className="links">
          <a href={`/organize/c/${slug}/erase`}>{erase.link}</a>
          <a href={`/c/${slug}/transparency`}>{say.publicPage}</a>
        </p>
      </PageHead>
      <div className="request-cols">
        <section id="form" aria-labelledby="form-title">
          <h2 id="form-title">{correcting ? say.form.correctTitle : say.form.title}</h2>
          {correcting && <p className="small muted">{say.form.correctText}</p>}
          <ErrorSummary heading={say.summary} errors={errors.filter(({ field }) => field !== "form")} />
          <RequestForm correcting={correcting} typed={typed} errors={errors} />
        </section>
        <section aria-labelledby="noted">
          <h2 id="noted">{say.list}</h2>
          {requests.length === 0 ? (
            <Blank title={say.empty.title} text={say.empty.text} level={3} />
          ) : (
            <ul className="request-list">
              {requests.map((request) => (
                <Listed key={request.id} request={request} />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}
