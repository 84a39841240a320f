import { openFormPath } from "#app/domain/entries/known-path.server.ts";
import { signProven } from "#app/domain/entries/signatures/sign-proven.server.ts";
import {
  consentsOf,
  SignatureForm,
  signatureRepeatable,
} from "#app/domain/entries/signatures/signature-form.ts";
import { withCompanies } from "#app/http/choose-companies.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { openKnownLink } from "#app/http/open-known-link.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { limitRate, notFound, seeOther, unlessGone } from "#app/http/respond.server.ts";
import { thanksPath } from "#app/http/thanks-path.server.ts";
import { words } from "#app/i18n/index.ts";
import { Button } from "#app/ui/button.tsx";
import { Check } from "#app/ui/check.tsx";
import { EmailAddress } from "#app/ui/email-address.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { InLanguage } from "#app/ui/in-language.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { boxesOf, DeliverChoice, DisplayChoice, type TypedValues } from "#app/ui/sign-form.tsx";
import personal from "#app/ui/styles/personal.css?url";

/** Returns the link's person. An expired link leads to the public form. */
async function openToSign(context: AppLoadContext, params: LoaderFunctionArgs["params"], now: Date) {
  const link = await openKnownLink(context, "sign", params, now);
  if (link.outcome === "expired") throw seeOther(context, openFormPath("sign", link.campaign.slug));
  if (link.outcome !== "open" || link.signing.outcome !== "open") throw notFound();
  return link;
}

/** Lets a person known by their link sign without typing or confirming. Shows nothing else about them. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const link = await openToSign(context, params, new Date());
  const { heading: title } = words(context.locale).sign.form;
  const { name, email } = link.person;
  return { campaign: link.campaign, name, email, title, examples: context.env.localMode };
}

const ProvenForm = SignatureForm.pick({
  consent_sign: true,
  display: true,
  consent_updates: true,
  consent_deliver: true,
});

export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const link = await openToSign(context, params, now);
  const read = await parseForm(request, ProvenForm, signatureRepeatable);
  const form = withCompanies(read, link.campaign.companies);
  if (!form.ok) return data({ errors: form.errors, values: form.values, isSigned: false }, { status: 422 });
  const { db, env, locale } = context;
  const { id, petition, companies } = link.campaign;
  const signed = unlessGone(
    await signProven(
      db,
      env.keys,
      {
        supporterPublicId: link.subject,
        campaign: { id, petitionVersion: petition.version },
        display: form.value.display,
        locale,
        consents: consentsOf(form.value),
        companyIds: companies.length > 1 ? form.value.companyIds : null,
        linkFrom: link.issuedAt,
      },
      now,
    ),
  );
  if (signed.outcome === "already-signed")
    return data({ errors: [], values: {}, isSigned: true }, { status: 409 });
  if (signed.outcome === "too-many-today") {
    const errors = [{ field: "form", code: "too-many-today" }];
    return data({ errors, values: form.values, isSigned: false }, { status: 429 });
  }
  context.wakeMail();
  return seeOther(context, thanksPath(env.keys, "thanks", signed.publicId, now));
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function SignAsKnown() {
  const { campaign, name, email, title, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const words = useWords();
  const { form, known } = words.sign;
  const to = useLocalizedPath();
  const errors = (answered?.errors ?? []).map(({ field, code }) => ({
    field,
    message: words.errors.form[code] ?? code,
  }));
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const typed: TypedValues = answered?.values ?? {};
  const box = (name: string) => ({ name, checked: typed[name] === "on", error: errorOf(name) });
  const { doneTitle, doneText } = words.personal.confirm;
  if (answered?.isSigned)
    return (
      <Page campaign={campaign} examples={examples}>
        <h1>{doneTitle}</h1>
        <p className="standfirst">{doneText}</p>
      </Page>
    );
  return (
    <Page campaign={campaign} examples={examples}>
      <ErrorSummary heading={form.summary(errors.length)} errors={errors} />
      <h1 className="form">{title}</h1>
      <p className="standfirst">
        <span lang={campaign.petition.language}>{campaign.petition.summary}</span>{" "}
        <InLanguage language={campaign.petition.language} />
      </p>
      <p>
        <a href={to(`/c/${campaign.slug}/petition`)}>{form.fullText}</a>
      </p>
      <p className="gap">
        {known.as} <b>{name}</b>, <EmailAddress>{email}</EmailAddress>.{" "}
        <a href={to(`/c/${campaign.slug}#sign`)}>{known.notYou}</a>
      </p>
      <form method="post" className="sign-form">
        <DisplayChoice
          value={typeof typed.display === "string" ? typed.display : ""}
          hint={form.displayHint}
          error={errorOf("display")}
        />
        <DeliverChoice
          companies={campaign.companies}
          chosen={boxesOf(typed, "consent_deliver")}
          error={errorOf("consent_deliver")}
        />
        <Check {...box("consent_sign")} label={form.consents.sign} required />
        <Check {...box("consent_updates")} label={form.consents.updates} />
        <Button variant="act" wide>
          {form.button}
        </Button>
        <p className="small muted gap">
          {known.note} <a href={to(`/c/${campaign.slug}/privacy`)}>{form.next.privacyLink}</a>
        </p>
      </form>
    </Page>
  );
}
