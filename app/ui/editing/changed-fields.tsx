import { isSameValue } from "#app/domain/campaign/same-value.ts";
import { useWords } from "#app/ui/locale.tsx";
import { Diff } from "./diff.tsx";
import { valueText } from "./value-text.ts";

type ChangedFieldsProps = { fields: readonly { field: string; before: unknown; after: unknown }[] };

export function ChangedFields({ fields }: ChangedFieldsProps) {
  const words = useWords();
  const { history: say } = words.editing;
  return (
    <dl className="changed">
      {fields.map(({ field, before, after }) => {
        const [was, is] = [valueText(words, field, before), valueText(words, field, after)];
        return (
          <div key={field}>
            <dt>{say.fields[field] ?? field}</dt>
            <dd>{was === "" && is === "" ? say.nothing : <Diff before={was} after={is} />}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** Lists the fields that differ. */
export function changesBetween(before: object | null, after: object | null) {
  const [was, is] = [(before ?? {}) as Record<string, unknown>, (after ?? {}) as Record<string, unknown>];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, before: was[field] ?? null, after: is[field] ?? null }))
    .filter(({ before, after }) => !isSameValue(before, after));
}
