import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import type { KnownPerson } from "./form-state.ts";

type WhatHappensNextProps = {
  slug: string;
  known: KnownPerson | undefined;
  fund: boolean;
  /** How people with votes get the ballot. */
  ballot: string;
  /** The record date has passed, and with it the reminders before it. */
  pastRecordDate: boolean;
};

/** Says, under the form, what is sent and stored, and for how long. */
export function WhatHappensNext({ slug, known, fund, ballot, pastRecordDate }: WhatHappensNextProps) {
  const { next } = useWords().pledge.second;
  const to = useLocalizedPath();
  const isLate = useIsMailLate();
  const reminders = pastRecordDate ? next.remindersPastRecordDate : next.reminders;
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
            {next.lastVoteCounts} {reminders}
          </p>
        </details>
      )}
      <p className="muted">
        {!known && next.privacy} <a href={to(`/c/${slug}/privacy`)}>{next.privacyLink}</a>
      </p>
    </div>
  );
}
