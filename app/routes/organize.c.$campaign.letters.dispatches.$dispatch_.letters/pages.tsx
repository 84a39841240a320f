import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { pageAddress } from "./place.ts";

type PagesProps = { before: string | null; after: string | null };

/** To the letters before and after. An end is said, and is no link. */
export function Pages({ before, after }: PagesProps) {
  const { letters: say } = useWords().letterConsole.dispatches;
  if (before === null && after === null) return null;
  const sides = [
    { side: "before", than: before, rel: "prev" },
    { side: "after", than: after, rel: "next" },
  ] as const;
  return (
    <nav className="pager" aria-label={say.pages}>
      <span />
      <div className="acts">
        {sides.map(({ side, than, rel }) =>
          than === null ? (
            <span key={side} className="btn off">
              {say[side]}
            </span>
          ) : (
            <Link key={side} className="btn" rel={rel} to={pageAddress({ side, than })}>
              {say[side]}
            </Link>
          ),
        )}
      </div>
    </nav>
  );
}
