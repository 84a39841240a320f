import { countryName } from "#app/i18n/index.ts";
import { InLanguage } from "./in-language.tsx";
import { useLocale } from "./locale.tsx";
import { PetitionText } from "./petition-text.tsx";
import { Cross } from "./wordmark.tsx";

type SignedStatementProps = {
  text: string;
  /** The text's language, if it is not the page's. */
  language?: string | undefined;
  name: string;
  country: string;
  note: string;
};

/** Shows the signed words over the signature line, with the name on it. */
export function SignedStatement({ text, language, name, country, note }: SignedStatementProps) {
  const locale = useLocale();
  return (
    <div className="signed-text">
      <InLanguage language={language} />
      <div lang={language}>
        <PetitionText body={text} />
      </div>
      <p className="line">
        <Cross />
        <bdi>{name}</bdi>
      </p>
      <p className="under">
        <span>{countryName(locale, country)}</span>
        <span className="num">{note}</span>
      </p>
    </div>
  );
}
