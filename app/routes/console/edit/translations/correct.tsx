import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { Diff } from "#app/ui/editing/diff.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import { Form, Link } from "#app/ui/remix.ts";
import type { Answer } from "./act.server.ts";
import type { TranslationsPage } from "./load.server.ts";

/** Shows a translation of the petition: its changes and, for a correction, its note. */
export function Correct({ page, answer }: { page: TranslationsPage; answer: Answer | undefined }) {
  const { editing } = useWords();
  const { translations: say } = editing;
  const own = answer?.part === "correct" ? answer : undefined;
  const wire = wireFields({ values: own?.values ?? {}, errors: own?.errors ?? [] }, editing.errors);
  const named = (locale: string) => editing.page.languageNames[locale] ?? locale;
  return (
    <section className="edit-part" aria-labelledby="correct">
      <h2 id="correct">{page.isSigned ? say.correct : say.first}</h2>
      <p>{page.isSigned ? say.correctText : say.firstText}</p>
      {page.changed.map(({ key, before, after }) => (
        <div key={key} className="original" lang={page.locale}>
          <Diff before={before} after={after} />
        </div>
      ))}
      {page.petitionWaits ? (
        <p>
          {say.waits} <Link to={`/organize/c/${page.slug}/edit/petition#proposed`}>{say.waitsLink}</Link>
        </p>
      ) : page.mayManage ? (
        <Form method="post" noValidate className="edit-form">
          <input type="hidden" name="seen" value={page.better.join(",")} />
          {page.isSigned && (
            <>
              <CountedArea
                {...wire("note", say.correctNote(named(page.written)), say.correctHint)}
                most={atMost.note}
                rows={2}
              />
              <CountedArea
                {...wire("note_in", say.correctNote(named(page.locale)))}
                most={atMost.note}
                rows={2}
              />
            </>
          )}
          {page.needsApproval && <p>{say.asks}</p>}
          <p className="act-row">
            <Button name="intent" value="correct">
              {page.needsApproval ? say.ask : say.correctButton}
            </Button>
          </p>
        </Form>
      ) : (
        <p className="muted small">{editing.noManage}</p>
      )}
    </section>
  );
}
