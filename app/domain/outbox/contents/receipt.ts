import { content } from "#app/domain/outbox/content.server.ts";
import { nextStepOf } from "#app/domain/outbox/next-step.server.ts";
import { ownersAsked } from "#app/domain/outbox/owners-asked.server.ts";
import { shareOf } from "#app/domain/outbox/share-of.server.ts";
import { confirmedSignature, countsNoLonger, signature } from "#app/domain/outbox/subjects/signature.ts";

/** Thanks a signer who has confirmed. */
export const receipt = content({
  name: "receipt",
  kind: "signature",
  to: "supporter",
  about: signature,
  outdated: countsNoLonger,
  async write(row, writing) {
    const confirmed = confirmedSignature(row, writing);
    if (!confirmed) return null;
    const { supporterId, personId: supporterPublicId, campaignId, slug: campaign } = row;
    return {
      props: {
        ...confirmed,
        ...writing.personal(),
        ...writing.undo("signature", row.signatureId),
        ...(await shareOf(writing, { campaignId }, "signed")),
        ...(await nextStepOf(writing, { supporterId, supporterPublicId, campaignId, campaign })),
        signatures: row.countThen,
        ownersOf: await ownersAsked(writing, campaign),
      },
    };
  },
});
