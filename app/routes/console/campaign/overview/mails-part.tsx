import { breaker } from "#app/domain/outgoing/updates/update.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { OverviewData } from "./dashboard.ts";
import { Part } from "./part.tsx";

/** Counts emails by outcome. */
export function MailsPart({ board: { mails } }: { board: OverviewData }) {
  const { mails: say, share, none, digits } = useWords().dashboard;
  const all = mails.accepted;
  const rate = (n: number) => share(n / Math.max(1, all), 2);
  const stops: Record<string, string> = {
    bounced: share(breaker.hardBounces, 1),
    complained: share(breaker.complaints, 1),
  };
  const outcomes = [
    "accepted",
    "delivered",
    "delayed",
    "bounced",
    "complained",
    "failed",
    "unknown",
    "suppressed",
  ] as const;
  return (
    <Part id="mails" title={all === 0 ? say.none : say.title(rate(mails.bounced), rate(mails.complained))}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.columns.what}</th>
            <th scope="col" className="num">
              {say.columns.n}
            </th>
            <th scope="col" className="num">
              {say.columns.rate}
            </th>
            <th scope="col" className="num">
              {say.columns.stops}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome) => (
            <tr key={outcome}>
              <th scope="row">{say.outcomes[outcome]}</th>
              <td className="num">{digits(mails[outcome])}</td>
              <td className="num muted">
                {all === 0 || outcome === "accepted" ? none : rate(mails[outcome])}
              </td>
              <td className="num muted">{stops[outcome]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{say.note}</p>
      <p>
        <Link to="emails">{say.failed}</Link>
      </p>
    </Part>
  );
}
