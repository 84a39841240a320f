import type { ListedPledge, ListedState } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { FoundRows } from "#app/ui/console/found-rows.tsx";
import { Pager } from "#app/ui/console/pager.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { EmptyList } from "./empty-list.tsx";
import { PledgeTable } from "./pledge-table.tsx";
import { type ReadFilter, useListAddress } from "./read-filter.ts";

type Found = { outcome: "found"; pledges: readonly ListedPledge[]; more: boolean } | { outcome: "too-short" };

type List = {
  slug: string;
  year: number;
  read: ReadFilter;
  counts: Record<ListedState, number>;
  pledges: readonly ListedPledge[];
  newer: string | null;
  older: string | null;
};

/** Shows search results. */
export function FoundList({ slug, year, found }: { slug: string; year: number; found: Found }) {
  const { pledgeList: say } = useWords();
  const listAddress = useListAddress();
  const pledges = found.outcome === "found" ? found.pledges : [];
  return (
    <FoundRows say={say} found={found} rows={pledges} back={listAddress(year, {})}>
      <PledgeTable slug={slug} pledges={pledges} />
    </FoundRows>
  );
}

/** Shows a list page and its filter. */
export function WholeList({ list }: { list: List }) {
  const { pledgeList: say } = useWords();
  const { read, year, pledges, newer, older } = list;
  const listAddress = useListAddress();
  return (
    <>
      <p className="sentence">
        <span>
          <b>{say.showing[read.filter.state ?? "all"]}</b> {say.newestFirst(year)}
        </span>
        {read.badDay && <span className="problem">{say.badDay}</span>}
      </p>
      {pledges.length === 0 ? (
        <EmptyList slug={list.slug} year={year} filter={read.filter} counts={list.counts} />
      ) : (
        <>
          <PledgeTable slug={list.slug} pledges={pledges} />
          <Pager
            newer={newer}
            older={older}
            rows={pledges.length}
            addressOf={(side, than) => listAddress(year, read.filter, { side, than })}
          />
        </>
      )}
    </>
  );
}
