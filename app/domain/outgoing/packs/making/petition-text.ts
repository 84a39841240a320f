import { formatDate, formatNumber, words } from "#app/i18n/index.ts";
import type { PackContent } from "./pack-content.server.ts";

/** Writes every version of the petition as signed, with how many in the pack signed it; lines end in LF. */
export function petitionText({ campaign, petitions }: Pick<PackContent, "campaign" | "petitions">): string {
  const { paper: say } = words("en").packs;
  const versions = petitions.map(({ version, publishedAt, signatures, summary, body }) =>
    [
      `${say.petition(version)}. ` +
        say.petitionAbout(formatDate("en", publishedAt), formatNumber("en", signatures), signatures),
      summary,
      body.trim(),
    ].join("\n\n"),
  );
  return `${[campaign.title, ...versions].join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}
