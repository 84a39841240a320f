import type {
  ActionFunctionArgs,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { CompanyName } from "#app/ui/console/company-tabs.tsx";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { PledgeState } from "#app/ui/console/pledge-state.tsx";
import { reloadWhenRefused } from "#app/ui/console/reload-when-refused.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Link, useActionData, useLoaderData } from "#app/ui/remix.ts";
import pledgeStyles from "#app/ui/styles/console-pledges.css?url";
import { type Answer, act } from "./act.server.ts";
import { HoldingPart } from "./holding-part.tsx";
import { load } from "./load.server.ts";
import { Papers } from "./papers.tsx";
import { PledgeAnswers } from "./pledge-answers.tsx";
import { PledgeSections } from "./pledge-sections.tsx";
import { Review } from "./review.tsx";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: pledgeStyles }];

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
      <div className="cols pledge-cols">
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
