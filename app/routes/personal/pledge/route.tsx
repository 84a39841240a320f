import { pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { openFormPath } from "#app/domain/entries/known-path.server.ts";
import { votedPath } from "#app/domain/entries/pledges/personal-links.server.ts";
import { hasReportedOutcome } from "#app/domain/entries/pledges/pledge-proven.server.ts";
import { formAgain, type PledgeView } from "#app/http/pledge-post.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { afterPost, notFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { useWords } from "#app/ui/locale.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { PledgeFlow } from "#app/ui/pledge/flow.tsx";
import { NoMeeting, Typed, VotingOver } from "#app/ui/pledge/notices.tsx";
import { PledgePage } from "#app/ui/pledge/pledge-page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/pledge.css?url";
import { LinkIsClosed, NotStored, OutcomeReported, TellOutcome } from "./link-notices.tsx";
import { openLink } from "./open-link.server.ts";
import { takeProvenPledge } from "./take-proven-pledge.server.ts";
import { valuesOf } from "./values-of.server.ts";

export const action = takeProvenPledge;

/** Someone whose link says who they are pledges, or changes their pledge, without being asked again. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const { env, locale } = context;
  const link = await openLink(context, params, now);
  const pledgeWords = words(locale).pledge;
  const page = { campaign: link.campaign, examples: env.localMode, now, token: params.token ?? "" };
  if (link.outcome !== "open") {
    // What somebody wrote into the form comes back to them.
    if (!afterPost(request)) {
      if (link.outcome !== "expired" || link.changes) throw notFound();
      throw seeOther(context, openFormPath("pledge", link.campaign.slug));
    }
    const title = link.outcome === "expired" ? pledgeWords.known.expiredTitle : pledgeWords.known.goneTitle;
    return { ...page, outcome: link.outcome, title };
  }
  const { person, meeting, signing, pledged, agreed, changes } = link;
  const { name, email } = person;
  const known = { name, email, pledged: pledged !== null, agreed };
  const title = pledged ? pledgeWords.known.title : pledgeWords.title;
  if (!meeting || signing.outcome !== "open")
    return { ...page, outcome: "not-taken" as const, title, signing };
  if (pledgeStage(meeting, now) === "outcome") {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const voted = pledged && votedPath(env.keys, { publicId: pledged.publicId, meeting: about }, now);
    return { ...page, outcome: "over" as const, title: pledgeWords.over.title(meeting.year), voted, changes };
  }
  if (pledged && hasReportedOutcome(pledged)) {
    const about = { on: meeting.meetingOn, year: meeting.year };
    const voted = votedPath(env.keys, { publicId: pledged.publicId, meeting: about }, now);
    return { ...page, outcome: "told" as const, title: pledgeWords.told.title, voted };
  }
  const contact = agreed.includes("contact_cofile") ? { consent_contact: "on" } : {};
  const view = pledged
    ? formAgain({ values: { ...valuesOf(pledged), ...contact } }, [])
    : ({ at: "first", values: contact, errors: [] } satisfies PledgeView);
  return { ...page, outcome: "asks" as const, title, meeting, known, view };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function PledgeAsKnown() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { known } = useWords().pledge;
  const path = `/c/${page.campaign.slug}/pledge/${page.token}`;
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
