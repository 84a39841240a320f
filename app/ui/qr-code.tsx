import { encode } from "uqr";

const paths = new Map<string, { path: string; size: number }>();

/** A QR code for `text` as one SVG path, one stroke per run, with its side's length. */
function qrPath(text: string): { path: string; size: number } {
  const known = paths.get(text);
  if (known) return known;
  const { data, size } = encode(text, { ecc: "M", border: 0 });
  const runs = data.flatMap((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/g),
    ].map(({ index, 0: run }) => `M${index} ${y}h${run.length}`),
  );
  const drawn = { path: runs.join(""), size };
  paths.set(text, drawn);
  return drawn;
}

/** Draws a code for phones. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { path, size } = qrPath(text);
  return (
    <svg
      className="qr size-52 flex-none"
      viewBox={`-1 -1.5 ${size + 2} ${size + 2}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
