import { useAnswerTitle } from "./answer-title.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { DefinitionList } from "./definition-list.tsx";
import { HiddenFields } from "./hidden-fields.tsx";
import { useWords } from "./locale.tsx";
import { Page } from "./page.tsx";
import type { TypedValues } from "./sign-form.tsx";

type Retry = { address: string; values: TypedValues | null };

/**
 * Says that the database does not answer, or that too much is being sent (`isBusy`). A sent form is kept: one
 * button sends it again.
 */
export function OutagePage({ retry, isBusy = false }: { retry: Retry | null; isBusy?: boolean }) {
  const { errors } = useWords();
  const { title, text } = isBusy ? { ...errors.page[408], title: errors.busy } : errors.page[503];
  const { sent, sendAgain, again } = errors.outage;
  useAnswerTitle({ says: title });
  return (
    <Page>
      <h1>{title}</h1>
      <p className="standfirst">{retry?.values ? sent : text}</p>
      {retry?.values ? (
        <>
          <Typed values={retry.values} />
          <form method="post" action={retry.address}>
            <HiddenFields values={retry.values} />
            <p className="gap">
              <Button variant="act" wide>
                {sendAgain}
              </Button>
            </p>
          </form>
        </>
      ) : (
        retry && (
          <p className="gap">
            <ButtonLink href={retry.address}>{again}</ButtonLink>
          </p>
        )
      )}
    </Page>
  );
}

/** Labels of these fields; all others are sent hidden. */
function Typed({ values }: { values: TypedValues }) {
  const { sign, errors, common } = useWords();
  const items = [
    { term: sign.form.name, detail: values.name },
    { term: sign.form.email, detail: values.email },
    { term: sign.form.comment, detail: values.comment },
    { term: errors.outage.letter, detail: values.body },
  ].filter(({ detail }) => detail);
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="kept-words">{common.summary.typed}</h2>
      <DefinitionList items={items} />
    </section>
  );
}
