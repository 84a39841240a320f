import { formatNumber } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link } from "#app/ui/remix.ts";

type AskForPackProps = {
  page: {
    slug: string;
    now: Record<"signatures" | "letters" | "leftOut" | "names", number>;
    mayReview: boolean;
    mayExport: boolean;
    waits: number | null;
  };
};

const figures = ["signatures", "letters", "leftOut", "names"] as const;

/** Counts what a pack would hold now, with the button to ask. */
export function AskForPack({ page: { slug, now, mayReview, mayExport, waits } }: AskForPackProps) {
  const { packs: say } = useWords().packs;
  const locale = useLocale();
  return (
    <section className="pack-now" aria-labelledby="now">
      <h2 id="now">{say.nowHeading}</h2>
      <dl className="figures">
        {figures.map((name) => (
          <div key={name}>
            <dt>{say.now[name]}</dt>
            <dd>{formatNumber(locale, now[name])}</dd>
          </div>
        ))}
      </dl>
      {now.names > 0 && (
        <p className="warn">
          {say.nowNames(now.names)}{" "}
          {mayReview && <Link to={`/organize/c/${slug}/names`}>{say.decideNames}</Link>}
        </p>
      )}
      {waits !== null && <p className="muted">{say.waits(waits)}</p>}
      {waits === null && mayExport && (
        <Form method="post" preventScrollReset className="ask-pack">
          <Button variant="act" name="intent" value="ask">
            {say.ask}
          </Button>
          <p className="hint">{say.askText}</p>
        </Form>
      )}
    </section>
  );
}
