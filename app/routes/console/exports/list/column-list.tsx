import type { ExportPreset } from "#app/domain/outgoing/exports/presets.ts";
import { useExportWords } from "./use-export-words.ts";

type ColumnListProps = { preset: ExportPreset; columns: readonly string[]; holdsOf: Record<string, string> };

export function ColumnList({ preset, columns, holdsOf }: ColumnListProps) {
  const say = useExportWords();
  return (
    <details>
      <summary>{say.columnsOf[preset]}</summary>
      <table>
        <thead>
          <tr>
            <th>{say.column}</th>
            <th>{say.holds}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => (
            <tr key={column}>
              <th scope="row">
                <b>{column}</b>
              </th>
              <td className="muted">{holdsOf[column]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
