import { z } from "zod";
import { wordKinds } from "#app/domain/moderation/comment-review.ts";
import { decideWords, undoWords } from "#app/domain/moderation/decide-words.server.ts";
import {
  countWords,
  listWords,
  type WordFilter,
  wordsPerPage,
} from "#app/domain/moderation/list-words.server.ts";
import {
  type NameDecision,
  nameDecisions,
  nameReviewStates,
  undoMinutes,
} from "#app/domain/names/name-review.ts";
import { listWatched, unwatchName, WatchForm, watchName } from "#app/domain/names/watch-names.server.ts";
import { noteListView } from "#app/domain/record/note-view.server.ts";
import { answerDecision, readDecision, refuseDecision } from "#app/http/answer-decision.server.ts";
import { parseForm, readTyped } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import type { DecisionAnswer } from "#app/ui/console/decision.ts";
import { DecisionPages } from "#app/ui/console/decision-pages.tsx";
import { PageHead } from "#app/ui/console/page-head.tsx";
import { StateTabs } from "#app/ui/console/state-tabs.tsx";
import { Select, TextInput } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useFetcher, useLoaderData } from "#app/ui/remix.ts";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { readFilter, reasonsOf, wordsAddress } from "./read-filter.ts";
import { WordList } from "./word-list.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const search = new URL(args.request.url).searchParams;
  const filter = readFilter(search);
  const [counts, page, watched] = await Promise.all([
    countWords(db, scope, filter.kind),
    listWords(db, scope, filter),
    listWatched(db, campaign.id),
  ]);
  const view = { rows: page.words.length, filter: { state: filter.state }, paged: filter.after !== null };
  await noteListView(db, scope, { list: "names", ...view });
  const done = readDecision(search, nameDecisions, undoMinutes);
  return { filter, counts, watched, ...page, done, watchDone: search.get("watch") };
}

/** Acts by the button that sent the form. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "review");
  const { db, wakeMail } = args.context;
  const { request } = args;
  const filter = readFilter(new URL(request.url).searchParams);
  const { intent = "", quiet } = await readTyped(request);
  const answer = (result: { done: string; count: number; at: Date | null; notAsked?: number }) =>
    answerDecision(quiet === "on", result, (about) => wordsAddress(filter, about));
  const watched = (done: string) => redirect(wordsAddress(filter, { watch: done }), 303);

  const decision = nameDecisions.find((one): one is NameDecision => one === intent);
  if (decision) {
    const form = await parseForm(request, Decision, ["review"]);
    if (!form.ok) return refuseDecision("choose-first");
    const { review: reviews, alike } = form.value;
    const decided = await decideWords(db, { ...scope, decision, reviews, alike: alike === "on" });
    if (decision === "ask") wakeMail();
    return answer({ done: decision, count: decided.decided, notAsked: decided.notAsked, at: decided.at });
  }
  switch (intent) {
    case "undo": {
      const form = await parseForm(request, Undo);
      if (!form.ok) return refuseDecision("unreadable");
      const undone = await undoWords(db, { ...scope, at: new Date(form.value.at) });
      return answer({ done: "undone", count: undone, at: null });
    }
    case "watch": {
      const form = await parseForm(request, WatchForm);
      const watch = String(form.values.watch ?? "");
      if (!form.ok) return refuseWatch({ errors: form.errors, watch });
      const { outcome } = await watchName(db, { ...scope, name: form.value.watch });
      if (outcome === "watched") return watched("watched");
      return refuseWatch({ errors: [{ field: "watch", code: outcome }], watch });
    }
    case "unwatch": {
      const form = await parseForm(request, Unwatch);
      if (!form.ok) return refuseDecision("unreadable");
      await unwatchName(db, { ...scope, id: form.value.id });
      return watched("unwatched");
    }
    default:
      return refuseDecision("unreadable");
  }
}

export const meta: MetaFunction = () => [{ title: "Names and comments · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function NamesAndComments() {
  const { filter, counts, words, next, watched, done, watchDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as DecisionAnswer | WatchAnswer | undefined;
  const decide = useFetcher<DecisionAnswer>();
  const { names: say } = useWords().packs;
  const locale = useLocale();
  const watchAnswer = answer && "watch" in answer ? answer : undefined;
  const outcome = decide.data ?? (answer && "done" in answer ? answer : done);
  return (
    <>
      <PageHead title={say.title} text={say.text} />
      {counts.unseen > 0 && <p className="banner banner-plain">{say.unseen(counts.unseen)}</p>}
      <StateTabs
        label={say.tabs}
        tabs={nameReviewStates.map((state) => ({
          label: say.states[state],
          count:
            counts.states[state] >= counts.atMost
              ? say.many(counts.atMost)
              : formatNumber(locale, counts.states[state]),
          to: wordsAddress({ ...filter, state, reason: null, after: null }),
          isCurrent: state === filter.state,
        }))}
      />
      <Filter filter={filter} />
      <div className="cols">
        <div>
          <WordList
            key={`${filter.state} ${filter.kind} ${filter.reason} ${filter.after}`}
            listed={words}
            filter={filter}
            lastDecision={outcome}
            decide={decide}
          />
          <DecisionPages
            label={say.tabs}
            first={filter.after && wordsAddress({ ...filter, after: null })}
            next={next && wordsAddress({ ...filter, after: next })}
            say={say}
          />
        </div>
        <WatchList watched={watched} answer={watchAnswer} done={watchAnswer ? null : watchDone} />
      </div>
    </>
  );
}

function Filter({ filter: { state, kind, reason } }: { filter: WordFilter }) {
  const { names: say } = useWords().packs;
  return (
    <Form method="get" className="filters fields compact">
      <input type="hidden" name="state" value={state} />
      <Select name="kind" label={say.filter.kind} defaultValue={kind ?? ""}>
        <option value="">{say.filter.both}</option>
        {wordKinds.map((one) => (
          <option key={one} value={one}>
            {say.kinds[one]}
          </option>
        ))}
      </Select>
      <Select name="reason" label={say.filter.reason} defaultValue={reason ?? ""}>
        <option value="">{say.filter.any}</option>
        <option value="held">{say.filter.held}</option>
        {reasonsOf(kind).map((one) => (
          <option key={one} value={one}>
            {say.reasons[one]}
          </option>
        ))}
      </Select>
      <Button variant="plain">{say.filter.show}</Button>
    </Form>
  );
}

type WatchListProps = {
  watched: readonly { id: number; name: string }[];
  answer: WatchAnswer | undefined;
  done: string | null;
};

/** Lists names that this campaign reviews before a handover. */
function WatchList({ watched, answer, done }: WatchListProps) {
  const { watch: say, errors } = useWords().packs.names;
  const code = answer?.errors.find(({ field }) => field === "watch")?.code;
  const message =
    code === "known" || code === "full" ? say[code] : code && (errors[code] ?? errors.unreadable);
  return (
    <section className="block stack" aria-labelledby="watched">
      <h2 id="watched">{say.heading}</h2>
      <p className="small">{say.text}</p>
      {(done === "watched" || done === "unwatched") && (
        <p className="banner" role="status">
          {done === "watched" ? say.added : say.removed}
        </p>
      )}
      {watched.length === 0 ? (
        <p className="muted">{say.none}</p>
      ) : (
        <ul className="rows">
          {watched.map(({ id, name }) => (
            <li key={id}>
              <bdi>{name}</bdi>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="id" value={id} />
                <button
                  type="submit"
                  name="intent"
                  value="unwatch"
                  className="text-button"
                  aria-label={say.removeOf(name)}
                >
                  {say.remove}
                </button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <Form method="post" noValidate preventScrollReset className="stack" key={watched.length}>
        <TextInput
          name="watch"
          label={say.label}
          error={message}
          defaultValue={answer?.watch ?? ""}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
        <Button name="intent" value="watch">
          {say.add}
        </Button>
      </Form>
    </section>
  );
}

const Decision = z.object({
  review: z.array(z.uuid()).min(1).max(wordsPerPage),
  alike: z.literal("on").optional(),
});
const Undo = z.object({ at: z.iso.datetime() });
const Unwatch = z.object({ id: z.coerce.number().int().min(1) });

/** Why a name was not added to the watch list, with what was typed. */
type WatchAnswer = { errors: readonly { field: string; code: string }[]; watch: string };

const refuseWatch = (answer: WatchAnswer) => data(answer, { status: 422 });
