import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { afterPost } from "#app/http/respond.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CompanyChoice } from "#app/ui/company-choice.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { ManageLinkForm } from "#app/ui/manage-link-form.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { PledgeFlow } from "#app/ui/pledge/flow.tsx";
import { NoMeeting, Typed, VotingOver } from "#app/ui/pledge/notices.tsx";
import { PledgePage } from "#app/ui/pledge/pledge-page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/pledge.css?url";
import { readPage } from "./read-page.server.ts";
import { takeProvenPledge } from "./take-proven-pledge.server.ts";

export const action = takeProvenPledge;

/** Loads the page where a link's owner pledges, or changes their pledge, without being asked again. */
export const loader = ({ request, params, context }: LoaderFunctionArgs) =>
  readPage(
    context,
    params,
    { isPosted: afterPost(request), year: new URL(request.url).searchParams.get("meeting") ?? undefined },
    new Date(),
  );

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function PledgeAsKnown() {
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const page = answered?.page ?? loaded;
  const { known } = useWords().pledge;
  const path = `/c/${page.campaign.slug}/pledge/${page.token}`;
  if (page.outcome === "which") {
    return (
      <PledgePage campaign={page.campaign} examples={page.examples}>
        <h1>{page.title}</h1>
        <CompanyChoice action={path} of="pledge" companies={page.campaign.companies} />
      </PledgePage>
    );
  }
  if (page.outcome === "asks" && !answered?.alreadyPledged) {
    const view = answered?.view ?? page.view;
    return <PledgeFlow {...page} action={path} view={view} answers={answered !== undefined} />;
  }
  return (
    <PledgePage campaign={page.campaign} examples={page.examples} cameBack={answered ? "as-typed" : null}>
      <h1>{page.outcome === "asks" ? known.notStoredTitle : page.title}</h1>
      {page.outcome === "asks" ? (
        <NotStored />
      ) : page.outcome === "over" ? (
        page.changes ? (
          <TellOutcome path={page.voted} />
        ) : (
          <VotingOver />
        )
      ) : page.outcome === "told" ? (
        <OutcomeReported path={page.voted} />
      ) : page.outcome === "not-taken" ? (
        page.signing.outcome !== "open" ? (
          <EntryNotOpen of="pledge" signing={page.signing} />
        ) : (
          <NoMeeting company={page.campaign.company} slug={page.campaign.slug} />
        )
      ) : (
        <LinkIsClosed outcome={page.outcome} slug={page.campaign.slug} />
      )}
      <Typed action={path} values={answered?.view.values ?? {}} />
    </PledgePage>
  );
}

/** Says how to get a fresh link, or to start over. */
function LinkIsClosed({ outcome, slug }: { outcome: "expired" | "gone"; slug: string }) {
  const { known } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      {outcome === "gone" && <p className="standfirst">{known.goneText}</p>}
      <div className="pledge-form">
        <p>{known.fresh}</p>
        <ManageLinkForm />
        <p className="gap">
          <a href={to(`/c/${slug}/pledge`)}>{known.pledgeAgain}</a>
        </p>
      </div>
    </>
  );
}

/** Says that this link neither shows nor changes a pledge in force. */
function NotStored() {
  const { known, told } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      <p className="standfirst">{known.notStored}</p>
      <p className="gap">
        <a href={to("/manage")}>{told.manage}</a>
      </p>
    </>
  );
}

/** Leads holders, after the voting, to the page that asks whether they voted. */
function TellOutcome({ path }: { path: string | null }) {
  const { over } = useWords().pledge;
  const to = useLocalizedPath();
  if (path === null) return <p className="standfirst">{over.notPledged}</p>;
  return (
    <>
      <p className="standfirst">{over.known}</p>
      <p className="gap">
        <ButtonLink variant="act" href={to(path)}>
          {over.knownButton}
        </ButtonLink>
      </p>
    </>
  );
}

/** Says that a pledge can no longer be withdrawn once its vote is reported. */
function OutcomeReported({ path }: { path: string }) {
  const { told } = useWords().pledge;
  const to = useLocalizedPath();
  return (
    <>
      <p className="standfirst">{told.text}</p>
      <p className="gap">
        <ButtonLink href={to(path)}>{told.button}</ButtonLink>
      </p>
      <p className="gap">
        {told.withdraw} <a href={to("/manage")}>{told.manage}</a>
      </p>
    </>
  );
}
