import { letterStates } from "#app/domain/entries/letters/letter.ts";
import type { LedgerEntry } from "#app/domain/entries/letters/list/find-letter.server.ts";
import { tellProblem } from "#app/i18n/tell-problem.ts";
import { letterClasses } from "#app/ui/console/letter-state.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { ShortHash } from "#app/ui/console/short-hash.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { LetterPage } from "./load.server.ts";

/** Lists all that happened to the letter, in order, by which email and with its proof. */
export function Ledger({ page: { letter, slug } }: { page: LetterPage }) {
  const { ledger: say } = useWords().letterConsole.one;
  const { columns } = say;
  return (
    <section className="letter-part" aria-labelledby="ledger">
      <h2 id="ledger">{say.heading}</h2>
      <p className="small muted">{say.text}</p>
      <table className="ledger">
        <caption className="vh">{say.caption}</caption>
        <thead>
          <tr>
            <th>{columns.at}</th>
            <th>{columns.event}</th>
            <th className="wide">{columns.mail}</th>
            <th className="wide">{columns.proof}</th>
          </tr>
        </thead>
        <tbody>
          {letter.ledger.map((entry) => (
            <tr key={`${entry.at} ${entry.event}`}>
              <td className="time">{writeMoment(entry.at, { seconds: true })}</td>
              <th scope="row">
                <Event entry={entry} />
                <span className="narrow">
                  <Mail entry={entry} slug={slug} />
                  <Proof entry={entry} />
                </span>
              </th>
              <td className="wide">
                <Mail entry={entry} slug={slug} />
              </td>
              <td className="wide">
                <Proof entry={entry} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Event({ entry: { event, problem } }: { entry: LedgerEntry }) {
  const { letterConsole, letterProblems } = useWords();
  const { one, states, reasons } = letterConsole;
  const state = letterStates.find((known) => known === event);
  return (
    <>
      <span className={state ? letterClasses[state] : "kind"}>
        {state ? states[state] : (one.ledger.events[event] ?? event)}
      </span>
      {problem && (
        <span className="small muted beneath">
          {reasons[problem] ?? tellProblem(letterProblems, problem) ?? letterProblems.other(problem)}
        </span>
      )}
    </>
  );
}

function Mail({ entry: { mail }, slug }: { entry: LedgerEntry; slug: string }) {
  const { ledger: say } = useWords().letterConsole.one;
  if (mail === null) return null;
  const { part, dispatch, transport } = mail;
  return (
    <span className="small">
      {say.part(part)}{" "}
      <Link to={`/organize/c/${slug}/letters/dispatches/${dispatch.publicId}`}>
        {say.dispatch(dispatch.number)}
      </Link>
      {transport && <>, {say.transports[transport] ?? transport}</>}
    </span>
  );
}

function Proof({ entry: { mail } }: { entry: LedgerEntry }) {
  const { ledger: say } = useWords().letterConsole.one;
  if (mail === null || (mail.sha256 === null && mail.providerId === null)) return null;
  return (
    <span className="small proof">
      {mail.sha256 && (
        <span>
          {say.mailHash} <ShortHash sha256={mail.sha256} />
        </span>
      )}
      {mail.providerId && (
        <span>
          {say.provider} <code>{mail.providerId}</code>
        </span>
      )}
    </span>
  );
}
