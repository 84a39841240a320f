import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/index.ts";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { type Theme, themes } from "#app/ui/tokens.ts";
import { specimens } from "./specimens.tsx";

/** Every state of every component as the pages draw it, once a theme. */
export const drawSpecimens = (locale: Locale) =>
  specimens.map(({ of, states }) => ({
    of,
    states: Object.entries(states).map(([state, shown]) => {
      const html = renderToStaticMarkup(<LocaleProvider {...{ locale, path: "/" }}>{shown}</LocaleProvider>);
      const drawn = (theme: Theme) => apart(html, `${of}-${state}-${theme}`.replace(/\W/g, "-"));
      return { state, drawn: themes.map((theme) => ({ theme, html: drawn(theme) })) };
    }),
  }));

/** The same component stands here many times: its ids are made its own, no script is begun, and nothing takes the focus. */
const apart = (html: string, suffix: string) =>
  html
    .replace(/ (id|for|aria-describedby|aria-labelledby)="([^"]+)"/g, (_, name, ids: string) => {
      const own = ids.split(" ").map((id) => `${id}-${suffix}`);
      return ` ${name}="${own.join(" ")}"`;
    })
    .replace(/url\(#([\w-]+)\)/g, `url(#$1-${suffix})`)
    .replace(/href="#([\w-]+)"/g, `href="#$1-${suffix}"`)
    .replace(/<script[^>]*><\/script>| autofocus=""| role="(?:alert|status)"/g, "");
