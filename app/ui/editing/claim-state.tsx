import type { EditedClaim } from "#app/domain/campaign/wording.ts";
import { useWords } from "#app/ui/locale.tsx";

/** Shows whether a claim is public, and whether a draft waits. */
export function ClaimState({ claim }: { claim: Pick<EditedClaim, "published" | "draft" | "ready"> }) {
  const { states: say } = useWords().editing.claims;
  const { published, draft, ready } = claim;
  if (published && draft === null) return <span className="kind k-good">{say.public}</span>;
  if (!ready) return <span className="kind k-stop">{published ? say.edited : say.noSource}</span>;
  return <span className="kind k-wait">{published ? say.edited : say.draft}</span>;
}
