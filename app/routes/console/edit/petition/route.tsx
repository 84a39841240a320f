import type { ReactNode } from "react";
import { atMost } from "#app/domain/campaign/wording.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { formatNumber, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { Reauthenticate } from "#app/ui/console/reauthenticate.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { SentBackNotes } from "#app/ui/console/send-back.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-head.tsx";
import { StaleNote } from "#app/ui/editing/stale-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { PetitionText } from "#app/ui/petition-text.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";
import { load, type PetitionPage } from "./load.server.ts";
import { NoticePart } from "./notice-part.tsx";
import { ProposalPart } from "./proposal-part.tsx";
import { PublishPart } from "./publish-part.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.petition} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Petition() {
  const page = useLoaderData<typeof loader>();
  const given = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  const errors = given?.errors ?? [];
  if (given?.proof) return <Reauthenticate asked={given.proof} />;
  const answer = given?.part ? undefined : given;
  const { draft } = page;
  const publish = draft && page.proposal?.draftVersion == null && (
    <PublishPart page={{ ...page, draft }} answer={answer} />
  );
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={given} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {given?.stale && <StaleNote {...given.stale} />}
      <SentBackNotes sentBack={page.sentBack} />
      <InForce page={page} />
      {page.proposal && <ProposalPart page={{ ...page, proposal: page.proposal }} />}
      {page.mayWrite ? (
        <PetitionForm page={page} answer={answer}>
          {publish}
        </PetitionForm>
      ) : (
        draft && (
          <Form method="post" noValidate className="keep-form">
            <input type="hidden" name="version" value={draft.version} />
            {publish}
          </Form>
        )
      )}
      {publish && page.mayWrite && (
        <AskedOnce
          intent="drop"
          variant="plain"
          fields={{ version: draft?.version ?? 0 }}
          summary={say.petition.drop}
          text={say.petition.dropText}
          button={say.petition.drop}
        />
      )}
      <NoticePart page={page} answer={given} />
      <Versions page={page} />
    </>
  );
}

/** Shows the text people sign now. */
function InForce({ page: { inForce } }: { page: PetitionPage }) {
  const { petition: say } = useWords().editing;
  return (
    <section className="block" aria-labelledby="in-force">
      <h2 id="in-force">{say.inForce}</h2>
      {inForce === null ? (
        <p className="muted">{say.none}</p>
      ) : (
        <>
          <p className="small muted">
            {say.version(inForce.version, writeMoment(inForce.publishedAt))}; {say.signed(inForce.signatures)}
          </p>
          <p className="standfirst">{inForce.summary}</p>
          <details className="asked">
            <summary>{say.body}</summary>
            <div>
              <PetitionText body={inForce.body} />
            </div>
          </details>
        </>
      )}
    </section>
  );
}

type PetitionFormProps = { page: PetitionPage; answer: Answer | undefined; children: ReactNode };

/**
 * Edits the next text, which begins as the one in force. `children` publish it, from the same form: what is
 * typed comes along, so nothing older than the screen is published.
 */
function PetitionForm({ page: { draft, inForce, proposal }, answer, children }: PetitionFormProps) {
  const { editing } = useWords();
  const { petition: say } = editing;
  const text = draft ?? inForce;
  const stored = { summary: text?.summary ?? "", body: text?.body ?? "" };
  const wire = wireFields(
    { values: { ...stored, ...answer?.values }, errors: answer?.errors ?? [] },
    editing.errors,
  );
  return (
    <EditForm key={answer ? "answered" : draft?.version}>
      <section className="block" aria-labelledby="write">
        <h2 id="write">{draft ? say.draft : say.write}</h2>
        <p className="muted">{say.draftText}</p>
        {proposal?.draftVersion != null && <p className="notice">{say.proposal.editing}</p>}
        <input type="hidden" name="version" value={answer?.stale?.version ?? draft?.version ?? 0} />
        <CountedArea {...wire("summary", say.summary, say.summaryHint)} most={atMost.summary} rows={2} />
        <CountedArea {...wire("body", say.body, say.bodyHint)} most={atMost.body} rows={16} />
        <LearnMore about={editing.formatting.about}>{editing.formatting.text}</LearnMore>
        <p className="act-row">
          <Button variant={draft ? "plain" : "act"}>{editing.save}</Button>
        </p>
      </section>
      {children}
    </EditForm>
  );
}

/** Lists each petition text: its meaning, its signers and their number, and a button to restore it. */
function Versions({ page: { versions, inForce, proposal, mayManage } }: { page: PetitionPage }) {
  const { petition: say } = useWords().editing;
  const locale = useLocale();
  if (versions.length === 0) return null;
  return (
    <section className="block" aria-labelledby="versions">
      <h2 id="versions">{say.versions}</h2>
      <table>
        <caption className="vh">{say.versions}</caption>
        <thead>
          <tr>
            <th>{say.columns.version}</th>
            <th>{say.columns.published}</th>
            <th>{say.columns.meaning}</th>
            <th className="num">{say.columns.signed}</th>
          </tr>
        </thead>
        <tbody>
          {versions.map(({ version, sameMeaningAs, note, earlierSigners, signatures, ...one }) => (
            <tr key={version}>
              <td>{version}</td>
              <td>
                <Moment at={one.publishedAt} />
                {one.inForceAgainAt && (
                  <p className="small muted">{say.again(writeMoment(one.inForceAgainAt))}</p>
                )}
              </td>
              <td>
                {sameMeaningAs === null
                  ? version === 1
                    ? say.ownFirst
                    : say.own
                  : say.sameAs(sameMeaningAs)}
                {one.forecast
                  ? signatures > 0 && <>; {say.isApart}</>
                  : earlierSigners && <>; {say.earlierWas[earlierSigners]}</>}
                {note && <p className="small muted">{note}</p>}
                {version === inForce?.version && <p className="small">{say.isInForce}</p>}
              </td>
              <td className="num">{formatNumber(locale, signatures)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {mayManage &&
        !proposal &&
        versions.map(
          ({ version, forecast, isBack }) =>
            isBack && (
              <AskedOnce
                key={version}
                intent="return"
                variant="plain"
                fields={{ version }}
                summary={say.back.summary(version)}
                text={forecast ? say.back.text(forecast) : say.back.same}
                button={say.proposal.ask}
              />
            ),
        )}
      <p className="small muted gap">{say.exports}</p>
    </section>
  );
}
