import type { Trust } from "#app/domain/campaign/meetings/meeting.ts";
import { useWords } from "#app/ui/locale.tsx";

const classOf: Record<Trust, string> = {
  verified: "kind k-good",
  unverified: "kind k-wait",
  stale: "kind k-stop",
};

/** Whether a value was checked against its source, in the color of it. */
export function TrustLabel({ trust }: { trust: Trust }) {
  const { meetings } = useWords();
  return <span className={classOf[trust]}>{meetings.trust[trust]}</span>;
}
