import { anyCompany, companyAad } from "#app/domain/campaign/company/campaign-companies.ts";
import { type Meeting, meetingNamed, pledgeStage } from "#app/domain/campaign/meetings/meeting.ts";
import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { orNotFound, publicPage } from "#app/http/respond.server.ts";
import { takePledge } from "#app/http/take-pledge.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { CompanyChoice, chosenCompany } from "#app/ui/company-choice.tsx";
import { messageFor } from "#app/ui/field.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { EntryNotOpen } from "#app/ui/not-open.tsx";
import { PledgeFlow } from "#app/ui/pledge/flow.tsx";
import { MeetingNotice } from "#app/ui/pledge/meeting-notice.tsx";
import { NoMeeting, Typed, VotingOver } from "#app/ui/pledge/notices.tsx";
import { Head, PledgePage, useMessages } from "#app/ui/pledge/pledge-page.tsx";
import { Spelling } from "#app/ui/pledge/spelling.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/pledge.css?url";

export const action = (args: ActionFunctionArgs) => answerForm(args, takePledge);

/** Sends a returned form's own headers; otherwise the page is the same for everyone. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : publicPage;

/** Shows the first step, for each company's meetings that the campaign takes pledges for. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { env, locale } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const meetings: Meeting[][] = [];
  for (const { id } of campaign.companies) meetings.push(await context.listOpenMeetings(campaign.id, id));
  return {
    campaign,
    meetings,
    signing: readSigning(campaign, env.localMode),
    now: new Date(),
    examples: env.localMode,
    locale,
    title: words(locale).pledge.title,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/pledge`),
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { campaign, locale, title, url, signing } = page;
  const description = signing.outcome === "open" ? words(locale).pledge.standfirst : campaign.standfirst;
  return shareMeta({ title, description, url, type: "website", campaign }, locale);
};

export default function Pledge() {
  const { campaign: all, examples, meetings, now, signing } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const errors = answered?.view.at === "find-out" ? [] : (answered?.view.errors ?? []);
  const chosen = chosenCompany(all.companies, answered && { values: answered.view.values, errors });
  const campaign = chosen.company && !chosen.asks ? companyAad(all, chosen.company) : all;
  const open = meetings[chosen.company ? all.companies.indexOf(chosen.company) : 0] ?? [];
  const year = answered?.view.values.meeting_year;
  const meeting = meetingNamed(open, year);
  const messages = useMessages(errors, false);
  const { pledge } = useWords();
  const locale = useLocale();
  const path = `/c/${campaign.slug}/pledge`;
  const { company, slug } = campaign;

  if (chosen.asks && signing.outcome === "open") {
    return (
      <PledgePage campaign={all} examples={examples} errors={messages}>
        <Head company={anyCompany(all, locale)} title={pledge.title} />
        <CompanyChoice
          action={path}
          of="pledge"
          companies={all.companies}
          error={messageFor(messages, "company")}
        />
      </PledgePage>
    );
  }
  if (open.length === 0 || signing.outcome !== "open") {
    return (
      <PledgePage campaign={campaign} examples={examples} cameBack={answered ? "as-typed" : null}>
        <Head company={company} title={pledge.title} closed={signing.outcome === "closed"} />
        {signing.outcome !== "open" ? (
          <EntryNotOpen of="pledge" signing={signing} />
        ) : (
          <NoMeeting company={company} slug={slug} />
        )}
        <Typed action={path} values={answered?.view.values ?? {}} />
      </PledgePage>
    );
  }
  if (meeting === null || pledgeStage(meeting, now) === "outcome") {
    return (
      <PledgePage campaign={campaign} examples={examples} cameBack={answered ? "as-typed" : null}>
        <p className="eyebrow">{pledge.eyebrow(company)}</p>
        <h1>{pledge.over.title(meeting?.year ?? Number(year))}</h1>
        <VotingOver />
        {meeting && <MeetingNotice company={company} meeting={meeting} now={now} />}
        <Typed action={path} values={answered?.view.values ?? {}} />
      </PledgePage>
    );
  }
  const view = answered?.view ?? { at: "first" as const, values: {}, errors: [] };
  const page = { campaign, examples, action: path, meeting, meetings: open, now };
  if (answered?.challenge)
    return (
      <PledgePage campaign={campaign} examples={examples} cameBack="as-typed">
        <h1 className="form">{pledge.title}</h1>
        <ProofStep challenge={answered.challenge} action={path} values={view.values} of="form" />
      </PledgePage>
    );
  return answered?.suggestion ? (
    <Spelling {...page} view={view} suggestion={answered.suggestion} />
  ) : (
    <PledgeFlow {...page} view={view} answers={answered !== undefined} />
  );
}
