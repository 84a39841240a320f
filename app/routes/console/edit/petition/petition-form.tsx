import type { ReactNode } from "react";
import { atMost } from "#app/domain/campaign/wording.ts";
import { Button } from "#app/ui/button.tsx";
import { CountedArea } from "#app/ui/editing/counted.tsx";
import { EditForm } from "#app/ui/editing/edit-form.tsx";
import { LearnMore } from "#app/ui/learn-more.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { wireFields } from "#app/ui/meetings/form-state.ts";
import type { Answer } from "./act.server.ts";
import type { PetitionPage } from "./load.server.ts";

type PetitionFormProps = { page: PetitionPage; answer: Answer | undefined; children: ReactNode };

/**
 * Edits the next text, which begins as the one in force. `children` publish it, from the same form: what is
 * typed comes along, so nothing older than the screen is published.
 */
export function PetitionForm({ page: { draft, inForce, proposal }, answer, children }: PetitionFormProps) {
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
      <section className="edit-part" aria-labelledby="write">
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
