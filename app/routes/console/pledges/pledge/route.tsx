import type { Holding } from "#app/domain/entries/pledges/pledge.ts";
import type { TierReminder } from "#app/domain/entries/pledges/view-holding.server.ts";
import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { formatNumber, type Locale } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PledgeState } from "#app/ui/console/entry-state.tsx";
import { Moment, writeMoment } from "#app/ui/console/moment.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Form, Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";
import { type Answer, act, type ViewedHolding } from "./action.server.ts";
import { load, type PledgePage } from "./load.server.ts";
import { MayCoFile, Papers } from "./papers.tsx";
import { PledgeAnswers, PledgeSections } from "./pledge-sections.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export const loader = (args: LoaderFunctionArgs) => load(args);
export const action = (args: ActionFunctionArgs) => act(args);

export const meta: MetaFunction = () => [{ title: "Pledge · Undersigned" }];

export { ConsoleError as ErrorBoundary, reloadWhenRefused as shouldRevalidate };

export default function Pledge() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as Answer | undefined;
  const { pledgeList: say } = useWords();
  const { pledge, slug } = page;
  const { at } = useCompanies();
  const newest = pledge.versions[0];
  const done = answer ? undefined : say.one.done[page.done ?? ""];
  const undone = say.one.undone[answer?.undone ?? ""];
  return (
    <>
      <p className="crumb">
        <Link
          to={at(`/organize/c/${slug}/pledges`, pledge.company, { meeting: String(pledge.meeting.year) })}
        >
          {say.one.back}
        </Link>
      </p>
      <div className="page-head">
        <div>
          <PledgeState state={pledge.state} />
          <CompanyName of={pledge.company} />
          <h1>{pledge.name}</h1>
          <p>
            {say.kinds[pledge.kind]}, {say.meetingOf(pledge.meeting.year)},{" "}
            {say.one.version(pledge.version).toLowerCase()}
          </p>
        </div>
      </div>
      <div role="status">
        {done && <p className="banner">{done}</p>}
        {undone && <p className="banner banner-error">{undone}</p>}
      </div>
      {newest && newest.version > pledge.version && (
        <p className="sentence">
          <span>
            {say.one.notNewest} <Link to={`../${newest.publicId}`}>{say.one.openNewest}</Link>
          </span>
        </p>
      )}
      {(pledge.state === "waiting" || pledge.state === "not_accepted") && page.mayCheck && (
        <Review state={pledge.state} />
      )}
      <div className="cols">
        <div>
          <HoldingPart page={page} viewed={answer?.viewed} />
          <PledgeAnswers pledge={pledge} />
        </div>
        <div className="aside">
          {page.mayCheck && pledge.kind !== "fund" && (
            <Papers pledge={pledge} missing={answer?.levelMissing === true} />
          )}
          <PledgeSections page={page} />
        </div>
      </div>
    </>
  );
}

type HoldingPartProps = { page: PledgePage; viewed: ViewedHolding | undefined };

/** Hides the holding until somebody asks for it, and lists who did. */
function HoldingPart({ page, viewed }: HoldingPartProps) {
  const { holding: say } = useWords().pledgeList.one;
  const { pledge, views } = page;
  return (
    <section className="block" aria-labelledby="holding">
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
        <div className="gap">
          <h3>{say.looks}</h3>
          {views.length === 0 ? (
            <p className="small muted">{say.noLooks}</p>
          ) : (
            <ol className="lines small">
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

/** Accepts a large pledge or not, by one of two buttons. */
function Review({ state }: { state: "waiting" | "not_accepted" }) {
  const { review: say } = useWords().pledgeList.one;
  return (
    <section className="needs" aria-label={say.title}>
      <div>
        {state === "waiting" && <h2>{say.title}</h2>}
        <p>{state === "waiting" ? say.text : say.refused}</p>
      </div>
      <Form method="post" className="cluster">
        <input type="hidden" name="intent" value="review" />
        <Button variant="act" name="accept" value="yes">
          {say.accept}
        </Button>
        {state === "waiting" && (
          <Button name="accept" value="no">
            {say.refuse}
          </Button>
        )}
      </Form>
    </section>
  );
}
