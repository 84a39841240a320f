import {
  type ListedState,
  type PledgeFilter,
  wholePledgeList,
} from "#app/domain/entries/pledges/list/pledge-list.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress, narrowing } from "./read-filter.ts";

type EmptyListProps = {
  slug: string;
  year: number;
  filter: PledgeFilter;
  counts: Record<ListedState, number>;
};

/** Why there is no row, what will appear here, and how to get it. */
export function EmptyList({ slug, year, filter, counts }: EmptyListProps) {
  const { pledgeList: say } = useWords();
  const { empty } = say;
  const nobody = Object.values(counts).every((count) => count === 0);
  const narrowed = narrowing(filter) > 0;
  const { title, text } = nobody ? empty.new : narrowed ? empty.filters : empty.state;
  return (
    <div className="blank">
      <h2>{title}</h2>
      <p>{text}</p>
      <p className="acts">
        {nobody ? (
          <ButtonLink href={`/c/${slug}/pledge`}>{empty.new.act}</ButtonLink>
        ) : (
          <Link to={listAddress(year, { ...wholePledgeList, ...(narrowed ? { state: filter.state } : {}) })}>
            {narrowed ? say.clear : say.back}
          </Link>
        )}
      </p>
    </div>
  );
}

/** Nobody was found, or too little was written to look for. */
export function NothingFound({ why, year }: { why: "found" | "tooShort"; year: number }) {
  const { pledgeList: say } = useWords();
  const { title, text } = say.empty[why];
  return (
    <div className="blank" role="status">
      <h2>{title}</h2>
      <p>{text}</p>
      <p className="acts">
        <a href={listAddress(year, {})}>{say.back}</a>
      </p>
    </div>
  );
}

/** There is no meeting to pledge for. */
export function NoMeeting({ slug }: { slug: string }) {
  const { noMeeting: say } = useWords().pledgeList.empty;
  return (
    <div className="blank">
      <h2>{say.title}</h2>
      <p>{say.text}</p>
      <p className="acts">
        <ButtonLink href={`/organize/c/${slug}/meetings`}>{say.act}</ButtonLink>
      </p>
    </div>
  );
}
