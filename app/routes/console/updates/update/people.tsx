import type { AudienceSize } from "#app/domain/outgoing/updates/audience/audience-size.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { useLocale, useWords } from "#app/ui/locale.tsx";

type PeopleProps = {
  reach: AudienceSize;
  /** It goes by itself: then a month of it is counted. */
  byItself?: boolean;
};

/** Counts who would get it now, as exactly as this organizer may know. */
export function People({ reach: { people, isRounded }, byItself = false }: PeopleProps) {
  const { updates } = useWords();
  const say = byItself ? { ...updates.audience, ...updates.byItself.counted } : updates.audience;
  const locale = useLocale();
  if (isRounded) return <>{people === 0 ? say.fewPeople : say.atLeastPeople(people)}</>;
  return (
    <>
      <b className="figure">{formatNumber(locale, people)}</b> {say.people(people)}
    </>
  );
}
