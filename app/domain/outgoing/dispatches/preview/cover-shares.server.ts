import type { GatheredPart } from "#app/domain/outgoing/dispatches/parts/gather-part.server.ts";
import { locales, words } from "#app/i18n/index.ts";

/** Replaces a number that is not shown. */
const cover = "…";

/** Hides the number of shares in an individual letter, for readers whose view is not logged. */
export function coverShares(gathered: GatheredPart): GatheredPart {
  if (gathered.dispatch.kind !== "individual") return gathered;
  const { company } = gathered.campaign;
  const letters = gathered.letters.map((letter) => {
    const { shares } = letter;
    if (shares === null) return letter;
    const sharesLines = locales.map((locale) => words(locale).letter.sharesLine);
    const text = sharesLines.reduce(
      (so, line) => so.replace(`\n\n${line(shares, company)}\n\n`, `\n\n${line(cover, company)}\n\n`),
      letter.text,
    );
    return { ...letter, shares: cover, text };
  });
  return { ...gathered, letters };
}
