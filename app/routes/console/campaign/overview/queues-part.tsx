import { useWords } from "#app/ui/locale.tsx";
import type { OverviewData } from "./dashboard.ts";
import { Part } from "./part.tsx";

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
