import { countLettersOnHold } from "#app/domain/entries/letters/list/list-letters.server.ts";
import type { LinksFunction, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { LetterTabs } from "#app/ui/console/letter-tabs.tsx";
import { Outlet, useLoaderData } from "#app/ui/remix.ts";
import letterStyles from "#app/ui/styles/console-letters.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: letterStyles }];

/** Puts the pages of letters under tabs. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  const { slug, role, rights } = campaign;
  return { slug, role, rights, onHold: await countLettersOnHold(args.context.db, campaign.id) };
}

export default function Letters() {
  return (
    <>
      <LetterTabs {...useLoaderData<typeof loader>()} />
      <Outlet />
    </>
  );
}
