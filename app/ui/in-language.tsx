import { languageName } from "#app/i18n/index.ts";
import { useLocale, useWords } from "./locale.tsx";

/** Names the language of the words next to it, if it is not the page's. */
export function InLanguage({ language }: { language: string | undefined }) {
  const { inLanguage } = useWords().common;
  const locale = useLocale();
  if (language === undefined || language === locale) return null;
  return (
    <span className="mark" lang={locale}>
      {inLanguage(languageName(locale, language))}
    </span>
  );
}

type TitleProps = { campaign: { title: string; language?: string | undefined } };

/** Shows the campaign's title over a page's heading. */
export function CampaignEyebrow({ campaign: { title, language } }: TitleProps) {
  return (
    <p className="eyebrow">
      <span lang={language}>{title}</span> <InLanguage language={language} />
    </p>
  );
}
