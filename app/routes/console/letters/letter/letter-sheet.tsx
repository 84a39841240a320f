import { Button } from "#app/ui/button.tsx";
import { Moment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { LetterPage, ViewedShares } from "./load.server.ts";

type LetterSheetProps = { page: LetterPage; viewed: ViewedShares | undefined };

/** Shows the letter as the company gets it. The number of shares stays covered until somebody asks. */
export function LetterSheet({ page, viewed }: LetterSheetProps) {
  const { one: say } = useWords().letterConsole;
  const { letter, text } = page;
  const withShares = viewed?.text ?? null;
  return (
    <section className="letter-part" aria-labelledby="text">
      <h2 id="text">{say.text}</h2>
      <div className="letter-sheet" lang={letter.locale}>
        <p className="plain-text" dir="auto">
          {withShares ?? text}
        </p>
        {letter.tellsShares && withShares === null && (
          <p className="covered" lang="en">
            {say.covered(letter.company)}
          </p>
        )}
      </div>
      {letter.tellsShares ? (
        <SharesViews page={page} viewed={viewed} />
      ) : (
        <p className="hint">{say.asDelivered}</p>
      )}
    </section>
  );
}

function SharesViews({ page: { views, mayView }, viewed }: LetterSheetProps) {
  const { one: say } = useWords().letterConsole;
  const undone = viewed?.undone ? say.undone[viewed.undone] : undefined;
  return (
    <>
      <div role="status">
        {viewed?.text && <p className="small muted">{say.shown}</p>}
        {undone && <p className="banner banner-error">{undone}</p>}
      </div>
      {!viewed?.text && mayView && (
        <Form method="post" className="act-row view-form" preventScrollReset>
          <Button name="intent" value="look">
            {say.show}
          </Button>
          <p className="small muted">{say.showText}</p>
        </Form>
      )}
      {!mayView && <p className="small muted">{say.noRight}</p>}
      <h3>{say.looks}</h3>
      {views.length === 0 ? (
        <p className="small muted">{say.noLooks}</p>
      ) : (
        <ul className="small">
          {views.map(({ at, by, byOperator }) => (
            <li key={at}>
              <Moment at={at} /> {byOperator ? say.operator : (by ?? say.somebody)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
