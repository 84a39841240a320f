import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { Bar } from "./part.tsx";

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
    <section className="heads" aria-label={say.label}>
      <div>
        <p className="kind">{say.signatures}</p>
        <p className="big">{digits(counts.signatures)}</p>
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
        <p className="big">{digits(counts.pledges)}</p>
        <ByCompany of="pledges" board={board} />
        <p className="small muted">{grew("pledges")}</p>
        {counts.fundLetters.told > 0 && (
          <p className="small muted">{say.fundLetters(counts.fundLetters.told, counts.fundLetters.sent)}</p>
        )}
      </div>
      <div>
        <p className="kind">{say.letters}</p>
        <p className="big">{digits(counts.letters)}</p>
        <ByCompany of="letters" board={board} />
        <p className="small muted">{grew("letters")}</p>
      </div>
      <div>
        <p className="kind">{say.pending}</p>
        <p className="big">{digits(counts.pending)}</p>
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
