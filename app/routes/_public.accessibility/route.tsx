import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findFeaturedCampaign } from "#app/domain/campaigns/queries.server.ts";
import { publicPage } from "#app/http/respond.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { Stated } from "#app/ui/footer.tsx";
import { Lines } from "#app/ui/lines.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";

export const handle = { hydrate: false, pageClass: "public" };
export const headers = () => publicPage;

/** How far everyone can use this site, and whom to tell where somebody cannot. */
export async function loader({ context: { db, env, locale } }: LoaderFunctionArgs) {
  return {
    campaign: await findFeaturedCampaign(db, locale),
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
  const { campaign, examples } = useLoaderData<typeof loader>();
  const { accessibility, common } = useWords();
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
      <p className="gap">
        {tell.contact}{" "}
        <Stated
          value={campaign?.imprint.contactEmail ?? null}
          example={examples && common.example.contactEmail}
          missing={tell.missing}
        >
          {(address) => <a href={`mailto:${address}`}>{address}</a>}
        </Stated>
      </p>
    </Page>
  );
}
