import { writeClock } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";
import { totalsOf } from "./totals.ts";
import type { Lost } from "./use-renewal.ts";

type AnnouncementsProps = { page: UpdatePage; lost: Lost | null };

/** Announces changes of a page that refreshes itself: lost connection, stage, every tenth of progress. */
export function Announcements({ page: { update, progress }, lost }: AnnouncementsProps) {
  const { stages, trouble, progress: say } = useWords().updates;
  const goes = update.stage === "sending" || update.stage === "paused";
  const { handed, not } = progress ? totalsOf(progress.counts) : { handed: 0, not: 0 };
  const tenths = progress?.audienceSize ? Math.floor((10 * (handed + not)) / progress.audienceSize) : 0;
  return (
    <>
      <p className="vh" role="status">
        {goes && progress ? say.told(stages[update.stage], tenths * 10) : stages[update.stage]}
      </p>
      <div role="status">
        {lost && <p className="banner banner-error">{trouble.look[lost.kind](writeClock(lost.since))}</p>}
      </div>
    </>
  );
}
