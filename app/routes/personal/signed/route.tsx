import { z } from "zod";
import { findNotified } from "#app/domain/campaign/notices/find-notified.server.ts";
import { noticeChoices } from "#app/domain/campaign/notices/notice.ts";
import { findCampaign, listPetitions } from "#app/domain/campaign/queries.server.ts";
import { readTranslations } from "#app/domain/campaign/translations.server.ts";
import { answerNotice } from "#app/domain/entries/signatures/answer-notice.server.ts";
import { areLinksEnded } from "#app/domain/supporters/end-links.server.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  type AppLoadContext,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, limitRate, notFound } from "#app/http/respond.server.ts";
import { words } from "#app/i18n/index.ts";
import { withMarks } from "#app/lib/placeholders.ts";
import { openToken } from "#app/lib/token.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import personal from "#app/ui/styles/personal.css?url";
import { Decide, Decided, Nothing } from "./signed-pages.tsx";

/** Loads what somebody signed and the current petition. Changes nothing: email scanners open links too. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const opened = await openNotice(context, params.token);
  const page = opened.outcome === "valid" ? await load(context, opened) : null;
  if (page && (page.outcome !== "gone" || page.campaign || afterPost(request))) return page;
  throw notFound();
}

/** Opens the link of an email about a new petition. It expires with its reader's other links. */
async function openNotice({ db, env }: AppLoadContext, token = "") {
  const opened = openToken(env.keys, "notice", token, new Date());
  if (opened.outcome !== "valid") return { outcome: "gone" as const };
  const notified = await findNotified(db, opened.subject);
  if (notified && (await areLinksEnded(db, notified.supporterPublicId, opened.issuedAt)))
    return { outcome: "gone" as const };
  return { outcome: "valid" as const, email: opened.subject, notified };
}

type Notice = Extract<Awaited<ReturnType<typeof openNotice>>, { outcome: "valid" }>;

async function load({ db, env, locale }: AppLoadContext, { notified }: Notice) {
  const w = words(locale).personal.signed;
  const campaign = notified && (await findCampaign(db, notified.campaign, locale));
  const page = { campaign, examples: env.localMode };
  if (!notified || !campaign) return { ...page, outcome: "gone" as const, title: w.goneTitle };
  const petitions = await listPetitions(db, campaign.id, locale);
  const signed = petitions.find(({ version }) => version === notified.signed.version);
  const usable = notified.stands && signed !== undefined;
  if (!notified.counts && notified.answer === "withdrawn")
    return { ...page, outcome: "withdrawn" as const, title: w.done.withdrawn };
  if (!usable) return { ...page, outcome: "gone" as const, title: w.goneTitle };
  const other = await readTranslations(db, campaign.id, locale);
  const translated = other?.known.get(notified.change) ?? notified.change;
  const change = env.localMode ? withMarks(translated, words(locale).common.footer.exampleMark) : translated;
  const view = { ...page, title: w.title, about: campaign.title, answer: notified.answer, change };
  return { ...view, outcome: "decide" as const, signed, inForce: campaign.petition };
}

const SignedForm = z.object({ deed: z.enum(noticeChoices, "missing") });

/** Stores the owner's decision about the signature. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const opened = await openNotice(context, params.token);
  if (opened.outcome !== "valid" || !opened.notified) throw notFound();
  const form = await parseForm(request, SignedForm);
  if (!form.ok) return data({ outcome: "unclear" as const }, { status: 422 });
  const { outcome } = await answerNotice(context.db, { email: opened.email, choice: form.value.deed });
  return data({ outcome }, { status: outcome === "gone" ? 410 : 200 });
}

export const links: LinksFunction = () => [{ rel: "stylesheet", href: personal }];

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.title} · Undersigned` },
];

export default function Signed() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>()?.outcome;
  const done = acted === "kept" || acted === "moved" || acted === "withdrawn" ? acted : null;
  const slug = page.campaign?.slug ?? null;
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {done && slug ? (
        <Decided answer={done} slug={slug} />
      ) : page.outcome === "withdrawn" && slug ? (
        <Decided answer="withdrawn" slug={slug} />
      ) : page.outcome === "decide" && acted !== "gone" ? (
        <Decide {...page} unclear={acted === "unclear"} />
      ) : (
        <Nothing slug={slug} />
      )}
    </Page>
  );
}
