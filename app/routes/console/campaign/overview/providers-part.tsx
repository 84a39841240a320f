import type { ProviderHealth } from "#app/domain/upkeep/activity/provider-health.ts";
import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { timeOf } from "./local-time.ts";
import { Part, Scroll } from "./part.tsx";

/** A provider with fewer signers than this has no meaningful rate. */
const few = 20;

/** Shows how confirmations fare by the address's host. */
export function ProvidersPart({ board: { providers } }: { board: OverviewData }) {
  const { providers: say, digits } = useWords().dashboard;
  const blocked = providers.find((provider) => provider.blocked);
  const listed = providers.filter(({ signed, usualShare }) => signed > 0 || usualShare !== null);
  const hasMany = providers.some(({ signed }) => signed >= few);
  const title = blocked?.blocked
    ? say.blocked(say.names[blocked.provider] ?? "", timeOf(blocked.blocked.since))
    : hasMany
      ? say.title
      : say.quiet;
  return (
    <Part id="providers" title={title} sub={say.sub}>
      {listed.length > 0 && (
        <Scroll of="providers">
          <table className="providers">
            <thead>
              <tr>
                <th scope="col">{say.columns.provider}</th>
                <th scope="col">{say.columns.state}</th>
                <th scope="col" className="num">
                  {say.columns.share}
                </th>
                <th scope="col" className="num wide">
                  {say.columns.usual}
                </th>
                <th scope="col" className="num wide">
                  {say.columns.wait}
                </th>
                <th scope="col" className="num">
                  {say.columns.signed}
                </th>
                <th scope="col" className="spark-head wide">
                  {say.columns.line}
                </th>
              </tr>
            </thead>
            <tbody>
              {listed.map((health) => (
                <tr key={health.provider} className={health.blocked ? "urgent" : undefined}>
                  <th scope="row">{say.names[health.provider]}</th>
                  <td>
                    {health.blocked
                      ? say.blockedState(health.blocked.recent, timeOf(health.blocked.since))
                      : say.states[health.signed < few ? "few" : "fine"]}
                  </td>
                  <td className="num">{health.share === null ? say.none : say.share(health.share)}</td>
                  <td className="num muted wide">
                    {health.usualShare === null ? say.none : say.share(health.usualShare)}
                  </td>
                  <td className="num wide">
                    {health.medianWait === null ? say.none : say.wait(health.medianWait)}
                  </td>
                  <td className="num">{digits(health.signed)}</td>
                  <td className="spark-cell wide">
                    <Spark health={health} name={say.names[health.provider] ?? ""} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className="small muted">{say.note}</p>
    </Part>
  );
}

function Spark({ health: { hours }, name }: { health: ProviderHealth; name: string }) {
  const { providers: say } = useWords().dashboard;
  const most = Math.max(1, ...hours.map(({ signed, confirmed }) => Math.max(signed, confirmed)));
  const path = (what: "signed" | "confirmed") =>
    hours
      .map(
        (hour, n) =>
          `${n === 0 ? "M" : "L"}${(n * 5).toFixed(0)} ${(22 - (hour[what] / most) * 20).toFixed(1)}`,
      )
      .join("");
  const sum = (what: "signed" | "confirmed") => hours.reduce((all, hour) => all + hour[what], 0);
  return (
    <svg
      viewBox="0 0 120 24"
      className="plot spark"
      role="img"
      aria-label={say.figure(name, sum("signed"), sum("confirmed"))}
    >
      <line className="grid" x1="0" x2="120" y1="22.5" y2="22.5" />
      <path className="before" d={path("signed")} />
      <path className="line" d={path("confirmed")} />
    </svg>
  );
}
