import { ErrorText, type FieldMessage, messageFor } from "#app/ui/field.tsx";
import { useWords } from "#app/ui/locale.tsx";

type SheetTableProps = {
  rows: number;
  values: Record<string, string | string[]>;
  messages: readonly FieldMessage[];
};

/** Shows a sheet's rows, to be filled in as on the paper. */
export function SheetTable({ rows, values, messages }: SheetTableProps) {
  const { paper: say } = useWords().imports;
  return (
    <table className="sheet">
      <thead>
        <tr>
          <th>
            <span className="vh">{say.row(1)}</span>
          </th>
          <th>{say.name}</th>
          <th>{say.postal_code}</th>
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: rows }, (_none, n) => `${n}`).map((n) => (
          <tr key={n}>
            <th scope="row" className="num">
              {Number(n) + 1}
            </th>
            {(["name", "postal_code"] as const).map((cell) => {
              const field = `${cell}_${n}`;
              const error = messageFor(messages, field);
              return (
                <td key={cell} className={error ? "field bad" : "field"}>
                  <ErrorText name={field} error={error} />
                  <input
                    id={field}
                    name={field}
                    aria-label={`${say.row(Number(n) + 1)}: ${say[cell]}`}
                    aria-invalid={error ? true : undefined}
                    aria-describedby={error ? `${field}-error` : undefined}
                    defaultValue={typeof values[field] === "string" ? values[field] : ""}
                    maxLength={cell === "name" ? 120 : 16}
                    autoComplete="off"
                  />
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
