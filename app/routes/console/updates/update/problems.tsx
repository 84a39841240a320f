import { describeProblem } from "#app/i18n/describe-problem.ts";
import { formatNumber, type Words } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";

type ProblemWords = Words["updates"]["problems"];

/** Explains a code, or says that we do not know it. */
export const problemMeaning = (say: ProblemWords, code: string) =>
  describeProblem(say, code) ?? say.unknownCode;

type Found = NonNullable<UpdatePage["progress"]>["problems"];

/** Lists failures by provider or mailbox, with the number of people. Unsubscribed people are not included. */
export function Problems({ problems: found }: { problems: Found }) {
  const problems = found.filter(({ state }) => state !== "skipped" && state !== "suppressed");
  const { problems: say, table } = useWords().updates;
  const locale = useLocale();
  return (
    <section className="block">
      <h2>{say.heading(problems.length)}</h2>
      {problems.length === 0 ? (
        <p className="muted small">{say.none}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th>{say.name}</th>
              <th className="num">{say.mails}</th>
              <th>{say.now}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ state, problem, mails }) => (
              <tr key={`${state} ${problem}`}>
                <th scope="row">
                  <code>{problem}</code>
                  <span className="small muted beneath">{problemMeaning(say, problem)}</span>
                </th>
                <td className="num">{formatNumber(locale, mails)}</td>
                <td>{table.states[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
