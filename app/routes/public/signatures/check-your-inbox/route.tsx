import { readSender } from "#app/domain/campaign/organization/set-sender.server.ts";
import { findCampaign } from "#app/domain/campaign/queries.server.ts";
import { confirmWithinDays } from "#app/domain/entries/signatures/signature.ts";
import { partsOfSender, senderOf } from "#app/domain/queue/sender-of.ts";
import { openOwnInbox } from "#app/http/inbox-path.server.ts";
import {
  data,
  type HeadersFunction,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { orNotFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { webmailOf } from "#app/lib/webmail.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useIsMailLate } from "#app/ui/mail-delay.ts";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import { ResendForm } from "#app/ui/resend-form.tsx";
import personal from "#app/ui/styles/personal.css?url";

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders;

/**
 * Shows the same page to everyone without `for`. With it, it names the address that was typed, and nothing
 * known of it, even whether it was new.
 */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const sealed = new URL(request.url).searchParams.get("for");
  const typed = openOwnInbox(env.keys, campaign.slug, sealed, new Date());
  const signs = { senderName: null, senderAddress: null };
  const from = senderOf(env.mail.from, (await readSender(db, campaign.id)) ?? signs);
  const { mail, pledgeMail, letterMail, personal: own } = words(locale);
  const subjects = {
    signature: mail.confirm.subject,
    pledge: pledgeMail.confirm.subject,
    letter: letterMail.confirm.subject,
    resend: null,
  };
  const page = {
    campaign,
    examples: env.localMode,
    from: partsOfSender(from).address,
    typed,
    subject: subjects[typed?.kind ?? "resend"],
    webmail: typed && webmailOf(typed.address, partsOfSender(from).address),
    title: own.inbox.title,
  };
  const cached = sealed === null ? "public, max-age=0, s-maxage=60" : "no-store";
  return data(page, { headers: { "Cache-Control": cached } });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
  { name: "robots", content: "noindex" },
];

export default function CheckYourInbox() {
  const { campaign, examples, from, subject, typed, webmail } = useLoaderData<typeof loader>();
  const { inbox } = useWords().personal;
  const isLate = useIsMailLate();
  const to = useLocalizedPath();
  const says = isLate ? inbox.delayed : inbox.sent;
  const again = {
    signature: [`/c/${campaign.slug}#sign`, inbox.signAgain],
    pledge: [`/c/${campaign.slug}/pledge`, inbox.pledgeAgain],
    letter: [`/c/${campaign.slug}/letter`, inbox.writeAgain],
  } as const;
  const kinds = typed && typed.kind !== "resend" ? [again[typed.kind]] : Object.values(again);
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">{inbox.eyebrow}</p>
      <h1>{inbox.title}</h1>
      <p className="standfirst">{says[typed?.kind ?? "unknown"]}</p>
      <DefinitionList
        items={[
          ...(subject ? [{ term: inbox.subject, detail: <b className="subject">{subject}</b> }] : []),
          { term: inbox.from, detail: <EmailAddress>{from}</EmailAddress> },
          ...(typed ? [{ term: inbox.to, detail: <EmailAddress>{typed.address}</EmailAddress> }] : []),
        ]}
      />
      {webmail && (
        <p className="gap">
          <ButtonLink variant="act" href={webmail.url} rel="noreferrer">
            {inbox.open(webmail.name)}
          </ButtonLink>
        </p>
      )}
      <section className="again">
        <p>
          <b>{isLate ? inbox.missingTomorrow : inbox.missing}</b> {inbox.junk}
        </p>
        <ResendForm slug={campaign.slug} value={typed?.address ?? ""} typed={typed !== null} />
      </section>
      <details>
        <summary>{inbox.stillMissing}</summary>
        <ul className="plain">
          <li>{inbox.search(from)}</li>
          <li>
            {inbox.slip}{" "}
            {kinds.map(([path, label], index) => (
              <span key={path}>
                {index > 0 && ", "}
                <a href={to(path)}>{label}</a>
              </span>
            ))}
          </li>
          {inbox.late.map((line) => (
            <li key={line}>{line}</li>
          ))}
          <li>
            <a href={to("/manage")}>{inbox.ownPage}</a>
          </li>
        </ul>
      </details>
      <p className="small muted gap">{inbox.deadline(confirmWithinDays)}</p>
    </Page>
  );
}
