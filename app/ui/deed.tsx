import { countryName } from "#app/i18n/index.ts";
import { useLocale } from "./locale.tsx";
import { PetitionText } from "./petition-text.tsx";
import { Cross } from "./wordmark.tsx";

type DeedProps = { text: string; name: string; country: string; note: string };

/** The words that are signed over the line one signs on, with the name on it. */
export function Deed({ text, name, country, note }: DeedProps) {
  const locale = useLocale();
  return (
    <div className="deed">
      <PetitionText body={text} />
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
