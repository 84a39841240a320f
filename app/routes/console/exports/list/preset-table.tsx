import type { ExportPreset } from "#app/domain/outgoing/exports/presets.ts";
import { useExportWords } from "./use-export-words.ts";

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
