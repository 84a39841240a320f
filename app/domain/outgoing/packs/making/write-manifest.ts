import type { LeftOut, PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import type { PackKey } from "#app/domain/outgoing/packs/pack-key.ts";
import { words } from "#app/i18n/index.ts";
import { type PackContent, statesAre } from "./pack-content.server.ts";

type About = {
  publicId: string;
  number: number;
  askedAt: Date;
  approvedAt: Date;
  approval: "second" | "alone" | "operator";
};

type Input = {
  about: About;
  content: PackContent;
  key: PackKey;
  files: PackManifest["files"];
  appUrl: string;
};

export function writeManifest({ about, content, key, files, appUrl }: Input): PackManifest {
  const say = words("en").packs;
  const { asOf, campaign, counts, states, totals, seal } = content;
  const page = `${appUrl}/c/${campaign.slug}`;
  const signatures = leftOutOf(counts.signaturesLeftOut, say.leftOut.signatures);
  const letters = leftOutOf(counts.lettersLeftOut, say.leftOut.letters);
  const { queued, hidden, asked } = counts.signaturesLeftOut;
  return {
    format: "undersigned-pack/1",
    pack: {
      id: about.publicId,
      number: about.number,
      campaign: campaign.slug,
      title: campaign.title,
      company: campaign.company,
      page,
      askedAt: about.askedAt.toISOString(),
      approvedAt: about.approvedAt.toISOString(),
      approval: say.approvals[about.approval],
    },
    asOf: asOf.toISOString(),
    key: { algorithm: "Ed25519", ...key, where: `${page}/pack-key.json` },
    seal,
    signatures: {
      rows: counts.signatures,
      byCountry: counts.byCountry,
      byUsState: states.byUsState,
      usStates: {
        ofPack: states.statesOfPack,
        words: say.manifest.usStates(statesAre(content), states.statesOfPack),
      },
      byPetitionVersion: counts.byPetitionVersion,
      leftOut: signatures,
      inAll: counts.signatures + sumOf(signatures),
    },
    letters: {
      rows: counts.letters,
      byState: counts.lettersByState,
      leftOut: letters,
      inAll: counts.letters + sumOf(letters),
    },
    pledges: {
      meeting: totals?.meeting.year ?? null,
      publishedAt: totals?.published?.publishedAt.toISOString() ?? null,
      words: say.manifest.pledges,
    },
    weeding: { kept: counts.kept, queued, hidden, asked, words: say.manifest.weeding },
    dedupe: say.manifest.dedupe,
    notes: say.manifest.notes,
    files,
  };
}

const leftOutOf = <Reason extends string>(
  counts: Record<Reason, number>,
  names: Record<Reason, string>,
): LeftOut =>
  (Object.keys(counts) as Reason[]).map((reason) => ({
    reason,
    count: counts[reason],
    words: names[reason],
  }));

const sumOf = (leftOut: LeftOut) => leftOut.reduce((sum, { count }) => sum + count, 0);
