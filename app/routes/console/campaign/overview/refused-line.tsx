import type { RefusalCounts } from "#app/domain/upkeep/refusals/count-refusals.server.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";

/** Shows how often somebody was refused lately, with a link to details. For those who see the whole log. */
export function RefusedLine({ slug, counts }: { slug: string; counts: RefusalCounts }) {
  const { refused: say } = useWords().dashboard;
  const audit = `/organize/c/${slug}/audit`;
  const { wrong, locked, unknown, refused } = counts;
  const some = wrong + locked + unknown > 0;
  return (
    <p className="refused small muted">
      {say.line(counts)}
      {some && (
        <>
          {" "}
          <Link to={`${audit}?scope=site&kind=refusals`}>{say.signIns}</Link>
        </>
      )}
      {refused > 0 && (
        <>
          {some ? " · " : " "}
          <Link to={`${audit}?kind=refusals`}>{say.pages}</Link>
        </>
      )}
    </p>
  );
}
