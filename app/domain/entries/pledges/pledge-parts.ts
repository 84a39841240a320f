import type { PledgeWithHolding } from "./queries.server.ts";

/** Lists what a holder confirms with a pledge. Proposals count by their titles, as displayed. */
export function pledgeParts(pledge: PledgeWithHolding) {
  const { meeting, holdingForm, holding, heldSinceMonth, tenureBucket, agreed } = pledge;
  const { accountFlags, heldOnRecordDate, standingInstruction } = pledge;
  const titleOf = (id: number | null) => meeting.items.find((item) => item.id === id)?.title ?? null;
  return {
    meeting: pledge.meetingId,
    name: pledge.name,
    country: pledge.country,
    address: pledge.email,
    language: pledge.locale,
    kind: pledge.kind,
    manager: pledge.fundManager,
    shares: [holdingForm, holding],
    holding: [heldSinceMonth, tenureBucket, accountFlags, heldOnRecordDate, standingInstruction],
    intention: pledge.intentions.map(({ item, intention }) => [item, titleOf(item), intention]),
    willing: pledge.willing,
    comment: pledge.comment,
    display: pledge.display,
    updates: agreed.includes("updates"),
    contact: agreed.includes("contact_cofile"),
  };
}
