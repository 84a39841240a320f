import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { afterPost } from "#app/http/respond.server.ts";
import { CompanyChoice } from "#app/ui/company-choice.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { PledgeFlow } from "#app/ui/pledge/flow.tsx";
import { NoMeeting, Typed, VotingOver } from "#app/ui/pledge/notices.tsx";
import { PledgePage } from "#app/ui/pledge/pledge-page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/pledge.css?url";
import { LinkIsClosed, NotStored, OutcomeReported, TellOutcome } from "./link-notices.tsx";
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
