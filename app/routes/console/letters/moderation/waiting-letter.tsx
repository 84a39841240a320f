import type { WaitingLetter } from "#app/domain/moderation/list-moderation.server.ts";
import { hidingReasons, letterRefusalReasons } from "#app/domain/moderation/moderation.ts";
import { countryName } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { LetterStateLabel } from "#app/ui/console/entry-state.tsx";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { RefuseLetter } from "#app/ui/console/refuse-letter.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

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
        <header className="cluster queue-head mb-3">
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
        <div className="cols">
          <div className="quote" lang={letter.locale} dir="auto">
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
    <dl className="facts large">
      {facts.map(([term, detail]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  );
}

type DecideProps = { letter: WaitingLetter; at: string; failed: string | null };

/** Shows the decisions this letter allows. A negative one has a field for its reason. */
function Decide({ letter, at, failed }: DecideProps) {
  const { moderation: say } = useWords().lettersPublic;
  const { publicId, held, publication, handedOver, seen } = letter;
  const publish = { awaiting: say.publish, published: say.keep, hidden: say.again, private: null }[
    publication
  ];
  const error = failed === "reason-missing" ? say.reasonMissing : null;
  return (
    <Form
      method="post"
      action={at}
      className="block stack gap"
      preventScrollReset
      key={`${publicId} ${seen}`}
    >
      <input type="hidden" name="letter" value={publicId} />
      <input type="hidden" name="seen" value={seen} />
      {error && <p className="err">{error}</p>}
      {held && (
        <Button name="decision" value="release">
          {say.release}
        </Button>
      )}
      {!held && publish && (
        <Button name="decision" value="publish">
          {publish}
        </Button>
      )}
      {!held && publication !== "private" && !(publication === "hidden" && letter.reports.length === 0) && (
        <RefuseLetter
          id={publicId}
          field="hiding"
          reasons={hidingReasons.map((reason) => [reason, say.hidings[reason]])}
          button={{
            label: publication === "awaiting" ? say.hide : say.takeDown,
            name: "decision",
            value: "hide",
          }}
          means={say.hideMeans}
        />
      )}
      {handedOver ? (
        <p className="small muted">{say.cannotRefuse}</p>
      ) : (
        <RefuseLetter
          id={publicId}
          field="refusal"
          reasons={letterRefusalReasons.map((reason) => [reason, say.refusals[reason]])}
          button={{ label: say.refuse, name: "decision", value: "refuse" }}
          means={say.refuseMeans}
        />
      )}
    </Form>
  );
}
