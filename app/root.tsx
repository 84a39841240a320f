import type { HeadersFunction, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
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
import { isCacheable, placeOf } from "./http/page-classes.ts";
import { type Locale, locales, localizedPath, spoken, words } from "./i18n/index.ts";
import { inks } from "./lib/colors.ts";
import styles from "./styles.css?url";
import { DeadLinkPage, ErrorPage, knownStatus } from "./ui/error-page.tsx";
import { LocaleProvider, usePlace } from "./ui/locale.tsx";
import { MailDelayProvider } from "./ui/mail-delay.ts";
import { useNonce } from "./ui/nonce.tsx";
import { OutagePage } from "./ui/outage-page.tsx";

const statusOf = (error: unknown) => (isRouteErrorResponse(error) ? error.status : 500);

export const meta: MetaFunction<typeof loader> = ({ data, error }) => {
  const { common, errors } = words(data?.locale ?? "en");
  const title = error
    ? `${errors.page[knownStatus(statusOf(error))].title} · ${common.product}`
    : common.product;
  return [{ title }];
};

export const links: LinksFunction = () => [
  { rel: "icon", href: "/favicon.ico", sizes: "32x32" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  ...["/fonts/source-serif-4-5.3.1-core.woff2", "/fonts/public-sans-5.3.0-core.woff2"].map((href) => ({
    rel: "preload",
    as: "font",
    type: "font/woff2",
    href,
    crossOrigin: "anonymous" as const,
  })),
  { rel: "stylesheet", href: styles },
];

const pathOf = (request: Request, { refused }: LoaderFunctionArgs["context"]) =>
  refused?.path ?? new URL(request.url).pathname;

export const loader = async ({ request, context }: LoaderFunctionArgs) => ({
  ...placeOf(pathOf(request, context), new URL(request.url).search),
  locale: context.locale,
  isCached: isCacheable(pathOf(request, context)),
  retry: context.refused?.retry ?? null,
  isRefused: context.refused !== undefined,
  origin: context.env.appUrl,
  isMailLate: await context.isMailLate(),
});

/** Keeps only these headers of a thrown response on an error page. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const seconds = errorHeaders?.get("Retry-After");
  return seconds ? { "Retry-After": seconds } : {};
};

/** Only organizer pages run React in the browser; they say so with `handle = { hydrate: true }`. */
const hydrates = (handle: unknown) =>
  typeof handle === "object" && handle !== null && "hydrate" in handle && handle.hydrate === true;

export function Layout({ children }: { children: ReactNode }) {
  const place = useRouteLoaderData<typeof loader>("root");
  // A method that no page takes is refused before anything is loaded; the server says for which address.
  const asked = usePlace();
  const failed = Boolean(useRouteError());
  const { locale, path, isPersonal = false, isEmbedded = false } = place ?? asked;
  // At the address of a file there is no page for a script to take over.
  const hydrate = useMatches().some(({ handle }) => hydrates(handle)) && !place?.isRefused;
  const nonce = useNonce();
  const carrying = nonce === undefined ? {} : { nonce };
  return (
    <html lang={locale} dir={words(locale).language.direction} data-spoken={spoken[locale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content={inks.light.paper} media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content={inks.dark.paper} media="(prefers-color-scheme: dark)" />
        {/* Links open a new tab, where their address is visible. */}
        {isEmbedded && <base target="_blank" />}
        <Meta />
        {place && !failed && !isEmbedded && <AlternateLinks {...place} />}
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale} path={path} isPersonal={isPersonal}>
          <MailDelayProvider value={place?.isMailLate ?? false}>{children}</MailDelayProvider>
        </LocaleProvider>
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

/** The page in every language, for search engines. None for `/`, which shows another page. */
function AlternateLinks({
  path: own,
  isCached,
  origin,
}: {
  path: string;
  isCached: boolean;
  origin: string;
}) {
  const offered = useOffered();
  const path = useCanonicalPath() ?? (isCached ? own : "/");
  if (path === "/") return null;
  const url = (locale: Locale) => origin + localizedPath(locale, path);
  return (
    <>
      {offered.map((locale) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={url(locale)} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={url(offered[0] ?? "en")} />
    </>
  );
}

/** The canonical address, if a page names one other than its own. */
function useCanonicalPath(): string | undefined {
  type Canonical = { canonicalPath?: string } | undefined;
  return useMatches()
    .map(({ data }) => (data as Canonical)?.canonicalPath)
    .find((path) => path !== undefined);
}

/** The languages in which the page's campaign is complete; without a campaign, all languages. */
function useOffered(): readonly Locale[] {
  type Named = { campaign?: { offered?: readonly Locale[] } | null } | null | undefined;
  type OfCampaign = (Named & { page?: Named }) | undefined;
  const offered = useMatches().map(({ data }) => {
    const of = data as OfCampaign;
    return (of?.campaign ?? of?.page?.campaign)?.offered;
  });
  return offered.find((one) => one !== undefined) ?? locales;
}

export default function App() {
  return <Outlet />;
}

/** Shows an error in our own words; never a stack. */
export function ErrorBoundary() {
  const status = statusOf(useRouteError());
  const { isPersonal } = usePlace();
  const { retry = null, isRefused = false } = useRouteLoaderData<typeof loader>("root") ?? {};
  if (status === 503) return <OutagePage retry={retry} isBusy={isRefused && !retry} />;
  return status === 404 && isPersonal ? <DeadLinkPage /> : <ErrorPage status={status} />;
}
