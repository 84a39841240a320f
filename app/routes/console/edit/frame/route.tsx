import type { LinksFunction, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireCampaign } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { EditHead } from "#app/ui/editing/edit-head.tsx";
import { Outlet, useLoaderData } from "#app/ui/remix.ts";
import editingStyles from "#app/ui/styles/console-editing.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: editingStyles }];

/** Frames the pages that edit a campaign's words. */
export async function loader(args: LoaderFunctionArgs) {
  const { campaign } = await requireCampaign(args, "view");
  return { slug: campaign.slug, isOpen: campaign.status !== "draft" };
}

export { ConsoleError as ErrorBoundary };

export default function Edit() {
  const page = useLoaderData<typeof loader>();
  return (
    <>
      <EditHead {...page} />
      <div className="editing">
        <Outlet />
      </div>
    </>
  );
}
