import type { LinksFunction, LoaderFunctionArgs } from "#app/http/remix.server.ts";
import { requireOrganizer } from "#app/http/require-organizer.server.ts";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import { ConsoleFrame } from "#app/ui/console/console-frame.tsx";
import { Outlet, useRouteLoaderData } from "#app/ui/remix.ts";
import consoleStyles from "#app/ui/styles/console.css?url";
import kitStyles from "#app/ui/styles/console-kit.css?url";

export const handle = { hydrate: true };
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: consoleStyles },
  { rel: "stylesheet", href: kitStyles },
];

export async function loader(args: LoaderFunctionArgs) {
  const { name, email } = await requireOrganizer(args);
  return { name, email };
}

export default function Organize() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const who = useRouteLoaderData<typeof loader>("console/frame");
  if (!who)
    return (
      <main className="wrap column">
        <ConsoleError overview={false} />
      </main>
    );
  return (
    <ConsoleFrame who={who.name} title={null}>
      <ConsoleError overview={false} />
    </ConsoleFrame>
  );
}
