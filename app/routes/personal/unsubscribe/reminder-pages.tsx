import { Button } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";

type AboutPledge = { company: string; year: number; fund: boolean };

/** Asks to stop a pledge's reminders, by one button. */
export function AskReminders({ company, year, fund }: AboutPledge) {
  const { stop, told } = useWords().pledgeSummary;
  return (
    <>
      <h1>{stop.title}</h1>
      <p className="standfirst">{stop.ask(told.meetingOf(company, year))}</p>
      <form method="post">
        <Button variant="act" wide>
          {stop.button}
        </Button>
      </form>
      <p className="small muted gap">{stop.nothingElse}</p>
      <Disclosures company={company} fund={fund} />
    </>
  );
}

/** Says the same whether or not anything changed. */
export function RemindersDone({ company, fund }: AboutPledge) {
  const { pledgeSummary, unsubscribe } = useWords();
  const { stop } = pledgeSummary;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{stop.doneTitle}</h1>
      <p className="standfirst">{stop.done}</p>
      <p className="gap">{stop.doneElse}</p>
      <p className="small muted gap">
        {unsubscribe.again} <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
      <Disclosures company={company} fund={fund} />
    </>
  );
}
