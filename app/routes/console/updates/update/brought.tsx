import { formatNumber } from "#app/i18n/index.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { UpdatePage } from "./load.server.ts";

/** Counts what readers of an email that goes by itself did afterwards. */
export function Brought({ page: { brought } }: { page: UpdatePage }) {
  const { brought: say } = useWords().updates.byItself;
  const locale = useLocale();
  if (brought === null) return null;
  const { acts, at } = brought;
  const number = (people: number) => formatNumber(locale, people);
  const items = acts.map(({ act, people, isRounded }) => ({
    term: say.acts[act],
    detail: isRounded ? say.rounded(people, number(people)) : number(people),
  }));
  return (
    <section className="block">
      <h2>{say.heading}</h2>
      {at !== null && items.length > 0 && <DefinitionList className="facts large" items={items} />}
      {(at === null || items.length === 0) && <p>{at === null ? say.notYet : say.none}</p>}
      <p className="muted small">
        {say.text} {at !== null && say.countedAt(writeMoment(at))}
      </p>
    </section>
  );
}
