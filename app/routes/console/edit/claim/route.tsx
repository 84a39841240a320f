import { mayDo } from "#app/domain/access/organizer.ts";
import { claimActs } from "#app/domain/campaign/claims/acts.server.ts";
import { fieldsOfClaim } from "#app/domain/campaign/claims/claim-form.ts";
import { findEditedClaim } from "#app/domain/campaign/read-edit.server.ts";
import { gapsOfClaim, readOtherLanguages } from "#app/domain/campaign/translations/language-gaps.server.ts";
import { actionOf } from "#app/http/acts.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { formatDate, words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActNote } from "#app/ui/console/act-note.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { Candidates } from "#app/ui/editing/candidates.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { ClaimState } from "#app/ui/editing/claim-state.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { StaleNote } from "#app/ui/editing/stale-note.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { messagesOf } from "#app/ui/form-state.ts";
import { useWords } from "#app/ui/locale.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { ClaimForm, claimFormId } from "./claim-form.tsx";

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = actionOf(claimActs, { unnamed: "set" });

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const { claims: say } = words("en").editing;
  return [{ title: `${data?.claim ? say.one(data.claim.position) : say.newTitle} · Undersigned` }];
};

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Claim() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { editing: say } = useWords();
  const { slug, claim, mayWrite } = page;
  const errors = answer?.errors ?? [];
  const typed = answer?.values.text === undefined ? null : answer.values;
  const stale = answer?.end?.outcome === "stale-save" ? answer.end : null;
  return (
    <>
      <p className="crumb">
        <a href={`/organize/c/${slug}/edit/claims`}>{say.claims.all}</a>
      </p>
      <div className="cluster loose gap">
        <h2>{claim ? say.claims.one(claim.position) : say.claims.newTitle}</h2>
        {claim && <ClaimState claim={claim} />}
      </div>
      <ActNote of="claim" done={page.done} answer={answer} />
      <ErrorSummary heading={say.summary} errors={messagesOf({ values: {}, errors }, say.errors)} />
      {stale && <StaleNote {...stale} />}
      <div className="cols">
        {mayWrite ? (
          <ClaimForm
            key={answer ? "answered" : claim?.version}
            version={stale?.version ?? claim?.version ?? 0}
            form={{ values: typed ?? page.fields, errors }}
          />
        ) : (
          <p>{say.noWrite}</p>
        )}
        {claim && <ClaimActions page={{ ...page, claim }} />}
      </div>
    </>
  );
}

type ClaimActionsProps = { page: ClaimPage & { claim: NonNullable<ClaimPage["claim"]> } };

/** Offers what can be done with the claim as last saved, and shows what would change in public. */
function ClaimActions({ page: { slug, claim, gaps, mayManage, mayWrite } }: ClaimActionsProps) {
  const { editing } = useWords();
  const { claims: say } = editing;
  const { id, version, published, wasPublished, live, draft, ready } = claim;
  const fields = { version };
  const waits = !published || draft !== null;
  return (
    <aside className="aside stack edit-side">
      <Candidates slug={slug} claim={claim} />
      {published && live.reviewBy !== null && (
        <section>
          <h3>{say.review.heading}</h3>
          <p className="small">{say.review.text(formatDate("en", live.reviewBy))}</p>
          {mayManage && (
            <ActionButton intent="review" fields={fields}>
              {say.review.button}
            </ActionButton>
          )}
        </section>
      )}
      {waits && (
        <section>
          <h3>{say.publish}</h3>
          {!ready && <p className="banner banner-error">{say.noSource}</p>}
          {ready && <p className="small">{say.publishText}</p>}
          {draft && (
            <>
              <h4>{say.changes}</h4>
              <ChangedFields fields={changesBetween(live, draft)} />
            </>
          )}
          <LanguageGaps gaps={gaps} slug={slug} />
          {ready && mayManage && mayWrite && (
            <Button form={claimFormId} name="intent" value="publish">
              {say.publish}
            </Button>
          )}
          {ready && mayManage && !mayWrite && (
            <ActionButton intent="publish" fields={fields}>
              {say.publish}
            </ActionButton>
          )}
          {!mayManage && <p className="small muted">{editing.noManage}</p>}
        </section>
      )}
      {published && mayManage && (
        <AskedOnce
          intent="withdraw"
          variant="plain"
          fields={fields}
          summary={say.withdraw}
          text={say.withdrawText}
          button={say.withdraw}
        />
      )}
      {!wasPublished && mayWrite && (
        <AskedOnce
          intent="remove"
          variant="plain"
          fields={fields}
          summary={say.remove}
          text={say.removeText}
          button={say.remove}
        />
      )}
      <p className="small">
        <a href={`/organize/c/${slug}/edit/history?thing=claim&id=${id}`}>{say.history}</a>
      </p>
    </aside>
  );
}

/** Reads the id in the address; null for a new claim. */
function claimIdOf(params: { claim?: string | undefined }): number | null {
  if (params.claim === "new") return null;
  if (!/^\d{1,15}$/.test(params.claim ?? "")) throw notFound();
  return Number(params.claim);
}

async function load(args: LoaderFunctionArgs) {
  const id = claimIdOf(args.params);
  const { campaign } = await requireCampaign(args, id === null ? "write" : "view");
  const claim = id === null ? null : await findEditedClaim(args.context.db, campaign.id, id);
  if (id !== null && !claim) throw notFound();
  const fields: Record<string, string> = claim ? fieldsOfClaim(claim.draft ?? claim.live) : {};
  return {
    slug: campaign.slug,
    claim,
    fields,
    gaps: claim ? gapsOfClaim(await readOtherLanguages(args.context.db, campaign.id), claim) : [],
    mayWrite: mayDo(campaign, "write"),
    mayManage: mayDo(campaign, "manage"),
    done: new URL(args.request.url).searchParams.get("done"),
  };
}

type ClaimPage = ReturnType<typeof useLoaderData<typeof load>>;
