import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/index.ts";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { type Theme, themes } from "#app/ui/tokens.ts";
import { InRouter } from "./in-router.tsx";
import { type Area, specimens } from "./specimens/index.ts";

/** Draws every state of every component as the pages do, once a theme, by where it is used. */
export const drawSpecimens = (locale: Locale) =>
  Object.entries(specimens).map(([area, list]) => ({
    area: area as Area,
    specimens: list.map(({ of, states }) => ({
      of,
      states: Object.entries(states).map(([state, one]) => {
        const html = draw(one, locale);
        const drawn = (theme: Theme) => apart(html, `${of}-${state}-${theme}`.replace(/\W/g, "-"));
        return { state, drawn: themes.map((theme) => ({ theme, html: drawn(theme) })) };
      }),
    })),
  }));

const draw = (node: ReactNode, locale: Locale) =>
  renderToStaticMarkup(
    <InRouter>
      <LocaleProvider locale={locale} path="/">
        {node}
      </LocaleProvider>
    </InRouter>,
  ).replace(/<option.*?<\/option>(?=<\/select>)/g, fewOptions);

/** Shortens the list of all countries, which is on the page 20 times, to the first few and the chosen one. */
const fewOptions = (options: string) =>
  [...options.matchAll(/<option.*?<\/option>/g)]
    .filter(([option], n) => n < 8 || option.includes(" selected"))
    .map(([option]) => option)
    .join("");

/** The same component appears many times: ids are made unique, scripts and autofocus removed. */
const apart = (html: string, suffix: string) =>
  html
    .replace(/ (id|for|list|aria-describedby|aria-labelledby)="([^"]+)"/g, (_, name, ids: string) => {
      const own = ids.split(" ").map((id) => `${id}-${suffix}`);
      return ` ${name}="${own.join(" ")}"`;
    })
    .replace(/url\(#([\w-]+)\)/g, `url(#$1-${suffix})`)
    .replace(/href="#([\w-]+)"/g, `href="#$1-${suffix}"`)
    .replace(/<script[^>]*><\/script>| autofocus=""| role="(?:alert|status)"/g, "");
