import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { Bar, Part } from "./part.tsx";

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
                {step !== "viewed" && <span className="small muted">{partOf(step)}</span>}
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
