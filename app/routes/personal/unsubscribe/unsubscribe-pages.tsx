import { Button } from "#app/ui/button.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";

/** Asks to stop updates, by one button. */
export function Ask({ about, isTest }: { about: string; isTest: boolean }) {
  const { unsubscribe } = useWords();
  return (
    <>
      <h1>{unsubscribe.askTitle}</h1>
      <p className="standfirst">{unsubscribe.ask(about)}</p>
      {isTest && <p className="gap">{unsubscribe.test}</p>}
      <form method="post">
        <Button variant="act" wide>
          {unsubscribe.button}
        </Button>
      </form>
      <p className="small muted gap">{unsubscribe.nothingElse}</p>
    </>
  );
}

/** Says the same whether they unsubscribed now, before, or were never stored. */
export function Done() {
  const { unsubscribe } = useWords();
  return (
    <>
      <h1>{unsubscribe.doneTitle}</h1>
      <p className="standfirst">{unsubscribe.done}</p>
      <p className="gap">{unsubscribe.doneElse}</p>
      <p className="small muted gap">
        {unsubscribe.again} <ManageLink />
      </p>
    </>
  );
}

function ManageLink() {
  const { unsubscribe } = useWords();
  const to = useLocalizedPath();
  return <a href={to("/manage")}>{unsubscribe.toManage}</a>;
}
