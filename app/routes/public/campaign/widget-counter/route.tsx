import { readSigning } from "#app/domain/campaign/opening/readiness.server.ts";
import { findCampaign, readCounts } from "#app/domain/campaign/queries.server.ts";
import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "#app/http/remix.server.ts";
import { orNotFound, widgetPage } from "#app/http/respond.server.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Count } from "#app/ui/count.tsx";
import { useLocalizedPath, useWords } from "#app/ui/locale.tsx";
import { useLoaderData } from "#app/ui/remix.ts";
import styles from "#app/ui/styles/widget.css?url";
import { WidgetFrame } from "#app/ui/widget-frame.tsx";

export const headers = () => widgetPage;
export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

/** Shows the count on other sites, with a link to the form. */
export async function loader({ params, context: { db, env, locale } }: LoaderFunctionArgs) {
  const campaign = orNotFound(await findCampaign(db, params.campaign ?? "", locale));
  const { signatures } = await readCounts(db, campaign.id);
  return { campaign, signatures, open: readSigning(campaign, env.localMode).outcome === "open" };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.campaign.title ?? "" }];

export default function CounterWidget() {
  const { campaign, signatures, open } = useLoaderData<typeof loader>();
  const { sign, embed } = useWords();
  const to = useLocalizedPath();
  return (
    <WidgetFrame campaign={campaign} label={embed.counterTitle(campaign.title)}>
      <Count campaign={campaign} signatures={signatures} />
      <ButtonLink variant={open ? "act" : "plain"} href={to(`/c/${campaign.slug}${open ? "#sign" : ""}`)}>
        {open ? sign.form.button : embed.widget.read}
      </ButtonLink>
    </WidgetFrame>
  );
}
