import type { Resumption } from "#app/domain/upkeep/archives/resume-sending.server.ts";
import { ActionButton } from "#app/ui/console/action-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";

type ResumePartProps = {
  found: Pick<Resumption, "reason" | "emails" | "drafts" | "unknown" | "mayResume"> & { since: string };
};

/** Says why all email is paused and what was found; lets an owner resume it. */
export function ResumePart({ found }: ResumePartProps) {
  const { resume: say } = useWords().dashboard;
  const { reason, since, emails, drafts, unknown, mayResume } = found;
  const lines = [
    emails > 0 && say.emails(emails),
    drafts > 0 && say.drafts(drafts),
    unknown > 0 && say.unknown(unknown),
  ];
  return (
    <section className="notice mb-6" aria-labelledby="paused">
      <h2 id="paused">{say.heading}</h2>
      <p>{say.since(say.reasons[reason] ?? reason, writeMoment(since))}</p>
      <ul className="bullets">{lines.map((line) => line && <li key={line}>{line}</li>)}</ul>
      <p>{mayResume ? say.check : say.operator}</p>
      {mayResume && (
        <div className="acts gap">
          {emails === 0 ? (
            <ActionButton intent="resume" variant="act">
              {say.button}
            </ActionButton>
          ) : (
            <>
              <ActionButton intent="resume" fields={{ queued: "unknown" }}>
                {say.giveUp}
              </ActionButton>
              <ActionButton intent="resume" fields={{ queued: "send" }}>
                {say.send}
              </ActionButton>
            </>
          )}
        </div>
      )}
    </section>
  );
}
