import type { WaitingLetter } from "#app/domain/moderation/list-moderation.server.ts";
import { countryName } from "#app/i18n/index.ts";
import { LetterStateLabel } from "#app/ui/console/letter-state.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Link } from "#app/ui/remix.ts";
import { Decide } from "./decide.tsx";

type PartProps = {
  slug: string;
  letter: WaitingLetter;
  /** The address of this position in the queue. */
  at: string;
  /** Why this letter's last button did nothing. */
  failed: string | null;
};

/** Shows a letter in full, why it waits, what is known of it, and its own form to decide with. */
export function WaitingLetterPart({ slug, letter, at, failed }: PartProps) {
  const { moderation: say, read } = useWords().lettersPublic;
  const { publicId, name, heldReason, held, reports, publication } = letter;
  const id = `letter-${publicId}`;
  return (
    <li>
      <article aria-labelledby={id}>
        <header>
          <h2 id={id}>
            <Link to={`/organize/c/${slug}/letters/${publicId}`}>{read.of(name)}</Link>
          </h2>
          {held && heldReason && <p className="kind k-stop">{say.heldReasons[heldReason]}</p>}
          {reports.length > 0 && (
            <p className="kind k-stop">
              {reports.map(({ reason, count }) => say.times(say.reports[reason], count)).join(", ")}
              {publication === "hidden" && `; ${say.hiddenNow}`}
            </p>
          )}
        </header>
        <div className="queue-cols">
          <div className="queue-words" lang={letter.locale} dir="auto">
            {letter.body.trim()}
          </div>
          <div>
            <About slug={slug} letter={letter} />
            <Decide letter={letter} at={at} failed={failed} />
          </div>
        </div>
      </article>
    </li>
  );
}

function About({ slug, letter }: { slug: string; letter: WaitingLetter }) {
  const { moderation: say } = useWords().lettersPublic;
  const locale = useLocale();
  const { nearestLetter, nearestSimilarity, templateSimilarity } = letter;
  const share = (part: number | null) => (part === null ? say.unscored : say.share(part));
  const facts = [
    [say.about.state, <LetterStateLabel key="state" state={letter.state} />],
    [say.about.country, countryName(locale, letter.country)],
    [say.about.confirmed, writeMoment(letter.confirmedAt)],
    [say.about.named, say.named[letter.display]],
    [say.about.links, String(letter.links)],
    [say.about.template, share(templateSimilarity)],
    [
      say.about.nearest,
      <span key="nearest">
        {share(nearestSimilarity)}
        {nearestLetter && (
          <>
            , <Link to={`/organize/c/${slug}/letters/${nearestLetter}`}>{say.nearestOpen}</Link>
          </>
        )}
      </span>,
    ],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}
