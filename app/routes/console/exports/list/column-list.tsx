import { type ExportPreset, presetColumns } from "#app/domain/outgoing/exports/presets.ts";
import { useExportWords } from "./use-export-words.ts";

type ColumnListProps = { preset: ExportPreset; holdsOf: Record<string, string> };

export function ColumnList({ preset, holdsOf }: ColumnListProps) {
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
          {presetColumns[preset].map((column) => (
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
