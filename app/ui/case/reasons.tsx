import type { CasePageData } from "#app/domain/pages/case-page.ts";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Voices } from "./voices.tsx";

/** Shows a few signers' reasons, with a link to all of them. */
export function Reasons({ reasons, campaign }: Pick<CasePageData, "reasons" | "campaign">) {
  const words = useWords().case.reasons;
  const to = useLocalizedPath();
  if (reasons.length === 0) return null;
  return (
    <section className="part-of-lead" aria-labelledby="reasons">
      <h2 id="reasons">{words.heading}</h2>
      <Voices reasons={reasons} />
      <p className="small">
        <a href={to(`/c/${campaign.slug}/voices`)}>{words.all}</a>
      </p>
    </section>
  );
}
