import type { MeetingStatus, Trust } from "#app/domain/campaign/meetings/meeting.ts";
import { useWords } from "#app/ui/locale.tsx";

const classOf: Record<Trust, string> = {
  verified: "kind k-good",
  unverified: "kind k-wait",
  stale: "kind k-stop",
};

/** Shows by color if a value was checked against its source. */
export function TrustLabel({ trust }: { trust: Trust }) {
  const { meetings } = useWords();
  return <span className={classOf[trust]}>{meetings.trust[trust]}</span>;
}

const classOfStatus: Record<MeetingStatus, string> = {
  expected: "kind",
  announced: "kind k-wait",
  open: "kind k-good",
  closed: "kind",
  results: "kind",
};

export function StatusLabel({ status }: { status: MeetingStatus }) {
  const { meetings } = useWords();
  return <span className={classOfStatus[status]}>{meetings.statuses[status]}</span>;
}
