import { z } from "zod";
import type { EntryPart } from "#app/domain/supporters/entry-part.ts";
import { parseForm } from "#app/http/form.server.ts";
import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "#app/http/remix.server.ts";
import { afterPost, limitRate, notFound } from "#app/http/respond.server.ts";
import { openToken, type TokenPurpose } from "#app/lib/token.server.ts";
import { Page } from "#app/ui/page.tsx";
import { useActionData, useLoaderData } from "#app/ui/remix.ts";
import letters from "#app/ui/styles/letter.css?url";
import personal from "#app/ui/styles/personal.css?url";
import pledges from "#app/ui/styles/pledge.css?url";
import { ConfirmDeed } from "./confirm-deed.tsx";
import { ConfirmLetter, NoLetterToConfirm } from "./confirm-letter.tsx";
import { ConfirmPledge, NoPledgeToConfirm } from "./confirm-pledge.tsx";
import { actOnLetter, loadLetter } from "./letter.server.ts";
import { NeverWritten, NothingToConfirm } from "./nothing-to-confirm.tsx";
import { actOnPledge, loadPledge } from "./pledge.server.ts";
import { actOnSignature, loadSignature } from "./signature.server.ts";

/** Shows what will be confirmed. Mail scanners follow links, so opening one changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  const page = await load(args);
  const isDead = page.outcome === "gone" || page.outcome === "expired";
  // "Never write to me" deletes what the page after it is about.
  if (isDead && !afterPost(args.request)) throw notFound();
  return page;
}

async function load({ request, params, context }: LoaderFunctionArgs) {
  const now = new Date();
  const { keys } = context.env;
  const isValid = (purpose: TokenPurpose) =>
    openToken(keys, purpose, params.token ?? "", now).outcome === "valid";
  if (!purposes.some(isValid) && !afterPost(request)) throw notFound();
  const token = params.token ?? "";
  const ofPledge = openToken(keys, "confirm-pledge", token, now);
  if (ofPledge.outcome !== "invalid") return loadPledge(context, ofPledge, now);
  const ofLetter = openToken(keys, "confirm-letter", token, now);
  if (ofLetter.outcome !== "invalid") return loadLetter(context, ofLetter);
  return loadSignature(context, openToken(keys, "confirm", token, now));
}

const purposes = ["confirm", "confirm-pledge", "confirm-letter"] as const;

const ConfirmForm = z.object({
  intent: z.string().optional(),
  digest: z.string().max(1000).optional().catch(undefined),
});

/** `intent=never`: "this was not me". Anything else confirms what the page displayed, once or again. */
export async function action(args: ActionFunctionArgs) {
  const done = await act(args);
  if (!("outcome" in done)) return done;
  if (done.outcome === "gone" || done.outcome === "expired") throw notFound();
  return data(done, { status: done.outcome === "changed" ? 409 : 200 });
}

async function act({ request, params, context }: ActionFunctionArgs) {
  await limitRate(context, "token");
  const now = new Date();
  const { keys } = context.env;
  const token = params.token ?? "";
  const form = await parseForm(request, ConfirmForm);
  const asked = {
    never: form.ok && form.value.intent === "never",
    page: { digest: form.ok ? form.value.digest : undefined },
  };
  const ofPledge = openToken(keys, "confirm-pledge", token, now);
  if (ofPledge.outcome !== "invalid") return actOnPledge(context, ofPledge, asked, now);
  const ofLetter = openToken(keys, "confirm-letter", token, now);
  if (ofLetter.outcome !== "invalid") return actOnLetter(context, ofLetter, asked, now);
  return actOnSignature(context, openToken(keys, "confirm", token, now), asked, now);
}

export const links: LinksFunction = () =>
  [personal, pledges, letters].map((href) => ({ rel: "stylesheet", href }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Undersigned` }];

export default function Confirm() {
  const page = useLoaderData<typeof loader>();
  const acted = useActionData<typeof action>();
  return (
    <Page campaign={page.campaign} examples={page.examples}>
      {acted?.outcome === "suppressed" ? (
        <NeverWritten
          about={page.about}
          did={acted.did}
          company={page.campaign?.company ?? null}
          fund={page.about === "pledge" && page.fund}
        />
      ) : (
        <Content page={page} changed={acted?.outcome === "changed" ? acted.parts : null} />
      )}
    </Page>
  );
}

type ContentProps = {
  page: ReturnType<typeof useLoaderData<typeof loader>>;
  /** What is not what the page displayed, where that kept it from being confirmed. */
  changed: readonly EntryPart[] | null;
};

function Content({ page, changed }: ContentProps) {
  const slug = page.campaign?.slug ?? null;
  if (page.about === "signature") {
    if (page.outcome !== "pending") return <NothingToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmDeed {...page} changed={changed} />;
  }
  if (page.about === "letter") {
    if (page.outcome !== "pending") return <NoLetterToConfirm outcome={page.outcome} slug={slug} />;
    return <ConfirmLetter {...page} changed={changed} />;
  }
  if (page.outcome === "pending") return <ConfirmPledge {...page} changed={changed} />;
  return <NoPledgeToConfirm {...page} />;
}
