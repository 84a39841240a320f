import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { noteLook } from "#app/domain/audit/note-look.server.ts";
import { countNames, listNames } from "#app/domain/weeding/list-names.server.ts";
import { nameReviewStates, undoMinutes } from "#app/domain/weeding/name-review.ts";
import { listWatched } from "#app/domain/weeding/watch-names.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import packStyles from "#app/ui/styles/console-packs.css?url";
import { type Answer, act } from "./act.server.ts";
import { Done } from "./done.tsx";
import { NameForm } from "./name-form.tsx";
import { namesAddress, readFilter } from "./read-filter.ts";
import { WatchList } from "./watch-list.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: packStyles }];

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "review");
  const { db } = args.context;
  const search = new URL(args.request.url).searchParams;
  const filter = readFilter(search);
  const [counts, page, watched] = await Promise.all([
    countNames(db, scope),
    listNames(db, scope, filter),
    listWatched(db, campaign.id),
  ]);
  const look = { rows: page.names.length, filter: { state: filter.state }, paged: filter.after !== null };
  await noteLook(db, scope, { list: "names", ...look });
  const at = search.get("at");
  const undoable = at !== null && Date.now() - Date.parse(at) < undoMinutes * 60_000;
  return {
    ...{ filter, counts, watched, ...page },
    done: {
      what: search.get("done"),
      names: Number(search.get("names")) || 0,
      notAsked: Number(search.get("not")) || 0,
      at: undoable ? at : null,
    },
  };
}

export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Names · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Names() {
  const { filter, counts, names, next, watched, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { names: say } = useWords().packs;
  const locale = useLocale();
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.text}</p>
        </div>
      </div>
      {!answer && <Done done={done} filter={filter} />}
      {counts.unseen > 0 && <p className="said unseen">{say.unseen(counts.unseen)}</p>}
      <nav className="tabs" aria-label={say.tabs}>
        {nameReviewStates.map((state) => (
          <Link
            key={state}
            to={namesAddress({ state, after: null })}
            aria-current={state === filter.state ? "page" : undefined}
          >
            {say.states[state]} <span className="num">{formatNumber(locale, counts[state])}</span>
          </Link>
        ))}
      </nav>
      <div className="name-cols">
        <NameForm
          key={`${filter.state} ${filter.after}`}
          names={names}
          next={next}
          filter={filter}
          answer={answer}
        />
        <WatchList watched={watched} answer={answer} />
      </div>
    </>
  );
}
