import { lettersPath, listedAt } from "#app/domain/campaign/company/campaign-companies.ts";
import { listPublishedLetters } from "#app/domain/entries/letters/published/list-published.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { LetterList } from "#app/ui/letters/letter-list.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/letters.css?url";

export const headers = () => peoplesPage;

/** Lists letters older than one of them: a path, since no cache reads queries. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const listed = orNotFound(listedAt(await context.findCampaign(params.campaign ?? ""), params.company));
  const { campaign, companyId } = listed;
  const of = { campaignId: campaign.id, companyId };
  const page = orNotFound(await listPublishedLetters(db, of, params.cursor ?? ""));
  const path = lettersPath(campaign.slug, params.company);
  const companies = companyId === undefined ? campaign.companies : [];
  return { campaign, companies, path, page, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { read, titleOf } = words(page.locale).lettersPublic;
  const title = `${read.olderTitle} · ${titleOf(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function OlderLetters() {
  const { campaign, companies, path, page, examples } = useLoaderData<typeof loader>();
  const { lettersPublic: say } = useWords();
  const to = useLocalizedPath();
  const { slug } = campaign;
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">
        <a href={to(path)}>{say.title(campaign.company)}</a>
      </p>
      <h1>{say.read.olderTitle}</h1>
      {page.letters.length === 0 && <p className="standfirst">{say.read.noneOlder}</p>}
      <LetterList slug={slug} companies={companies} letters={page.letters} />
      <p className="gap letter-pages">
        <a href={to(`${path}#read`)}>{say.read.newest}</a>
        {page.older && (
          <a href={to(`${path}/page/${page.older}`)} rel="next">
            {say.read.older}
          </a>
        )}
      </p>
    </Page>
  );
}
