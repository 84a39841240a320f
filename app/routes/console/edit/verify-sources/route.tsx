import { claimActs } from "#app/domain/campaign/claims/acts.server.ts";
import type { SourceToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { atMost } from "#app/domain/campaign/wording.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { formatKnownDate } from "#app/i18n/known-date.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ClaimState } from "#app/ui/editing/claim-state.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextInput } from "#app/ui/field.tsx";
import { messagesOf, wireFields } from "#app/ui/form-state.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { claimOf, leadsTo, loadStep } from "./pass.server.ts";

export const loader = (args: LoaderFunctionArgs) => loadStep(args);
export const action = actionOf(claimActs, { unnamed: "verify", about: claimOf, leadsTo });

type Answer = ReturnType<typeof useActionData<typeof action>>;

export const meta: MetaFunction = () => [{ title: `${words("en").editing.claims.pass.title} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

/** Shows one step of the pass through all sources. Each is a page of its own, so it needs no script. */
export default function VerifySources() {
  const { slug, current, next, of, waiting, isEnd, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { editing: say } = useWords();
  const { pass } = say.claims;
  const errors = answer?.errors ?? [];
  const pages = `/organize/c/${slug}/edit/claims`;
  return (
    <>
      <p className="crumb">
        <a href={pages}>{say.claims.all}</a>
      </p>
      <div className="cluster loose gap">
        <h2>{pass.title}</h2>
        {current && <span className="muted">{pass.progress(current.number, of)}</span>}
      </div>
      <ActNote of="claim" done={done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {current ? (
        <div className="stack" key={current.key}>
          <Source of={current} slug={slug} />
          {mayManage ? <Found current={current} next={next} answer={answer} /> : <p>{say.noManage}</p>}
        </div>
      ) : (
        <>
          <p>{pass.left(waiting)}</p>
          {isEnd && waiting > 0 && (
            <p>
              <ButtonLink href={`${pages}/verify`}>{pass.again}</ButtonLink>
            </p>
          )}
        </>
      )}
    </>
  );
}

type Current = SourceToOpen & { here: string };

/** The statement, and whose page to compare it with. */
function Source({ of: { claim, source, candidate, verified }, slug }: { of: SourceToOpen; slug: string }) {
  const { editing, case: caseWords } = useWords();
  const locale = useLocale();
  const { pass, publisher, one, sourceUrl } = editing.claims;
  const words = claim.draft ?? claim.live;
  const { publishedOn: on, publishedPrecision: precision } = source;
  const url = verified?.url ?? candidate.url;
  return (
    <>
      <p className="cluster loose">
        <a href={`/organize/c/${slug}/edit/claims/${claim.id}`}>{one(claim.position)}</a>{" "}
        <span className="kind">{caseWords.kinds[words.kind].label}</span> <ClaimState claim={claim} />
      </p>
      <p className="max-w-[45em] font-serif text-lg">{words.text}</p>
      {words.quotation && <p className="max-w-[45em] font-serif text-lg">“{words.quotation}”</p>}
      {words.limits && (
        <p className="small">
          <b>{caseWords.limits}</b> {words.limits}
        </p>
      )}
      <dl className="facts ruled">
        <dt>{publisher}</dt>
        <dd>{candidate.publisher}</dd>
        {on && precision && (
          <>
            <dt>{caseWords.sources.date}</dt>
            <dd>{formatKnownDate(locale, { on, precision })}</dd>
          </>
        )}
        {verified && (
          <>
            <dt>{sourceUrl}</dt>
            <dd>{pass.sameAs(one(verified.position))}</dd>
          </>
        )}
        {candidate.note && (
          <>
            <dt>{pass.noted}</dt>
            <dd>{candidate.note}</dd>
          </>
        )}
      </dl>
      <p>
        <a
          className="btn"
          href={url ?? searchFor(candidate.publisher, candidate.title, source.publishedOn, words.text)}
          target="_blank"
          rel="noreferrer"
          // The pass is worked through by keyboard: each page begins here.
          // biome-ignore lint/a11y/noAutofocus: the page is one step of many, and this is its first act
          autoFocus
        >
          {url ? pass.open : pass.search}
        </a>
      </p>
    </>
  );
}

type FoundProps = { current: Current; next: string; answer: Answer };

/** Asks what the organizer found there. */
function Found({ current: { claim, source, candidate, verified, here }, next, answer }: FoundProps) {
  const { editing } = useWords();
  const { pass, sourceTitle, sourceUrl, archiveUrl, archiveHint } = editing.claims;
  const errors = answer?.errors ?? [];
  const { title, url, archive } = { archive: null, ...(verified ?? candidate) };
  const values = {
    title: title ?? candidate.title ?? "",
    url: url ?? "",
    archive: archive ?? "",
    ...answer?.values,
  };
  const wire = wireFields({ values, errors }, editing.errors);
  return (
    <Form method="post" action={here} reloadDocument noValidate className="keep-form">
      <input type="hidden" name="version" value={claim.version} />
      <input type="hidden" name="publisher" value={candidate.publisher} />
      <input type="hidden" name="published_on" value={source.publishedOn ?? ""} />
      <TextInput {...wire("url", sourceUrl)} type="url" maxLength={2000} spellCheck={false} />
      <TextInput {...wire("title", sourceTitle)} maxLength={atMost.sourceTitle} optional />
      <TextInput
        {...wire("archive", archiveUrl, archiveHint)}
        type="url"
        maxLength={2000}
        spellCheck={false}
        optional
      />
      <p className="act-row">
        <Button variant="act" name="intent" value="verify">
          {pass.verify}
        </Button>
        <ButtonLink href={next}>{pass.skip}</ButtonLink>
      </p>
      <details className="asked" open={errors.some(({ field }) => field === "note")}>
        <summary>{pass.doubt}</summary>
        <div>
          <CountedArea {...wire("note", pass.note, pass.noteHint)} most={atMost.note} rows={2} />
          <Button name="intent" value="doubt">
            {pass.doubtButton}
          </Button>
        </div>
      </details>
    </Form>
  );
}

/** A web search for publisher, title (or statement) and month. Opened only by a click. */
function searchFor(publisher: string, title: string | null, on: string | null, text: string): string {
  const query = [publisher, title ? `"${title}"` : text.slice(0, 100), on?.slice(0, 7)].filter(Boolean);
  return `https://duckduckgo.com/?${new URLSearchParams({ q: query.join(" ") })}`;
}
