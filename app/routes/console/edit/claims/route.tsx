import { useEffect, useState } from "react";
import { mayDo } from "#app/domain/access/organizer.ts";
import { claimSections } from "#app/domain/campaign/campaign.ts";
import { claimActs } from "#app/domain/campaign/claims/acts.server.ts";
import { removalUndoMinutes } from "#app/domain/campaign/claims/removal.ts";
import { sourcesToOpen } from "#app/domain/campaign/claims/sources-to-open.ts";
import { listEditedClaims } from "#app/domain/campaign/read-edit.server.ts";
import { isReviewDue } from "#app/domain/campaign/wording.ts";
import { actionOf } from "#app/http/acts.server.ts";
import { readDecision } from "#app/http/answer-decision.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { whatWasDone } from "#app/i18n/en/acts.ts";
import { words } from "#app/i18n/index.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { Blank } from "#app/ui/console/blank.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Form, useActionData, useLoaderData } from "#app/ui/remix.ts";
import { ClaimRow } from "./claim-row.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const today = new Date().toISOString().slice(0, 10);
  const edited = await listEditedClaims(args.context.db, campaign.id);
  const claims = edited.map((claim) => ({ ...claim, isDue: isReviewDue(claim, today) }));
  const { searchParams } = new URL(args.request.url);
  return {
    slug: campaign.slug,
    sections: claimSections
      .map((section) => ({ section, claims: claims.filter(({ live }) => live.section === section) }))
      .filter(({ claims }) => claims.length > 0),
    waiting: sourcesToOpen(edited).filter(({ waits }) => waits).length,
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: searchParams.get("done"),
    refused: searchParams.get("refused"),
    last: {
      ...readDecision(searchParams, ["removed"], removalUndoMinutes),
      edited: (searchParams.get("edited") ?? "")
        .split(",")
        .filter((number) => /^\d{1,5}$/.test(number))
        .map(Number),
    },
  };
}

export const action = actionOf(claimActs, { unnamed: "move" });

export const meta: MetaFunction = () => [{ title: `${words("en").editing.tabs.claims} · Undersigned` }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Claims() {
  const { slug, sections, waiting, mayWrite, mayManage, done, refused, last } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { editing: say } = useWords();
  const add = mayWrite && (
    <ButtonLink href={`/organize/c/${slug}/edit/claims/new`} variant="act">
      {say.claims.add}
    </ButtonLink>
  );
  return (
    <>
      <ActNote
        of="claim"
        done={last.done ? null : done}
        answer={answer ?? (refused === null ? null : { refused })}
      />
      {!answer && <RemovedNote last={last} />}
      {sections.length === 0 ? (
        <Blank title={say.claims.empty.title} text={say.claims.empty.text}>
          {add}
        </Blank>
      ) : (
        <>
          <div className="cluster loose">
            {add}
            {mayManage && waiting > 0 && (
              <ButtonLink href={`/organize/c/${slug}/edit/claims/verify`}>
                {say.claims.pass.start(waiting)}
              </ButtonLink>
            )}
            {mayManage && <p className="muted small">{say.claims.orderNote}</p>}
          </div>
          {mayWrite && <RemoveBar slug={slug} />}
          {sections.map(({ section, claims }) => (
            <section key={section} className="block" aria-labelledby={`in-${section}`}>
              <h2 id={`in-${section}`}>{say.claims.sections[section]}</h2>
              <ol>
                {claims.map((claim, n) => (
                  <ClaimRow
                    key={claim.id}
                    slug={slug}
                    claim={claim}
                    mayManage={mayManage}
                    chosenIn={mayWrite ? chosenIn : null}
                    isFirst={n === 0}
                    isLast={n === claims.length - 1}
                  />
                ))}
              </ol>
            </section>
          ))}
          {mayWrite && (
            <p className="block">
              <Button form={chosenIn}>{say.claims.removal.button}</Button>
            </p>
          )}
        </>
      )}
    </>
  );
}

/** Id of the form that the list's checkboxes belong to. */
const chosenIn = "to-remove";

/** Leads from the chosen claims to the page that shows the effect. Choosing all needs JavaScript. */
function RemoveBar({ slug }: { slug: string }) {
  const { removal: say } = useWords().editing.claims;
  const [hasScript, setScript] = useState(false);
  useEffect(() => setScript(true), []);
  const chooseAll = (form: HTMLFormElement | null, checked: boolean) => {
    for (const box of form?.elements ?? [])
      if (box instanceof HTMLInputElement && box.name === "claim") box.checked = checked;
  };
  return (
    <Form
      id={chosenIn}
      method="get"
      action={`/organize/c/${slug}/edit/claims/remove`}
      className="cluster loose"
    >
      {hasScript && (
        <label className="cluster">
          <input
            type="checkbox"
            onChange={({ currentTarget }) => chooseAll(currentTarget.form, currentTarget.checked)}
          />
          {say.chooseAll}
        </label>
      )}
      <Button>{say.button}</Button>
    </Form>
  );
}

type RemovedNoteProps = {
  /** The last removal, from the address: `at` is null once it can no longer be undone. */
  last: { done: string | null; count: number; at: string | null; edited: number[] };
};

/** Says how many claims were removed, with the button to undo it. */
function RemovedNote({ last: { done, count, at, edited } }: RemovedNoteProps) {
  const { editing, decisions } = useWords();
  const { removal: say } = editing.claims;
  if (done === "undone")
    return (
      <p className="banner" role="status">
        {say.undone(count)} {edited.length > 0 && say.stayed(edited)}
      </p>
    );
  if (done !== "removed") return null;
  return (
    <div className="banner cluster loose" role="status">
      <p>{count > 0 ? say.done(count) : whatWasDone("claim", done)}</p>
      {at !== null && (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="at" value={at} />
          <button type="submit" name="intent" value="undo" className="text-button">
            {decisions.undo}
          </button>{" "}
          <span className="small">{decisions.undoHint}</span>
        </Form>
      )}
    </div>
  );
}
