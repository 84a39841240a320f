import { DeedButton } from "#app/ui/console/deed-button.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { DueTable } from "./due-table.tsx";

type AskedProps = {
  asked: {
    by: { id: string; name: string } | null;
    at: string;
    months: number;
    due: Record<string, number>;
  };
  me: string;
  others: readonly string[];
};

/** What waits for a second person, or for whoever asked where there is none. */
export function Asked({ asked, me, others }: AskedProps) {
  const { asked: say } = useWords().closing;
  const own = asked.by?.id === me;
  const mayApprove = !own || others.length === 0;
  return (
    <section className="sheet">
      <h2>{own && mayApprove ? say.titleAlone : say.title}</h2>
      <p>{say.by(asked.by?.name ?? say.somebody, writeMoment(asked.at), asked.months)}</p>
      <p className="gap">{say.heldThen}</p>
      <DueTable due={asked.due} />
      <p>{mayApprove ? say.approveText : say.others(others)}</p>
      <div className="acts">
        {mayApprove && (
          <DeedButton intent="approve" look="act" fields={{ months: asked.months }}>
            {own ? say.approveAlone : say.approve}
          </DeedButton>
        )}
        <DeedButton intent="withdraw">{own ? say.withdraw : say.object}</DeedButton>
      </div>
    </section>
  );
}
