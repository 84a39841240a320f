import type { SignatureState } from "#app/domain/entries/signatures/signature.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { listAddress, type ReadFilter } from "./read-filter.ts";

type EmptyListProps = { filter: ReadFilter; slug: string; total: Record<SignatureState, number> };

/** Says why the list is empty, what will appear, and how. */
export function EmptyList({ filter, slug, total }: EmptyListProps) {
  const { signatures: say } = useWords().organize;
  const { empty } = say;
  const nobody = Object.values(total).every((count) => count === 0);
  const dated = filter.from !== null || filter.to !== null;
  const { title, text } = nobody
    ? empty.new
    : dated
      ? empty.dates
      : filter.cursor || filter.state === null
        ? empty.page
        : empty[filter.state];
  return (
    <Blank title={title} text={text}>
      {nobody ? (
        <ButtonLink href={`/c/${slug}`}>{empty.new.act}</ButtonLink>
      ) : (
        <Link to={listAddress({ state: dated ? filter.state : null })}>{dated ? say.clear : say.back}</Link>
      )}
    </Blank>
  );
}
