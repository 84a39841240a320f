import { wholePledgeList } from "#app/domain/entries/pledges/list/pledge-list.ts";
import { useCompanies } from "#app/ui/console/companies.ts";
import { FindForm as FindInList } from "#app/ui/console/find-form.tsx";
import { Choice, NarrowForm as NarrowList } from "#app/ui/console/narrow-form.tsx";
import { Field, Select } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";
import { choices, narrowing, type ReadFilter, useListAddress } from "./read-filter.ts";

/** Searches for a holder. */
export const FindForm = ({ typed, year }: { typed: string; year: number }) => (
  <FindInList say={useWords().pledgeList} action={useListAddress()(year, {})} typed={typed} />
);

type NarrowFormProps = { read: ReadFilter; year: number; years: readonly number[] };

/** Filters the list by its address, which names no person and no holding. */
export function NarrowForm({ read: { filter }, year, years }: NarrowFormProps) {
  const { pledgeList: say } = useWords();
  const set = narrowing(filter);
  const listAddress = useListAddress();
  const { companies, current } = useCompanies();
  const wordsOf = {
    kind: say.kinds,
    holding: say.holdings,
    verification: say.verifications,
    willing: say.willing,
    outcome: say.outcomes,
  };
  return (
    <NarrowList
      key={JSON.stringify(filter)}
      say={say}
      set={set}
      state={filter.state}
      cleared={listAddress(year, { ...wholePledgeList, state: filter.state })}
    >
      {companies.length > 1 && <input type="hidden" name="company" value={current?.slug} />}
      {years.length > 1 && (
        <Select name="meeting" label={say.filters.meeting} defaultValue={String(year)}>
          {years.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </Select>
      )}
      {(Object.keys(choices) as (keyof typeof choices)[]).map((name) => (
        <Choice
          key={name}
          name={name}
          label={say.filters[name]}
          value={filter[name]}
          any={say.any}
          options={choices[name].map((value) => [
            value,
            (wordsOf[name] as Record<string, string>)[value] ?? value,
          ])}
        />
      ))}
      {(["from", "to"] as const).map((name) => (
        <Field key={name} name={name} label={say.filters[name]}>
          {(wiring) => <input type="date" {...wiring} defaultValue={filter[name] ?? ""} />}
        </Field>
      ))}
    </NarrowList>
  );
}
