import { RemixServer } from "@remix-run/react";
import type { ComponentProps, ReactNode } from "react";

type Context = ComponentProps<typeof RemixServer>["context"];

const id = "specimen";
const location = { pathname: "/dev/ui", search: "", hash: "", state: null, key: id };
const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_lazyRouteDiscovery: false,
  v3_singleFetch: false,
};

/** Renders something in the page of one route, which links and forms of the console need. */
export function InRouter({ children }: { children: ReactNode }) {
  const route = { id, path: "*", hasLoader: false, hasAction: false };
  const context = {
    future,
    isSpaMode: false,
    routeModules: { [id]: { default: () => children } },
    manifest: { url: "", version: "", entry: { imports: [], module: "" }, routes: { [id]: route } },
    staticHandlerContext: {
      basename: "/",
      location,
      loaderData: {},
      actionData: null,
      errors: null,
      statusCode: 200,
      loaderHeaders: {},
      actionHeaders: {},
      activeDeferreds: null,
      matches: [{ params: {}, pathname: location.pathname, pathnameBase: "/", route }],
    },
  } as unknown as Context;
  return <RemixServer context={context} url={`http://localhost${location.pathname}`} />;
}
