import type { Signing } from "#app/domain/campaigns/campaign.ts";
import { readSigning } from "#app/domain/campaigns/readiness.server.ts";
import { speaksForeign } from "#app/domain/review/languages.ts";
import { isShareCode, ownLinkSource } from "#app/domain/share-links/share-link.ts";
import { sign } from "#app/domain/signatures/sign.server.ts";
import { consentsOf, SignatureForm } from "#app/domain/signatures/signature-form.ts";
import { chooseSpelling } from "#app/domain/supporters/choose-spelling.ts";
import { outsideNetwork } from "#app/http/client-address.ts";
import { asksAgain, parseForm, type TypedValues } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, notFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { KeptWords } from "#app/ui/kept-words.tsx";
import { KeepsTyped } from "#app/ui/language.tsx";
import { useLocale, useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { NotTaken } from "#app/ui/not-open.tsx";
import { Page } from "#app/ui/page.tsx";
import { ProofStep } from "#app/ui/proof-step.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { SignForm } from "#app/ui/sign-form.tsx";
import { SpellingChoice } from "#app/ui/spelling-choice.tsx";
import { countPost, proveWork } from "./prove.server.ts";
import { readSource } from "./read-source.server.ts";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await parseForm(request, SignatureForm);
  const source = readSource(asText(form.values.source), request, context.env.appUrl);
  // The address that told it is another one from here on: a form that comes back carries it.
  if (source !== null) form.values.source = source;
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();

  const signing = readSigning(campaign, context.env.localMode);
  if (signing.outcome !== "open") return answer({ signing }, form, signing.outcome === "closed" ? 410 : 503);

  const again = asksAgain(request);
  if (again) {
    const wait = await context.limits.spend("sign", context.clientAddress);
    if (wait > 0) return tooMany(form, wait);
    const corrected = again === "corrected" && !form.ok;
    return answer({ errors: corrected ? form.errors : [] }, form, corrected ? 422 : 200);
  }

  const counted = await countPost(context);
  if (counted.wait > 0) return tooMany(form, counted.wait);
  if (!form.ok) return answer({ errors: form.errors }, form, 422);

  const spelling = chooseSpelling(form.value);
  if (spelling.outcome === "ask") return answer({ suggestion: spelling.suggestion }, form, 422);

  const input = {
    campaign: { id: campaign.id, petitionVersion: campaign.petition.version },
    name: form.value.name,
    email: spelling.email,
    country: form.value.country,
    postalCode: form.value.postal_code,
    comment: form.value.comment,
    display: form.value.display,
    ...sourceOf(source),
    referrer: null,
    locale: context.locale,
    consents: consentsOf(form.value),
    trace: {
      network: outsideNetwork(context.clientAddress),
      honeypot: Boolean(form.value.subject),
      foreignLanguage: speaksForeign(request.headers.get("accept-language"), form.value.country),
    },
  };
  try {
    const proved = await proveWork(context, {
      ...{ campaignId: campaign.id, email: spelling.email.canonical, counted },
      ...{ proof: form.value.proof, withoutProof: form.value.without_proof },
    });
    if ("challenge" in proved) return answer({ challenge: proved.challenge }, form, 422);
    await sign(context.db, context.env.keys, { ...input, trace: { ...input.trace, ...proved } });
  } catch (error) {
    context.log.error({ err: error, requestId: context.requestId }, "a signature could not be stored");
    return answer({ errors: [{ field: "form", code: "unavailable" }] }, form, 503, { "Retry-After": "60" });
  }
  context.wakeMail();
  return seeOther(context, `/c/${campaign.slug}/check-your-inbox`);
}

const asText = (value: TypedValues[string] | undefined) => (typeof value === "string" ? value : undefined);

/** A link of somebody's own is one source, whoever's it is. */
const sourceOf = (named: string | null) =>
  named !== null && isShareCode(named)
    ? { source: ownLinkSource, shareCode: named }
    : { source: named, shareCode: null };

type Answer = {
  errors?: { field: string; code: string }[];
  suggestion?: { typed: string; meant: string };
  /** What is to be solved first. */
  challenge?: string;
  signing?: Exclude<Signing, { outcome: "open" }>;
};

/** The form again, with what was typed; never stored by anyone on the way. */
function answer(what: Answer, form: Awaited<ReturnType<typeof parseForm>>, status: number, headers = {}) {
  return data(
    { errors: [], suggestion: null, challenge: null, signing: null, ...what, values: form.values },
    { status, headers: { ...headers, "Cache-Control": "no-store" } },
  );
}

const tooMany = (form: Parameters<typeof answer>[1], seconds: number) =>
  answer({ errors: [{ field: "form", code: "too-many" }] }, form, 429, { "Retry-After": String(seconds) });

/** Only a form that came back is shown here; who opens the address is sent to the form on the case page. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = await context.findCampaign(params.campaign ?? "");
  if (!campaign) throw notFound();
  if (!afterPost(request)) throw seeOther(context, `/c/${campaign.slug}#sign`);
  return { campaign, examples: context.env.localMode, title: words(context.locale).sign.form.heading };
}

/** A form that came back carries its own headers, `Retry-After` among them. */
export const headers: HeadersFunction = ({ actionHeaders }) => actionHeaders;

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
  { name: "description", content: page?.campaign.standfirst },
  { name: "robots", content: "noindex" },
];

export default function SignAgain() {
  const { campaign, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const locale = useLocale();
  const { sign: signWords, errors: errorWords } = useWords();
  const to = useLocalizedPath();
  const form = {
    action: `/c/${campaign.slug}/sign`,
    company: campaign.company,
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
          <p className="standfirst" lang={campaign.petition.language ?? locale}>
            {campaign.petition.summary}{" "}
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
      <KeepsTyped />
    </Page>
  );
}

/** What someone wrote into a form that cannot be taken now. */
function Typed({ action, values }: { action: string; values: TypedValues }) {
  const { form } = useWords().sign;
  const items = [
    { term: form.name, detail: values.name },
    { term: form.email, detail: values.email },
    { term: form.comment, detail: values.comment },
  ];
  return <KeptWords {...{ action, values, items }} />;
}
