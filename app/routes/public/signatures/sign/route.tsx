import type { TypedValues } from "#app/http/form.server.ts";
import type {
  ActionFunctionArgs,
  HeadersFunction,
  LoaderFunctionArgs,
  MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, orNotFound, seeOther } from "#app/http/respond.server.ts";
import { takeSignature } from "#app/http/take-signature.server.ts";
import { answerForm } from "#app/http/taken-form.server.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { LanguageScript } from "#app/ui/language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { NotTaken } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { SignForm } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";

export const action = (args: ActionFunctionArgs) => answerForm(args, takeSignature);

/** Shows only a returned form; redirects all others to the form on the case page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  if (!afterPost(request)) throw seeOther(context, `/c/${campaign.slug}#sign`);
  return { campaign, examples: context.env.localMode, title: words(context.locale).sign.form.heading };
}

/** Sends a returned form's own headers, `Retry-After` among them. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
  { name: "description", content: page?.campaign.standfirst },
  { name: "robots", content: "noindex" },
];

export default function SignAgain() {
  const { campaign, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { sign: signWords, errors: errorWords } = useWords();
  const to = useLocalizedPath();
  const form = {
    action: `/c/${campaign.slug}/sign`,
    companies: campaign.companies,
    values: answered?.values ?? {},
  };
  const errors = (answered?.errors ?? []).map(({ field, code }) => ({
    field,
    message: errorWords.form[code] ?? errorWords.form.missing ?? code,
  }));

  return (
    <Page campaign={campaign} examples={examples} cameBack={errors.length > 0 ? "corrected" : "as-typed"}>
      {answered?.signing ? (
        <>
          <NotTaken signing={answered.signing} />
          <Typed action={form.action} values={answered.values} />
        </>
      ) : (
        <>
          <ErrorSummary heading={signWords.form.summary(errors.length)} errors={errors} />
          <h1 className="form">{signWords.form.heading}</h1>
          <p className="standfirst">
            <span lang={campaign.petition.language}>{campaign.petition.summary}</span>{" "}
            <InLanguage language={campaign.petition.language} />{" "}
            <a className="small" href={to(`/c/${campaign.slug}/petition`)}>
              {signWords.form.fullTextOf(campaign.petition.version)}
            </a>
          </p>
          {answered?.challenge ? (
            <ProofStep challenge={answered.challenge} action={form.action} values={answered.values} />
          ) : answered?.suggestion ? (
            <SpellingChoice suggestion={answered.suggestion} action={form.action} values={form.values}>
              <SignForm {...form} />
            </SpellingChoice>
          ) : (
            <SignForm errors={errors} {...form} />
          )}
        </>
      )}
      <LanguageScript />
    </Page>
  );
}

/** What was typed into a form that cannot be taken now. */
function Typed({ action, values }: { action: string; values: TypedValues }) {
  const { form } = useWords().sign;
  const items = [
    { term: form.name, detail: values.name },
    { term: form.email, detail: values.email },
    { term: form.comment, detail: values.comment },
  ];
  return <KeptWords action={action} values={values} items={items} />;
}
