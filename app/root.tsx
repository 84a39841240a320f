import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import type { ReactNode } from "react";
import { words } from "./i18n/index.ts";
import styles from "./styles.css?url";
import { ErrorPage, knownStatus } from "./ui/error-page.tsx";
import { LocaleProvider } from "./ui/locale.tsx";
import { useNonce } from "./ui/nonce.tsx";

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

export const meta: MetaFunction = ({ error }) => [
  {
    title: error
      ? `${words("en").errors.page[knownStatus(statusOf(error))].title} · Undersigned`
      : "Undersigned",
  },
];

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  {
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href: "/fonts/source-serif-4-5.3.1-core.woff2",
    crossOrigin: "anonymous",
  },
  { rel: "stylesheet", href: styles },
];

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.locale });

/** Only organizer pages run React in the browser; they say so with `handle = { hydrate: true }`. */
const hydrates = (handle: unknown) =>
  typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true;

export function Layout({ children }: { children: ReactNode }) {
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? "en";
  const hydrate = useMatches().some((match) => hydrates(match.handle));
  const nonce = useNonce();
  const carrying = nonce === undefined ? {} : { nonce };
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#14161a" media="(prefers-color-scheme: dark)" />
        <Meta />
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale}>{children}</LocaleProvider>
        {hydrate && (
          <>
            <ScrollRestoration {...carrying} />
            <Scripts {...carrying} />
          </>
        )}
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

/** Answers in our own words; a stack is never shown. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <ErrorPage status={statusOf(error)} />;
}
