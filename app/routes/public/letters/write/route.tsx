import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { readLetterPage } from "#app/http/read-letter-page.server.ts";
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, orNotFound, publicPage } from "#app/http/respond.server.ts";
import { takeLetter } from "#app/http/take-letter.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { LetterPage } from "#app/ui/letter/letter-page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import styles from "#app/ui/styles/letter.css?url";
import pledges from "#app/ui/styles/pledge.css?url";

export const action = (args: ActionFunctionArgs) => answerForm(args, takeLetter);

/** Sends a returned form's own headers; otherwise the page is the same for everyone. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : publicPage;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { env, locale } = context;
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  return {
    campaign,
    ...(await readLetterPage(context, campaign, afterPost(request))),
    signing: readSigning(campaign, env.localMode),
    examples: env.localMode,
    locale,
    title: words(locale).letter.title,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/letter`),
  };
}

export const links: LinksFunction = () => [pledges, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { campaign, locale, title, url } = page;
  const description = words(locale).letter.standfirst;
  return shareMeta({ title, description, url, type: "website", campaign }, locale);
};

export default function WriteLetter() {
  const page = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const path = `/c/${page.campaign.slug}/letter`;
  return <LetterPage {...page} action={path} answered={answered} />;
}
