import { Button } from "#app/ui/button.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { RecipientChoice } from "#app/ui/console/recipient-choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";
import type { DispatchesPage } from "./load.server.ts";

/** Shows what waits to be sent, and the button that starts a consolidated letter. */
export function Begin({ page }: { page: DispatchesPage }) {
  const { slug, waiting, waitingFor, recipients, mayWrite, draftId } = page;
  const { begin: say } = useWords().letterConsole.dispatches;
  const { at } = useCompanies();
  const { letters, names, lettersOnHold, namesLeftOut } = waiting;
  const leftOut = say.leftOut(lettersOnHold, namesLeftOut);
  const [only] = recipients;
  return (
    <section className="begin" aria-labelledby="begin">
      <div>
        <h2 id="begin">{say.heading}</h2>
        <p>{say.waits(letters, names)}</p>
        {waitingFor.length > 0 && (
          <ul className="small">
            {waitingFor.map((one) => (
              <li key={one.publicId}>{say.waitsFor(one.name, one.letters)}</li>
            ))}
          </ul>
        )}
        {leftOut && (
          <p className="small muted">
            {say.leftOutStart} {leftOut}.
          </p>
        )}
        {!only && (
          <p>
            {say.noRecipient}{" "}
            <Link to={at(`/organize/c/${slug}/letters/recipients`)}>{mayWrite && say.addRecipient}</Link>
          </p>
        )}
      </div>
      {mayWrite && only && (
        <Form method="post">
          <input type="hidden" name="draft" value={draftId} />
          {recipients.length === 1 ? (
            <input type="hidden" name="recipient" value={only.publicId} />
          ) : (
            <RecipientChoice label={say.recipient} recipients={recipients} />
          )}
          <Button variant={letters + names > 0 ? "act" : "plain"}>{say.button}</Button>
        </Form>
      )}
    </section>
  );
}
