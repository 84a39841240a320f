import type { AskedApproval } from "#app/domain/approvals/approval.ts";
import { useWords } from "#app/ui/locale.tsx";
import { writeMoment } from "./moment.tsx";

type AskedWhomProps = {
  asked: AskedApproval["asked"];
  /** When this page was made, in ISO 8601. */
  now: string;
};

/** Lists who was emailed for an approval, who will be, and whom the email did not reach. */
export function AskedWhom({ asked, now }: AskedWhomProps) {
  const { asked: say } = useWords().approvals;
  const later = asked.filter(({ at, isLost }) => !isLost && at > now);
  const lost = asked.filter(({ isLost }) => isLost).map(({ name }) => name);
  const reached = asked.filter((one) => !one.isLost && !later.includes(one)).map(({ name }) => name);
  return (
    <ul className="small muted mt-2">
      {asked.length === 0 && <li>{say.nobody}</li>}
      {reached.length > 0 && <li>{say.by(reached)}</li>}
      {later.map(({ name, at }) => (
        <li key={name + at}>{say.later(name, writeMoment(at))}</li>
      ))}
      {lost.length > 0 && <li>{say.lost(lost)}</li>}
    </ul>
  );
}
