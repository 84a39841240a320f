import type { LeftOut, PackManifest } from "#app/domain/outgoing/packs/manifest.ts";
import { formatNumber } from "#app/i18n/index.ts";
import { writeMoment } from "#app/ui/console/moment.tsx";
import { useLocale, useWords } from "#app/ui/locale.tsx";
import type { ListedPack } from "./load.server.ts";

const inGroups = (hash: string) => hash.replace(/(.{8})(?=.)/g, "$1 ");

export function PackFigures({ pack, manifest }: { pack: ListedPack; manifest: PackManifest }) {
  const { packs: say } = useWords().packs;
  const locale = useLocale();
  const { signatures, letters, weeding, seal } = manifest;
  const number = (value: number) => formatNumber(locale, value);
  const bytes = pack.bytes ?? 0;
  const size =
    bytes < 1_000_000
      ? say.kilobytes(Math.max(1, Math.round(bytes / 1000)))
      : say.megabytes(Math.round(bytes / 100_000) / 10);
  const facts = [
    [say.figures.signatures, number(signatures.rows), false],
    [say.figures.letters, number(letters.rows), false],
    [say.figures.asOf, writeMoment(manifest.asOf), false],
    [say.figures.size, size, false],
    [say.figures.file, inGroups(pack.sha256 ?? ""), true],
    [say.figures.manifest, inGroups(pack.manifestSha256 ?? ""), true],
    [say.figures.key, inGroups(manifest.key.id), true],
    [say.figures.seal, seal ? `${seal.number}: ${inGroups(seal.sha256)}` : "–", true],
  ] as const;
  return (
    <>
      <dl className="facts ruled mono">
        {facts.map(([term, detail, isHash]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd className={isHash ? "hash" : undefined}>{detail}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{say.leftOut}</summary>
        <p className="small">{say.weeded(weeding.kept, weeding.queued + weeding.hidden + weeding.asked)}</p>
        <LeftOutTable caption={say.figures.signatures} leftOut={signatures.leftOut} />
        <LeftOutTable caption={say.figures.letters} leftOut={letters.leftOut} />
      </details>
    </>
  );
}

function LeftOutTable({ caption, leftOut }: { caption: string; leftOut: LeftOut }) {
  const { packs: say } = useWords().packs;
  const locale = useLocale();
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th>{say.reason}</th>
          <th className="num">{say.count}</th>
        </tr>
      </thead>
      <tbody>
        {leftOut.map(({ reason, count, words }) => (
          <tr key={reason}>
            <td>{words}</td>
            <td className="num">{formatNumber(locale, count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
