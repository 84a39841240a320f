import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Page } from "#app/ui/page.tsx";
import { Disclosures } from "#app/ui/pledge/disclosures.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { ResendForm } from "#app/ui/resend-form.tsx";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";

export const headers = () => ({ "Cache-Control": "public, max-age=0, s-maxage=60" });

/** The same page for everyone: it knows neither the address nor whether it was new. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const campaign = await findCampaign(context.db, params.campaign ?? "", context.locale);
  if (!campaign) throw notFound();
  const { mail, personal: own } = words(context.locale);
  return {
    campaign,
    examples: context.env.localMode,
    from: context.env.mail.from,
    subject: mail.confirm.subject,
    title: own.inbox.title,
  };
}

export const links: LinksFunction = () => [personal, pledges].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
  { name: "robots", content: "noindex" },
];

export default function CheckYourInbox() {
  const { campaign, examples, from, subject } = useLoaderData<typeof loader>();
  const { inbox } = useWords().personal;
  const isLate = useIsMailLate();
  const to = useLocalizedPath();
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">{inbox.eyebrow}</p>
      <h1>{inbox.title}</h1>
      <p className="standfirst">{isLate ? inbox.standfirstDelayed : inbox.standfirst}</p>
      <DefinitionList
        items={[
          { term: inbox.from, detail: <EmailAddress>{from}</EmailAddress> },
          { term: inbox.subject, detail: <b>{subject}</b> },
          { term: inbox.arrives, detail: isLate ? inbox.arrivesDelayed : inbox.arrivesWithin },
        ]}
      />
      <section className="steps">
        <h2>{isLate ? inbox.delayedHeading : inbox.lateHeading}</h2>
        <ul className="plain">
          {inbox.late.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>
            <a href={to("/manage")}>{inbox.ownPage}</a>
          </li>
          <li>
            {inbox.slip} <a href={to(`/c/${campaign.slug}#sign`)}>{inbox.signAgain}</a>,{" "}
            <a href={to(`/c/${campaign.slug}/pledge`)}>{inbox.pledgeAgain}</a>,{" "}
            <a href={to(`/c/${campaign.slug}/letter`)}>{inbox.writeAgain}</a>
          </li>
        </ul>
        <h2>{inbox.resendHeading}</h2>
        <ResendForm slug={campaign.slug} />
        <p className="small muted gap">{inbox.deadline(confirmWithinDays)}</p>
      </section>
      <Disclosures company={campaign.company} heading={inbox.ifPledged} />
    </Page>
  );
}
