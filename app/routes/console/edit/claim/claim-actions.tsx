import { formatDate } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { ActionButton, AskedOnce } from "#app/ui/console/action-button.tsx";
import { Candidates } from "#app/ui/editing/candidates.tsx";
import { ChangedFields, changesBetween } from "#app/ui/editing/changed-fields.tsx";
import { LanguageGaps } from "#app/ui/editing/language-gaps.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { claimFormId } from "./claim-form.tsx";
import type { ClaimPage } from "./load.server.ts";

type ClaimActionsProps = { page: ClaimPage & { claim: NonNullable<ClaimPage["claim"]> } };

/** Offers what can be done with the claim as last saved, and shows what would change in public. */
export function ClaimActions({ page: { slug, claim, gaps, mayManage, mayWrite } }: ClaimActionsProps) {
  const { editing } = useWords();
  const { claims: say } = editing;
  const { id, version, published, wasPublished, live, draft, ready } = claim;
  const fields = { version };
  const waits = !published || draft !== null;
  return (
    <aside className="edit-side">
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
