import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import { type KnownStep, knownPath, openFormPath } from "#app/domain/entries/known-path.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { notFound, seeOther } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CampaignEyebrow } from "#app/ui/in-language.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import personal from "#app/ui/styles/personal.css?url";

const steps: readonly KnownStep[] = ["sign", "pledge", "letter"];

/**
 * Leads from an email to the form that knows its reader. Shows nothing beyond the email, since emails are
 * forwarded. An expired link leads to the public form.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const now = new Date();
  for (const step of steps) {
    const link = await openKnownLink(context, `next-${step}`, params, now);
    if (link.outcome === "gone") continue;
    const { campaign } = link;
    if (link.outcome !== "open" || link.signing.outcome !== "open")
      throw seeOther(context, openFormPath(step, campaign.slug));
    const { env, locale } = context;
    const whose = { supporterPublicId: link.subject, campaign: campaign.slug };
    const path = localizedPath(locale, knownPath(env.keys, step, whose, now));
    const { heading: title } = words(locale).personal.thanks.next[step];
    return { campaign, examples: env.localMode, step, path, title };
  }
  throw notFound();
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function NextFromEmail() {
  const { campaign, examples, step, path } = useLoaderData<typeof loader>();
  const { thanks } = useWords().personal;
  const locale = useLocale();
  const { heading, text, button } = thanks.next[step];
  return (
    <Page campaign={campaign} examples={examples}>
      <CampaignEyebrow campaign={campaign} />
      <h1>{heading}</h1>
      <p className="standfirst">{text(anyCompany(campaign, locale))}</p>
      <p className="gap">
        <ButtonLink variant="act" href={path}>
          {button}
        </ButtonLink>
      </p>
      <p className="small muted gap">{thanks.knownByEmail}</p>
    </Page>
  );
}
