import type { RemindedFrom } from "#app/domain/entries/pledges/reminder-outcome.ts";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import type { KnownPerson } from "./form-state.ts";

type WhatHappensNextProps = {
  slug: string;
  known: KnownPerson | undefined;
  fund: boolean;
  /** How people with votes get the ballot. */
  ballot: string;
  /** What reminders are still about; undated: of days that nobody has entered and checked. */
  reminded: { from: RemindedFrom; dated: boolean };
};

/** Says, under the form, what is sent and stored, and for how long. */
export function WhatHappensNext({ slug, known, fund, ballot, reminded }: WhatHappensNextProps) {
  const { next } = useWords().pledge.second;
  const to = useLocalizedPath();
  const isLate = useIsMailLate();
  return (
    <div className="next">
      <p>
        {[known ? (isLate ? next.knownDelayed : next.known) : next.mail, known?.pledged && next.edits]
          .filter(Boolean)
          .join(" ")}
      </p>
      {!fund && (
        <details>
          <summary>{next.heading}</summary>
          {ballot && <p>{ballot}</p>}
          <p>
            {next.lastVoteCounts} {next.reminders[reminded.from]}{" "}
            {reminded.dated ? next.remindersDated : next.remindersUndated}
          </p>
        </details>
      )}
      <p className="muted">
        {!known && next.privacy} <a href={to(`/c/${slug}/privacy`)}>{next.privacyLink}</a>
      </p>
    </div>
  );
}
