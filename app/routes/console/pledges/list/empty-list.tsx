import {
  type ListedState,
  type PledgeFilter,
  wholePledgeList,
} from "#app/domain/entries/pledges/list/pledge-list.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { narrowing, useListAddress } from "./read-filter.ts";

type EmptyListProps = {
  slug: string;
  year: number;
  filter: PledgeFilter;
  counts: Record<ListedState, number>;
};

/** Says why the list is empty, what will appear, and how. */
export function EmptyList({ slug, year, filter, counts }: EmptyListProps) {
  const { pledgeList: say } = useWords();
  const { empty } = say;
  const listAddress = useListAddress();
  const nobody = Object.values(counts).every((count) => count === 0);
  const narrowed = narrowing(filter) > 0;
  const { title, text } = nobody ? empty.new : narrowed ? empty.filters : empty.state;
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}/pledge`}>{empty.new.act}</ButtonLink>
      ) : (
        <Link to={listAddress(year, { ...wholePledgeList, ...(narrowed ? { state: filter.state } : {}) })}>
          {narrowed ? say.clear : say.back}
        </Link>
      )}
    </Blank>
  );
}

/** Says that no meeting is entered. */
export function NoMeeting({ slug }: { slug: string }) {
  const { noMeeting: say } = useWords().pledgeList.empty;
  const { at } = useCompanies();
  return (
    <Blank title={say.title} text={say.text}>
      <ButtonLink href={at(`/organize/c/${slug}/meetings`)}>{say.act}</ButtonLink>
    </Blank>
  );
}
