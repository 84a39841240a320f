import { type ChecklistLine, checklistOf } from "#app/domain/campaign/opening/checklist.ts";
import type { Opening } from "#app/domain/campaign/opening/open-campaign.server.ts";
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { words } from "#app/i18n/index.ts";
import { AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { AnswerNote } from "#app/ui/console/done-note.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { ChangeList } from "#app/ui/editing/change-list.tsx";
import { useChecklistWords } from "#app/ui/editing/checklist-words.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { type Answer, act } from "./action.server.ts";
import { load } from "./load.server.ts";
import { Waiting } from "./waiting.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: `${words("en").editing.title} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Overview() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { editing: say } = useWords();
  return (
    <>
      <AnswerNote say={say} done={page.done} answer={answer} />
      <ErrorSummary
        heading={say.summary}
        errors={messagesOf({ values: {}, errors: answer?.errors ?? [] }, say.errors)}
      />
      {page.opening && (
        <NotOpenYet
          opening={page.opening}
          slug={page.slug}
          localMode={page.localMode}
          mayManage={page.mayManage}
        />
      )}
      {page.unlinked > 0 && !page.localMode && (
        <section className="notice">
          <p>{say.overview.unlinked.text(page.unlinked)}</p>
          <Unlinked slug={page.slug} />
        </section>
      )}
      <Waiting page={page} answer={answer} />
      <section className="block" aria-labelledby="latest">
        <h2 id="latest">{say.overview.latest}</h2>
        <ChangeList slug={page.slug} changes={page.latest} mayWrite={false} />
        {page.latest.length > 0 && (
          <p className="gap">
            <a href={`/organize/c/${page.slug}/edit/history`}>{say.overview.all}</a>
          </p>
        )}
      </section>
      {page.mayManage && (
        <section className="block" aria-labelledby="another">
          <h2 id="another">{say.create.another}</h2>
          <p>{say.create.text}</p>
          <p className="gap">
            <a href={`/organize/new?from=${page.slug}`}>{say.create.link}</a>
          </p>
        </section>
      )}
    </>
  );
}

type NotOpenYetProps = { opening: Opening; slug: string; localMode: boolean; mayManage: boolean };

/** Links to the claims whose sources nobody has checked. */
function Unlinked({ slug }: { slug: string }) {
  const { unlinked: say } = useWords().editing.overview;
  return (
    <p>
      <a href={`/organize/c/${slug}/edit/claims/verify`}>{say.open}</a>
    </p>
  );
}

/** Lists what an unpublished campaign needs before it opens, with links. */
function NotOpenYet({ opening, slug, localMode, mayManage }: NotOpenYetProps) {
  const { checklist: say } = useWords().editing.overview;
  const { textOf, whyOf } = useChecklistWords(opening);
  const lines = checklistOf(opening, localMode);
  const isReady = lines.every(({ isDone, blocks }) => isDone || !blocks);
  const state = (line: ChecklistLine) =>
    line.isDone ? "kind k-good" : line.blocks ? "kind k-stop" : "kind k-wait";
  return (
    <section className="block" aria-labelledby="not-open">
      <h2 id="not-open">{say.draft}</h2>
      <p>{say.draftText}</p>
      <ul className="lines">
        {lines.map((line) => (
          <li key={`${line.name} ${line.page}`}>
            <a href={`/organize/c/${slug}/${line.page}`}>{textOf(line)}</a>{" "}
            <span className={state(line)}>{line.isDone ? say.done : whyOf(line)}</span>
          </li>
        ))}
      </ul>
      {isReady && mayManage && (
        <AskedOnce
          intent="open"
          variant="act"
          summary={say.openButton}
          text={say.openText}
          button={say.openButton}
        />
      )}
    </section>
  );
}
