import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findSettingsAndTemplates } from "#app/domain/letters/find-settings.server.ts";
import { letterStates } from "#app/domain/letters/letter.ts";
import { countHeldLetters, countLetters, listLetters } from "#app/domain/letters/list-letters.server.ts";
import { searchLetters } from "#app/domain/letters/search-letters.server.ts";
import { mayDo } from "#app/domain/organizers/organizer.ts";
import { parseForm } from "#app/http/form.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { Pager } from "#app/ui/console/pager.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { FindForm, NarrowForm } from "./filters.tsx";
import { Flow } from "./flow.tsx";
import { LetterTable } from "./letter-table.tsx";
import { EmptyList, NothingFound } from "./nothing.tsx";
import { listAddress, readFilter } from "./read-filter.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const read = readFilter(new URL(args.request.url).searchParams);
  const [counts, held, { settings, templates }, page] = await Promise.all([
    countLetters(db, campaign.id),
    countHeldLetters(db, campaign.id),
    findSettingsAndTemplates(db, campaign.id),
    listLetters(db, scope, read.filter, read.cursor),
  ]);
  return {
    ...{ slug: campaign.slug, counts, held, settings, filter: read.filter, ...page },
    languages: templates.map(({ locale }) => locale),
    mayReview: mayDo(campaign.role, "review"),
    mayWrite: mayDo(campaign.role, "write"),
  };
}

const SearchFields = z.object({ find: z.string().max(300) });

/** Finds writers. A POST although it changes nothing, so that no name stands in an address. */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  const form = await parseForm(args.request, SearchFields);
  if (!form.ok) return data({ typed: "", outcome: "too-short" as const }, { status: 422 });
  const typed = form.value.find;
  return { typed, ...(await searchLetters(args.context.db, scope, typed)) };
}

export const meta: MetaFunction = () => [{ title: "Letters · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Letters() {
  const list = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { list: say } = useWords().letterConsole;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{say.title}</h1>
          <p>{say.rhythm(list.settings.everyDays, list.settings.milestone)}</p>
        </div>
      </div>
      <Flow counts={list.counts} filter={list.filter} searching={found !== undefined} />
      {list.held > 0 && (
        <p className="needs">
          <span>{say.waits(list.held)}</span>
          {list.mayReview && <Link to={`/organize/c/${list.slug}/letters/moderation`}>{say.look}</Link>}
        </p>
      )}
      <div className="letter-filters">
        <FindForm typed={found?.typed ?? ""} />
        <NarrowForm filter={list.filter} languages={list.languages} />
      </div>
      {found ? <FoundList slug={list.slug} found={found} /> : <WholeList list={list} />}
    </>
  );
}

type Found = NonNullable<ReturnType<typeof useActionData<typeof action>>>;

function FoundList({ slug, found }: { slug: string; found: Found }) {
  const { list: say } = useWords().letterConsole;
  if (found.outcome === "too-short") return <NothingFound why="tooShort" />;
  if (found.letters.length === 0) return <NothingFound why="found" />;
  return (
    <>
      <p className="sentence" role="status">
        <span>{say.found(found.letters.length, found.more)}</span>
        <a href="?">{say.back}</a>
      </p>
      <LetterTable slug={slug} letters={found.letters} chooses={false} />
    </>
  );
}

function WholeList({ list }: { list: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { list: say } = useWords().letterConsole;
  const { slug, filter, letters, newer, older, counts } = list;
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[filter.state ?? "all"]}</b>
          {say.newestFirst}
        </span>
        {filter.state && <Link to={listAddress({ ...filter, state: null })}>{say.all}</Link>}
      </p>
      {letters.length === 0 ? (
        <EmptyList slug={slug} filter={filter} nobody={letterStates.every((state) => counts[state] === 0)} />
      ) : (
        <>
          <LetterTable slug={slug} letters={letters} chooses={false} />
          <Pager
            {...{ newer, older, rows: letters.length }}
            addressOf={(side, than) => listAddress(filter, { side, than })}
          />
        </>
      )}
    </>
  );
}
