import type { LinksFunction } from "@remix-run/node";
import { Outlet } from "@remix-run/react";
import { ConsoleError } from "#app/ui/console/console-error.tsx";
import meetingStyles from "#app/ui/styles/console-meetings.css?url";

/** Meetings, their proposals, the company's figures and the rule share their style. */
export const links: LinksFunction = () => [{ rel: "stylesheet", href: meetingStyles }];

export { ConsoleError as ErrorBoundary };

export default function Meetings() {
  return <Outlet />;
}
