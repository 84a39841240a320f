import { listNamedCampaigns } from "#app/domain/campaign/list-campaigns.server.ts";
import { findFeaturedCampaign } from "#app/domain/campaign/queries.server.ts";
import type { LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { Stated } from "#app/ui/footer.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useLoaderData } from "#app/ui/remix.ts";

export const headers = () => publicPage;

/** Loads whom to tell about barriers: the one campaign, or each of several. */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  const all = await listNamedCampaigns(db, locale);
  return {
    campaign: all.length > 1 ? null : await findFeaturedCampaign(db, locale),
    several: all.length > 1 ? all : [],
    examples: env.localMode,
    title: words(locale).accessibility.title,
    description: words(locale).accessibility.standfirst,
    url: env.appUrl + localizedPath(locale, "/accessibility"),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title} · Undersigned` },
  { name: "description", content: data?.description },
  { tagName: "link", rel: "canonical", href: data?.url },
];

export default function Accessibility() {
  const { campaign, several, examples } = useLoaderData<typeof loader>();
  const { accessibility } = useWords();
  const { aim, works, checked, known, tell } = accessibility;
  return (
    <Page campaign={campaign} examples={examples}>
      <h1>{accessibility.title}</h1>
      <p className="standfirst">{accessibility.standfirst}</p>
      <h2>{aim.heading}</h2>
      <p>{aim.text}</p>
      <h2>{works.heading}</h2>
      <Lines of={works.items} />
      <h2>{checked.heading}</h2>
      <p>{checked.text}</p>
      <h2>{known.heading}</h2>
      <Lines of={known.items} />
      <h2>{tell.heading}</h2>
      <p>{tell.text}</p>
      {several.length === 0 ? (
        <p className="gap">
          {tell.contact} <Contact address={campaign?.organization.contactEmail ?? null} examples={examples} />
        </p>
      ) : (
        <>
          <p className="gap">{tell.several}</p>
          <ul className="plain">
            {several.map(({ slug, title, language, contactEmail }) => (
              <li key={slug}>
                <span lang={language}>{title}</span>: <Contact address={contactEmail} examples={examples} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}

function Contact({ address, examples }: { address: string | null; examples: boolean }) {
  const { accessibility, common } = useWords();
  return (
    <Stated
      value={address}
      example={examples && common.example.contactEmail}
      missing={accessibility.tell.missing}
    >
      {(known) => <a href={`mailto:${known}`}>{known}</a>}
    </Stated>
  );
}
