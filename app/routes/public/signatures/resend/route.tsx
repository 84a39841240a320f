import { AddressForm } from "#app/domain/access/person-form.ts";
import { storeForm } from "#app/domain/entries/waiting-forms/store-form.server.ts";
import { asksAgain, parseForm } from "#app/http/form.server.ts";
import { inboxPath, ownInboxPath } from "#app/http/inbox-path.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, isTooMuch, orNotFound, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import { ResendForm } from "#app/ui/resend-form.tsx";
import styles from "#app/ui/styles/personal.css?url";

export async function action({ request, params, context }: ActionFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));

  const form = await parseForm(request, AddressForm);
  const again = asksAgain(request);
  if (again) {
    const errors = again === "corrected" && !form.ok ? form.errors : [];
    return data({ errors, values: form.values }, { status: errors.length > 0 ? 422 : 200 });
  }
  if (await isTooMuch(context, "mail")) {
    return data({ errors: [{ field: "email", code: "too-many" }], values: form.values }, { status: 429 });
  }
  if (!form.ok) return data({ errors: form.errors, values: form.values }, { status: 422 });

  const { address, canonical } = form.value.email;
  await storeForm(context.db, context.env.keys, { kind: "resend", canonical, campaignId: campaign.id });
  const typed = { kind: "resend", address } as const;
  return seeOther(context, ownInboxPath(context.env.keys, campaign.slug, typed, new Date()));
}

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const campaign = orNotFound(await context.findCampaign(params.campaign ?? ""));
  if (!afterPost(request)) throw seeOther(context, inboxPath(campaign.slug));
  return {
    campaign,
    examples: context.env.localMode,
    title: words(context.locale).personal.inbox.resendHeading,
  };
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
  { name: "robots", content: "noindex" },
];

export default function Resend() {
  const { campaign, examples } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const { personal, errors } = useWords();
  const message = errors.form[answered?.errors[0]?.code ?? ""];
  const typed = answered?.values.email;
  return (
    <Page campaign={campaign} examples={examples} cameBack={message ? "corrected" : "as-typed"}>
      <ErrorSummary
        heading={personal.inbox.resendError}
        errors={message ? [{ field: "email", message }] : []}
      />
      <h1 className="form">{personal.inbox.resendHeading}</h1>
      <ResendForm slug={campaign.slug} value={typeof typed === "string" ? typed : ""} error={message} />
    </Page>
  );
}
