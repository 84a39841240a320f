import { trustInProgram, votingChoicePrograms } from "#app/domain/entries/pledges/pledge-way.ts";
import { formatDate, spoken } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Says what one can choose, and once for all alike how well the programs are known. */
export function HowProgramsKnown({ now }: { now: Date }) {
  const { programs } = useWords().pledge.fund;
  const locale = useLocale();
  const alike = new Map<string, typeof votingChoicePrograms>();
  for (const program of votingChoicePrograms) {
    const known = program.asOf
      ? programs.trust[trustInProgram(program, now)](formatDate(locale, program.asOf))
      : "";
    alike.set(known, [...(alike.get(known) ?? []), program]);
  }
  const list = new Intl.ListFormat(spoken[locale], { type: "conjunction" });
  return (
    <>
      <p className="small gap">{programs.policyOnly}</p>
      {[...alike].map(([known, those]) => (
        <p key={known} className="small muted">
          {alike.size > 1 && `${list.format(those.map(({ name }) => name))}: `}
          {known}
          {those.map(
            ({ id, name, sourceUrl }) =>
              sourceUrl && (
                <span key={id}>
                  {" "}
                  <a href={sourceUrl}>{`${programs.source}: ${name}`}</a>
                </span>
              ),
          )}
        </p>
      ))}
    </>
  );
}

/** Lists managers' programs for choosing a voting policy. */
export function VotingChoice({ now }: { now: Date }) {
  const { programs } = useWords().pledge.fund;
  return (
    <details>
      <summary>{programs.heading}</summary>
      <ul className="plain small">
        {votingChoicePrograms.map(({ id, name }) => (
          <li key={id}>
            <b>{name}</b>: {programs.covers[id]}
          </li>
        ))}
      </ul>
      <HowProgramsKnown now={now} />
    </details>
  );
}
