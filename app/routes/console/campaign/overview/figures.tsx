import { mailOutcomes } from "#app/domain/activity/measure.ts";
import type { MailLanes } from "#app/domain/activity/read-mail-lanes.server.ts";
import { breaker } from "#app/domain/outgoing/updates/update.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import type { OverviewData } from "./dashboard.ts";
import { Bar, Part, Scroll } from "./part.tsx";

/** Shows the counts, with what the period added. */
export function Heads({ board }: { board: OverviewData }) {
  const { heads: say, digits } = useWords().dashboard;
  const { counts, goal, series, period } = board;
  const { total, totalBefore } = series;
  const grew = (what: "joined" | "pledges" | "letters") =>
    totalBefore
      ? say.grewFrom(total[what], totalBefore[what], period.days)
      : say.grew(total[what], period.days);
  return (
    <section className="figures heads mb-6" aria-label={say.label}>
      <div>
        <p className="kind">{say.signatures}</p>
        <p className="figure">{digits(counts.signatures)}</p>
        <Bar part={counts.signatures / goal} />
        <p className="small">
          {say.ofGoal(counts.signatures / goal, goal)}; {say.toGoal(goal - counts.signatures)}
        </p>
        <p className="small muted">
          {grew("joined")}
          {total.left > 0 && `; ${say.leftToo(total.left)}`}
        </p>
        {(counts.imported > 0 || counts.onPaper > 0) && (
          <p className="small muted">{say.apart(counts.imported, counts.onPaper)}</p>
        )}
      </div>
      <div>
        <p className="kind">{say.pledges}</p>
        <p className="figure">{digits(counts.pledges)}</p>
        <ByCompany of="pledges" board={board} />
        <p className="small muted">{grew("pledges")}</p>
        {counts.fundLetters.told > 0 && (
          <p className="small muted">{say.fundLetters(counts.fundLetters.told, counts.fundLetters.sent)}</p>
        )}
      </div>
      <div>
        <p className="kind">{say.letters}</p>
        <p className="figure">{digits(counts.letters)}</p>
        <ByCompany of="letters" board={board} />
        <p className="small muted">{grew("letters")}</p>
      </div>
      <div>
        <p className="kind">{say.pending}</p>
        <p className="figure">{digits(counts.pending)}</p>
        <p className="small muted">{say.pendingMeans}</p>
      </div>
    </section>
  );
}

/** Lists how many each company has; nothing where there is one. */
function ByCompany({ of, board: { counts } }: { of: "pledges" | "letters"; board: OverviewData }) {
  const { digits } = useWords().dashboard;
  return counts.companies?.map(({ company, name, [of]: n }) => (
    <p key={company} className="small">
      {name}: {digits(n)}
    </p>
  ));
}

export function FunnelPart({ board: { funnel } }: { board: OverviewData }) {
  const { funnel: say, origins, digits } = useWords().dashboard;
  const steps = (["viewed", "signed", "confirmed", "shared", "next"] as const).map((step) => ({
    step,
    n: funnel[step],
  }));
  const most = Math.max(1, ...steps.map(({ n }) => n));
  const rate = funnel.signed > 0 ? Math.min(1, funnel.confirmed / funnel.signed) : null;
  const { viewed, signed, confirmed, shared, next } = funnel;
  /** The share of each step: pledges and letters of confirmed signers. Visits are a share of nothing. */
  const partOf = (step: keyof typeof say.parts) => {
    const { n, of } = {
      signed: { n: signed, of: viewed },
      confirmed: { n: confirmed, of: signed },
      shared: { n: shared, of: confirmed },
      next: { n: next, of: confirmed },
    }[step];
    return of > 0 ? say.parts[step](n / of) : null;
  };
  return (
    <Part id="funnel" title={say.title(rate)}>
      <table className="barred">
        <thead>
          <tr>
            <th scope="col">{say.columns.step}</th>
            <th scope="col" className="num">
              {say.columns.n}
            </th>
            {funnel.before && (
              <th scope="col" className="num">
                {origins.columns.against}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, n }) => (
            <tr key={step}>
              <th scope="row">
                {say[step]}
                {step !== "viewed" && <span className="small muted beneath">{partOf(step)}</span>}
                <Bar part={n / most} />
              </th>
              <td className="num">{digits(n)}</td>
              {funnel.before && <td className="num muted">{origins.change(n, funnel.before[step])}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small muted">{say.note}</p>
    </Part>
  );
}

/** Counts emails by outcome. */
export function MailsPart({ board: { mails } }: { board: OverviewData }) {
  const { mails: say, share, none, digits } = useWords().dashboard;
  const all = mails.accepted;
  const rate = (n: number) => share(n / Math.max(1, all), 2);
  const stops: Record<string, string> = {
    bounced: share(breaker.hardBounces, 1),
    complained: share(breaker.complaints, 1),
  };
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
          {mailOutcomes.map((outcome) => (
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

/** Shows what waits in each lane of email of the whole site, how fast it leaves, and until when. */
export function LanesPart({ mail }: { mail: MailLanes }) {
  const { lanes: say, queues, digits } = useWords().dashboard;
  const stands = mail.lanes.some(({ untilEmpty }) => untilEmpty === "not-moving");
  const waiting = mail.lanes.reduce((sum, lane) => sum + lane.waiting, 0);
  return (
    <Part id="lanes" title={stands ? say.stands : waiting === 0 ? say.none : say.title(waiting)}>
      <Scroll of="lanes">
        <table>
          <thead>
            <tr>
              <th scope="col">{say.columns.lane}</th>
              {(["waiting", "oldest", "rate", "empty"] as const).map((column) => (
                <th key={column} scope="col" className="num">
                  {say.columns[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {mail.lanes.map((lane) => (
              <tr key={lane.lane} className={lane.untilEmpty === "not-moving" ? "urgent" : undefined}>
                <th scope="row" className="min-w-26">
                  {say.names[lane.lane]}
                </th>
                <td className="num">{digits(lane.waiting)}</td>
                <td className="num">{lane.oldest === null ? "–" : queues.age(Math.max(0, lane.oldest))}</td>
                <td className="num">{say.rate(lane.perMinute)}</td>
                <td className="num">{say.untilEmpty(lane.untilEmpty)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small muted">{say.note(mail.limit)}</p>
    </Part>
  );
}

/** Lists what waits, and since when. */
export function QueuesPart({ board: { queues } }: { board: OverviewData }) {
  const { queues: say, digits } = useWords().dashboard;
  const late = queues.filter(({ oldest, lateAfter }) => oldest !== null && oldest > lateAfter);
  const names = late.map(({ queue }) => (say.names[queue] ?? queue).toLowerCase()).join(", ");
  return (
    <Part id="queues" title={late.length === 0 ? say.title : say.late(names)}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.columns.queue}</th>
            <th scope="col" className="num">
              {say.columns.waiting}
            </th>
            <th scope="col" className="num">
              {say.columns.oldest}
            </th>
            <th scope="col" className="num">
              {say.columns.late}
            </th>
          </tr>
        </thead>
        <tbody>
          {queues.map((queue) => (
            <tr key={queue.queue} className={late.includes(queue) ? "urgent" : undefined}>
              <th scope="row">{say.names[queue.queue]}</th>
              <td className="num">
                {queue.queue !== "updates" && queue.waiting > 1000 ? say.overThousand : digits(queue.waiting)}
              </td>
              <td className="num">{queue.oldest === null ? "–" : say.age(Math.max(0, queue.oldest))}</td>
              <td className="num muted">{say.age(queue.lateAfter)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}
