import { formatDate } from "#app/i18n/index.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { DueTable } from "./due-table.tsx";

type ClosedProps = {
  closed: {
    at: string;
    erasesOn: string;
    askedBy: string | null;
    approvedBy: string | null;
    alone: boolean;
    erasingSince: string | null;
    erasedAt: string | null;
    counts: Record<string, number>;
  };
};

/**
 * Shows since when a campaign is closed, by whom, and what is erased when. Reopening is possible until then.
 */
export function Closed({ closed }: ClosedProps) {
  const { closed: say } = useWords().closing;
  const locale = useLocale();
  const day = (at: string) => formatDate(locale, at);
  const { askedBy, approvedBy, alone, erasingSince, erasedAt, erasesOn, counts } = closed;
  return (
    <section className="sheet">
      <h2>{say.title(day(closed.at))}</h2>
      <p>{say.who(askedBy, approvedBy, alone)}</p>
      <p className="gap">
        {erasedAt ? say.erased(day(erasedAt)) : erasingSince ? say.erasing : say.erases(day(erasesOn))}
      </p>
      {Object.keys(counts).length > 0 && (
        <>
          <h3>{say.counts}</h3>
          <DueTable due={counts} />
        </>
      )}
      {!erasingSince && (
        <>
          <h3>{say.before}</h3>
          <p>{say.beforeText}</p>
          <AskedOnce
            intent="reopen"
            variant="act"
            summary={say.reopen}
            text={say.reopenText}
            button={say.reopenButton}
          />
        </>
      )}
    </section>
  );
}
