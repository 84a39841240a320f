import { trustInProgram, votingChoicePrograms } from "#app/domain/entries/pledges/voting-choice.ts";
import { formatDate } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Lists managers' programs for choosing a voting policy, each with its day and whether it is verified. */
export function VotingChoice({ now }: { now: Date }) {
  const { programs } = useWords().pledge.fund;
  const locale = useLocale();
  return (
    <details>
      <summary>{programs.heading}</summary>
      <ul className="plain small">
        {votingChoicePrograms.map((program) => {
          const { id, name, asOf, sourceUrl } = program;
          const trust = trustInProgram(program, now);
          return (
            <li key={id}>
              <b>{name}</b>: {programs.covers[id]}{" "}
              <span className="muted">{asOf && programs.trust[trust](formatDate(locale, asOf))}</span>{" "}
              {trust !== "unverified" && sourceUrl && <a href={sourceUrl}>{programs.source}</a>}
            </li>
          );
        })}
      </ul>
      <p className="small">{programs.policyOnly}</p>
    </details>
  );
}
