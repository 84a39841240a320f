import type { LetterFilter } from "#app/domain/entries/letters/list/letter-list.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress, narrowing } from "./read-filter.ts";

type EmptyListProps = { slug: string; filter: LetterFilter; nobody: boolean };

/** Says why the list is empty, what will appear, and how. */
export function EmptyList({ slug, filter, nobody }: EmptyListProps) {
  const { list: say } = useWords().letterConsole;
  const narrowed = narrowing(filter) > 0;
  const { title, text } = nobody ? say.empty.new : narrowed ? say.empty.filters : say.empty.state;
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}/letter`}>{say.empty.new.act}</ButtonLink>
      ) : (
        <Link to={listAddress({ state: narrowed ? filter.state : null })}>
          {narrowed ? say.clear : say.all}
        </Link>
      )}
    </Blank>
  );
}
