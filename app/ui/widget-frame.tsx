import type { ReactNode } from "react";
import type { Campaign } from "#app/domain/campaign/campaign.ts";
import { anyCompany } from "#app/domain/campaign/company/campaign-companies.ts";
import { useLocale, useLocalizedPath, useWords } from "./locale.tsx";

type WidgetFrameProps = {
  campaign: Pick<Campaign, "slug" | "title" | "company" | "companies" | "language">;
  /** Its name among other frames on the page. */
  label: string;
  children: ReactNode;
};

/** Frames a widget with its campaign and owner. Our two scripts update count and height; it works without. */
export function WidgetFrame({ campaign, label, children }: WidgetFrameProps) {
  const { common, embed } = useWords();
  const locale = useLocale();
  const to = useLocalizedPath();
  return (
    <>
      <main className="widget" aria-label={label}>
        <h1 lang={campaign.language ?? locale}>
          <a href={to(`/c/${campaign.slug}`)}>{campaign.title}</a>
        </h1>
        {children}
        <p className="small muted by">
          {embed.widget.by} <a href={to(`/c/${campaign.slug}`)}>{common.product}</a>.{" "}
          {common.footer.notAffiliated(anyCompany(campaign, locale))}
        </p>
      </main>
      <script src="/count.js" type="module" />
      <script src="/embed.js" defer />
    </>
  );
}
