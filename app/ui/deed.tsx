import { useLocale } from "./locale.tsx";
import { PetitionText } from "./petition-text.tsx";
import { Cross } from "./wordmark.tsx";

type DeedProps = { text: string; name: string; country: string; note: string };

/** The words that are signed over the line one signs on, with the name on it. */
export function Deed({ text, name, country, note }: DeedProps) {
  const locale = useLocale();
  const place = new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  return (
    <div className="deed">
      <PetitionText body={text} />
      <p className="line">
        <Cross />
        <bdi>{name}</bdi>
      </p>
      <p className="under">
        <span>{place}</span>
        <span className="num">{note}</span>
      </p>
    </div>
  );
}
