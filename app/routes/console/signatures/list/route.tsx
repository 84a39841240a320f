import { z } from "zod";
import { mayDo } from "#app/domain/access/organizer.ts";
import { countSignatures, listSignatures } from "#app/domain/entries/signatures/list-signatures.server.ts";
import { searchSignatures } from "#app/domain/entries/signatures/search-signatures.server.ts";
import { noteListView, noteSearch } from "#app/domain/record/note-view.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { FoundRows } from "#app/ui/console/found-rows.tsx";
import { Pager } from "#app/ui/console/pager.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { EmptyList } from "./empty-list.tsx";
import { DateFilter, FindForm } from "./filters.tsx";
import { listAddress, readFilter } from "./read-filter.ts";
import { SignatureTable } from "./signature-table.tsx";
import { StateTabs } from "./state-tabs.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign, scope } = await requireCampaign(args, "view-names");
  const { db } = args.context;
  const filter = readFilter(new URL(args.request.url).searchParams);
  const [counts, page] = await Promise.all([countSignatures(db, scope), listSignatures(db, scope, filter)]);
  const { state, from, to, cursor } = filter;
  const view = { rows: page.signatures.length, filter: { state, from, to }, paged: cursor !== null };
  await noteListView(db, scope, { list: "signatures", ...view });
  const mayExport = mayDo(campaign, "export-signatures");
  return { slug: campaign.slug, mayExport, filter, counts, ...page };
}

const SearchFields = z.object({ find: z.string().max(300) });

/**
 * Finds people. Searching is a POST although it changes nothing: in a GET's query, a name or address would be
 * stored in the browser's history, in proxies' logs and in shared links.
 */
export async function action(args: ActionFunctionArgs) {
  const { scope } = await requireCampaign(args, "view-names");
  const form = await parseForm(args.request, SearchFields);
  if (!form.ok) return data({ typed: "", outcome: "too-short" as const }, { status: 422 });
  const typed = form.value.find;
  const { db, env } = args.context;
  const found = await searchSignatures(db, scope, typed);
  if (found.outcome === "found")
    await noteSearch(db, env.keys, scope, { list: "signatures", rows: found.signatures.length, typed });
  return { typed, ...found };
}

export const meta: MetaFunction = () => [{ title: "Signatures · Undersigned" }];

export { ConsoleError as ErrorBoundary };

export default function Signatures() {
  const list = useLoaderData<typeof loader>();
  const found = useActionData<typeof action>();
  const { signatures: say } = useWords().organize;
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
        {list.mayExport && (
          <div className="acts">
            <ButtonLink href={`/organize/c/${list.slug}/exports`}>{say.export}</ButtonLink>
          </div>
        )}
      </div>
      <StateTabs counts={list.counts} filter={list.filter} searching={found !== undefined} />
      <div className="filters">
        <FindForm typed={found?.typed ?? ""} />
        <DateFilter filter={list.filter} />
      </div>
      {found ? <FoundList found={found} /> : <WholeList list={list} />}
    </>
  );
}

function FoundList({ found }: { found: NonNullable<ReturnType<typeof useActionData<typeof action>>> }) {
  const { signatures: say } = useWords().organize;
  const signatures = found.outcome === "found" ? found.signatures : [];
  return (
    <FoundRows say={say} found={found} rows={signatures} back="?">
      <SignatureTable signatures={signatures} />
    </FoundRows>
  );
}

function WholeList({ list }: { list: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { signatures: say } = useWords().organize;
  const { filter, signatures } = list;
  const { from, to } = filter;
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[filter.state ?? "all"]}</b>, {from || to ? say.between(from, to) : say.anyTime}
        </span>
        {filter.badDay && <span className="problem">{say.badDay}</span>}
      </p>
      {signatures.length === 0 ? (
        <EmptyList filter={filter} slug={list.slug} total={list.counts} />
      ) : (
        <>
          <SignatureTable signatures={signatures} />
          <Pager
            newer={list.newer}
            older={list.older}
            rows={signatures.length}
            addressOf={(side, than) => listAddress({ ...filter, cursor: { side, than } })}
          />
        </>
      )}
    </>
  );
}
