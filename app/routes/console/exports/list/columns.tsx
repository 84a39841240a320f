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

type PresetTableProps = {
  presets: readonly ExportPreset[];
  columns: (preset: ExportPreset) => readonly string[];
  chosen: string;
};

/** Offers the purposes of a file. */
export function PresetTable({ presets, columns: columnsIn, chosen }: PresetTableProps) {
  const say = useExportWords();
  const { preset: heading, madeFor, columns } = say.presetColumns;
  return (
    <table className="options">
      <caption className="vh">{say.presetHeading}</caption>
      <thead>
        <tr>
          <th>{heading}</th>
          <th className="wide">{madeFor}</th>
          <th className="num">{columns}</th>
        </tr>
      </thead>
      <tbody>
        {presets.map((preset, n) => (
          <tr key={preset}>
            <td>
              <label>
                <input
                  type="radio"
                  id={n === 0 ? "preset" : undefined}
                  name="preset"
                  value={preset}
                  defaultChecked={chosen === preset}
                  required
                />
                {say.presets[preset].name}
              </label>
            </td>
            <td className="wide muted">{say.presets[preset].madeFor}</td>
            <td className="num">{columnsIn(preset).length}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
