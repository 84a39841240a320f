import { useWords } from "#app/ui/locale.tsx";
import { Bar, Part } from "./part.tsx";
import type { Shown } from "./shown.ts";

/** From a view to the next step. */
export function FunnelPart({ board: { funnel } }: { board: Shown }) {
  const { funnel: say, providers, digits } = useWords().dashboard;
  const steps = (["viewed", "signed", "confirmed", "shared", "next"] as const).map((step) => ({
    step,
    n: funnel[step],
  }));
  const most = Math.max(1, ...steps.map(({ n }) => n));
  const rate = funnel.signed > 0 ? Math.min(1, funnel.confirmed / funnel.signed) : null;
  return (
    <Part id="funnel" title={say.title(rate)}>
      <table className="barred">
        <thead>
          <tr>
            <th scope="col">{say.columns.step}</th>
            <th scope="col" className="num">
              {say.columns.n}
            </th>
            <th scope="col" className="num">
              {say.columns.of}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ step, n }, at) => {
            // Pledges and letters are of those who confirmed, as visits by a shared link are.
            const of = at === 0 ? 0 : at < 3 ? (steps[at - 1]?.n ?? 0) : funnel.confirmed;
            return (
              <tr key={step}>
                <th scope="row">
                  {say[step]}
                  <Bar part={n / most} />
                </th>
                <td className="num">{digits(n)}</td>
                <td className="num muted">{of >= n && of > 0 ? providers.share(n / of) : "–"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="small muted">{say.note}</p>
    </Part>
  );
}
