import type { AudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

/** Counts who would get it now, as exactly as this organizer may know. */
export function People({ reach: { people, isRounded } }: { reach: AudienceSize }) {
  const { audience: say } = useWords().updates;
  const locale = useLocale();
  if (isRounded) return <>{people === 0 ? say.fewPeople : say.atLeastPeople(people)}</>;
  return (
    <>
      <b className="figure">{formatNumber(locale, people)}</b> {say.people(people)}
    </>
  );
}
