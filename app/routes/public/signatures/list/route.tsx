import { listSigners } from "#app/domain/names/list-signers.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, peoplesPage } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { LeaveList, NameList } from "#app/ui/names/name-list.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/names.css?url";

export const headers = () => peoplesPage;

/** Lists signers who chose to be shown, newest first. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  const page = orNotFound(await listSigners(db, campaign.id));
  return { campaign, page, locale, examples: env.localMode };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const title = `${words(page.locale).names.signers.titleOf(page.campaign.title)} · Undersigned`;
  return [{ title }, { name: "robots", content: "noindex" }];
};

export default function Signers() {
  const { campaign, page, examples } = useLoaderData<typeof loader>();
  const { names: say } = useWords();
  const to = useLocalizedPath();
  const { slug } = campaign;
  const isEmpty = page.names.length === 0;
  return (
    <Page campaign={campaign} examples={examples}>
      <p className="eyebrow">
        <a href={to(`/c/${slug}`)} lang={campaign.language}>
          {campaign.title}
        </a>{" "}
        <InLanguage language={campaign.language} />
      </p>
      <h1>{say.signers.title}</h1>
      {isEmpty ? (
        <section className="empty">
          <h2>{say.none.heading}</h2>
          <p>{say.none.text}</p>
        </section>
      ) : (
        <p className="standfirst">{say.signers.text}</p>
      )}
      {campaign.status === "open" && (
        <p className="gap">
          <ButtonLink variant="act" href={to(`/c/${slug}#sign`)}>
            {say.none.sign}
          </ButtonLink>
        </p>
      )}
      <NameList names={page.names} />
      {page.older && (
        <p className="gap name-pages">
          <a href={to(`/c/${slug}/signers/page/${page.older}`)} rel="next">
            {say.older}
          </a>
        </p>
      )}
      {!isEmpty && <LeaveList />}
    </Page>
  );
}
