import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import type { TierReminder } from "#app/domain/entries/pledges/view-holding.server.ts";
import { formatNumber, type Locale } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form } from "#app/ui/remix.ts";
import type { ViewedHolding } from "./act.server.ts";
import type { PledgePage } from "./load.server.ts";
import { MayCoFile } from "./may-co-file.tsx";

type HoldingPartProps = { page: PledgePage; viewed: ViewedHolding | undefined };

/** Hides the holding until somebody asks for it, and lists who did. */
export function HoldingPart({ page, viewed }: HoldingPartProps) {
  const { holding: say } = useWords().pledgeList.one;
  const { pledge, views } = page;
  return (
    <section className="part" aria-labelledby="holding">
      <h2 id="holding">{say.heading}</h2>
      {pledge.kind === "fund" ? (
        <p className="muted">{say.fund}</p>
      ) : viewed?.holding ? (
        <>
          <HoldingFigures holding={viewed.holding} checked={pledge.verifiedAt !== null} />
          {viewed.mayCoFile && <MayCoFile assessment={viewed.mayCoFile} company={pledge.company} />}
          {viewed.tierReminder && <TierLine reminder={viewed.tierReminder} />}
        </>
      ) : (
        <Covered page={page} tried={viewed !== undefined} />
      )}
      {pledge.kind !== "fund" && (
        <div className="holding-views">
          <h3>{say.looks}</h3>
          {views.length === 0 ? (
            <p className="small muted">{say.noLooks}</p>
          ) : (
            <ol>
              {views.map(({ at, by, byOperator, how }) => (
                <li key={`${how} ${at} ${by}`}>
                  <Moment at={at} /> <span>{say.how[how](byOperator ? say.operator : by || say.gone)}</span>
                </li>
              ))}
            </ol>
          )}
        </div>
      )}
    </section>
  );
}

function TierLine({ reminder: { state, dueAt, queuedAt } }: { reminder: TierReminder }) {
  const { one: say } = useWords().pledgeList;
  const when = say.reminderStates[state](writeMoment(queuedAt ?? dueAt));
  return (
    <p className="small muted">
      {say.holding.tierReminder}: {when}.
    </p>
  );
}

function HoldingFigures({ holding, checked }: { holding: Holding; checked: boolean }) {
  const { holding: say } = useWords().pledgeList.one;
  const locale = useLocale();
  return (
    <div role="status">
      <p>
        {holding.bucket === "not_said" ? (
          say.notSaid
        ) : (
          <>
            <span className="figure">{writeHolding(locale, holding)}</span> {say.shares}
          </>
        )}
      </p>
      <p className="small muted">
        {checked ? say.checked : say.told} {say.shownNow}
      </p>
    </div>
  );
}

/** Writes an exact number with separators, or a range with both ends. */
function writeHolding(locale: Locale, { shares, bucket }: Holding): string {
  if (shares === null) return bucket.replace("-", "–");
  const [whole = "0", fraction] = shares.split(".");
  return `${formatNumber(locale, BigInt(whole))}${fraction ? `.${fraction}` : ""}`;
}

function Covered({ page: { pledge, mayView }, tried }: { page: PledgePage; tried: boolean }) {
  const { holding: say } = useWords().pledgeList.one;
  if (tried)
    return (
      <p role="status" className="banner banner-error">
        {say.notShown}
      </p>
    );
  if (pledge.told === null) return <p className="muted">{say.wiped}</p>;
  if (pledge.status === "email_pending") return <p className="muted">{say.pending}</p>;
  return (
    <>
      <p className="covered">{say.covered[pledge.told]}</p>
      {mayView ? (
        <>
          <p className="small muted">{say.text}</p>
          <Form method="post" className="act-row">
            <Button name="intent" value="look">
              {say.show}
            </Button>
          </Form>
        </>
      ) : (
        <p className="small muted">{say.noRight}</p>
      )}
    </>
  );
}
