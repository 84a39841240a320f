import type { ComponentProps } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { Locale } from "#app/i18n/index.ts";
import { LocaleProvider } from "#app/ui/locale.tsx";
import { RichText } from "#app/ui/rich-text.tsx";

/** Renders an update's words as HTML for feeds. */
export const richHtml = (locale: Locale, blocks: ComponentProps<typeof RichText>["blocks"]) =>
  renderToStaticMarkup(
    <LocaleProvider locale={locale}>
      <RichText blocks={blocks} />
    </LocaleProvider>,
  );
