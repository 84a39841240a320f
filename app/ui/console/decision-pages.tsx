import { Link } from "#app/ui/remix.ts";

type DecisionPagesProps = {
  label: string;
  /** Addresses; null if there is no such page. */
  first: string | null;
  next: string | null;
  say: { first: string; next: string };
};

/** Links a list's first and next page. */
export function DecisionPages({ label, first, next, say }: DecisionPagesProps) {
  if (first === null && next === null) return null;
  return (
    <nav className="spread pager border-t-1 border-rule pt-4 text-[0.9375rem]" aria-label={label}>
      {first !== null && <Link to={first}>{say.first}</Link>}
      {next !== null && (
        <Link className="btn" to={next}>
          {say.next}
        </Link>
      )}
    </nav>
  );
}
