import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { findCampaign } from "#app/domain/campaigns/queries.server.ts";
import { confirmSignature } from "#app/domain/signatures/confirm-signature.server.ts";
import { neverWrite } from "#app/domain/signatures/never-write.server.ts";
import { findSignature } from "#app/domain/signatures/queries.server.ts";
import { listConsentsInForce } from "#app/domain/supporters/queries.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import { limitRate, seeOther } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { createToken, openToken } from "#app/lib/token.server.ts";
import { Page } from "#app/ui/page.tsx";
import styles from "#app/ui/styles/personal.css?url";
import { ConfirmDeed } from "./confirm-deed.tsx";
import { NeverWritten, NothingToConfirm } from "./nothing-to-confirm.tsx";

/** Shows what will be confirmed. Mail scanners follow links, so opening one changes nothing. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const { db, env, locale } = context;
  const { title } = words(locale).personal.confirm;
  const opened = openToken(env.keys, "confirm", params.token ?? "", new Date());
  const signature = opened.outcome === "invalid" ? null : await findSignature(db, opened.subject);
  const campaign = signature && (await findCampaign(db, signature.campaign));
  const page = { title, campaign, examples: env.localMode };

  if (!signature || !campaign) {
    return { ...page, outcome: opened.outcome === "expired" ? ("expired" as const) : ("gone" as const) };
  }
  if (signature.state === "invalidated") return { ...page, outcome: "gone" as const };
  if (signature.state !== "pending") return { ...page, outcome: signature.state };
  if (opened.outcome === "expired") return { ...page, outcome: "expired" as const };

  const { supporterId: _internal, ...deed } = signature;
  const consents = await listConsentsInForce(db, signature.supporterId, signature.campaignId);
  return { ...page, outcome: "pending" as const, deed, consents, company: campaign.company };
}

const ConfirmForm = z.object({ intent: z.string().optional() });

/** `intent=never`: "this was not me". Anything else confirms, once or again. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const { db, env } = context;
  const now = new Date();
  const opened = openToken(env.keys, "confirm", params.token ?? "", now);
  const form = await parseForm(request, ConfirmForm);
  if (opened.outcome === "invalid") return { outcome: "gone" as const };
  if (form.ok && form.value.intent === "never") {
    const never = await neverWrite(db, env.keys, opened.subject, now);
    await context.transport.files.remove(never.mails);
    return { outcome: never.outcome };
  }
  if (opened.outcome === "expired") return { outcome: "expired" as const };

  const result = await confirmSignature(db, env.keys, opened.subject, now);
  if (result.outcome !== "confirmed" && result.outcome !== "already-confirmed")
    return { outcome: result.outcome };
  context.wakeMail();
  const expiresAt = new Date(now.getTime() + 24 * 3_600_000);
  const token = createToken(env.keys, "thanks", { subject: result.publicId, issuedAt: now, expiresAt });
  return seeOther(context, `/thanks/${token}`);
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Confirm() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {acted?.outcome === "suppressed" ? (
        <NeverWritten />
      ) : page.outcome === "pending" ? (
        <ConfirmDeed deed={page.deed} consents={page.consents} company={page.company} />
      ) : (
        <NothingToConfirm outcome={page.outcome} slug={page.campaign?.slug ?? null} />
      )}
    </Page>
  );
}
