import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { readSigning } from "#app/domain/campaign/readiness.server.ts";
import { findAddressee } from "#app/domain/entries/letters/find-addressee.server.ts";
import { findSettings } from "#app/domain/entries/letters/settings/find-settings.server.ts";
import { findAsk } from "#app/domain/entries/letters/settings/find-template.server.ts";
import type {
  ActionFunctionArgs,
  AppLoadContext,
  HeadersFunction,
  LinksFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, notFound, publicPage } from "#app/http/respond.server.ts";
import { takeLetter } from "#app/http/take-letter.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { localizedPath, words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { KeepsTyped } from "#app/ui/language.tsx";
import { LetterForm } from "#app/ui/letter/letter-form.tsx";
import { PrintedLetter } from "#app/ui/letter/printed-letter.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { shareMeta } from "#app/ui/share-meta.ts";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import styles from "#app/ui/styles/letter.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { LettersNotOpen, Typed } from "./notices.tsx";
import { useMessages } from "./use-messages.ts";

export const action = (args: ActionFunctionArgs) => answerForm(args, takeLetter);

/** A form that came back carries its own headers; the page itself is one for all. */
export const headers: HeadersFunction = ({ actionHeaders }) =>
  actionHeaders.has("Cache-Control") ? actionHeaders : publicPage;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { env, locale } = context;
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  return {
    campaign,
    ...(await readAbout(context, campaign, afterPost(request))),
    signing: readSigning(campaign, env.localMode),
    examples: env.localMode,
    locale,
    title: words(locale).letter.title,
    url: env.appUrl + localizedPath(locale, `/c/${campaign.slug}/letter`),
  };
}

/** To whom a letter goes, and what it asks. Nothing that was typed is lost where that cannot be read. */
async function readAbout(context: AppLoadContext, campaign: Campaign, typed: boolean) {
  const { db, locale } = context;
  try {
    const addressee = await findAddressee(db, campaign.id);
    const ask = await findAsk(db, { campaignId: campaign.id, locale });
    return { addressee, ask, rhythm: await findSettings(db, campaign.id) };
  } catch (error) {
    if (!typed) throw error;
    context.log.error({ err: error, requestId: context.requestId }, "whom letters go to could not be read");
    const unknown = { office: null, email: null, postalAddress: null, verified: false };
    return { addressee: { ...unknown, company: campaign.company }, ask: null, rhythm: null };
  }
}

export const links: LinksFunction = () => [pledges, styles].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data: page }) => {
  if (!page) return [];
  const { campaign, locale, title, url } = page;
  const description = words(locale).letter.standfirst;
  return shareMeta({ title, description, url, type: "website", campaign }, locale);
};

export default function WriteLetter() {
  const { campaign, addressee, ask, rhythm, signing, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { letter } = useWords();
  const path = `/c/${campaign.slug}/letter`;
  const errors = useMessages(answered?.errors ?? []);
  const { company, slug } = campaign;
  const values = answered?.values ?? {};

  if (answered?.printed) {
    return (
      <Page campaign={campaign} examples={examples} current="letter" layout="plain">
        <PrintedLetter {...answered.printed} addressee={addressee} />
        <script src="/letter.js" defer />
      </Page>
    );
  }
  const form = { action: path, slug, addressee, ask, rhythm };
  const cameBack = errors.length > 0 ? "corrected" : "as-typed";
  return (
    <Page
      campaign={campaign}
      examples={examples}
      current="letter"
      layout="plain"
      cameBack={answered ? cameBack : null}
    >
      <div className="letter">
        <ErrorSummary heading={letter.summary(errors.length)} errors={errors} />
        <p className="eyebrow">{letter.eyebrow(company)}</p>
        <h1>{letter.title}</h1>
        {signing.outcome !== "open" ? (
          <>
            <LettersNotOpen signing={signing} />
            <Typed action={path} values={values} />
          </>
        ) : answered?.suggestion ? (
          <SpellingChoice suggestion={answered.suggestion} action={path} values={values}>
            <LetterForm {...form} state={{ values, errors: [] }} preview={null} />
          </SpellingChoice>
        ) : (
          <>
            <p className="standfirst">{letter.standfirst}</p>
            <LetterForm {...form} state={{ values, errors }} preview={answered?.seen ?? null} />
          </>
        )}
      </div>
      <script src="/letter.js" defer />
      <KeepsTyped />
    </Page>
  );
}
