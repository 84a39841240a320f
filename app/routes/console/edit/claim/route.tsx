import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ClaimState } from "#app/ui/editing/claim-state.tsx";
import { StaleNote } from "#app/ui/editing/stale-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { messagesOf } from "#app/ui/meetings/form-state.ts";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./act.server.ts";
import { ClaimActions } from "./claim-actions.tsx";
import { ClaimForm } from "./claim-form.tsx";
import { load } from "./load.server.ts";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { claims: say } = words("en").editing;
  return [{ title: `${data?.claim ? say.one(data.claim.position) : say.newTitle} · Undersigned` }];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Claim() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const { slug, claim, mayWrite } = page;
  const errors = answer?.errors ?? [];
  return (
    <>
      <p className="crumb">
        <a href={`/organize/c/${slug}/edit/claims`}>{say.claims.all}</a>
      </p>
      <div className="section-head">
        <h2>{claim ? say.claims.one(claim.position) : say.claims.newTitle}</h2>
        {claim && <ClaimState claim={claim} />}
      </div>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {answer?.stale && <StaleNote {...answer.stale} />}
      <div className="edit-cols">
        {mayWrite ? (
          <ClaimForm
            key={answer ? "answered" : claim?.version}
            version={answer?.stale?.version ?? claim?.version ?? 0}
            form={{ values: answer?.values ?? page.fields, errors }}
          />
        ) : (
          <p>{say.noWrite}</p>
        )}
        {claim && <ClaimActions page={{ ...page, claim }} />}
      </div>
    </>
  );
}
