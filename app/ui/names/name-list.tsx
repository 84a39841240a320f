import type { ListedName } from "#app/domain/names/listed-name.ts";
import { countryName } from "#app/i18n/index.ts";
import { useLocale } from "#app/ui/locale.tsx";

/** Lists people who chose to be shown, by name or initials and country. Search engines may quote nothing. */
export function NameList({ names }: { names: readonly ListedName[] }) {
  const locale = useLocale();
  if (names.length === 0) return null;
  return (
    <ol className="name-list" data-nosnippet="">
      {names.map(({ publicId, name, country }) => (
        <li key={publicId}>
          <bdi>{name}</bdi> <span>{countryName(locale, country)}</span>
        </li>
      ))}
    </ol>
  );
}
