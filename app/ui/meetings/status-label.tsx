import type { MeetingStatus } from "#app/domain/campaign/meetings/meeting.ts";
import { useWords } from "#app/ui/locale.tsx";

const classOf: Record<MeetingStatus, string> = {
  expected: "kind",
  announced: "kind k-wait",
  open: "kind k-good",
  closed: "kind",
  results: "kind",
};

export function StatusLabel({ status }: { status: MeetingStatus }) {
  const { meetings } = useWords();
  return <span className={classOf[status]}>{meetings.statuses[status]}</span>;
}
