import { type EditedClaim, hasLink } from "#app/domain/campaign/wording.ts";
import { ClaimState } from "#app/ui/editing/claim-state.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";

type ClaimRowProps = {
  slug: string;
  claim: EditedClaim & { isDue: boolean };
  mayManage: boolean;
  /** Id of the form its checkbox belongs to; null: no checkbox. */
  chosenIn: string | null;
  isFirst: boolean;
  isLast: boolean;
};

/** Shows a claim in the list: kind, state, text, whose word it is, and its place. */
export function ClaimRow({ slug, claim, mayManage, chosenIn, isFirst, isLast }: ClaimRowProps) {
  const { editing, case: caseWords } = useWords();
  const { claims: say } = editing;
  const { id, position, live, draft, candidates, isDue } = claim;
  const { kind, text, attribution, limits } = draft ?? live;
  return (
    <li className={`edit-claim of-${kind}`}>
      {chosenIn !== null && (
        <label className="pick flex min-h-6 min-w-6 items-start">
          <input type="checkbox" name="claim" value={id} form={chosenIn} />
          <span className="vh">{say.removal.choose(position)}</span>
        </label>
      )}
      <div>
        <p className="cluster loose">
          <span className="kind">{caseWords.kinds[kind].label}</span> <ClaimState claim={claim} />
        </p>
        <p className="what">
          <a href={`/organize/c/${slug}/edit/claims/${id}`}>{text}</a>
        </p>
        <p className="small muted">
          {attribution}
          {limits && <> · {limits}</>}
          {!hasLink(draft ?? live) && <> · {say.candidates.none}</>}
          {candidates.some(({ note }) => note) && <> · {say.pass.noted}</>}
          {isDue && <> · {say.review.due}</>}
        </p>
      </div>
      {mayManage && !(isFirst && isLast) && (
        <Form method="post" className="cluster" preventScrollReset>
          <input type="hidden" name="claim" value={id} />
          {(["up", "down"] as const).map((to) => (
            <button
              key={to}
              type="submit"
              name="to"
              value={to}
              className="btn move"
              disabled={to === "up" ? isFirst : isLast}
            >
              <span aria-hidden="true">{to === "up" ? "↑" : "↓"}</span>
              <span className="vh">{say[to](position)}</span>
            </button>
          ))}
        </Form>
      )}
    </li>
  );
}
