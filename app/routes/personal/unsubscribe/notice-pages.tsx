import { Button } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Asks to stop emails on a petition's new texts, by one button. */
export function AskNotices({ about }: { about: string }) {
  const { unsubscribe } = useWords();
  const { notices: say } = unsubscribe;
  return (
    <>
      <h1>{say.title}</h1>
      <p className="standfirst">{say.ask(about)}</p>
      <form method="post">
        <Button variant="act" wide>
          {unsubscribe.button}
        </Button>
      </form>
      <p className="small muted gap">{say.nothingElse}</p>
    </>
  );
}

/** Says the same whether or not anything changed. */
export function NoticesDone() {
  const { unsubscribe } = useWords();
  const { notices: say } = unsubscribe;
  const to = useLocalizedPath();
  return (
    <>
      <h1>{say.doneTitle}</h1>
      <p className="standfirst">{say.done}</p>
      <p className="small muted gap">
        {unsubscribe.again} <a href={to("/manage")}>{unsubscribe.toManage}</a>
      </p>
    </>
  );
}
