import { type Locale, spoken } from "#app/i18n/index.ts";
import { countryCodes } from "#app/lib/countries.ts";
import { Select } from "./field.tsx";
import { useLocale, useWords } from "./locale.tsx";

export type Country = { code: string; name: string };

const lists = new Map<Locale, Country[]>();

/** Lists the countries of ISO 3166-1 by name in `locale`: the United States first, then alphabetically. */
export function countries(locale: Locale): Country[] {
  const known = lists.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(spoken[locale], { type: "region" });
  const { compare } = new Intl.Collator(spoken[locale]);
  const list = countryCodes
    .map((code) => ({ code, name: names.of(code) ?? code }))
    .sort((a, b) => Number(b.code === "US") - Number(a.code === "US") || compare(a.name, b.name));
  lists.set(locale, list);
  return list;
}

type CountrySelectProps = {
  label: string;
  name?: string;
  value?: string | undefined;
  error?: string | undefined;
  /** The server's country names: hydration needs the same words, and browsers may use others. */
  from?: readonly Country[];
};

export function CountrySelect({ label, name = "country", value = "", error, from }: CountrySelectProps) {
  const { common } = useWords();
  const locale = useLocale();
  return (
    <Select name={name} label={label} error={error} defaultValue={value} autoComplete="country" required>
      <option value="">{common.choose}</option>
      {(from ?? countries(locale)).map((country) => (
        <option key={country.code} value={country.code}>
          {country.name}
        </option>
      ))}
    </Select>
  );
}
