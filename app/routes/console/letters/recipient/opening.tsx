import { Button } from "#app/ui/button.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { RecipientPage } from "./load.server.ts";

/** Shows whether writers can choose a recipient, with the button that changes it. */
export function Opening({ page }: { page: RecipientPage }) {
  const { open: say } = useWords().letterConsole.recipients.one;
  const { recipient, closing, mayWrite } = page;
  const { openedAt, isDefault, verified } = recipient;
  const isOpen = openedAt !== null;
  return (
    <section className="letter-part" aria-labelledby="opening">
      <h2 id="opening">{say.heading}</h2>
      <p>{isOpen ? (isDefault ? say.isDefault : say.isOpen) : verified ? say.isClosed : say.unverified}</p>
      {mayWrite && !isOpen && verified && (
        <Form method="post" className="act-row">
          <Button name="intent" value="open">
            {say.open}
          </Button>
        </Form>
      )}
      {mayWrite && isOpen && closing.next === null && <p className="small muted">{say.onlyOne}</p>}
      {mayWrite && isOpen && closing.next !== null && (
        <details className="asked">
          <summary>{say.close}</summary>
          <div>
            <p>{say.closing(closing.letters, closing.next)}</p>
            <Form method="post">
              <input type="hidden" name="letters" value={closing.letters} />
              <Button name="intent" value="close">
                {say.closeButton}
              </Button>
            </Form>
          </div>
        </details>
      )}
    </section>
  );
}
